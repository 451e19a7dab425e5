"""The rapid confirmation's two tables walked at random together, as the acts walk them."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from madang.kernel.clocks.counting import Pause
from madang.kernel.procedures.confirmation import (
    DEEMED,
    NEEDED,
    NOT_NEEDED,
    NOT_OURS,
    closing_move,
    outcome_of,
)
from madang.kernel.procedures.editions import procedure
from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.rules import evaluate

PARENT, CHILD = procedure("confirmation", "V1"), procedure("confirmation_reply", "V1")
NOTIFIED = date(2026, 9, 1)
DAY = timedelta(days=1)
ANSWERS = st.sampled_from([NEEDED, NOT_NEEDED, NOT_OURS])
FINAL = ("replied", "deemed")


def moved(table, name, state, facts, on):
    """Make one move if the state has it and every guard that facts decide is satisfied; else stay."""
    open_now = {move.name: move for move in table.open_moves(state)}
    if name not in open_now:
        return state
    asked = [evaluate(rule, facts, on=on, known_on=on).status for rule in open_now[name].guards]
    return open_now[name].target if all(status is Status.SATISFIED for status in asked) else state


def child_facts(child, on):
    return {
        "notified_on": NOTIFIED,
        "supplements": child["pauses"],
        **({} if child["silent"] else {"replied_on": on}),
    }


MOVES = st.sampled_from(["reply", "deem", "agree", "conflict", "decide", "report", "tell"])
STEPS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2), MOVES, ANSWERS), max_size=25)


@settings(max_examples=40)
@given(st.integers(1, 3), STEPS)
def test_no_walk_tells_a_result_while_a_ministry_is_open_or_past_the_committee(count, steps):
    children = [{"state": "waiting", "answer": "", "pauses": (), "silent": True} for _ in range(count)]
    parent, on, committee = "consulting", NOTIFIED, False
    for days, which, move, answer in steps:
        on, child = on + days * DAY, children[which % count]
        if move in ("reply", "deem"):
            child["silent"] = move == "deem"
            before = child["state"]
            child["state"] = moved(CHILD, move, before, child_facts(child, on), on)
            if child["state"] != before:
                child["answer"] = answer if move == "reply" else DEEMED
        else:
            closed = [str(n) for n, one in enumerate(children) if one["state"] in FINAL]
            facts = {
                "ministries_asked": [str(n) for n in range(len(children))], "ministries_closed": closed,
                "members_enrolled": 40, "members_present": 21, "votes_yes": 11,
                "local_government_told": True, "result_told_to_asker": True,
            }  # fmt: skip
            wanted = closing_move(one["answer"] for one in children)
            if move in ("agree", "conflict") and move != wanted:
                continue
            before, parent = parent, moved(PARENT, move, parent, facts, on)
            committee = committee or (move == "decide" and before != parent)
        if parent != "consulting":
            assert all(one["state"] in FINAL for one in children)
        if parent in ("reported", "notified"):
            assert committee or closing_move(one["answer"] for one in children) == "agree"


@settings(max_examples=60)
@given(st.integers(0, 29), st.integers(0, 40), st.integers(-3, 3))
def test_silence_never_speaks_before_the_day_after_and_a_reply_never_after_it(asked_after, length, offset):
    pauses = (Pause(NOTIFIED + asked_after * DAY, NOTIFIED + (asked_after + length) * DAY),)
    due = due_date("RC-04", start=NOTIFIED, pauses=pauses).due_on
    on = due + offset * DAY
    facts = {"notified_on": NOTIFIED, "supplements": pauses}
    deemed = moved(CHILD, "deem", "waiting", facts, on) == "deemed"
    replied = moved(CHILD, "reply", "waiting", {**facts, "replied_on": on}, on) == "replied"
    assert deemed is (on > due)
    assert replied is (on <= due)


def test_only_a_waiting_ministry_falls_silent():
    assert [move.sources for move in CHILD.moves if move.target == "deemed"] == [("waiting",)]
    assert {
        clock for move in CHILD.moves if move.name == "take_on" for clock in (c.rule_id for c in move.starts)
    } == {"RC-05"}


def test_contradiction_needs_both_a_yes_and_a_no_and_one_yes_makes_the_outcome():
    assert closing_move([NEEDED, NOT_NEEDED, DEEMED]) == "conflict"
    assert {closing_move(pair) for pair in ([NEEDED, NOT_OURS], [NOT_NEEDED, DEEMED], [NEEDED])} == {"agree"}
    assert [outcome_of(a) for a in ([NEEDED, DEEMED], [NOT_OURS, NOT_OURS])] == [NEEDED, NOT_NEEDED]
