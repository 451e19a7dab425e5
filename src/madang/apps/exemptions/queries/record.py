"""What is known of projects and where it was read: facts with their sources, and the projects of a zone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Prefetch

from madang.apps.exemptions.models import FollowUpOutcome, Project, Tool
from madang.apps.exemptions.models.follow_ups import STANDING_WORDS
from madang.apps.exemptions.queries.tools import NOT_PUBLIC
from madang.apps.zones.dossier import NO_NOTE, KnownFact, Said
from madang.apps.zones.models import Claim
from madang.apps.zones.queries import claims_about
from madang.kernel.partial_dates import NotADate, PartialDate
from madang.kernel.words import Words

SUBJECT = "exemptions.project"
#: names of the facts about which sources speak, in the order in which a page shows them
FIELD_WORDS = {
    "kind": Words("종류", "Kind"),
    "granted_on": Words("부여", "Granted"),
    "term": Words("기간", "Term"),
    "conditions": Words("조건과 범위", "Conditions and scope"),
    "law": Words("관련 법령", "Law concerned"),
    "outcome": Words("결과", "Outcome"),
    "outcome_on": Words("결과의 날", "Day of the outcome"),
    "outcome_by": Words("결과를 정한 곳", "Decided by"),
}
KINDS = {
    "실증특례": Words("실증특례", "Demonstration exemption"),
    "네거티브 실증특례": Words("네거티브 실증특례", "Exemption under the negative list"),
}


@dataclass(frozen=True)
class ZoneProject:
    """A project of a zone as everybody may know it: its granted tools in order, facts by field, and its sessions."""

    project: Project
    tools: Sequence[Tool]
    facts: Mapping[str, KnownFact] = field(default_factory=dict)
    sessions: Sequence[FollowUpOutcome] = ()

    @property
    def standing(self) -> Words:
        """What was last said of it: of the record the reported outcome, else the state of its last tool."""
        if self.project.is_record:
            return standing_words(self.project.outcome)
        return self.tools[-1].state_now.public_words

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it was read, each source once."""
        return tuple(dict.fromkeys(source for fact in self.facts.values() for source in fact.sources))


def standing_words(code: str) -> Words:
    """Return a reported outcome as people read it; none is the unknown one."""
    return STANDING_WORDS[code or "unknown"]


def field_words(name: str) -> Words:
    """Return the name of a fact of a project."""
    return FIELD_WORDS.get(name, Words(name, name))


def project_facts(project: Project) -> list[KnownFact]:
    """The facts of a project with value, confidence, sources and what other sources say, in the order of ``FIELD_WORDS``.

    A project that is at work here has none: its tools say themselves how they stand.
    """
    return list(_facts(claims_about(SUBJECT, project.pk)).get(str(project.pk), {}).values())


def projects_in_zone(zone_id: UUID) -> list[ZoneProject]:
    """The projects of a zone that hold or held a tool, oldest first: four queries however many there are."""
    tools = Tool.objects.exclude(state__in=NOT_PUBLIC).order_by("id")
    sessions = FollowUpOutcome.objects.select_related("follow_up").order_by("follow_up__held_text")
    projects = list(
        Project.objects.filter(zone_id=zone_id, tools__in=tools)
        .distinct()
        .order_by("began_text", "slug", "id")
        .prefetch_related(Prefetch("tools", queryset=tools), Prefetch("follow_ups", queryset=sessions))
    )
    recorded = [project.pk for project in projects if project.is_record]
    facts = _facts(claims_about(SUBJECT, *recorded)) if recorded else {}
    return [
        ZoneProject(
            project, list(project.tools.all()), facts.get(str(project.pk), {}),
            [row for row in project.follow_ups.all() if row.follow_up.is_public],
        )
        for project in projects
    ]  # fmt: skip


def unnamed_outcomes(zone_id: UUID) -> list[FollowUpOutcome]:
    """What sessions made of projects of a zone that no source names."""
    rows = FollowUpOutcome.objects.filter(zone_id=zone_id, project__isnull=True)
    return list(rows.select_related("follow_up").order_by("follow_up__held_text", "id"))


def _facts(claims: Iterable[Claim]) -> dict[str, dict[str, KnownFact]]:
    """Facts by project and field."""
    said: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        said.setdefault(claim.subject_id, {}).setdefault(claim.field, []).append(claim)
    order = list(FIELD_WORDS)
    return {
        key: {name: _fact(name, fields[name]) for name in sorted(fields, key=lambda n: _place(order, n))}
        for key, fields in said.items()
    }


def _place(order: Sequence[str], name: str) -> tuple[int, str]:
    return (order.index(name) if name in order else len(order), name)


def _fact(name: str, claims: Sequence[Claim]) -> KnownFact:
    shown = next((claim for claim in claims if claim.is_shown), None)
    return KnownFact(
        field=name, label=field_words(name), value=_value(name, shown.value) if shown else None,
        confidence=shown.confidence if shown else "", sources=tuple(shown.sources) if shown else (),
        note=_note(shown) if shown else NO_NOTE,
        others=tuple(Said(_value(name, c.value), tuple(c.sources), _note(c)) for c in claims if not c.is_shown),
    )  # fmt: skip


def _value(name: str, text: str) -> object:
    if name == "kind":
        return KINDS.get(text, text)
    try:
        return PartialDate.parse(text) if name.endswith("_on") else text
    except NotADate:
        return text


def _note(claim: Claim) -> Words:
    return Words(claim.note, claim.note_en or claim.note)
