"""What the environment says, read by the table of settings.

``value("MADANG_HOSTS")`` answers with the typed value; ``problems()`` lists, as sentences, whatever in the
environment is unknown or wrong.
"""

import os
import secrets
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from madang.kernel.words import Words
from madang.settings import database_url
from madang.settings.kinds import FOLDER, WrongSetting, refuse
from madang.settings.table import OIDC, SETTINGS

#: where the launcher notes the address of the private server, in MADANG_VAR
ADDRESS_NOTE = "postgres.address"


def value(name: str) -> Any:
    """Return the typed value of a setting of the table.

    Raises:
        WrongSetting: what the environment holds is not of the setting's kind.
    """
    setting = SETTINGS[name]
    text = os.environ.get(name, "").strip() or setting.default
    if name == "MADANG_SECRET_KEY" and not text:
        return _kept_secret(value("MADANG_VAR") / "secret_key")
    if not text and setting.kind is FOLDER:
        return None
    try:
        return setting.kind.read(text)
    except ValueError:
        refuse(
            "{name}에 쓸 수 없는 값입니다: ‘{text}’. 쓸 수 있는 값: {ko}.",
            "{name} cannot be ‘{text}’. Write {en}.",
            name=name,
            text=text,
            ko=setting.kind.called.ko,
            en=setting.kind.called.en,
        )


def database() -> dict[str, Any]:
    """Return Django's default database: ``DATABASE_URL``, or the private server that was started last."""
    return database_url.database(value("DATABASE_URL") or private_database())


def private_database() -> str:
    """Return the address that the launcher wrote down for this folder's private server.

    Before any start there is none; the socket folder then named does not exist, and a connection fails.
    """
    noted = value("MADANG_VAR") / ADDRESS_NOTE
    return (
        noted.read_text("utf-8").strip() if noted.is_file() else f"postgresql://madang@/madang?host={noted}"
    )


def openid_connect() -> dict[str, Any]:
    """Return allauth's providers: the OpenID Connect server of the table, or none at all."""
    name, server, client, secret = (value(row) for row in OIDC)
    if not any((name, server, client, secret)):
        return {}
    _all_of(OIDC)
    app = {"provider_id": "sso", "name": name, "client_id": client, "secret": secret}
    return {"openid_connect": {"APPS": [{**app, "settings": {"server_url": server}}]}}


def problems(environment: Mapping[str, str] | None = None) -> list[Words]:
    """Return a sentence for every unknown ``MADANG_`` name and every value that cannot be used."""
    names = os.environ if environment is None else environment
    found = [_unknown(name) for name in sorted(names) if name.startswith("MADANG_") and name not in SETTINGS]
    for read in (*(_reader(name) for name in SETTINGS if name in names), database, openid_connect):
        try:
            read()
        except WrongSetting as wrong:
            found.append(wrong.words)
    return list(dict.fromkeys(found))


def _reader(name: str) -> Any:
    return lambda: value(name)


def _unknown(name: str) -> Words:
    # the common prefix would make every name look near, so only what follows it is compared
    known = {setting.removeprefix("MADANG_"): setting for setting in SETTINGS}
    near = known[get_close_matches(name.removeprefix("MADANG_"), known, n=1, cutoff=0.0)[0]]
    return Words(
        "알 수 없는 설정입니다: {name}. 혹시 {near}입니까? 전체 목록은 ‘madang settings’로 볼 수 있습니다.",
        "{name} is not a setting. Did you mean {near}? ‘madang settings’ lists them all.",
    ).filled(name=name, near=near)


def _all_of(names: Iterable[str]) -> None:
    missing = [name for name in names if not value(name)]
    if missing:
        refuse(
            "통합 로그인 설정이 모자랍니다. 다음도 적어 주십시오: {missing}.",
            "The single sign-on is only half set. Give also: {missing}.",
            missing=", ".join(missing),
        )


@cache
def _kept_secret(path: Path) -> str:
    """Return the secret kept in ``path``; the first caller makes it, readable by its owner alone."""
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with open(
            os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii"
        ) as file:
            file.write(secrets.token_urlsafe(64))
        _first_wins(draft, path)
    return path.read_text("ascii").strip()


def _first_wins(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
