"""The Gantt chart of tools as two pictures side by side: names that stay, and bars that scroll beneath the years.

A page holds two hundred rows, so bars of one look are one path: the look is a class and a pattern, never a colour alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from madang.apps.exemptions.queries.gantt import Charted
from madang.apps.exemptions.views.gantt_pieces import (
    BY_LAW,
    EXTENDED,
    MAY,
    OPEN_END,
    OPEN_START,
    RANGE,
    TERM,
    Piece,
    days_of,
    is_near,
    pieces_of,
    warned_from,
)
from madang.core.ui.texts import text
from madang.kernel.procedures.radar import UNKNOWN
from madang.kernel.words import Words

ROW, HEAD, ZONE_ROW, STUB = 24, 34, 28, 22
#: pixels of a year, the room behind the last bar for its words, and letters of a name that are drawn
YEAR, ROOM, LETTERS = 70, 128, 24
#: where the law of a tool stands: its look, and the words beside the bar
LAW_LOOKS = {
    "": ("l0", Words("법령 미상", "law not on record")),
    "watched": ("l1", Words("정비 대상", "to be revised")),
    "plan_due": ("l1", Words("계획 대기", "plan awaited")),
    "planned": ("l2", Words("정비계획", "planned")),
    "begun": ("l3", Words("정비 중", "being revised")),
    "in_force": ("l4", Words("정비 완료", "revised")),
    "unneeded": ("l5", Words("정비 불필요", "no need found")),
}
BARS = (TERM, EXTENDED, BY_LAW)
_LINES = {RANGE: "g-range", OPEN_END: "g-open", OPEN_START: "g-open", MAY: "g-may"}


class Drawn(NamedTuple):
    """The finished chart: names, bars and how wide and high they are."""

    names: SafeString
    plot: SafeString
    width: int
    height: int


@dataclass(frozen=True)
class Axis:
    """Whole years of days on a line of pixels."""

    first_year: int
    years: int

    @property
    def width(self) -> int:
        """Pixels of all years."""
        return self.years * YEAR

    def x(self, on: date) -> int:
        """Where a day begins."""
        begin = date(on.year, 1, 1)
        part = (on - begin).days / 366
        return round((on.year - self.first_year + part) * YEAR)


def axis_of(rows: Iterable[Sequence[Piece]], today: date) -> Axis:
    """The years that hold all pieces and today."""
    years = [today.year, *(on.year for pieces in rows for on in days_of(pieces))]
    return Axis(min(years), max(years) - min(years) + 1)


def drawn(groups: Sequence[tuple[Words, Sequence[Charted]]], today: date) -> Drawn:
    """Draw tools, group by group (a group is a zone)."""
    pieces = {tool.row.pk: pieces_of(tool, today) for _zone, tools in groups for tool in tools}
    axis = axis_of(pieces.values(), today)
    pens, labels = _Pens(axis), _Labels()
    names: list[str] = []
    words: list[str] = []
    rules: list[str] = []
    y = HEAD
    for zone, tools in groups:
        rules.append(f"M0 {y}H{axis.width + ROOM}")
        names.append(f'<text class="g-zone" y="{y + 19}">{escape(text(zone))}</text>')
        y += ZONE_ROW
        for tool in tools:
            names.append(f'<text y="{y + 16}">{escape(_short(tool.row.title))}</text>')
            end = pens.row(tool, pieces[tool.row.pk], y + ROW // 2)
            words.append(f'<text x="{end + 6}" y="{y + 16}">{escape(labels.of(tool, today))}</text>')
            y += ROW
    plot = [*_years(axis, y), f'<path class="g-rule" d="{"".join(rules)}"/>', *pens.paths()]
    plot += [*_today(axis, today, y), f'<g class="g-words">{"".join(words)}</g>']
    return Drawn(mark_safe("".join(names)), mark_safe("".join(plot)), axis.width + ROOM, y + 4)


class _Pens:
    """The paths of a chart, one for each look; each row adds to them."""

    def __init__(self, axis: Axis) -> None:
        self.axis = axis
        self.bars: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.lines: dict[str, list[str]] = defaultdict(list)

    def row(self, tool: Charted, pieces: Sequence[Piece], y: int) -> int:
        """Draw one row around a middle line; return where its last piece ends."""
        look, end = LAW_LOOKS[tool.law][0], 0
        for piece in pieces:
            first, last = self._span(piece)
            end = max(end, last)
            if piece.kind in BARS:
                self.bars[piece.kind, look].append(f"M{first} {y}H{last}")
            else:
                self.lines[_LINES[piece.kind]].append(f"M{first} {y}H{last}")
        if tool.row.legal_end is not None:
            end = max(end, self._ends(tool, tool.row.legal_end, y))
        return end

    def paths(self) -> list[str]:
        """The elements; a bar carries its pattern as an attribute, since sheets cannot reach into the page."""
        bars = [
            f'<path class="g-{kind} {look}" stroke="url(#g-{look})" d="{"".join(parts)}"/>'
            for (kind, look), parts in sorted(self.bars.items())
        ]
        lines = [
            f'<path class="{kind}"{_hatched(kind)} d="{"".join(parts)}"/>'
            for kind, parts in sorted(self.lines.items())
        ]
        return [*bars, *lines]

    def _span(self, piece: Piece) -> tuple[int, int]:
        first, last = self.axis.x(piece.first), self.axis.x(piece.last)
        if piece.kind == OPEN_END:
            return first, first + STUB
        if piece.kind == OPEN_START:
            return last - STUB, last
        return first, max(last, first + 2)

    def _ends(self, tool: Charted, legal_end: date, y: int) -> int:
        """The tick of the legal end, and beneath the bar the days of the warning before it."""
        x = self.axis.x(legal_end)
        self.lines["g-end"].append(f"M{x} {y - 9}v18")
        since = warned_from(tool)
        if since is not None:
            self.lines["g-warn"].append(f"M{self.axis.x(since)} {y + 9}H{x}")
        return x


def _hatched(kind: str) -> str:
    return ' stroke="url(#g-open)"' if kind in ("g-open", "g-range") else ""


class _Labels:
    """The words at the end of a row: where its law stands, that its end is near or that it is unknown."""

    def __init__(self) -> None:
        self.laws = {state: text(words) for state, (_look, words) in LAW_LOOKS.items()}
        self.near, self.unknown = _("90일 안"), _("끝 미상")

    def of(self, tool: Charted, today: date) -> str:
        """Return the words of one row."""
        law = self.laws[tool.law]
        if is_near(tool, today):
            law = f"{self.near} · {law}"
        return f"{self.unknown} · {law}" if tool.row.choice == UNKNOWN and not tool.ends.is_known else law


def _short(title: str) -> str:
    return title if len(title) <= LETTERS else title[: LETTERS - 1].rstrip() + "…"


def _years(axis: Axis, height: int) -> list[str]:
    lines = "".join(f"M{n * YEAR} 22V{height}" for n in range(axis.years + 1))
    labels = "".join(
        f'<text x="{n * YEAR + 4}" y="16">{axis.first_year + n}</text>' for n in range(axis.years)
    )
    return [f'<path class="g-year" d="{lines}"/>', f'<g class="g-years">{labels}</g>']


def _today(axis: Axis, today: date, height: int) -> list[str]:
    x = axis.x(today)
    return [
        f'<path class="g-today" d="M{x} 22V{height}"/>',
        f'<text class="g-now" x="{x + 4}" y="31">{escape(_("오늘"))}</text>',
    ]
