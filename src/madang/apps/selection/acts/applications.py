"""Acts on the application: apply, ask for and file supplements, return (PLN-10 to PLN-12, DES-03)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from madang.apps.selection.acts.lawful import (
    days_told,
    hold,
    restart_decision_clock,
    restart_reply_clocks,
    stop_reply_clocks,
    today_of,
)
from madang.apps.selection.events import designation as events
from madang.apps.selection.models import Designation, Supplement
from madang.apps.selection.queries.designation import open_supplements, unanswered
from madang.apps.selection.queries.law_facts import PAPER_QUESTIONS, facts_of
from madang.apps.selection.rules.applicants import may_apply, outside_capital, province_informed
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance
from madang.core.moments import Moment, day_of, exact_day
from madang.core.written import one_line, paragraphs
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.checklists import Item, checklist
from madang.kernel.words import Words

TEXT = 5_000
GROUNDS = {
    "papers_missing": Words("필요한 서류가 빠짐", "Papers are missing"),
    "steps_missing": Words("필요한 절차를 거치지 않음", "Steps are missing"),
    "supplement_unmet": Words("보완하지 않음", "The supplement was not made"),
}


@dataclass(frozen=True)
class Application:
    """What is filed: papers by the keys of PLN-10 (CHG-06 for a change) with their document numbers, yes and no
    answers, and when the province was informed (APP-03). ``reported`` holds dated facts that the published record
    knows, by fact name; a live application has none.
    """

    papers: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, bool] = field(default_factory=dict)
    province_informed_on: date | None = None
    reported: Mapping[str, PartialDate] = field(default_factory=dict)


@dataclass(frozen=True)
class Return:
    """Why an application is returned: its grounds, the reasons told, and whether a private proposer was told them."""

    grounds: tuple[str, ...]
    reason: str
    is_privately_proposed: bool = False
    proposer_is_told: bool = False


@act(may="selection.apply_for_designation", records=events.APPLIED, subject="designation")
def apply_for_designation(
    *, actor: Actor, designation: Designation, application: Application, at: Moment
) -> Designation:
    """Apply for the designation, or for a change of a zone (지정 신청, PLN-10). The 90 days begin (DES-03).

    Raises:
        Invalid: an opinion is unanswered, or a paper is unknown.
        NotLawful: the applicant may not apply, an item or paper is missing, or the notice is not over.
    """
    if not actor.is_history:
        _refuse_unanswered(designation)
    day = day_of(at)
    designation.applied_on = day.isoformat() if isinstance(day, date) else day.text
    designation.papers = {**designation.papers, **_papers(designation, application.papers, at)}
    designation.facts = {**designation.facts, **_answers(application.answers)}
    move = _move_of(designation)
    hold(designation, move, _applicant_answers(designation, application, at), actor=actor, at=at)
    reported = dict(application.reported) if actor.is_history else {}
    advance(
        designation,
        move,
        actor=actor,
        at=at,
        law=Law({**facts_of(designation), **reported}),
        also=("applied_on", "papers", "facts"),
    )
    told = {
        "applicant": designation.organisation.name_ko,
        "applicant_en": designation.organisation.name_en,
        "papers": sorted(designation.papers),
    }
    provision = "CHG-01" if designation.is_addition else "PLN-10"
    record(events.APPLIED, designation, actor=actor, at=at, facts=Facts(told, provision=provision))
    return designation


@act(may="selection.ask_supplement", records=events.SUPPLEMENT_ASKED, subject="designation")
def ask_supplement(
    *, actor: Actor, designation: Designation, what: str, wanted_by: date, at: Moment
) -> Designation:
    """Ask the applicant for a supplement within a reasonable period (보완 요구, PLN-11).

    The clock of the decision stops, and so does that of every ministry that has not replied.

    Raises:
        Invalid: the period that is set ends today or earlier, or nothing is asked for.
        NotLawful: the application is not with the ministry.
    """
    today = today_of(at)
    asked = needed_text(what, "what")
    refuse_past(wanted_by, today)
    advance(designation, "ask_supplement", actor=actor, at=at)
    stop_reply_clocks(designation, today)
    Supplement.objects.create(designation=designation, asked_on=today, wanted_by=wanted_by, what=asked)
    told = {**days_told(wanted_by=wanted_by), "what": asked}
    record(events.SUPPLEMENT_ASKED, designation, actor=actor, at=at, facts=Facts(told, provision="PLN-11"))
    return designation


@act(may="selection.file_supplement", records=events.SUPPLEMENT_FILED, subject="designation")
def file_supplement(*, actor: Actor, designation: Designation, answer: str, at: Moment) -> Designation:
    """File the supplement that the ministry asked for (보완 제출). The clocks run on.

    Raises:
        NotLawful: no supplement was asked for.
    """
    today = today_of(at)
    text = needed_text(answer, "answer")
    advance(designation, "file_supplement", actor=actor, at=at)
    for row in open_supplements(designation).filter(consultation__isnull=True):
        row.answer, row.filed_on = text, today
        row.save(update_fields=["answer", "filed_on"])
    restart_decision_clock(designation, today)
    restart_reply_clocks(designation, today)
    record(events.SUPPLEMENT_FILED, designation, actor=actor, at=at, facts=Facts(provision="PLN-11"))
    return designation


@act(may="selection.return_application", records=events.RETURNED, subject="designation")
def return_application(
    *, actor: Actor, designation: Designation, decision: Return, at: Moment
) -> Designation:
    """Return an application for missing papers or steps, or an unmet supplement (반려, PLN-12).

    Raises:
        Invalid: a ground or the reason is missing.
        NotLawful: no ground is given, or since 2026-07-01 the reasons were not told to the private proposer.
    """
    unknown = set(decision.grounds) - set(GROUNDS)
    if unknown:
        raise Invalid(
            Words("반려 사유가 아닙니다.", "This is no ground to return an application."), "grounds"
        )
    reason = needed_text(decision.reason, "reason")
    facts = {
        **{ground: ground in decision.grounds for ground in GROUNDS},
        "applicant_told_reasons": True,
        "privately_proposed": decision.is_privately_proposed,
        "proposer_told_reasons": decision.proposer_is_told,
    }
    advance(
        designation, "return_application", actor=actor, at=at, law=Law({**facts_of(designation), **facts})
    )
    designation.return_reason = reason
    designation.save(update_fields=["return_reason"])
    told = {"reason": reason, "grounds": sorted(decision.grounds), "proposer_told": decision.proposer_is_told}
    record(events.RETURNED, designation, actor=actor, at=at, facts=Facts(told, provision="PLN-12"))
    return designation


def papers_wanted(designation: Designation, on: date) -> tuple[Item, ...]:
    """Return the papers of the application as the law of a day lists them."""
    return checklist("CHG-06" if designation.is_addition else "PLN-10", on=on)


def needed_text(text: str, field: str) -> str:
    """Return a text that must not be empty."""
    written = paragraphs(text, most=TEXT, field=field)
    if not written:
        raise Invalid(
            Words("빈칸으로 둘 수 없습니다. 내용을 적으십시오.", "This cannot be left empty."), field
        )
    return written


def refuse_past(wanted_by: date, today: date) -> None:
    """Refuse a period that leaves no day (the Act wants a reasonable one and names no number)."""
    if wanted_by <= today:
        raise Invalid(
            Words("보완 기한은 오늘보다 뒤여야 합니다.", "The supplement must be due after today."),
            "wanted_by",
        )


def _move_of(designation: Designation) -> str:
    if designation.is_addition:
        return "apply_for_change"
    notice = getattr(designation, "notice", None)
    return "apply_after_other_notice" if notice and notice.other_law else "apply"


def _applicant_answers(designation: Designation, application: Application, at: Moment) -> list[Answer]:
    organisation, day = designation.organisation, exact_day(at)
    informed = province_informed(organisation, application.province_informed_on, day) if day else None
    answers = [may_apply(organisation, day_of(at)), outside_capital(organisation, day_of(at)), informed]
    return [answer for answer in answers if answer]


def _papers(designation: Designation, papers: Mapping[str, str], at: Moment) -> dict[str, str]:
    day = exact_day(at)
    known = {item.key for item in papers_wanted(designation, day)} if day else set(papers)
    if set(papers) - known:
        raise Invalid(
            Words("신청 서류의 목록에 없는 서류입니다.", "This paper is not on the list."), "papers"
        )
    lines = {key: one_line(text, most=200, field=key, needed=False) for key, text in papers.items()}
    return {key: line for key, line in lines.items() if line}


def _answers(answers: Mapping[str, bool]) -> dict[str, bool]:
    if set(answers) - set(PAPER_QUESTIONS):
        raise Invalid(Words("없는 질문입니다.", "There is no such question."), "answers")
    return dict(answers)


def _refuse_unanswered(designation: Designation) -> None:
    left = unanswered(designation)
    if left:
        raise Invalid(
            Words(
                f"반영 여부를 정하지 않은 의견이 {left}건 있습니다. 타당한 의견은 계획에 반영해야 하므로 먼저 정하십시오.",
                f"{left} opinions have no decision yet. Well-founded ones must be reflected: decide on them first.",
            )
        )
