"""What comes next for an exemption or permit: the day before, on and after each day on which something turns."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from madang.kernel.procedures import exemption, interim_permit
from madang.kernel.procedures.outlook import Standing, outlook

#: granted under the law of 2024-08-07; the zone ends a year after the term
EXEMPTION = Standing(
    "exemption", "running", date(2025, 1, 2), date(2028, 12, 31), zone_ends_on=date(2029, 12, 31)
)
PERMIT = Standing("interim_permit", "active", date(2025, 1, 2), date(2027, 12, 31))
DAY = timedelta(days=1)


def test_until_two_months_before_the_end_the_choice_is_to_ask_or_to_let_it_end():
    asked_by = date(2028, 10, 31)
    for on in (date(2026, 5, 4), asked_by):
        seen = outlook(EXEMPTION, on)
        assert (seen.next_on, seen.latest_request_on) == (asked_by, asked_by)
        assert (seen.latest_end, seen.legal_end) == (date(2029, 12, 31), date(2028, 12, 31))
        assert seen.rule_ids == ("EX-15", "EX-27", "EX-25")
        assert [words.en.split(":")[0] for words in seen.choices] == [
            "Ask for the extension", "Ask for the revision of the law with the results", "If nothing is asked",
        ]  # fmt: skip
    late = outlook(EXEMPTION, asked_by + DAY)
    assert (late.next_on, late.latest_request_on, late.latest_end) == (date(2028, 12, 31), None, None)
    assert late.rule_ids == ("EX-25",)


def test_terms_of_the_day_of_grant_say_how_far_an_extension_may_reach():
    early = replace(EXEMPTION, granted_on=date(2024, 8, 6), ends_on=date(2026, 8, 31))
    assert outlook(early, date(2026, 1, 2)).latest_end == date(2029, 12, 31)
    later = replace(early, granted_on=date(2024, 8, 7))
    assert outlook(later, date(2026, 1, 2)).latest_end == date(2028, 8, 31)
    for granted, year in ((date(2024, 8, 6), 2029), (date(2024, 8, 7), 2029)):
        assert outlook(replace(PERMIT, granted_on=granted), date(2026, 1, 2)).latest_end == date(year, 12, 31)


def test_without_the_end_of_the_zone_no_end_of_an_extension_is_invented():
    seen = outlook(replace(EXEMPTION, zone_ends_on=None), date(2026, 1, 2))
    assert seen.latest_end is None
    assert seen.next_on == date(2028, 10, 31)
    assert "not on record" in seen.choices[0].en
    kept = outlook(replace(EXEMPTION, zone_ends_on=None, revision_requested=True), date(2028, 12, 1))
    assert kept.legal_end is None
    assert "not on record" in kept.choices[0].en
    on = outlook(replace(EXEMPTION, state="continuing", ends_on=None, zone_ends_on=None), date(2029, 2, 1))
    assert (on.next_on, on.legal_end) == (None, None)
    assert "not on record" in on.choices[-1].en


def test_a_zone_that_ends_with_the_term_leaves_nothing_to_ask_for():
    seen = outlook(replace(EXEMPTION, zone_ends_on=EXEMPTION.ends_on), date(2026, 1, 2))
    assert seen.next_on == EXEMPTION.ends_on
    assert seen.rule_ids == ("EX-25",)


def test_a_request_for_revision_keeps_an_exemption_until_the_zone_ends():
    asked = replace(EXEMPTION, state="extended", extensions_used=1, revision_requested=True)
    seen = outlook(asked, date(2028, 6, 1))
    assert (seen.next_on, seen.legal_end, seen.rule_ids) == (
        date(2028, 12, 31),
        date(2029, 12, 31),
        ("EX-27",),
    )
    goes_on = outlook(replace(asked, state="continuing", ends_on=None), date(2029, 2, 1))
    assert (goes_on.next_on, goes_on.legal_end) == (date(2029, 12, 31), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("used", "revised", "rule", "stands_until"),
    [
        (0, False, "IP-08", date(2027, 12, 31)),
        (1, False, "IP-09", None),
        (1, True, "IP-08", date(2027, 12, 31)),
    ],
)
def test_only_an_extended_permit_under_an_unrevised_law_goes_on_by_law(used, revised, rule, stands_until):
    permit = replace(
        PERMIT, state="extended" if used else "active", extensions_used=used, law_revised=revised
    )
    seen = outlook(permit, date(2027, 12, 1))
    assert (seen.next_on, seen.legal_end, seen.rule_ids[-1]) == (date(2027, 12, 31), stands_until, rule)
    assert ("IP-10" in seen.rule_ids) is revised


def test_what_was_not_granted_or_is_over_has_no_next_day_and_every_state_an_answer():
    for table, kind in ((exemption, EXEMPTION), (interim_permit, PERMIT)):
        for state in table.STATES:
            seen = outlook(replace(kind, state=state.key), date(2026, 1, 2))
            assert bool(seen.choices) is (state.key in table.IN_FORCE or not _rests(state)), state.key
    assert outlook(replace(EXEMPTION, kind="confirmation"), date(2026, 1, 2)).choices == ()
    assert outlook(replace(EXEMPTION, granted_on=None), date(2026, 1, 2)).next_on == EXEMPTION.ends_on


def test_the_report_is_due_thirty_days_after_the_end_where_the_holidays_are_known():
    ended = replace(EXEMPTION, state="expired", ends_on=date(2025, 6, 30))
    assert outlook(ended, date(2025, 7, 1)).next_on == date(2025, 7, 30)
    assert outlook(replace(ended, ends_on=date(2090, 6, 30)), date(2090, 7, 1)).next_on is None


def _rests(state):
    before = {one.key for one in exemption.REQUEST_STATES}
    return state.final or state.key in before
