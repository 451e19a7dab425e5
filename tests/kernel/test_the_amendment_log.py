"""Each day on which the law changed a result: what came in then is refused the day before and there on the day."""

import pytest

from madang.kernel.clocks.holidays import national_table
from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.refusals import ContradictoryFacts, NotComputable, NotInForce, NotVerified
from madang.kernel.statutes.rules import evaluate, rule_info
from tests.kernel.tables_of_rules import NEWEST, around, d

#: What came in with each version, beside the rules whose answers change (see the tests of the chapters).
CAME_IN = {
    "2019-04-17": ("APP-01", "DES-03", "EX-13", "IP-06", "RC-06"),
    "2021-07-21": ("PLN-09", "EX-02", "EX-27", "EX-28", "EX-29"),
    "2022-01-28": ("CON-01", "CON-02", "CON-03", "CON-04", "CON-05"),
    "2023-12-19": ("NEG-01", "INT-01"),
    "2024-08-07": ("APP-02", "APP-03", "EX-14", "EX-17", "EX-26", "EX-30", "IP-07", "IP-13", "OFF-01"),
    "2025-05-20": ("MIN-03",),
    "2026-07-01": ("PLN-13", "EX-11", "IP-12", "LIA-07", "REV-08"),
}
#: Rules that are there and not computed: a power, or a text that was not seen.
NOT_COMPUTED = {
    "EX-28": NotComputable,
    "INT-01": NotComputable,
    "PLN-13": NotComputable,
    "REV-08": NotVerified,
}
TERM = {"granted_on": d("2024-09-01"), "term_ends_on": d("2026-08-31"), "zone_ends_on": d("2030-12-31")}


@pytest.mark.parametrize(
    ("first", "rule_id"), [(day, rule) for day, rules in CAME_IN.items() for rule in rules]
)
def test_what_came_in_on_a_day_is_refused_the_day_before_and_there_from_then_on(first, rule_id):
    before, *since = around(first)
    with pytest.raises(NotInForce) as refusal:
        evaluate(rule_id, {}, on=before)
    assert refusal.value.since == d(first) == rule_info(rule_id).provisions[0].first_on
    for day in since:
        if rule_id in NOT_COMPUTED:
            with pytest.raises(NOT_COMPUTED[rule_id]):
                evaluate(rule_id, {}, on=day)
        else:
            assert evaluate(rule_id, {}, on=day).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("rule_id", "boundary", "before", "since"),
    [
        ("PLN-11", "2026-07-01", "제40조제3항", "제72조제4항"),
        ("PLN-12", "2026-07-01", "제44조제2항", "제75조제5항"),
        ("OFF-03", "2026-07-01", "제67조, 제68조", "제141조의5, 제141조의6"),
        ("INT-01", "2026-07-01", "제68조의2", "제97조의2"),
        ("EX-14", "2026-07-01", "제86조제9항", "제86조제10항"),
        ("EX-17", "2026-07-01", "제86조제7항ㆍ제8항", "제86조제8항ㆍ제9항"),
        ("IP-07", "2026-07-01", "제90조제10항", "제90조제11항"),
        ("IP-09", "2024-08-07", "제90조제9항", "제90조제11항"),
        ("IP-09", "2026-07-01", "제90조제11항", "제90조제12항"),
    ],
)
def test_a_paragraph_that_moved_is_cited_where_it_stood_on_the_day(rule_id, boundary, before, since):
    cited = [rule_info(rule_id).citation_on(day).article for day in around(boundary)]
    assert cited == [before, since, since]


@pytest.mark.parametrize(
    ("boundary", "off"),
    [("2025-05-01", False), ("2026-05-01", True), ("2025-07-17", False), ("2026-07-17", True)],
)
def test_the_first_of_may_and_the_seventeenth_of_july_are_holidays_from_2026(boundary, off):
    day = d(boundary)
    assert national_table().is_public_holiday(day) is off
    answer = evaluate("CAL-I", {"calendar_day_on": day}, on=NEWEST)
    assert answer.is_satisfied is off


@pytest.mark.parametrize(
    ("rule_id", "facts"),
    [
        ("EX-15", {**TERM, "term_ends_on": d("2024-08-31")}),
        ("IP-08", {**TERM, "term_ends_on": d("2024-08-31"), "extension_requested_on": d("2024-05-31")}),
        ("EX-15", {**TERM, "extended_to_on": d("2026-08-30")}),
        (
            "EX-27",
            {**TERM, "revision_requested_on": d("2026-05-01"), "revision_review_ended_on": d("2026-04-30")},
        ),
    ],
)
def test_terms_that_end_before_they_begin_are_contradictory_and_have_no_answer(rule_id, facts):
    more = {"extensions_used": 0, "law_revised": False, "results_submitted": True}
    with pytest.raises(ContradictoryFacts) as refusal:
        evaluate(rule_id, {**more, **facts}, on=NEWEST)
    assert refusal.value.sentence.ko.startswith("사실이 서로 어긋납니다")
