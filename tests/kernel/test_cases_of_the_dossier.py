"""Worked cases from published history and by hand: the kernel gives the expected answer to each."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from madang.kernel.clocks.counting import effective
from madang.kernel.clocks.lengths import Length, Unit
from tests.kernel.case_answers import KINDS, answer

HERE = Path(__file__).parent
CASES = json.loads((HERE / "cases.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_kernel_answers_a_worked_case_as_expected(case):
    found = answer(case["facts"])
    assert {key: found[key] for key in case["expected"]} == case["expected"]


def test_every_kind_of_question_has_a_worked_case():
    assert {case["facts"]["kind"] for case in CASES} == set(KINDS)


def test_effective_dates_agree_with_658_published_ones():
    with (HERE / "period_oracle.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    wrong = [row for row in rows if not _agrees(row)]
    assert len(rows) == 658
    assert wrong == []


def _agrees(row):
    counted = effective(date.fromisoformat(row["promulgated"]), Length(int(row["n"]), Unit(row["unit"])))
    return [counted.due_on.isoformat(), counted.raw_due_on.isoformat()] == [row["effective"], row["last_day"]]
