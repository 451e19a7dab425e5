"""Rules at their edges: first days of versions, parts of an answer beside its status, names in refusals, knowledge."""

from datetime import date, datetime

import pytest

from madang.kernel.clocks.counting import Conditions
from madang.kernel.clocks.pauses import Pause
from madang.kernel.clocks.working_time import WorkingDay
from madang.kernel.regions import region
from madang.kernel.statutes.clocked import due_of, holidays_of
from madang.kernel.statutes.due import due_date
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.refusals import ContradictoryFacts, WrongFact
from madang.kernel.statutes.rules import applicant_eligible, evaluate
from madang.kernel.statutes.rulings.confirmations import Reply, ministry_reply
from madang.kernel.statutes.rulings.lengthened import lengthened_due
from madang.kernel.statutes.rulings.menu import PRESS_FIGURES
from madang.kernel.statutes.rulings.petitions import class_due, petition_due
from madang.kernel.statutes.rulings.tool_terms import exemption_calendar, latest_end
from madang.kernel.words import Words
from tests.kernel.tables_of_rules import NEW, NEWEST, around, d, named, statuses_around

at = datetime.fromisoformat
NOTIFIED = {"notified_on": d("2025-04-01")}
#: An ad hoc holiday and the days around its decision.
AD_HOC, DECIDED = d("2025-01-27"), around("2025-01-14")
TOLD = {"claimant_told_of_cover": True, "claim_reported": True}
EARLY = {
    "granted_on": d("2022-01-03"),
    "term_ends_on": d("2024-01-02"),
    "extensions_used": 0,
    "law_revised": False,
}


def told_by(rule_id, facts, known_on, on=NEW):
    """The value of an answer to the knowledge of a day."""
    return evaluate(rule_id, facts, on=on, known_on=known_on).value


#: rule, facts with an end on the ad hoc holiday, and the value by the knowledge before its decision and since
ROLLED = [
    (
        "LEG-04",
        {
            "administrative_notice_started_on": d("2025-01-07"),
            "administrative_notice_ended_on": d("2025-02-10"),
            "administrative_notice_urgent": False,
        },
        (d("2025-01-27"), d("2025-01-31")),
    ),
    (
        "LEG-01",
        {
            "draft_kind": "ordinance",
            "draft_notice_started_on": d("2025-01-07"),
            "draft_notice_ended_on": d("2025-02-10"),
        },
        (d("2025-01-27"), d("2025-01-31")),
    ),
    (
        "FOR-04",
        {
            "forecast_notice_kind": "administrative",
            "forecast_notice_started_on": d("2025-01-07"),
            "forecast_window_ends_on": d("2025-01-27"),
        },
        (d("2025-01-27"), d("2025-01-31")),
    ),
    (
        "PET-03",
        {
            "petition_period_days": 6,
            "petition_received_at": d("2025-01-20"),
            "petition_answered_at": d("2025-01-24"),
        },
        (d("2025-01-27"), d("2025-01-31")),
    ),
    (
        "PLN-06",
        {
            "notice_started_on": d("2024-12-28"),
            "inspection_opened_on": d("2025-01-04"),
            "inspection_closed_on": d("2025-02-10"),
        },
        ((d("2025-01-04"), d("2025-01-27")), (d("2025-01-04"), d("2025-01-31"))),
    ),
    ("CAL-I", {"calendar_day_on": AD_HOC}, (False, True)),
    ("CAL-L", {"calendar_day_on": AD_HOC}, (False, True)),
    (
        "EX-04",
        {"notified_on": d("2024-12-23"), "period_extension_days": 5, "replied_on": d("2025-01-24")},
        (d("2025-01-27"), d("2025-01-31")),
    ),
]


@pytest.mark.parametrize(("rule_id", "facts", "values"), named(ROLLED))
def test_a_holiday_moves_an_end_only_for_those_who_could_know_of_it(rule_id, facts, values):
    assert [told_by(rule_id, facts, day) for day in (*DECIDED, None)] == [values[0], *[values[1]] * 3]


