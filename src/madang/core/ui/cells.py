"""One value as safe markup, by its type: what stands in a table cell or a key fact."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from madang.core.ui.shapes import Badge, Link
from madang.core.ui.tags.actions import badge
from madang.core.ui.texts import day, iso, moment, number, text
from madang.kernel.words import Words


def cell(value: object) -> SafeString:
    """Return a value as people read it: words, day, instant, number, link, badge, list; nothing is a dash."""
    if type(value) is SafeString and value:
        return value
    if value is None or value == "":
        return format_html(
            '<span class="none"><span aria-hidden="true">–</span>{}</span>', _hidden(_("값 없음"))
        )
    if _is_time(value):
        return _time(value)
    for kinds, shown in _SHOWN:
        if isinstance(value, kinds):
            return shown(value)
    return conditional_escape(value if isinstance(value, SafeString) else text(value))


def stated(value: object) -> SafeString:
    """Return a value that ought to be there: None is said to be unknown, in words."""
    return format_html('<span class="none">{}</span>', _("확인되지 않음")) if value is None else cell(value)


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


def _time(value: object) -> SafeString:
    machine = iso(value)
    return (
        format_html('<time datetime="{}">{}</time>', machine, moment(value))
        if machine
        else _plain(day(value))
    )


def _plain(shown: str) -> SafeString:
    return conditional_escape(shown)


def _lines(values: list[object] | tuple[object, ...]) -> SafeString:
    if isinstance(values, Words):
        return _plain(text(values))
    return format_html_join(SafeString("<br>"), "{}", ((cell(one),) for one in values))


def _hidden(label: str) -> SafeString:
    return format_html('<span class="hidden">{}</span>', label)


#: How a value of a kind is shown; the first kind that fits decides (a Link is a tuple, a bool is an int).
_SHOWN: tuple[tuple[type | tuple[type, ...], Callable[[Any], SafeString]], ...] = (
    (Link, link),
    (Badge, badge),
    (bool, lambda value: _plain(_("예") if value else _("아니요"))),
    ((int, float, Decimal), lambda value: _plain(number(value))),
    ((list, tuple), _lines),
)
