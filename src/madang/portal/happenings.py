"""Events as readers see them: the sentence, who did it, the article, the source, and the page of what it happened to.

Each kind of subject has its own way of saying which rows the public may see: an event is shown only with its subject.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Protocol

from django.db.models import QuerySet
from django.utils.translation import get_language

from madang.apps.exemptions.queries.follow_ups import follow_ups_visible_to
from madang.apps.exemptions.queries.menu import menu_uses
from madang.apps.exemptions.queries.negative_list import published_lists
from madang.apps.exemptions.queries.revisions import revisions
from madang.apps.exemptions.queries.tools import public_tools
from madang.apps.law.queries import holidays_visible_to_all
from madang.apps.measures.queries.measures import measures, target_rows, tasks
from madang.apps.selection.queries.calls import calls_visible_to
from madang.apps.selection.queries.designation import designations_visible_to
from madang.apps.zones.queries import zones_visible_to
from madang.apps.zones.sources import source_of
from madang.core.audit.events import kind_of, kinds
from madang.core.audit.models import Event
from madang.core.authority import PUBLIC
from madang.core.moments import SEOUL
from madang.core.ui.shapes import TimelineItem
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rules import rule_info
from madang.kernel.words import Words

#: where a subject's record begins with something that nobody dates
EARLIEST = datetime.min.replace(tzinfo=UTC)
#: what is said of a zone without anything having happened to it; and of each of the deadlines that one day off moves
NO_NEWS = ("zones.standing_noted", "zones.renamed", "selection.funnel_reported", "law.deadline_moved")


class Subject(Protocol):
    """What an event happened to, as far as a line about it needs it."""

    @property
    def title(self) -> Words: ...

    @property
    def path(self) -> str: ...


#: subject kind → the rows of it that the public may see at an instant
Visible = Callable[[datetime], "QuerySet[Any]"]
PUBLIC_SUBJECTS: Mapping[str, Visible] = {
    "zones.zone": lambda at: zones_visible_to(PUBLIC),
    "selection.call": lambda at: calls_visible_to(PUBLIC),
    "selection.designation": lambda at: designations_visible_to(PUBLIC, at),
    "law.recordedholiday": lambda at: holidays_visible_to_all(),
    "measures.measure": lambda at: measures(),
    "measures.task": lambda at: tasks(),
    "measures.target": lambda at: target_rows(),
    "exemptions.tool": lambda at: public_tools(),
    "exemptions.menuuse": lambda at: menu_uses(),
    "exemptions.regulationlist": lambda at: published_lists(),
    "exemptions.lawrevision": lambda at: revisions(),
    "exemptions.followup": lambda at: follow_ups_visible_to(PUBLIC),
}


@dataclass(frozen=True)
class Happening:
    """One public event with the page of its subject."""

    sentence: Words
    on: object
    office: Words
    title: Words
    path: str

    @property
    def line(self) -> Words:
        """The sentence, with the name of its subject in front unless it says it already."""
        return Words(*(_named(title, said) for title, said in zip(self.title, self.sentence, strict=True)))


def public_names() -> list[str]:
    """Return the names of the kinds that everybody may read."""
    return [name for name, kind in kinds().items() if kind.public]


def latest(at: datetime, most: int) -> list[Happening]:
    """Return the last public events whose subject the public may see, newest first."""
    events = Event.objects.filter(
        name__in=set(public_names()) - set(NO_NEWS), at__lte=at, subject_kind__in=list(PUBLIC_SUBJECTS)
    ).order_by("-at", "-id")[: most * 3]
    subjects = _subjects(list(events), at)
    shown = ((event, subjects.get((event.subject_kind, event.subject_id))) for event in events)
    return [_happening(event, subject) for event, subject in shown if subject is not None][:most]


def _named(title: str, said: str) -> str:
    return said if title in said else f"{title}: {said}"


def _subjects(events: Sequence[Event], at: datetime) -> dict[tuple[str, str], Subject]:
    found: dict[tuple[str, str], Subject] = {}
    for kind, visible in PUBLIC_SUBJECTS.items():
        ids = {event.subject_id for event in events if event.subject_kind == kind}
        if ids:
            found |= {(kind, str(row.pk)): row for row in visible(at).filter(pk__in=ids)}
    return found


def _happening(event: Event, subject: Subject) -> Happening:
    return Happening(
        sentence=kind_of(event.name).sentence(event.facts),
        on=when(event),
        office=Words(event.office_ko, event.office_en),
        title=subject.title,
        path=here(subject.path),
    )


def here(path: str) -> str:
    """Return an address in the language of the page."""
    return f"/en{path}" if (get_language() or "ko").startswith("en") else path


def when(event: Event) -> object:
    """Return when something happened: an instant, or the partial date as published."""
    text = event.at_text
    return datetime.fromisoformat(text) if "T" in text else PartialDate.parse(text)


def timeline(events: Iterable[Event]) -> list[TimelineItem]:
    """Return events as a legal timeline, earliest first.

    What no source dates stands where the record has it: after what was recorded before it about the same subject.
    """
    placed: list[tuple[datetime, Event]] = []
    reached: dict[str, datetime] = {}
    for event in sorted(events, key=lambda event: event.id):
        at = event.at or reached.get(event.subject_id, EARLIEST)
        reached[event.subject_id] = at
        placed.append((at, event))
    return [_item(event) for _at, event in sorted(placed, key=lambda pair: pair[0])]


def _item(event: Event) -> TimelineItem:
    on = when(event)
    return TimelineItem(
        title=kind_of(event.name).sentence(event.facts),
        on=on,
        office=Words(event.office_ko, event.office_en),
        citation=citation(event.provision, on),
        note=str(event.facts.get("note", "")),
        source=source_of(event.sources[0]) if event.sources else None,
    )


def citation(rule_id: str, on: object) -> Words | str:
    """Return the article that a rule stood in; "" when the rule is none, or the day leaves its version open."""
    first, last = (on.first, on.last) if isinstance(on, PartialDate) else (_korean_day(on), _korean_day(on))
    if not rule_id or first is None or last is None:
        return ""
    try:
        found = {rule_info(rule_id).citation_on(day) for day in (first, last)}
    except Refusal:
        return ""
    return found.pop().words if len(found) == 1 else ""


def _korean_day(on: object) -> date | None:
    return on.astimezone(SEOUL).date() if isinstance(on, datetime) else None
