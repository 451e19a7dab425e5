"""Filters for what people read: ``|words``, ``|day``, ``|moment``, ``|won``."""

from decimal import Decimal

from django import template

from madang.core.ui import texts

register = template.Library()


@register.filter
def words(value: object) -> str:
    """Words in the language of the page: ``{{ state.public_words|words }}``."""
    return texts.text(value)


@register.filter
def day(value: object) -> str:
    """A date, instant or partial date as a day: ``{{ zone.designated_on|day }}`` → 2019. 7. 24.(수) · 24 Jul 2019 (Wed)."""
    return texts.day(value)


@register.filter
def moment(value: object, precision: str = "") -> str:
    """An instant in Korean time: ``{{ plan.submitted_at|moment }}``, with seconds ``|moment:"seconds"``."""
    return texts.moment(value, seconds=precision == "seconds")


@register.filter
def iso(value: object) -> str:
    """The machine form for ``<time datetime="…">``: ``{{ item.on|iso }}``."""
    return texts.iso(value)


@register.filter
def won(value: int | Decimal | None) -> str:
    """An exact amount: ``{{ budget|won }}`` → 1,598,000,000원 · KRW 1,598,000,000."""
    return texts.won(value)


@register.filter
def won_short(value: int | Decimal | None) -> str:
    """A rounded amount for tiles: ``{{ budget|won_short }}`` → 16.0억 원 · KRW 1.6 billion."""
    return texts.won_short(value)
