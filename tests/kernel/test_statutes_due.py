"""Due dates: the sum, the article and the version, stored as JSON and read back to the same bytes."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madang.kernel.clocks.counting import Pause
from madang.kernel.statutes.clocks import clock, clock_rule_ids
from madang.kernel.statutes.due import DueDate, NeedsCaseDate, NotAllowedHere, due_date
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.plain import canonical_json
from madang.kernel.statutes.refusals import NoSuchRule, NotInForce
from madang.kernel.statutes.ways import MAY_PAUSE

START = date(2025, 4, 1)


@pytest.mark.parametrize(
    ("rule_id", "start", "due"),
    [
        ("APP-05", "2025-04-01", "2025-06-02"),
        ("PLN-05", "2020-04-13", "2020-05-13"),
        ("PLN-06", "2020-04-13", "2020-05-13"),
        ("PLN-08", "2020-04-29", "2020-04-15"),
        ("DES-02", "2020-05-26", "2020-06-25"),
        ("DES-03", "2020-05-26", "2020-08-24"),
        ("CHG-02", "2024-08-12", "2024-08-27"),
        ("CHG-02.reply", "2024-08-12", "2024-08-27"),
        ("ZC-04", "2025-05-21", "2025-05-14"),
        ("DC-06", "2025-05-21", "2025-05-14"),
        ("COM-01", "2025-05-21", "2025-05-14"),
        ("REV-05", "2025-04-01", "2025-05-01"),
        ("EVA-05", "2025-06-30", "2026-03-31"),
    ],
)
def test_each_clock_counts_to_its_day(rule_id, start, due):
    found = due_date(rule_id, start=date.fromisoformat(start))
    assert found.due_on == date.fromisoformat(due)
    assert found.citation.article in found.steps[0].words.ko or found.steps[0].citation == found.citation


def test_every_clock_of_the_first_chapters_was_counted_above():
    matters = {"applications", "plans", "designation", "committees", "changes"}
    assert len([c for c in clock_rule_ids() if clock(c).matter in matters]) == 12


FIRST_START, LAST_START = date(2024, 8, 7), date(2026, 12, 1)


def in_force_all_the_time(rule_id):
    try:
        return bool(
            parameter(clock(rule_id).parameter, FIRST_START)
            and parameter(clock(rule_id).parameter, LAST_START)
        )
    except NotInForce:
        return False


@given(
    st.sampled_from([rule_id for rule_id in clock_rule_ids() if in_force_all_the_time(rule_id)]),
    st.dates(FIRST_START, LAST_START),
    st.integers(0, 20),
    st.sampled_from(["between", "both_ends"]),
)
def test_a_stored_due_date_reads_back_to_the_same_bytes(rule_id, start, long, counting):
    asked = start + timedelta(days=3)
    may_pause = rule_id in {"DES-02", "DES-03", "CHG-02.reply"}
    pauses = (Pause(asked, asked + timedelta(days=long)),) if may_pause else ()
    at = datetime.combine(start, time(10), timezone(timedelta(hours=9)))
    found = due_date(rule_id, start=at, pauses=pauses, pause_counting=counting)
    again = DueDate.from_json(found.to_json())
    assert again == found
    assert canonical_json(again.to_json()) == canonical_json(found.to_json())


@pytest.mark.parametrize(
    ("applied", "due"),
    [("2024-08-06", "2024-08-30"), ("2024-08-07", "2024-08-16"), ("2024-08-08", "2024-08-16")],
)
def test_the_day_a_change_was_applied_for_decides_its_notice(applied, due):
    found = due_date("CHG-02", start=date(2024, 7, 31), on=date.fromisoformat(applied))
    assert found.due_on == date.fromisoformat(due)


def test_a_change_notice_before_the_new_law_needs_the_day_of_application():
    assert due_date("CHG-02", start=date(2024, 8, 7)).due_on == date(2024, 8, 22)
    with pytest.raises(NeedsCaseDate) as refusal:
        due_date("CHG-02", start=date(2024, 8, 6))
    assert "변경신청일" in refusal.value.sentence.ko


def test_both_days_of_a_supplement_are_out_unless_said_otherwise():
    pause = Pause(date(2025, 4, 5), date(2025, 4, 8))
    default = due_date("DES-02", start=START, pauses=[pause])
    between = due_date("DES-02", start=START, pauses=[pause], pause_counting="between")
    assert default.pause_counting == "both_ends"
    assert [step.words.ko for step in default.steps if "유추" in step.words.ko]
    assert default.steps[3].words != between.steps[3].words


def test_a_report_due_on_a_sunday_says_that_the_roll_is_not_verified():
    found = due_date("EVA-05", start=date(2023, 12, 31))
    assert found.due_on == date(2024, 4, 1)
    assert "확인되지 않음" in found.steps[-1].words.ko
    plain = due_date("EVA-05", start=date(2024, 12, 31))
    assert "확인되지 않음" not in plain.steps[-1].words.ko


def test_a_clock_that_does_not_stop_refuses_supplements():
    with pytest.raises(ValueError, match="does not stop"):
        due_date("APP-05", start=START, pauses=[Pause(START, START)])


def test_a_rule_without_a_clock_is_refused_by_name():
    with pytest.raises(NoSuchRule, match="ZC-05"):
        due_date("ZC-05", start=START)


def test_no_clock_runs_before_the_act_is_in_force():
    assert due_date("DES-03", start=date(2019, 4, 17)).due_on == date(2019, 7, 16)
    with pytest.raises(NotInForce):
        due_date("DES-03", start=date(2019, 4, 16))


@pytest.mark.parametrize(("rule_id", "start", "said"), [
    ("DES-03", date(2025, 1, 2), "the law says 90 days"),
    ("CON-03.urgent", date(2025, 1, 2), "the law says 1 day"),
    ("EVA-05", date(2025, 1, 2), "the law says day 31"),
])  # fmt: skip
def test_the_length_of_a_clock_is_said_in_plain_english(rule_id, start, said):
    assert due_date(rule_id, start=start).steps[0].words.en == said


def test_the_refusal_of_an_extension_can_be_told_for_every_clock():
    for rule_id in clock_rule_ids():
        most = clock(rule_id).extensions
        with pytest.raises(NotAllowedHere, match=("not extended", "once at most", "twice at most")[most]):
            due_date(rule_id, start=date(2025, 3, 4), extensions=most + 1)


def test_working_days_name_the_day_off_that_nobody_had_decided_yet():
    found = due_date("FOI-01", start=date(2025, 1, 24), known_on=date(2025, 1, 10))
    assert (found.mode, found.due_on) == ("CAL-E", date(2025, 2, 11))
    assert [step.words.en for step in found.steps if "became a holiday only" in step.words.en] == [
        "Mon 27 January 2025 (Ad hoc holiday) became a holiday only by a decision of Tue 14 January 2025: not treated as a day off"
    ]


def test_only_a_clock_that_may_stand_still_takes_a_supplement():
    ways = {clock(rule_id).way for rule_id in clock_rule_ids() if clock(rule_id).may_pause}
    assert ways == MAY_PAUSE
