"""Rapid confirmation: each ministry's own clock, silence that is an answer, and the review of conflicting replies."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madang.kernel.clocks.counting import Pause
from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.due import NotAllowedHere, due_date
from madang.kernel.statutes.refusals import ContradictoryFacts
from madang.kernel.statutes.rules import evaluate
from madang.kernel.statutes.rulings.confirmations import Reply, close_confirmation, ministry_reply
from tests.kernel.tables_of_rules import NEW, NEWEST, OLD, computable, d, keys, named, says, statuses_around

NOTIFIED = {"notified_on": d("2026-09-01")}
SUPPLEMENT = Pause(d("2026-09-05"), d("2026-09-10"))
ASKED = {"ministries_asked": ["a", "b"]}

SATISFIED = [
    ("RC-01", {"request_papers": keys("RC-01")}, NEW),
    (
        "RC-01",
        {"request_papers": keys("RC-01", lacking="earlier_refusals"), "earlier_refusal_exists": False},
        NEW,
    ),
    ("RC-02", {"within_local_powers": True, "result_told_to_asker": True}, OLD),
    ("RC-02", {"within_local_powers": False, "sent_to_ministry": True}, NEW),
    ("RC-03", {"ministries_notified": True}, NEW),
    ("RC-04", {**NOTIFIED, "replied_on": d("2026-10-01")}, NEWEST),
    ("RC-04", {**NOTIFIED, "replied_on": d("2026-10-07"), "supplements": [SUPPLEMENT]}, NEWEST),
    ("RC-05", {"papers_received_on": d("2025-04-01"), "confirmed_on": d("2025-05-01")}, NEW),
    ("RC-06", {**NOTIFIED, "replied_on": d("2026-10-02")}, NEWEST),
    ("RC-07", {"local_government_told": True, "result_told_to_asker": True}, NEW),
    ("RC-08", {"last_reply_on": d("2026-09-20"), "conflict_decided_on": d("2026-10-20")}, NEWEST),
    ("RC-08", {"reply_period_ended_on": d("2026-10-01"), "conflict_decided_on": d("2026-11-02")}, NEWEST),
    ("RC-09", {**ASKED, "ministries_closed": ["b", "a"]}, NEW),
]

BREACHED = [
    ("RC-01", {"request_papers": keys("RC-01", lacking="description")}, NEW),
    (
        "RC-01",
        {"request_papers": keys("RC-01", lacking="earlier_refusals"), "earlier_refusal_exists": True},
        NEW,
    ),
    ("RC-02", {"within_local_powers": True, "result_told_to_asker": False}, NEW),
    ("RC-02", {"within_local_powers": False, "sent_to_ministry": False}, NEW),
    ("RC-03", {"ministries_notified": False}, NEW),
    ("RC-04", {**NOTIFIED, "replied_on": d("2026-10-02")}, NEWEST),
    ("RC-05", {"papers_received_on": d("2025-04-01"), "confirmed_on": d("2025-05-02")}, NEW),
    ("RC-06", {**NOTIFIED, "replied_on": d("2026-10-01")}, NEWEST),
    ("RC-07", {"result_told_to_asker": False}, NEW),
    ("RC-08", {"last_reply_on": d("2026-09-20"), "conflict_decided_on": d("2026-10-21")}, NEWEST),
    ("RC-09", {**ASKED, "ministries_closed": ["a"]}, NEW),
]

UNKNOWN = [
    ("RC-01", {"request_papers": keys("RC-01", lacking="earlier_refusals")}, ("earlier_refusal_exists",)),
    ("RC-02", {"within_local_powers": True}, ("result_told_to_asker",)),
    ("RC-02", {"within_local_powers": False}, ("sent_to_ministry",)),
    ("RC-03", {}, ("ministries_notified",)),
    ("RC-04", NOTIFIED, ("replied_on",)),
    ("RC-05", {"papers_received_on": d("2025-04-01")}, ("confirmed_on",)),
    ("RC-06", NOTIFIED, ("replied_on",)),
    ("RC-07", {"result_told_to_asker": True}, ("local_government_told",)),
    ("RC-08", {"conflict_decided_on": d("2026-10-20")}, ("last_reply_on",)),
    ("RC-09", ASKED, ("ministries_closed",)),
]


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_a_confirmation_that_keeps_the_rule_satisfies_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert answer.status is Status.SATISFIED, answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_a_confirmation_that_breaks_the_rule_breaches_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert answer.status is Status.BREACHED, answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_confirmation_told_in_part_names_what_is_missing(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status, answer.missing) == (Status.UNKNOWN, missing)
    says(answer)


def test_every_rule_of_confirmations_has_a_line_in_each_table():
    for table in (SATISFIED, BREACHED, UNKNOWN):
        assert {row[0] for row in table} == computable(("RC-",))


@pytest.mark.parametrize(
    ("rule_id", "facts", "moved", "last"),
    [
        ("RC-04", NOTIFIED, "replied_on", "2026-10-01"),
        ("RC-05", {"papers_received_on": d("2025-04-01")}, "confirmed_on", "2025-05-01"),
        ("RC-08", {"last_reply_on": d("2026-09-20")}, "conflict_decided_on", "2026-10-20"),
        ("RC-04", {"notified_on": d("2026-06-17")}, "replied_on", "2026-07-20"),
        ("RC-04", {"notified_on": d("2025-06-17")}, "replied_on", "2025-07-17"),
    ],
)
def test_the_last_day_is_in_time_and_the_next_is_not(rule_id, facts, moved, last):
    assert statuses_around(rule_id, facts, moved, last, on=NEWEST) == ["satisfied", "satisfied", "breached"]


def test_silence_counts_from_the_day_after_the_reply_was_due_and_not_before():
    asked = [evaluate("RC-06", NOTIFIED, on=NEWEST, known_on=date(2026, 10, n)) for n in (1, 2, 3)]
    assert [answer.status.value for answer in asked] == ["unknown", "satisfied", "satisfied"]
    assert asked[1].value == date(2026, 10, 2)
    assert "2 October 2026" in asked[1].sentence.en


def test_a_late_reply_does_not_undo_what_silence_settled():
    answer = evaluate("RC-06", {**NOTIFIED, "replied_on": d("2026-10-20")}, on=NEWEST)
    assert answer.value == date(2026, 10, 2)


def test_the_later_of_reply_and_end_of_the_period_starts_the_review():
    both = {"last_reply_on": d("2026-09-20"), "reply_period_ended_on": d("2026-10-01")}
    assert statuses_around("RC-08", both, "conflict_decided_on", "2026-11-02", on=NEWEST) == [
        *("satisfied", "satisfied", "breached")
    ]


def test_time_of_supplements_is_out_of_the_review_of_conflicts():
    facts = {"last_reply_on": d("2026-09-20"), "supplements": [Pause(d("2026-09-28"), d("2026-10-01"))]}
    assert evaluate("RC-08", facts, on=NEWEST, known_on=d("2026-12-01")).value == date(2026, 10, 26)


def test_the_ministry_s_own_field_has_a_clock_that_does_not_stop():
    with pytest.raises(NotAllowedHere):
        due_date("RC-05", start=d("2026-09-01"), pauses=[SUPPLEMENT])


def test_a_reply_before_the_notification_contradicts_it():
    with pytest.raises(ContradictoryFacts):
        evaluate("RC-04", {**NOTIFIED, "replied_on": d("2026-08-31")}, on=NEWEST)


def test_each_ministry_runs_its_own_clock_and_the_last_closes_the_whole():
    replies = {"a": Reply(d("2026-09-20")), "b": Reply(None), "c": Reply(None, (SUPPLEMENT,))}
    done = close_confirmation(d("2026-09-01"), replies)
    assert {name: one.due.due_on for name, one in done.ministries.items()} == {
        "a": d("2026-10-01"),
        "b": d("2026-10-01"),
        "c": d("2026-10-07"),
    }
    assert [one.state for one in done.ministries.values()] == ["replied", "deemed", "deemed"]
    assert done.ministries["a"].deemed_from is None
    assert done.ministries["b"].deemed_from == d("2026-10-02")
    assert done.closed_on == d("2026-10-08")


def test_a_ministry_that_may_still_reply_keeps_the_whole_open():
    replies = {"a": Reply(d("2026-09-20")), "b": Reply(None)}
    for day, state, closed in [("2026-10-01", "waiting", None), ("2026-10-02", "deemed", d("2026-10-02"))]:
        done = close_confirmation(d("2026-09-01"), replies, known_on=d(day))
        assert (done.ministries["b"].state, done.closed_on) == (state, closed)


def test_counting_between_keeps_the_day_of_asking_in_the_period():
    reply = Reply(None, (SUPPLEMENT,))
    assert ministry_reply(d("2026-09-01"), reply, pause_counting="between").due.due_on == d("2026-10-06")


def test_a_confirmation_without_ministries_is_refused():
    with pytest.raises(ValueError, match="one ministry"):
        close_confirmation(d("2026-09-01"), {})


@given(st.dates(date(2019, 4, 17), date(2026, 10, 1)), st.integers(0, 60))
def test_a_ministry_has_either_replied_in_time_or_is_deemed_to_have(notified, waited):
    replied = date.fromordinal(notified.toordinal() + waited)
    found = ministry_reply(notified, Reply(replied))
    assert (found.state == "replied") == (replied <= found.due.due_on)
    assert found.closed_on == (
        replied if found.state == "replied" else date.fromordinal(found.due.due_on.toordinal() + 1)
    )
