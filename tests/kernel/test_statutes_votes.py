"""The answer about a vote: its status, what it lacks, the sums behind it and the version it stands in."""

from datetime import date

import pytest

from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.exceptions import Unless, general
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import fails, holds
from madang.kernel.statutes.refusals import ContradictoryFacts
from madang.kernel.statutes.votes import BODIES, NoSuchBody, count_votes, sums_of, vote_result
from madang.kernel.words import Words

ON = date(2025, 5, 21)
ENROLLED = ("members_enrolled", "members_present")


@pytest.mark.parametrize(
    ("votes", "status", "missing", "values"),
    [
        ((None, 21, 11), Status.UNKNOWN, ENROLLED[:1], [21, 11]),
        ((40, None, None), Status.UNKNOWN, ENROLLED[1:], [40]),
        ((40, 21, None), Status.UNKNOWN, ("votes_yes",), [40, 21, 21, 11]),
        ((40, 21, 11), Status.SATISFIED, (), [40, 21, 11, 21, 11]),
        ((40, 21, 10), Status.BREACHED, (), [40, 21, 10, 21, 11]),
    ],
)
def test_an_answer_about_a_vote_says_what_it_lacks_and_shows_its_sums(votes, status, missing, values):
    found = vote_result("zone_committee", *votes, ON)
    assert (found.rule_id, found.status, found.missing) == ("ZC-05", status, missing)
    assert [step.value for step in found.trace] == values
    assert found.citation == BODIES["zone_committee"].citation(ON)
    assert found.citation.version
    if 21 in votes and 40 in votes:
        assert [step.citation for step in found.trace[-2:]] == [found.citation] * 2
        assert tuple(found.trace[-2:]) == sums_of(
            "zone_committee", count_votes("zone_committee", enrolled=40, present=21), ON
        )
    assert found.sentence.ko
    assert found.sentence.en


def test_a_vote_is_cited_as_the_decree_stood_on_its_day():
    early, late = (vote_result("zone_committee", 40, 21, 11, day).citation for day in (date(2019, 5, 1), ON))
    assert early.version != late.version


def test_members_below_none_are_refused_wherever_they_stand():
    for enrolled, present, yes in ((-1, -1, None), (40, -1, None), (40, 21, -1), (0, 0, None)):
        with pytest.raises(ContradictoryFacts):
            count_votes("zone_committee", enrolled=enrolled, present=present, yes=yes)


def test_a_vote_without_a_quorum_names_how_many_must_be_present():
    found = vote_result("zone_committee", 40, 20, 20, ON)
    assert found.sentence.en == "no quorum: 21 of 40 must be present, 20 were."


def test_a_body_without_a_rule_on_votes_is_named():
    with pytest.raises(NoSuchBody, match="known for panel") as refusal:
        count_votes("panel", enrolled=3, present=3)
    assert refusal.value.body == "panel"


def test_every_exception_that_cannot_be_decided_names_what_it_lacks():
    def unless(name):
        return Unless(Words(name, name), lambda facts: facts.truth(name), lambda facts: holds("됨.", "so."))

    meaning = general(
        lambda facts: fails("안 됨.", "not so."),
        unless=[unless("plan_is_joint"), unless("closed_by_resolution")],
    )
    with pytest.raises(MissingFacts) as lacking:
        meaning(Facts({}, ON))
    assert lacking.value.names == ("plan_is_joint", "closed_by_resolution")


def test_the_outcome_of_an_exception_reads_the_facts_of_the_case():
    told = Unless(Words("예외", "exception"), lambda facts: True, lambda facts: holds("됨.", "so.", facts.on))
    assert general(lambda facts: fails("안 됨.", "not so."), unless=[told])(Facts({}, ON)).value == ON