def test_the_substitute_of_a_holiday_is_one_only_for_those_who_could_know_the_holiday():
    facts = {"calendar_day_on": d("2027-07-19")}
    assert [told_by("CAL-J", facts, day) for day in (d("2026-01-02"), d("2026-05-01"), None)] == [
        False,
        True,
        True,
    ]


def test_the_steps_of_a_longer_reply_name_the_extension_the_hard_stop_and_the_doubt():
    facts = Facts({"period_extension_days": 30}, NEW)
    pauses = [Pause(d("2025-04-10"), d("2025-07-31"))]
    due = lengthened_due(facts, "EX-04", d("2025-04-01"), pauses)
    law, longer, *counted = due.steps
    assert (longer.first, longer.last, longer.words.en) == (
        d("2025-04-01"),
        d("2025-06-30"),
        "extended by 30 days",
    )
    extended = due_date("EX-04", start=d("2025-04-01"), on=NEW, pauses=pauses, extensions=1)
    assert longer.citation == extended.steps[1].citation
    assert tuple(counted) == extended.steps[2:]
    assert (due.due_on, due.sentence, law.citation) == (
        extended.due_on,
        extended.sentence,
        extended.citation,
    )
    early = Facts({"period_extension_days": 5}, NEW, DECIDED[0])
    doubts = [step for step in lengthened_due(early, "EX-04", d("2024-12-23")).steps if step.first == AD_HOC]
    assert [step.words.en for step in doubts if "became a holiday only" in step.words.en]


def test_no_days_of_extension_leave_the_due_date_as_it_is():
    for known_on in (None, d("2025-12-01")):
        facts = Facts({"period_extension_days": 0}, NEW, known_on)
        plain = due_date("EX-04", start=d("2025-04-01"), on=NEW, known_on=known_on)
        assert lengthened_due(facts, "EX-04", d("2025-04-01")) == plain


def test_supplements_of_an_extended_reply_keep_both_their_ends():
    facts = Facts({"period_extension_days": 10}, NEW)
    pauses = [Pause(d("2025-04-07"), d("2025-04-09"))]
    assert lengthened_due(facts, "EX-04", d("2025-04-01"), pauses).due_on == d("2025-05-14")


@pytest.mark.parametrize(("day", "rule_id"), [("2024-08-06", "APP-01"), ("2024-08-07", "APP-02")])
def test_an_applicant_is_judged_by_the_provision_of_its_kind_and_day(day, rule_id):
    for office in ("basic", "administrative_city"):
        assert applicant_eligible(office, region_id="jeju", on=d(day)).rule_id == rule_id
    assert applicant_eligible("province", region_id="gangwon", on=d(day)).rule_id == "APP-01"


def test_a_merger_that_no_source_confirms_is_named_in_the_trace():
    facts = {"applicant_office": "province", "applicant_region_id": "jeonnam"}
    answer = evaluate("APP-01", {**facts, "region_merger_took_effect": False}, on=NEWEST)
    assert region("jeonnam-gwangju").note in [step.words for step in answer.trace]


@pytest.mark.parametrize(
    ("rule_id", "name", "last"),
    [("PLN-05", "applied_on", "2021-10-14"), ("CHG-02", "change_applied_on", "2021-10-14")],
)
def test_a_notice_from_midnight_ends_one_day_earlier(rule_id, name, last):
    facts = {"notice_started_on": d("2021-09-15"), "notice_from_midnight": True}
    on = d("2021-09-15")
    assert statuses_around(rule_id, facts, name, last, on) == ["breached", "breached", "satisfied"]


def test_a_change_notice_has_the_length_of_the_day_it_was_applied_for():
    facts = {"notice_started_on": d("2024-07-22")}
    assert statuses_around("CHG-02", facts, "change_applied_on", "2024-08-07", d("2024-08-01")) == [
        "breached",
        "satisfied",
        "satisfied",
    ]


