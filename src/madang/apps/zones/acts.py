"""Acts on zones after their designation, and on what sources say about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from madang.apps.zones import events, rules  # noqa: F401 -- rules enter the permissions
from madang.apps.zones.checks import known_confidence, known_regions, not_a_key, one_of, partial_day
from madang.apps.zones.models import Claim, OtherZone, Zone, ZoneName
from madang.apps.zones.standings import STANDING_WORDS, standing_words
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, kind_name, record
from madang.core.authority import Actor
from madang.core.cases import advance
from madang.core.locks import locked
from madang.core.moments import Moment, text_of
from madang.core.written import one_line
from madang.kernel.words import Words

NOTE_LENGTH, DAY_LENGTH = 300, len("2024-09-04")


@dataclass(frozen=True)
class OtherName:
    """A name that a zone bore at a stage. ``on_text`` is a partial date, "" when no source dates it."""

    name_ko: str
    stage: Words
    on_text: str = ""


@dataclass(frozen=True)
class StatedClaim:
    """What sources say about one field. ``confidence`` is high, medium or low; one claim of a field is shown."""

    field: str
    value: str
    note: str = ""
    note_en: str = ""
    sources: Sequence[str] = ()
    confidence: str = "medium"
    is_shown: bool = True


@dataclass(frozen=True)
class NewOtherZone:
    """A zone of another ministry as reported. ``designated_on`` is a partial date; ``standing`` is the source's word."""

    slug: str
    scheme: str
    name_ko: str
    regions: Sequence[str]
    ministry: str
    standing: str
    designated_on: str = ""
    date_basis: str = ""
    note: str = ""
    sources: Sequence[str] = ()
    confidence: str = "medium"


@act(may="zones.end", records=events.ENDED, subject="zone")
def end_zone(*, actor: Actor, zone: Zone, note: str, sources: Sequence[str], at: Moment) -> Zone:
    """Record the end of a zone (종료): its period is over or its rules have become law.

    Raises:
        Invalid: the note is too long.
        NotLawful: the zone is not in force any more.
    """
    before = _standing_of(zone)
    note = one_line(note, most=NOTE_LENGTH, field="note", needed=False)
    advance(zone, "end", actor=actor, at=at)
    _stand(zone, "ended", _day_text(at), note)
    facts = _facts(zone, sources, before=before, provision="REV-09", note=note)
    record(events.ENDED, zone, actor=actor, at=at, facts=facts)
    return zone


@act(may="zones.release", records=events.RELEASED, subject="zone")
def release_zone(*, actor: Actor, zone: Zone, ground: str, sources: Sequence[str], at: Moment) -> Zone:
    """Release a designation on a stated ground (지정해제, Act art. 82②); its 30 days of inspection begin (REV-05).

    Raises:
        Invalid: no ground is given, or it is too long.
        NotLawful: the zone is not in force any more.
    """
    before = _standing_of(zone)
    ground = one_line(ground, most=NOTE_LENGTH, field="ground")
    advance(zone, "release", actor=actor, at=at)
    _stand(zone, "ended", _day_text(at), ground)
    facts = _facts(zone, sources, before=before, provision="REV-02", note=ground)
    record(events.RELEASED, zone, actor=actor, at=at, facts=facts)
    return zone


@dataclass(frozen=True)
class Standing:
    """What sources last said of a zone, and of which day (a partial date; "" when they do not say)."""

    key: str
    on_text: str
    note: str

    def checked(self) -> "Standing":
        """Return it in one form; Invalid when it is no standing, or the day is none."""
        if self.key not in STANDING_WORDS:
            raise Invalid(one_of("상태", "standing", STANDING_WORDS), "standing")
        return Standing(
            self.key,
            partial_day(self.on_text, "on_text"),
            one_line(self.note, most=NOTE_LENGTH, field="note", needed=False),
        )


@act(may="zones.note_standing", records=events.STANDING_NOTED, subject="zone")
def note_standing(
    *, actor: Actor, zone: Zone, standing: str, on_text: str, note: str, sources: Sequence[str], at: Moment
) -> Zone:
    """Record what sources last said of a zone: operating, unknown, partly-ended or ended. It decides nothing.

    ``on_text`` is the day of which they speak, a partial date; for ``unknown`` the day of the last report.

    Raises:
        Invalid: no such standing, no such day, or the note is too long.
    """
    before = _standing_of(zone)
    said = Standing(standing, on_text, note).checked()
    _stand(zone, said.key, said.on_text, said.note)
    facts = _facts(zone, sources, before=before, note=said.note)
    record(events.STANDING_NOTED, zone, actor=actor, at=at, facts=facts)
    return zone


@act(may="zones.rename", records=events.RENAMED, subject="zone")
def rename_zone(*, actor: Actor, zone: Zone, name: OtherName, sources: Sequence[str], at: Moment) -> Zone:
    """Record another name that a zone bore at a stage; the name of today stays.

    Raises:
        Invalid: the name is missing, too long, the name of today, or recorded for that stage already.
    """
    name_ko = one_line(name.name_ko, most=120, field="name_ko")
    stage = Words(
        one_line(name.stage.ko, most=60, field="stage"),
        one_line(name.stage.en, most=60, field="stage", needed=False),
    )
    if name_ko == zone.name_ko or zone.names.filter(name_ko=name_ko, stage_ko=stage.ko).exists():
        raise Invalid(Words("이미 기록된 이름입니다.", "That name is recorded already."), "name_ko")
    ZoneName.objects.create(
        zone=zone,
        name_ko=name_ko,
        stage_ko=stage.ko,
        stage_en=stage.en,
        on_text=partial_day(name.on_text, "on_text"),
    )
    facts = _facts(zone, sources, name=name_ko, stage=stage.ko, stage_en=stage.en)
    record(events.RENAMED, zone, actor=actor, at=at, facts=facts)
    return zone


