"""Many situations at once answer as the engine does one by one, in every edition of the law and with facts missing."""

from datetime import date

import numpy as np
import pytest

from madang.kernel.statutes.bulk import (
    CHUNK,
    STATUS_OF,
    NotInBulk,
    UnequalColumns,
    bulk_rule_ids,
    examine,
    facts_at,
)
from madang.kernel.statutes.criteria import BREACHED, CRITERIA, NOT_IN_FORCE, REFUSED, SATISFIED, UNKNOWN
from madang.kernel.statutes.facts import NoSuchFact
from madang.kernel.statutes.refusals import ContradictoryFacts, NoSuchRule, NotInForce, WrongFact
from madang.kernel.statutes.rules import evaluate, facts_of

ROWS = 400
FIRST = date(2018, 1, 1)
KNOWN = [None, date(2018, 10, 15), date(2020, 1, 2), date(2024, 2, 5), date(2024, 2, 6), date(2027, 1, 4)]


def days(*texts):
    return np.array(texts, dtype="datetime64[D]")


def columns_of(rules, chance, rows=ROWS):
    facts = {fact.name: fact.kind for rule_id in rules for fact in facts_of(rule_id)}
    columns = {}
    for name, kind in sorted(facts.items()):
        if kind == "day":
            columns[name] = days("2024-08-01") + chance.integers(-40, 40, rows)
            columns[name][chance.random(rows) < 0.2] = np.datetime64("NaT")
        else:
            columns[name] = chance.integers(-1, 2 if kind == "yes_no" else 48, rows).astype(np.int8)
    return columns


def case_days(chance, rows=ROWS):
    spread = np.datetime64(FIRST) + chance.integers(0, 3300, rows)
    spread[:6] = days("2019-04-16", "2019-04-17", "2021-07-20", "2021-07-21", "2024-08-06", "2024-08-07")
    return spread


def one_by_one(rule_id, columns, on, known_on):
    code = {status: number for number, status in STATUS_OF.items()}
    try:
        return code[evaluate(rule_id, columns, on=on, known_on=known_on).status]
    except NotInForce:
        return NOT_IN_FORCE
    except ContradictoryFacts:
        return REFUSED


@pytest.mark.parametrize("known_on", KNOWN)
@pytest.mark.parametrize("rule_id", bulk_rule_ids())
def test_each_situation_has_the_answer_of_the_engine(rule_id, known_on):
    chance = np.random.default_rng([len(rule_id), KNOWN.index(known_on), *rule_id.encode()])
    columns, on = columns_of([rule_id], chance), case_days(chance)
    found = examine([rule_id], columns, on=on, known_on=known_on)
    expected = [one_by_one(rule_id, facts_at(columns, row), on[row].item(), known_on) for row in range(ROWS)]
    assert found.reasons[0].tolist() == expected
    assert found.status.tolist() == expected


def test_random_situations_reach_every_status_of_the_rules():
    chance = np.random.default_rng(5)
    columns, on = columns_of(CRITERIA, chance), case_days(chance)
    reasons = examine(bulk_rule_ids(), columns, on=on).reasons
    for row in reasons:
        assert {NOT_IN_FORCE, SATISFIED, UNKNOWN, BREACHED} <= set(row.tolist())
    assert REFUSED in reasons


def test_the_codes_of_the_statuses_are_those_that_are_written_into_arrays():
    assert (NOT_IN_FORCE, SATISFIED, UNKNOWN, BREACHED, REFUSED) == (-1, 0, 1, 2, 3)
    assert {status.value: code for code, status in STATUS_OF.items()} == {
        "satisfied": 0,
        "unknown": 1,
        "breached": 2,
    }


def test_the_joint_answer_is_the_worst_of_the_reasons():
    chance = np.random.default_rng(6)
    columns, on = columns_of(CRITERIA, chance), case_days(chance)
    found = examine(bulk_rule_ids(), columns, on=on)
    assert found.rule_ids == bulk_rule_ids()
    assert found.status.tolist() == found.reasons.max(axis=0).tolist()
    assert sum(found.count(code) for code in (-1, 0, 1, 2, 3)) == ROWS
    assert found.count(BREACHED) == found.status.tolist().count(BREACHED)


def test_situations_beyond_one_portion_answer_like_the_first_ones():
    chance = np.random.default_rng(7)
    few, on = columns_of(CRITERIA, chance), case_days(chance)
    repeats = 2 * CHUNK // ROWS + 1
    many = {name: np.tile(column, repeats) for name, column in few.items()}
    found = examine(bulk_rule_ids(), many, on=np.tile(on, repeats)).reasons
    expected = examine(bulk_rule_ids(), few, on=on).reasons
    assert len(found[0]) > 2 * CHUNK
    assert np.array_equal(found, np.tile(expected, repeats))


