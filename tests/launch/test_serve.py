"""``madang serve`` as people meet it: real processes, a real server, and nothing left behind."""

import http.client
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.launch.conftest import Madang, command, environment, free_port, processes_of

PATIENCE_SECONDS = 90


class Served:
    """A running ``madang serve`` and what it has printed so far."""

    def __init__(self, var: Path, **given: object) -> None:
        self.var, self.port, self.printed = var, free_port(), ""
        settings = {"MADANG_VAR": var, "PORT": self.port, "MADANG_RECORD": 0, **given}
        self.process = subprocess.Popen(
            command("serve"),
            env=environment(**settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
        )
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.printed += line

    def prints(self, words: str) -> bool:
        """Wait until something is printed; False when it never is."""
        return self._comes(lambda: words in self.printed)

    def ends(self) -> int:
        """Wait for the end and return the exit code."""
        code = self.process.wait(PATIENCE_SECONDS)
        self.reader.join()
        return code

    def asks(self, path: str) -> int:
        """Ask the web server for a page and return the status."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)) as web:
            web.request("GET", path)
            return web.getresponse().status

    def becomes(self, path: str, status: int) -> bool:
        """Wait until a page has this status; False when it never has."""
        return self._comes(lambda: self.asks(path) == status)

    def child(self, words: str) -> int:
        """Return the process id of our child whose command line holds these words."""
        for entry in Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split():
            if words in Path(f"/proc/{entry}/cmdline").read_text().replace("\0", " "):
                return int(entry)
        raise AssertionError(f"no child with {words}")

    def _comes(self, wanted: object) -> bool:
        ends = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < ends and self.process.poll() is None:
            if wanted():  # type: ignore[operator] -- a small function of the methods above
                return True
            time.sleep(0.1)
        return bool(wanted())  # type: ignore[operator] -- as above


@contextmanager
def serving(var: Path, **given: object) -> Iterator[Served]:
    """Serve until the block ends, however it ends."""
    served = Served(var, **given)
    try:
        yield served
    finally:
        if served.process.poll() is None:
            served.process.send_signal(signal.SIGINT)
        served.process.wait(PATIENCE_SECONDS)
        served.reader.join()
        assert served.process.stdout is not None
        served.process.stdout.close()


def nothing_is_left(var: Path) -> bool:
    """Tell whether no process, no lock and no socket is left of what ran in a folder."""
    sockets = list(var.glob("serve.lock")) + list(var.glob("postgres/*/data/postmaster.pid"))
    return processes_of(var) == [] and sockets == []


def test_second_start_beside_a_running_one_says_so_and_ctrl_c_leaves_nothing(
    kept_var: Path, var: Path, madang: Madang
) -> None:
    with serving(kept_var, MADANG_DEMO=1) as served:
        assert served.prints("Step into any office here"), served.printed
        assert served.asks("/healthz") == 200
        assert processes_of(kept_var) != []
        beside = madang("serve", MADANG_VAR=kept_var, PORT=free_port())
        assert beside.returncode == 1
        assert f"Madang is already open (process {served.process.pid}" in beside.stderr
        assert f"http://127.0.0.1:{served.port}" in beside.stderr
        elsewhere = madang("serve", MADANG_VAR=var, PORT=served.port)
        assert elsewhere.returncode == 1
        assert f"Port {served.port} of 127.0.0.1 cannot be used" in elsewhere.stderr
        os.killpg(served.process.pid, signal.SIGINT)
        assert served.ends() == 0
    assert "Madang is closed" in served.printed
    assert "Traceback" not in served.printed
    assert nothing_is_left(kept_var)


def test_database_that_stops_comes_back_and_pages_with_it(kept_var: Path) -> None:
    with serving(kept_var) as served:
        assert served.prints("Madang is open"), served.printed
        assert served.asks("/readyz") == 200
        os.kill(served.child("/postgres"), signal.SIGINT)
        assert served.becomes("/readyz", 503)
        assert served.asks("/healthz") == 200
        assert served.prints("The database has stopped; starting it again"), served.printed
        assert served.becomes("/readyz", 200)
        assert served.process.poll() is None
    assert nothing_is_left(kept_var)


@pytest.mark.parametrize("name", ["granian", "worker"])
def test_whole_stops_with_a_reason_when_one_process_falls(name: str, kept_var: Path) -> None:
    with serving(kept_var) as served:
        assert served.prints("Madang is open"), served.printed
        os.kill(served.child(name), signal.SIGKILL)
        assert served.ends() == 1
    assert "ended unexpectedly (exit code -9), so everything stops" in served.printed
    assert nothing_is_left(kept_var)


def test_killed_start_takes_its_children_along_and_the_next_start_works(kept_var: Path) -> None:
    with serving(kept_var) as served:
        assert served.prints("Madang is open"), served.printed
        served.process.kill()
        served.ends()
    with serving(kept_var) as again:
        assert again.prints("Madang is open"), again.printed
    assert nothing_is_left(kept_var)


def test_database_out_of_reach_stops_the_start_with_a_sentence(var: Path, madang: Madang) -> None:
    address = "postgresql://madang@/madang?host=/nowhere"
    ended = madang("serve", MADANG_VAR=var, PORT=free_port(), DATABASE_URL=address)
    assert ended.returncode == 1
    assert "The database cannot be reached" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert nothing_is_left(var)
