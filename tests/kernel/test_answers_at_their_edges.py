"""Answers beside the rules themselves: records that read back, names in refusals, days known roughly, what is kept."""

import json
from datetime import date, datetime
from decimal import Decimal

import numpy as np
import pytest

from madang.kernel.clocks.holidays import Holiday, shipped_table
from madang.kernel.clocks.pauses import Pause
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes import asking
from madang.kernel.statutes.addresses import LAW_DATABASE, address_of
from madang.kernel.statutes.answers import Answer, Status, Trace, TraceStep
from madang.kernel.statutes.bulk import NotInBulk, UnequalColumns, examine
from madang.kernel.statutes.checklists import checklist, checklist_ids
from madang.kernel.statutes.citations import Citation
from madang.kernel.statutes.clocks import clock
from madang.kernel.statutes.due import due_date, paused_end
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.statutes.facts import CoarseFact, Facts, MissingFacts, NoSuchFact, fact_label
from madang.kernel.statutes.parameters import parameter, parameter_changes, parameter_editions
from madang.kernel.statutes.plain import canonical_json, from_plain_json, to_plain_json
from madang.kernel.statutes.printing import printed, value_words
from madang.kernel.statutes.refusals import (
    NoLongerInForce,
    NoSuchParameter,
    NoSuchRule,
    NotInForce,
    NotYetKnown,
    WrongFact,
)
from madang.kernel.statutes.replaying import NothingToReplay, replay
from madang.kernel.statutes.rules import evaluate, rule_info, vote_result
from madang.kernel.statutes.stated import check
from madang.kernel.words import Words
from tests.kernel.tables_of_rules import NEW, around, d, keys

at = datetime.fromisoformat
HEARING = {"hearing_on": d("2020-04-29"), "hearing_announced_on": d("2020-04-15")}
UNKNOWN_DAY = PartialDate.parse("")


def test_a_step_stored_without_rule_and_fact_reads_back_with_none():
    stored = TraceStep(
        Words("말일", "last day"), 1, Citation(Words("민법", "Civil Code"), "제161조"), "CAL-A", ""
    )
    data = stored.to_json()
    assert TraceStep.from_json(data) == stored
    old = {name: value for name, value in data.items() if name not in ("rule_id", "fact")}
    assert (TraceStep.from_json(old).rule_id, TraceStep.from_json(old).fact) == ("", "")
    fact = TraceStep(Words("날", "day"), 1, fact="hearing_on")
    assert TraceStep.from_json(fact.to_json()) == fact


def test_a_trace_leaves_the_comparison_with_other_things_to_them():
    assert Trace(tuple).__eq__([]) is NotImplemented


def test_a_due_date_stored_before_later_fields_were_kept_still_reads():
    due = due_date("EX-19", start=d("2025-04-01"), extensions=1)
    data = due.to_json()
    assert DueDate.from_json(data) == due
    old = {name: value for name, value in data.items() if name not in ("table_version", "starts_at_midnight")}
    read = DueDate.from_json(old)
    assert (read.table_version, read.starts_at_midnight, read.extensions) == ("", False, 1)


def test_the_address_of_a_provision_is_its_page_or_that_of_the_whole_law():
    law = Words("민원 처리에 관한 법률", "Civil Petitions Treatment Act")
    whole = (
        f"{LAW_DATABASE}/%EB%AF%BC%EC%9B%90%EC%B2%98%EB%A6%AC%EC%97%90%EA%B4%80%ED%95%9C%EB%B2%95%EB%A5%A0"
    )
    assert address_of(Citation(law, "부칙 제3조")) == whole
    assert address_of(Citation(law, "별표 1")) == whole
    assert address_of(Citation(law, "제14조제1항")) == f"{whole}/%EC%A0%9C14%EC%A1%B0"


