"""One ``madang serve`` for a folder: the second one learns where the first one is."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from madang.launch.said import CannotStart


@contextmanager
def alone(var: Path, address: str) -> Iterator[None]:
    """Hold the folder for the length of the block; its lock file says who holds it and goes with the holder.

    Raises:
        CannotStart: another process serves this folder; the sentence gives its number and address.
    """
    var.mkdir(parents=True, exist_ok=True)
    path = var / "serve.lock"
    with _held(path) as lock:
        lock.write(f"{os.getpid()} {address}")
        lock.flush()
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _held(path: Path) -> IO[str]:
    """Return the locked, empty lock file; one that its holder has just deleted does not count."""
    while True:
        lock = path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with lock:
                _refuse(lock)
        if path.exists() and os.path.samestat(path.stat(), os.fstat(lock.fileno())):
            lock.truncate(0)
            return lock
        lock.close()


def _refuse(lock: IO[str]) -> None:
    lock.seek(0)
    pid, _, address = lock.read().partition(" ")
    raise CannotStart(
        "마당이 이미 열려 있습니다(프로세스 {pid}, {address}). "
        "그 주소로 들어가거나, 그쪽을 먼저 닫고 다시 시작해 주십시오.",
        "Madang is already open (process {pid}, {address}). "
        "Go to that address, or close it before starting again.",
        pid=pid,
        address=address,
    )
