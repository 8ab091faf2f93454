"""Serve the site with live reload, tools included.

MkDocs watches the staged pages. This watches the sources, and stages them anew on a change. For the
rules and the macros, which MkDocs would not load anew, it bundles again and restarts MkDocs, and the
open page reloads by itself. A mistake stops MkDocs; then this waits for any file to be saved, and
starts it again.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from publish.stage import STAGED, start_staged

RULES = (Path("playbook"), Path("macros"), Path("brand"))
PAGES = (Path("docs"), Path("mkdocs.yml"), Path("brand.yml"))
OWN_PAGES = Path("docs/local")
SUFFIXES = frozenset({".py", ".toml", ".jinja", ".md", ".yml", ".svg", ".png", ".woff2"})
EVERY_SECONDS = 1.0
REBUILD = (("publish.site.export_json",), ("runtime.bundle", "whole"))
ROOT = Path()


def read_times(places: Iterable[Path]) -> dict[Path, int]:
    """Return when each watched file was last changed; a place is a folder or one file."""
    return {
        path: path.stat().st_mtime_ns
        for place in places
        for path in (place, *place.rglob("*"))
        if path.suffix in SUFFIXES and path.is_file()
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


def start(port: str) -> subprocess.Popen[bytes]:
    """Start MkDocs on this machine's own address."""
    options = ["--config-file", f"{STAGED}/mkdocs.yml", "--dev-addr", f"127.0.0.1:{port}"]
    return start_staged(ROOT, "mkdocs", "serve", *options)


def restage() -> bool:
    """Stage the sources again, in a process that has loaded nothing of them; tell whether that went well."""
    command = [sys.executable, "-m", "publish.stage"]
    return subprocess.run(command, check=False).returncode == 0


def bundle() -> bool:
    """Bundle the staged rules; tell whether that went well."""
    return all(start_staged(ROOT, *module).wait() == 0 for module in REBUILD)


def serve(port: str) -> None:
    """Serve until stopped, and restart on each change that MkDocs would not see."""
    if not (restage() and bundle()):
        raise SystemExit(1)
    server = start(port)
    try:
        for changes in filter(None, watch(RULES + PAGES)):
            is_restart = needs_restart(changes, is_running=server.poll() is None)
            if not (restage() and (not is_restart or bundle())):
                print(
                    "Not rebuilt: see the message above. Save again when it is fixed.", flush=True
                )
            elif is_restart:
                print(f"Changed: {', '.join(map(str, changes))}", flush=True)
                stop(server)
                server = start(port)
    finally:
        stop(server)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Stop MkDocs, and wait until its port is free."""
    server.terminate()
    server.wait()


def main() -> None:
    """Announce the address, then serve until Ctrl+C or a polite kill."""
    [port] = sys.argv[1:]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    print(f"The site is at http://127.0.0.1:{port} in a moment. Stop with Ctrl+C.", flush=True)
    try:
        serve(port)
    except KeyboardInterrupt:
        print("Stopped.")


if __name__ == "__main__":
    main()
