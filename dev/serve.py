"""Serve the site with live reload, tools included.

MkDocs watches the pages. This watches the rules and the macros, which MkDocs would not load anew:
on a change it bundles again and restarts MkDocs, and the open page reloads by itself. A mistake
stops MkDocs; then this waits for any file to be saved, and starts it again.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

RULES = (Path("playbook"), Path("macros"), Path("brand"))
PAGES = (Path("docs"), Path("mkdocs.yml"), Path("brand.yml"))
OWN_PAGES = Path("docs/local")
SUFFIXES = frozenset({".py", ".toml", ".jinja", ".md", ".yml", ".svg", ".png", ".woff2"})
BUILT = ("playbook/brand/*.toml", "docs/assets/brand/*")
EVERY_SECONDS = 1.0
REBUILD = (("publish.brand",), ("publish.site.export_json",), ("runtime.bundle", "whole"))


def read_times(places: Iterable[Path]) -> dict[Path, int]:
    """Return when each watched file was last changed; a place is a folder or one file."""
    return {
        path: path.stat().st_mtime_ns
        for place in places
        for path in (place, *place.rglob("*"))
        if path.suffix in SUFFIXES and path.is_file() and not any(map(path.match, BUILT))
    }


def list_changes(before: Mapping[Path, int], after: Mapping[Path, int]) -> list[Path]:
    """Return the files that are new, gone or changed, in order."""
    paths = before.keys() | after.keys()
    return sorted(path for path in paths if before.get(path) != after.get(path))


def watch(places: Iterable[Path]) -> Iterator[list[Path]]:
    """Yield every second what changed since the last time, which is mostly nothing."""
    places = tuple(places)
    before = read_times(places)
    while True:
        time.sleep(EVERY_SECONDS)
        after = read_times(places)
        yield list_changes(before, after)
        before = after


def needs_restart(changes: Iterable[Path], *, is_running: bool) -> bool:
    """Tell whether MkDocs has to start anew; while it runs, it sees the pages by itself.

    A career centre's own pages may change the menu, which is written before MkDocs starts.
    """
    return any(
        not is_running or not path.is_relative_to(PAGES[0]) or path.is_relative_to(OWN_PAGES)
        for path in changes
    )


def start(config: str, port: str) -> subprocess.Popen[bytes]:
    """Start MkDocs on this machine's own address."""
    address = ["--dev-addr", f"127.0.0.1:{port}"]
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", config]
    return subprocess.Popen([*command, *address])


def rebuild() -> bool:
    """Bundle the rules again; on an error leave what is served as it is, and say so."""
    for module in REBUILD:
        if subprocess.run([sys.executable, "-m", *module], check=False).returncode != 0:
            print("Not rebuilt: see the message above. Save again when it is fixed.", flush=True)
            return False
    return True


def serve(config: str, port: str) -> None:
    """Serve until stopped, and restart on each change that MkDocs would not see."""
    server = start(config, port)
    try:
        for changes in watch(RULES + PAGES):
            is_running = server.poll() is None
            if needs_restart(changes, is_running=is_running) and rebuild():
                print(f"Changed: {', '.join(map(str, changes))}", flush=True)
                stop(server)
                server = start(config, port)
    finally:
        stop(server)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Stop MkDocs, and wait until its port is free."""
    server.terminate()
    server.wait()


def main() -> None:
    """Announce the address, then serve until Ctrl+C or a polite kill."""
    config, port = sys.argv[1:]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    print(f"The site is at http://127.0.0.1:{port} in a moment. Stop with Ctrl+C.", flush=True)
    try:
        serve(config, port)
    except KeyboardInterrupt:
        print("Stopped.")


if __name__ == "__main__":
    main()
