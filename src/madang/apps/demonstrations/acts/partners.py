"""Acts on the register of partners: what the record or the Ministry names, and what a zone adds to its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from madang.apps.demonstrations.acts.checking import chosen
from madang.apps.demonstrations.events import abroad as events
from madang.apps.demonstrations.models import Partner
from madang.apps.demonstrations.models.countries import COUNTRY_WORDS
from madang.apps.demonstrations.models.partners import KIND_WORDS
from madang.apps.demonstrations.rules import abroad as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.exemptions.acts.writing import line, said
from madang.apps.zones.checks import known_confidence, partial_day
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.moments import Moment
from madang.kernel.words import Words

MOST_SOURCES, SOURCE = 10, 400


@dataclass(frozen=True)
class NewPartner:
    """A partner as published: ``country`` in ISO letters or "" when no source states it, ``agreed_text`` a partial date."""

    slug: str
    name_ko: str
    name_en: str
    kind: str
    role: str
    country: str = ""
    is_country_inferred: bool = False
    field: str = ""
    agreed_text: str = ""
    sources: Sequence[str] = ()
    confidence: str = ""


@act(may="demonstrations.list_partner", records=events.PARTNER_LISTED)
def list_partner(*, actor: Actor, partner: NewPartner, zone: Zone | None, at: Moment) -> Partner:
    """Enter a partner with its sources; without a zone it is one of no zone in particular.

    Raises:
        Invalid: the key is taken or malformed, a name or part is missing, no such kind, country, day or confidence.
    """
    return _entered(actor, partner, zone, at)


@act(may="demonstrations.add_partner", records=events.PARTNER_LISTED, subject="zone")
def add_zone_partner(*, actor: Actor, zone: Zone, partner: NewPartner, at: Moment) -> Partner:
    """Enter a partner of one's own zone.

    Raises:
        Invalid: as for the register.
    """
    return _entered(actor, partner, zone, at)


def _entered(actor: Actor, new: NewPartner, zone: Zone | None, at: Moment) -> Partner:
    slug = new.slug.strip().lower()
    if not slug or slugify(slug) != slug or len(slug) > 40 or Partner.objects.filter(slug=slug).exists():
        raise Invalid(
            Words(
                "주소 이름은 영문 소문자, 숫자, 붙임표로 40자까지이며 다른 협력기관과 겹치지 않아야 합니다.",
                "The key takes small Latin letters, digits and hyphens, up to 40, and belongs to no other partner.",
            ),
            "slug",
        )
    chosen(new.kind, KIND_WORDS, "kind")
    if new.country:
        chosen(new.country, COUNTRY_WORDS, "country")
    row = Partner(
        slug=slug, name_ko=line(new.name_ko, "name_ko", most=160), name_en=line(new.name_en, "name_en", most=160),
        country=new.country, is_country_inferred=bool(new.country) and new.is_country_inferred, kind=new.kind,
        field=line(new.field, "field", most=80, needed=False), zone=zone, role=line(new.role, "role"),
        agreed_text=partial_day(new.agreed_text, "agreed_text"), sources=_sources(new.sources),
        confidence=known_confidence(new.confidence) if new.confidence else "",
    )  # fmt: skip
    row.save(force_insert=True)
    facts = Facts(said(partner=row.title), sources=tuple(row.sources))
    record(events.PARTNER_LISTED, row, actor=actor, at=at, facts=facts)
    return row


def _sources(given: Sequence[str]) -> list[str]:
    if len(given) > MOST_SOURCES:
        raise Invalid(
            Words(
                f"출처는 {MOST_SOURCES}개까지 적을 수 있습니다.",
                f"At most {MOST_SOURCES} sources can be named.",
            ),
            "sources",
        )
    return [line(one, "sources", most=SOURCE) for one in given if one.strip()]
