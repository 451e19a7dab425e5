"""The command ``madang``: it looks at the settings, sees to the database, and hands over.

``serve``, ``worker``, ``settings``, ``selftest``, ``prepare`` and ``manage`` are answered here; ``law`` belongs to
``madang.portal.cli_law`` and needs no database; every other word belongs to ``madang.portal.cli`` and finds the
database running.
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
PASSED = Words("데이터베이스가 모든 점검을 통과했습니다.", "The database passed every check.")


def main(argv: list[str] | None = None) -> int:
    """Carry out one command line and return its exit code; every refusal is a sentence, never a traceback."""
    command, *rest = (sys.argv[1:] if argv is None else argv) or ["help"]
    if problems := env.problems():
        stop(*problems)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "madang.settings.dev")
    try:
        if command in WITHOUT_DATABASE:
            return WITHOUT_DATABASE[command](rest)
        with database():
            return WITH_DATABASE.get(command, lambda _: _hand_over([command, *rest]))(rest)
    except (CannotStart, WrongSetting) as refused:
        stop(refused.words)
    except OSError as error:
        stop(REFUSED.filled(why=error.strerror or error, path=error.filename or "-"))
    except KeyboardInterrupt:
        return 130


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
