"""Printing tables, and saying on what machine the figures were read."""

import os
import platform
from collections.abc import Sequence


def machine() -> None:
    """Print processor count, load and Python: the figures of a shared machine are ratios, not absolutes."""
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    print(f"{os.cpu_count()} cores, load {load}, Python {platform.python_version()}, {platform.platform()}\n")


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under heads in aligned columns, numbers to the right."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(len(head), *(len(row[i]) for row in cells)) for i, head in enumerate(heads)]
    print(f"## {title}\n")
    print(" | ".join(head.ljust(width) for head, width in zip(heads, widths, strict=True)))
    print("-|-".join("-" * width for width in widths))
    for row, values in zip(cells, rows, strict=True):
        print(" | ".join(_padded(c, w, v) for c, w, v in zip(row, widths, values, strict=True)))
    print()


def _cell(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _padded(cell: str, width: int, value: object) -> str:
    return cell.rjust(width) if isinstance(value, int | float) else cell.ljust(width)
