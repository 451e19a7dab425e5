"""Search in the register: every word must stand in a name, a fact or a region; a near spelling is tried last."""

import unicodedata
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import CharField, F, Func, Q, QuerySet

from madang.apps.zones.models import OtherZone, Zone
from madang.apps.zones.standings import SCHEME_WORDS
from madang.kernel import regions
from madang.kernel.korean import nfc
from madang.kernel.words import Words

#: how near a misspelt word must be to a name (0 … 1), compared letter by letter and not by whole syllables
NEAR = 0.5
MOST_WORDS = 6
OWN_FIELDS = ("name_ko", "name_en", "industry", "place", "names__name_ko")
OTHER_FIELDS = ("name_ko", "scheme", "ministry", "note")


def matching_zones(text: str) -> QuerySet[Zone]:
    """The ministry's zones that hold every word; when none does, those whose name is spelt nearly so."""
    found = Zone.objects.all()
    for word in _words(text):
        found = found.filter(_in_fields(word, OWN_FIELDS) | Q(regions__region__in=_regions_named(word)))
    if found.exists():
        return found.distinct()
    return Zone.objects.annotate(near=_nearness(text)).filter(near__gte=NEAR)


def _nearness(text: str) -> TrigramWordSimilarity:
    """Compare in letters (NFD): one wrong vowel spoils a syllable, and in a short Korean word most trigrams with it."""
    letters = Func(F("name_ko"), template="normalize(%(expressions)s, NFD)", output_field=CharField())
    return TrigramWordSimilarity(unicodedata.normalize("NFD", text), letters)


def matching_other_zones(text: str) -> QuerySet[OtherZone]:
    """Other ministries' zones that hold every word."""
    found = OtherZone.objects.all()
    for word in _words(text):
        of_regions = (Q(regions__contains=[region_id]) for region_id in _regions_named(word))
        of_schemes = Q(scheme__in=_schemes_named(word))
        found = found.filter(reduce(or_, of_regions, _in_fields(word, OTHER_FIELDS) | of_schemes))
    return found


def _words(text: str) -> list[str]:
    return nfc(text).split()[:MOST_WORDS]


def _in_fields(word: str, fields: Iterable[str]) -> Q:
    return reduce(or_, (Q(**{f"{field}__icontains": word}) for field in fields))


def _regions_named(word: str) -> list[str]:
    """The regions that bear, or bore, a name with this word."""
    return [
        r.id for r in regions.regions() if any(_says(word, n.name) or _says(word, n.short) for n in r.names)
    ]


def _schemes_named(word: str) -> list[str]:
    return [scheme for scheme, words in SCHEME_WORDS.items() if _says(word, words)]


def _says(word: str, words: Words) -> bool:
    return word in words.ko or word.lower() in words.en.lower()
