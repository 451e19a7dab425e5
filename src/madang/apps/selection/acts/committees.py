"""Acts that run a sitting: convene, enrol, open with the frozen roster, exclude a member, close (ZC-04 to ZC-07, DC-06)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from madang.apps.accounts.models import Person
from madang.apps.selection.acts.lawful import today_of
from madang.apps.selection.events import committees as events
from madang.apps.selection.models import Body, BodyMember, Item, Recusal, Sitting
from madang.apps.selection.queries.committees import items_of, members_on, tally_of
from madang.apps.selection.rules.committees import BODY_WORDS, GROUND_WORDS, NOTICE_RULE, SLUGS
from madang.apps.selection.rules.rosters import SIZE_RULE, Term, challenge_answers, size_answer, term_answers
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.locks import locked
from madang.core.moments import Moment, instant_of
from madang.core.written import one_line
from madang.kernel.clocks.spoken import spoken
from madang.kernel.partial_dates import UNKNOWN_DATE, PartialDate
from madang.kernel.statutes.answers import Answer, Status
from madang.kernel.statutes.due import due_date
from madang.kernel.words import Words


@dataclass(frozen=True)
class Convening:
    """The notice of a sitting: body by key, title, day (as known), when the notice went out, urgent or in writing."""

    body: str
    title_ko: str
    title_en: str
    held_on: PartialDate
    notice_on: date | None = None
    is_urgent: bool = False
    is_written: bool | None = False
    place: str = ""
    number: int | None = None
    ended_on: PartialDate = UNKNOWN_DATE
    chair_name: str = ""


@dataclass(frozen=True)
class NewMember:
    """A member to enrol: names, role, affiliation (and its end) on which exclusion is decided, days of the term.

    ``is_appointed`` says whether the member is appointed for a term (위촉) or sits by office (당연직); None: not known.
    """

    name_ko: str
    starts_on: date
    name_en: str = ""
    role_ko: str = ""
    affiliation: str = ""
    affiliation_until: date | None = None
    is_chair: bool = False
    ends_before: date | None = None
    person: Person | None = None
    is_appointed: bool | None = None


@dataclass(frozen=True)
class Challenge:
    """The committee's vote on a challenge (기피): members present without the challenged one, and votes for it."""

    present: int
    yes: int


class NoticeTooLate(Invalid):
    """The notice went out later than the decree allows, and the sitting is not urgent."""


@act(may="selection.convene_sitting", records=events.SITTING_CONVENED)
def convene_sitting(*, actor: Actor, convening: Convening, at: Moment) -> Sitting:
    """Convene a sitting (회의 소집): seven days' notice, or the recorded urgency (ZC-04, DC-06).

    Raises:
        NoticeTooLate: the sentence names the latest day of the notice.
        Invalid: the body is unknown, or a live sitting has no exact day or no day of notice.
    """
    if convening.body not in BODY_WORDS:
        raise Invalid(Words("그런 위원회가 없습니다.", "There is no such committee."), "body")
    if not actor.is_history:
        _refuse_late_notice(convening)
    sitting = Sitting.objects.create(
        body=_body(convening.body), slug=_free_slug(convening), number=convening.number,
        title_ko=one_line(convening.title_ko, most=120, field="title_ko"),
        title_en=one_line(convening.title_en, most=160, field="title_en"), held_on=convening.held_on.text,
        ended_on=convening.ended_on.text, notice_on=convening.notice_on, is_urgent=convening.is_urgent,
        is_written=convening.is_written, place=one_line(convening.place, most=160, field="place", needed=False),
        chair_name=one_line(convening.chair_name, most=80, field="chair_name", needed=False),
        is_record=actor.is_history,
    )  # fmt: skip
    told = {
        "title": sitting.title_ko, "title_en": sitting.title_en, "held_on": sitting.held_on,
        "notice_on": sitting.notice_on, "is_urgent": sitting.is_urgent,
    }  # fmt: skip
    provision = NOTICE_RULE[convening.body]
    record(events.SITTING_CONVENED, sitting, actor=actor, at=at, facts=Facts(told, provision=provision))
    return sitting


