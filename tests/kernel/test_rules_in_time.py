"""Rules in time: each day on which the law changed, dates known only in part, and what is known until when."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madang.kernel.clocks.holidays import UnknownCalendar
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Status
from madang.kernel.statutes.checklists import checklist, checklist_ids
from madang.kernel.statutes.facts import NoSuchFact, fact_label, fact_names
from madang.kernel.statutes.laws import laws
from madang.kernel.statutes.refusals import (
    ContradictoryFacts,
    NoSuchRule,
    NotComputable,
    NotInForce,
    NotVerified,
    NotYetKnown,
    OutOfReach,
    WrongFact,
)
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.replaying import replays
from madang.kernel.statutes.rules import (
    applicant_eligible,
    computable_rule_ids,
    evaluate,
    rule_ids,
    rule_info,
    vote_result,
)

ONE_DAY = timedelta(days=1)
OLD, NEW, NEWEST = date(2020, 1, 2), date(2025, 1, 2), date(2026, 7, 2)
BASIC = {"applicant_office": "basic", "applicant_region_id": "gangwon"}
HEARING = {"hearing_on": date(2020, 4, 29), "hearing_announced_on": date(2020, 4, 15)}
RETURNED = {"papers_missing": True, "applicant_told_reasons": False, "privately_proposed": False}


def statuses(rule_id, facts, boundary):
    days = [date.fromisoformat(boundary) + shift * ONE_DAY for shift in (-1, 0, 1)]
    return [evaluate(rule_id, facts, on=day).status.value for day in days]


@pytest.mark.parametrize(
    ("rule_id", "facts", "boundary", "before", "after"),
    [
        ("APP-01", BASIC, "2024-08-07", "breached", "satisfied"),
        (
            "APP-08",
            {"operator_outside_zone": True, "takes_part_in_project": True},
            "2024-08-07",
            "breached",
            "satisfied",
        ),
        ("APP-03", {**BASIC, "province_informed": False}, "2024-08-08", "breached", "breached"),
        ("ZC-01", {"committee_size": 40}, "2021-07-21", "breached", "satisfied"),
        ("DC-02", {"committee_size": 45}, "2021-07-21", "breached", "satisfied"),
        (
            "CHG-03",
            {"change_kind": "other", "change_restricts_rights": False},
            "2021-07-21",
            "breached",
            "satisfied",
        ),
        (
            "DC-01",
            {
                "agenda_kind": "condition_change",
                "within_zone_purpose": True,
                "reported_to_zone_committee": True,
            },
            "2021-07-21",
            "breached",
            "satisfied",
        ),
        ("ZC-09", {"agenda_kind": "redeliberation"}, "2024-08-07", "breached", "satisfied"),
        ("PLN-12", RETURNED, "2026-07-01", "satisfied", "breached"),
    ],
)
def test_an_answer_changes_on_the_day_of_the_new_law(rule_id, facts, boundary, before, after):
    assert statuses(rule_id, facts, boundary) == [before, after, after]


@pytest.mark.parametrize(
    ("rule_id", "boundary"),
    [("APP-02", "2024-08-07"), ("PLN-09", "2021-07-21"), ("APP-06", "2019-04-17"), ("PLN-13", "2026-07-01")],
)
def test_a_rule_is_refused_before_its_first_day(rule_id, boundary):
    first = date.fromisoformat(boundary)
    with pytest.raises(NotInForce) as refusal:
        evaluate(rule_id, {}, on=first - ONE_DAY)
    assert refusal.value.since == first
    assert rule_info(rule_id).citation_on(first).article


@pytest.mark.parametrize(
    ("boundary", "number"),
    [("2021-07-21", "18102"), ("2023-07-10", "19430"), ("2024-08-07", "20236"), ("2026-07-01", "21285")],
)
def test_an_answer_cites_the_version_of_its_day(boundary, number):
    facts = {"ministries_notified": True, "balance_committee_notified": True}
    day = date.fromisoformat(boundary)
    cited = [evaluate("DES-01", facts, on=day + shift * ONE_DAY).citation.version[:5] for shift in (-1, 0, 1)]
    assert cited[0] != number
    assert cited[1:] == [number, number]


def test_the_decree_of_december_2023_is_cited_from_its_day():
    day = date(2023, 12, 19)
    cited = [
        evaluate("PLN-08", HEARING, on=day + shift * ONE_DAY).citation.version[:5] for shift in (-1, 0, 1)
    ]
    assert cited == ["31901", "34012", "34012"]


def test_a_provision_that_moved_from_decree_to_act_is_cited_where_it_stood():
    before, after = (rule_info("PLN-12").citation_on(date(2026, d, 1)) for d in (6, 7))
    assert (before.law.en, after.law.en) == (
        "Enforcement Decree of the Regional Special Zones Act",
        "Regional Special Zones Act",
    )


def test_the_list_of_criteria_grew_in_july_2021():
    counts = [len(checklist("DES-07", on=date(2021, 7, 21) + shift * ONE_DAY)) for shift in (-1, 0, 1)]
    assert counts == [10, 11, 11]


@pytest.mark.parametrize(
    ("rule_id", "count"),
    [("PLN-01", 10), ("PLN-02", 10), ("DES-05", 9), ("DES-07", 11), ("CHG-06", 4), ("ZC-09", 11)],
)
def test_a_checklist_has_as_many_items_as_the_law(rule_id, count):
    items = checklist(rule_id, on=NEW)
    extra = 1 if rule_id == "ZC-09" else 0  # review again is a matter of its own since 2024
    assert len({item.key for item in items}) == len(items) == count + extra


def test_every_checklist_item_reads_in_both_languages_and_asks_for_known_facts():
    items = [item for rule_id in checklist_ids() for item in checklist(rule_id, on=NEW)]
    assert all(item.words.ko and item.words.en and item.citation.words.ko for item in items)
    assert {item.needed_if for item in items if item.needed_if} <= set(fact_names())
    with pytest.raises(NoSuchRule):
        checklist("APP-01", on=NEW)


def test_an_item_needed_only_sometimes_leaves_the_answer_open():
    papers = [i.key for i in checklist("CHG-06", on=NEW) if i.key != "map"]
    open_answer = evaluate("CHG-06", {"change_papers": papers}, on=NEW)
    assert open_answer.missing == ("change_touches_map",)
    assert evaluate("CHG-06", {"change_papers": papers, "change_touches_map": False}, on=NEW).is_satisfied


@pytest.mark.parametrize(
    ("announced", "status"),
    [
        ("2020-03", "satisfied"),
        ("2020-04", "unknown"),
        ("2020", "unknown"),
        ("", "unknown"),
        ("2020-04-16", "breached"),
    ],
)
def test_a_date_known_in_part_decides_only_what_holds_for_each_of_its_days(announced, status):
    facts = {**HEARING, "hearing_announced_on": PartialDate.parse(announced)}
    answer = evaluate("PLN-08", facts, on=NEW)
    assert answer.status == status
    assert answer.missing == (("hearing_announced_on",) if status == "unknown" else ())


def test_a_conclusion_from_a_partial_date_names_no_invented_day():
    facts = {"hearing_on": PartialDate.parse("2020-04"), "hearing_announced_on": date(2020, 3, 10)}
    answer = evaluate("PLN-08", facts, on=NEW)
    assert answer.is_satisfied
    assert answer.value is None
    assert "어느 날이어도" in answer.sentence.ko
    assert [step.value for step in answer.trace] == [PartialDate.parse("2020-04")]


def test_two_coarse_dates_are_tried_together_and_impossible_pairs_left_out():
    facts = {"hearing_on": PartialDate.parse("2020-04"), "hearing_announced_on": PartialDate.parse("2020-04")}
    assert evaluate("PLN-08", facts, on=NEW).status is Status.UNKNOWN
    years = {"hearing_on": PartialDate.parse("2021"), "hearing_announced_on": PartialDate.parse("2019")}
    assert evaluate("PLN-08", years, on=NEW).missing == ("hearing_announced_on",)


def test_coarse_dates_that_no_days_can_reconcile_are_contradictory():
    facts = {"hearing_on": PartialDate.parse("2020-04"), "hearing_announced_on": PartialDate.parse("2020-05")}
    with pytest.raises(ContradictoryFacts):
        evaluate("PLN-08", facts, on=NEW)


@given(st.integers(1, 12), st.dates(date(2020, 1, 1), date(2020, 12, 31)))
def test_an_answer_for_a_month_is_the_answer_for_all_its_days(month, announced):
    hearing = PartialDate.parse(f"2020-{month:02}")
    coarse = None
    try:
        coarse = evaluate("PLN-08", {"hearing_on": hearing, "hearing_announced_on": announced}, on=NEW).status
    except ContradictoryFacts:
        assert hearing.last < announced
    fine = {
        evaluate("PLN-08", {"hearing_on": day, "hearing_announced_on": announced}, on=NEW).status
        for day in hearing.days()
        if day >= announced
    }
    assert coarse is None or fine == {coarse} or (coarse is Status.UNKNOWN and len(fine) > 1)


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2024-07", "breached"),
        ("2024-08", "unknown"),
        ("2024-09", "satisfied"),
        ("2024", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_case_day_known_in_part_decides_only_within_one_version(on, status):
    answer = evaluate("APP-01", BASIC, on=PartialDate.parse(on))
    assert answer.status == status
    assert ("case_on" in answer.missing) is (status == "unknown")


def test_a_case_day_that_may_lie_before_the_law_leaves_the_answer_open():
    facts = {"applicant_region_id": "busan"}
    assert evaluate("APP-07", facts, on=PartialDate.parse("2019-05")).is_satisfied
    assert evaluate("APP-07", facts, on=PartialDate.parse("2019")).missing == ("case_on",)
    with pytest.raises(NotInForce):
        evaluate("APP-07", facts, on=PartialDate.parse("2018"))


def test_what_was_not_done_is_late_only_once_its_day_is_known_to_have_passed():
    facts = {"notified_on": date(2020, 5, 26)}
    due = date(2020, 6, 25)
    open_answers = [evaluate("DES-02", facts, on=due, known_on=day) for day in (None, due)]
    assert [a.missing for a in open_answers] == [("replied_on",)] * 2
    late = evaluate("DES-02", facts, on=due, known_on=due + ONE_DAY)
    assert late.status is Status.BREACHED
    assert late.value == due


def test_a_map_that_never_came_makes_the_designation_lapse():
    facts = {"gazetted_on": date(2019, 7, 24), "map_needed": True}
    assert evaluate("DES-06", facts, on=NEW, known_on=date(2021, 7, 24)).missing == ("map_gazetted_on",)
    assert evaluate("DES-06", facts, on=NEW, known_on=date(2021, 7, 25)).status is Status.BREACHED


def test_a_supplement_that_never_came_is_late_after_its_day():
    facts = {"supplement_due_on": date(2025, 2, 3)}
    assert evaluate("PLN-11", facts, on=NEW, known_on=date(2025, 2, 4)).status is Status.BREACHED
    assert evaluate("PLN-11", facts, on=NEW, known_on=date(2025, 2, 3)).missing == ("supplement_received_on",)


@pytest.mark.parametrize(
    ("rule_id", "facts"),
    [
        ("PLN-08", {"hearing_on": date(2020, 4, 1), "hearing_announced_on": date(2020, 4, 2)}),
        ("PLN-05", {"notice_started_on": date(2020, 4, 2), "applied_on": date(2020, 4, 1)}),
        ("APP-06", {"designation_decided_on": date(2020, 4, 2), "gazetted_on": date(2020, 4, 1)}),
        ("ZC-05", {"members_enrolled": 10, "members_present": 11, "votes_yes": 1}),
        ("ZC-05", {"members_enrolled": 10, "members_present": 8, "votes_yes": 9}),
        ("CHG-03", {"change_kind": "area", "zone_area_km2": 0, "area_change_km2": 1}),
    ],
)
def test_facts_that_exclude_each_other_are_an_error_not_an_answer(rule_id, facts):
    with pytest.raises(ContradictoryFacts) as refusal:
        evaluate(rule_id, facts, on=NEW)
    assert refusal.value.sentence.ko
    assert refusal.value.names


@pytest.mark.parametrize(
    ("rule_id", "facts"),
    [
        ("APP-07", {"applicant_region_id": 7}),
        ("APP-01", {"applicant_office": "kingdom"}),
        ("APP-09", {"operator_in_plan": "yes"}),
        ("PLN-01", {"plan_items": "operators"}),
        ("PLN-08", {"hearing_on": "2020-04-29"}),
        ("ZC-01", {"committee_size": True}),
        ("ZC-01", {"committee_size": -1}),
        ("CHG-03", {"change_kind": "area", "zone_area_km2": 1.5, "area_change_km2": 1}),
        ("CHG-03", {"change_kind": "whim"}),
        ("DES-02", {"notified_on": NEW, "supplements": ["2025-01-02"]}),
    ],
)
def test_a_fact_of_the_wrong_kind_is_refused_with_its_label(rule_id, facts):
    with pytest.raises(WrongFact) as refusal:
        evaluate(rule_id, facts, on=NEW)
    assert fact_label(refusal.value.name).ko in refusal.value.sentence.ko


def refused_though_read():
    return [i for i in rule_ids() if i not in computable_rule_ids() and rule_info(i).confidence != "U"]


@pytest.mark.parametrize("rule_id", refused_though_read())
def test_a_power_or_a_principle_is_refused_with_its_reason(rule_id):
    with pytest.raises(NotComputable, match=rule_id) as refusal:
        evaluate(rule_id, {}, on=date(2026, 7, 2))
    assert refusal.value.why.ko


def test_the_inspection_of_a_change_is_not_computed_and_says_why():
    notice = {"notice_started_on": date(2025, 3, 3), "opinion_submitted_on": date(2025, 3, 12)}
    assert evaluate("PLN-07", {**notice, "opinion_well_founded": False}, on=NEW).is_satisfied
    with pytest.raises(NotComputable, match="30-day notice only"):
        evaluate("PLN-07", {**notice, "change_applied_on": date(2025, 4, 1)}, on=NEW)


def test_an_unverified_rule_refuses_to_compute_and_says_so():
    with pytest.raises(NotVerified, match="not verified"):
        evaluate("REV-08", {}, on=date(2026, 7, 2))


def test_unknown_rules_and_facts_are_refused_by_name():
    with pytest.raises(NoSuchRule, match="XYZ-01"):
        evaluate("XYZ-01", {}, on=NEW)
    with pytest.raises(NoSuchFact, match="no_such_fact"):
        fact_label("no_such_fact")


def test_a_rule_cannot_get_a_second_meaning():
    with pytest.raises(ValueError, match="PLN-01"):
        rule("PLN-01")(lambda facts: None)
    with pytest.raises(ValueError, match="PLN-13"):
        rule("PLN-13")(lambda facts: None)


def test_an_answer_beyond_the_known_holidays_is_refused():
    with pytest.raises(UnknownCalendar):
        evaluate("DES-03", {"applied_on": date(2027, 11, 1)}, on=date(2027, 11, 1))


@pytest.mark.parametrize(
    ("region_id", "took_effect", "status"),
    [
        ("gwangju", None, "unknown"),
        ("gwangju", True, "breached"),
        ("gwangju", False, "satisfied"),
        ("jeonnam-gwangju", None, "satisfied"),
        ("jeonnam-gwangju", True, "satisfied"),
        ("jeonnam-gwangju", False, "breached"),
        ("busan", None, "satisfied"),
    ],
)
def test_an_applicant_of_the_unverified_merger_is_judged_by_both_readings(region_id, took_effect, status):
    answer = applicant_eligible(
        "province", region_id=region_id, region_merger_took_effect=took_effect, on=date(2026, 7, 1)
    )
    assert answer.status == status
    assert ("region_merger_took_effect" in answer.missing) is (status == "unknown")


def test_a_special_local_government_without_members_is_unknown():
    assert applicant_eligible("special_local_government", member_region_ids=[], on=NEW).missing == (
        "member_region_ids",
    )


@pytest.mark.parametrize(
    ("promulgated", "in_force", "rule_id", "facts", "before", "after"),
    [
        ("2021-04-20", "2021-07-21", "ZC-01", {"committee_size": 40}, "breached", "satisfied"),
        ("2024-02-06", "2024-08-07", "APP-01", BASIC, "breached", "satisfied"),
        ("2025-12-30", "2026-07-01", "PLN-12", RETURNED, "satisfied", "breached"),
    ],
)
def test_a_version_is_used_only_by_those_who_can_know_it(
    promulgated, in_force, rule_id, facts, before, after
):
    known, on = date.fromisoformat(promulgated), date.fromisoformat(in_force)
    forecasts = [
        evaluate(rule_id, facts, on=on, known_on=known + shift * ONE_DAY).status.value for shift in (-1, 0, 1)
    ]
    assert forecasts == [before, after, after]
    passed_over = evaluate(rule_id, facts, on=on, known_on=known - ONE_DAY).notes
    assert sum(promulgated in note.en for note in passed_over) == 1
    known_later = evaluate(rule_id, facts, on=on - ONE_DAY, known_on=NEWEST)
    assert known_later.status.value == before


def test_a_version_that_is_passed_over_is_named_beside_the_answer():
    answer = evaluate("APP-01", BASIC, on=date(2024, 8, 7), known_on=date(2024, 2, 5))
    assert answer.citation.version == "19430@2023-07-10"
    assert ["20236" in note.en and "2024-02-06" in note.ko for note in answer.notes] == [True]
    assert evaluate("APP-01", BASIC, on=date(2024, 8, 7), known_on=date(2024, 2, 6)).notes == ()


def test_a_rule_nobody_could_know_is_refused_with_the_day_it_will_apply_from():
    with pytest.raises(NotYetKnown, match="not promulgated by 2024-02-05") as refusal:
        evaluate("APP-02", BASIC, on=date(2024, 8, 7), known_on=date(2024, 2, 5))
    assert refusal.value.since == date(2024, 8, 7)
    assert "공포" in refusal.value.sentence.ko
    with pytest.raises(NotInForce) as refusal:
        evaluate("APP-02", BASIC, on=date(2024, 8, 6), known_on=date(2024, 2, 5))
    assert not isinstance(refusal.value, NotYetKnown)


def test_a_version_of_unknown_promulgation_is_used_and_said_to_be_so():
    forecast = evaluate("PLN-08", HEARING, on=date(2024, 8, 7), known_on=date(2024, 8, 6))
    assert forecast.citation.version == "34778@2024-08-07"
    assert ["공포일을 알 수 없" in note.ko for note in forecast.notes] == [True]
    assert evaluate("PLN-08", HEARING, on=date(2024, 8, 7), known_on=date(2024, 8, 7)).notes == ()


def test_knowing_later_than_the_case_changes_nothing_in_the_law():
    for on in (OLD, NEW):
        answers = [evaluate("APP-01", BASIC, on=on, known_on=known) for known in (None, on, NEWEST)]
        assert len({(a.status, a.citation, a.notes) for a in answers}) == 1


@pytest.mark.parametrize(
    ("on", "rule_id", "facts", "notes"),
    [
        (date(2026, 6, 8), "APP-01", BASIC, 0),
        (date(2026, 6, 9), "APP-01", BASIC, 1),
        (date(2026, 6, 30), "PLN-08", HEARING, 1),
        (date(2026, 7, 1), "PLN-08", HEARING, 2),
        (date(2026, 7, 1), "APP-01", BASIC, 1),
    ],
)
def test_an_answer_beyond_the_texts_that_were_seen_says_so(on, rule_id, facts, notes):
    answer = evaluate(rule_id, facts, on=on)
    assert len(answer.notes) == notes
    assert all("확인" in note.ko for note in answer.notes)


def test_what_is_said_beside_an_answer_begins_on_its_very_day():
    last_seen = evaluate("APP-01", BASIC, on=date(2026, 6, 8), known_on=date(2026, 6, 7))
    assert last_seen.notes == ()
    in_force_already = evaluate("PLN-08", HEARING, on=date(2024, 8, 8), known_on=date(2024, 8, 7))
    assert in_force_already.notes == ()


def test_an_answer_for_a_month_carries_the_notes_of_all_its_days():
    answer = evaluate("PLN-08", HEARING, on=PartialDate.parse("2026-06"))
    assert answer.on == PartialDate.parse("2026-06")
    assert len(answer.notes) == 1


@pytest.mark.parametrize("on", [datetime(2025, 1, 2, 9, 0, tzinfo=UTC), "2025-01-02", None])
def test_a_case_day_of_the_wrong_kind_is_refused_and_not_guessed(on):
    with pytest.raises(WrongFact, match="day of the case"):
        evaluate("APP-01", BASIC, on=on)


def test_a_day_of_knowledge_of_the_wrong_kind_is_refused():
    with pytest.raises(WrongFact, match="day of knowledge"):
        evaluate("APP-01", BASIC, on=NEW, known_on=datetime(2025, 1, 2, 9, 0, tzinfo=UTC))


def test_the_29th_of_february_is_a_day_of_a_case_like_any_other():
    announced = {"hearing_on": date(2024, 3, 14), "hearing_announced_on": date(2024, 2, 29)}
    answer = evaluate("PLN-08", announced, on=date(2024, 2, 29))
    assert answer.is_satisfied
    assert answer.value == date(2024, 2, 29)
    assert replays(answer.to_json())


@given(
    st.sampled_from(["APP-01", "PLN-12", "PLN-08"]), st.dates(date(2019, 4, 17), date(2027, 6, 1)), st.data()
)
def test_what_is_known_on_a_day_is_what_was_promulgated_by_it(rule_id, on, data):
    known_on = data.draw(st.dates(date(2018, 10, 16), date(2027, 6, 1)))
    cited = rule_info(rule_id).citation_on(on, known_on)
    law = "decree" if "Decree" in cited.law.en else "act"
    known = [e for e in laws()[law].editions if e.promulgated_on is None or e.promulgated_on <= known_on]
    assert cited.version == [e.version for e in known if e.in_force_from <= on][-1]


@pytest.mark.parametrize(
    ("rule_id", "facts", "name"),
    [
        ("REV-09", {"tool_ends_on": date(9999, 12, 31), "zone_ends_on": NEW}, "tool_ends_on"),
        ("REV-09", {"tool_ends_on": NEW, "zone_ends_on": date(1899, 12, 31)}, "zone_ends_on"),
        ("EVA-05", {"report_year": 3000, "report_filed_on": NEW}, "report_year"),
        ("EVA-05", {"report_year": 1899, "report_filed_on": NEW}, "report_year"),
    ],
)
def test_a_day_or_year_far_outside_our_time_is_refused_as_a_slip(rule_id, facts, name):
    with pytest.raises(WrongFact) as refusal:
        evaluate(rule_id, facts, on=NEW)
    assert refusal.value.name == name
    assert fact_label(name).ko in refusal.value.sentence.ko


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2999, 12, 31)])
def test_the_first_and_the_last_day_of_our_time_are_still_days(day):
    assert evaluate("REV-09", {"tool_ends_on": day, "zone_ends_on": day}, on=NEW).value == day


def test_a_number_too_great_to_compute_with_is_refused_and_names_what_was_given():
    huge = {"change_kind": "area", "zone_area_km2": 1, "area_change_km2": Decimal(10) ** 40}
    with pytest.raises(OutOfReach, match="CHG-03") as refusal:
        evaluate("CHG-03", huge, on=NEW)
    assert set(refusal.value.names) == set(huge)
    assert "범위" in refusal.value.sentence.ko


@pytest.mark.parametrize(
    ("designated", "supported", "filed", "status"),
    [
        ("2025-06-30", False, "2027-03-31", "satisfied"),
        ("2025-06-30", False, "2027-04-01", "breached"),
        ("2025-06-30", True, "2026-03-31", "satisfied"),
        ("2025-06-30", True, "2026-04-01", "breached"),
        ("2025-06-29", False, "2026-04-01", "breached"),
        ("2024-12-31", False, "2026-04-01", "breached"),
        ("2025-06-30", None, "2026-04-01", "unknown"),
        (None, None, "2026-04-01", "breached"),
    ],
)
def test_a_short_first_year_may_be_told_a_year_later(designated, supported, filed, status):
    facts = {"report_year": 2025, "support_received": supported, "report_filed_on": date.fromisoformat(filed)}
    if designated:
        facts["designated_on"] = date.fromisoformat(designated)
    answer = evaluate("EVA-05", facts, on=NEWEST)
    assert answer.status == status
    assert answer.missing == (("support_received",) if status == "unknown" else ())


@given(st.integers(1, 60), st.data())
def test_a_vote_carries_exactly_with_more_than_half_of_those_present(enrolled, data):
    present = data.draw(st.integers(0, enrolled))
    yes = data.draw(st.integers(0, present))
    answer = vote_result("zone_committee", enrolled, present, yes, NEW)
    assert answer.value is (2 * present > enrolled and 2 * yes > present)
    assert answer.is_satisfied is answer.value


def test_a_tie_is_lost_and_says_that_it_is():
    tie = vote_result("zone_committee", 40, 22, 11, NEW)
    assert tie.value is False
    assert "가부동수" in tie.sentence.ko
    short = vote_result("rationalisation_committee", 50, 50, 25, NEW)
    assert short.value is False
    assert "가부동수" not in short.sentence.ko


def test_votes_that_were_not_counted_yet_leave_the_outcome_open():
    assert vote_result("zone_committee", 40, 21, None, NEW).missing == ("votes_yes",)
    assert vote_result("zone_committee", None, 21, 11, NEW).missing == ("members_enrolled",)


def test_every_rule_says_what_it_asks_in_both_languages_and_where_it_stands():
    for rule_id in rule_ids():
        info = rule_info(rule_id)
        assert info.statement.ko
        assert info.statement.en
        days = [provision.first_on for provision in info.provisions]
        assert days == sorted(days)
        assert info.citation_on(date(2026, 7, 2)).law.ko
