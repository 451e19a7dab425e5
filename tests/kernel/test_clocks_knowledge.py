"""Two dates for holidays: what counts is what was decided by the day of knowledge; and a table that can be replaced."""

import threading
from datetime import date, timedelta

import pytest

from madang.kernel.clocks.holidays import (
    Holiday,
    HolidayTable,
    LateDecision,
    UnknownCalendar,
    national_table,
    shipped_table,
    use_table,
)
from madang.kernel.clocks.substitutes import NamedDay, rules_from, substitute_days
from madang.kernel.package_data import toml_table
from madang.kernel.statutes.due import DueDate, due_date
from madang.kernel.statutes.plain import canonical_json
from madang.kernel.statutes.prepared import plain_due
from madang.kernel.words import Words

d = date.fromisoformat
NAME = Words("임시공휴일", "Ad hoc holiday")
#: 30 days from 17 June 2026 end on Friday 17 July 2026; a day is in the list when it was decided in time.
BEFORE_CONSTITUTION_DAY = d("2026-06-17")


@pytest.fixture
def table_in_use():
    yield shipped_table()
    use_table(None)


def new_day(on="2026-10-02", decided_on=None):
    return Holiday(d(on), NAME, "cabinet", "국무회의 의결", decided_on=decided_on and d(decided_on))


@pytest.mark.parametrize(
    ("start", "known_on", "due"),
    [
        # Constitution Day: Act No. 21338, promulgated on 2026-02-10, the day before, on and after
        ("2026-06-17", "2026-02-09", "2026-07-17"),
        ("2026-06-17", "2026-02-10", "2026-07-20"),
        ("2026-06-17", "2026-02-11", "2026-07-20"),
        # its substitute in 2027 follows the Act, not the older rule on substitutes
        ("2027-06-17", "2026-02-09", "2027-07-19"),
        ("2027-06-17", "2026-02-10", "2027-07-20"),
        # the day set for the national forces, decided on 2024-09-03
        ("2024-09-01", "2024-09-02", "2024-10-01"),
        ("2024-09-01", "2024-09-03", "2024-10-02"),
        # the first substitute for Liberation Day, by the rule of 2021-08-04
        ("2021-07-16", "2021-08-03", "2021-08-16"),
        ("2021-07-16", "2021-08-04", "2021-08-17"),
        # the day of the decision on Labour Day is not known: treated as known
        ("2026-04-01", "2025-01-01", "2026-05-04"),
    ],
)
def test_what_was_not_decided_by_the_day_of_knowledge_does_not_move_an_end(start, known_on, due):
    assert due_date("DES-02", start=d(start), known_on=d(known_on)).due_on == d(due)


def words_of(due):
    return " ".join(step.words.ko for step in due.steps), " ".join(step.words.en for step in due.steps)


def test_a_count_by_earlier_knowledge_says_which_day_was_not_decided_yet():
    early = due_date("DES-02", start=BEFORE_CONSTITUTION_DAY, known_on=d("2026-02-09"))
    ko, en = words_of(early)
    assert "2026년 2월 10일(화)에야 정해졌으므로" in ko
    assert "only by a decision of Tue 10 February 2026" in en
    late = due_date("DES-02", start=BEFORE_CONSTITUTION_DAY, known_on=d("2026-02-10"))
    assert "에야 정해졌으므로" not in words_of(late)[0]
    assert "2026년 2월 10일(화)까지 정해진 공휴일로 셈" in words_of(late)[0]


def test_a_count_says_when_the_day_of_a_decision_is_not_known():
    ko, en = words_of(due_date("DES-02", start=d("2026-04-01"), known_on=d("2026-04-30")))
    assert "정해진 날을 확인하지 못하여" in ko
    assert "is not known: counted as decided already" in en
    by_then = due_date("DES-02", start=d("2026-04-01"), known_on=d("2026-05-01"))
    assert "확인하지 못하여" not in words_of(by_then)[0]
    assert by_then.due_on == d("2026-05-04")


def test_working_days_on_the_way_are_looked_at_too_and_weekends_are_not_named():
    start, early = d("2024-09-25"), d("2024-09-02")
    known, unknown = (
        due_date("PET-02.suggestion", start=start, known_on=k) for k in (d("2024-09-03"), early)
    )
    assert unknown.due_on < known.due_on
    assert "2024년 10월 1일(화)의 공휴일" in words_of(unknown)[0]
    weekend = due_date("DES-02", start=d("2026-07-01"), known_on=d("2026-01-01"))
    assert len([s for s in weekend.steps if "정해" in s.words.ko]) == 1


def test_a_backward_count_looks_at_no_holiday_and_names_none():
    found = due_date("PLN-08", start=d("2026-07-17"), known_on=d("2020-01-01"))
    assert found.due_on == d("2026-07-03")
    assert [s for s in found.steps if "에야" in s.words.ko] == []


def test_a_due_date_by_earlier_knowledge_reads_back_to_the_same_bytes():
    found = due_date(
        "DES-02", start=BEFORE_CONSTITUTION_DAY, known_on=d("2026-02-09"), starts_at_midnight=True
    )
    again = DueDate.from_json(found.to_json())
    assert again == found
    assert (again.known_on, again.starts_at_midnight) == (d("2026-02-09"), True)
    assert canonical_json(again.to_json()) == canonical_json(found.to_json())
    assert found.table_version == shipped_table().version


def test_a_due_date_stored_before_tables_had_versions_still_reads():
    stored = due_date("DES-02", start=BEFORE_CONSTITUTION_DAY).to_json()
    for later in ("table_version", "known_on", "starts_at_midnight"):
        del stored[later]
    assert DueDate.from_json(stored).table_version == ""


