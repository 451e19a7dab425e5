"""What each count tells, word for word: the days of each step, why, and by which provision, in both languages.

``told_counts.txt`` is written by ``GOLDEN=write pytest`` of this file; look at the difference before it is kept.
"""

import os
from datetime import date, datetime, time
from pathlib import Path

import numpy as np
import pytest

from madang.kernel.clocks import bulk
from madang.kernel.clocks.counting import Conditions, Pause, backward, duty, effective, local_holiday, period
from madang.kernel.clocks.holidays import HolidayTable, LateDecision, UnknownCalendar, shipped_table
from madang.kernel.clocks.lengths import (
    Length,
    Unit,
    calendar_months,
    days,
    days_between,
    months,
    weeks,
    years,
)
from madang.kernel.clocks.working_time import (
    WorkingDay,
    disclosure_days,
    hours,
    petition_days,
    petition_hours,
    petition_working_hours,
)
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.refusals import NotVerified, Refusal
from madang.kernel.words import Words

KEPT = Path(__file__).with_name("told_counts.txt")
d, at = date.fromisoformat, datetime.fromisoformat
TWO = [Pause(d("2025-01-20"), d("2025-01-24")), Pause(d("2025-02-03"), d("2025-02-03"))]
LATE = [Pause(d("2025-02-01"), d("2025-02-06")), Pause(d("2025-03-20"), d("2025-03-21"), of_record=True)]

COUNTS = {
    "days, the end on a holiday": lambda: period(d("2026-06-17"), days(30)),
    "weeks": lambda: period(d("2026-06-17"), weeks(2)),
    "months, the first day from 00:00": lambda: period(
        d("2024-01-31"), months(1), Conditions(starts_at_midnight=True)
    ),
    "supplements, both end days out": lambda: period(d("2025-01-02"), days(30), Conditions(TWO)),
    "supplements, between": lambda: period(d("2025-01-02"), days(30), Conditions(TWO, "between")),
    "a supplement on the last day, and one too late": lambda: period(
        d("2025-01-02"), days(30), Conditions(LATE)
    ),
    "a hard stop that bites": lambda: period(
        d("2025-01-02"),
        days(30),
        Conditions([Pause(d("2025-01-10"), d("2025-06-10"))], hard_stop_days=90),
    ),
    "a hard stop that does not bite": lambda: period(
        d("2025-01-02"), days(30), Conditions(hard_stop_days=90)
    ),
    "a duty": lambda: duty(d("2026-01-01"), years(1)),
    "a duty, worse for the person": lambda: duty(d("2026-09-21"), days(5), worse_for_the_person=True),
    "an effective day": lambda: effective(d("2026-02-10"), months(3)),
    "backward by days": lambda: backward(d("2020-04-29"), days(14)),
    "backward by weeks": lambda: backward(d("2020-04-29"), weeks(1)),
    "backward by months": lambda: backward(d("2026-04-30"), months(2)),
    "petition in days": lambda: petition_days(d("2025-04-30"), 14),
    "petition with a supplement": lambda: petition_days(
        d("2025-04-30"), 6, Conditions([Pause(d("2025-05-07"), d("2025-05-08"))])
    ),
    "petition in hours": lambda: petition_hours(at("2025-04-30T10:00"), 2),
    "petition at once, with a supplement": lambda: petition_working_hours(
        at("2025-04-30T16:00"), 3, given=Conditions([Pause(d("2025-05-01"), d("2025-05-02"))])
    ),
    "disclosure": lambda: disclosure_days(d("2025-04-30"), 10),
    "hours": lambda: hours(at("2026-09-25T09:00"), 72),
    "a due date by earlier knowledge": lambda: due_date(
        "DES-02", start=d("2026-06-17"), known_on=d("2026-02-09")
    ),
    "a due date whose holiday has no day of decision": lambda: due_date(
        "DES-02", start=d("2026-04-01"), known_on=d("2026-04-01")
    ),
    "a due date extended under a hard stop": lambda: due_date("EX-04", start=d("2025-04-01"), extensions=1),
    "a due date extended": lambda: due_date("EX-19", start=d("2025-04-01"), extensions=1),
}


