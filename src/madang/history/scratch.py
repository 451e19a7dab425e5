"""A scratch database beside the running one: made, used, dropped; the running one is never touched."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection, connections

from madang.core import calendar
from madang.kernel.words import Words


class NoScratch(Exception):
    """The account of the database may not make another database."""

    def __init__(self) -> None:
        self.words = Words(
            "이 데이터베이스 계정으로는 재생용 데이터베이스를 만들 수 없습니다. 계정에 CREATEDB 권한을 주거나 "
            "DATABASE_URL 없이 실행하십시오.",
            "This account may not make the scratch database. Grant it CREATEDB, or run without DATABASE_URL.",
        )
        super().__init__(self.words.en)


@contextmanager
def scratch_database() -> Iterator[None]:
    """Have the default connection lead to an empty, migrated scratch database for the length of the block.

    Raises:
        NoScratch: the account may not create databases.
    """
    running, name = connection.settings_dict["NAME"], f"madang_scratch_{os.getpid()}"
    _server(f'DROP DATABASE IF EXISTS "{name}"')
    _server(f'CREATE DATABASE "{name}"')
    # nobody reads a scratch database after a crash, so waiting for the disk would be waste
    _server(f'ALTER DATABASE "{name}" SET synchronous_commit = off')
    try:
        _lead_to(name)
        call_command("migrate", interactive=False, verbosity=0)
        yield
    finally:
        _lead_to(running)
        # without FORCE: that may not end the server's own vacuum, which plain DROP does
        _server(f'DROP DATABASE IF EXISTS "{name}"')


def _lead_to(name: str) -> None:
    connections.close_all()
    connection.settings_dict["NAME"] = name
    # days off that officials recorded in one database are not in force in another
    calendar.forget()


def _server(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")
        if not cursor.fetchone()[0]:
            raise NoScratch
        cursor.execute(statement)
