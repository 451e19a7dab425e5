"""Write the generated reference pages, or (``check``) say which of them no longer match the code.

Run as ``python -m tools.reference``. The pages are made in ``reference_pages`` and ``reference_law``.
"""

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import django

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"


@cache
def pages() -> dict[str, Callable[[], str]]:
    """Return what makes each page, by its file name."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "madang.settings.test")
    django.setup()
    from tools import reference_api as open_api  # noqa: PLC0415 -- needs Django to be set up first
    from tools import reference_law as law  # noqa: PLC0415 -- needs Django to be set up first
    from tools import reference_pages as made  # noqa: PLC0415 -- needs Django to be set up first

    return {
        "acts.md": made.acts,
        "events.md": made.events,
        "permissions.md": made.permissions,
        "procedures.md": made.procedures,
        "glossary.md": made.glossary,
        "settings.md": made.settings,
        "api.md": open_api.api,
        "law-coverage.md": law.law_coverage,
        "law-articles.md": law.law_articles,
        "law-questions.md": law.law_questions,
        "law-commands.md": law.law_commands,
    }


def stale() -> list[str]:
    """Return the names of pages that are absent or differ from what the code says."""
    return [
        name
        for name, made in pages().items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text("utf-8") != made()
    ]


def main(arguments: list[str]) -> int:
    """Write all pages, or only look when told to check."""
    if arguments == ["check"]:
        for name in stale():
            print(f"docs/reference/{name} no longer matches the code: run ‘make docs’")
        return bool(stale())
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, made in pages().items():
        (FOLDER / name).write_text(made(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