def test_everything_is_known_when_no_day_of_knowledge_is_given():
    found = due_date("DES-02", start=BEFORE_CONSTITUTION_DAY)
    assert (found.due_on, found.known_on) == (d("2026-07-20"), None)
    assert "정해진" not in words_of(found)[0]


def test_the_table_in_use_is_the_shipped_one_until_another_is_put_in(table_in_use):
    assert national_table() is table_in_use
    assert due_date("DES-02", start=d("2026-09-02")).due_on == d("2026-10-02")
    later = table_in_use.with_entries([new_day()])
    assert use_table(later) is later
    found = due_date("DES-02", start=d("2026-09-02"))
    assert (found.due_on, found.table_version) == (d("2026-10-06"), later.version)
    assert plain_due("DES-02")(d("2026-09-02")) == d("2026-10-06")
    assert use_table(None) is table_in_use
    assert plain_due("DES-02")(d("2026-09-02")) == d("2026-10-02")


def test_every_thread_sees_the_table_in_use(table_in_use):
    later, seen = table_in_use.with_entries([new_day()]), []
    use_table(later)
    thread = threading.Thread(target=lambda: seen.append(national_table()))
    thread.start()
    thread.join()
    assert seen == [later]


def test_equal_tables_have_one_version_and_any_other_day_another():
    table, again = shipped_table(), HolidayTable(shipped_table(), d("2015-01-01"), d("2027-12-31"))
    assert again.version == table.version
    others = [
        table.with_entries([new_day()]),
        table.with_entries([new_day("2026-10-01")]),
        table.with_entries([new_day(decided_on="2026-09-01")]),
        table.as_known_on(d("2024-01-01")),
        HolidayTable(table, d("2015-01-01"), d("2027-12-30")),
    ]
    assert len({table.version, *(other.version for other in others)}) == 6
    assert all(version.startswith("2027-") for version in (o.version for o in others))


def test_a_day_entered_by_hand_is_settled_on_the_day_of_its_decision():
    table = shipped_table().with_entry(
        on=d("2026-10-02"), name=NAME, source="국무회의 의결", decided_on=d("2026-09-01")
    )
    assert table.as_known_on(d("2026-08-31")).is_day_off(d("2026-10-02")) is False
    assert table.as_known_on(d("2026-09-01")).is_day_off(d("2026-10-02")) is True
    (entry,) = table.entries_on(d("2026-10-02"))
    assert (entry.settled_by, entry.kind, entry.known_on(d("2026-08-31"))) == (
        d("2026-09-01"),
        "cabinet",
        False,
    )


def test_a_day_whose_decision_is_not_known_is_surely_known_on_the_day_itself():
    (entry,) = shipped_table().with_entries([new_day()]).entries_on(d("2026-10-02"))
    assert entry.known_on(d("2026-10-01")) is None
    assert entry.known_on(d("2026-10-02")) is True


def test_a_decision_after_the_day_itself_is_refused():
    assert shipped_table().with_entries([new_day(decided_on="2026-10-02")])
    with pytest.raises(LateDecision) as refusal:
        shipped_table().with_entries([new_day(decided_on="2026-10-03")])
    assert "2026-10-03" in refusal.value.sentence.ko
    assert "decided later" in refusal.value.sentence.en


@pytest.mark.parametrize("on", ["2014-12-31", "2028-01-01"])
def test_a_day_outside_the_table_cannot_be_entered(on):
    with pytest.raises(UnknownCalendar):
        shipped_table().with_entries([new_day(on)])


def test_two_tables_differ_in_the_days_that_could_move_an_end():
    table = shipped_table()
    saturday, weekday = new_day("2026-10-10"), new_day("2026-10-02")
    assert table.days_off_unlike(table.with_entries([saturday])) == ()
    assert table.days_off_unlike(table.with_entries([saturday, weekday])) == (weekday.on,)
    assert table.with_entries([weekday]).days_off_unlike(table) == (weekday.on,)


def test_the_knowledge_of_a_day_is_kept_and_forgotten_when_there_is_too_much():
    table = shipped_table().with_entries([])
    first = table.as_known_on(d("2020-01-01"))
    assert table.as_known_on(d("2020-01-01")) is first
    assert first.knowledge_on == d("2020-01-01")
    for n in range(1, 70):
        table.as_known_on(d("2020-01-01") + timedelta(days=n))
    assert table.as_known_on(d("2020-01-01")) is not first
    assert table.as_known_on(d("2020-01-01")).version == first.version


def test_a_table_of_earlier_knowledge_stays_one_when_a_day_is_added():
    early = shipped_table().as_known_on(d("2020-01-01"))
    assert early.with_entries([new_day()]).knowledge_on == d("2020-01-01")
    assert not early.with_entries([new_day()]).is_day_off(d("2020-08-17"))


def test_no_substitute_day_depends_on_a_day_that_the_cabinet_set():
    """Else the table of an earlier knowledge would need other substitutes than those it keeps."""
    table = shipped_table()
    raw = toml_table("madang.kernel.clocks", "holidays.toml")
    named = [NamedDay(h.on, h.group) for h in table if h.kind in ("fixed", "lunar")]
    elections = [h.on for h in table if h.kind == "election"]
    found = substitute_days(named, rules_from(raw["substitutes"]), elections)
    assert set(found) == {h.on for h in table if h.kind == "substitute"}


def test_no_decision_lies_after_its_day_and_each_has_a_source():
    decided = [h for h in shipped_table() if h.decided_on]
    assert len(decided) == 25
    assert all(h.decided_on <= h.on and h.decided_on == h.settled_by for h in decided)
    cabinet = [h for h in shipped_table() if h.kind == "cabinet"]
    assert [h.on for h in cabinet if h.decided_on is None] == [d("2015-08-14")]
    assert all(str(h.decided_on or "확인하지 않음") in h.source for h in cabinet)
