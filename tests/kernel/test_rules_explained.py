"""Answers explain themselves: where each value comes from, in print and as data, and asked again to the same bytes."""

import pickle
import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madang.kernel.clocks.holidays import shipped_table, use_table
from madang.kernel.clocks.pauses import Pause
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer, Asked, Trace, TraceStep
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.clocks import clock, clock_rule_ids
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.plain import canonical_json
from madang.kernel.statutes.printing import printed, value_words
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.replaying import NothingToReplay, replay, replays
from madang.kernel.statutes.rules import computable_rule_ids, evaluate, facts_of, rule_ids, vote_result
from madang.kernel.words import Words
from tests.kernel.test_facts_of_rules import situations

ON = date(2025, 1, 2)
HEARING = {"hearing_on": date(2020, 4, 29), "hearing_announced_on": date(2020, 4, 15)}
CONSULTED = {
    "notified_on": date(2020, 5, 26),
    "supplements": [Pause(date(2020, 6, 1), date(2020, 6, 10))],
    "replied_on": PartialDate.parse("2020-07"),
}


def answers_of(rule_id, on):
    for facts in situations(rule_id):
        try:
            yield evaluate(rule_id, facts, on=on, known_on=ON)
        except Refusal:
            continue  # drawn at random: contradictory, or beyond the known holidays


@pytest.mark.parametrize("rule_id", computable_rule_ids())
def test_every_value_of_a_trace_is_a_stated_fact_or_stands_in_a_provision(rule_id):
    names = {fact.name for fact in facts_of(rule_id)}
    for answer in answers_of(rule_id, date(2026, 7, 2)):
        for step in answer.trace:
            if step.fact:
                assert step.fact in names
                assert step.citation is None
            elif step.value is not None:
                assert step.rule_id in rule_ids()
                assert step.citation.article


@pytest.mark.parametrize("rule_id", computable_rule_ids())
def test_an_answer_asked_again_from_its_record_is_the_same_byte_by_byte(rule_id):
    for answer in answers_of(rule_id, date(2026, 7, 2)):
        stored = answer.to_json()
        assert Answer.from_json(stored) == answer
        assert replays(stored)


@pytest.mark.parametrize(("on", "version"), [("2024-08-06", "34012"), ("2024-08-07", "34778")])
def test_a_number_is_cited_in_the_version_of_its_day_with_its_rule(on, version):
    answer = evaluate("PLN-08", HEARING, on=date.fromisoformat(on))
    steps = [step for step in answer.trace if not step.fact]
    assert {step.rule_id for step in steps} == {"PLN-08"}
    assert version in {step.citation.version[:5] for step in steps}


def test_the_count_behind_a_due_date_is_part_of_the_trace():
    answer = evaluate("PLN-08", HEARING, on=ON)
    assert [step.fact for step in answer.trace if step.fact] == ["hearing_on", "hearing_announced_on"]
    assert any("14" in step.words.en for step in answer.trace if not step.fact)


def test_a_trace_equals_the_tuple_of_its_steps_and_hashes_like_it():
    answer = evaluate("PLN-08", HEARING, on=ON)
    steps = tuple(answer.trace)
    assert answer.trace == steps
    assert steps == answer.trace
    assert answer.trace != steps[1:]
    assert answer.trace != "steps"
    assert hash(answer.trace) == hash(steps)
    assert repr(answer.trace) == repr(steps)
    assert (answer.trace[0], answer.trace[1:], len(answer.trace)) == (steps[0], steps[1:], len(steps))


def test_the_steps_of_a_trace_are_made_once_and_only_when_read():
    made = []
    trace = Trace(lambda: made.append(1) or (TraceStep(Words("값", "value"), 1),))
    assert made == []
    assert [len(trace), len(list(trace))] == [1, 1]
    assert made == [1]


def test_an_answer_survives_being_pickled():
    answer = evaluate("PLN-08", HEARING, on=ON)
    assert pickle.loads(pickle.dumps(answer)) == answer


