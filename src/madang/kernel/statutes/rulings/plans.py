"""The plan, its public notice, the hearing and the application papers (PLN-01 to PLN-14).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> facts = {"notice_started_on": date(2021, 9, 6), "applied_on": date(2021, 10, 7)}
>>> evaluate("PLN-05", facts, on=date(2021, 10, 7)).value
datetime.date(2021, 10, 6)
"""

from datetime import date, timedelta

from madang.kernel.clocks.counting import Conditions, period
from madang.kernel.clocks.lengths import days
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.checklists import all_present, checklist
from madang.kernel.statutes.clocked import due_of, holidays_of
from madang.kernel.statutes.exceptions import Unless, general
from madang.kernel.statutes.facts import Facts
from madang.kernel.statutes.findings import (
    Finding,
    count_of,
    done_by,
    either,
    fails,
    holds,
    period_over,
)
from madang.kernel.statutes.refusals import NotComputable
from madang.kernel.statutes.registry import rule, rule_info
from madang.kernel.words import Words

NAME_MARK = "규제자유특구"
CONFUSABLE_NAMES = ("관광특구", "연구개발특구")
_NOT_FOR_CHANGES = Words(
    "열람 기간은 30일 공고에 대하여만 정해져 있어 변경 공고에는 계산하지 않습니다.",
    "the inspection is laid down for the 30-day notice only: not computed for a change.",
)
_REASONS_SINCE = rule_info("PLN-12").provisions[-1].first_on


@rule("PLN-01")
def plan_has_the_items_of_the_act(facts: Facts) -> Finding:
    return all_present(facts, "PLN-01", "plan_items")


@rule("PLN-02")
def plan_has_the_items_of_the_decree(facts: Facts) -> Finding:
    return all_present(facts, "PLN-02", "plan_decree_items")


@rule("PLN-03")
def consulted_before_drafting(facts: Facts) -> Finding:
    """Both consultations lie before the day drafting began."""
    facts.require("ministry_consulted_on", "regional_committee_consulted_on", "drafting_started_on")
    began = facts.day("drafting_started_on")
    consulted = max(facts.day("ministry_consulted_on"), facts.day("regional_committee_consulted_on"))
    return either(
        consulted <= began,
        Words("작성 전에 협의를 마쳤습니다.", "both were consulted before drafting."),
        Words(
            f"협의가 작성 시작({began}) 뒤에 이루어졌습니다.",
            f"consulted only after drafting began on {began}.",
        ),
    )


@rule("PLN-04")
def name_carries_the_mark(facts: Facts) -> Finding:
    """The mark must be in the name and the names of other zones must not; likeness beyond that is a judgement."""
    name = facts.text("zone_name")
    if NAME_MARK not in name:
        return fails(f"명칭에 ‘{NAME_MARK}’가 없습니다.", f"the name does not carry “{NAME_MARK}”.")
    found = [other for other in CONFUSABLE_NAMES if other in name]
    return either(
        not found,
        Words("명칭의 요건을 갖추었습니다.", "the name meets the rule."),
        Words(
            f"다른 특구와 혼동될 명칭입니다: {', '.join(found)}.", f"to be confused with: {', '.join(found)}."
        ),
    )


def _notice_ran_its_length(facts: Facts) -> Finding:
    facts.require("notice_started_on", "applied_on")
    facts.in_order("notice_started_on", "applied_on")
    start = facts.day("notice_started_on")
    if facts.said("notice_from_midnight"):
        start -= timedelta(days=1)
    return period_over(facts.day("applied_on"), due_of(facts, "PLN-05", start=start))


@rule("PLN-06")
def inspection_was_open(facts: Facts) -> Finding:
    """Open on the day after the wait, and for the full window; the value is (first day, last day) of the window."""
    facts.require("notice_started_on", "inspection_opened_on", "inspection_closed_on")
    facts.in_order("inspection_opened_on", "inspection_closed_on")
    due = due_of(facts, "PLN-06", start=facts.day("notice_started_on"))
    first, last = inspection_window(facts)
    opened, closed = facts.day("inspection_opened_on"), facts.day("inspection_closed_on")
    said = Words(
        f"{spoken(first).ko}부터 {spoken(last).ko}까지", f"from {spoken(first).en} to {spoken(last).en}"
    )
    return either(
        opened <= first and closed >= last,
        Words(f"{said.ko} 열람할 수 있었습니다.", f"the plan could be inspected {said.en}."),
        Words(
            f"{said.ko} 열람하게 하지 않았습니다.", f"the plan could not be inspected all the time {said.en}."
        ),
        (first, last),
        count_of(due),
    )


@rule("PLN-07")
def opinion_is_in_time_and_reflected(facts: Facts) -> Finding:
    """In time when it comes within the window; a well-founded one must be reflected."""
    facts.require("notice_started_on", "opinion_submitted_on")
    first, last = inspection_window(facts)
    day = facts.day("opinion_submitted_on")
    if not first <= day <= last:
        return fails(
            f"열람 기간({first}부터 {last}까지) 밖에 낸 의견입니다.",
            f"submitted outside the window {first} to {last}.",
        )
    if facts.said("opinion_well_founded") is False:
        return holds("기간 안에 낸 의견입니다.", "submitted in time.")
    facts.require("opinion_well_founded", "opinion_reflected")
    return either(
        facts.truth("opinion_reflected"),
        Words("기간 안에 낸 타당한 의견을 반영하였습니다.", "a well-founded opinion, in time and reflected."),
        Words("타당한 의견을 반영하지 않았습니다.", "a well-founded opinion was not reflected."),
    )