def test_a_notice_under_another_law_stands_in_from_the_first_day_of_its_provision():
    facts = {"notice_under_other_law": True}
    answers = [evaluate("PLN-05", facts, on=day).status.value for day in around("2021-07-21")]
    assert answers == ["unknown", "satisfied", "satisfied"]


def test_safety_evidence_is_waived_from_the_first_day_of_the_waiver():
    facts = {"revision_need_notified": True, "safety_evidence_waived": True}
    answers = [evaluate("IP-02", facts, on=day).status.value for day in around("2021-07-21")]
    assert answers == ["unknown", "satisfied", "satisfied"]


def test_a_member_is_in_term_from_the_day_of_appointment():
    facts = {"member_appointed_on": d("2023-01-02"), "member_reappointments": 0}
    assert statuses_around("ZC-02", facts, "meeting_on", "2023-01-02") == [
        "breached",
        "satisfied",
        "satisfied",
    ]


@pytest.mark.parametrize(
    ("yes", "said"),
    [(12, ["12 in favour", "12 needed"]), (11, ["11 in favour", "not carried"])],
)
def test_the_outcome_of_a_vote_says_its_numbers(yes, said):
    facts = {"members_enrolled": 45, "members_present": 23, "votes_yes": yes}
    sentence = evaluate("ZC-05", facts, on=NEW).sentence.en
    assert all(part in sentence for part in said)
    few = evaluate("ZC-05", {**facts, "members_present": 22}, on=NEW).sentence.en
    assert few == "no quorum: 23 of 45 must be present, 22 were."


def test_a_ministry_that_is_waited_for_has_its_due_date():
    found = ministry_reply(d("2025-04-01"), Reply(None), known_on=d("2025-04-02"))
    assert (found.due.due_on, found.closed_on) == (d("2025-05-01"), None)


def test_ministries_that_are_open_are_named_one_after_the_other():
    facts = {"ministries_asked": ["a", "b", "c"], "ministries_closed": ["b"]}
    assert evaluate("RC-09", facts, on=NEW).sentence.en == "still open: a, c."


def test_an_early_exemption_is_extended_within_its_zone_and_cites_why():
    answer = evaluate("EX-15", {**EARLY, "zone_ends_on": d("2025-06-30")}, on=d("2024-09-02"))
    (step,) = [step for step in answer.trace if "no number of years" in step.words.en]
    assert (step.value, step.rule_id) == (d("2025-06-30"), "EX-15")
    assert step.citation == evaluate("EX-15", {}, on=d("2022-01-03")).citation != answer.citation
    ended = evaluate("EX-15", {**EARLY, "zone_ends_on": d("2024-01-02")}, on=d("2023-06-01"))
    assert (ended.status.value, ended.value) == ("breached", None)
    assert any("no number of years" in step.words.en for step in ended.trace)


def test_a_notice_shortened_in_consultation_keeps_its_least_end_and_its_count():
    facts = {
        "draft_kind": "legislation",
        "draft_notice_started_on": d("2025-03-05"),
        "draft_notice_ended_on": d("2025-03-20"),
    }
    full = evaluate("LEG-01", facts, on=NEW)
    short = evaluate("LEG-01", {**facts, "draft_notice_shortened": True}, on=NEW)
    assert (full.status.value, short.status.value, short.value) == ("breached", "satisfied", d("2025-04-14"))
    assert short.trace[-1] == full.trace[-1]
    assert len(short.trace) == len(full.trace) + 1


def test_a_claim_that_was_paid_still_lacks_the_duties_beside_it():
    facts = {"claimed_on": d("2025-03-04"), "operator_insured": True}
    assert evaluate("LIA-06", {**facts, **TOLD}, on=NEW).missing == ("claim_refused",)
    answer = evaluate("LIA-06", {**facts, "claim_reported": True}, on=NEW)
    assert answer.missing == ("claimant_told_of_cover", "claim_refused")