def test_equal_questions_have_equal_answers_and_other_days_do_not():
    answer = evaluate("ZC-01", {"committee_size": 30}, on=ON)
    assert answer == evaluate("ZC-01", {"committee_size": 30}, on=ON)
    assert hash(answer) == hash(evaluate("ZC-01", {"committee_size": 30}, on=ON))
    assert answer != evaluate("ZC-01", {"committee_size": 30}, on=ON + timedelta(days=1))
    assert answer != evaluate("ZC-01", {"committee_size": 30}, on=ON, known_on=ON)


def test_an_answer_keeps_what_it_was_asked_with_and_nothing_it_does_not_read():
    answer = evaluate("PLN-08", {**HEARING, "zone_name": "비밀"}, on=ON, known_on=ON)
    assert answer.asked.facts == HEARING
    assert (answer.on, answer.known_on) == (ON, ON)
    assert "비밀" not in canonical_json(answer.to_json())


def test_facts_changed_after_the_question_do_not_change_the_answer():
    papers = ["map"]
    given = {"change_papers": papers, "change_touches_map": True}
    answer = evaluate("CHG-06", given, on=ON)
    before = canonical_json(answer.to_json())
    papers.append("plan")
    given["change_touches_map"] = False
    assert canonical_json(answer.to_json()) == before


@pytest.mark.parametrize("on", [ON, PartialDate.parse("2025-01"), PartialDate.parse("")])
def test_supplements_and_partial_dates_are_asked_again_as_they_were_stated(on):
    answer = evaluate("DES-02", CONSULTED, on=on, known_on=ON)
    stored = answer.to_json()
    assert stored["asked"]["facts"]["replied_on"] == {"partial_date": "2020-07"}
    assert replay(stored) == answer
    assert replays(stored)


def test_a_record_that_was_tampered_with_does_not_replay():
    stored = evaluate("ZC-01", {"committee_size": 41}, on=ON).to_json()
    assert replays(stored)
    assert not replays({**stored, "status": "satisfied"})
    changed = {**stored["asked"], "facts": {"committee_size": 30}}
    assert not replays({**stored, "asked": changed})


def test_an_answer_without_its_inputs_cannot_be_asked_again():
    vote = vote_result("zone_committee", 40, 21, 11, ON)
    assert vote.on is None
    assert vote.known_on is None
    with pytest.raises(NothingToReplay, match="ZC-05"):
        replay(vote.to_json())


def test_answers_stored_before_inputs_were_kept_still_read():
    stored = evaluate("ZC-01", {"committee_size": 30}, on=ON).to_json()
    old = {name: value for name, value in stored.items() if name not in ("asked", "notes")}
    for step in old["trace"]:
        del step["rule_id"], step["fact"]
    assert Answer.from_json(old).asked is None


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_printed_answer_says_result_source_days_facts_and_what_is_missing(language):
    answer = evaluate("DES-02", {"notified_on": date(2026, 7, 2)}, on=date(2026, 7, 2), known_on=ON)
    lines = printed(answer, language)
    text = "\n".join(lines)
    assert lines[0].startswith("DES-02 ")
    assert answer.sentence.in_(language) in lines[0]
    assert answer.citation.words.in_(language) in text
    assert "replied_on" in text
    assert all(note.in_(language) in text for note in answer.notes)
    assert len(answer.notes) == 2
    said = {
        "ko": ("2026년 7월 2일(목)", "2025년 1월 2일(목)"),
        "en": ("Thu 2 July 2026", "Thu 2 January 2025"),
    }
    assert all(day in text for day in said[language])


def test_every_step_of_a_trace_is_a_line_with_its_source():
    answer = evaluate("PLN-08", HEARING, on=ON)
    lines = [line for line in printed(answer, "en") if line.startswith("  - ")]
    assert len(lines) == len(answer.trace)
    assert lines[0].endswith("[a fact as stated]")
    assert all("PLN-08" in line for line in lines[2:])


def test_a_source_without_a_named_version_says_so():
    law = Words("민법", "Civil Code")
    step = TraceStep(Words("말일", "last day"), 1, Citation(law, "제161조"), "CAL-A")
    answer = replace(evaluate("PLN-08", HEARING, on=ON), trace=(step, TraceStep(Words("참고", "remark"))))
    text = "\n".join(printed(answer, "en"))
    assert "Civil Code, Art. 161 (version not named); CAL-A" in text
    assert "  - remark\n" in text + "\n"


