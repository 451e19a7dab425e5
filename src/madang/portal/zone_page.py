"""The page of a zone: what it is, facts with their sources, how it was designated, where sources disagree."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.selection.queries.designation import designations_visible_to
from madang.apps.zones.columns import standing_since
from madang.apps.zones.dossier import KnownFact, Place, Said, contested, facts_of, places_of
from madang.apps.zones.forms import round_label
from madang.apps.zones.models import Zone
from madang.apps.zones.queries import claims_about, zone_by_slug
from madang.apps.zones.standings import STANDING_TONES, standing_words
from madang.apps.zones.views import crumbs
from madang.core.audit.models import Event
from madang.core.authority import PUBLIC
from madang.core.doors import moment
from madang.core.keeping import keepable
from madang.core.moments import SEOUL
from madang.core.ui.cells import cell
from madang.core.ui.shapes import Fact, Link, Source
from madang.core.ui.texts import day, text
from madang.kernel.words import Words
from madang.portal.happenings import here, public_names, timeline
from madang.portal.sources import Numbered, backing, source_of


@require_safe
@keepable("zones", "designations", "calls", "committees")
def zone(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one zone, composed from the register, the events and its designation."""
    found = zone_by_slug(slug)
    if found is None:
        raise Http404
    at = moment(request)
    today = at.astimezone(SEOUL).date()
    cases = list(designations_visible_to(PUBLIC, at).filter(zone=found))
    claims = list(claims_about("zones.zone", found.pk))
    numbered = Numbered()
    places = places_of([r.region for r in found.regions.all()], found.designated, today)
    context = {
        "zone": found, "crumbs": crumbs(Link(found.title)), "places": places,
        "summary": _summary(found, places),
        "facts": [_shown(fact, numbered) for fact in facts_of(found, claims)],
        "conflicts": [_conflict(fact) for fact in contested(found, claims)],
        "standing": standing_words(found.standing), "tone": STANDING_TONES.get(found.standing, "neutral"),
        "since": standing_since(found.standing, found.standing_on),
        "timeline": timeline(_events(found, [str(case.pk) for case in cases])),
        "cases": _links(cases), "names": _other_names(found), "numbered": numbered,
    }  # fmt: skip
    return render(request, "portal/zone.html", context)


def _events(zone: Zone, case_ids: Sequence[str]) -> Sequence[Event]:
    """The public events of the zone and of its way to the gazette."""
    subjects = Q(subject_kind="zones.zone", subject_id=str(zone.pk))
    if case_ids:
        subjects |= Q(subject_kind="selection.designation", subject_id__in=case_ids)
    return list(Event.objects.filter(subjects, name__in=public_names()))


def _summary(zone: Zone, places: Sequence[Place]) -> str:
    """Say in one paragraph what the zone is; what nobody knows is left out."""
    regions = ", ".join(text(place.then) for place in places)
    known = {"name": text(zone.title), "kind": text(zone.kind_words), "regions": regions}
    said = [_("‘%(name)s’ 특구는 %(regions)s의 %(kind)s입니다.") % known]
    if zone.designated_on:
        when = {"day": day(zone.designated_on), "round": round_label(zone.round.lstrip("G"))}
        said.append(_("%(day)s에 %(round)s로 지정되었습니다.") % when)
    if zone.industry:
        said.append(_("산업 분야는 %(industry)s입니다.") % {"industry": zone.industry})
    return " ".join(said)


def _shown(fact: KnownFact, numbered: Numbered) -> Fact:
    """One line of the key facts: the value, what is added to it, how sure it is, and its sources by number."""
    note = [fact.note] if fact.note else []
    if fact.sources:
        note.append(backing(fact.confidence, numbered.marks(fact.sources)))
    return Fact(
        fact.label, _value(fact.value), format_html_join(SafeString("<br>"), "{}", ((n,) for n in note))
    )


def _value(value: object) -> SafeString:
    if value is None:
        return format_html('<span class="none">{}</span>', _("알려지지 않음"))
    return cell(text(value) if isinstance(value, Words) else value)


def _conflict(fact: KnownFact) -> tuple[Words, list[tuple[SafeString, Source]]]:
    """Both values with one source each: the shown one first."""
    said = [Said(fact.value, fact.sources, fact.note), *fact.others]
    return fact.label, [
        (_value(one.value), source_of(next(iter(one.sources), _("출처 미상")))) for one in said
    ]


def _other_names(zone: Zone) -> list[tuple[str, Words, str]]:
    return [(name.name_ko, Words(name.stage_ko, name.stage_en), name.on_text) for name in zone.names.all()]


def _links(cases: Sequence[Any]) -> list[Link]:
    """Where the zone came from: its call and its designation."""
    links = []
    for case in cases:
        if case.call is not None:
            links.append(Link(case.call.title, here(case.call.path)))
        links.append(Link(_("지정 절차"), here(case.path)))
    return links
