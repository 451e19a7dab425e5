"""Lines over common labels. Series differ by dash and marker, so that colour is never needed to tell them apart."""

from collections.abc import Sequence
from itertools import groupby
from math import ceil, floor, log10

from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from madang.core.ui.charts.svg import Drawing, at, drawn_text, joined, per_cent, shape, stretched
from madang.core.ui.shapes import LineChart, Series, WrongUse
from madang.core.ui.texts import number, text

HEIGHT, TOP, EDGE = 190, 26, 0.05
MARKERS = (
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "M-4-4h8v8h-8z",
    "M0-5l5 9h-10z",
    "M0-5.5l5.5 5.5l-5.5 5.5l-5.5-5.5z",
)


def drawn(chart: LineChart) -> Drawing:
    """Return the chart drawn.

    Raises:
        WrongUse: more than four series, or a series that has not one value for each label.
    """
    _check(chart)
    top = nice_top(max(_known(chart), default=0))
    alone = len(chart.series) == 1
    parts = [*_grid(top, text(chart.unit)), *_labels(chart.labels)]
    for place, series in enumerate(chart.series):
        parts += [_line(series, place, top), _marks(series, place, top, written=alone)]
    return Drawing(
        key=chart.key,
        title=chart.title,
        description=text(chart.description) or _summary(chart),
        height=TOP + HEIGHT + 30,
        body=joined(parts),
        heads=(pgettext("chart", "구분"), *(text(series.label) for series in chart.series)),
        rows=[(text(label), *_row(chart, place)) for place, label in enumerate(chart.labels)],
        legend=() if alone else [(_swatch(place), text(s.label)) for place, s in enumerate(chart.series)],
    )


def _check(chart: LineChart) -> None:
    if len(chart.series) > len(MARKERS) or any(len(s.values) != len(chart.labels) for s in chart.series):
        raise WrongUse("a line chart has at most four series, each with one value (or None) for every label")


def _known(chart: LineChart) -> list[float]:
    return [value for series in chart.series for value in series.values if value is not None]


def _row(chart: LineChart, place: int) -> list[str]:
    """The values over one label, for the table twin."""
    values = (series.values[place] for series in chart.series)
    return [pgettext("chart", "미상") if value is None else number(value) for value in values]


def nice_top(value: float) -> float:
    """Return the end of the axis: the next of 1, 2, 4, 5, 6, 8, 10 times a power of ten.

    >>> nice_top(42), nice_top(7), nice_top(0)
    (50, 8, 1)
    """
    if value <= 0:
        return 1
    power = 10 ** floor(log10(value))
    step = next(s for s in (1, 2, 4, 5, 6, 8, 10) if s * power >= value)
    return step * power


def _x(place: int, count: int) -> float:
    return 0.5 if count < 2 else EDGE + (1 - 2 * EDGE) * place / (count - 1)


def _y(value: float, top: float) -> float:
    return round(TOP + HEIGHT * (1 - value / top), 1)


def _grid(top: float, unit: str) -> list[SafeString]:
    """Four lines; the number stands on its line, so that the axis takes no width."""
    steps = 5 if top in (5, 50, 500, 5000) else 4
    parts = []
    for n in range(steps + 1):
        value = top * n / steps
        y = _y(value, top)
        shown = number(int(value) if value == int(value) else round(value, 2))
        parts.append(shape("line", class_="grid" if n else "axis", x1=0, x2="100%", y1=y, y2=y))
        if n:
            parts.append(drawn_text(f"{shown}{unit if n == steps else ''}", x="0", y=y - 4, kind="tick"))
    return parts


def _line(series: Series, place: int, top: float) -> SafeString:
    """The strokes of one series; an unknown value breaks the line."""
    count = len(series.values)
    runs = groupby(enumerate(series.values), key=lambda pair: pair[1] is not None)
    strokes = [
        shape(
            "polyline",
            class_=f"line s{place + 1}",
            points=" ".join(f"{_x(n, count) * 1000:g},{_y(v, top):g}" for n, v in run if v is not None),
        )
        for known, run in runs
        if known
    ]
    return stretched(joined(strokes), y=0, height=TOP + HEIGHT + 8)


def _marks(series: Series, place: int, top: float, *, written: bool) -> SafeString:
    count = len(series.values)
    parts = []
    for n, value in enumerate(series.values):
        if value is None:
            continue
        y = _y(value, top)
        parts.append(at(_x(n, count), y, shape("path", class_=f"mark s{place + 1}", d=MARKERS[place])))
        if written:
            where = per_cent(_x(n, count))
            parts.append(
                drawn_text(number(value), x=where, y=y - 10, kind=_kind("value", n, count), anchor="middle")
            )
    return joined(parts)


def _labels(labels: Sequence[object]) -> list[SafeString]:
    y, count = TOP + HEIGHT + 22, len(labels)
    return [
        drawn_text(text(label), x=per_cent(_x(n, count)), y=y, kind=_kind("tick", n, count), anchor="middle")
        for n, label in enumerate(labels)
    ]


def _kind(kind: str, place: int, count: int) -> str:
    """Mark what a narrow screen leaves out, so that about six labels stay; the last one always stays."""
    every = max(1, ceil(count / 6))
    return kind if (count - 1 - place) % every == 0 else f"{kind} minor"


def _swatch(place: int) -> SafeString:
    parts = (
        shape("line", class_=f"line s{place + 1}", x1=0, x2=28, y1=8, y2=8),
        at(0.5, 8, shape("path", class_=f"mark s{place + 1}", d=MARKERS[place])),
    )
    return shape("svg", joined(parts), class_="swatch", width=28, height=16, aria_hidden="true")


def _summary(chart: LineChart) -> str:
    return "; ".join(f"{text(s.label)} {_range(chart, s)}" for s in chart.series)


def _range(chart: LineChart, series: Series) -> str:
    """First and last known value with their labels."""
    known = [
        (label, value) for label, value in zip(chart.labels, series.values, strict=True) if value is not None
    ]
    if not known:
        return pgettext("chart", "미상")
    return " → ".join(
        f"{text(label)} {number(value)}" for label, value in dict.fromkeys((known[0], known[-1]))
    )