def test_silence_of_a_province_is_told_with_its_count():
    asked = {"transport_opinion_asked_on": d("2025-03-04")}
    given = evaluate("MNU-06", {**asked, "transport_opinion_given_on": d("2025-04-03")}, on=NEW)
    silent = evaluate("MNU-06", asked, on=NEW, known_on=d("2025-06-02"))
    assert silent.value == "no_opinion"
    counted = [step.value for step in silent.trace if step.rule_id == "MNU-06"]
    assert counted[: len(given.trace) - 2] == [step.value for step in given.trace if not step.fact]


def test_figures_of_the_press_are_shown_from_the_day_of_their_report():
    facts = {
        "menu_case_in_act": True,
        "menu_case_named_in_plan": True,
        "gazetted_on": d("2019-07-24"),
    }

    def figures(on):
        steps = evaluate("MNU-01", facts, on=d(on)).trace
        return [step for step in steps if "not a number of the law" in step.words.en]

    assert [len(figures(day)) for day in ("2019-07-24", "2021-01-24", "2021-01-25")] == [3, 3, 5]
    assert [step.words.en.split(" (")[0] for step in figures("2022-01-03")] == [
        words.en for words in PRESS_FIGURES.values()
    ]
    assert {step.rule_id for step in figures("2022-01-03")} == {"MNU-01"}


def test_a_record_says_the_last_day_of_its_retention_or_that_there_is_none():
    facts = {"record_closed_on": d("2025-06-30")}
    ten = evaluate("MIN-07", {**facts, "retention_class": "years_10"}, on=NEW).sentence
    assert "31 December 2035" in ten.en
    assert "no end" in evaluate("MIN-07", {**facts, "retention_class": "permanent"}, on=NEW).sentence.en


def test_a_petition_answered_before_its_notice_of_progress_has_the_due_day_as_value():
    facts = {
        "progress_shown_online": False,
        "petition_received_at": at("2025-04-30T10:00"),
        "progress_notices_before": 0,
        "petition_answered_at": at("2025-05-07T10:00"),
    }
    answer = evaluate("PET-07", facts, on=NEW)
    assert (answer.status.value, answer.value) == ("satisfied", d("2025-05-30"))


def test_a_grievance_leaves_out_its_supplements_and_its_inquiries():
    facts = {
        "petition_class": "grievance",
        "petition_received_at": d("2025-04-30"),
        "petition_supplements": [Pause(d("2025-05-07"), d("2025-05-07"))],
        "onsite_inquiries": [Pause(d("2025-05-08"), d("2025-05-09"))],
        "petition_answered_at": d("2025-05-12"),
    }
    assert evaluate("PET-02", facts, on=NEW).value == d("2025-05-15")


def test_another_petition_has_no_extensions_and_stops_for_supplements():
    facts = {"petition_class": "other", "petition_received_at": at("2025-04-30T10:00")}
    late = {**facts, "petition_answered_at": at("2025-05-02T10:00")}
    assert evaluate("PET-02", late, on=NEW).status.value == "breached"
    asked = {"petition_supplements": [Pause(d("2025-05-01"), d("2025-05-02"))]}
    received = {
        "petition_received_at": at("2025-04-30T16:00"),
        "petition_answered_at": at("2025-05-07T09:30"),
    }
    assert evaluate("PET-02", {**facts, **received, **asked}, on=NEW).is_satisfied
    assert not evaluate("PET-02", {**facts, **received}, on=NEW).is_satisfied


def test_a_period_in_hours_says_its_hour_and_a_period_in_days_says_none():
    facts = {"petition_period_days": 3, "petition_received_at": at("2025-04-30T10:00")}
    answer = evaluate("PET-03", {**facts, "petition_answered_at": at("2025-05-07T10:00")}, on=NEW)
    assert "due by Wed 7 May 2025 10:00; in time." in answer.sentence.en
    assert {step.rule_id for step in answer.trace if not step.fact} == {"PET-03"}
    six = {**facts, "petition_period_days": 6, "petition_answered_at": at("2025-05-09T10:00")}
    assert evaluate("PET-03", six, on=NEW).sentence.en == "due by Fri 9 May 2025; in time."


