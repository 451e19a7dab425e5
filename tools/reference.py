"""Write the generated reference pages, or (``check``) say which of them no longer match the code."""

import sys
from collections.abc import Callable
from pathlib import Path

from madang.settings import table

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"


def settings() -> str:
    """Return the page of all settings."""
    rows = [
        f"| `{name}` | {kind.en} | {f'`{default}`' if default else ''} | {text.en} | {text.ko} |"
        for name, kind, default, text in table.shown()
    ]
    head = ["# Settings", "", "Given in the environment; `madang settings` prints the same.", ""]
    head += ["| name | type | default | what it does | 뜻 |", "|---|---|---|---|---|"]
    return "\n".join([*head, *rows, ""])


PAGES: dict[str, Callable[[], str]] = {"settings.md": settings}


def stale() -> list[str]:
    """Return the names of pages that are absent or differ from what the code says."""
    return [
        name
        for name, page in PAGES.items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text("utf-8") != page()
    ]


def main(arguments: list[str]) -> int:
    """Write all pages, or only look when told to check."""
    if arguments == ["check"]:
        for name in stale():
            print(f"docs/reference/{name} no longer matches the code: run ‘make docs’")
        return bool(stale())
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
