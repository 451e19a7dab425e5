"""Rules answer satisfied, breached or unknown: one table of facts for each, and the missing fact by name."""

from datetime import date
from decimal import Decimal

import pytest

from madang.kernel.clocks.counting import Pause
from madang.kernel.statutes.answers import Answer, Status
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.facts import fact_label
from madang.kernel.statutes.plain import canonical_json
from madang.kernel.statutes.rules import computable_rule_ids, evaluate

OLD, WIDE, NEW, NEWEST = date(2020, 1, 2), date(2022, 1, 3), date(2025, 1, 2), date(2026, 7, 2)


def d(text):
    return date.fromisoformat(text)


def all_keys(rule_id, on=NEW):
    return [item.key for item in checklist(rule_id, on=on)]


def without(rule_id, key, on=NEW):
    return [k for k in all_keys(rule_id, on) if k != key]


NO_TIES = dict.fromkeys(
    [
        *("member_is_party", "spouse_is_party", "member_is_co_obliged", "relative_is_party"),
        *("member_advised", "member_represents_party", "member_employed_by_party"),
    ],
    False,
)
VOTE = {"members_enrolled": 45, "members_present": 23}
WINDOW = {"notice_started_on": d("2020-04-13")}
TERM = {"member_appointed_on": d("2023-01-02"), "meeting_on": d("2025-01-01")}

