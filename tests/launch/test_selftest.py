"""The self-test against databases that really lack what the product stands on."""

import os
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from madang.launch import selftest
from madang.settings import env
from madang.settings.database_url import database

pytestmark = pytest.mark.both_engines
#: functions that lie, put before those of the database
CROOKED = """
    CREATE SCHEMA crooked;
    CREATE FUNCTION crooked.clock_timestamp() RETURNS timestamptz LANGUAGE sql
        AS $$ SELECT pg_catalog.clock_timestamp() - interval '1 hour' $$;
    CREATE FUNCTION crooked.pg_try_advisory_lock(bigint) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$;
"""


def place_of(name: str) -> dict[str, Any]:
    """Return the test server's entry for a database of this name."""
    return {**database(os.environ.get("MADANG_TEST_DSN") or env.private_database()), "NAME": name}


@pytest.fixture
def odd() -> Iterator[Any]:
    """Return what makes a database with odd properties on the test server, dropped afterwards."""
    name = f"test_madang_{os.getpid()}_odd"

    def make(properties: str) -> dict[str, Any]:
        server.execute(f"CREATE DATABASE {name} OWNER madang TEMPLATE template0 {properties}")
        return place_of(name)

    with closing(selftest.connect({**place_of("postgres"), "USER": "postgres"})) as server:
        yield make
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def sentences(place: dict[str, Any]) -> str:
    """Return all failures in English, one a line."""
    return "\n".join(words.en for words in selftest.failures(place))


def test_sound_database_has_nothing_to_complain_about(odd: Any) -> None:
    assert sentences(odd("ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")) == ""


def test_database_with_the_ctype_of_c_fails_for_its_korean_trigrams(odd: Any) -> None:
    found = sentences(odd("ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"))
    assert found.startswith("No trigrams come out of Korean words")
    assert "\n" not in found


def test_database_that_cannot_hold_all_korean_fails_for_its_encoding(odd: Any) -> None:
    assert "The database is encoded as SQL_ASCII" in sentences(
        odd("ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'")
    )


def test_superuser_is_refused_as_the_everyday_role(odd: Any) -> None:
    place = odd("ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
    assert sentences({**place, "USER": "postgres"}).startswith("The database is used as a superuser")


def test_database_without_extensions_says_who_must_make_them() -> None:
    assert "must make them in this database" in sentences(place_of("postgres"))


def test_clock_that_is_an_hour_behind_and_locks_that_do_not_hold_are_found(odd: Any) -> None:
    place = odd("ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
    with closing(selftest.connect(place)) as connection:
        connection.execute(CROOKED)
    options = {**place["OPTIONS"], "options": "-c search_path=crooked,pg_catalog,public"}
    found = sentences({**place, "OPTIONS": options})
    assert "The clock of the database is 3600 s away" in found
    assert "Locks of the database do not hold between connections" in found


def test_server_that_cannot_be_reached_is_told_in_a_sentence() -> None:
    assert sentences({**place_of("madang"), "HOST": "/nowhere"}).startswith("The database cannot be reached")
