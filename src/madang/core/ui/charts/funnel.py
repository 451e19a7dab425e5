"""Stages of a selection: how many there were, what was left, and the share of the stage before."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from madang.core.ui.charts.bars import amount, summary
from madang.core.ui.charts.svg import Drawing, clipped, drawn_text, joined, per_cent, shape, stretched
from madang.core.ui.shapes import Bar, Funnel
from madang.core.ui.texts import text

ROW, BAR = 60, 16


def drawn(chart: Funnel) -> Drawing:
    """Return the funnel drawn; a stage whose number is unknown is dashed and breaks the chain of shares."""
    unit = text(chart.unit)
    top = max((stage.value for stage in chart.stages if stage.value is not None), default=0) or 1
    shares = _shares(chart.stages)
    slopes = (
        _slope(n, pair, top) for n, pair in enumerate(zip(chart.stages, chart.stages[1:], strict=False))
    )
    rows = (_stage(n, stage, top, (amount(stage, unit), shares[n])) for n, stage in enumerate(chart.stages))
    return Drawing(
        key=chart.key,
        title=chart.title,
        description=text(chart.description) or summary(chart.stages, unit),
        height=ROW * len(chart.stages) - 12,
        body=joined((*slopes, *rows)),
        heads=(
            pgettext("chart", "단계"),
            pgettext("chart", "수"),
            pgettext("chart", "앞 단계 대비"),
            pgettext("chart", "비고"),
        ),
        rows=[
            (text(s.label), amount(s, unit), share, text(s.note))
            for s, share in zip(chart.stages, shares, strict=True)
        ],
    )


def _shares(stages: Sequence[Bar]) -> list[str]:
    """The share of the stage before, "" where either is unknown or more are counted (plans after regions)."""
    before = [None, *(stage.value for stage in stages[:-1])]
    return [
        f"{stage.value / prior:.0%}" if prior and stage.value is not None and stage.value <= prior else ""
        for prior, stage in zip(before, stages, strict=True)
    ]


def _stage(place: int, stage: Bar, top: float, words: tuple[str, str]) -> SafeString:
    y = place * ROW
    shown = f"{words[0]} · {words[1]}" if words[1] else words[0]
    known = stage.value is not None
    width = per_cent((stage.value or 0) / top) if known else "100%"
    return joined(
        (
            clipped(stage.label, y=y + 17, share=0.64),
            drawn_text(shown, x="100%", y=y + 17, kind="value", anchor="end"),
            shape("rect", class_="bar" if known else "track missing", y=y + 26, width=width, height=BAR),
        )
    )


def _slope(place: int, pair: tuple[Bar, Bar], top: float) -> SafeString:
    """The pale ground between two stages."""
    upper, lower = (stage.value for stage in pair)
    if upper is None or lower is None:
        return SafeString("")
    height = ROW - BAR
    points = f"0,0 {upper / top * 1000:g},0 {lower / top * 1000:g},{height} 0,{height}"
    return stretched(shape("polygon", class_="slope", points=points), y=place * ROW + 26 + BAR, height=height)
