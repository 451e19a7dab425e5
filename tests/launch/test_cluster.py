"""The private server: made whole or not at all, shared, stopped by the last one out, and started after any mishap."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from madang.launch import selftest
from madang.launch.cluster import Cluster, chosen_cluster, postmaster, private_clusters, running
from madang.launch.engines import Engine, engines
from madang.launch.said import CannotStart
from madang.settings.database_url import database


def cluster_in(var: Path, choice: str = "auto") -> Cluster:
    return private_clusters(choice, var)[0]


@pytest.mark.parametrize("engine", engines(), ids=lambda engine: engine.source)
def test_every_postgresql_of_this_machine_passes_the_self_test(engine: Engine, var: Path) -> None:
    with running(cluster_in(var, engine.source)) as cluster:
        assert cluster.engine.major == engine.major
        assert list(selftest.failures(database(cluster.address))) == []


def test_wheel_is_always_among_the_engines_that_can_be_used() -> None:
    assert engines()[-1].source == "wheel"
    assert [engine.source for engine in engines("wheel")] == ["wheel"]


def test_second_user_joins_the_server_and_the_last_one_out_stops_it(var: Path) -> None:
    cluster = cluster_in(var)
    with running(cluster):
        first = postmaster(cluster)
        with running(cluster):
            assert postmaster(cluster) == first
        assert postmaster(cluster) == first
    assert postmaster(cluster) is None
    assert not cluster.socket_folder.exists()


def test_server_is_reached_through_a_private_socket_and_not_by_network(var: Path) -> None:
    with running(cluster_in(var)) as cluster, cluster.connect("madang", "madang") as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert stat.S_IMODE(cluster.socket_folder.stat().st_mode) == 0o700
        assert len(os.fsencode(cluster.socket_folder / ".s.PGSQL.5432")) <= 107
        rights = "SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user"
        assert connection.execute(rights).fetchone() == (False, True)


def test_data_folder_that_was_left_half_made_is_made_again(var: Path) -> None:
    cluster = cluster_in(var)
    cluster.home.mkdir(parents=True)
    half = cluster.home / "data.draft"
    half.mkdir()
    (half / "PG_VERSION").write_text("15\n")
    with running(cluster), cluster.connect("madang", "madang") as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert not half.exists()


def test_lock_files_of_a_killed_server_do_not_stop_the_next_start(var: Path) -> None:
    cluster = cluster_in(var)
    with running(cluster):
        left = (cluster.data / "postmaster.pid").read_text("utf-8").split("\n")
    # the number of the dead server belongs to another living process by now: to this one
    (cluster.data / "postmaster.pid").write_text("\n".join([str(os.getpid()), *left[1:]]))
    cluster.socket_folder.mkdir()
    (cluster.socket_folder / ".s.PGSQL.5432.lock").write_text(f"{os.getpid()}\n")
    assert postmaster(cluster) is None
    with running(cluster), cluster.connect("madang", "madang") as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_database_is_furnished_again_when_the_first_start_was_cut_short(var: Path) -> None:
    cluster = cluster_in(var)
    with running(cluster), cluster.connect("postgres") as server:
        server.execute("DROP DATABASE madang")
        server.execute("DROP ROLE madang")
    with running(cluster):
        assert list(selftest.failures(database(cluster.address))) == []


def test_folder_closed_to_the_account_of_the_server_is_no_hindrance(tmp_path: Path) -> None:
    var = tmp_path / "closed" / "var"
    var.parent.mkdir(mode=0o700)
    cluster = cluster_in(var, "wheel")
    try:
        with running(cluster), cluster.connect("madang", "madang") as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
    finally:
        shutil.rmtree(cluster.home.parent)


def test_link_of_a_stranger_in_place_of_the_socket_folder_is_refused(var: Path, tmp_path: Path) -> None:
    cluster = cluster_in(var)
    before = tmp_path.stat()
    cluster.socket_folder.symlink_to(tmp_path)
    with pytest.raises(CannotStart, match="belongs to another user"), running(cluster):
        pass
    cluster.socket_folder.unlink()
    assert (tmp_path.stat().st_uid, tmp_path.stat().st_mode) == (before.st_uid, before.st_mode)


def test_data_of_an_engine_that_is_gone_are_not_replaced_by_empty_ones(var: Path) -> None:
    chosen = chosen_cluster("auto", var)
    assert chosen_cluster("auto", var) == chosen
    (chosen.home.parent / "chosen").write_text("system-13")
    with pytest.raises(CannotStart, match="system-13"):
        chosen_cluster("auto", var)


def test_cluster_that_was_used_first_stays_the_one_in_use(var: Path) -> None:
    wheel = chosen_cluster("wheel", var)
    assert chosen_cluster("auto", var) == wheel


def test_refusal_of_the_server_is_told_with_its_own_last_words(var: Path) -> None:
    cluster = cluster_in(var)
    with running(cluster):
        pass
    (cluster.data / "PG_VERSION").write_text("9.6\n")
    with pytest.raises(CannotStart, match="could not be started") as refused, running(cluster):
        pass
    assert "9.6" in refused.value.words.en
