"""Acts of the public part: notice and inspection of the plan, hearing, opinions and their answers (PLN-05 to PLN-09)."""

from dataclasses import dataclass
from datetime import date

from madang.apps.selection.acts.lawful import days_told, today_of
from madang.apps.selection.events import designation as events
from madang.apps.selection.models import Designation, Hearing, Opinion, PublicNotice
from madang.apps.selection.queries.law_facts import facts_of
from madang.apps.selection.rules.designation import inspection_days, takes_opinions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance
from madang.core.moments import Moment, instant_of
from madang.core.written import one_line, paragraphs
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes import facts as law
from madang.kernel.statutes.due import DueDate, due_date
from madang.kernel.statutes.rulings.plans import inspection_window
from madang.kernel.words import Words

OPINION = 5_000


@dataclass(frozen=True)
class Notice:
    """A public notice: its days, medium, place of inspection, and the other law under which it was given, if any."""

    starts_on: date
    ends_on: date
    medium: str
    place: str
    other_law: str = ""


@dataclass(frozen=True)
class HearingNotice:
    """The announcement of a hearing: when it was made, when and where the hearing is, its purpose and outline."""

    announced_on: date
    held_on: date
    place: str
    purpose: str
    outline: str


class TooShort(Invalid):
    """The notice is shorter than the law wants."""


class OutsideWindow(Invalid):
    """Opinions are taken during the inspection only."""


@act(may="selection.give_notice", records=events.NOTICE_GIVEN, subject="designation")
def give_notice(*, actor: Actor, designation: Designation, notice: Notice, at: Moment) -> Designation:
    """Give public notice of the plan (공고, PLN-05); the inspection window follows from it (PLN-06).

    Raises:
        TooShort: the notice ends before its statutory length; the sentence names the earliest end.
        NotLawful: prior consultation (PLN-03) or the name (PLN-04) is not in order.
    """
    today = today_of(at)
    least = least_notice(designation, notice.starts_on, notice.ends_on)
    if not notice.other_law and notice.ends_on < least.due_on:
        raise TooShort(_too_short(least), "ends_on")
    if notice.ends_on <= notice.starts_on:
        raise Invalid(
            Words("끝나는 날이 시작하는 날보다 뒤여야 합니다.", "The end must come after the start."),
            "ends_on",
        )
    first, last = inspection_of(designation, notice)
    PublicNotice.objects.create(
        designation=designation, starts_on=notice.starts_on, ends_on=notice.ends_on, inspection_from=first,
        inspection_until=last, medium=one_line(notice.medium, most=120, field="medium"),
        place=one_line(notice.place, most=160, field="place"),
        other_law=one_line(notice.other_law, most=160, field="other_law", needed=False),
    )  # fmt: skip
    advance(designation, "give_notice", actor=actor, at=at, law=Law(facts_of(designation), decided_by=today))
    told = {**days_told(starts_on=notice.starts_on, ends_on=notice.ends_on), "other_law": notice.other_law}
    provision = "CHG-02" if designation.is_addition else "PLN-05"
    record(events.NOTICE_GIVEN, designation, actor=actor, at=at, facts=Facts(told, provision=provision))
    return designation


def least_notice(designation: Designation, starts_on: date, ends_on: date) -> DueDate:
    """Return the earliest lawful end of a notice. For a change the day of its application decides on the length:
    it can be filed on the day after the end at the earliest."""
    if not designation.is_addition:
        return due_date("PLN-05", start=starts_on)
    return due_date("CHG-02", start=starts_on, on=max(starts_on, ends_on) + date.resolution)


def inspection_of(designation: Designation, notice: Notice) -> tuple[date | None, date | None]:
    """Return the inspection window; unknown for a change and for a notice under another law, where none is stated."""
    if designation.is_addition or notice.other_law:
        return None, None
    first, last = inspection_window(law.Facts({"notice_started_on": notice.starts_on}, notice.starts_on))
    return first, max(last, notice.ends_on)


@act(may="selection.announce_hearing", records=events.HEARING_ANNOUNCED, subject="designation")
def announce_hearing(
    *, actor: Actor, designation: Designation, hearing: HearingNotice, at: Moment
) -> Designation:
    """Announce a hearing with its purpose, time, place and outline (공청회 공고, PLN-08).

    Raises:
        Invalid: the hearing lies before its announcement.
        NotLawful: it was announced too late, or the plan is not on notice.
    """
    if hearing.held_on < hearing.announced_on:
        raise Invalid(
            Words("공청회가 공고일보다 앞섭니다.", "The hearing lies before its announcement."), "held_on"
        )
    facts = {"hearing_on": hearing.held_on, "hearing_announced_on": hearing.announced_on}
    advance(
        designation, "announce_hearing", actor=actor, at=at, law=Law(facts, decided_by=hearing.announced_on)
    )
    row = Hearing.objects.create(
        designation=designation, announced_on=hearing.announced_on, held_on=hearing.held_on,
        purpose=one_line(hearing.purpose, most=200, field="purpose"),
        place=one_line(hearing.place, most=160, field="place"),
        outline=paragraphs(hearing.outline, most=OPINION, field="outline"),
    )  # fmt: skip
    told = {**days_told(held_on=row.held_on), "place": row.place, "announced_on": row.announced_on}
    record(events.HEARING_ANNOUNCED, designation, actor=actor, at=at, facts=Facts(told, provision="PLN-08"))
    return designation


