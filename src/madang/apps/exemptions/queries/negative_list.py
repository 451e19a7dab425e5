"""Reads on lists of regulations: the one of a day, those in the making, and what may concern a business.

A search is help and decides nothing: it compares words letter by letter and never says that something is allowed.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from madang.apps.exemptions.models import RegulationEntry, RegulationList
from madang.apps.exemptions.models.negative_list import IN_THE_MAKING, PUBLISHED
from madang.apps.exemptions.rules.negative_list import WITH_COMMITTEE
from madang.apps.zones.models import Zone
from madang.core.authority import Actor, OfficeKind
from madang.kernel.keywords import keywords

#: how near a word must be to a run of letters in an entry (0 … 1); a word that stands there whole counts as 1
NEAR = 0.5
MOST_FOUND = 100


@dataclass(frozen=True)
class Concern:
    """An entry that may concern a business, and the words of the business for which it was found."""

    entry: RegulationEntry
    because: tuple[str, ...]


def published_lists() -> QuerySet[RegulationList]:
    """Every list that was gazetted, with its zone."""
    return RegulationList.objects.filter(state__in=PUBLISHED).select_related("zone")


def draft_lists_visible_to(actor: Actor) -> QuerySet[RegulationList]:
    """Lists that are not gazetted: all of them for the Ministry, those before the committee for its secretary."""
    rows = RegulationList.objects.select_related("zone").order_by("-id")
    if actor.kind is OfficeKind.MINISTRY:
        return rows.filter(state__in=IN_THE_MAKING)
    if actor.kind is OfficeKind.SECRETARY:
        return rows.filter(state__in=WITH_COMMITTEE)
    return rows.none()


def list_visible_to(actor: Actor, key: UUID) -> RegulationList | None:
    """One list that was gazetted, or that the actor may read before."""
    return published_lists().filter(pk=key).first() or draft_lists_visible_to(actor).filter(pk=key).first()


def standing_list(zone: Zone) -> RegulationList | None:
    """The list of a zone that stands now."""
    return RegulationList.objects.filter(zone=zone, state="standing").select_related("zone").first()


def list_on(zone: Zone, day: date) -> RegulationList | None:
    """The list of a zone that held on a day; None when none is on record."""
    held = Q(ends_before__isnull=True) | Q(ends_before__gt=day)
    return published_lists().filter(held, zone=zone, gazetted_on__lte=day).first()


def entries_of(row: RegulationList) -> QuerySet[RegulationEntry]:
    """The entries of a list, by law and article."""
    return row.entries.select_related("ministry").order_by("law", "article", "id")


def global_zones() -> QuerySet[Zone]:
    """The global innovation zones, by name."""
    return Zone.objects.filter(kind="giz").order_by("region", "name_ko")


def lists_by_zone(day: date) -> dict[UUID, RegulationList]:
    """The list of each zone that held on a day, in one query."""
    held = Q(ends_before__isnull=True) | Q(ends_before__gt=day)
    return {row.zone_id: row for row in published_lists().filter(held, gazetted_on__lte=day)}


def concerns(row: RegulationList, text: str) -> list[Concern]:
    """The entries of a list in which words of a text occur or nearly occur, those with most words first.

    Words are compared in letters (NFD), so that one wrong vowel does not spoil a short Korean word.
    """
    words = keywords(text)
    if not words:
        return []
    hits = _hits(row, words)
    entries = {entry.pk: entry for entry in entries_of(row).filter(pk__in=hits)}
    found = [Concern(entry, tuple(hits[key])) for key, entry in entries.items()]
    return sorted(found, key=lambda one: -len(one.because))[:MOST_FOUND]


_SEARCH = """
SELECT entry.id, asked.word FROM exemptions_regulationentry AS entry,
    unnest(%s::text[]) WITH ORDINALITY AS asked (word, place),
    LATERAL (SELECT lower(concat_ws(' ', entry.law, entry.article, entry.forbids)) AS said) AS text
WHERE entry.of_list_id = %s AND (
    strpos(text.said, lower(asked.word)) > 0
    OR word_similarity(normalize(lower(asked.word), NFD), normalize(text.said, NFD)) >= %s)
ORDER BY asked.place
"""


def _hits(row: RegulationList, words: Sequence[str]) -> dict[UUID, list[str]]:
    hits: dict[UUID, list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_SEARCH, [list(words), row.pk, NEAR])
        for key, word in cursor.fetchall():
            hits[key].append(word)
    return dict(hits)
