"""A day off as an official enters it, and what is looked at before it is taken."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from madang.apps.law.models import ARTICLES, KIND_WORDS, entry
from madang.core.acts import Invalid
from madang.core.written import one_line
from madang.kernel.clocks.holidays import Holiday, HolidayTable, UnknownCalendar
from madang.kernel.clocks.spoken import spoken
from madang.kernel.korean import josa
from madang.kernel.words import Words


@dataclass(frozen=True)
class NewHoliday:
    """A day off to be recorded: the day, ``cabinet`` or ``election``, its names, the decision and its source.

    ``is_late`` says that the day is past and that the deadlines it moves, some of them past too, have been looked at.
    """

    falls_on: date
    kind: str
    name_ko: str
    name_en: str
    decided_on: date
    source: str
    source_url: str = ""
    is_late: bool = False

    @property
    def entry(self) -> Holiday:
        """The day as the kernel's table takes it."""
        return entry(
            self.falls_on, Words(self.name_ko, self.name_en), self.kind, self.source, self.decided_on
        )


def checked(new: NewHoliday, table: HolidayTable, today: date) -> NewHoliday:
    """Return the entry in one form, its texts on one line.

    Raises:
        Invalid: the kind is none, a text is missing or too long, the address is no address, the day lies outside the
            table or is a named day off already, the decision is later than the day or than today.
    """
    if new.kind not in ARTICLES:
        allowed = Words("{cabinet}, {election}", "{cabinet}, {election}").filled(**KIND_WORDS)
        raise Invalid(Words(f"쓸 수 있는 종류: {allowed.ko}.", f"The kind is one of: {allowed.en}."), "kind")
    _refuse_day(new.falls_on, table)
    _refuse_decision(new, today)
    return replace(
        new,
        name_ko=one_line(new.name_ko, most=60, field="name_ko"),
        name_en=one_line(new.name_en, most=100, field="name_en"),
        source=one_line(new.source, most=200, field="source"),
        source_url=_address(new.source_url),
    )


def refuse_unseen(new: NewHoliday, today: date) -> None:
    """Refuse a past day unless it is said that what it moves has been looked at.

    Raises:
        Invalid: the day is past and nobody said so.
    """
    if new.falls_on < today and not new.is_late:
        said = spoken(new.falls_on)
        raise Invalid(
            Words(
                f"{josa(said.ko, '은/는')} 이미 지난 날이어서 지난 기한도 바뀔 수 있습니다. 바뀔 기한을 확인한 뒤 "
                "늦은 기록임을 밝혀 다시 보내십시오.",
                f"{said.en} is past, so deadlines that are over may change too. Look at what will change and send it "
                "again, saying that it is recorded late.",
            ),
            "is_late",
        )


def _refuse_day(day: date, table: HolidayTable) -> None:
    try:
        found = table.holiday_on(day)
    except UnknownCalendar as error:
        raise Invalid(error.sentence, "falls_on") from error
    if found is not None:
        said = spoken(day)
        raise Invalid(
            Words(
                f"{josa(said.ko, '은/는')} 이미 쉬는 날입니다: {found.name.ko}. 날짜를 확인하십시오.",
                f"{said.en} is a day off already: {found.name.en}. Check the date.",
            ),
            "falls_on",
        )


def _refuse_decision(new: NewHoliday, today: date) -> None:
    if new.decided_on > new.falls_on:
        raise Invalid(
            Words(
                "결정한 날이 쉬는 날보다 뒤입니다. 쉬는 날은 그날까지는 정해져 있어야 하니 두 날짜를 확인하십시오.",
                "The decision is later than the day off, which must be decided by the day itself. Check both dates.",
            ),
            "decided_on",
        )
    if new.decided_on > today:
        raise Invalid(
            Words(
                "결정한 날이 아직 오지 않았습니다. 결정된 뒤에 기록하십시오.",
                "The day of the decision has not come yet. Record the day off once it is decided.",
            ),
            "decided_on",
        )


def _address(text: str) -> str:
    """Return a web address, or "" when none was given."""
    address = one_line(text, most=500, field="source_url", needed=False)
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = None
    if address and (
        parts is None or parts.scheme not in ("http", "https") or not parts.hostname or " " in address
    ):
        raise Invalid(
            Words(
                "출처의 주소는 https://로 시작하는 웹 주소로 적거나 비워 두십시오.",
                "Write the address of the source as a web address that begins with https://, or leave it empty.",
            ),
            "source_url",
        )
    return address