@act(may="zones.state_claims", records=events.CLAIMS_STATED)
def state_claims(
    *, actor: Actor, subject_kind: str, subject_id: str, claims: Sequence[StatedClaim], at: Moment
) -> models.Model:
    """Record what sources say about fields of a record; where they disagree every value stands, one of them shown.

    The claims take the place of those recorded before about the same fields; the event keeps the earlier values.
    ``subject_kind`` is ``app.model`` in lower case.

    Raises:
        Invalid: no such record, no claim, two shown claims of one field, a wrong confidence, a long text.
    """
    subject = _subject(subject_kind, subject_id)
    rows = [_claim(subject, claim) for claim in claims]
    _one_shown_each(rows)
    earlier = Claim.objects.filter(
        subject_kind=subject_kind, subject_id=subject_id, field__in={row.field for row in rows}
    )
    before = _by_field(earlier)
    if before:
        earlier.delete()
    Claim.objects.bulk_create(rows)
    sources = tuple(dict.fromkeys(source for row in rows for source in row.sources))
    facts = Facts({"subject": str(subject), "claims": _by_field(rows)}, {"claims": before}, sources=sources)
    record(events.CLAIMS_STATED, subject, actor=actor, at=at, facts=facts)
    return subject


@act(may="zones.list_other", records=events.OTHER_LISTED)
def list_other_zone(*, actor: Actor, other: NewOtherZone, at: Moment) -> OtherZone:
    """List a zone of another ministry as reported; it is shown with its ministry and never decided on here.

    Raises:
        Invalid: a field is missing or too long, the key is taken or malformed, a region does not exist.
    """
    row = OtherZone(
        slug=other.slug, scheme=one_line(other.scheme, most=40, field="scheme"),
        name_ko=one_line(other.name_ko, most=160, field="name_ko"), regions=known_regions(other.regions),
        ministry=one_line(other.ministry, most=120, field="ministry"),
        designated_on=partial_day(other.designated_on, "designated_on"),
        date_basis=one_line(other.date_basis, most=80, field="date_basis", needed=False),
        standing=one_line(other.standing, most=40, field="standing"), note=one_line(other.note, most=200, field="note", needed=False),
        sources=list(other.sources), confidence=known_confidence(other.confidence),
    )  # fmt: skip
    try:
        row.full_clean(exclude=("sources", "regions"))
    except ValidationError as error:
        raise Invalid(not_a_key(other.slug), "slug") from error
    row.save(force_insert=True)
    facts = Facts(
        {"zone": row.name_ko, "scheme": row.scheme, "ministry": row.ministry}, sources=tuple(other.sources)
    )
    record(events.OTHER_LISTED, row, actor=actor, at=at, facts=facts)
    return row


def _facts(
    zone: Zone,
    sources: Sequence[str],
    *,
    before: dict[str, str] | None = None,
    provision: str = "",
    **more: str,
) -> Facts:
    """What every event of a zone carries: its name in both languages and where it stands now."""
    words = standing_words(zone.standing)
    after = {"zone": zone.title.ko, "zone_en": zone.title.en, "standing": words.ko, "standing_en": words.en}
    after |= {"standing_on": zone.standing_on} | more
    return Facts(after, before or {}, provision, tuple(sources))


def _standing_of(zone: Zone) -> dict[str, str]:
    return {"standing": zone.standing, "standing_on": zone.standing_on, "standing_note": zone.standing_note}


def _stand(zone: Zone, standing: str, on_text: str, note: str) -> None:
    zone.standing, zone.standing_on, zone.standing_note = standing, on_text, note
    zone.save(update_fields=["standing", "standing_on", "standing_note"])


def _day_text(at: Moment) -> str:
    return text_of(at)[:DAY_LENGTH]


def _subject(subject_kind: str, subject_id: str) -> models.Model:
    try:
        model = apps.get_model(subject_kind)
        found: models.Model = locked(model, UUID(subject_id))
    except (LookupError, ValueError, models.ObjectDoesNotExist) as error:
        raise Invalid(
            Words("출처를 붙일 자료가 없습니다.", "The record that the sources speak about does not exist."),
            "subject_id",
        ) from error
    return found


def _claim(subject: models.Model, claim: StatedClaim) -> Claim:
    return Claim(
        subject_kind=kind_name(subject), subject_id=str(subject.pk), region=getattr(subject, "region", "") or "",
        field=one_line(claim.field, most=40, field="field"),
        value=one_line(claim.value, most=500, field="value"), note=one_line(claim.note, most=NOTE_LENGTH, field="note", needed=False),
        note_en=one_line(claim.note_en, most=NOTE_LENGTH, field="note_en", needed=False),
        sources=list(claim.sources), confidence=known_confidence(claim.confidence), is_shown=claim.is_shown,
    )  # fmt: skip


def _one_shown_each(rows: Sequence[Claim]) -> None:
    """A field shows at most one value, so that a page never has to choose between sources."""
    shown = [row.field for row in rows if row.is_shown]
    if not rows or len(shown) != len(set(shown)):
        raise Invalid(
            Words(
                "출처의 내용을 하나 이상 적고, 항목마다 먼저 보일 값은 하나만 정해 주십시오.",
                "State at least one claim, and for each field no more than one that is shown first.",
            ),
            "claims",
        )


def _by_field(rows: Iterable[Claim]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.field, []).append(row.value)
    return found
