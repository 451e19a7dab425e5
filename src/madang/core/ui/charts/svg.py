"""The little SVG that the charts need. Widths are per cent of the place, so text keeps its size on every screen.

A chart has no viewBox: lengths across are per cent, lengths down are pixels. Shapes that cannot be given in per cent
(lines, slopes) stand in a nested ``svg`` that is stretched, with strokes that are not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from madang.core.ui.shapes import Text
from madang.core.ui.texts import text


@dataclass(frozen=True)
class Drawing:
    """A finished chart: picture, words for it, and the same figures as a table (``heads`` over ``rows``)."""

    key: str
    title: Text
    description: str
    height: int
    body: SafeString
    heads: Sequence[str]
    rows: Sequence[Sequence[object]]
    legend: Sequence[tuple[SafeString, str]] = field(default_factory=tuple)

    @property
    def context(self) -> dict[str, object]:
        """What the template ``ui/chart.html`` shows."""
        return {"drawing": self}


def per_cent(share: float) -> str:
    """Return a share of one as a length across.

    >>> per_cent(0.125)
    '12.5%'
    """
    return f"{round(share * 100, 2):g}%"


def shape(tag: str, content: str = "", **attributes: object) -> SafeString:
    """Return one element; ``_`` in a name becomes ``-``, a trailing one is dropped.

    >>> str(shape("rect", class_="bar", width="10%"))
    '<rect class="bar" width="10%"></rect>'
    """
    pairs = "".join(f' {_name(key)}="{conditional_escape(str(value))}"' for key, value in attributes.items())
    return mark_safe(f"<{tag}{pairs}>{conditional_escape(content)}</{tag}>")


def joined(parts: Iterable[SafeString]) -> SafeString:
    """Return elements one after another."""
    return mark_safe("".join(parts))


def stretched(content: SafeString, *, y: float, height: float) -> SafeString:
    """Return a nested picture, 1000 units wide whatever the screen, for lines and slopes."""
    box = f"0 0 1000 {height:g}"
    return shape("svg", content, y=y, height=height, width="100%", viewBox=box, preserveAspectRatio="none")


def at(share: float, y: float, content: SafeString) -> SafeString:
    """Return content drawn around a point."""
    return shape("svg", content, x=per_cent(share), y=y, overflow="visible")


def clipped(label: Text, *, y: float, share: float) -> SafeString:
    """Return a label that never runs into what stands right of it."""
    inner = shape("text", text(label), class_="label", x=0, y=16)
    return shape("svg", inner, y=y - 16, height=24, width=per_cent(share))


def drawn_text(content: str, *, x: str, y: float, kind: str, anchor: str = "start") -> SafeString:
    """Return a piece of text; ``kind`` is its class."""
    return shape("text", content, class_=kind, x=x, y=y, text_anchor=anchor)


def linked(label: Text, href: str) -> SafeString:
    """Return a link for the table twin, or the label alone."""
    shown = text(label)
    return format_html('<a href="{}">{}</a>', href, shown) if href else conditional_escape(shown)


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-") if key not in ("viewBox", "preserveAspectRatio") else key
