"""Plain due dates from a prepared counter, and ranges of a coarse start: the same days as one explained count each."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madang.kernel.clocks.holidays import UnknownCalendar
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.clocks import clock_rule_ids
from madang.kernel.statutes.due import NeedsCaseDate, due_date
from madang.kernel.statutes.prepared import plain_due
from madang.kernel.statutes.reckoning import Question, Reckoned, UnknownStart, reckon
from madang.kernel.statutes.refusals import NotInForce, Refusal
from madang.kernel.statutes.ways import NeedsTime

d, coarse = date.fromisoformat, PartialDate.parse


def due_range(rule_id: str, start: PartialDate, **more: object) -> Reckoned:
    return reckon(Question(rule_id, start, **more))


def outcome(count, start):
    """The day, or the kind of refusal."""
    try:
        return count(start)
    except Refusal as refusal:
        return type(refusal)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(
    st.sampled_from(clock_rule_ids()),
    st.lists(st.dates(date(2014, 6, 1), date(2028, 6, 1)), min_size=8, max_size=8),
)
def test_a_prepared_counter_counts_and_refuses_like_the_explained_count(rule_id, starts):
    plain = plain_due(rule_id)
    for start in starts:
        assert outcome(plain, start) == outcome(lambda day: due_date(rule_id, start=day).due_on, start)


@pytest.mark.parametrize(
    ("rule_id", "start"),
    [
        # the first and last day of a version, of the table, and of what is known
        *(("DES-03", day) for day in ("2019-04-16", "2019-04-17", "2027-10-02", "2027-10-03", "2027-12-31")),
        *(("CHG-02", day) for day in ("2024-08-06", "2024-08-07", "2027-12-16", "2027-12-17")),
        *(("PET-02.suggestion", day) for day in ("2014-12-31", "2027-12-13", "2027-12-14", "2028-01-01")),
        *(("EX-16", day) for day in ("2021-07-20", "2021-07-21", "2026-04-30", "9999-12-31")),
        *(("EX-13", day) for day in ("2024-08-06", "2024-08-07", "9998-01-01")),
        *(("IP-03", day) for day in ("2026-06-30", "2026-07-01", "2027-12-01", "2027-12-02")),
    ],
)
def test_a_prepared_counter_keeps_to_the_edges(rule_id, start):
    explained = outcome(lambda day: due_date(rule_id, start=day).due_on, d(start))
    assert outcome(plain_due(rule_id), d(start)) == explained


def test_a_prepared_counter_takes_instants_as_well():
    assert plain_due("DES-03")(datetime.fromisoformat("2020-05-26T23:59")) == d("2020-08-24")
    assert plain_due("DES-03") is plain_due("DES-03")


def test_a_start_known_to_the_month_gives_the_first_and_the_last_due_date():
    found = due_range("DES-03", start=coarse("2020-08"))
    assert (found.earliest.start, found.earliest.due_on) == (d("2020-08-01"), d("2020-10-30"))
    assert (found.latest.start, found.latest.due_on) == (d("2020-08-31"), d("2020-11-30"))
    assert not found.is_exact
    assert "이르면 승인과 지정 여부의 결정: 2020년 10월 30일(금)까지" in found.sentence.ko
    assert "at the latest: decision on the designation: by Mon 30 November 2020" in found.sentence.en


def test_an_exact_start_gives_one_due_date_with_its_own_sentence():
    found = due_range("DES-03", start=coarse("2020-05-26"))
    assert found.is_exact
    assert found.sentence == due_date("DES-03", start=d("2020-05-26")).sentence


def test_a_coarse_start_may_still_lead_to_one_due_date():
    assert due_range("EVA-05", start=coarse("2023")).is_exact


def test_a_range_is_refused_while_the_version_depends_on_another_day():
    found = due_range("CHG-02", start=coarse("2024-08"), on=coarse("2024-09-01"))
    assert (found.earliest.due_on, found.latest.due_on) == (d("2024-08-16"), d("2024-09-19"))
    with pytest.raises(NeedsCaseDate):
        due_range("CHG-02", start=coarse("2024-08"))


def test_a_start_of_which_nothing_is_known_gives_an_unknown_due_date():
    with pytest.raises(UnknownStart) as refusal:
        due_range("DES-03", start=coarse(""))
    assert "시작일을 알 수 없어" in refusal.value.sentence.ko
    assert "the due date is unknown" in refusal.value.sentence.en


@pytest.mark.parametrize(
    ("rule_id", "start", "kind"),
    [
        ("DES-03", "2019-04", NotInForce),
        ("DES-03", "2027-10", UnknownCalendar),
        ("PET-02.other", "2025-04", NeedsTime),
    ],
)
def test_a_range_is_refused_when_some_of_its_days_cannot_be_counted(rule_id, start, kind):
    with pytest.raises(kind):
        due_range(rule_id, start=coarse(start))


def test_a_range_takes_the_same_conditions_as_a_single_day():
    known = {"known_on": d("2026-02-09"), "starts_at_midnight": True}
    single = due_date("DES-02", start=d("2026-06-18"), **known)
    found = due_range("DES-02", start=coarse("2026-06-18"), **known)
    assert found.earliest == found.latest == single
    assert single.due_on == d("2026-07-17")
