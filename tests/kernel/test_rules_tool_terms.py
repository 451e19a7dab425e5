"""Terms of exemptions and permits: the law of the grant, one extension, the zone's end, and days that do not exist."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madang.kernel.clocks.holidays import UnknownCalendar, national_table
from madang.kernel.clocks.spoken import spoken
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.refusals import ContradictoryFacts, NoLongerInForce, NotInForce
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.tool_terms import (
    ExemptionCalendar,
    Request,
    Running,
    exemption_calendar,
    extension,
    extension_end,
    is_deemed_extended,
    latest_end,
    latest_new_end,
    latest_request,
    latest_revision_request,
    longest_term,
)
from tests.kernel.tables_of_rules import NEW, around, d

UNREVISED, REVISED = Request(law_revised=False), Request(law_revised=True)
DELAYED = Request(law_revised=True, delay_unavoidable=True)
EARLY = Running("exemption", d("2019-07-24"), d("2021-07-31"), zone_ends_on=d("2023-07-31"))
LONG = Running("exemption", d("2024-08-07"), d("2028-08-31"), zone_ends_on=d("2031-12-31"))
PERMIT = Running("interim_permit", d("2024-08-07"), d("2027-08-31"))


@pytest.mark.parametrize(
    ("tool", "years", "ends"),
    [
        ("exemption", (2, 4, 4), ("2026-08-31", "2028-08-31", "2028-08-31")),
        ("interim_permit", (2, 3, 3), ("2026-08-31", "2027-08-31", "2027-08-31")),
    ],
)
def test_the_day_of_grant_decides_how_long_a_first_term_may_be(tool, years, ends):
    grants = around("2024-08-07")
    assert tuple(longest_term(tool, day).value for day in grants) == years
    found = [latest_end(tool, granted_on=day, starts_on=d("2024-09-01")).due_on for day in grants]
    assert found == [d(end) for end in ends]


@pytest.mark.parametrize(
    ("granted", "starts", "ends"),
    [
        ("2019-07-24", "2019-08-01", "2021-07-31"),
        ("2020-02-29", "2020-02-29", "2022-02-28"),
        ("2024-12-31", "2025-01-01", "2028-12-31"),
        ("2027-03-01", "2028-02-29", "2032-02-28"),
        ("2025-03-01", "2025-03-01", "2029-02-28"),
        ("2023-03-01", "2023-03-01", "2025-02-28"),
        ("2022-03-01", "2022-03-01", "2024-02-29"),
    ],
)
def test_a_term_counts_its_first_day_and_does_not_roll(granted, starts, ends):
    found = latest_end("exemption", granted_on=d(granted), starts_on=d(starts))
    assert found.due_on == d(ends)
    assert found.version_on == d(granted)
    assert any("00:00" in step.words.en for step in found.steps)


def test_a_term_that_ends_on_a_sunday_ends_on_that_sunday():
    found = latest_end("exemption", granted_on=d("2024-08-06"), starts_on=d("2024-08-12"))
    assert found.due_on == d("2026-08-11")
    sunday = latest_end("exemption", granted_on=d("2024-08-06"), starts_on=d("2024-08-10"))
    assert (sunday.due_on, sunday.due_on.weekday()) == (d("2026-08-09"), 6)


def test_the_clocks_of_a_term_refuse_grants_of_the_other_law():
    with pytest.raises(NoLongerInForce):
        due_date("EX-13", start=d("2024-09-01"), on=d("2024-08-07"))
    with pytest.raises(NotInForce):
        due_date("IP-07", start=d("2024-09-01"), on=d("2024-08-06"))
    assert due_date("IP-06", start=d("2024-09-01"), on=d("2024-08-06")).due_on == d("2026-08-31")


def test_a_term_cannot_start_before_its_grant():
    with pytest.raises(ContradictoryFacts):
        latest_end("exemption", granted_on=d("2024-09-02"), starts_on=d("2024-09-01"))


@pytest.mark.parametrize(
    ("running", "end"),
    [
        (LONG, "2030-08-31"),
        (replace(LONG, zone_ends_on=None), "2030-08-31"),
        (replace(LONG, zone_ends_on=d("2030-08-30")), "2030-08-30"),
        (replace(LONG, zone_ends_on=d("2028-09-01")), "2028-09-01"),
        (replace(LONG, zone_ends_on=d("2028-08-31")), None),
        (replace(LONG, zone_ends_on=d("2028-08-30")), None),
        (EARLY, "2023-07-31"),
        (replace(EARLY, zone_ends_on=None), None),
        (PERMIT, "2029-08-31"),
        (replace(PERMIT, granted_on=d("2024-08-06"), expires_on=d("2026-08-31")), "2028-08-31"),
        (replace(PERMIT, zone_ends_on=d("2027-12-31")), "2029-08-31"),
    ],
)
def test_an_extension_reaches_as_far_as_law_and_zone_allow(running, end):
    assert latest_new_end(running) == (end and d(end))


def test_the_first_law_states_no_years_for_extending_an_exemption():
    before, *since = around("2024-08-07")
    assert extension_end(replace(LONG, granted_on=before)) is None
    assert [extension_end(replace(LONG, granted_on=day)).due_on for day in since] == [d("2030-08-31")] * 2
    facts = {
        "granted_on": before,
        "term_ends_on": d("2026-08-31"),
        "zone_ends_on": d("2029-12-31"),
        "extensions_used": 0,
        "law_revised": False,
    }
    answer = evaluate("EX-15", facts, on=NEW)
    assert (answer.status, answer.value) == (Status.SATISFIED, d("2029-12-31"))
    assert any("no number of years" in step.words.en for step in answer.trace)
    longer = evaluate("EX-15", {**facts, "granted_on": since[0], "term_ends_on": d("2026-08-31")}, on=NEW)
    assert longer.value == d("2028-08-31")


@pytest.mark.parametrize(
    ("expires", "latest"),
    [
        ("2028-08-31", "2028-06-30"),
        ("2025-04-30", "2025-02-28"),
        ("2024-04-30", "2024-02-29"),
        ("2027-03-15", "2027-01-15"),
        ("2026-12-31", "2026-10-31"),
    ],
)
@pytest.mark.parametrize("tool", ["exemption", "interim_permit"])
def test_the_request_is_in_time_two_calendar_months_before_the_end(tool, expires, latest):
    running = Running(tool, d("2022-01-03"), d(expires))
    assert latest_request(running).due_on == d(latest)
    asked = [extension(running, replace(UNREVISED, requested_on=day)) for day in around(latest)]
    assert [found.in_time for found in asked] == [True, True, False]
    assert [found.allowed for found in asked] == [True, True, False]
    assert [len(found.reasons) for found in asked] == [0, 0, 1]
    assert spoken(d(latest)).en in asked[2].reasons[0].en


@pytest.mark.parametrize("used", [1, 2])
def test_nothing_is_extended_twice(used):
    found = extension(replace(LONG, extensions_used=used), UNREVISED)
    assert (found.allowed, found.latest_new_end, len(found.reasons)) == (False, None, 1)


def test_a_revised_law_leaves_no_ground_but_an_unavoidable_delay():
    assert not extension(LONG, REVISED).allowed
    assert extension(LONG, DELAYED).allowed
    assert not extension(PERMIT, DELAYED).allowed


def test_a_delay_is_a_ground_since_july_2021():
    running = replace(EARLY, expires_on=d("2021-12-31"))
    assert [extension(running, DELAYED, on=day).allowed for day in around("2021-07-21")] == [
        False,
        True,
        True,
    ]
    asked = [extension(running, replace(DELAYED, requested_on=day)).allowed for day in around("2021-07-21")]
    assert asked == [False, True, True]
    assert extension(running, DELAYED).allowed
    facts = {
        "granted_on": running.granted_on,
        "term_ends_on": running.expires_on,
        "extensions_used": 0,
        "zone_ends_on": running.zone_ends_on,
        "law_revised": True,
        "delay_unavoidable": True,
    }
    found = [evaluate("EX-15", facts, on=day).status.value for day in around("2021-07-21")]
    assert found == ["breached", "satisfied", "satisfied"]


def test_every_reason_against_an_extension_is_told():
    found = extension(
        Running("exemption", d("2022-01-03"), d("2024-01-02"), 1, d("2024-01-02")),
        replace(REVISED, requested_on=d("2023-12-01")),
    )
    assert len(found.reasons) == 4
    assert all(reason.ko and reason.en for reason in found.reasons)


@pytest.mark.parametrize(
    ("used", "request_", "state"),
    [
        (0, UNREVISED, "lapsed"),
        (0, REVISED, "lapsed"),
        (0, replace(UNREVISED, requested_on=d("2027-06-30")), None),
        (0, replace(UNREVISED, requested_on=d("2027-07-01")), "lapsed"),
        (1, UNREVISED, "deemed_extended"),
        (1, replace(UNREVISED, requested_on=d("2027-06-30")), "deemed_extended"),
        (1, REVISED, "lapsed"),
    ],
)
def test_only_an_extended_permit_is_deemed_to_go_on(used, request_, state):
    assert extension(replace(PERMIT, extensions_used=used), request_).state_after_term == state
    assert extension(replace(LONG, extensions_used=used), request_).state_after_term is None


def test_a_permit_goes_on_by_law_from_the_day_after_its_extended_term():
    extended = replace(PERMIT, extensions_used=1)
    days = around("2027-08-31")
    assert [is_deemed_extended(extended, law_revised=False, on=day) for day in days] == [False, False, True]
    assert not is_deemed_extended(extended, law_revised=True, on=days[2])
    assert not is_deemed_extended(PERMIT, law_revised=False, on=days[2])
    assert not is_deemed_extended(replace(LONG, extensions_used=1), law_revised=False, on=d("2030-01-01"))


@pytest.mark.parametrize("is_recorded", [False, True])
def test_a_grant_past_the_end_of_its_zone_is_refused_live_and_unknown_in_the_record(is_recorded):
    facts = {
        "granted_on": d("2024-08-07"),
        "term_starts_on": d("2024-09-01"),
        "term_ends_on": d("2028-08-31"),
        "zone_ends_on": d("2027-12-31"),
        "grant_is_recorded": is_recorded,
    }
    answer = evaluate("EX-14", facts, on=NEW)
    if is_recorded:
        assert (answer.status, answer.missing) == (Status.UNKNOWN, ("changed_zone_end_on",))
    else:
        assert (answer.status, answer.value) == (Status.BREACHED, d("2027-12-31"))
        assert "inference" in answer.sentence.en
        assert any(step.rule_id == "REV-09" for step in answer.trace)
    changed = evaluate("EX-14", {**facts, "changed_zone_end_on": d("2028-08-31")}, on=NEW)
    assert changed.status is Status.SATISFIED


@pytest.mark.parametrize(
    ("granted", "starts", "zone_end", "expected"),
    [
        (
            *("2019-07-24", "2019-08-01", "2023-07-31"),
            ExemptionCalendar(d("2021-07-31"), d("2021-05-31"), d("2023-07-31"), d("2023-05-31")),
        ),
        (
            *("2024-08-06", "2024-09-01", "2027-06-30"),
            ExemptionCalendar(d("2026-08-31"), d("2026-06-30"), d("2027-06-30"), d("2027-04-30")),
        ),
        (
            *("2024-08-07", "2024-09-01", "2027-06-30"),
            ExemptionCalendar(d("2027-06-30"), d("2027-04-30"), d("2027-06-30"), d("2027-04-30")),
        ),
        (
            *("2024-08-07", "2024-09-01", "2029-12-31"),
            ExemptionCalendar(d("2028-08-31"), d("2028-06-30"), d("2029-12-31"), d("2029-10-31")),
        ),
        (
            *("2024-08-08", "2024-09-01", None),
            ExemptionCalendar(d("2028-08-31"), d("2028-06-30"), d("2030-08-31"), d("2030-06-30")),
        ),
        ("2022-01-03", "2022-02-01", None, ExemptionCalendar(d("2024-01-31"), d("2023-11-30"), None, None)),
    ],
)
def test_the_calendar_of_an_exemption_names_its_outermost_days(granted, starts, zone_end, expected):
    zone = d(zone_end) if zone_end else None
    assert exemption_calendar(granted_on=d(granted), starts_on=d(starts), zone_ends_on=zone) == expected


def test_the_result_report_is_due_thirty_days_after_the_extended_end():
    found = exemption_calendar(
        granted_on=d("2019-07-24"), starts_on=d("2019-08-01"), zone_ends_on=d("2023-07-31")
    )
    assert found.result_report().due_on == d("2023-08-30")
    far = exemption_calendar(granted_on=d("2024-08-07"), starts_on=d("2024-09-01"))
    assert far.latest_extended_end > national_table().known_until
    with pytest.raises(UnknownCalendar):
        far.result_report()
    assert exemption_calendar(granted_on=d("2022-01-03"), starts_on=d("2022-02-01")).result_report() is None


def test_a_calendar_that_starts_after_its_zone_is_a_contradiction():
    with pytest.raises(ContradictoryFacts):
        exemption_calendar(
            granted_on=d("2022-01-03"), starts_on=d("2022-02-01"), zone_ends_on=d("2022-01-31")
        )


def test_an_exemption_may_start_on_the_last_day_of_its_zone():
    day = d("2022-01-31")
    found = exemption_calendar(granted_on=d("2022-01-03"), starts_on=day, zone_ends_on=day)
    assert (found.latest_end, found.latest_extended_end) == (day, day)


def test_no_request_keeps_an_exemption_alive_that_ended_before_there_was_one():
    assert latest_revision_request(d("2021-07-20")) is None
    assert latest_revision_request(d("2021-09-20")) is None
    assert latest_revision_request(d("2021-09-21")) == d("2021-07-21")


@given(
    st.dates(date(2019, 4, 17), date(2027, 12, 31)),
    st.integers(0, 400),
    st.sampled_from(["exemption", "interim_permit"]),
)
def test_a_term_ends_the_day_before_its_day_comes_round(granted, waited, tool):
    starts = granted + timedelta(days=waited)
    after = latest_end(tool, granted_on=granted, starts_on=starts).due_on + timedelta(days=1)
    years = longest_term(tool, granted).value
    assert after.year == starts.year + years
    assert (after.month, after.day) in {(starts.month, starts.day), (3, 1)}
    assert (after.month, after.day) == (starts.month, starts.day) or (starts.month, starts.day) == (2, 29)


@pytest.mark.parametrize(
    ("ends", "early", "longer"),
    [
        ("2026-08-31", "satisfied", "satisfied"),
        ("2027-08-31", "unknown", "satisfied"),
        ("2028-08-31", "unknown", "satisfied"),
        ("2028-09-01", "unknown", "unknown"),
    ],
)
def test_a_grant_known_to_the_month_is_judged_by_both_laws_it_may_stand_under(ends, early, longer):
    facts = {
        "granted_on": PartialDate.parse("2024-08"),
        "term_starts_on": d("2024-09-01"),
        "term_ends_on": d(ends),
    }
    found = [evaluate(rule_id, facts, on=NEW) for rule_id in ("EX-13", "EX-14")]
    assert [answer.status.value for answer in found] == [early, longer]
    assert all("granted_on" in answer.missing for answer in found if answer.status is Status.UNKNOWN)


def test_a_term_that_the_other_rule_governs_says_which_one_does():
    facts = {
        "granted_on": d("2024-08-06"),
        "term_starts_on": d("2024-09-01"),
        "term_ends_on": d("2029-08-31"),
    }
    judged = {rule_id: evaluate(rule_id, facts, on=NEW) for rule_id in ("EX-13", "EX-14", "IP-06", "IP-07")}
    assert [answer.status.value for answer in judged.values()] == ["breached", "satisfied"] * 2
    assert "EX-13" in judged["EX-14"].sentence.en
    assert "IP-06" in judged["IP-07"].sentence.ko
    assert judged["EX-14"].value is None


@pytest.mark.parametrize("used", [0, 1])
def test_an_extension_of_a_permit_is_not_bound_to_the_end_of_the_zone(used):
    running = replace(PERMIT, extensions_used=used, zone_ends_on=PERMIT.expires_on)
    found = extension(running, UNREVISED)
    assert found.allowed == (used == 0)
    assert found.latest_new_end == (d("2029-08-31") if used == 0 else None)


def test_an_extension_without_room_names_the_end_of_the_zone():
    facts = {"granted_on": d("2024-08-07"), "term_ends_on": d("2028-08-31"), "zone_ends_on": d("2028-06-30")}
    answer = evaluate("EX-15", {**facts, "extensions_used": 0, "law_revised": False}, on=NEW)
    assert answer.status is Status.BREACHED
    assert "30 June 2028" in answer.sentence.en
    assert "2028년 6월 30일" in answer.sentence.ko
