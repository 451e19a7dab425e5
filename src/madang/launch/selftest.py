"""Does this database do what the product stands on? Asked at every start, answered in sentences."""

import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, LiteralString

import psycopg

from madang.kernel.words import Words
from madang.launch.engines import EXTENSIONS, OLDEST_MAJOR

Connection = psycopg.Connection[tuple[Any, ...]]
#: how far apart the clocks of the database and of this machine may be
CLOCK_SECONDS = 2
AWAY = Words(
    "데이터베이스에 연결하지 못했습니다({why}). 모든 자료가 그곳에 있으므로 시작할 수 없습니다. "
    "DATABASE_URL과 서버를 살펴 주십시오.",
    "The database cannot be reached ({why}). Everything is kept there, so this cannot start. "
    "Look at DATABASE_URL and at the server.",
)
OVERLAPPING = """
    CREATE TEMP TABLE madang_selftest
        (zone int, held tstzrange, EXCLUDE USING gist (zone WITH =, held WITH &&));
    INSERT INTO madang_selftest VALUES (1, '[2024-01-01, 2024-03-01)'), (1, '[2024-02-01, 2024-04-01)');
"""


def connect(place: dict[str, Any]) -> Connection:
    """Open an autocommit connection to an entry of Django's ``DATABASES``."""
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    given = {ours: place[theirs] for ours, theirs in names.items() if place[theirs]}
    return psycopg.connect(**given, **place["OPTIONS"], client_encoding="utf8", autocommit=True)


def failures(place: dict[str, Any]) -> Iterator[Words]:
    """Yield what is wrong with a database, why it matters and what to do; nothing when all is well."""
    try:
        with connect(place) as connection:
            yield from _failures(connection)
            yield from _lock(connection, place)
    except psycopg.OperationalError as error:
        yield AWAY.filled(why=_first_line(error))


def unreachable(place: dict[str, Any]) -> Words | None:
    """Return why a database cannot be reached, or None when it can."""
    try:
        connect(place).close()
    except psycopg.OperationalError as error:
        return AWAY.filled(why=_first_line(error))
    return None


def _failures(connection: Connection) -> Iterator[Words]:
    for check in CHECKS:
        try:
            failed = check(connection)
        except psycopg.Error as error:
            failed = Words(
                "데이터베이스 점검을 끝내지 못했습니다: {check} ({why}). "
                "데이터베이스의 권한을 살펴 주십시오.",
                "The check ‘{check}’ of the database could not be made ({why}). "
                "Look at the rights of its role.",
            ).filled(check=check.__name__.strip("_"), why=_first_line(error))
        if failed:
            yield failed


