"""Tables that are looked at by people before they are changed: `make golden` rewrites them, a test compares."""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
Row = Sequence[str]


def differences(name: str, rows: Iterable[Row]) -> list[str]:
    """Return what differs between a table and its file, or write the file when GOLDEN=write."""
    path, text = FOLDER / name, _written(rows)
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, "utf-8")
    kept = path.read_text("utf-8") if path.is_file() else ""
    found = list(
        unified_diff(kept.splitlines(), text.splitlines(), name, "as the code stands", n=0, lineterm="")
    )
    if not found:
        return []
    return [f"golden/{name}: look at each line below; if all of them are meant, run ‘make golden’", *found]


def _written(rows: Iterable[Row]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