def test_collections_are_kept_with_an_answer_as_sorted_tuples():
    given = keys("PLN-01")
    for papers in (set(given), frozenset(given), sorted(given), tuple(sorted(given))):
        answer = evaluate("PLN-01", {"plan_items": papers}, on=NEW)
        assert answer.asked.facts == {"plan_items": tuple(sorted(given))}
    mixed = {"notified_on": d("2025-04-01"), "supplements": [Pause(d("2025-04-05"), d("2025-04-10"))]}
    assert evaluate("DES-02", mixed, on=NEW).asked.facts == {
        **mixed,
        "supplements": tuple(mixed["supplements"]),
    }


@pytest.mark.parametrize("on", ["2025-01-02", at("2025-01-02T00:00"), None])
def test_a_day_of_the_case_that_is_none_is_refused_by_its_name(on):
    with pytest.raises(WrongFact) as refusal:
        evaluate("PLN-08", HEARING, on=on)
    assert (refusal.value.name, refusal.value.given) == ("case_on", on)
    with pytest.raises(WrongFact) as known:
        evaluate("PLN-08", HEARING, on=NEW, known_on=at("2025-01-02T00:00"))
    assert known.value.name == "known_on"


def test_a_day_of_the_case_written_as_exact_is_that_day():
    exact = evaluate("PLN-08", HEARING, on=PartialDate.parse("2020-04-29"))
    assert exact == evaluate("PLN-08", HEARING, on=d("2020-04-29"))


def test_a_case_whose_every_day_lies_before_a_rule_is_refused_with_its_first_day():
    first = rule_info("APP-02").provisions[0].first_on
    for on, last in (("2024-07", "2024-07-31"), ("2023", "2023-12-31")):
        with pytest.raises(NotInForce) as refusal:
            evaluate("APP-02", {}, on=PartialDate.parse(on))
        found = refusal.value
        assert (found.name, found.on, found.since) == ("APP-02", d(last), first)


def test_a_case_of_the_first_month_of_a_rule_may_lie_before_it():
    facts = {"applicant_office": "basic", "applicant_region_id": "gangwon"}
    month = evaluate("APP-02", facts, on=PartialDate.parse("2024-08"))
    assert (month.status, month.missing) == (Status.UNKNOWN, ("case_on",))
    assert evaluate("APP-02", facts, on=PartialDate.parse("2024-09")).is_satisfied
    since = rule_info("EVA-06").provisions[0].first_on
    assert evaluate("PLN-08", HEARING, on=PartialDate.parse("2019")).status in (
        Status.UNKNOWN,
        Status.SATISFIED,
    )
    assert since in asking.editions()
    assert set(parameter_changes()) < set(asking.editions())


def test_a_day_known_to_the_month_stands_first_in_the_trace_as_it_was_stated():
    facts = {**HEARING, "hearing_announced_on": PartialDate.parse("2020-04")}
    answer = evaluate("PLN-08", facts, on=NEW)
    assert (answer.status, answer.missing, answer.value) == (Status.UNKNOWN, ("hearing_announced_on",), None)
    assert "announce" in answer.sentence.en
    first, *others = answer.trace
    assert (first.fact, first.value) == ("hearing_announced_on", PartialDate.parse("2020-04"))
    assert others
    early = evaluate("PLN-08", {**facts, "hearing_announced_on": PartialDate.parse("2020-03")}, on=NEW)
    assert (early.status, early.trace[0].fact) == (Status.SATISFIED, "hearing_announced_on")
    assert early.value in (None, d("2020-04-15"))


def test_conclusions_common_to_all_days_keep_no_value_and_say_so():
    facts = {"notified_on": PartialDate.parse("2020-05"), "replied_on": d("2020-05-31")}
    answer = evaluate("DES-02", {**facts, "replied_on": d("2020-12-01")}, on=NEW)
    assert (answer.status, answer.value, answer.missing) == (Status.BREACHED, None, ())
    assert answer.sentence.en == "the exact day is not known, but the rule is breached whichever day it was."
    assert [step.fact for step in answer.trace] == ["notified_on"]
    open_ = evaluate("DES-02", {"notified_on": PartialDate.parse("2020-05")}, on=NEW)
    assert open_.missing == ("replied_on",)
    assert "fact is missing" in open_.sentence.en
    case = evaluate("DES-02", {"notified_on": d("2020-05-26")}, on=PartialDate.parse("2020-05"))
    assert (case.missing, case.trace[0].fact, case.trace[0].value) == (
        ("replied_on",),
        "case_on",
        PartialDate.parse("2020-05"),
    )


