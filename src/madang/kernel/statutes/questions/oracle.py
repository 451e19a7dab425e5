"""Checking effective dates against published ones: rows of promulgation, length, effective day and last day."""

from collections.abc import Iterable, Mapping
from typing import Any

from madang.kernel.statutes.questions.examination import Examination, NotCases, examine
from madang.kernel.words import Words

NEEDED = ("promulgated", "n", "unit", "effective")
LAST_DAY = "last_day"


def check_rows(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> Examination:
    """Count the effective day of every row and compare.

    Raises:
        NotCases: a column is lacking.
    """
    lacking = [name for name in NEEDED if name not in set(columns)]
    if lacking:
        listed = ", ".join(lacking)
        raise NotCases(Words(f"표에 열이 없습니다: {listed}.", f"the table lacks columns: {listed}."))
    return examine(_case(place, row) for place, row in enumerate(rows, 1))


def _case(place: int, row: Mapping[str, str | None]) -> dict[str, Any]:
    n = (row.get("n") or "").strip()
    whole = n.isascii() and n.isdigit() and len(n) < 10
    facts = {
        "kind": "effective_date",
        "promulgated": row["promulgated"],
        "n": int(n) if whole else n,
        "unit": row["unit"],
    }
    expected = {"effective": row["effective"]}
    if row.get(LAST_DAY):
        expected[LAST_DAY] = row[LAST_DAY]
    return {"id": f"{place}", "facts": facts, "expected": expected}
