"""Acts of the consultation: each ministry has its own clock and answers for itself (DES-01, DES-02).

A late reply is taken and marked late. No reply is shown as no reply: it is never taken for consent.
"""

from collections.abc import Sequence
from datetime import date

from madang.apps.accounts.models import Organisation
from madang.apps.selection.acts.applications import needed_text, refuse_past
from madang.apps.selection.acts.lawful import (
    days_told,
    restart_decision_clock,
    restart_reply_clock,
    stop_decision_clock,
    today_of,
)
from madang.apps.selection.events import consultation as events
from madang.apps.selection.models import Consultation, Designation, Supplement
from madang.apps.selection.queries.consultation import with_clocks
from madang.apps.selection.queries.law_facts import facts_of, notified
from madang.apps.selection.rules.consultation import POSITION_WORDS
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.cases import Law, advance, begin
from madang.core.duties import resume
from madang.core.locks import locked
from madang.core.moments import Moment
from madang.core.written import paragraphs
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

TEXT = 5_000


@act(may="selection.open_consultation", records=events.CONSULTATION_OPENED, subject="designation")
def open_consultation(
    *,
    actor: Actor,
    designation: Designation,
    ministries: Sequence[Organisation],
    notified_on: date,
    at: Moment,
) -> Designation:
    """Notify the ministries concerned and the committee for balanced development (관계기관 협의, DES-01).

    Raises:
        Invalid: an organisation is no ministry, or the day lies ahead or before the application.
        NotLawful: nobody was named, or the committee for balanced development is not among them.
    """
    _refuse_wrong_day(designation, notified_on, today_of(at))
    asked = list({row.pk: row for row in ministries}.values())
    if any(row.kind != OfficeKind.OTHER_MINISTRY.value for row in asked):
        raise Invalid(
            Words("관계 중앙행정기관만 고를 수 있습니다.", "Only ministries concerned can be asked."),
            "ministries",
        )
    law = Law({**facts_of(designation), **notified(row.slug for row in asked)})
    advance(designation, "open_consultation", actor=actor, at=at, law=law)
    for ministry in asked:
        _notify(actor, designation, ministry, notified_on, at)
    told = {"count": len(asked), "ministries": [row.name_ko for row in asked], "notified_on": notified_on}
    record(events.CONSULTATION_OPENED, designation, actor=actor, at=at, facts=Facts(told, provision="DES-01"))
    return designation


@act(may="selection.reply_to_consultation", records=events.CONSULTATION_REPLIED, subject="consultation")
def reply_to_consultation(
    *, actor: Actor, consultation: Consultation, position: str, opinion: str, at: Moment
) -> Consultation:
    """Reply on the plan (의견 회신, DES-02), in time or late.

    Raises:
        Invalid: the position is unknown, or disagreement or conditions come without an opinion.
        NotLawful: the ministry has replied already.
    """
    today = today_of(at)
    if position not in POSITION_WORDS:
        raise Invalid(Words("의견의 종류를 고르십시오.", "Choose a position."), "position")
    text = paragraphs(opinion, most=TEXT, field="opinion")
    if position in ("conditional", "disagree") and not text:
        raise Invalid(
            Words("조건이나 부동의 사유를 적으십시오.", "Write the conditions or the reasons."), "opinion"
        )
    designation = _designation(consultation)
    _drop_supplement(consultation, designation, today)
    consultation.replied_on, consultation.position, consultation.opinion = today, position, text
    asked = with_clocks([consultation], today)[0]
    consultation.due_on = asked.clock.due.due_on if asked.clock and asked.clock.due else None
    consultation.save(update_fields=["replied_on", "position", "opinion", "due_on"])
    advance(consultation, "reply", actor=actor, at=at)
    late = _lateness(asked.days_late)
    told = {
        **_ministry(consultation), "position": POSITION_WORDS[position].ko, "position_en": POSITION_WORDS[position].en,
        "lateness": late.ko, "lateness_en": late.en, "days_late": asked.days_late,
    }  # fmt: skip
    record(
        events.CONSULTATION_REPLIED, consultation, actor=actor, at=at, facts=Facts(told, provision="DES-02")
    )
    return consultation