@rule("PLN-08")
def hearing_was_announced(facts: Facts) -> Finding:
    """Announced by the latest day before the hearing."""
    facts.require("hearing_on")
    facts.in_order("hearing_announced_on", "hearing_on")
    return done_by(facts, due_of(facts, "PLN-08", start=facts.day("hearing_on")), "hearing_announced_on")


@rule("PLN-09")
def notice_is_replaced(facts: Facts) -> Finding:
    """Notice under another law stands in for the notice of PLN-05."""
    return either(
        facts.truth("notice_under_other_law"),
        Words("다른 법률에 따른 공고로 갈음합니다.", "the notice under another law stands in."),
        Words("갈음할 공고가 없습니다.", "no notice under another law."),
    )


@rule("PLN-10")
def application_papers_are_complete(facts: Facts) -> Finding:
    return all_present(facts, "PLN-10", "application_papers")


@rule("PLN-11")
def supplement_came_in_time(facts: Facts) -> Finding:
    """The period is set by the Minister in each case; the law gives no number."""
    facts.require("supplement_due_on")
    facts.in_order("supplement_asked_on", "supplement_due_on")
    facts.in_order("supplement_asked_on", "supplement_received_on")
    due = facts.day("supplement_due_on")
    said = spoken(due)
    if not facts.has("supplement_received_on") and facts.known_on is not None and facts.known_on > due:
        return fails(
            f"보완 기한 {said.ko}이 지났습니다.", f"the supplement was due on {said.en} and did not come."
        )
    received = facts.day("supplement_received_on")
    return either(
        received <= due,
        Words("기한 안에 보완하였습니다.", "supplemented in time."),
        Words(f"보완 기한 {said.ko}을 넘겼습니다.", f"supplemented after {said.en}."),
    )


@rule("PLN-12")
def return_has_a_ground(facts: Facts) -> Finding:
    """One ground is needed; since 2026-07-01 the applicant and a private proposer are told the reasons."""
    grounds = ("papers_missing", "steps_missing", "supplement_unmet")
    if not any(facts.said(name) for name in grounds):
        facts.require(*grounds)
        return fails("반려할 사유가 없습니다.", "there is no ground to return the application.")
    if facts.on < _REASONS_SINCE:
        return holds("반려할 사유가 있습니다.", "there is a ground to return the application.")
    if facts.said("applicant_told_reasons") is not False:
        facts.require("applicant_told_reasons", "privately_proposed")
    told = facts.truth("applicant_told_reasons")
    if told and facts.truth("privately_proposed"):
        told = facts.truth("proposer_told_reasons")
    return either(
        told,
        Words("반려 사유가 있고 이를 알렸습니다.", "there is a ground and the reasons were told."),
        Words("반려 사유를 알리지 않았습니다.", "the reasons of the return were not told."),
    )


@rule("PLN-14")
def environment_minister_is_consulted(facts: Facts) -> Finding:
    """Only where the plan contains a project with a strategic assessment; the minister is named as on that day."""
    if not facts.truth("strategic_assessment_needed"):
        return holds("전략환경영향평가 대상이 아닙니다.", "no strategic assessment is needed.")
    minister = checklist("PLN-14", on=facts.on)[-1].words
    return either(
        facts.truth("environment_minister_consulted"),
        Words(f"{minister.ko}과 협의하였습니다.", f"the {minister.en} was consulted."),
        Words(f"{minister.ko}과 협의하지 않았습니다.", f"the {minister.en} was not consulted."),
    )


def replaced_by_other_law(facts: Facts) -> bool:
    """Whether a notice under another law is stated, and may stand in on that day (PLN-09)."""
    return facts.on >= rule_info("PLN-09").provisions[0].first_on and bool(
        facts.said("notice_under_other_law")
    )


#: A notice under another law takes the place of the notice of PLN-05 and CHG-02.
OTHER_LAW = Unless(
    Words("다른 법률에 따른 공고 등(법 제74조의2)", "notice under another law (Act 74-2)"),
    replaced_by_other_law,
    notice_is_replaced,
)
#: The application comes after the notice has run its full length, unless PLN-09 stands in for it.
notice_was_long_enough = rule("PLN-05")(general(_notice_ran_its_length, unless=[OTHER_LAW]))


def inspection_window(facts: Facts) -> tuple[date, date]:
    """The first and last day of the inspection of a designation plan (PLN-06).

    Raises:
        NotComputable: the notice is about a change; the decree states 6 + 24 days for the 30-day notice only.
    """
    if facts.has("change_applied_on"):
        raise NotComputable("PLN-06", _NOT_FOR_CHANGES)
    start = facts.day("notice_started_on")
    wait, least = facts.parameter("plan.inspection_wait_days"), facts.parameter("plan.inspection_days")
    first = start + timedelta(days=wait.value + 1)
    given = Conditions(starts_at_midnight=True, table=holidays_of(facts))
    return first, period(first, days(least.value), given).due_on