#: rule, facts, day; each line is satisfied
SATISFIED = [
    ("APP-01", {"applicant_office": "province", "applicant_region_id": "busan"}, OLD),
    ("APP-01", {"applicant_office": "basic", "applicant_region_id": "gangwon"}, NEW),
    ("APP-02", {"applicant_office": "administrative_city", "applicant_region_id": "jeju"}, NEW),
    (
        "APP-02",
        {"applicant_office": "special_local_government", "member_region_ids": ["sejong", "daejeon"]},
        NEW,
    ),
    ("APP-03", {"applicant_office": "basic", "province_informed": True}, NEW),
    ("APP-03", {"applicant_office": "special_local_government"}, NEW),
    ("APP-04", {"applicant_region_ids": ["ulsan", "busan"], "plan_is_joint": True}, NEW),
    ("APP-04", {"applicant_region_ids": ["ulsan"]}, NEW),
    ("APP-05", {"proposed_on": d("2025-04-01"), "answered_on": d("2025-06-02")}, NEW),
    ("APP-06", {"designation_decided_on": d("2019-07-23"), "gazetted_on": d("2019-07-24")}, OLD),
    ("APP-07", {"applicant_region_id": "jeju"}, OLD),
    ("APP-08", {"operator_outside_zone": True, "takes_part_in_project": True}, NEW),
    ("APP-08", {"operator_outside_zone": False}, OLD),
    ("APP-09", {"operator_in_plan": True, "in_zone_area": True}, OLD),
    ("PLN-01", {"plan_items": all_keys("PLN-01")}, NEW),
    ("PLN-02", {"plan_decree_items": all_keys("PLN-02")}, NEW),
    (
        "PLN-03",
        {
            "ministry_consulted_on": d("2025-01-02"),
            "regional_committee_consulted_on": d("2025-01-03"),
            "drafting_started_on": d("2025-01-03"),
        },
        NEW,
    ),
    ("PLN-04", {"zone_name": "강원 액화수소산업 규제자유특구"}, OLD),
    ("PLN-05", {"notice_started_on": d("2021-09-06"), "applied_on": d("2021-10-07")}, WIDE),
    ("PLN-05", {"notice_under_other_law": True}, WIDE),
    (
        "PLN-06",
        {**WINDOW, "inspection_opened_on": d("2020-04-20"), "inspection_closed_on": d("2020-05-13")},
        OLD,
    ),
    ("PLN-07", {**WINDOW, "opinion_submitted_on": d("2020-05-13"), "opinion_well_founded": False}, OLD),
    (
        "PLN-07",
        {
            **WINDOW,
            "opinion_submitted_on": d("2020-04-20"),
            "opinion_well_founded": True,
            "opinion_reflected": True,
        },
        OLD,
    ),
    ("PLN-08", {"hearing_on": d("2020-04-29"), "hearing_announced_on": d("2020-04-15")}, OLD),
    ("PLN-09", {"notice_under_other_law": True}, WIDE),
    (
        "PLN-10",
        {
            "application_papers": without("PLN-10", "assessment_papers"),
            "strategic_assessment_needed": False,
        },
        NEW,
    ),
    ("PLN-11", {"supplement_due_on": d("2025-02-03"), "supplement_received_on": d("2025-02-03")}, NEW),
    ("PLN-12", {"papers_missing": True}, NEW),
    ("PLN-12", {"steps_missing": True, "applicant_told_reasons": True, "privately_proposed": False}, NEWEST),
    ("PLN-14", {"strategic_assessment_needed": False}, OLD),
    ("PLN-14", {"strategic_assessment_needed": True, "environment_minister_consulted": True}, OLD),
    ("DES-01", {"ministries_notified": True, "balance_committee_notified": True}, NEW),
    ("DES-02", {"notified_on": d("2020-05-26"), "replied_on": d("2020-06-25")}, OLD),
    (
        "DES-02",
        {
            "notified_on": d("2025-04-01"),
            "replied_on": d("2025-05-07"),
            "supplements": [Pause(d("2025-04-05"), d("2025-04-10"))],
        },
        NEW,
    ),
    ("DES-03", {"applied_on": d("2020-05-26"), "decided_on": d("2020-08-24")}, OLD),
    ("DES-04", {"committee_resolved": True, "opinions_considered": True}, NEW),
    ("DES-05", {"gazette_items": all_keys("DES-05")}, NEW),
    ("DES-06", {"gazetted_on": d("2019-07-24"), "map_needed": False}, OLD),
    (
        "DES-06",
        {"gazetted_on": d("2019-07-24"), "map_needed": True, "map_gazetted_on": d("2021-07-24")},
        OLD,
    ),
    ("DES-07", {"criteria_examined": all_keys("DES-07")}, NEW),
    ("DES-07", {"criteria_examined": all_keys("DES-07", OLD)}, OLD),
    ("DES-08", {"excellent_years_in_a_row": 3}, NEW),
    ("ZC-01", {"committee_size": 30}, OLD),
    ("ZC-01", {"committee_size": 40}, WIDE),
    ("ZC-02", {**TERM, "member_reappointments": 0}, NEW),
    ("ZC-02", {**TERM, "member_reappointments": 1, "meeting_on": d("2027-01-01")}, NEW),
    ("ZC-03", {"assembly_recommended_members": 2}, NEW),
    ("ZC-04", {"meeting_on": d("2025-05-21"), "meeting_notice_sent_on": d("2025-05-14")}, NEW),
    (
        "ZC-04",
        {
            "meeting_on": d("2025-05-21"),
            "meeting_notice_sent_on": d("2025-05-21"),
            "meeting_is_urgent": True,
        },
        NEW,
    ),
    ("ZC-05", {**VOTE, "votes_yes": 12}, NEW),
    ("ZC-06", {"chair_able": False, "acting_chair_named": True}, NEW),
    ("ZC-07", {"closed_by_resolution": True}, NEW),
    ("ZC-07", {"result_published": True}, NEW),
    ("ZC-08", {"matters_weighed": all_keys("ZC-08")}, NEW),
    ("ZC-09", {"agenda_kind": "redeliberation"}, NEW),
    (
        "DC-01",
        {
            "agenda_kind": "area_change",
            "within_zone_purpose": True,
            "reported_to_zone_committee": True,
        },
        WIDE,
    ),
    ("DC-01", {"agenda_kind": "delegated", "reported_to_zone_committee": True}, OLD),
    ("DC-02", {"committee_size": 45}, WIDE),
    ("DC-04", {**TERM, "member_reappointments": 0}, NEW),
    (
        "DC-06",
        {**VOTE, "votes_yes": 12, "meeting_on": d("2025-05-21"), "meeting_notice_sent_on": d("2025-05-14")},
        NEW,
    ),
    ("DC-07", {"chair_able": True}, NEW),
    ("COI-01", NO_TIES, NEW),
    ("COI-02", {"challenge_made": False}, NEW),
    ("COI-02", {"challenge_made": True, "challenge_decided": True, "challenged_member_voted": False}, NEW),
    (
        "COM-01",
        {
            "held_in_writing": False,
            "meeting_on": d("2025-05-21"),
            "meeting_notice_sent_on": d("2025-05-14"),
        },
        NEW,
    ),
    ("COM-02", {"members_present": 21, "votes_yes": 11}, NEW),
    ("CHG-01", {"change_is_minor": True}, NEW),
    ("CHG-02", {"notice_started_on": d("2024-08-12"), "change_applied_on": d("2024-08-28")}, NEW),
    ("CHG-03", {"change_kind": "typing_error"}, OLD),
    ("CHG-03", {"change_kind": "other", "change_restricts_rights": False}, WIDE),
    (
        "CHG-03",
        {"change_kind": "area", "zone_area_km2": Decimal("15.23"), "area_change_km2": Decimal("-1.522")},
        OLD,
    ),
    ("CHG-04", {"gazetted_on": d("2025-01-02"), "change_applies_from": d("2025-01-02")}, NEW),
    ("CHG-05", {"keeping_ground": "cost", "committee_resolved": True}, NEW),
    ("CHG-06", {"change_papers": all_keys("CHG-06")}, NEW),
    ("REV-01", {"cancellation_ground": "purpose_achieved"}, NEW),
    ("REV-02", {"ministries_consulted": True, "committee_resolved": True}, NEW),
    ("REV-05", {"inspection_opened_on": d("2025-04-01"), "inspection_closed_on": d("2025-05-01")}, NEW),
    ("REV-06", {"special_case_kept": False}, NEW),
    ("REV-07", {"local_government_heard": True, "measure_against_operator": False}, NEW),
    ("REV-09", {"tool_ends_on": d("2026-12-31"), "zone_ends_on": d("2026-12-31")}, NEW),
    ("EVA-05", {"report_year": 2023, "report_filed_on": d("2024-04-01")}, NEW),
    ("EVA-06", {"designated_on": d("2021-07-24"), "support_received": False}, WIDE),
]