@act(may="selection.enrol_member", records=events.MEMBER_ENROLLED)
def enrol_member(*, actor: Actor, body: str, member: NewMember, at: Moment) -> BodyMember:
    """Enrol a member in a body for some days (위원 등록): size of the body (ZC-01, DC-02) and term (ZC-02, DC-04).

    What the statute answers is kept with the event; an answer that stays open for want of a fact hinders nobody.

    Raises:
        Invalid: the body is unknown, the term ends before it begins, the person sits in it already, the body
            would be larger than the law of a day allows, or an appointed member's term longer.
    """
    if body not in BODY_WORDS:
        raise Invalid(Words("그런 위원회가 없습니다.", "There is no such committee."), "body")
    if member.ends_before and member.ends_before <= member.starts_on:
        raise Invalid(
            Words("임기의 끝이 시작보다 앞섭니다.", "The term ends before it begins."), "ends_before"
        )
    row = _body(body)
    if member.person and members_on(row, member.starts_on).filter(person=member.person).exists():
        raise Invalid(Words("이미 등록된 위원입니다.", "This person is a member already."), "person")
    answers = _roster_answers(row, member, refuses=not actor.is_history)
    name = one_line(member.name_ko, most=80, field="name_ko")
    enrolled = BodyMember.objects.create(
        body=row, person=member.person, name_ko=name,
        name_en=one_line(member.name_en, most=80, field="name_en", needed=False) or name,
        role_ko=one_line(member.role_ko, most=80, field="role_ko", needed=False),
        affiliation=one_line(member.affiliation, most=120, field="affiliation", needed=False),
        affiliation_until=member.affiliation_until, is_chair=member.is_chair, starts_on=member.starts_on,
        ends_before=member.ends_before,
    )  # fmt: skip
    words = BODY_WORDS[body]
    told = {
        "name": name, "body": words.ko, "body_en": words.en, "starts_on": member.starts_on,
        "is_appointed": member.is_appointed, "answers": [answer.to_json() for answer in answers],
    }  # fmt: skip
    facts = Facts(told, provision=SIZE_RULE[body])
    record(events.MEMBER_ENROLLED, enrolled, actor=actor, at=at, facts=facts)
    return enrolled


@act(may="selection.open_sitting", records=events.SITTING_OPENED, subject="sitting")
def open_sitting(*, actor: Actor, sitting: Sitting, present: Sequence[BodyMember], at: Moment) -> Sitting:
    """Open a sitting (개의): the roster and the number of enrolled members are frozen from here on.

    Raises:
        Invalid: it is open or closed already or known from the record, its day has not come, nobody is enrolled, or
            somebody is no member.
    """
    today = today_of(at)
    if sitting.is_record:
        raise Invalid(_OVER)
    if sitting.opened_at is not None:
        raise Invalid(_OPENED)
    day = PartialDate.parse(sitting.held_on).first
    if day and today < day:
        raise Invalid(
            Words(f"회의는 {spoken(day).ko}에 열립니다.", f"The sitting is on {spoken(day).en}, not before.")
        )
    enrolled = {member.pk for member in members_on(sitting.body, today)}
    if not enrolled or any(member.pk not in enrolled for member in present):
        raise Invalid(
            Words("재적위원만 출석할 수 있습니다.", "Only enrolled members can be present."), "present"
        )
    sitting.enrolled, sitting.opened_at = len(enrolled), instant_of(at)
    _save(sitting, "enrolled", "opened_at")
    sitting.present.set(present)
    told = {"enrolled": sitting.enrolled, "present": sitting.present.count()}
    record(events.SITTING_OPENED, sitting, actor=actor, at=at, facts=Facts(told, provision="ZC-05"))
    return sitting


