"""The address of a database, ``postgresql://user:password@host:port/name?host=/socket``, read for Django.

The password is never repeated in a sentence: only the part that is wrong is.
"""

from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from madang.settings.kinds import refuse

SCHEMES = ("postgresql", "postgres")
PLACES = ("host", "port", "user", "password", "dbname")
OPTIONS = (
    "application_name",
    "connect_timeout",
    "keepalives_idle",
    "options",
    "sslcert",
    "sslkey",
    "sslmode",
    "sslrootcert",
    "target_session_attrs",
)
#: seconds a connection is kept, and how long one may take to be made
KEPT_SECONDS, CONNECT_SECONDS = 600, 5


def database(address: str) -> dict[str, Any]:
    """Return Django's ``DATABASES`` entry for an address.

    >>> database("postgresql://madang@/madang?host=/tmp/sockets")["HOST"]
    '/tmp/sockets'

    Raises:
        WrongSetting: the address is not one of a PostgreSQL database.
    """
    parts = _split(address)
    query = _query(parts)
    name = query.pop("dbname", unquote(parts.path.lstrip("/")))
    if not name:
        refuse(
            "DATABASE_URL에 데이터베이스 이름이 없습니다. 주소 끝에 /이름 을 붙여 주십시오.",
            "DATABASE_URL names no database. Add /name at the end of the address.",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": query.pop("user", unquote(parts.username or "")),
        "PASSWORD": query.pop("password", unquote(parts.password or "")),
        "HOST": query.pop("host", unquote(parts.hostname or "")),
        "PORT": query.pop("port", _port(parts)),
        "CONN_MAX_AGE": KEPT_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": CONNECT_SECONDS, **query},
    }


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = SplitResult("", "", "", "", "")
    if parts.scheme not in SCHEMES:
        refuse(
            "DATABASE_URL을 읽을 수 없습니다. PostgreSQL만 쓸 수 있으며, "
            "postgresql://사용자:비밀번호@서버:포트/이름 모양으로 적어 주십시오.",
            "DATABASE_URL cannot be read. Only PostgreSQL can be used; "
            "write it as postgresql://user:password@host:port/name.",
        )
    return parts


def _port(parts: SplitResult) -> str:
    try:
        return str(parts.port or "")
    except ValueError:
        refuse(
            "DATABASE_URL의 포트가 1~65535 사이의 수가 아닙니다. 고쳐 적어 주십시오.",
            "The port in DATABASE_URL is not a number from 1 to 65535. Please correct it.",
        )


def _query(parts: SplitResult) -> dict[str, str]:
    query = dict(parse_qsl(parts.query))
    for name in query:
        if name not in PLACES + OPTIONS:
            refuse(
                "DATABASE_URL에 알 수 없는 항목이 있습니다: ‘{name}’. 쓸 수 있는 것: {known}.",
                "DATABASE_URL has ‘{name}’, which is unknown. Known are: {known}.",
                name=name,
                known=", ".join(PLACES + OPTIONS),
            )
    return query
