"""Acts on conditions (부가조건): asked with proof, set or dropped, contested and ruled on, proven to be kept, ended (EX-10, EX-11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.files import File

from madang.apps.exemptions.acts.papers import keep_papers
from madang.apps.exemptions.acts.writing import prose, said, today_of
from madang.apps.exemptions.events import conditions as events
from madang.apps.exemptions.models import Condition, ToolReply
from madang.apps.exemptions.models.tools import EXEMPTION
from madang.apps.exemptions.rules import conditions as rules  # noqa: F401 -- rules enter the permissions
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import Law, advance, begin
from madang.core.moments import Moment
from madang.kernel.statutes.rulings.exemptions import PAPERS_FROM
from madang.kernel.words import Words

PROOF_PAPER, EVIDENCE_PAPER = "proof", "evidence"
UPHOLD, CHANGE, DROP = "uphold", "change", "drop"
RULING_WORDS = {
    UPHOLD: Words("조건을 유지함", "Keep the condition"),
    CHANGE: Words("조건을 바꿈", "Change the condition"),
    DROP: Words("조건을 붙이지 않음", "Do not set the condition"),
}
_TEXT = Words("지켜야 할 조건을 적으십시오.", "Write what must be kept.")
_GROUND = Words(
    "안전을 위하여 필요한 까닭과 더 가벼운 조건으로는 안 되는 까닭을 적으십시오.",
    "Write why safety needs it, and why no less would do.",
)
_TEST = Words("조건을 지키는지 확인하는 방법을 적으십시오.", "Write how one sees that it is kept.")
_REASON = Words("판단한 이유를 적으십시오.", "Write the reasons.")
_OBJECTION = Words("이의의 내용과 이유를 적으십시오.", "Write what you object to, and why.")
_FILES = Words("파일을 하나 이상 붙이십시오.", "Attach one file or more.")


@dataclass(frozen=True)
class Wording:
    """A condition: what must be kept, why, how it is tested, and its last day (None: as long as the tool)."""

    text: str
    ground: str
    test: str = ""
    ends_on: date | None = None


@dataclass(frozen=True)
class Ruling:
    """What the Ministry decides on an objection, and why; a change brings the new wording."""

    decision: str
    reasons: str
    wording: Wording | None = None


@act(may="exemptions.ask_condition", records=events.ASKED, subject="reply")
def ask_condition(
    *, actor: Actor, reply: ToolReply, wording: Wording, papers: Sequence[File] = (), at: Moment
) -> Condition:
    """Ask for a condition, with the papers that prove its need and proportion (EX-11; needed since 1 July 2026).

    Raises:
        Invalid: text or ground is missing, a paper cannot be kept, or the examination is over.
    """
    if reply.tool.state != "in_review":
        raise Invalid(
            Words(
                "관계기관의 검토가 끝나 조건을 요구할 수 없습니다.",
                "The ministries' examination is over: no condition can be asked for any more.",
            )
        )
    row = Condition(
        tool=reply.tool, organisation=reply.organisation, region=reply.region, asked_on=today_of(at),
        has_papers=bool(papers),
    )  # fmt: skip
    _word(row, wording, at)
    begin(row, at=at)
    keep_papers(row, PROOF_PAPER, papers, "upload", actor=actor, at=at)
    there = Words("있음", "on file") if papers else Words("없음", "none")
    _record(events.ASKED, row, actor, at, said(ministry=reply.organisation.words, papers=there))
    return row


@act(may="exemptions.file_condition_papers", records=events.PAPERS_FILED, subject="condition")
def file_condition_papers(
    *, actor: Actor, condition: Condition, papers: Sequence[File], at: Moment
) -> Condition:
    """File the papers that prove a condition, before it is decided (EX-11).

    Raises:
        Invalid: no papers, one that cannot be kept, or the condition is decided.
    """
    _refuse_unless(condition, "asked")
    if not papers:
        raise Invalid(_FILES, "upload")
    keep_papers(condition, PROOF_PAPER, papers, "upload", actor=actor, at=at)
    condition.has_papers = True
    condition.version += 1
    condition.save(update_fields=["has_papers", "version"])
    _record(events.PAPERS_FILED, condition, actor, at, said(ministry=condition.organisation.words))
    return condition


@act(may="exemptions.decide_condition", records=events.SET, subject="condition")
def set_condition(*, actor: Actor, condition: Condition, wording: Wording, at: Moment) -> Condition:
    """Set a condition that was asked for, in the words in which it holds (EX-10, EX-11).

    Raises:
        Invalid: it lacks its text, its ground or its test.
        NotLawful: it was asked for since 1 July 2026 without papers that prove it, or is decided.
    """
    today = today_of(at)
    _word(condition, wording, at, is_final=True)
    condition.set_on = today
    facts = {"condition_asked_on": condition.asked_on, "condition_papers_filed": condition.has_papers}
    move = "set" if today >= PAPERS_FROM else "set_early"
    advance(condition, move, actor=actor, at=at, law=Law(facts), also=(*_WORDED, "set_on"))
    _record(events.SET, condition, actor, at)
    return condition


@act(may="exemptions.decide_condition", records=events.DROPPED, subject="condition")
def drop_condition(*, actor: Actor, condition: Condition, ruling: str, at: Moment) -> Condition:
    """Decide not to set a condition that was asked for, with the reasons.

    Raises:
        Invalid: no reasons.
        NotLawful: it is decided.
    """
    _refuse_unless(condition, "asked")
    condition.ruling = prose(ruling, "ruling", needed=_REASON)
    advance(condition, "drop", actor=actor, at=at, also=("ruling",))
    _record(events.DROPPED, condition, actor, at)
    return condition


@act(may="exemptions.keep_condition", records=events.CONTESTED, subject="condition")
def contest_condition(*, actor: Actor, condition: Condition, objection: str, at: Moment) -> Condition:
    """Contest a condition that was set; it holds on until the Ministry has ruled (EX-19).

    Raises:
        Invalid: no objection.
        NotLawful: the condition is not in force, or is contested already.
    """
    condition.objection = prose(objection, "objection", needed=_OBJECTION)
    advance(condition, "contest", actor=actor, at=at, also=("objection",))
    _record(events.CONTESTED, condition, actor, at)
    return condition


@act(
    may="exemptions.decide_condition",
    records=(events.UPHELD, events.CHANGED, events.DROPPED),
    subject="condition",
)
def rule_on_condition(*, actor: Actor, condition: Condition, ruling: Ruling, at: Moment) -> Condition:
    """Rule on an objection: keep the condition, change it, or drop it (EX-19).

    Raises:
        Invalid: no decision or reasons, or the changed condition lacks text, ground or test.
        NotLawful: the condition is not contested.
    """
    if ruling.decision not in RULING_WORDS:
        raise Invalid(Words("판단을 고르십시오.", "Choose a decision."), "decision")
    _refuse_unless(condition, "contested")
    condition.ruling = prose(ruling.reasons, "reasons", needed=_REASON)
    if ruling.decision == CHANGE:
        _word(condition, ruling.wording or Wording("", ""), at, is_final=True)
    advance(condition, ruling.decision, actor=actor, at=at, also=(*_WORDED, "ruling"))
    kind = {UPHOLD: events.UPHELD, CHANGE: events.CHANGED, DROP: events.DROPPED}[ruling.decision]
    _record(kind, condition, actor, at)
    return condition


@act(may="exemptions.keep_condition", records=events.EVIDENCE_FILED, subject="condition")
def file_condition_evidence(
    *, actor: Actor, condition: Condition, files: Sequence[File], at: Moment
) -> Condition:
    """File evidence that a condition is kept, as its test asks for it.

    Raises:
        Invalid: no file, one that cannot be kept, or the condition is not in force.
    """
    _refuse_unless(condition, "set", "contested")
    if not files:
        raise Invalid(_FILES, "upload")
    keep_papers(condition, EVIDENCE_PAPER, files, "upload", actor=actor, at=at)
    _record(events.EVIDENCE_FILED, condition, actor, at)
    return condition


@act(may="exemptions.decide_condition", records=events.ENDED, subject="condition")
def end_condition(*, actor: Actor, condition: Condition, ruling: str, at: Moment) -> Condition:
    """End a condition that need not be kept any longer, with the reasons.

    Raises:
        Invalid: no reasons.
        NotLawful: the condition is not in force.
    """
    condition.ruling, condition.ended_on = prose(ruling, "ruling", needed=_REASON), today_of(at)
    advance(condition, "end", actor=actor, at=at, also=("ruling", "ended_on"))
    _record(events.ENDED, condition, actor, at)
    return condition


_WORDED = ("text", "ground", "test", "ends_on")


def _word(row: Condition, given: Wording, at: Moment, *, is_final: bool = False) -> None:
    """Read the words of a condition; a final one must say how it is tested."""
    row.text = prose(given.text, "text", needed=_TEXT)
    row.ground = prose(given.ground, "ground", needed=_GROUND)
    row.test = prose(given.test, "test", needed=_TEST if is_final else None)
    if given.ends_on is not None and given.ends_on < today_of(at):
        raise Invalid(Words("끝나는 날이 이미 지났습니다.", "The last day is over."), "ends_on")
    row.ends_on = given.ends_on


def _refuse_unless(condition: Condition, *states: str) -> None:
    if condition.state not in states:
        now = condition.state_now.office_words
        raise Invalid(
            Words(
                f"지금은 할 수 없는 처리입니다. 조건의 현재 상태는 ‘{now.ko}’입니다.",
                f"This cannot be done now: the condition is “{now.en}”.",
            )
        )


def _record(
    kind: events.EventKind, row: Condition, actor: Actor, at: Moment, told: dict[str, str] | None = None
) -> None:
    provision = "EX-11" if row.tool.kind == EXEMPTION else "IP-04"
    facts = Facts({"text": str(row), **(told or {})}, provision=provision)
    record(kind, row, actor=actor, at=at, facts=facts)
