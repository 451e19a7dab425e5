"""Spans of days on one axis, half-open, with today marked."""

from datetime import date, timedelta

from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from madang.core.ui.cells import cell
from madang.core.ui.charts.svg import Drawing, at, clipped, drawn_text, joined, linked, per_cent, shape
from madang.core.ui.shapes import Gantt, Span, WrongUse
from madang.core.ui.texts import day, in_english, text

ROW, HEAD = 42, 30
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_MOST_TICKS = 6


class Axis:
    """Days from the first of a month to the first of a month, cut by ticks of whole months."""

    def __init__(self, first: date, last: date) -> None:
        self.step = next((s for s in _STEPS if months(first, last) / s <= _MOST_TICKS), _STEPS[-1])
        begin = _index(first) - _index(first) % self.step
        end = _index(last) // self.step * self.step + self.step
        self.ticks = [_month(index) for index in range(begin, end + 1, self.step)]
        self.first, self.last = self.ticks[0], self.ticks[-1]

    def share(self, on: date) -> float:
        """Where a day lies, from 0 to 1."""
        return (on - self.first) / (self.last - self.first)

    def label(self, tick: date) -> str:
        """A tick in words: the year alone when ticks are years."""
        if self.step >= 12:
            return str(tick.year)
        return day(f"{tick.year}-{tick.month:02}") if in_english() else f"{tick.year}. {tick.month}."


def drawn(chart: Gantt) -> Drawing:
    """Return the chart drawn; a span without a known end runs to the edge with a dashed border."""
    if not chart.spans:
        raise WrongUse("a Gantt chart needs at least one span; show an empty state instead")
    ends = (span.ends_before for span in chart.spans)
    days = [*(span.starts_on for span in chart.spans), *(on for on in (*ends, chart.today) if on)]
    axis = Axis(min(days), max(days))
    height = HEAD + ROW * len(chart.spans)
    parts = _ticks(axis, height) + ([_today(axis, chart.today, height)] if chart.today else [])
    parts += [_row(axis, span, n) for n, span in enumerate(chart.spans)]
    return Drawing(
        key=chart.key,
        title=chart.title,
        description=text(chart.description)
        or "; ".join(f"{text(s.label)} {_period(s)}" for s in chart.spans),
        height=height + (20 if chart.today else 4),
        body=joined(parts),
        heads=(
            pgettext("chart", "항목"),
            pgettext("chart", "시작"),
            pgettext("chart", "끝나는 날"),
            pgettext("chart", "비고"),
        ),
        rows=[(linked(s.label, s.href), cell(s.starts_on), _last_cell(s), text(s.note)) for s in chart.spans],
    )


def months(first: date, last: date) -> int:
    """Return how many months lie between two days.

    >>> months(date(2024, 4, 30), date(2025, 1, 2))
    9
    """
    return _index(last) - _index(first)


def _index(on: date) -> int:
    return on.year * 12 + on.month - 1


def _month(index: int) -> date:
    return date(index // 12, index % 12 + 1, 1)


def _last(span: Span) -> str:
    """The last day of a half-open span, as people say it."""
    return day(span.ends_before - timedelta(days=1)) if span.ends_before else pgettext("chart", "끝 미상")


def _last_cell(span: Span) -> object:
    return cell(span.ends_before - timedelta(days=1)) if span.ends_before else _last(span)


def _period(span: Span) -> str:
    return f"{day(span.starts_on)} – {_last(span)}"


def _ticks(axis: Axis, height: int) -> list[SafeString]:
    parts = []
    for n, tick in enumerate(axis.ticks):
        x = per_cent(axis.share(tick))
        anchor = "start" if n == 0 else "end" if n == len(axis.ticks) - 1 else "middle"
        kind = "tick minor" if n % 2 else "tick"
        parts.append(shape("line", class_="grid", x1=x, x2=x, y1=20, y2=height))
        parts.append(drawn_text(axis.label(tick), x=x, y=13, kind=kind, anchor=anchor))
    return parts


def _row(axis: Axis, span: Span, place: int) -> SafeString:
    y = HEAD + place * ROW
    start, end = axis.share(span.starts_on), axis.share(span.ends_before) if span.ends_before else 1.0
    kind = f"span {span.tone}" + ("" if span.ends_before else " open")
    width = per_cent(max(end - start, 0.008))
    return joined(
        (
            clipped(span.label, y=y + 16, share=0.98),
            _ground(_period(span), y),
            drawn_text(_period(span), x="100%", y=y + 16, kind="tick minor", anchor="end"),
            shape("rect", class_=kind, x=per_cent(start), y=y + 23, width=width, height=10),
        )
    )


def _ground(shown: str, y: int) -> SafeString:
    """A piece of ground under a period, so that no line runs through it; widths of letters are estimated."""
    width = sum(12.5 if letter > "\u1100" and letter != "–" else 7.2 for letter in shown)
    rect = shape("rect", class_="ground minor", x=round(-width - 6), y=0, width=round(width + 8), height=20)
    return at(1, y + 1, rect)


def _today(axis: Axis, today: date, height: int) -> SafeString:
    share = axis.share(today)
    anchor = "start" if share < 0.1 else "end" if share > 0.9 else "middle"
    line = shape("line", class_="today", x1=per_cent(share), x2=per_cent(share), y1=20, y2=height)
    return joined(
        (
            line,
            drawn_text(
                pgettext("chart", "오늘"), x=per_cent(share), y=height + 15, kind="tick today", anchor=anchor
            ),
        )
    )
