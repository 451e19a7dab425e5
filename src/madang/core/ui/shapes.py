"""What components are fed with: small frozen records, so that a wrong field fails where it is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple

from madang.kernel.words import Words

Text = Words | str
Tone = Literal["neutral", "info", "success", "warning", "danger"]
TONES: tuple[str, ...] = ("neutral", "info", "success", "warning", "danger")


class WrongUse(ValueError):
    """A component was given an argument that it does not know; the sentence says what it does know."""


def one_of(name: str, value: str, allowed: Sequence[str]) -> str:
    """Return the value when it is allowed.

    >>> one_of("tone", "info", TONES)
    'info'
    """
    if value not in allowed:
        raise WrongUse(f"{name}={value!r} is not one of {', '.join(map(repr, allowed))}")
    return value


@dataclass(frozen=True)
class Link:
    """A place to go: navigation entry, tab, breadcrumb, cell. ``href`` "" is text only; ``count`` stands behind."""

    label: Text
    href: str = ""
    current: bool = False
    count: int | None = None


class LinkGroup(NamedTuple):
    """Links of a side navigation under one heading ("" for none)."""

    title: Text
    links: Sequence[Link]


@dataclass(frozen=True)
class Badge:
    """A state in words; the tone adds colour and an icon, never replaces the words."""

    label: Text
    tone: str = "neutral"
    icon: str = ""

    def __post_init__(self) -> None:
        one_of("tone", self.tone, TONES)


@dataclass(frozen=True)
class Column:
    """A column: ``value`` is an attribute path ("zone.name") or a function of the row; ``sort`` its query value."""

    label: Text
    value: str | Callable[[Any], object]
    numeric: bool = False
    sort: str = ""


@dataclass(frozen=True)
class Fact:
    """A labelled value of a key-facts list; None is shown as unknown."""

    label: Text
    value: object
    note: Text = ""


@dataclass(frozen=True)
class Source:
    """Where a fact was read. ``published`` is a date, a PartialDate or None."""

    title: Text
    href: str = ""
    publisher: Text = ""
    published: object = None


@dataclass(frozen=True)
class Conflict:
    """Sources that disagree about one thing: each value stands with its source."""

    about: Text
    values: Sequence[tuple[object, Source]]


@dataclass(frozen=True)
class TimelineItem:
    """One legal event. ``on`` is a date, an instant or a PartialDate; ``when`` is past, now or next."""

    title: Text
    on: object
    when: str = "past"
    office: Text = ""
    citation: Text = ""
    note: Text = ""
    source: Source | None = None

    def __post_init__(self) -> None:
        one_of("when", self.when, ("past", "now", "next"))


@dataclass(frozen=True)
class Check:
    """A line of a checklist: met, not met, or None when a fact is missing (then ``note`` names it)."""

    label: Text
    met: bool | None
    citation: Text = ""
    note: Text = ""
    href: str = ""


@dataclass(frozen=True)
class Step:
    """A stage of a procedure for the step indicator."""

    label: Text
    note: Text = ""


@dataclass(frozen=True)
class Bar:
    """One value of a bar chart or one stage of a funnel; None is unknown and is drawn as such."""

    label: Text
    value: int | float | None
    note: Text = ""


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars, one unit for all; ``key`` makes the ids of the page unique."""

    key: str
    title: Text
    bars: Sequence[Bar]
    unit: Text = ""
    description: Text = ""


@dataclass(frozen=True)
class Funnel:
    """Stages in order, each with what was left."""

    key: str
    title: Text
    stages: Sequence[Bar]
    unit: Text = ""
    description: Text = ""


@dataclass(frozen=True)
class Series:
    """One line; a None is a gap, never a zero."""

    label: Text
    values: Sequence[int | float | None]


@dataclass(frozen=True)
class LineChart:
    """Lines over common labels (at most four series: shape and dash tell them apart, not colour alone)."""

    key: str
    title: Text
    labels: Sequence[Text]
    series: Sequence[Series]
    unit: Text = ""
    description: Text = ""


@dataclass(frozen=True)
class Span:
    """A row of a Gantt chart, half-open; ``ends_before`` None has no known end."""

    label: Text
    starts_on: date
    ends_before: date | None
    tone: str = "info"
    note: Text = ""
    href: str = ""


@dataclass(frozen=True)
class Gantt:
    """Spans on one axis of days, with today marked when it is given."""

    key: str
    title: Text
    spans: Sequence[Span]
    today: date | None = None
    description: Text = ""


@dataclass(frozen=True)
class Tile:
    """A region on the tile map: column and row count from 1; ``span`` joins cells to the right."""

    label: Text
    short: Text
    href: str
    count: int
    col: int
    row: int
    span: int = 1
    note: Text = ""
    current: bool = False


@dataclass(frozen=True)
class TileMap:
    """The country as a grid of links; ``unit`` says what is counted ("개 특구")."""

    key: str
    title: Text
    tiles: Sequence[Tile]
    unit: Text = ""
    note: Text = ""


@dataclass(frozen=True)
class Receipt:
    """Proof that something was received: number, instant, SHA-256 of what was received."""

    number: str
    at: object
    digest: str
    title: Text = ""
    files: Sequence[tuple[str, str]] = field(default_factory=tuple)
