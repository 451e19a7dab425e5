"""What is known of a zone, fact by fact: the value shown, how sure it is, who says so, and who says otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from madang.apps.zones.models import Claim, OtherZone, Zone
from madang.apps.zones.standings import field_words, standing_words
from madang.kernel import regions
from madang.kernel.partial_dates import NotADate, PartialDate
from madang.kernel.words import Words

#: facts that stand on a zone's page, in the order in which they came about
SHOWN = (
    "shortlisted_on", "decided_by", "designated_on", "gazetted_on", "starts_on", "ends_on", "industry", "place",
)  # fmt: skip
#: facts of which a zone's page tells only when sources disagree: their value stands at the top already
CONTESTED = ("name", "standing", "standing_on")

NO_NOTE = Words("", "")


@dataclass(frozen=True)
class Said:
    """One value and its sources."""

    value: object
    sources: tuple[str, ...]
    note: Words = NO_NOTE


@dataclass(frozen=True)
class KnownFact:
    """One fact. ``value`` None means that no source gives it; ``others`` are the values of disagreeing sources."""

    field: str
    label: Words
    value: object
    confidence: str = ""
    sources: tuple[str, ...] = ()
    note: Words = NO_NOTE
    others: tuple[Said, ...] = ()


def facts_of(zone: Zone, claims: Iterable[Claim]) -> list[KnownFact]:
    """Return the facts of a zone that a page shows, in order; a fact that nobody gives says so by None."""
    said = _by_field(claims)
    return [_fact(zone, name, said.get(name, ())) for name in SHOWN if name in said or hasattr(zone, name)]


def contested(zone: Zone, claims: Iterable[Claim]) -> list[KnownFact]:
    """Return every fact about which sources disagree."""
    said = _by_field(claims)
    facts = (_fact(zone, name, said[name]) for name in (*SHOWN, *CONTESTED) if name in said)
    return [fact for fact in facts if fact.others]


def _by_field(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.field, []).append(claim)
    return found


def _fact(zone: Zone, name: str, claims: Sequence[Claim]) -> KnownFact:
    shown = next((claim for claim in claims if claim.is_shown), None)
    kept = _column(zone, name) or (shown.value if shown else "")
    return KnownFact(
        field=name,
        label=field_words(name),
        value=value_of(name, kept),
        confidence=shown.confidence if shown else "",
        sources=tuple(shown.sources) if shown else (),
        note=_note(shown) if shown else NO_NOTE,
        others=tuple(
            Said(value_of(name, c.value), tuple(c.sources), _note(c)) for c in claims if not c.is_shown
        ),
    )


def _note(claim: Claim) -> Words:
    """What was noted with a claim; a note without English is read in Korean."""
    return Words(claim.note, claim.note_en or claim.note)


def _column(zone: Zone, name: str) -> str:
    return str(getattr(zone, {"name": "name_ko"}.get(name, name), "") or "")


def value_of(name: str, text: str) -> object:
    """Return a value as it can be shown: a partial date, a standing in words, or the text; None for nothing.

    >>> value_of("ends_on", "2024-12").precision
    'month'
    """
    if not text:
        return None
    if name == "standing":
        return standing_words(text)
    try:
        return PartialDate.parse(text) if name.endswith("_on") else text
    except NotADate:
        return text


@dataclass(frozen=True)
class Place:
    """A region under the name of the day and, when it bears another one now, that one. ``note`` tells of a doubt."""

    id: str
    then: Words
    now: Words | None
    note: Words | None


def places_of(region_ids: Iterable[str], then: PartialDate, today: date) -> list[Place]:
    """Return the regions of a zone as they were called on the day of the record, with their name of today."""
    return [_place(region_id, then.first or today, today) for region_id in region_ids]


def _place(region_id: str, then: date, today: date) -> Place:
    old, new = regions.name_on(region_id, then), regions.name_on(region_id, today)
    doubt = None
    if regions.launch_is_unverified(region_id, today):
        merged = regions.successor_of(region_id) or regions.region(region_id)
        doubt = Words(
            f"{merged.first_on:%Y. %-m. %-d.} {merged.name.ko} 출범 예정으로 보도되었으나 확인되지 않았습니다.",
            f"Reported to become {merged.name.en} on {merged.first_on:%-d %B %Y}; no source confirms it.",
        )
    return Place(region_id, old, new if new != old else None, doubt)


def other_facts(zone: OtherZone, today: date) -> tuple[list[Place], PartialDate]:
    """Return regions and designation day of another ministry's zone."""
    on = PartialDate.parse(zone.designated_on)
    return places_of(zone.regions, on, today), on
