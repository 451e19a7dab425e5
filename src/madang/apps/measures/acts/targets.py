"""Acts on targets: a number by a year, as it was announced, and the figures on the way, each with its source."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.text import slugify

from madang.apps.measures import events, rules  # noqa: F401 -- rules enter the permissions
from madang.apps.measures.acts.writing import FIRST_YEAR, LAST_YEAR, addresses, partial, title
from madang.apps.measures.models import Measure, Target, TargetFigure
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.moments import Moment
from madang.kernel.words import Words

MOST = Decimal("99999999999999")


@dataclass(frozen=True)
class NewTarget:
    """A target: key, what, unit, number (``is_about``: said as “some”), year, when it was announced, sources."""

    slug: str
    title: str
    unit: str
    number: Decimal
    year: int
    sources: Sequence[str]
    title_en: str = ""
    unit_en: str = ""
    is_about: bool = False
    announced: str = ""
    measure: Measure | None = None


@act(may="measures.keep", records=events.TARGET_SET)
def set_target(*, actor: Actor, target: NewTarget, at: Moment) -> Target:
    """Register a target that was announced, with its source (목표 등록).

    Raises:
        Invalid: the key is taken, no source, a number not above zero, or a year out of range.
    """
    slug = slugify(target.slug)[:60]
    if not slug or Target.objects.filter(slug=slug).exists():
        raise Invalid(
            Words(
                "이 주소 이름은 쓸 수 없거나 이미 있습니다.", "This address name is taken or cannot be used."
            ),
            "slug",
        )
    if not FIRST_YEAR <= target.year <= LAST_YEAR:
        words = Words(
            f"연도는 {FIRST_YEAR}년부터 {LAST_YEAR}년까지입니다.",
            f"Years run from {FIRST_YEAR} to {LAST_YEAR}.",
        )
        raise Invalid(words, "year")
    row = Target(
        slug=slug, measure=target.measure, title_ko=title(target.title, "title", most=200),
        title_en=target.title_en.strip()[:200], unit_ko=title(target.unit, "unit", most=40),
        unit_en=target.unit_en.strip()[:40], number=_number(target.number, "number", above=True),
        is_about=target.is_about, year=target.year, announced_text=partial(target.announced, "announced").text,
        sources=addresses(target.sources, "sources", needed=True),
    )  # fmt: skip
    row.save(force_insert=True)
    told = {
        "title": row.title_ko,
        "year": row.year,
        "number": str(row.number),
        "unit": row.unit_ko,
        "unit_en": row.unit.en,
    }
    record(events.TARGET_SET, row, actor=actor, at=at, facts=Facts(told, sources=tuple(row.sources)))
    return row


@act(may="measures.keep", records=events.FIGURE_REPORTED, subject="target")
def report_figure(
    *,
    actor: Actor,
    target: Target,
    value: Decimal,
    as_of: str,
    sources: Sequence[str],
    note: str = "",
    at: Moment,
) -> TargetFigure:
    """Report how far a target had come on a day, with its source (실적 기록).

    Raises:
        Invalid: no day, no source, a second figure of the same day, or a number below zero.
    """
    day = partial(as_of, "as_of")
    if not day.text:
        raise Invalid(Words("기준일을 적으십시오.", "Write the day it speaks of."), "as_of")
    if target.figures.filter(as_of_text=day.text).exists():
        raise Invalid(
            Words("이 기준일의 실적이 이미 있습니다.", "There is a figure of that day already."), "as_of"
        )
    row = TargetFigure.objects.create(
        target=target, value=_number(value, "value", above=False), as_of_text=day.text,
        sources=addresses(sources, "sources", needed=True), note=title(note, "note") if note.strip() else "",
    )  # fmt: skip
    told = {"as_of": day.text, "value": str(row.value), "unit": target.unit_ko, "unit_en": target.unit.en}
    record(events.FIGURE_REPORTED, target, actor=actor, at=at, facts=Facts(told, sources=tuple(row.sources)))
    return row


def _number(value: Decimal, field: str, *, above: bool) -> Decimal:
    if not value.is_finite() or value < 0 or (above and value == 0) or value > MOST:
        raise Invalid(Words("0보다 큰 숫자를 적으십시오.", "Write a number above zero."), field)
    return value
