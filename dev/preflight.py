"""Say in one sentence what a machine lacks, before anything is set up.

Runs on whatever `python3` a machine has, so this file keeps to what Python 3.6 can read.
"""

import errno
import socket
import subprocess
import sys
from typing import List, Optional, Sequence

OLDEST = (3, 12)
LAST_PORT = 65535
NO_VENV = (
    "This Python can't make a virtual environment: install its venv module "
    "(on Debian or Ubuntu: 'sudo apt install python3-venv'), then run make again."
)


def find_old_python(version: Sequence[int], name: str) -> Optional[str]:
    """Return what to do about a Python that is too old, or None."""
    if tuple(version) >= OLDEST:
        return None
    return (
        f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, and '{name}' is Python "
        f"{version[0]}.{version[1]}: install a newer one, "
        "then run 'make PYTHON=python3.13 serve', or whatever the new one is called."
    )


def find_missing_module(names: Sequence[str] = ("venv", "ensurepip")) -> Optional[str]:
    """Return what to do about a Python that can't make a virtual environment, or None."""
    try:
        for name in names:
            __import__(name)
    except ImportError:
        return NO_VENV
    return None


def find_taken_port(text: str) -> Optional[str]:
    """Return what to do about a port that can't be served at, or None."""
    if not (text.isdigit() and 0 < int(text) <= LAST_PORT):
        return f"'{text}' is not a port: give a number, as in 'make PORT=8080 serve'."
    port = int(text)
    probe = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", port))
    except OSError as error:
        return word_port(port, error)
    finally:
        probe.close()
    return None


def word_port(port: int, error: OSError) -> str:
    """Return what to do about a port that the system refuses."""
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken by another program, perhaps an earlier 'make serve': "
            f"stop that one, or choose another port with 'make PORT={port + 1} serve'."
        )
    reason = error.strerror
    return f"Port {port} can't be used ({reason}): choose another with 'make PORT=8080 serve'."


def find_missing_npm(npm: str) -> Optional[str]:
    """Return what to do when npm doesn't run, or None."""
    try:
        subprocess.check_output([npm, "--version"], stderr=subprocess.STDOUT)
    except (OSError, subprocess.CalledProcessError):
        return (
            "npm doesn't run on this machine, and the site takes its Python runtime from it: "
            "install Node 22 or newer, then run 'make NPM=npm serve'."
        )
    return None


def word_failed_fetch(what: str) -> str:
    """Return what to do after a download that did not work."""
    return (
        f"The {what} could not be fetched (the reason is in the lines above): check that this "
        "machine is online and that a proxy, if you need one, is set, then run make again."
    )


def check(subject: str, rest: List[str]) -> Optional[str]:
    """Return the sentence for one check, or None when all is well."""
    if subject == "python":
        return find_old_python(sys.version_info[:2], rest[0]) or find_missing_module()
    if subject == "port":
        return find_taken_port(rest[0])
    if subject == "npm":
        return find_missing_npm(rest[0])
    return word_failed_fetch(" ".join(rest))


if __name__ == "__main__":
    SENTENCE = check(sys.argv[1], sys.argv[2:])
    if SENTENCE:
        sys.stderr.write(SENTENCE + "\n")
        sys.exit(1)