@act(may="selection.recuse_member", records=events.MEMBER_RECUSED, subject="item")
def recuse_member(
    *,
    actor: Actor,
    item: Item,
    member: BodyMember,
    ground: str,
    challenge: Challenge | None = None,
    at: Moment,
) -> Item:
    """Exclude a member from an item: exclusion, challenge or withdrawal (제척·기피·회피, COI-01, COI-02).

    A challenge is decided by the committee without the member; its counts are needed for that ground alone.

    Raises:
        Invalid: the ground is unknown, the item is decided, the member is of another body or has voted already,
            or a challenge has no counts or was not carried.
    """
    if ground not in GROUND_WORDS:
        raise Invalid(Words("제척 사유가 아닙니다.", "This is no ground of exclusion."), "ground")
    item.sitting = locked(Sitting, item.sitting_id)
    if item.outcome or item.sitting.closed_at:
        raise Invalid(Words("이미 끝난 안건입니다.", "This item is closed."))
    if member.body_id != item.sitting.body_id:
        raise Invalid(Words("이 위원회의 위원이 아닙니다.", "Not a member of this body."), "member")
    if item.ballots.filter(member=member).exists():
        raise Invalid(Words("이미 투표한 위원입니다.", "This member has voted already."), "member")
    if item.recusals.filter(member=member).exists():
        raise Invalid(Words("이미 안건에서 제외한 위원입니다.", "This member is excluded already."), "member")
    decided: dict[str, object] = {}
    if ground == "challenged":
        decided = _decide_challenge(actor, item, member, challenge, at)
    Recusal.objects.create(item=item, member=member, ground=ground)
    words = GROUND_WORDS[ground]
    told = {
        "name": member.name_ko,
        "ground": words.ko,
        "ground_en": words.en,
        "item": str(item.pk),
        **decided,
    }
    facts = Facts(told, provision="COI-02" if decided else "COI-01")
    record(events.MEMBER_RECUSED, item.sitting, actor=actor, at=at, facts=facts)
    return item


@act(may="selection.close_sitting", records=events.SITTING_CLOSED, subject="sitting")
def close_sitting(*, actor: Actor, sitting: Sitting, withheld_reason: str = "", at: Moment) -> Sitting:
    """Close a sitting (폐회). Items without a decision stay undecided; the result is public unless withheld (ZC-07).

    Raises:
        Invalid: it was never opened, or is closed already.
    """
    if sitting.opened_at is None or sitting.closed_at is not None:
        raise Invalid(Words("열려 있는 회의가 아닙니다.", "This sitting is not open."))
    today = today_of(at)
    for item in items_of(sitting).filter(outcome=""):
        item.outcome = "not_reached" if tally_of(item, today).has_quorum else "no_quorum"
        item.save(update_fields=["outcome"])
    sitting.closed_at = instant_of(at)
    sitting.withheld_reason = one_line(withheld_reason, most=200, field="withheld_reason", needed=False)
    _save(sitting, "closed_at", "withheld_reason")
    told = {"title": sitting.title_ko, "title_en": sitting.title_en, "withheld": sitting.withheld_reason}
    record(events.SITTING_CLOSED, sitting, actor=actor, at=at, facts=Facts(told, provision="ZC-07"))
    return sitting


_OVER = Words(
    "기록으로 옮겨 온 지난 회의여서 다시 열 수 없습니다.",
    "This sitting is over and known from the record: it cannot be opened again.",
)
_OPENED = Words(
    "이미 개의한 회의입니다. 재적과 출석은 개의할 때 확정되어 바뀌지 않습니다.",
    "The sitting is open already. Enrolment and presence were frozen then and do not change.",
)


def _roster_answers(body: Body, member: NewMember, *, refuses: bool) -> list[Answer]:
    """Ask size and term of the law; live, what is breached is refused with the rule's sentence."""
    terms = [Term(*days) for days in body.members.values_list("starts_on", "ends_before")]
    own = Term(member.starts_on, member.ends_before)
    size = size_answer(body.key, terms, own)
    earlier = body.members.filter(person=member.person) if member.person else body.members.none()
    held = [Term(*days) for days in earlier.values_list("starts_on", "ends_before")]
    asked = [] if member.is_appointed is False else term_answers(body.key, own, held, member.is_appointed)
    found = [("", size), *(("ends_before", answer) for answer in asked)]
    for field, answer in found:
        if refuses and answer and answer.status is Status.BREACHED:
            raise Invalid(
                _unlawful(Words("등록할 수 없습니다.", "The member cannot be enrolled:"), answer), field
            )
    return [answer for _, answer in found if answer]