def test_a_case_of_a_year_in_which_the_rule_changed_lacks_what_either_version_asks():
    answer = evaluate("EX-10", {"conditions_set": True}, on=PartialDate.parse("2026"))
    names = ("conditions_for_safety", "condition_burden_minimised")
    assert (answer.status, answer.missing) == (Status.UNKNOWN, names)
    assert all(fact_label(name).en in answer.sentence.en for name in names)


def test_three_days_known_to_the_year_are_not_tried_and_the_last_is_named_as_missing():
    year = PartialDate.parse("2020")
    facts = {"notice_started_on": year, "inspection_opened_on": year, "inspection_closed_on": year}
    answer = evaluate("PLN-06", facts, on=NEW)
    assert answer.status is Status.UNKNOWN
    (name,) = answer.missing
    assert [step.value for step in answer.trace if step.fact == name] == [year]


def test_as_many_days_as_may_be_tried_are_tried(monkeypatch):
    facts = {**HEARING, "hearing_announced_on": PartialDate.parse("2020-03")}
    monkeypatch.setattr(asking, "MOST_TRIES", 31)
    assert evaluate("PLN-08", facts, on=NEW).is_satisfied
    monkeypatch.setattr(asking, "MOST_TRIES", 30)
    assert evaluate("PLN-08", facts, on=NEW).status is Status.UNKNOWN


def test_the_knowledge_of_a_day_holds_for_a_case_known_to_the_month_too():
    known = [
        evaluate("PLN-08", HEARING, on=PartialDate.parse("2024-09"), known_on=day)
        for day in (d("2024-02-05"), None)
    ]
    assert [len(answer.notes) for answer in known] == [1, 0]
    assert (
        check("PLN-08", HEARING, on=PartialDate.parse("2024-09"), known_on=d("2024-02-05")).answer == known[0]
    )


@pytest.mark.parametrize(
    ("name", "on", "known_on", "kind", "days"),
    [
        ("exemption.term_years", "2024-08-06", None, NotInForce, ("2024-08-06", "2024-08-07")),
        ("exemption.term_years", "2024-08-10", "2024-02-05", NotYetKnown, ("2024-08-10", "2024-08-07")),
        ("exemption.term_years", "2024-08-07", "2024-02-05", NotYetKnown, ("2024-08-07", "2024-08-07")),
        ("exemption.early_term_years", "2024-08-07", None, NoLongerInForce, ("2024-08-07", "2019-04-17")),
    ],
)
def test_a_number_not_in_force_is_refused_with_its_days(name, on, known_on, kind, days):
    with pytest.raises(kind) as refusal:
        parameter(name, d(on), d(known_on) if known_on else None)
    found = refusal.value
    assert type(found) is kind
    assert (found.on, found.since) == (d(days[0]), d(days[1]))
    assert found.name.startswith("EX-1")
    if known_on:
        assert found.known_on == d(known_on)


def test_a_rule_not_in_force_is_refused_with_its_days():
    with pytest.raises(NotYetKnown) as early:
        evaluate("EX-14", {}, on=d("2024-09-01"), known_on=d("2024-02-05"))
    found = early.value
    assert (found.name, found.on, found.known_on, found.since) == (
        "EX-14",
        d("2024-09-01"),
        d("2024-02-05"),
        d("2024-08-07"),
    )
    with pytest.raises(NotInForce) as before:
        evaluate("EX-14", {}, on=d("2024-08-06"))
    assert (before.value.name, before.value.on, before.value.since) == (
        "EX-14",
        d("2024-08-06"),
        d("2024-08-07"),
    )