REFUSED = {
    "a supplement received before it was asked for": lambda: Pause(d("2025-01-02"), d("2025-01-01")),
    "supplements that overlap": lambda: period(
        d("2025-01-02"),
        days(30),
        Conditions([Pause(d("2025-01-05"), d("2025-01-08")), Pause(d("2025-01-07"), d("2025-01-09"))]),
    ),
    "a supplement before the start": lambda: period(
        d("2025-01-02"), days(30), Conditions([Pause(d("2025-01-01"), d("2025-01-08"))])
    ),
    "a supplement after the end": lambda: period(
        d("2025-01-02"), days(30), Conditions([Pause(d("2025-02-04"), d("2025-02-08"))])
    ),
    "a supplement in a period of months": lambda: period(
        d("2025-01-02"), months(1), Conditions([Pause(d("2025-01-05"), d("2025-01-08"))])
    ),
    "no days": lambda: days(0),
    "no weeks": lambda: weeks(0),
    "no months": lambda: months(-1),
    "no working days": lambda: disclosure_days(d("2025-04-30"), 0),
    "no working hours": lambda: petition_working_hours(at("2025-04-30T10:00"), 0),
    "no hours": lambda: hours(at("2025-04-30T10:00"), -2),
    "weeks in months": lambda: weeks(2).in_months,
    "days beyond the calendar": lambda: duty(d("9999-12-30"), days(3)),
    "months beyond the calendar": lambda: backward(d("0001-01-30"), months(1)),
    "hours beyond the calendar": lambda: hours(at("9999-12-30T10:00"), 72),
    "a short petition in days": lambda: petition_days(d("2025-04-30"), 5),
    "a long petition in hours": lambda: petition_hours(at("2025-04-30T10:00"), 6),
    "an office that closes before it opens": lambda: WorkingDay(time(18), time(9)),
    "a decision after the day": lambda: shipped_table().with_entry(
        on=d("2026-10-02"), name=Words("임시", "Ad hoc"), source="국무회의", decided_on=d("2026-10-03")
    ),
    "a day before the table": lambda: shipped_table().days_off(d("2014-12-31"), d("2015-01-05")),
    "a working day behind the table": lambda: shipped_table().working_day(d("2027-12-31"), 2),
    "lengths of which one is none": lambda: bulk.days_after(np.array(["2026-01-02"], "M8[D]"), np.array([0])),
    "an array of numbers": lambda: bulk.days_after(np.array([1, 2]), 6),
    "an array with a missing day": lambda: bulk.days_after(np.array(["NaT"], "datetime64[D]"), 6),
    "an array with a day before the table": lambda: bulk.days_after(
        np.array(["2014-12-31"], "datetime64[D]"), 6
    ),
    "an array with an end behind the table": lambda: bulk.days_after(
        np.array(["2027-12-31"], "datetime64[D]"), 6
    ),
}


def test_every_refusal_is_told_word_for_word_as_kept():
    lines = []
    for name, count in REFUSED.items():
        with pytest.raises(Refusal) as refusal:
            count()
        lines += [f"## {name}", refusal.value.sentence.ko, refusal.value.sentence.en, ""]
    now, kept = "\n".join(lines), KEPT.with_name("told_refusals.txt")
    if os.environ.get("GOLDEN") == "write":
        kept.write_text(now, "utf-8")
    assert now == kept.read_text("utf-8")


def test_a_table_that_ends_on_days_off_knows_no_day_behind_them():
    table = HolidayTable([], d("2026-07-13"), d("2026-07-19"))
    assert table.ordinals.rolled[-3:] == [d("2026-07-17"), None, None]
    assert table.working_day(d("2026-07-17"), 1) == d("2026-07-17")
    start = np.array(["2026-07-13"], "datetime64[D]")
    assert bulk.days_after(start, 4, table=table).tolist() == [d("2026-07-17")]
    for n in (5, 6):
        with pytest.raises(UnknownCalendar):
            bulk.days_after(start, n, table=table)
        with pytest.raises(UnknownCalendar):
            bulk.days_after(start, np.array([n]), table=table)
        with pytest.raises(UnknownCalendar):
            period(d("2026-07-13"), days(n), Conditions(table=table))


def told(name, counted):
    end = getattr(counted, "due_at", None) or counted.due_on
    raw = getattr(counted, "raw_due_on", "")
    lines = [f"## {name}", f"{counted.mode} {end} {raw}".rstrip()]
    for step in counted.steps:
        cited = step.citation.words if step.citation else Words("-", "-")
        lines += [
            f"{step.first} .. {step.last}",
            f"    {step.words.ko} | {cited.ko}",
            f"    {step.words.en} | {cited.en}",
        ]
    return "\n".join([*lines, ""])


def test_every_count_tells_its_sum_word_for_word_as_kept():
    now = "\n".join(told(name, count()) for name, count in COUNTS.items())
    if os.environ.get("GOLDEN") == "write":
        KEPT.write_text(now, "utf-8")
    assert now == KEPT.read_text("utf-8")


