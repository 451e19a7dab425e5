"""What happens once a revision is under way: begun, each step with its source, and what the Zone Committee recommends."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from madang.apps.exemptions.acts.revisions import in_the_past
from madang.apps.exemptions.acts.writing import line, prose, said
from madang.apps.exemptions.events import revisions as events
from madang.apps.exemptions.models import LawRevision
from madang.apps.exemptions.models.revisions import STEP_WORDS, RevisionStep
from madang.apps.exemptions.rules.revisions import owner_words
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import advance
from madang.core.moments import Moment
from madang.kernel.clocks.spoken import spoken
from madang.kernel.words import Words

_address = URLValidator(schemes=("https", "http"))


@dataclass(frozen=True)
class NewStep:
    """A step of a revision: its kind, the day on which it was taken, a note, and where it is published."""

    kind: str
    taken_on: date
    words: str = ""
    source: str = ""


@act(may="exemptions.revise_law", records=events.BEGUN, subject="revision")
def begin_revision(*, actor: Actor, revision: LawRevision, at: Moment) -> LawRevision:
    """Begin the revision; a plan that was still awaited is no longer.

    Raises:
        NotLawful: nothing is planned or awaited, or it was begun before.
    """
    advance(revision, "begin", actor=actor, at=at)
    facts = Facts(said(owner=owner_words(revision)), provision="EX-26")
    record(events.BEGUN, revision, actor=actor, at=at, facts=facts)
    return revision


@act(may="exemptions.revise_law", records=events.STEPPED, subject="revision")
def take_step(*, actor: Actor, revision: LawRevision, step: NewStep, at: Moment) -> LawRevision:
    """Record a step on the way: public notice of the bill, the government's vote, promulgation … with its source.

    Raises:
        Invalid: no such step, a day ahead, an address that is none, or a step without a name for “other”.
        NotLawful: the revision has not begun, or is over.
    """
    words = STEP_WORDS.get(step.kind)
    if words is None:
        raise Invalid(Words("단계를 고르십시오.", "Choose a step."), "kind")
    note = line(step.words, "words", needed=step.kind == "other")
    advance(revision, "step", actor=actor, at=at)
    RevisionStep.objects.create(
        revision=revision,
        kind=step.kind,
        taken_on=in_the_past(step.taken_on, at, "taken_on"),
        words=note,
        source=_source(step.source),
    )
    day = spoken(step.taken_on)
    told = said(day=day, words=Words(*(f"{one} {note}".strip() for one in words)))
    record(events.STEPPED, revision, actor=actor, at=at, facts=Facts(told, provision="EX-26"))
    return revision


@act(may="exemptions.urge_revision", records=events.RECOMMENDED, subject="revision")
def recommend_revision(*, actor: Actor, revision: LawRevision, reason: str, at: Moment) -> LawRevision:
    """Record that the Zone Committee recommended the revision because its plan was not kept (EX-30).

    Raises:
        Invalid: it is not said in what the plan was not kept.
        NotLawful: there is no plan to keep.
    """
    needed = Words("지켜지지 않은 내용을 적으십시오.", "Write in what the plan was not kept.")
    revision.reason = prose(reason, "reason", needed=needed)
    advance(revision, "recommend", actor=actor, at=at, also=("reason",))
    told = {"reason": " ".join(revision.reason.split())[:200]}
    record(events.RECOMMENDED, revision, actor=actor, at=at, facts=Facts(told, provision="EX-30"))
    return revision


def _source(text: str) -> str:
    address = text.strip()
    try:
        if address:
            _address(address)
    except ValidationError as error:
        words = Words("https://로 시작하는 주소를 적으십시오.", "Write an address that begins with https://.")
        raise Invalid(words, "source") from error
    return address
