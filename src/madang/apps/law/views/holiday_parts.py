"""The parts of the holiday pages: the days of a year, tabs, facts, and what a change moves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from madang.apps.law.entries import NewHoliday
from madang.apps.law.models import ARTICLES, KIND_WORDS, RecordedHoliday
from madang.core.audit.models import Event
from madang.core.recounting import Foreseen
from madang.core.ui.shapes import Badge, Column, Fact, Link
from madang.core.ui.texts import day, in_english, text
from madang.kernel.clocks.holidays import Holiday, HolidayTable
from madang.kernel.clocks.spoken import SATURDAY
from madang.kernel.package_data import toml_table
from madang.kernel.statutes.laws import cite
from madang.kernel.words import Words

#: the kinds of day as the regulation knows them
KINDS = {
    **KIND_WORDS,
    "fixed": Words("날짜가 정해진 공휴일", "Fixed by date"),
    "lunar": Words("음력 명절", "By the lunar calendar"),
    "substitute": Words("대체공휴일", "Substitute holiday"),
}
#: the article of the holiday regulation on which each kind stands
_ART_2, _ART_3 = Words("제2조", "art. 2"), Words("제3조", "art. 3")
ARTICLE_OF = {**ARTICLES, "fixed": _ART_2, "lunar": _ART_2, "substitute": _ART_3}


@dataclass(frozen=True)
class DayOff:
    """One line of the calendar: the day as the table has it, and its record when officials recorded it."""

    holiday: Holiday
    recorded: RecordedHoliday | None

    @property
    def is_weekend(self) -> bool:
        """Whether the day is off anyway, as a Saturday or Sunday."""
        return self.holiday.on.weekday() >= SATURDAY


def crumbs(*below: Link) -> list[Link]:
    """Where a page of the calendar stands."""
    return [
        Link(_("첫 화면"), reverse("home")),
        Link(_("법령·기한"), reverse("law")),
        Link(_("쉬는 날"), reverse("holidays")),
        *below,
    ]


def year_tabs(table: HolidayTable, current: int) -> list[Link]:
    """A tab for each year that is known, the latest first."""
    years = range(table.known_until.year, table.known_from.year - 1, -1)
    return [Link(str(year), f"?year={year}", year == current) for year in years]


def days_of(table: HolidayTable, year: int, recorded: Mapping[date, RecordedHoliday]) -> list[DayOff]:
    """The named days off of a year, in order."""
    return [DayOff(one, recorded.get(one.on)) for one in table if one.on.year == year]


def counts(days: Sequence[DayOff]) -> dict[str, int]:
    """How many days of the year a calendar with Saturdays and Sundays alone would miss."""
    named = {one.holiday.on: one for one in days}
    weekdays = sum(not one.is_weekend for one in named.values())
    return {
        "named": len(named),
        "weekdays": weekdays,
        "weekends": len(named) - weekdays,
        "recorded": sum(one.recorded is not None for one in days),
    }


def columns() -> list[Column]:
    """The columns of the calendar."""
    return [
        Column(_("날짜"), "holiday.on"),
        Column(_("이름"), _name),
        Column(_("종류"), lambda one: KINDS[one.holiday.kind]),
        Column(_("주말과 견주어"), _weekend),
        Column(_("근거"), _source),
        Column(_("결정한 날"), lambda one: one.holiday.decided_on or _("확인되지 않음")),
        Column(
            _("기록한 때"), lambda one: one.recorded.recorded_at if one.recorded else _("처음부터 있는 표")
        ),
    ]


def _name(one: DayOff) -> object:
    if one.recorded is None:
        return one.holiday.name
    return Link(one.holiday.name, reverse("holiday", args=[one.recorded.pk]))


def _weekend(one: DayOff) -> Badge:
    if one.is_weekend:
        return Badge(_("주말과 겹침"), "neutral")
    return Badge(_("평일에 쉼"), "info")


def _source(one: DayOff) -> object:
    if one.recorded is not None and one.recorded.source_url:
        return [source_words(one.holiday), Link(_("출처 보기"), one.recorded.source_url)]
    return source_words(one.holiday)


def source_words(holiday: Holiday) -> Words:
    """The article and what stands beside it; a decision is quoted as its source has it, in Korean."""
    rest = holiday.source.partition("; ")[2]
    english = cite("holidays", ARTICLE_OF[holiday.kind].ko, holiday.on).words.en
    lunar = toml_table("madang.kernel.clocks", "holidays.toml")["lunar"]
    beside = lunar["basis_en"] if rest == lunar["basis_ko"] else rest
    return Words(holiday.source, "; ".join(filter(None, (english, beside))))


def withdrawn_columns() -> list[Column]:
    """The columns of the records that were withdrawn."""
    return [
        Column(_("날짜"), "falls_on"),
        Column(_("이름"), lambda row: Link(row.title, reverse("holiday", args=[row.pk]))),
        Column(_("기록한 때"), "recorded_at"),
        Column(_("취소한 때"), "withdrawn_at"),
        Column(_("취소한 까닭"), "withdrawn_because"),
    ]


def facts_of_new(new: NewHoliday) -> list[Fact]:
    """What was entered, for a last look."""
    return [
        Fact(_("날짜"), new.falls_on),
        Fact(_("이름"), [new.name_ko, new.name_en]),
        Fact(_("종류"), KINDS[new.kind]),
        Fact(_("결정한 날"), new.decided_on),
        Fact(_("출처"), [new.source, *_address(new.source_url)]),
    ]


def facts_of(row: RecordedHoliday) -> list[Fact]:
    """A recorded day: the decision, who recorded it, what it moved, and whether it was withdrawn."""
    facts = [
        Fact(_("날짜"), row.falls_on),
        Fact(_("종류"), KINDS[row.kind]),
        Fact(_("결정한 날"), row.decided_on),
        Fact(_("출처"), [row.source, *_address(row.source_url)]),
        Fact(_("기록한 기관"), row.office),
        Fact(_("기록한 때"), row.recorded_at),
        Fact(_("기록하여 바뀐 기한"), _deadlines(row.moved)),
    ]
    if row.withdrawn_at:
        facts += [
            Fact(_("취소한 때"), row.withdrawn_at),
            Fact(_("취소한 까닭"), row.withdrawn_because),
            Fact(_("취소하여 바뀐 기한"), _deadlines(row.moved_back)),
        ]
    return facts


def _address(url: str) -> list[object]:
    return [Link(_("출처 보기"), url)] if url else []


def _deadlines(count: int) -> str:
    return ngettext("%(count)s건", "%(count)s건", count) % {"count": f"{count:,}"}


def move_columns() -> list[Column]:
    """The columns of what a change would move."""
    return [
        Column(_("사안"), lambda one: Link(one.title, _here(one.path))),
        Column(_("할 일"), "what"),
        Column(_("지금 기한"), lambda one: _day(one.before)),
        Column(_("바뀔 기한"), lambda one: _day(one.after)),
    ]


def examples_caption(change: Foreseen) -> str:
    """What the table of examples shows of how many."""
    if len(change.examples) < change.count:
        return _("바뀔 기한 %(all)s건 가운데 이른 것부터 %(shown)s건") % {
            "all": f"{change.count:,}", "shown": len(change.examples),
        }  # fmt: skip
    return _("바뀔 기한")


def event_columns() -> list[Column]:
    """The columns of what an act has moved, read from its events."""
    return [
        Column(_("사안"), _case),
        Column(_("할 일"), lambda one: _fact(one, "what")),
        Column(_("앞선 기한"), lambda one: _day(one.before.get("due_on"))),
        Column(_("바뀐 기한"), lambda one: _day(one.facts.get("due_on"))),
    ]


def _case(one: Event) -> Link:
    return Link(_fact(one, "case"), _here(one.facts.get("path", "")))


def _fact(one: Event, name: str) -> str:
    return text(Words(one.facts.get(name, ""), one.facts.get(f"{name}_en", "")))


def _day(known: Any) -> str:
    return day(known) if known else _("알 수 없음")


def _here(path: str) -> str:
    return f"/en{path}" if path and in_english() else path
