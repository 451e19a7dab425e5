"""What every test stands on: one shared PostgreSQL server for the run, and no way out of this machine.

The process that begins the run (under xdist the controller) starts or joins the tests' own server of this
checkout and hands its address on as MADANG_TEST_DSN. Runs side by side each have a database of their own.
"""

import gc
import ipaddress
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from madang.launch.cluster import Cluster, private_clusters, running
from madang.settings import database_url, env
from tests import sharing_out

KEEP = ExitStack()
#: nobody needs the data of the tests after a crash of the machine, so nothing waits for the disk
HURRIED = {"fsync": "off", "full_page_writes": "off", "autovacuum": "off"}


def pytest_configure(config: pytest.Config) -> None:
    """Start or join the server before any test asks for a database."""
    if "MADANG_TEST_DSN" not in os.environ:
        place = env.value("MADANG_VAR") / "tests"
        cluster = KEEP.enter_context(running(private_clusters(env.value("MADANG_POSTGRES"), place)[0]))
        hurry(cluster)
        drop_left_behind(cluster)
        address = cluster.address.replace("@/madang?", f"@/test_madang_{os.getpid()}?")
        os.environ["MADANG_TEST_DSN"] = address
        use(address)
        KEEP.callback(drop, cluster, f"{database_url.database(address)['NAME']}_record")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave the server; it stops when nobody else uses it."""
    KEEP.close()


def use(address: str) -> None:
    """Point the settings, which were read before this file, at the server that has been started since."""
    from django.conf import settings

    place = database_url.database(address)
    default = settings.DATABASES["default"]
    default.update({key: place[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")})
    default["TEST"]["NAME"] = place["NAME"]


def hurry(cluster: Cluster) -> None:
    """Set what a server that keeps nothing can do without; a running server takes it up at once."""
    with cluster.connect("postgres") as server:
        for name, text in HURRIED.items():
            server.execute(f"ALTER SYSTEM SET {name} = {text}")
        server.execute("SELECT pg_reload_conf()")


def drop_left_behind(cluster: Cluster) -> None:
    """Drop the databases of runs that were killed: their process is gone."""
    with cluster.connect("postgres") as server:
        names = server.execute("SELECT datname FROM pg_database WHERE datname ~ '^test_madang_[0-9]+'")
        for (name,) in names.fetchall():
            if not Path("/proc", str(name).split("_")[2]).exists():
                drop(cluster, str(name))


def drop(cluster: Cluster, name: str) -> None:
    """Drop a database of the tests, if it is there."""
    with cluster.connect("postgres") as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def refuse_strangers(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse every connection that leaves this machine."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = str(arguments[1][0])
        if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
            raise RuntimeError(f"a test tried to reach {host}; tests never leave this machine")


sys.addaudithook(refuse_strangers)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let the workers of a run begin with what takes longest."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: sharing_out.turn_of(item.location[0]))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> sharing_out.ByRunningSystem:
    """Share the tests out by file and by running system."""
    return sharing_out.ByRunningSystem(config, log)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave what collecting has made to no later search for garbage: it all stays until the end."""
    gc.collect()
    gc.freeze()
