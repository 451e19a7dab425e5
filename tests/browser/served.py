"""A real server for a real browser: ``madang serve`` on a database of its own, taken away again afterwards."""

import http.client
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from madang.settings import database_url
from madang.settings.table import ROOT
from tests.launch.conftest import command, environment, free_port

READY_SECONDS, END_SECONDS = 120, 30


@dataclass(frozen=True)
class Served:
    """A running system: its address, the settings it was started with, and the name of its database."""

    address: str
    settings: dict[str, str]
    database: str

    def main_of(self, module: str) -> str:
        """Run a module's ``main`` beside the server, on the same database and files, and return what it prints."""
        given = environment(**self.settings, DJANGO_SETTINGS_MODULE="madang.settings.dev")
        given["PYTHONPATH"] += f":{ROOT}"
        code = f"import django; django.setup(); from {module} import main; main()"
        run = subprocess.run([sys.executable, "-c", code], env=given, stdout=subprocess.PIPE, check=True)
        return run.stdout.decode()

    @contextmanager
    def held_up_at(self, table: str) -> Iterator[None]:
        """Let every request stand still where it comes to a table, until the block ends or the database goes."""
        with suppress(psycopg.OperationalError), psycopg.connect(_address(self.database)) as holder:
            words = sql.SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE").format(sql.Identifier(table))
            holder.execute(words)
            yield

    def wait_for_a_waiting_request(self) -> None:
        """Return when a request stands still in the database."""
        words = "SELECT 1 FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
        with psycopg.connect(_address("postgres"), autocommit=True) as server:
            ends = time.monotonic() + END_SECONDS
            while not server.execute(words, [self.database]).fetchone():
                assert time.monotonic() < ends, "no request came to the table"
                time.sleep(0.02)

    @contextmanager
    def without_database(self) -> Iterator[None]:
        """Take the database away: every connection ends at once and no new one is let in."""
        with psycopg.connect(_address("postgres"), autocommit=True) as server:
            _let_in(server, self.database, allowed=False)
            try:
                _end_connections(server, self.database)
                yield
            finally:
                _let_in(server, self.database, allowed=True)


@contextmanager
def served() -> Iterator[Served]:
    """Serve a fresh database with the whole record, in demo mode, until the block ends."""
    name = f"test_madang_{os.getpid()}_served_{free_port()}"
    var = Path(tempfile.mkdtemp(prefix="madang-browser-", dir="/tmp"))
    with psycopg.connect(_address("postgres"), autocommit=True) as server:
        words = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        server.execute(words.format(sql.Identifier(name), sql.Identifier(_record(server, var))))
        try:
            with _process(name, var) as one:
                yield one
        finally:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
            shutil.rmtree(var)


def _record(server: "psycopg.Connection[tuple[object, ...]]", var: Path) -> str:
    """Return the name of a database with the whole record: the first of the run that needs it prepares it."""
    name = f"{database_url.database(os.environ['MADANG_TEST_DSN'])['NAME']}_record"
    with server.transaction():
        server.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [name])
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            _prepare(name, var)
    return name


def _prepare(name: str, var: Path) -> None:
    """Make a database as the first start of a system does."""
    draft = f"{name}_draft"
    with psycopg.connect(_address("postgres"), autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(draft)))
        given = environment(DATABASE_URL=_address(draft), MADANG_VAR=var, MADANG_DEMO=1)
        subprocess.run(command("prepare"), env=given, check=True)
        server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(*map(sql.Identifier, (draft, name))))


@contextmanager
def _process(name: str, var: Path) -> Iterator[Served]:
    port = free_port()
    settings = {"DATABASE_URL": _address(name), "PORT": str(port), "MADANG_VAR": str(var), "MADANG_DEMO": "1"}
    with (var / "printed").open("wb") as printed:
        process = subprocess.Popen(
            command("serve"), env=environment(**settings), stdout=printed, stderr=subprocess.STDOUT
        )
        try:
            _wait_until_ready(process, port, var / "printed")
            yield Served(f"http://127.0.0.1:{port}", settings, name)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(END_SECONDS)


def _wait_until_ready(process: "subprocess.Popen[bytes]", port: int, printed: Path) -> None:
    ends = time.monotonic() + READY_SECONDS
    while time.monotonic() < ends and process.poll() is None:
        web = http.client.HTTPConnection("127.0.0.1", port, timeout=READY_SECONDS)
        with suppress(OSError, http.client.HTTPException), closing(web):
            web.request("GET", "/readyz")
            if web.getresponse().status == http.HTTPStatus.OK:
                return
        time.sleep(0.1)
    raise RuntimeError(f"the system did not come up:\n{printed.read_text('utf-8')}")


def _address(name: str) -> str:
    """Return the address of a database of the server that the tests share."""
    place = database_url.database(os.environ["MADANG_TEST_DSN"])
    return f"postgresql://{place['USER']}@/{name}?host={place['HOST']}"


def _let_in(server: "psycopg.Connection[tuple[object, ...]]", name: str, *, allowed: bool) -> None:
    words = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
    server.execute(words.format(sql.Identifier(name), sql.Literal(allowed)))


def _end_connections(server: "psycopg.Connection[tuple[object, ...]]", name: str) -> None:
    server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