@pytest.mark.parametrize(
    ("value", "ko", "en"),
    [
        (None, "없음", "none"),
        ((), "없음", "none"),
        (True, "예", "yes"),
        (False, "아니오", "no"),
        (0, "0", "0"),
        (("map", 2), "map, 2", "map, 2"),
        (date(2025, 1, 2), "2025년 1월 2일(목)", "Thu 2 January 2025"),
        (PartialDate.parse("2020-08"), "2020-08", "2020-08"),
    ],
)
def test_a_value_is_written_as_people_read_it(value, ko, en):
    assert value_words(value) == Words(ko, en)


def test_random_orders_of_the_facts_give_the_same_bytes():
    chance = random.Random(7)
    texts = set()
    for _ in range(10):
        given = list(CONSULTED.items())
        chance.shuffle(given)
        texts.add(canonical_json(evaluate("DES-02", dict(given), on=ON).to_json()))
    assert len(texts) == 1


@pytest.mark.parametrize("of_record", [True, False])
def test_a_supplement_keeps_whether_it_is_of_record(of_record):
    facts = {**CONSULTED, "supplements": (Pause(date(2020, 6, 1), date(2020, 6, 2), of_record=of_record),)}
    kept = replay(evaluate("DES-02", facts, on=ON).to_json()).asked.facts["supplements"]
    assert [pause.of_record for pause in kept] == [of_record]


@given(st.sampled_from(clock_rule_ids()), st.dates(date(2019, 1, 1), date(2028, 12, 31)), st.data())
def test_a_due_date_inside_a_rule_is_the_due_date_with_its_explanation(rule_id, start, data):
    on = data.draw(st.dates(date(2024, 8, 7), date(2026, 12, 31)))
    known_on = data.draw(st.sampled_from([None, on]))
    found, expected = (outcome(count, rule_id, start, on, known_on) for count in (inside, explained))
    assert found == expected


def inside(rule_id, start, on, known_on):
    return due_of(Facts({}, on, known_on), rule_id, start=start)


def explained(rule_id, start, on, known_on):
    return due_date(rule_id, start=start, on=on, known_on=known_on)


def outcome(count, rule_id, start, on, known_on):
    try:
        due = count(rule_id, start, on, known_on)
    except Refusal as error:
        return type(error)
    return due.rule_id, due.due_on, due.sentence, due.steps


def test_a_due_date_keeps_the_holidays_it_was_counted_with():
    due = due_of(Facts({}, ON), "DES-02", start=date(2025, 4, 4))
    more = shipped_table().with_entry(
        on=due.due_on, name=Words("임시공휴일", "ad hoc holiday"), source="국무회의"
    )
    use_table(more)
    try:
        assert due.explained.due_on == due.due_on
        assert due_of(Facts({}, ON), "DES-02", start=date(2025, 4, 4)).due_on > due.due_on
    finally:
        use_table(None)


def test_inputs_read_back_equal_from_their_json():
    asked = Asked(
        {"supplements": (Pause(ON, ON),), "votes_yes": 3}, PartialDate.parse("2025"), None, ON, "2027-x"
    )
    assert Asked.from_json(asked.to_json()) == asked


@pytest.mark.parametrize("days", range(0, 120, 17))
@pytest.mark.parametrize(
    "rule_id",
    [rule_id for rule_id in clock_rule_ids() if clock(rule_id).way == "forward" and clock(rule_id).may_pause],
)
def test_a_day_found_with_supplements_is_the_day_that_its_explanation_tells(rule_id, days):
    start = date(2025, 5, 26)
    one = Pause(start + timedelta(days=days // 2), start + timedelta(days=days), of_record=True)
    two = Pause(start + timedelta(days=days), start + timedelta(days=days + 9), of_record=True)
    facts = Facts({}, start)
    for pauses in ((one,), (one, two), [two, one]):
        due = due_of(facts, rule_id, start=start, pauses=pauses)
        explained = due_date(rule_id, start=start, pauses=pauses)
        assert (due.due_on, due.sentence, due.steps) == (
            explained.due_on,
            explained.sentence,
            explained.steps,
        )