def test_names_that_are_none_are_kept_in_their_refusals():
    for ask in (lambda: parameter("speed", NEW), lambda: parameter_editions("speed")):
        with pytest.raises(NoSuchParameter, match="speed") as number:
            ask()
        assert number.value.name == "speed"
    for ask in (lambda: evaluate("XYZ-01", {}, on=NEW), lambda: checklist("XYZ-01", on=NEW)):
        with pytest.raises(NoSuchRule, match="XYZ-01") as rule:
            ask()
        assert rule.value.rule_id == "XYZ-01"
    with pytest.raises(NoSuchFact, match="speed") as fact:
        Facts({"speed": 1}, NEW).text("speed")
    assert fact.value.name == "speed"
    assert str(MissingFacts(["a", "b", "a"])) == "a, b"
    assert str(CoarseFact("a", PartialDate.parse("2025-04"))) == "a: 2025-04"


def test_a_wrong_fact_shows_a_day_as_people_write_it():
    for given, shown in ((d("2025-04-30"), "2025-04-30"), (7, "7"), ("x", "'x'")):
        assert WrongFact("a", Words("가", "a"), given).sentence.en.endswith(f": {shown}")


def test_every_list_of_the_register_is_found_by_its_rule():
    assert "PLN-01" in checklist_ids()
    for rule_id in checklist_ids():
        items = checklist(rule_id, on=d("2026-07-02"))
        assert all(isinstance(item.needed_if, str) for item in items)
    answer = evaluate("PLN-01", {"plan_items": keys("PLN-01")[2:]}, on=NEW)
    names = [item.words.en for item in checklist("PLN-01", on=NEW)][:2]
    assert "; ".join(names) in answer.sentence.en
    ko = [item.words.ko for item in checklist("PLN-01", on=NEW)][:2]
    assert "; ".join(ko) in answer.sentence.ko


@pytest.mark.parametrize(
    "value",
    [
        datetime.fromisoformat("2025-04-30T10:00+09:00"),
        d("2025-04-30"),
        Decimal("1.50"),
        PartialDate.parse("2025-04"),
        (1, (True, None), "a"),
        Pause(d("2025-04-30"), d("2025-05-02"), of_record=True),
    ],
)
def test_a_plain_value_reads_back_from_its_json_as_it_was(value):
    read = from_plain_json(json.loads(canonical_json({"value": to_plain_json(value)}))["value"])
    assert read == value
    assert type(read) is type(value)


def test_collections_are_written_as_lists_in_order_and_korean_as_it_is():
    assert to_plain_json({"b", "a"}) == to_plain_json(frozenset({"a", "b"})) == {"list": ["a", "b"]}
    with pytest.raises(TypeError):
        to_plain_json(1.5)
    assert canonical_json({"b": 1, "a": "지정"}) == '{"a":"지정","b":1}'


def test_values_are_printed_with_their_hour_and_without_powers_of_ten():
    assert value_words(at("2025-04-30T10:05")).en == "Wed 30 April 2025 10:05"
    assert value_words(Decimal("1E+2")).en == "100"
    assert value_words(d("2025-04-30")).en == "Wed 30 April 2025"


def test_an_answer_that_was_not_asked_of_the_register_prints_no_day():
    lines = printed(vote_result("zone_committee", 40, 21, 11, NEW), "en")
    assert not any("as of" in line for line in lines)
    stated = [line for line in lines if "enrolled members = 40" in line]
    assert stated
    assert stated[0].endswith("[a fact as stated]")


@pytest.mark.parametrize(
    ("body", "rule_id"),
    [
        ("zone_committee", "ZC-05"),
        ("deliberation_committee", "DC-06"),
        ("regional_council", "CON-03"),
        ("rationalisation_committee", "REG-VOTE"),
    ],
)
def test_the_vote_of_a_body_names_its_rule_and_cannot_be_asked_again(body, rule_id):
    vote = vote_result(body, 40, 21, 21, NEW)
    assert vote.rule_id == rule_id
    assert printed(vote) == printed(vote, "ko") != printed(vote, "en")
    with pytest.raises(NothingToReplay) as refusal:
        replay(vote.to_json())
    assert refusal.value.rule_id == rule_id