@pytest.mark.parametrize(
    ("on", "statuses"),
    [
        (("2021-07-19", "2021-07-20"), [BREACHED, BREACHED]),
        (("2021-07-20", "2021-07-21"), [BREACHED, SATISFIED]),
        (("2021-07-21", "2021-07-22"), [SATISFIED, SATISFIED]),
    ],
)
def test_a_new_number_counts_from_its_first_day_wherever_the_days_end(on, statuses):
    found = examine(["ZC-01"], {"committee_size": np.array([40, 40])}, on=days(*on))
    assert found.status.tolist() == statuses


def test_a_fact_without_a_column_is_stated_nowhere():
    on = days("2025-01-02", "2025-01-02")
    assert examine(["DES-04"], {}, on=on).status.tolist() == [UNKNOWN, UNKNOWN]
    assert examine(["REV-09"], {"zone_ends_on": on}, on=on).status.tolist() == [UNKNOWN, UNKNOWN]
    voted = {"committee_resolved": np.array([True, False])}
    assert examine(["DES-04"], voted, on=on).status.tolist() == [UNKNOWN, BREACHED]


def test_no_situations_have_no_answers():
    found = examine(["ZC-01", "PLN-08"], {}, on=days())
    assert (found.status.shape, found.reasons.shape) == ((0,), (2, 0))


def test_narrow_numbers_do_not_overflow_when_votes_are_doubled():
    votes = {
        "members_present": np.array([127, 127], dtype=np.int8),
        "votes_yes": np.array([64, 63], dtype=np.int8),
    }
    found = examine(["COM-02"], votes, on=days("2025-01-02", "2025-01-02"))
    assert found.status.tolist() == [SATISFIED, BREACHED]


def test_the_columns_that_were_given_are_not_changed():
    chance = np.random.default_rng(8)
    columns, on = columns_of(CRITERIA, chance), case_days(chance)
    before = {name: column.copy() for name, column in columns.items()}
    examine(bulk_rule_ids(), columns, on=on, known_on=date(2024, 8, 7))
    assert all(np.array_equal(columns[n], before[n], equal_nan=columns[n].dtype.kind == "M") for n in columns)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("committee_size", np.array([1.0])),
        ("committee_size", np.array([-2])),
        ("committee_size", np.array([1 << 40])),
        ("committee_size", np.array([[1]])),
        ("committee_size", np.array(["30"])),
        ("committee_resolved", np.array([2])),
        ("tool_ends_on", np.array(["2025-01"], dtype="datetime64[M]")),
        ("tool_ends_on", np.array(["2025-01-02T09:00"], dtype="datetime64[s]")),
        ("tool_ends_on", np.array([20000])),
        ("zone_name", np.array(["규제자유특구"])),
    ],
)
def test_a_column_of_the_wrong_kind_is_refused_by_name(name, column):
    with pytest.raises(WrongFact) as refusal:
        examine(["ZC-01"], {name: column}, on=days("2025-01-02"))
    assert refusal.value.name == name


def test_a_case_without_its_day_is_refused_and_not_guessed():
    with pytest.raises(WrongFact, match="day of the case"):
        examine(["ZC-01"], {}, on=days("2025-01-02", "NaT"))


def test_columns_of_unequal_length_are_refused_with_their_name():
    with pytest.raises(
        UnequalColumns, match="committee_size has 2 rows, the days of the cases have 1"
    ) as refusal:
        examine(["ZC-01"], {"committee_size": np.array([1, 2])}, on=days("2025-01-02"))
    assert "2" in refusal.value.sentence.ko


def test_unknown_names_and_rules_that_need_one_case_at_a_time_are_refused():
    on = days("2025-01-02")
    with pytest.raises(NoSuchFact, match="committee_sise"):
        examine(["ZC-01"], {"committee_sise": np.array([1])}, on=on)
    with pytest.raises(NoSuchRule, match="XYZ-01"):
        examine(["XYZ-01"], {}, on=on)
    with pytest.raises(NotInBulk, match="DES-02"):
        examine(["DES-02"], {}, on=on)


def test_the_facts_of_one_row_are_plain_values_without_what_is_not_stated():
    columns = {
        "hearing_on": days("2025-01-02", "NaT"),
        "committee_size": np.array([30, -1]),
        "committee_resolved": np.array([1, -1]),
    }
    first = {"hearing_on": date(2025, 1, 2), "committee_size": 30, "committee_resolved": True}
    assert facts_at(columns, 0) == first
    assert facts_at(columns, 1) == {}