def test_a_period_of_a_petition_runs_in_the_hours_of_its_own_office():
    office = WorkingDay(at("2025-01-02T10:00").time(), at("2025-01-02T19:00").time())
    assert petition_due(at("2025-04-30T10:00"), 1, office=office).due_at == at("2025-04-30T19:00")
    given = Conditions([Pause(d("2025-05-01"), d("2025-05-02"))])
    assert petition_due(at("2025-04-30T10:00"), 1, given).due_at == at("2025-05-07T10:00")


@pytest.mark.parametrize("kind", ["local_government", "state_agency"])
def test_public_bodies_are_no_petitioners(kind):
    assert evaluate("PET-13", {"petitioner_kind": kind}, on=NEW).status.value == "breached"


def test_a_class_of_petitions_is_counted_with_its_extensions():
    assert class_due("suggestion", d("2026-05-06"), extensions=1).due_on == d("2026-06-16")


#: what contradicts or is wrong, and the facts that the refusal names
REFUSED = [
    (
        "CHG-03",
        {"change_kind": "area", "zone_area_km2": 0, "area_change_km2": 1},
        ("zone_area_km2",),
    ),
    ("CON-05", {"cycle_year": 1}, ("cycle_year",)),
    (
        "EVA-05",
        {"report_year": 2023, "report_filed_on": d("2022-12-31")},
        ("report_year", "report_filed_on"),
    ),
    (
        "PET-03",
        {"petition_period_days": 0, "petition_received_at": d("2025-04-30")},
        ("petition_period_days",),
    ),
]


@pytest.mark.parametrize(("rule_id", "facts", "names"), named(REFUSED))
def test_facts_that_cannot_be_are_refused_by_their_names(rule_id, facts, names):
    with pytest.raises(ContradictoryFacts) as refusal:
        evaluate(rule_id, facts, on=NEW)
    assert refusal.value.names == names


def test_a_term_that_cannot_be_is_refused_by_the_names_of_its_days():
    with pytest.raises(ContradictoryFacts) as before_grant:
        latest_end("exemption", granted_on=d("2025-01-02"), starts_on=d("2025-01-01"))
    assert before_grant.value.names == ("granted_on", "term_starts_on")
    with pytest.raises(ContradictoryFacts) as after_zone:
        exemption_calendar(granted_on=NEW, starts_on=NEW, zone_ends_on=date(2025, 1, 1))
    assert after_zone.value.names == ("term_starts_on", "zone_ends_on")


def test_a_key_that_is_none_of_a_list_is_refused_by_name_and_value():
    facts = {"draft_kind": "decree", "draft_notice_started_on": NEW, "draft_notice_ended_on": NEW}
    with pytest.raises(WrongFact, match="decree") as refusal:
        evaluate("LEG-01", facts, on=NEW)
    assert (refusal.value.name, refusal.value.given) == ("draft_kind", "decree")


def test_a_due_date_that_explains_itself_later_shows_its_rule_and_day():
    due = due_of(Facts({}, NEW), "DES-03", start=d("2025-01-02"))
    assert repr(due) == "Due(DES-03 2025-04-02)"


def test_a_due_date_with_supplements_is_explained_by_the_version_of_its_case():
    pauses = [Pause(d("2024-08-05"), d("2024-08-06"))]
    for on, end in ((d("2024-08-06"), "2024-09-02"), (d("2024-08-07"), "2024-08-19")):
        due = due_of(Facts({}, on), "CHG-02.reply", start=d("2024-08-01"), pauses=pauses)
        assert due.due_on == due.explained.due_on == d(end)
        assert due.explained.version_on == on


def test_the_holidays_of_a_case_are_those_of_its_day_of_knowledge():
    days_off = [holidays_of(Facts({}, NEW, day)).is_day_off(AD_HOC) for day in (*DECIDED, None)]
    assert days_off == [False, True, True, True]
    assert Words(*holidays_of(Facts({}, NEW)).reason_off(AD_HOC)).en
