"""Horizontal bars: label and value above, bar below, so that nothing collides on a narrow screen."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from madang.core.ui.charts.svg import Drawing, clipped, drawn_text, joined, per_cent, shape
from madang.core.ui.shapes import Bar, BarChart
from madang.core.ui.texts import number, text

ROW = 44


def drawn(chart: BarChart) -> Drawing:
    """Return the chart drawn; unknown values have an empty, dashed bar and say so."""
    top = max((bar.value for bar in chart.bars if bar.value is not None), default=0) or 1
    body = joined(_bar(bar, y, top, text(chart.unit)) for y, bar in enumerate(chart.bars))
    return Drawing(
        key=chart.key,
        title=chart.title,
        description=text(chart.description) or summary(chart.bars, text(chart.unit)),
        height=ROW * len(chart.bars),
        body=body,
        heads=(pgettext("chart", "항목"), pgettext("chart", "값"), pgettext("chart", "비고")),
        rows=[(text(bar.label), amount(bar, text(chart.unit)), text(bar.note)) for bar in chart.bars],
    )


def amount(bar: Bar, unit: str) -> str:
    """Return a value with its unit, or that it is unknown."""
    return pgettext("chart", "미상") if bar.value is None else f"{number(bar.value)}{unit}"


def summary(bars: Sequence[Bar], unit: str) -> str:
    """Return all values as one sentence for those who cannot see the picture."""
    return ", ".join(f"{text(bar.label)} {amount(bar, unit)}" for bar in bars)


def _bar(bar: Bar, place: int, top: float, unit: str) -> SafeString:
    y = place * ROW
    parts = [
        clipped(bar.label, y=y + 16, share=0.7),
        drawn_text(amount(bar, unit), x="100%", y=y + 16, kind="value", anchor="end"),
        shape(
            "rect",
            class_="track" if bar.value is not None else "track missing",
            y=y + 23,
            width="100%",
            height=10,
        ),
    ]
    if bar.value:
        parts.append(shape("rect", class_="bar", y=y + 23, width=per_cent(bar.value / top), height=10))
    return joined(parts)
