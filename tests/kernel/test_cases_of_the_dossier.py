"""Worked cases from published history and by hand: the kernel gives the expected answer to each."""

import csv
import json
from pathlib import Path

import pytest

from madang.kernel.statutes.questions.examination import Verdict, cases_of, examine
from madang.kernel.statutes.questions.kinds import KINDS
from madang.kernel.statutes.questions.oracle import check_rows

HERE = Path(__file__).parent
CASES = cases_of(json.loads((HERE / "cases.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_kernel_answers_a_worked_case_as_expected(case):
    (found,) = examine([case]).cases
    assert (found.verdict, found.why.en) == (Verdict.PASSED, ""), (found.expected, found.found)


def test_every_kind_of_question_has_a_worked_case():
    assert {case["facts"]["kind"] for case in CASES} == set(KINDS)


def test_every_field_that_a_question_answers_is_expected_by_a_worked_case():
    expected = {(case["facts"]["kind"], field) for case in CASES for field in case["expected"]}
    given = {(name, field) for name, kind in KINDS.items() for field in kind.gives}
    assert given - expected == set()
    assert expected - given == set()


def test_every_fact_that_a_question_takes_is_stated_by_a_worked_case():
    stated = {(case["facts"]["kind"], name) for case in CASES for name in case["facts"]}
    taken = {(name, fact) for name, kind in KINDS.items() for fact in (*kind.needs, *kind.may)}
    assert taken - stated == set()


def test_no_two_worked_cases_have_the_same_id():
    ids = [case["id"] for case in CASES]
    assert len(ids) == len(set(ids))


def test_effective_dates_agree_with_658_published_ones():
    with (HERE / "period_oracle.csv").open(encoding="utf-8") as file:
        reader = csv.DictReader(file)
        found = check_rows(reader.fieldnames, list(reader))
    assert [case for case in found.cases if case.verdict is not Verdict.PASSED] == []
    assert found.closing_line == "658 passed, 0 failed, 0 unknown"
