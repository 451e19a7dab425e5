"""The table of settings: what it reads, and the sentence that anything else gets."""

from pathlib import Path

import pytest

from madang.settings import env
from madang.settings.database_url import database
from madang.settings.kinds import WrongSetting
from madang.settings.table import SETTINGS
from tests.launch.conftest import Madang


def test_unknown_name_stops_the_start_and_names_the_nearest(madang: Madang, var: Path) -> None:
    ended = madang("serve", MADANG_VAR=var, MADANG_HOST="example.go.kr")
    assert ended.returncode == 1
    assert "알 수 없는 설정입니다: MADANG_HOST. 혹시 MADANG_HOSTS입니까?" in ended.stderr
    assert "MADANG_HOST is not a setting. Did you mean MADANG_HOSTS?" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("text", ["eighty", "0", "65536", "8０80", "-1", "80.5"])
def test_wrong_port_is_refused_with_what_may_be_written(text: str, madang: Madang, var: Path) -> None:
    ended = madang("serve", MADANG_VAR=var, PORT=text)
    assert ended.returncode == 1
    assert f"PORT cannot be ‘{text}’. Write a whole number from 1 to 65535." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_every_wrong_setting_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {"PORT": "x", "MADANG_DEMO": "perhaps", "MADANG_POSTGRES": "mysql"}.items():
        monkeypatch.setenv(name, text)
    assert [words.en.split()[0] for words in env.problems()] == ["PORT", "MADANG_DEMO", "MADANG_POSTGRES"]


def test_every_default_is_a_value_that_its_own_kind_accepts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MADANG_VAR", str(tmp_path))
    assert env.problems() == []


def test_switches_are_read_in_korean_as_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MADANG_DEMO", "예")
    assert env.value("MADANG_DEMO") is True
    monkeypatch.setenv("MADANG_DEMO", "Off")
    assert env.value("MADANG_DEMO") is False


def test_secret_is_made_once_and_readable_by_its_owner_alone(madang: Madang, var: Path) -> None:
    first, second = (madang("settings", MADANG_VAR=var) for _ in range(2))
    assert (first.returncode, second.returncode) == (0, 0)
    madang("manage", "check", MADANG_VAR=var, DATABASE_URL="postgresql:///nobody")
    kept = var / "secret_key"
    secret = kept.read_text("ascii")
    assert len(secret) >= 64
    assert kept.stat().st_mode & 0o777 == 0o600
    madang("manage", "check", MADANG_VAR=var, DATABASE_URL="postgresql:///nobody")
    assert kept.read_text("ascii") == secret


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Production needs a MADANG_SECRET_KEY"),
        ({"MADANG_SECRET_KEY": "a" * 80}, "Production needs a MADANG_SECRET_KEY"),
        (
            {"MADANG_SECRET_KEY": "0123456789" * 6, "MADANG_DEMO": 1},
            "Production cannot run as a demonstration",
        ),
    ],
)
def test_production_refuses_weak_secrets_and_demonstrations(
    given: dict[str, object], sentence: str, madang: Madang, var: Path
) -> None:
    place = {"MADANG_VAR": var, "DATABASE_URL": "postgresql:///nobody"}
    ended = madang("manage", "check", DJANGO_SETTINGS_MODULE="madang.settings.production", **place, **given)
    assert ended.returncode == 1
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr


def test_database_address_is_read_with_its_socket_and_quoted_password() -> None:
    read = database("postgresql://yang:p%40ss%2Fword@db.example:6432/zones?sslmode=require")
    assert (read["USER"], read["PASSWORD"], read["HOST"], read["PORT"], read["NAME"]) == (
        "yang",
        "p@ss/word",
        "db.example",
        "6432",
        "zones",
    )
    assert read["OPTIONS"]["sslmode"] == "require"
    assert database("postgresql://madang@/madang?host=/run/sockets")["HOST"] == "/run/sockets"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("mysql://a:hidden@b/c", "Only PostgreSQL can be used"),
        ("postgresql://a:hidden@b", "names no database"),
        ("postgresql://a:hidden@b:99999/c", "not a number from 1 to 65535"),
        ("postgresql://a:hidden@b/c?sslmod=require", "has ‘sslmod’, which is unknown"),
        ("postgresql://a:hidden@[::1/c", "cannot be read"),
    ],
)
def test_wrong_database_address_is_told_without_its_password(address: str, sentence: str) -> None:
    with pytest.raises(WrongSetting) as refused:
        database(address)
    assert sentence in refused.value.words.en
    assert "hidden" not in str(refused.value)


def test_half_a_single_sign_on_names_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.openid_connect() == {}
    monkeypatch.setenv("MADANG_OIDC_SERVER", "https://login.example")
    with pytest.raises(WrongSetting, match="MADANG_OIDC_NAME, MADANG_OIDC_CLIENT_ID, MADANG_OIDC_SECRET"):
        env.openid_connect()


def test_settings_command_prints_the_whole_table(madang: Madang, var: Path) -> None:
    printed = madang("settings", MADANG_VAR=var).stdout
    assert [name for name in SETTINGS if name not in printed] == []
    assert "Port of the web server" in printed
    assert "웹 서버의 포트" in printed


@pytest.mark.parametrize("command", ["banana", ""])
def test_command_that_does_not_exist_lists_all_commands_and_starts_no_database(
    command: str, madang: Madang, var: Path
) -> None:
    ended = madang(*([command] if command else []), MADANG_VAR=var)
    assert ended.returncode == (2 if command else 0)
    listed = {line.split()[1] for line in ended.stdout.splitlines()}
    assert listed >= {"serve", "settings", "replay", "law", "act", "person", "selftest", "manage"}
    assert list(var.iterdir()) == []


@pytest.mark.parametrize("command", [["replay"], ["act", "list"], ["person", "a@b.kr", "가", "mss"]])
def test_command_whose_database_is_out_of_reach_says_so_without_a_trace(
    command: list[str], madang: Madang, var: Path
) -> None:
    ended = madang(*command, MADANG_VAR=var, DATABASE_URL="postgresql://madang@/madang?host=/nowhere")
    assert ended.returncode == 1
    assert "The database cannot be reached" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("host", ["nowhere.invalid", "192.0.2.1"])
def test_address_that_this_machine_does_not_have_is_told_by_its_setting(
    host: str, madang: Madang, var: Path
) -> None:
    ended = madang("serve", MADANG_VAR=var, MADANG_BIND=host)
    assert ended.returncode == 1
    assert f"Nothing can listen on {host}, as MADANG_BIND says" in ended.stderr
