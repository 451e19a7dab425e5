"""What a due date refuses, and what its words say: extensions, 00:00, hours, starts that are no day, the table's end."""

from datetime import date, datetime, timedelta

import pytest

from madang.kernel.clocks.counting import Pause
from madang.kernel.clocks.holidays import UnknownCalendar
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.due import DueDate, NotAllowedHere, due_date
from madang.kernel.statutes.ways import NeedsTime, NotADay

START = date(2025, 4, 1)
d = date.fromisoformat


def test_a_start_at_midnight_is_refused_where_it_makes_no_difference():
    assert due_date("PLN-05", start=d("2020-04-13"), starts_at_midnight=True).due_on == d("2020-05-12")
    with pytest.raises(NotAllowedHere) as refusal:
        due_date("PLN-08", start=START, starts_at_midnight=True)
    assert "0시" in refusal.value.sentence.ko


@pytest.mark.parametrize(
    ("rule_id", "extensions", "said"),
    [
        ("DES-03", 1, "DES-03: this period is not extended"),
        ("EX-04", 2, "EX-04: this period is extended once at most"),
        ("EX-04", -1, "EX-04: this period is extended once at most"),
    ],
)
def test_a_clock_is_extended_only_as_often_as_the_law_says(rule_id, extensions, said):
    with pytest.raises(NotAllowedHere) as refusal:
        due_date(rule_id, start=START, extensions=extensions)
    assert refusal.value.sentence.en == said
    assert "연장" in refusal.value.sentence.ko


def test_an_extension_counts_on_from_the_first_period_and_says_what_is_interpretation():
    plain, longer = (due_date("EX-04", start=START, extensions=n) for n in (0, 1))
    assert (plain.due_on, longer.due_on) == (d("2025-05-01"), d("2025-06-02"))
    assert [step for step in plain.steps if "해석" in step.words.ko] == []
    (said,) = [step for step in longer.steps if "해석" in step.words.ko]
    assert "연장 1회, 회당 30일" in said.words.ko
    assert "hard stop" in said.words.en
    other = due_date("EX-19", start=START, extensions=1)
    assert [step for step in other.steps if "절대 기한" in step.words.ko] == []


def test_an_extension_does_not_pass_the_hard_stop():
    pause = Pause(d("2025-04-10"), d("2025-06-20"))
    found = due_date("EX-04", start=START, extensions=1, pauses=[pause])
    assert found.due_on == START + timedelta(days=90)
    (stop,) = [step for step in found.steps if "90일째" in step.words.ko]
    assert stop.citation is not None
    assert stop.citation.article == "제86조제3항"


@pytest.mark.parametrize("start", ["2025-04-31", PartialDate.parse("2025-04"), None])
def test_a_start_that_is_no_day_is_refused_with_a_sentence(start):
    with pytest.raises(NotADay) as refusal:
        due_date("DES-03", start=start)
    assert "연월일까지" in refusal.value.sentence.ko
    assert "known to the day" in refusal.value.sentence.en


def test_an_instant_starts_on_its_day_in_seoul():
    late = datetime.fromisoformat("2025-04-01T15:30+00:00")
    found = due_date("DES-03", start=late)
    assert (found.start, found.due_on) == (d("2025-04-02"), due_date("DES-03", start=d("2025-04-02")).due_on)


def test_a_clock_in_hours_tells_the_hour_in_korean_time():
    received = datetime.fromisoformat("2025-04-30T01:00+00:00")
    found = due_date("PET-02.other", start=received)
    assert found.due_at == datetime.fromisoformat("2025-04-30T14:00+09:00")
    assert "14:00까지" in found.sentence.ko
    assert DueDate.from_json(found.to_json()) == found
    with pytest.raises(NeedsTime) as refusal:
        due_date("PET-02.other", start=START)
    assert "시각이 필요" in refusal.value.sentence.ko


def test_a_due_date_outside_the_table_is_refused_until_when_it_is_known():
    assert due_date("DES-02", start=d("2027-12-01")).due_on == d("2027-12-31")
    with pytest.raises(UnknownCalendar) as refusal:
        due_date("DES-02", start=d("2027-12-02"))
    assert "2027-12-31까지만" in refusal.value.sentence.ko


def test_supplements_and_their_way_of_counting_are_kept_with_the_due_date():
    pause = Pause(d("2025-04-05"), d("2025-04-08"))
    found = due_date("DES-02", start=START, pauses=[pause], pause_counting="between")
    again = DueDate.from_json(found.to_json())
    assert (again.pauses, again.pause_counting, again.due_on) == ((pause,), "between", d("2025-05-07"))
    assert again.pauses[0].of_record
