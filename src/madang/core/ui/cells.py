"""One value as safe markup, by its type: what stands in a table cell or a key fact."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from madang.core.ui.shapes import Badge, Link
from madang.core.ui.tags.actions import badge
from madang.core.ui.texts import day, iso, moment, number, text


def cell(value: object) -> SafeString:
    """Return a value as people read it: words, day, instant, number, link, badge, list; nothing is a dash."""
    if value is None or value == "":
        return format_html(
            '<span class="none"><span aria-hidden="true">–</span>{}</span>', _hidden(_("값 없음"))
        )
    if isinstance(value, Link):
        return link(value)
    if isinstance(value, Badge):
        return badge(value)
    if isinstance(value, bool):
        return conditional_escape(_("예") if value else _("아니요"))
    if isinstance(value, (int, float, Decimal)):
        return conditional_escape(number(value))
    if _is_time(value):
        return (
            format_html('<time datetime="{}">{}</time>', iso(value), moment(value))
            if iso(value)
            else _day(value)
        )
    if type(value) in (list, tuple):
        return format_html_join(SafeString("<br>"), "{}", ((cell(one),) for one in value))
    return conditional_escape(value if isinstance(value, SafeString) else text(value))


def link(to: Link) -> SafeString:
    """Return a link, or its text alone when there is no address."""
    label = text(to.label)
    return format_html('<a href="{}">{}</a>', to.href, label) if to.href else conditional_escape(label)


def lookup(row: Any, path: str) -> object:
    """Return what an attribute path means for a row: mappings by key, the rest by attribute."""
    for name in path.split("."):
        row = row[name] if isinstance(row, Mapping) else getattr(row, name)
    return row


def _is_time(value: object) -> bool:
    """A date, an instant, or a partial date (known by the earliest day that it can mean)."""
    return isinstance(value, (date, datetime)) or hasattr(value, "is_exact")


def _day(value: object) -> SafeString:
    return conditional_escape(day(value))


def _hidden(label: str) -> SafeString:
    return format_html('<span class="hidden">{}</span>', label)
