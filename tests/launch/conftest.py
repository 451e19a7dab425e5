"""Places and commands for the tests of starting and stopping: real folders, real processes, real servers."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from madang.settings.table import ROOT, SETTINGS

Madang = Callable[..., subprocess.CompletedProcess[str]]


def place() -> Path:
    """Make a folder with a short path that the account of a database server may enter."""
    folder = Path(tempfile.mkdtemp(prefix="madang-test-", dir="/tmp"))
    folder.chmod(0o755)
    return folder


@pytest.fixture
def var() -> Iterator[Path]:
    """Return a fresh folder for what a run leaves."""
    folder = place()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def kept_var() -> Iterator[Path]:
    """Return such a folder that all tests of a module share."""
    folder = place()
    yield folder
    shutil.rmtree(folder)


def environment(**given: object) -> dict[str, str]:
    """Return our environment without any setting of the table but the given ones."""
    ours = {name: text for name, text in os.environ.items() if name not in SETTINGS}
    ours.pop("DJANGO_SETTINGS_MODULE", None)
    return {**ours, "PYTHONPATH": str(ROOT / "src"), **{name: str(text) for name, text in given.items()}}


def command(*words: str) -> list[str]:
    """Return the command line of ``madang``."""
    return [sys.executable, "-X", "utf8", "-m", "madang.launch", *words]


@pytest.fixture(scope="session")
def madang() -> Madang:
    """Return what runs ``madang`` to its end under the given settings."""

    def run(*words: str, **given: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*words),
            env=environment(**given),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


def free_port() -> int:
    """Return a port that nobody has at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def processes_of(var: Path) -> list[str]:
    """Return the command lines of all processes that were given this folder, or work on something in it."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            theirs = f"MADANG_VAR={var}".encode() in (entry / "environ").read_bytes()
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
        if theirs or str(var) in line:
            found.append(line)
    return found
