"""The command ``madang``: it looks at the settings, sees to the database, and hands over.

``serve``, ``worker``, ``settings``, ``selftest``, ``prepare`` and ``manage`` are answered here; ``law`` belongs to
``madang.portal.cli_law`` and needs no database; ``act``, ``person`` and ``replay`` belong to ``madang.portal.cli`` and
find the database running.
"""

import importlib
import os
import sys
from collections.abc import Callable

from madang.kernel.words import Words
from madang.launch import selftest, serve
from madang.launch.database import database
from madang.launch.said import CannotStart, say, stop
from madang.settings import env, table
from madang.settings.kinds import WrongSetting

REFUSED = Words(
    "운영체제가 허락하지 않아 할 수 없습니다: {why} ({path}). 그 파일의 주인과 남은 공간을 살펴 주십시오.",
    "The operating system refused: {why} ({path}). Look at whose file it is and at the space that is left.",
)
#: every command, in the order in which people meet them
COMMANDS = {
    "serve": Words("마당을 열고 지켜봅니다", "opens Madang and looks after it"),
    "settings": Words("환경 변수로 정하는 설정의 목록", "lists what the environment can set"),
    "replay": Words("실제 기록을 다시 재생하고 점검합니다", "replays the record and examines it"),
    "law": Words("법정 기한과 요건을 묻습니다", "answers on statutory dates and rules"),
    "act": Words("명령줄에서 한 처리를 합니다", "carries out one act"),
    "person": Words("첫 계정을 만듭니다", "makes the first account"),
    "selftest": Words("데이터베이스를 점검합니다", "examines the database"),
    "prepare": Words("표를 맞추고 기록을 불러옵니다", "updates the tables and loads the record"),
    "worker": Words("뒤에서 하는 일을 맡습니다", "does the work in the background"),
    "manage": Words("Django의 관리 명령", "commands of Django"),
}
PASSED = Words("데이터베이스가 모든 점검을 통과했습니다.", "The database passed every check.")


def main(argv: list[str] | None = None) -> int:
    """Carry out one command line and return its exit code; every refusal is a sentence, never a traceback."""
    command, *rest = (sys.argv[1:] if argv is None else argv) or ["help"]
    if command not in COMMANDS:
        return _help(command)
    if problems := env.problems():
        stop(*problems)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "madang.settings.dev")
    try:
        if command in WITHOUT_DATABASE:
            return WITHOUT_DATABASE[command](rest)
        with database():
            return _with_database(command, rest)
    except (CannotStart, WrongSetting) as refused:
        stop(refused.words)
    except OSError as error:
        stop(REFUSED.filled(why=error.strerror or error, path=error.filename or "-"))
    except KeyboardInterrupt:
        return 130


def _help(command: str) -> int:
    """List the commands; 0 when that was asked for, 2 when there is no such command."""
    for name, words in COMMANDS.items():
        print(f"madang {name:<10}{words.ko} / {words.en}")
    return 0 if command in ("help", "-h", "--help") else 2


def _with_database(command: str, rest: list[str]) -> int:
    if command in WITH_DATABASE:
        return WITH_DATABASE[command](rest)
    if away := selftest.unreachable(env.database()):
        stop(away)
    return _hand_over([command, *rest])


def _serve(_: list[str]) -> int:
    return serve.serve()


def _settings(_: list[str]) -> int:
    for name, kind, default, help_text in table.shown():
        print(f"{name}  [{default or '-'}]")
        for language in ("ko", "en"):
            print(f"    {help_text.in_(language)} ({kind.in_(language)})")
    return 0


def _selftest(_: list[str]) -> int:
    if failures := list(selftest.failures(env.database())):
        stop(*failures)
    say(PASSED)
    return 0


def _worker(_: list[str]) -> int:
    # Django is imported only by the commands that need it, so that serving stays light and quick
    return int(importlib.import_module("madang.launch.worker").work())


def _prepare(_: list[str]) -> int:
    return int(importlib.import_module("madang.launch.prepare").prepare())


def _manage(rest: list[str]) -> int:
    importlib.import_module("django.core.management").execute_from_command_line(["madang manage", *rest])
    return 0


def _law(rest: list[str]) -> int:
    return int(importlib.import_module("madang.portal.cli_law").run(rest))


def _hand_over(argv: list[str]) -> int:
    return int(importlib.import_module("madang.portal.cli").main(argv) or 0)


WITHOUT_DATABASE: dict[str, Callable[[list[str]], int]] = {
    "serve": _serve,
    "settings": _settings,
    "law": _law,
}
WITH_DATABASE: dict[str, Callable[[list[str]], int]] = {
    "selftest": _selftest,
    "worker": _worker,
    "prepare": _prepare,
    "manage": _manage,
}