def _version(connection: Connection) -> Words | None:
    if connection.info.server_version >= OLDEST_MAJOR * 10_000:
        return None
    return Words(
        "PostgreSQL {found} 판은 너무 오래되었습니다. {least} 이상의 기능을 쓰므로 새것으로 올려 주십시오.",
        "PostgreSQL {found} is too old. Functions of {least} and later are used; please upgrade it.",
    ).filled(found=connection.info.server_version // 10_000, least=OLDEST_MAJOR)


def _encoding(connection: Connection) -> Words | None:
    found = _one(connection, "SHOW server_encoding")
    if found == "UTF8":
        return None
    return Words(
        "데이터베이스의 문자 부호가 {found}입니다. 한글을 빠짐없이 담으려면 "
        "UTF8이어야 하므로 ENCODING 'UTF8'로 다시 만들어 주십시오.",
        "The database is encoded as {found}. Only UTF8 holds all Korean text; "
        "make it again with ENCODING 'UTF8'.",
    ).filled(found=found)


def _role(connection: Connection) -> Words | None:
    if not _one(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"):
        return None
    return Words(
        "데이터베이스에 관리자(superuser)로 연결되었습니다. "
        "기록을 고치지 못하게 막는 장치를 지나칠 수 있으므로 "
        "보통 역할을 만들어 DATABASE_URL에 적어 주십시오.",
        "The database is used as a superuser, who can pass the guards that keep the record from being "
        "changed. "
        "Make an ordinary role and put it into DATABASE_URL.",
    )


def _extensions(connection: Connection) -> Words | None:
    try:
        for name in EXTENSIONS:
            connection.execute(f"CREATE EXTENSION IF NOT EXISTS {name}")
    except psycopg.Error as error:
        return Words(
            "확장 기능 {names} 가운데 없는 것이 있습니다({why}). 검색과 기간 겹침 방지에 필요하므로 "
            "관리자가 이 데이터베이스에서 CREATE EXTENSION으로 만들어 주십시오.",
            "One of the extensions {names} is missing ({why}). "
            "Search and the guard against overlapping periods "
            "need them; an administrator must make them in this database with CREATE EXTENSION.",
        ).filled(names=", ".join(EXTENSIONS), why=_first_line(error))
    return None


def _trigrams(connection: Connection) -> Words | None:
    if _one(connection, "SELECT show_trgm('규제자유특구')"):
        return None
    return Words(
        "한글 낱말에서 세 글자 묶음(trigram)이 나오지 않습니다. "
        "LC_CTYPE가 C이면 그러하며, 한글 검색이 되지 않습니다. "
        "데이터베이스를 LC_CTYPE 'C.UTF-8'로 다시 만들어 주십시오.",
        "No trigrams come out of Korean words, as happens when LC_CTYPE is C; searching Korean would "
        "find nothing. "
        "Make the database again with LC_CTYPE 'C.UTF-8'.",
    )


def _exclusion(connection: Connection) -> Words | None:
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(OVERLAPPING)
    except psycopg.errors.ExclusionViolation:
        return None
    return Words(
        "겹치는 기간이 거절되지 않았습니다. 같은 직위의 기간이 겹쳐 저장될 수 있으므로 btree_gist "
        "확장을 살펴 주십시오.",
        "Overlapping periods were not refused, so contradicting periods could be kept. Look at btree_gist.",
    )


def _clock(connection: Connection) -> Words | None:
    before = datetime.now(UTC)
    first, second = (_one(connection, "SELECT clock_timestamp()") for _ in range(2))
    after = datetime.now(UTC)
    away = max((before - first).total_seconds(), (second - after).total_seconds())
    if first <= second and away <= CLOCK_SECONDS:
        return None
    return Words(
        "데이터베이스의 시계가 이 기기의 시계와 {away:.0f}초 다르거나 거꾸로 갑니다. "
        "접수 마감을 그 시계로 재므로 "
        "두 기기의 시각을 맞춘 뒤 다시 시작해 주십시오.",
        "The clock of the database is {away:.0f} s away from this machine's, or runs backwards. "
        "Deadlines are taken "
        "from it: set both clocks right and start again.",
    ).filled(away=away)


def _lock(connection: Connection, place: dict[str, Any]) -> Iterator[Words]:
    key = secrets.randbits(62)
    with connect(place) as other:
        connection.execute("SELECT pg_advisory_lock(%s)", [key])
        if other.execute("SELECT pg_try_advisory_lock(%s)", [key]).fetchone() != (False,):
            yield Words(
                "데이터베이스의 잠금이 연결 사이에서 지켜지지 않습니다. "
                "두 사람이 같은 일을 동시에 처리할 수 있으므로 "
                "연결을 섞는 중계기(pgbouncer 등)를 session 방식으로 바꿔 주십시오.",
                "Locks of the database do not hold between connections, so two people could do the "
                "same thing at "
                "once. Set whatever pools the connections (pgbouncer and the like) to session mode.",
            )
    connection.execute("SELECT pg_advisory_unlock(%s)", [key])


CHECKS: tuple[Callable[[Connection], Words | None], ...] = (
    _version,
    _encoding,
    _role,
    _extensions,
    _trigrams,
    _exclusion,
    _clock,
)


def _one(connection: Connection, query: LiteralString) -> Any:
    row = connection.execute(query).fetchone()
    return row[0] if row else None


def _first_line(error: psycopg.Error) -> str:
    return str(error).strip().split("\n", 1)[0]