#: rule, facts, day; each line is breached
BREACHED = [
    ("APP-01", {"applicant_office": "province", "applicant_region_id": "seoul"}, OLD),
    ("APP-01", {"applicant_office": "basic", "applicant_region_id": "gangwon"}, OLD),
    ("APP-02", {"applicant_office": "administrative_city", "applicant_region_id": "busan"}, NEW),
    (
        "APP-02",
        {"applicant_office": "special_local_government", "member_region_ids": ["sejong", "incheon"]},
        NEW,
    ),
    ("APP-03", {"applicant_office": "basic", "province_informed": False}, NEW),
    ("APP-04", {"applicant_region_ids": ["ulsan", "busan"], "plan_is_joint": False}, NEW),
    ("APP-05", {"proposed_on": d("2025-04-01"), "answered_on": d("2025-06-03")}, NEW),
    ("APP-07", {"applicant_region_id": "gyeonggi"}, OLD),
    ("APP-08", {"operator_outside_zone": True}, OLD),
    ("APP-08", {"operator_outside_zone": True, "takes_part_in_project": False}, NEW),
    ("APP-09", {"operator_in_plan": False}, OLD),
    ("PLN-01", {"plan_items": without("PLN-01", "operators")}, NEW),
    ("PLN-02", {"plan_decree_items": without("PLN-02", "funding")}, NEW),
    ("PLN-02", {"plan_decree_items": without("PLN-02", "land_use_plan"), "land_use_plan_needed": True}, NEW),
    (
        "PLN-03",
        {
            "ministry_consulted_on": d("2025-01-06"),
            "regional_committee_consulted_on": d("2025-01-03"),
            "drafting_started_on": d("2025-01-03"),
        },
        NEW,
    ),
    ("PLN-04", {"zone_name": "강원 액화수소 특구"}, OLD),
    ("PLN-04", {"zone_name": "제주 관광특구 규제자유특구"}, OLD),
    ("PLN-05", {"notice_started_on": d("2021-09-06"), "applied_on": d("2021-10-06")}, WIDE),
    (
        "PLN-06",
        {**WINDOW, "inspection_opened_on": d("2020-04-21"), "inspection_closed_on": d("2020-05-13")},
        OLD,
    ),
    (
        "PLN-06",
        {**WINDOW, "inspection_opened_on": d("2020-04-20"), "inspection_closed_on": d("2020-05-12")},
        OLD,
    ),
    ("PLN-07", {**WINDOW, "opinion_submitted_on": d("2020-04-19")}, OLD),
    ("PLN-07", {**WINDOW, "opinion_submitted_on": d("2020-05-14")}, OLD),
    ("PLN-08", {"hearing_on": d("2020-04-29"), "hearing_announced_on": d("2020-04-16")}, OLD),
    ("PLN-09", {"notice_under_other_law": False}, WIDE),
    ("PLN-10", {"application_papers": without("PLN-10", "plan")}, NEW),
    ("PLN-11", {"supplement_due_on": d("2025-02-03"), "supplement_received_on": d("2025-02-04")}, NEW),
    ("PLN-12", dict.fromkeys(["papers_missing", "steps_missing", "supplement_unmet"], False), NEW),
    (
        "PLN-12",
        {
            "papers_missing": True,
            "applicant_told_reasons": True,
            "privately_proposed": True,
            "proposer_told_reasons": False,
        },
        NEWEST,
    ),
    ("PLN-14", {"strategic_assessment_needed": True, "environment_minister_consulted": False}, OLD),
    ("DES-01", {"ministries_notified": False}, NEW),
    ("DES-02", {"notified_on": d("2020-05-26"), "replied_on": d("2020-06-26")}, OLD),
    ("DES-03", {"applied_on": d("2020-05-26"), "decided_on": d("2020-08-25")}, OLD),
    ("DES-04", {"committee_resolved": False}, NEW),
    ("DES-05", {"gazette_items": without("DES-05", "map")}, NEW),
    ("DES-05", {"gazette_items": all_keys("DES-05"), "firms_informed": False}, NEW),
    (
        "DES-06",
        {"gazetted_on": d("2019-07-24"), "map_needed": True, "map_gazetted_on": d("2021-07-25")},
        OLD,
    ),
    ("DES-07", {"criteria_examined": without("DES-07", "past_evaluation")}, NEW),
    ("DES-08", {"excellent_years_in_a_row": 2}, NEW),
    ("ZC-01", {"committee_size": 31}, OLD),
    ("ZC-01", {"committee_size": 41}, WIDE),
    ("ZC-02", {**TERM, "member_reappointments": 0, "meeting_on": d("2025-01-02")}, NEW),
    ("ZC-02", {**TERM, "member_reappointments": 2}, NEW),
    ("ZC-03", {"assembly_recommended_members": 3}, NEW),
    (
        "ZC-04",
        {
            "meeting_on": d("2025-05-21"),
            "meeting_notice_sent_on": d("2025-05-15"),
            "meeting_is_urgent": False,
        },
        NEW,
    ),
    ("ZC-05", {**VOTE, "votes_yes": 11}, NEW),
    ("ZC-05", {"members_enrolled": 40, "members_present": 20}, NEW),
    ("ZC-06", {"chair_able": False, "acting_chair_named": False}, NEW),
    ("ZC-07", {"result_published": False, "closed_by_resolution": False}, NEW),
    ("ZC-08", {"matters_weighed": without("ZC-08", "life")}, NEW),
    ("ZC-09", {"agenda_kind": "redeliberation"}, WIDE),
    ("DC-01", {"agenda_kind": "area_change", "within_zone_purpose": True}, OLD),
    ("DC-01", {"agenda_kind": "operator_change", "within_zone_purpose": False}, NEW),
    ("DC-02", {"committee_size": 41}, OLD),
    ("DC-04", {**TERM, "member_reappointments": 0, "meeting_on": d("2022-12-30")}, NEW),
    ("DC-06", {**VOTE, "votes_yes": 11}, NEW),
    ("DC-07", {"chair_able": False, "acting_chair_named": False}, NEW),
    ("COI-01", {"spouse_is_party": True}, NEW),
    ("COI-01", {"employment_ended_on": d("2022-03-10"), "meeting_on": d("2025-03-10")}, NEW),
    ("COI-02", {"challenge_made": True, "challenged_member_voted": True}, NEW),
    ("COM-01", {"held_in_writing": True, "item_is_minor": False}, NEW),
    (
        "COM-01",
        {
            "held_in_writing": False,
            "meeting_on": d("2025-05-21"),
            "meeting_notice_sent_on": d("2025-05-15"),
            "meeting_is_urgent": True,
        },
        NEW,
    ),
    ("COM-02", {"members_present": 22, "votes_yes": 11}, NEW),
    ("CHG-01", {"change_is_minor": False, "committee_resolved": False}, NEW),
    ("CHG-02", {"notice_started_on": d("2024-08-12"), "change_applied_on": d("2024-08-27")}, NEW),
    ("CHG-03", {"change_kind": "other"}, OLD),
    ("CHG-03", {"change_kind": "other", "change_restricts_rights": True}, WIDE),
    ("CHG-03", {"change_kind": "area", "zone_area_km2": 10, "area_change_km2": 1}, WIDE),
    ("CHG-04", {"gazetted_on": d("2025-01-02"), "change_applies_from": d("2025-01-01")}, NEW),
    ("CHG-05", {"keeping_ground": "convenience"}, NEW),
    ("CHG-06", {"change_papers": without("CHG-06", "reason")}, NEW),
    ("REV-01", {"cancellation_ground": "dislike"}, NEW),
    ("REV-02", {"ministries_consulted": False}, NEW),
    ("REV-05", {"inspection_opened_on": d("2025-04-01"), "inspection_closed_on": d("2025-04-30")}, NEW),
    ("REV-06", {"special_case_kept": True, "keeping_ground": "cost", "committee_resolved": False}, NEW),
    (
        "REV-07",
        {
            "local_government_heard": True,
            "measure_against_operator": True,
            "formal_hearing_held": False,
        },
        NEW,
    ),
    ("REV-09", {"tool_ends_on": d("2027-01-01"), "zone_ends_on": d("2026-12-31")}, NEW),
    ("EVA-05", {"report_year": 2023, "report_filed_on": d("2024-04-02")}, NEW),
    ("EVA-06", {"designated_on": d("2021-07-24"), "support_received": True}, WIDE),
    ("EVA-06", {"designated_on": d("2021-06-29")}, WIDE),
]

