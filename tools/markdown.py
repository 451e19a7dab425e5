"""Markdown for the generated pages: the same input gives the same bytes."""

from collections.abc import Iterable


def page(title: str, lead: str, *parts: str) -> str:
    """Return a page: title, what it is, its parts."""
    return "\n\n".join([f"# {title}", lead, *parts]) + "\n"


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a Markdown table; bars and line ends inside of cells are made harmless."""
    cells = [list(head), *([_cell(c) for c in row] for row in rows)]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * len(cells[0]), *lines[1:]])


def _cell(value: object) -> str:
    return " ".join(str(value).replace("|", "\\|").split())


def code(names: Iterable[str]) -> str:
    """Return names as code, in order."""
    return ", ".join(f"`{name}`" for name in names)
