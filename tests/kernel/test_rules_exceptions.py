"""A general rule with exceptions: which one speaks, what stays open, and that none wins over another."""

from datetime import date
from itertools import product

import pytest

from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.exceptions import ConflictingExceptions, Unless, general
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import fails, holds
from madang.kernel.statutes.rules import evaluate
from madang.kernel.words import Words

ON = date(2025, 1, 2)


def lacking(facts):
    facts.require("hearing_on")
    return fails("안 됨.", "not so.")


def so(facts):
    return holds("됨.", "so.")


def not_so(facts):
    return fails("안 됨.", "not so.")


def minor(outcome):
    return Unless(Words("경미", "minor"), lambda facts: facts.truth("change_is_minor"), outcome)


def closed(outcome):
    return Unless(Words("비공개", "closed"), lambda facts: facts.truth("closed_by_resolution"), outcome)


def found(meaning, **given):
    return meaning(Facts(given, ON)).status


@pytest.mark.parametrize(
    ("is_minor", "is_closed", "status"),
    [
        (False, False, Status.BREACHED),
        (True, False, Status.SATISFIED),
        (False, True, Status.SATISFIED),
        (True, True, Status.SATISFIED),
    ],
)
def test_an_exception_that_applies_takes_the_place_of_the_general_rule(is_minor, is_closed, status):
    meaning = general(not_so, unless=[minor(so), closed(so)])
    assert found(meaning, change_is_minor=is_minor, closed_by_resolution=is_closed) is status


def test_two_exceptions_that_apply_and_disagree_are_an_error_that_names_both():
    meaning = general(so, unless=[minor(so), closed(not_so)])
    assert found(meaning, change_is_minor=True, closed_by_resolution=False) is Status.SATISFIED
    assert found(meaning, change_is_minor=False, closed_by_resolution=True) is Status.BREACHED
    with pytest.raises(ConflictingExceptions, match=r"minor.*closed") as refusal:
        found(meaning, change_is_minor=True, closed_by_resolution=True)
    assert [words.ko for words in refusal.value.names] == ["경미", "비공개"]
    assert "경미" in refusal.value.sentence.ko


def test_exceptions_of_the_same_status_but_another_value_conflict_too():
    meaning = general(so, unless=[minor(so), closed(lambda facts: holds("됨.", "so.", 7))])
    with pytest.raises(ConflictingExceptions):
        found(meaning, change_is_minor=True, closed_by_resolution=True)


def test_an_exception_that_cannot_be_decided_leaves_the_answer_open():
    meaning = general(not_so, unless=[minor(so)])
    with pytest.raises(MissingFacts) as open_question:
        found(meaning)
    assert open_question.value.names == ("change_is_minor",)


def test_an_undecided_exception_that_would_change_nothing_does_not_matter():
    assert found(general(so, unless=[minor(so)])) is Status.SATISFIED
    assert found(general(not_so, unless=[minor(not_so)])) is Status.BREACHED


def test_an_undecided_exception_that_might_conflict_leaves_the_answer_open():
    meaning = general(so, unless=[minor(so), closed(not_so)])
    with pytest.raises(MissingFacts) as open_question:
        found(meaning, change_is_minor=True)
    assert open_question.value.names == ("closed_by_resolution",)


def test_what_is_missing_names_the_exception_and_the_general_rule():
    with pytest.raises(MissingFacts) as open_question:
        found(general(lacking, unless=[minor(so)]))
    assert open_question.value.names == ("change_is_minor", "hearing_on")
    with pytest.raises(MissingFacts) as open_question:
        found(general(so, unless=[minor(lacking)]))
    assert open_question.value.names == ("change_is_minor",)


def answered(rule_id, **given):
    answer = evaluate(rule_id, {name: value for name, value in given.items() if value is not None}, on=ON)
    return answer.status, answer.missing


def test_a_result_is_public_or_closed_in_each_of_nine_situations():
    expected = {
        (True, None): (Status.SATISFIED, ()),
        (False, None): (Status.UNKNOWN, ("closed_by_resolution",)),
        (None, None): (Status.UNKNOWN, ("closed_by_resolution", "result_published")),
        (None, False): (Status.UNKNOWN, ("result_published",)),
        (False, False): (Status.BREACHED, ()),
    }
    for published, is_closed in product((True, False, None), repeat=2):
        status = answered("ZC-07", result_published=published, closed_by_resolution=is_closed)
        assert status == expected.get((published, is_closed), (Status.SATISFIED, ()))


def test_a_minor_change_needs_no_vote_and_another_does():
    assert answered("CHG-01", change_is_minor=True)[0] is Status.SATISFIED
    assert answered("CHG-01", change_is_minor=False, committee_resolved=False)[0] is Status.BREACHED
    assert answered("CHG-01", committee_resolved=True)[0] is Status.SATISFIED
    assert answered("CHG-01", committee_resolved=False) == (Status.UNKNOWN, ("change_is_minor",))
