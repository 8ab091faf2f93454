import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from dev import preflight


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, preflight.__file__, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_python_3_11_is_too_old_and_the_sentence_names_a_way_out() -> None:
    sentence = preflight.find_old_python((3, 11, 7), "python3") or ""
    assert "3.12 or newer" in sentence
    assert "'python3' is Python 3.11" in sentence
    assert "make PYTHON=" in sentence


def test_python_3_12_is_new_enough() -> None:
    assert preflight.find_old_python((3, 12, 0), "python3") is None


def test_debian_python_without_venv_is_told_which_package_to_install() -> None:
    assert "python3-venv" in (preflight.find_missing_module(("no_such_module",)) or "")


def test_this_python_can_make_a_virtual_environment() -> None:
    result = run("python", "python3")
    assert (result.returncode, result.stderr) == (0, "")


def test_taken_port_is_named_with_another_to_use(taken_port: int) -> None:
    result = run("port", str(taken_port))
    assert result.returncode == 1
    assert f"Port {taken_port} is taken" in result.stderr
    assert f"make PORT={taken_port + 1} serve" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("port", ["70000", "0", "http"])
def test_what_is_not_a_port_is_refused_in_one_sentence(port: str) -> None:
    result = run("port", port)
    assert result.returncode == 1
    assert "is not a port" in result.stderr


def test_machine_without_npm_is_told_to_install_node() -> None:
    result = run("npm", "/no/such/npm")
    assert result.returncode == 1
    assert "install Node 22 or newer" in result.stderr
    assert "Traceback" not in result.stderr


def test_download_that_failed_points_to_the_network() -> None:
    result = run("fetched", "Python", "packages")
    assert result.returncode == 1
    assert result.stderr.startswith("The Python packages could not be fetched")
