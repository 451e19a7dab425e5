"""The page of a zone: what it is, facts with their sources, how it was designated, where sources disagree."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.demonstrations.views.summary import summary_of
from madang.apps.selection.queries.designation import designations_visible_to
from madang.apps.zones.columns import short_day, standing_since
from madang.apps.zones.dossier import NO_NOTE, KnownFact, Place, Said, contested, facts_of, places_of
from madang.apps.zones.forms import round_label
from madang.apps.zones.queries import claims_about, zone_by_slug
from madang.apps.zones.sources import Numbered, backing, source_of
from madang.apps.zones.standings import STANDING_TONES, standing_words
from madang.apps.zones.views import crumbs
from madang.core.audit.models import Event
from madang.core.authority import PUBLIC
from madang.core.doors import actor_of, moment
from madang.core.keeping import keepable
from madang.core.moments import SEOUL
from madang.core.ui.cells import cell
from madang.core.ui.shapes import Fact, Link, Source
from madang.core.ui.texts import text
from madang.kernel.words import Words
from madang.portal.happenings import here, public_names, timeline
from madang.portal.zone_law import special_law
from madang.portal.zone_tools import zone_tools

if TYPE_CHECKING:
    from madang.apps.zones.models import Claim, Zone

Backing = tuple[str, tuple[str, ...]]


class Disagreement(NamedTuple):
    """One fact about which sources disagree."""

    about: Words
    note: Words
    values: Sequence[tuple[SafeString, Sequence[Source]]]


@require_safe
@keepable("zones", "designations", "calls", "committees", "demonstrations", "tools", "menu", "negative_lists",
          "follow_ups")  # fmt: skip
def zone(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one zone, composed from the register, the events and its designation."""
    found = zone_by_slug(slug)
    if found is None:
        raise Http404
    at = moment(request)
    today = at.astimezone(SEOUL).date()
    cases = _cases(found, at)
    claims = list(claims_about("zones.zone", found.pk))
    facts, numbered = facts_of(found, claims), Numbered()
    usual = _usual(facts)
    places = places_of([r.region for r in found.regions.all()], found.designated, today)
    law = special_law(actor_of(request), found, today)
    subjects = law.subjects | {"selection.designation": [str(case.pk) for case in cases]}
    context = {
        "zone": found, "crumbs": crumbs(Link(found.title)), "places": places,
        "summary": _summary(found, places),
        "usual": backing(usual[0], numbered.marks(usual[1])) if usual[1] else "",
        "facts": [_shown(fact, usual, numbered) for fact in facts],
        "conflicts": [_conflict(fact) for fact in contested(found, claims)],
        "standing": standing_words(found.standing), "tone": STANDING_TONES.get(found.standing, "neutral"),
        "since": standing_since(found.standing, found.standing_on), "standing_note": _standing_note(found, claims),
        "timeline": timeline(_events(found, subjects)), "demonstrations": summary_of(found, today),
        "cases": _links(cases), "names": _other_names(found), "tools": zone_tools(found, numbered),
        "numbered": numbered, **law.shown,
    }  # fmt: skip
    return render(request, "portal/zone.html", context)


def _cases(zone: "Zone", at: datetime) -> list[Any]:
    """The designations that led to the zone: its own, those of projects added, and an earlier attempt."""
    led_here = Q(zone=zone) | Q(later__zone=zone)
    found = designations_visible_to(PUBLIC, at).filter(led_here).order_by("id")
    return list({case.pk: case for case in found}.values())


def _events(zone: "Zone", others: Mapping[str, Sequence[str]]) -> Sequence[Event]:
    """The public events of the zone, of its way to the gazette and of the special law that holds there."""
    subjects = Q(subject_kind="zones.zone", subject_id=str(zone.pk))
    for kind, keys in others.items():
        if keys:
            subjects |= Q(subject_kind=kind, subject_id__in=keys)
    return list(Event.objects.filter(subjects, name__in=public_names()))


def _summary(zone: "Zone", places: Sequence[Place]) -> str:
    """Say in one paragraph what the zone is; what nobody knows is left out."""
    regions = ", ".join(text(place.then) for place in places)
    known = {"name": text(zone.title), "kind": text(zone.kind_words), "regions": regions}
    said = [_("‘%(name)s’ 특구는 %(regions)s의 %(kind)s입니다.") % known]
    if zone.designated_on:
        when = {"day": short_day(zone.designated_on), "round": round_label(zone.round.lstrip("G"))}
        said.append(_("%(day)s %(round)s로 지정되었습니다.") % when)
    if zone.industry:
        said.append(_("산업 분야는 %(industry)s입니다.") % {"industry": zone.industry})
    return " ".join(said)


def _standing_note(zone: "Zone", claims: Sequence["Claim"]) -> Words:
    """What was noted with the standing, in English too where the record has it."""
    noted = (
        c.note_en for c in claims if c.field == "standing" and c.note == zone.standing_note and c.note_en
    )
    return Words(zone.standing_note, next(noted, zone.standing_note))


def _usual(facts: Iterable[KnownFact]) -> Backing:
    """The confidence and sources that most facts share: said once below them and not at each."""
    counted = Counter((fact.confidence, fact.sources) for fact in facts if fact.sources)
    return counted.most_common(1)[0][0] if counted else ("", ())


def _shown(fact: KnownFact, usual: Backing, numbered: Numbered) -> Fact:
    """One line of the key facts: the value, what is added to it, and its sources when they are not the usual ones."""
    note = [text(fact.note)] if fact.note.ko else []
    if fact.sources and (fact.confidence, fact.sources) != usual:
        note.append(backing(fact.confidence, numbered.marks(fact.sources)))
    return Fact(
        fact.label, _value(fact.value), format_html_join(SafeString("<br>"), "{}", ((n,) for n in note))
    )


def _value(value: object) -> SafeString:
    if value is None:
        return format_html('<span class="none">{}</span>', _("알려지지 않음"))
    return cell(text(value) if isinstance(value, Words) else value)


def _conflict(fact: KnownFact) -> Disagreement:
    """Every value with its sources, the shown one first, and what was noted about the others."""
    said = [Said(fact.value, fact.sources), *fact.others]
    values = [(_value(one.value), [source_of(text) for text in one.sources]) for one in said]
    return Disagreement(fact.label, next((one.note for one in fact.others if one.note.ko), NO_NOTE), values)


def _other_names(zone: "Zone") -> list[tuple[str, Words, str]]:
    return [(name.name_ko, Words(name.stage_ko, name.stage_en), name.on_text) for name in zone.names.all()]


def _links(cases: Sequence[Any]) -> list[Link]:
    """Where the zone came from: its calls and its designations."""
    calls = {case.call.pk: case.call for case in cases if case.call is not None}
    named = _("%(name)s 지정 절차")
    return [
        *(Link(call.title, here(call.path)) for call in calls.values()),
        *(Link(named % {"name": text(case.title)}, here(case.path)) for case in cases),
    ]
