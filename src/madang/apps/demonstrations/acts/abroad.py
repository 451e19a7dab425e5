"""Acts on tracks abroad: opened for a zone or a project, steps planned and done, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.files import File

from madang.apps.demonstrations.acts.checking import changed, chosen, keep_files, next_number, not_to_come
from madang.apps.demonstrations.events import abroad as events
from madang.apps.demonstrations.models import Partner, Track, TrackStep
from madang.apps.demonstrations.models.abroad import OUTCOME_WORDS, STEP_WORDS, TRACK_WORDS
from madang.apps.demonstrations.models.countries import COUNTRY_WORDS
from madang.apps.demonstrations.rules import abroad as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.exemptions.acts.writing import line, prose, said
from madang.apps.exemptions.models import Project
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.duties import close_duties
from madang.core.locks import locked
from madang.core.moments import Moment
from madang.kernel.words import Words

MOST_STEPS = 40
_RESULT = Words("무엇을 이루었는지 적으십시오.", "Write what came of it.")
_STANDARD = Words(
    "받으려는 인증이나 기준의 이름을 적으십시오(예: CE, FDA 510(k)).",
    "Write the name of the certificate or standard, such as CE or FDA 510(k).",
)


@dataclass(frozen=True)
class TrackDraft:
    """A way abroad: what kind, where, with whom, under which standard as people write its name."""

    kind: str
    name: str
    country: str
    partner: Partner | None = None
    standard: str = ""
    goal: str = ""


@dataclass(frozen=True)
class StepDraft:
    """A step in its order: its kind, a name of its own if it has one, the day planned for it if it is known."""

    kind: str
    name: str = ""
    planned_on: date | None = None


@act(may="demonstrations.begin_zone_track", records=events.BEGUN, subject="zone")
def begin_zone_track(*, actor: Actor, zone: Zone, track: TrackDraft, at: Moment) -> Track:
    """Open a track abroad for a zone: a demonstration, a certification or joint research.

    Raises:
        Invalid: no such kind or country, no name, a partner of another zone, or a certification without its standard.
    """
    return _begun(actor, Track(zone=zone), track, at)


@act(may="demonstrations.begin_project_track", records=events.BEGUN, subject="project")
def begin_project_track(*, actor: Actor, project: Project, track: TrackDraft, at: Moment) -> Track:
    """Open a track abroad for a project of one's own firm.

    Raises:
        Invalid: as for a zone.
    """
    return _begun(actor, Track(zone=project.zone, project=project), track, at)


@act(may="demonstrations.carry_on_track", records=events.STEP_PLANNED, subject="track")
def plan_track_step(*, actor: Actor, track: Track, step: StepDraft, at: Moment) -> TrackStep:
    """Add a step at the end of a track.

    Raises:
        Invalid: no such kind, a text that cannot be kept, too many steps, or the track is closed.
    """
    refuse_closed(track)
    words = chosen(step.kind, STEP_WORDS, "kind")
    number = next_number(track.steps.all())
    if number > MOST_STEPS:
        raise Invalid(
            Words(f"단계는 {MOST_STEPS}개까지 넣을 수 있습니다.", f"A track takes up to {MOST_STEPS} steps.")
        )
    name = line(step.name, "name", most=160, needed=False)
    row = TrackStep.objects.create(
        track=track, number=number, kind=step.kind, name=name, planned_on=step.planned_on
    )
    record(events.STEP_PLANNED, row, actor=actor, at=at, facts=Facts(said(step=words)))
    return row


@act(may="demonstrations.carry_on_track", records=events.STEP_DONE, subject="step")
def finish_track_step(
    *, actor: Actor, step: TrackStep, done_on: date, note: str = "", files: Sequence[File] = (), at: Moment
) -> TrackStep:
    """Say that a step is done, on which day, with a note and files where there are any.

    Raises:
        Invalid: it is done already, an earlier step is still open, the day has not come yet, the track is closed, or a
            file cannot be kept.
    """
    track = locked(Track, step.track_id)
    refuse_closed(track)
    if step.done_on is not None:
        raise Invalid(Words("이미 마친 단계입니다.", "This step is done already."), "done_on")
    if track.steps.filter(number__lt=step.number, done_on__isnull=True).exists():
        raise Invalid(
            Words(
                "앞 단계가 아직 끝나지 않았습니다. 단계는 순서대로 마칩니다.",
                "An earlier step is still open. Steps are done in their order.",
            ),
            "done_on",
        )
    not_to_come(done_on, at, "done_on")
    step.done_on, step.note = done_on, prose(note, "note")
    changed(step, "done_on", "note")
    keep_files(step, files, "step", actor=actor, at=at)
    facts = Facts({**said(step=STEP_WORDS[step.kind]), "done": done_on})
    record(events.STEP_DONE, step, actor=actor, at=at, facts=facts)
    return step


@act(may="demonstrations.carry_on_track", records=events.CLOSED, subject="track")
def close_track(
    *, actor: Actor, track: Track, outcome: str, result: str, closed_on: date, at: Moment
) -> Track:
    """Close a track with what came of it; open steps stay as they are, to be seen.

    Raises:
        Invalid: no such outcome, no result, the day has not come yet, or the track is closed already.
    """
    refuse_closed(track)
    words = chosen(outcome, OUTCOME_WORDS, "outcome")
    not_to_come(closed_on, at, "closed_on")
    track.outcome, track.closed_on = outcome, closed_on
    track.result = prose(result, "result", needed=_RESULT)
    changed(track, "outcome", "closed_on", "result")
    for certificate in track.certificates.all():
        close_duties(certificate, at)
    record(events.CLOSED, track, actor=actor, at=at, facts=Facts(said(outcome=words)))
    return track


def refuse_closed(track: Track) -> None:
    """Refuse to carry on a track that is over.

    Raises:
        Invalid: it is closed.
    """
    if track.closed_on is not None:
        raise Invalid(Words("이미 마친 트랙입니다.", "This track is closed."))


def _begun(actor: Actor, row: Track, draft: TrackDraft, at: Moment) -> Track:
    words = chosen(draft.kind, TRACK_WORDS, "kind")
    chosen(draft.country, COUNTRY_WORDS, "country")
    if draft.partner is not None and draft.partner.zone_id not in (None, row.zone_id):
        raise Invalid(Words("다른 특구의 협력기관입니다.", "The partner is another zone's."), "partner")
    row.kind, row.country, row.partner = draft.kind, draft.country, draft.partner
    row.name = line(draft.name, "name", most=160)
    row.standard = line(draft.standard, "standard", most=120, needed=False)
    row.goal = prose(draft.goal, "goal")
    if row.kind == "certification" and not row.standard:
        raise Invalid(_STANDARD, "standard")
    row.save(force_insert=True)
    facts = Facts({**said(kind=words), "track": row.name})
    record(events.BEGUN, row, actor=actor, at=at, facts=facts)
    return row
