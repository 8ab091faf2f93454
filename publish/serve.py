"""Serve the site with live reload, tools included.

MkDocs watches the pages. This watches the rules and the macros, which MkDocs would not load anew:
on a change it bundles again and restarts MkDocs, and the open page reloads by itself.
"""

import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

WATCHED = (Path("playbook"), Path("macros"), Path("brand"))
SUFFIXES = frozenset({".py", ".toml", ".jinja", ".md", ".yml"})
EVERY_SECONDS = 1.0
REBUILD = ("publish.bundle", "publish.twin")


def read_times(folders: Iterable[Path]) -> dict[Path, int]:
    """Return when each watched file was last changed."""
    return {
        path: path.stat().st_mtime_ns
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in SUFFIXES and path.is_file()
    }


def list_changes(before: Mapping[Path, int], after: Mapping[Path, int]) -> list[Path]:
    """Return the files that are new, gone or changed, in order."""
    paths = before.keys() | after.keys()
    return sorted(path for path in paths if before.get(path) != after.get(path))


def watch(folders: Iterable[Path]) -> Iterator[list[Path]]:
    """Yield every second what changed since the last time, which is mostly nothing."""
    folders = tuple(folders)
    before = read_times(folders)
    while True:
        time.sleep(EVERY_SECONDS)
        after = read_times(folders)
        yield list_changes(before, after)
        before = after


def start(config: str, port: str) -> subprocess.Popen[bytes]:
    """Start MkDocs on this machine's own address."""
    address = ["--dev-addr", f"127.0.0.1:{port}"]
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", config]
    return subprocess.Popen([*command, *address])


def rebuild() -> bool:
    """Bundle the rules again; on an error leave what is served as it is, and say so."""
    for module in REBUILD:
        if subprocess.run([sys.executable, "-m", module], check=False).returncode != 0:
            print("Not rebuilt: see the message above. Save again when it is fixed.", flush=True)
            return False
    return True


def serve(config: str, port: str) -> None:
    """Serve until stopped, and restart on each change to the rules or the macros."""
    server = start(config, port)
    try:
        for changes in watch(WATCHED):
            if server.poll() is not None and not changes:
                continue
            if changes and rebuild():
                print(f"Changed: {', '.join(map(str, changes))}", flush=True)
                server.terminate()
                server.wait()
                server = start(config, port)
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Announce the address, then serve."""
    config, port = sys.argv[1:]
    print(f"The site is at http://127.0.0.1:{port} in a moment. Stop with Ctrl+C.", flush=True)
    try:
        serve(config, port)
    except KeyboardInterrupt:
        print("Stopped.")


if __name__ == "__main__":
    main()