def test_the_table_built_anew_is_told_entry_for_entry_as_kept():
    """Built anew, not taken from the cache, so that what builds it is looked at as well."""
    table = shipped_table.__wrapped__()
    lines = [
        f"{h.on} {h.kind} {h.group} {h.name.ko} | {h.name.en} | {h.decided_on} {h.settled_by}" for h in table
    ]
    lines += sorted({h.source for h in table})
    now, kept = "\n".join([*lines, ""]), KEPT.with_name("told_holidays.txt")
    if os.environ.get("GOLDEN") == "write":
        kept.write_text(now, "utf-8")
    assert now == kept.read_text("utf-8")
    assert table.version == shipped_table().version
    assert (table.known_from, table.known_until, table.knowledge_on) == (
        d("2015-01-01"),
        d("2027-12-31"),
        None,
    )


def test_a_table_built_anew_counts_like_the_one_in_use():
    built, used = shipped_table.__wrapped__(), shipped_table()
    assert vars(built.ordinals) == vars(used.ordinals)
    first, last = d("2026-09-24"), d("2026-09-27")
    assert built.days_off(first, last) == [d(f"2026-09-{n}") for n in (24, 25, 26, 27)]
    assert built.days_off(d("2026-09-28"), d("2026-10-02")) == []


@pytest.mark.parametrize(
    ("first", "last", "n"),
    [
        ("2019-07", "2023-06", 48),
        ("2019-07", "2019-07", 1),
        ("2019-12", "2020-01", 2),
        ("2019-07-31", "2020-02-01", 8),
        ("2019", "2020-02", None),
        ("2019-07", "2020", None),
        ("", "2020-02", None),
        ("2019-07", "", None),
    ],
)
def test_calendar_months_are_counted_with_both_ends(first, last, n):
    assert calendar_months(PartialDate.parse(first), PartialDate.parse(last)) == n


def test_days_between_two_days_do_not_count_the_first():
    assert days_between(d("2024-12-08"), d("2025-05-21")) == 164
    assert days_between(d("2025-05-21"), d("2025-05-21")) == 0


@pytest.mark.parametrize(
    ("length", "ko", "en"),
    [
        (Length(1, Unit.DAY), "1일", "1 day"),
        (Length(2, Unit.DAY), "2일", "2 days"),
        (Length(1, Unit.WEEK), "1주", "1 week"),
        (Length(3, Unit.MONTH), "3개월", "3 months"),
        (Length(2, Unit.YEAR), "2년", "2 years"),
    ],
)
def test_a_length_is_told_in_both_languages(length, ko, en):
    assert length.words == Words(ko, en)


def test_a_local_holiday_is_refused_with_the_day_and_the_regulation():
    with pytest.raises(NotVerified) as refusal:
        local_holiday(d("2026-04-03"))
    assert refusal.value.sentence.ko == (
        "CAL-M (local holiday 2026-04-03): 「지방공휴일에 관한 규정」의 내용을 확인하지 못하여 계산하지 않습니다."
    )


def test_a_refused_day_tells_the_range_in_both_languages():
    with pytest.raises(UnknownCalendar) as refusal:
        shipped_table().is_day_off(d("2028-01-01"))
    found = refusal.value
    assert (found.day, found.known_from, found.known_until) == (
        d("2028-01-01"),
        d("2015-01-01"),
        d("2027-12-31"),
    )
    assert found.sentence == Words(
        "2028-01-01의 공휴일을 알 수 없습니다. 공휴일 표는 2015-01-01부터 2027-12-31까지만 확정되어 있습니다.",
        "The holidays of 2028-01-01 are not known: the table covers 2015-01-01 to 2027-12-31.",
    )


def test_a_day_entered_by_hand_keeps_its_name_and_source():
    name = Words("임시공휴일", "Ad hoc holiday")
    table = shipped_table().with_entry(on=d("2026-10-02"), name=name, source="국무회의", kind="election")
    (entry,) = table.entries_on(d("2026-10-02"))
    assert (entry.name, entry.source, entry.kind, entry.decided_on) == (name, "국무회의", "election", None)
    assert table.entries_on(d("2026-10-01")) == ()
    with pytest.raises(LateDecision) as refusal:
        table.with_entry(on=d("2026-10-02"), name=name, source="국무회의", decided_on=d("2026-10-03"))
    assert refusal.value.entry.decided_on == d("2026-10-03")