#: A date alone, or a truth alone, can satisfy these; nothing stated can breach them.
NEVER_BREACHED = {"APP-06"}


def named(rows):
    return [pytest.param(*row, id=f"{row[0]}-{index}") for index, row in enumerate(rows)]


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_facts_that_keep_the_rule_satisfy_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert answer.status is Status.SATISFIED, answer.sentence.en
    assert answer.missing == ()


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_facts_that_break_the_rule_breach_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert answer.status is Status.BREACHED, answer.sentence.en
    assert answer.missing == ()


#: The first chapters; the others have tables of their own beside this one.
CHAPTERS = ("APP-", "PLN-", "DES-", "ZC-", "DC-", "COI-", "COM-", "CHG-", "REV-", "EVA-05", "EVA-06")


def test_the_tables_above_cover_every_rule_of_these_chapters_that_computes():
    computable = {rule_id for rule_id in computable_rule_ids() if rule_id.startswith(CHAPTERS)}
    assert {row[0] for row in SATISFIED} == computable
    assert {row[0] for row in BREACHED} == computable - NEVER_BREACHED


@pytest.mark.parametrize("rule_id", computable_rule_ids())
def test_without_facts_every_rule_is_unknown_and_names_what_it_needs(rule_id):
    answer = evaluate(rule_id, {}, on=NEWEST)
    assert answer.status is Status.UNKNOWN
    assert answer.missing
    assert all(fact_label(name).ko in answer.sentence.ko for name in answer.missing)
    assert all(fact_label(name).en in answer.sentence.en for name in answer.missing)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_taking_one_fact_away_never_turns_the_answer_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on)
    for name in facts:
        if name in {"notice_from_midnight", "supplements", "firms_informed", "applicant_informed"}:
            continue
        less = evaluate(rule_id, {k: v for k, v in facts.items() if k != name}, on=on)
        assert less.status in {full.status, Status.UNKNOWN}


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_an_answer_reads_back_from_its_json_byte_by_byte(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    again = Answer.from_json(answer.to_json())
    assert again == answer
    assert canonical_json(again.to_json()) == canonical_json(answer.to_json())
    assert answer.sentence.ko
    assert answer.sentence.en
    assert answer.citation.article
