"""Follow-up sessions: the Ministry notes what became of each project and closes the session when the sum fits.

Sessions of the record are entered with the numbers that their sources state; what is not stated stays unknown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from madang.apps.exemptions.acts.writing import line, said, today_of
from madang.apps.exemptions.events import follow_ups as events
from madang.apps.exemptions.models import FollowUp, FollowUpOutcome, Project
from madang.apps.exemptions.models.follow_ups import OUTCOME_WORDS, PARTS
from madang.apps.exemptions.rules.follow_ups import WANTED, Tally, agrees, sum_of, tally
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.moments import Moment
from madang.kernel.clocks.spoken import spoken
from madang.kernel.korean import josa
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

NOTE, TITLE, MOST = 300, 160, 1_000


@dataclass(frozen=True)
class NewSession:
    """A session that the Ministry keeps: its day, how many projects it took up, and a note."""

    held_on: date
    total: int
    note: str = ""


@dataclass(frozen=True)
class ReportedSession:
    """A session as sources state it: a partial date, the title, and the numbers by part (see ``PARTS``)."""

    held: PartialDate
    title: Words
    total: int | None = None
    stated: Mapping[str, int] = field(default_factory=dict)
    sitting: str = ""
    note: Words = Words("", "")
    sources: Sequence[str] = ()
    confidence: str = "medium"


@dataclass(frozen=True)
class ReportedResult:
    """What sources say a session made of a project, or of ``count`` projects of a zone that they do not name."""

    zone: Zone
    outcome: str
    project: Project | None = None
    count: int | None = None
    note: Words = Words("", "")
    sources: Sequence[str] = ()


@act(may="exemptions.report_follow_up", records=events.REPORTED)
def report_follow_up(
    *, actor: Actor, session: ReportedSession, results: Sequence[ReportedResult], at: Moment
) -> FollowUp:
    """Enter a session of the record with its numbers, and with the projects and zones that sources name.

    Raises:
        Invalid: the day is taken, an outcome is none, a project is named twice, the stated parts exceed the total, or
            more projects are named for a part than are stated.
    """
    row = FollowUp(
        held_text=session.held.text, title_ko=line(session.title.ko, "title", most=TITLE), title_en=session.title.en,
        sitting=session.sitting, total=session.total, note_ko=session.note.ko[:NOTE], note_en=session.note.en[:NOTE],
        sources=list(session.sources), confidence=session.confidence, is_record=True, **_parts(session.stated),
    )  # fmt: skip
    _refuse_taken(row.held_text)
    rows = [_result(row, result) for result in results]
    _refuse_doubles(rows)
    _refuse_excess(row, tally(row, rows))
    row.save(force_insert=True)
    FollowUpOutcome.objects.bulk_create(rows)
    told = {**said(session=row.title), "total": row.total, **row.stated, "named": len(rows)}
    record(events.REPORTED, row, actor=actor, at=at, facts=Facts(told, sources=tuple(session.sources)))
    return row


@act(may="exemptions.keep_follow_up", records=events.OPENED)
def open_follow_up(*, actor: Actor, session: NewSession, at: Moment) -> FollowUp:
    """Open a session: from now on outcomes are noted, until it is closed. Nobody else sees it before.

    Raises:
        Invalid: the day lies ahead or is taken, or the number of projects is none.
    """
    if session.held_on > today_of(at):
        words = Words("회의일은 오늘보다 늦을 수 없습니다.", "The session cannot lie after today.")
        raise Invalid(words, "held_on")
    if not 1 <= session.total <= MOST:
        words = Words(
            f"대상 과제 수를 1에서 {MOST:,} 사이로 적으십시오.",
            f"Write how many projects it took up, from 1 to {MOST:,}.",
        )
        raise Invalid(words, "total")
    held = session.held_on.isoformat()
    _refuse_taken(held)
    day = spoken(session.held_on)
    note = line(session.note, "note", most=NOTE, needed=False)
    row = FollowUp.objects.create(
        held_text=held, title_ko=f"{day.ko} 후속조치 회의", title_en=f"Follow-up session of {day.en}",
        total=session.total, note_ko=note,
    )  # fmt: skip
    record(events.OPENED, row, actor=actor, at=at, facts=Facts({"total": row.total}))
    return row


@act(may="exemptions.keep_follow_up", records=events.OUTCOME_NOTED, subject="follow_up")
def note_follow_up_outcome(
    *, actor: Actor, follow_up: FollowUp, project: Project, outcome: str, at: Moment
) -> FollowUp:
    """Note what the session made of a project; its tools must stand there already (연장 needs an extended tool …).

    Raises:
        Invalid: the session is closed, the project has an outcome in it, or its tools stand elsewhere.
    """
    _refuse_closed(follow_up)
    if outcome not in OUTCOME_WORDS:
        raise Invalid(Words("결과를 고르십시오.", "Choose an outcome."), "outcome")
    earlier = follow_up.outcomes.filter(project=project).first()
    if earlier is not None:
        raise Invalid(_twice(project, earlier.outcome_words), "project")
    _refuse_disagreement(project, outcome)
    FollowUpOutcome.objects.create(
        follow_up=follow_up, zone_id=project.zone_id, project=project, outcome=outcome
    )
    _touch(follow_up)
    told = {"project": project.title_public, **said(outcome=OUTCOME_WORDS[outcome])}
    record(events.OUTCOME_NOTED, follow_up, actor=actor, at=at, facts=Facts(told))
    return follow_up


@act(may="exemptions.keep_follow_up", records=events.OUTCOME_WITHDRAWN, subject="follow_up")
def withdraw_follow_up_outcome(
    *, actor: Actor, follow_up: FollowUp, result: FollowUpOutcome, at: Moment
) -> FollowUp:
    """Take back an outcome that was noted by mistake, before the session is closed.

    Raises:
        Invalid: the session is closed, or the outcome is not one of its own.
    """
    _refuse_closed(follow_up)
    own = follow_up.outcomes.filter(pk=result.pk).select_related("project").first()
    if own is None or own.project is None:
        words = Words(
            "이미 지워졌거나 이 회의의 결과가 아닙니다.",
            "It was taken back already, or is of another session.",
        )
        raise Invalid(words, "result")
    own.delete()
    _touch(follow_up)
    told = {"project": own.project.title_public, **said(outcome=own.outcome_words)}
    record(events.OUTCOME_WITHDRAWN, follow_up, actor=actor, at=at, facts=Facts(told))
    return follow_up


@act(may="exemptions.keep_follow_up", records=events.CLOSED, subject="follow_up")
def close_follow_up(*, actor: Actor, follow_up: FollowUp, at: Moment) -> FollowUp:
    """Close a session: every project of the total has its one outcome, and every tool still stands there.

    Raises:
        Invalid: it is closed already, the outcomes do not add up to the total, or a tool has moved on since.
    """
    _refuse_closed(follow_up)
    rows = list(follow_up.outcomes.select_related("project").prefetch_related("project__tools"))
    count = tally(follow_up, rows)
    if not count.fits:
        raise Invalid(does_not_fit(count))
    for row in rows:
        if row.project is not None:
            _refuse_disagreement(row.project, row.outcome)
    follow_up.closed_on = today_of(at)
    for part in PARTS:
        setattr(follow_up, part, count.noted.get(part, 0))
    follow_up.version += 1
    follow_up.save()
    told = {**said(sum=count.sum), "total": follow_up.total, **count.noted}
    record(events.CLOSED, follow_up, actor=actor, at=at, facts=Facts(told))
    return follow_up


def does_not_fit(count: Tally) -> Words:
    """Return the sentence that says by how much the outcomes miss the total, with the sum."""
    missing, total = count.missing or 0, count.total
    if missing > 0:
        ko, en = f"{missing}건의 결과가 더 필요합니다", f"{missing} more must be noted"
    else:
        ko, en = f"{-missing}건이 더 많습니다", f"{-missing} too many are noted"
    return Words(
        f"결과의 합이 대상 과제 수와 맞지 않습니다. 대상은 {total}건, 적힌 결과는 {count.sum.ko}입니다. {ko}.",
        f"The outcomes do not add up to the total. It took up {total}; noted are {count.sum.en}: {en}.",
    )


def _parts(stated: Mapping[str, int]) -> dict[str, int]:
    if not set(stated) <= set(PARTS):
        raise Invalid(
            Words("결과별 수의 이름이 잘못되었습니다.", "A part of the sum has a wrong name."), "stated"
        )
    return dict(stated)


def _result(row: FollowUp, result: ReportedResult) -> FollowUpOutcome:
    if result.outcome not in OUTCOME_WORDS:
        raise Invalid(Words("결과를 고르십시오.", "Choose an outcome."), "results")
    return FollowUpOutcome(
        follow_up=row, zone=result.zone, project=result.project, outcome=result.outcome, count=result.count,
        note_ko=result.note.ko[:NOTE], note_en=result.note.en[:NOTE], sources=list(result.sources),
    )  # fmt: skip


def _refuse_taken(held: str) -> None:
    if FollowUp.objects.filter(held_text=held).exists():
        words = Words(
            "그날의 후속조치 회의가 이미 있습니다.", "There is a follow-up session of that day already."
        )
        raise Invalid(words, "held_on")


def _refuse_doubles(rows: Sequence[FollowUpOutcome]) -> None:
    seen: dict[object, FollowUpOutcome] = {}
    for row in rows:
        earlier = seen.setdefault(row.project_id, row) if row.project is not None else row
        if earlier is not row and row.project is not None:
            raise Invalid(_twice(row.project, earlier.outcome_words), "results")


def _twice(project: Project, earlier: Words) -> Words:
    name = project.title_public
    return Words(
        f"{josa(f'‘{name}’', '은/는')} 이 회의에 이미 결과가 있습니다({earlier.ko}). 한 회의에서 한 과제의 결과는 하나입니다.",
        f"“{name}” has an outcome in this session ({earlier.en}). A project has one outcome a session.",
    )


def _refuse_excess(row: FollowUp, count: Tally) -> None:
    """What is stated or named may fall short of the total, for sources rarely name all; it cannot exceed it."""
    parts = sum(row.stated.values())
    if row.total is not None and max(parts, count.count) > row.total:
        told = sum_of(parts, row.stated) if parts > row.total else count.sum
        raise Invalid(
            Words(
                f"결과의 합이 대상 과제 수({row.total}건)보다 많습니다: {told.ko}.",
                f"The outcomes exceed the total of {row.total}: {told.en}.",
            ),
            "stated",
        )
    over = [part for part, number in row.stated.items() if count.noted.get(part, 0) > number]
    if over:
        raise Invalid(
            Words(
                f"이름이 나온 과제가 공표된 수보다 많습니다: {count.sum.ko}.",
                f"More projects are named than were stated: {count.sum.en}.",
            ),
            "results",
        )


def _refuse_closed(follow_up: FollowUp) -> None:
    if follow_up.is_public:
        words = Words(
            "확정된 회의의 결과는 고칠 수 없습니다.", "The outcomes of a closed session cannot be changed."
        )
        raise Invalid(words)


def _refuse_disagreement(project: Project, outcome: str) -> None:
    if agrees(outcome, project.tools.all()):
        return
    word, wanted = OUTCOME_WORDS[outcome], WANTED[outcome]
    raise Invalid(
        Words(
            f"‘{project.title_public}’의 결과를 {josa(f'‘{word.ko}’', '으로/로')} 적으려면 {josa(wanted.ko, '이/가')} 있어야 합니다. "
            "특례의 처리를 먼저 기록한 뒤 다시 적으십시오.",
            f"To note “{project.title_public}” as “{word.en}”, there must be {wanted.en}. "
            "Record the step of the tool first, then note the outcome.",
        ),
        "outcome",
    )


def _touch(follow_up: FollowUp) -> None:
    follow_up.version += 1
    follow_up.save(update_fields=["version"])