@act(may="selection.record_hearing", records=events.HEARING_RECORDED, subject="designation")
def record_hearing_result(
    *, actor: Actor, designation: Designation, hearing: Hearing, result: str, at: Moment
) -> Designation:
    """Record what was said at a hearing (공청회 결과).

    Raises:
        Invalid: the hearing has not been held yet, or belongs to another candidate.
    """
    if hearing.designation_id != designation.pk or hearing.held_on > today_of(at):
        raise Invalid(
            Words("아직 열리지 않은 공청회입니다.", "This hearing has not been held yet."), "result"
        )
    hearing.result = paragraphs(result, most=OPINION, field="result")
    if not hearing.result:
        raise Invalid(
            Words("공청회에서 나온 의견을 적으십시오.", "Write what was said at the hearing."), "result"
        )
    hearing.save(update_fields=["result"])
    told = days_told(held_on=hearing.held_on)
    record(events.HEARING_RECORDED, designation, actor=actor, at=at, facts=Facts(told, provision="PLN-08"))
    return designation


@act(may="selection.submit_opinion", records=events.OPINION_SUBMITTED, subject="designation")
def submit_opinion(*, actor: Actor, designation: Designation, author: str, text: str, at: Moment) -> Opinion:
    """Take an opinion on the noticed plan, from anybody, inside the inspection window by its Korean day (PLN-07).

    Raises:
        OutsideWindow: before or after the window, or nothing is on notice; the sentence names the days.
        Invalid: name or text is empty or too long.
    """
    instant = instant_of(at)
    notice = PublicNotice.objects.filter(designation=designation).first()
    if designation.state != "noticed" or instant is None or not takes_opinions(notice, instant):
        raise OutsideWindow(_when_open(notice))
    written = paragraphs(text, most=OPINION, field="text")
    if not written:
        raise Invalid(Words("의견을 적으십시오.", "Write your opinion."), "text")
    row = Opinion.objects.create(
        designation=designation, region=designation.region, author=one_line(author, most=80, field="author"),
        text=written, received_at=instant,
    )  # fmt: skip
    told = {"opinion": str(row.pk)}
    record(events.OPINION_SUBMITTED, designation, actor=actor, at=at, facts=Facts(told, provision="PLN-07"))
    return row


@act(may="selection.answer_opinion", records=events.OPINION_ANSWERED, subject="opinion")
def answer_opinion(*, actor: Actor, opinion: Opinion, is_reflected: bool, answer: str, at: Moment) -> Opinion:
    """Decide on an opinion: reflected in the plan, or not and why (의견 반영, PLN-07).

    Raises:
        Invalid: not reflected and no reason given, or the application has been filed.
    """
    if opinion.designation.state != "noticed":
        raise Invalid(Words("신청한 뒤에는 바꿀 수 없습니다.", "Nothing changes after the application."))
    text = paragraphs(answer, most=OPINION, field="answer")
    if not is_reflected and not text:
        raise Invalid(
            Words("반영하지 않는 사유를 적으십시오.", "Say why the opinion is not reflected."), "answer"
        )
    before = {"is_reflected": opinion.is_reflected}
    opinion.answer, opinion.is_reflected, opinion.answered_at = text, is_reflected, instant_of(at)
    opinion.save(update_fields=["answer", "is_reflected", "answered_at"])
    words = Words("반영", "reflected") if is_reflected else Words("미반영", "not reflected")
    told = {"opinion": str(opinion.pk), "decision": words.ko, "decision_en": words.en}
    record(
        events.OPINION_ANSWERED, opinion.designation, actor=actor, at=at,
        facts=Facts(told, before=before, provision="PLN-07"),
    )  # fmt: skip
    return opinion


def _too_short(least: DueDate) -> Words:
    end = spoken(least.due_on)
    article = least.citation.words
    return Words(
        f"공고 기간이 법에서 정한 기간보다 짧습니다. 이 시작일이라면 {end.ko} 이후에 끝나야 합니다({article.ko}).",
        f"The notice is shorter than the law wants: from this start it ends on {end.en} or later ({article.en}).",
    )


def _when_open(notice: PublicNotice | None) -> Words:
    if notice is None:
        return Words("공고 중인 계획안이 없습니다.", "No plan is on public notice.")
    first, last = (spoken(day) for day in inspection_days(notice))
    return Words(
        f"의견은 열람 기간인 {first.ko}부터 {last.ko}까지 받습니다. 저장하지 않았습니다.",
        f"Opinions are taken from {first.en} to {last.en}, while the plan is open for inspection. Nothing was saved.",
    )
