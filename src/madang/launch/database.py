"""The database of the settings: the one that ``DATABASE_URL`` names, or this folder's private server."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from madang.launch.cluster import Cluster, chosen_cluster, running
from madang.settings import env


@contextmanager
def database() -> Iterator[Cluster | None]:
    """Have the database up for the length of the block, for us and our children.

    Yields the private server's cluster, or None when ``DATABASE_URL`` is given and the server is not ours.
    """
    if env.value("DATABASE_URL"):
        yield None
        return
    cluster = chosen_cluster(env.value("MADANG_POSTGRES"), env.value("MADANG_VAR"))
    with running(cluster):
        (env.value("MADANG_VAR") / env.ADDRESS_NOTE).write_text(cluster.address, "utf-8")
        os.environ["DATABASE_URL"] = cluster.address
        try:
            yield cluster
        finally:
            del os.environ["DATABASE_URL"]
