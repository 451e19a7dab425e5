"""A real server for measuring: its own database with the whole record, two web workers, read through /proc."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from madang.launch.cluster import private_clusters, running
from madang.settings import env

TICKS = os.sysconf("SC_CLK_TCK")
NAME = "madang_bench"
_STEP = re.compile(r"\(([^()]+)\) … ([0-9.]+) s$", re.MULTILINE)


@dataclass(frozen=True)
class Start:
    """One start: seconds until the server answered, and the seconds of each step by its English name."""

    seconds: float
    steps: dict[str, float]

    def took(self, *names: str) -> float:
        """Return the seconds of some steps together; a step that was not made took none."""
        return sum(self.steps.get(name, 0.0) for name in names)


@dataclass
class Served:
    """A running server: its port, the process that started it, the database's address, and how it came up."""

    port: int
    process: subprocess.Popen[bytes]
    address: str
    start: Start

    def workers(self) -> list[int]:
        """Return the process ids of the web workers."""
        return [pid for pid in _family(self.process.pid) if _is_worker(pid)]

    def cpu_seconds(self) -> float:
        """Return user and system time of all web processes so far."""
        return sum(_cpu(pid) for pid in _family(self.process.pid) if b"granian" in _command(pid))

    def memory_megabytes(self) -> float:
        """Return the memory of the web workers, shared pages counted once (PSS)."""
        return sum(_pss(pid) for pid in self.workers()) / 1024

    def get(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers and body of one request."""
        web = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        web.request("GET", path, headers=headers or {})
        answer = web.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()


@contextmanager
def served() -> Iterator[tuple[Served, Start]]:
    """Serve a fresh database from nothing, close, serve it again, and take everything away afterwards.

    What is served is the second start; the first one comes beside it, to be told how long it took.
    """
    cluster = private_clusters(env.value("MADANG_POSTGRES"), env.value("MADANG_VAR"))[0]
    with running(cluster), tempfile.TemporaryDirectory() as var:
        with cluster.connect("postgres") as server:
            server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
            server.execute(f"CREATE DATABASE {NAME} OWNER madang")
        address = cluster.address.replace("@/madang?", f"@/{NAME}?")
        try:
            with _process(address, var) as one:
                first = one.start
            with _process(address, var) as one:
                yield one, first
        finally:
            with cluster.connect("postgres") as server:
                server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


@contextmanager
def _process(address: str, var: str) -> Iterator[Served]:
    port = _free_port()
    environment = {
        **os.environ,
        "DATABASE_URL": address,
        "PORT": str(port),
        "MADANG_VAR": var,
        "MADANG_DEMO": "1",
    }
    began = time.monotonic()
    command = [sys.executable, "-m", "madang.launch", "serve"]
    said = Path(var) / "said.txt"
    with said.open("wb") as out:
        process = subprocess.Popen(command, env=environment, stdout=out)
    try:
        _wait(process, port)
        took = time.monotonic() - began
        yield Served(port, process, address, Start(took, _steps(said.read_text("utf-8"))))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _steps(said: str) -> dict[str, float]:
    """Read the seconds from the lines in which the launcher shows its steps."""
    return {name: float(took) for name, took in _STEP.findall(said)}


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(1800):
        if process.poll() is not None:
            raise SystemExit(f"the server did not start (exit {process.returncode})")
        try:
            web = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            web.request("GET", "/healthz")
            web.getresponse()
        except OSError:
            time.sleep(0.1)
        else:
            return


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return [pid, *(found for child in children for found in _family(int(child)))]


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def _is_worker(pid: int) -> bool:
    # granian's workers are children of the process that was given its name
    parent = int(Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[1])
    return b"granian" in _command(parent) and b"granian" not in _command(pid).split(b"\0")[2:3]


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _pss(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
