"""The columns of the register, by tab. Cells are written here and not in a template: a list has hundreds."""

from functools import cache, lru_cache
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from madang.apps.zones.forms import round_label
from madang.apps.zones.models import KIND_WORDS
from madang.apps.zones.queries import EVERY, OTHER, Row, standing_key
from madang.apps.zones.standings import STANDING_TONES, scheme_words, standing_words
from madang.core.ui.shapes import Badge, Column
from madang.core.ui.tags.actions import badge
from madang.core.ui.texts import day, in_english, text
from madang.kernel import regions

#: a space at which a line does not break
FIXED = "\u00a0"


def columns_for(kind: str, base: str) -> list[Column]:
    """Return the columns of a tab; ``base`` is the address of the register in the reader's language."""
    english = in_english()
    name = Column(_("이름"), lambda row: _name(row, base, english), sort="name")
    where = Column(_("지역"), lambda row: written(_short(tuple(row.regions), english)), sort="region")
    since = Column(_("지정"), lambda row: _since(row.designated_on, english), sort="designated")
    now = Column(
        _("현재 상태"), lambda row: _standing(standing_key(row), _reported(row), row.standing_on, english)
    )
    if kind == OTHER:
        return [
            name,
            Column(_("제도"), lambda r: text(scheme_words(r.scheme))),
            where,
            _ministry(),
            since,
            now,
        ]
    if kind == EVERY:
        return [name, Column(_("종류"), lambda row: _kind(row, english)), where, since, now]
    mixed = Column(_("종류"), lambda row: _kind(row, english), sort="round")
    what = mixed if kind == "" else Column(_("차수"), _round, sort="round")
    return [
        name,
        what,
        where,
        Column(_("산업 분야"), lambda row: written(row.industry) if row.industry else None),
        since,
        now,
    ]


def _ministry() -> Column:
    return Column(_("소관 부처"), "ministry")


def _name(row: Row, base: str, english: bool) -> SafeString:
    inner = f"others/{row.slug}/" if row.kind == OTHER else f"{row.slug}/"
    name = row.name_en if english and row.name_en else row.name_ko
    return SafeString(f'<a href="{base}{inner}">{escape(name)}</a>')


def written(plain: str) -> SafeString:
    """Return a plain text as markup at once, so that the table need not ask what it is."""
    return SafeString(escape(plain))


def _kind(row: Row, english: bool) -> SafeString:
    return _written_kind(row.kind, row.scheme, row.round, english)


@lru_cache(maxsize=500)
def _written_kind(kind: str, scheme: str, of_round: str, english: bool) -> SafeString:
    if kind == OTHER:
        return written(scheme_words(scheme).in_("en" if english else "ko"))
    number = round_label(of_round[1:] if kind == "giz" else of_round)
    return written(f"{text(KIND_WORDS[kind])}{FIXED}{number}")


def _round(row: Row) -> str:
    return round_label(row.round.lstrip("G"))


def short_day(on_text: str) -> str:
    """Return a partial date without the day of the week, on one line; "" when nobody gives it."""
    return _short_day(on_text, in_english())


@lru_cache(maxsize=1000)
def _short_day(on_text: str, english: bool) -> str:
    return day(on_text).partition("(")[0].rstrip().replace(" ", FIXED) if on_text else ""


@lru_cache(maxsize=1000)
def _since(on_text: str, english: bool) -> SafeString:
    return written(_short_day(on_text, english) or _("일자 미상"))


@cache
def _short(region_ids: tuple[str, ...], english: bool) -> str:
    found = (regions.region(region_id).short for region_id in region_ids)
    return ", ".join(name.en if english else name.ko for name in found)


def short_names(region_ids: tuple[str, ...]) -> str:
    """Return the short names of regions; they stay the same when a region is renamed."""
    return _short(region_ids, in_english())


def _reported(row: Row) -> str:
    """The standing of another ministry's zone in the ministry's own words; our zones have a list of standings."""
    return row.standing if row.kind == OTHER else ""


def standing_cell(row: Row) -> SafeString:
    """Return the standing as a badge, with the day of which the sources speak."""
    return _standing(standing_key(row), _reported(row), row.standing_on, in_english())


@lru_cache(maxsize=1000)
def _standing(key: str, reported: str, on_text: str, english: bool) -> SafeString:
    label = reported if reported and not english else text(standing_words(key))
    mark = badge(Badge(label, STANDING_TONES.get(key, "neutral")))
    since = standing_since(key, on_text)
    note = f'<span class="facts-note">{escape(since)}</span>' if since else ""
    return SafeString(f"<div>{mark}{note}</div>")


def standing_since(key: str, on_text: str) -> str:
    """Return of which day the sources speak: "as of" for what they say, "since" for what nobody says any more."""
    if not on_text:
        return ""
    if key == "unknown":
        return _("%(day)s 이후 확인되지 않음") % {"day": short_day(on_text)}
    return _("%(day)s 기준") % {"day": short_day(on_text)}