def _decide_challenge(
    actor: Actor, item: Item, member: BodyMember, challenge: Challenge | None, at: Moment
) -> dict[str, object]:
    """Return the vote on a challenge and what the statute says of it, as the event keeps them (COI-02)."""
    tally = tally_of(item, today_of(at))
    others = sum(1 for each in tally.present if each.pk != member.pk)
    _refuse_counts(actor, challenge, tally.enrolled)
    counts = (challenge.present, challenge.yes) if challenge else None
    vote, answer = challenge_answers(tally.body, tally.enrolled, counts, others, tally.on)
    if not actor.is_history and not answer.is_satisfied:
        lost = vote if vote and not vote.is_satisfied else answer
        raise Invalid(
            _unlawful(Words("기피로 제척할 수 없습니다.", "The challenge does not stand:"), lost),
            "challenge_yes",
        )
    told: dict[str, object] = {"answer": answer.to_json(), "vote": vote.to_json() if vote else None}
    return {**told, "present": counts[0], "yes": counts[1]} if counts else told


def _refuse_counts(actor: Actor, challenge: Challenge | None, enrolled: int) -> None:
    if challenge is None:
        if not actor.is_history:
            raise Invalid(_COUNTS_NEEDED, "challenge_present")
    elif not 0 <= challenge.yes <= challenge.present <= enrolled:
        raise Invalid(
            Words(
                "찬성은 출석보다, 출석은 재적보다 많을 수 없습니다. 수를 다시 확인하십시오.",
                "Votes in favour cannot exceed those present, nor those present the enrolled. Check the numbers.",
            ),
            "challenge_yes",
        )


def _unlawful(words: Words, answer: Answer) -> Words:
    """Return a refusal with the rule's sentence and where it stands."""
    cited = answer.citation.words
    return Words(
        f"{words.ko} {answer.sentence.ko}({cited.ko})", f"{words.en} {answer.sentence.en} ({cited.en})"
    )


_COUNTS_NEEDED = Words(
    "기피는 그 위원을 빼고 위원회가 의결합니다. 그 의결의 출석위원 수와 찬성 수를 적으십시오.",
    "The committee votes on a challenge without that member. Give how many were present and how many agreed.",
)


def _save(sitting: Sitting, *fields: str) -> None:
    sitting.version += 1
    sitting.save(update_fields=[*fields, "version"])


def _body(key: str) -> Body:
    words = BODY_WORDS[key]
    return Body.objects.get_or_create(key=key, defaults={"name_ko": words.ko, "name_en": words.en})[0]


def _free_slug(convening: Convening) -> str:
    """Return an address for the sitting: by number, else by day; a running number when it is taken."""
    prefix = SLUGS[convening.body]
    stem = (
        f"{prefix}-{convening.number}"
        if convening.number
        else f"{prefix}-{convening.held_on.text or 'undated'}"
    )
    taken = set(Sitting.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    wanted = (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3)))
    return next(slug for slug in wanted if slug not in taken)


def _refuse_late_notice(convening: Convening) -> None:
    day = convening.held_on.first
    if day is None or not convening.held_on.is_exact:
        raise Invalid(Words("회의 날짜를 적으십시오.", "Give the day of the sitting."), "held_on")
    if convening.notice_on is None:
        raise Invalid(Words("소집을 통지한 날을 적으십시오.", "Give the day of the notice."), "notice_on")
    if convening.notice_on > day:
        raise Invalid(Words("통지가 회의보다 뒤입니다.", "The notice lies after the sitting."), "notice_on")
    latest = due_date(NOTICE_RULE[convening.body], start=day)
    if convening.notice_on > latest.due_on and not convening.is_urgent:
        said = spoken(latest.due_on)
        raise NoticeTooLate(
            Words(
                f"소집 통지가 늦었습니다. {said.ko}까지 알려야 하며, 긴급한 회의라면 긴급으로 기록하십시오"
                f"({latest.citation.words.ko}).",
                f"The notice is too late: it goes out by {said.en}. If the sitting is urgent, record it as urgent"
                f" ({latest.citation.words.en}).",
            ),
            "notice_on",
        )