def test_a_doubt_about_a_holiday_names_the_day_of_its_decision():
    due = due_date("DES-02", start=d("2026-06-17"), known_on=d("2026-01-02"))
    told = [step.words.en for step in due.steps if "became a holiday only" in step.words.en]
    decided = "became a holiday only by a decision of Tue 10 February 2026"
    assert told == [f"Fri 17 July 2026 (Constitution Day) {decided}: not treated as a day off"]


def test_a_holiday_on_a_saturday_raises_no_doubt():
    saturday = d("2026-07-18")
    later = Holiday(saturday, Words("쉬는 날", "Day off"), "cabinet", "의결", decided_on=d("2026-02-10"))
    table = shipped_table().with_entries([later])
    due = due_date("DES-02", start=d("2026-06-18"), known_on=d("2026-01-02"), table=table)
    assert due.due_on == d("2026-07-20")
    assert [step for step in due.steps if step.first == saturday and "Day off" in step.words.en] == []


def test_a_clock_with_supplements_is_counted_by_the_table_it_is_given():
    pauses = (Pause(d("2025-04-05"), d("2025-04-10")),)
    end = paused_end(clock("DES-02"), d("2025-04-01"), NEW, {"pauses": pauses})
    new = Holiday(end, Words("쉬는 날", "Day off"), "cabinet", "의결", decided_on=d("2025-01-02"))
    table = shipped_table().with_entries([new])
    moved = paused_end(clock("DES-02"), d("2025-04-01"), NEW, {"pauses": pauses, "table": table})
    assert moved > end


def test_many_situations_on_the_day_of_knowledge_are_not_late_before_it_has_passed():
    due = d("2020-04-15")
    hearings = {
        "hearing_on": np.array(["2020-04-29"] * 3, "M8[D]"),
        "hearing_announced_on": np.array(["NaT"] * 3, "M8[D]"),
    }
    days = np.array(["2020-05-26"] * 3, "M8[D]")
    found = [examine(["PLN-08"], hearings, on=days, known_on=day).status.tolist() for day in around(str(due))]
    assert found == [[1] * 3, [1] * 3, [2] * 3]
    one = [
        evaluate("PLN-08", {"hearing_on": d("2020-04-29")}, on=d("2020-05-26"), known_on=day).status.value
        for day in around(str(due))
    ]
    assert one == ["unknown", "unknown", "breached"]


def test_columns_that_cannot_be_are_refused_by_name():
    days = np.array(["2025-01-02"], "M8[D]")
    with pytest.raises(NotInBulk, match="PLN-01") as rule:
        examine(["PLN-01"], {}, on=days)
    assert rule.value.rule_id == "PLN-01"
    with pytest.raises(UnequalColumns) as column:
        examine(["ZC-01"], {"committee_size": np.array([1, 2])}, on=days)
    assert column.value.name == "committee_size"
    with pytest.raises(WrongFact) as wrong:
        examine(["ZC-01"], {"committee_size": np.array([1.5])}, on=days)
    assert (wrong.value.name, str(wrong.value.given)) == ("committee_size", "float64")


@pytest.mark.parametrize("kind", ["i1", "i2", "i4", "i8"])
def test_narrow_numbers_are_doubled_without_running_over(kind):
    columns = {"votes_yes": np.array([70], kind), "members_present": np.array([127], kind)}
    assert examine(["COM-02"], columns, on=np.array(["2025-01-02"], "M8[D]")).status.tolist() == [0]


def test_an_answer_reads_back_with_its_notes():
    answer = evaluate("DES-02", {"notified_on": d("2026-07-02")}, on=date(2026, 7, 2), known_on=NEW)
    assert Answer.from_json(answer.to_json()) == answer
    assert answer.notes