@act(
    may="selection.ask_consultation_supplement",
    records=events.CONSULTATION_SUPPLEMENT_ASKED,
    subject="consultation",
)
def ask_consultation_supplement(
    *, actor: Actor, consultation: Consultation, what: str, wanted_by: date, at: Moment
) -> Consultation:
    """Ask the applicant for a supplement (보완 요구): this ministry's clock and the decision's stand still.

    Raises:
        Invalid: the period ends today or earlier, or nothing is asked for.
        NotLawful: the ministry has replied, or waits for a supplement already.
    """
    today = today_of(at)
    text = needed_text(what, "what")
    refuse_past(wanted_by, today)
    designation = _designation(consultation)
    advance(consultation, "ask_supplement", actor=actor, at=at)
    stop_decision_clock(designation, today)
    Supplement.objects.create(
        designation=designation, consultation=consultation, asked_on=today, wanted_by=wanted_by, what=text
    )
    told = {**_ministry(consultation), **days_told(wanted_by=wanted_by), "what": text}
    record(
        events.CONSULTATION_SUPPLEMENT_ASKED, consultation, actor=actor, at=at,
        facts=Facts(told, provision="DES-02"),
    )  # fmt: skip
    return consultation


@act(
    may="selection.file_consultation_supplement",
    records=events.CONSULTATION_SUPPLEMENT_FILED,
    subject="consultation",
)
def file_consultation_supplement(
    *, actor: Actor, consultation: Consultation, answer: str, at: Moment
) -> Consultation:
    """File what a ministry asked to be supplemented (보완 제출).

    Its clock runs on, and the decision's too when nobody else waits.

    Raises:
        NotLawful: this ministry asked for nothing.
    """
    today = today_of(at)
    text = needed_text(answer, "answer")
    designation = _designation(consultation)
    advance(consultation, "file_supplement", actor=actor, at=at)
    for row in consultation.supplements.filter(filed_on__isnull=True, dropped_on__isnull=True):
        row.answer, row.filed_on = text, today
        row.save(update_fields=["answer", "filed_on"])
    restart_reply_clock(consultation, today)
    restart_decision_clock(designation, today)
    record(
        events.CONSULTATION_SUPPLEMENT_FILED, consultation, actor=actor, at=at,
        facts=Facts(_ministry(consultation), provision="DES-02"),
    )  # fmt: skip
    return consultation


def _notify(
    actor: Actor, designation: Designation, ministry: Organisation, notified_on: date, at: Moment
) -> None:
    """Begin one ministry's case. The day of the application decides how long a reply on a change may take."""
    row = Consultation(
        designation=designation, organisation=ministry, region=designation.region, notified_on=notified_on
    )
    begin(row, at=at)
    applied = PartialDate.parse(designation.applied_on).first
    decided_by = applied if designation.is_addition else None
    law = Law(decided_by=decided_by, counted_from=notified_on)
    advance(row, "notify_change" if designation.is_addition else "notify", actor=actor, at=at, law=law)


def _designation(consultation: Consultation) -> Designation:
    """Lock the designation: its clock turns with the supplements of every ministry."""
    found = locked(Designation, consultation.designation_id)
    consultation.designation = found
    return found


def _drop_supplement(consultation: Consultation, designation: Designation, today: date) -> None:
    """A ministry that replies without waiting for its supplement lets the clocks run on."""
    waiting = consultation.supplements.filter(filed_on__isnull=True, dropped_on__isnull=True)
    if waiting.update(dropped_on=today):
        for rule_id in ("DES-02", "CHG-02.reply"):
            resume(consultation, rule_id, today)
        restart_decision_clock(designation, today)


def _refuse_wrong_day(designation: Designation, notified_on: date, today: date) -> None:
    applied = PartialDate.parse(designation.applied_on).first
    if notified_on > today or (applied and notified_on < applied):
        raise Invalid(
            Words(
                "통보일은 신청일부터 오늘까지의 날이어야 합니다.",
                "The day of notification lies between the application and today.",
            ),
            "notified_on",
        )


def _ministry(consultation: Consultation) -> dict[str, str]:
    words = consultation.organisation.words
    return {"ministry": words.ko, "ministry_en": words.en}


def _lateness(days: int) -> Words:
    if not days:
        return Words("기한 안에 회신했습니다.", "In time.")
    return Words(f"기한 {days}일 지나 회신했습니다.", f"{days} days late.")
