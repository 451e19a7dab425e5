"""Values as people read them, in the language of the page: words, days, instants, money."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from madang.kernel.words import Words

SEOUL = ZoneInfo("Asia/Seoul")
_WEEKDAYS = "월화수목금토일"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = ("", *["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])


def in_english() -> bool:
    """Tell whether the page is read in English; anything else reads Korean."""
    return (get_language() or "ko").startswith("en")


def text(value: object) -> str:
    """Return a value as text: Words (or what carries ``words`` or ``text``) in the language of the page, None as nothing."""
    if isinstance(value, Words):
        return value.en if in_english() else value.ko
    for name in ("words", "text"):
        if isinstance(worded := getattr(value, name, None), Words):
            return text(worded)
    return "" if value is None else str(value)


def day(value: object) -> str:
    """Return a day: a date, the Korean day of an instant, or a partial date with no more than is known.

    Text in ISO form ("2024-09", "2024", "") is read as a partial date. Nothing becomes "date not known".
    """
    if isinstance(value, datetime):
        value = _aware(value).astimezone(SEOUL).date()
    if isinstance(value, date):
        return _full_day(value)
    return _partial_day(str(getattr(value, "text", value) or ""))


def moment(value: object, *, seconds: bool = False) -> str:
    """Return an instant in Korean time, with its clock; a value without a clock is shown as a day.

    Raises:
        ValueError: the instant has no time zone, so nobody can say when it was.
    """
    if not isinstance(value, datetime):
        return day(value)
    local = _aware(value).astimezone(SEOUL)
    clock = local.strftime("%H:%M:%S" if seconds else "%H:%M")
    return f"{_full_day(local.date())} {clock}" + (" KST" if in_english() else "")


def iso(value: object) -> str:
    """Return what a ``<time datetime>`` may hold, or "" when the value has no such form."""
    if isinstance(value, datetime):
        return _aware(value).astimezone(SEOUL).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    parts = str(getattr(value, "text", "") or "").split("-")
    return "-".join(parts) if all(p.isdigit() for p in parts) and len(parts) <= 3 else ""


def number(value: int | float | Decimal) -> str:
    """Return a number with thousands separated; fractions keep the digits they came with."""
    return f"{value:,}"


def won(value: int | Decimal | None) -> str:
    """Return an exact amount in won; None is an unknown amount."""
    if value is None:
        return _("금액 미상")
    amount = number(value)
    return f"KRW {amount}" if in_english() else f"{amount}원"


def won_short(value: int | Decimal | None) -> str:
    """Return an amount in 억 won (10^8) or billions (10^9), one decimal, for tiles and charts only."""
    if value is None:
        return _("금액 미상")
    if in_english():
        return f"KRW {Decimal(value) / 10**9:,.1f} billion"
    return f"{Decimal(value) / 10**8:,.1f}억 원"


def _aware(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError(f"an instant without a time zone cannot be shown: {value!r}")
    return value


def _full_day(value: date) -> str:
    if in_english():
        return f"{value.day} {_MONTHS_EN[value.month]} {value.year} ({_WEEKDAYS_EN[value.weekday()]})"
    return f"{value.year}. {value.month}. {value.day}.({_WEEKDAYS[value.weekday()]})"


def _partial_day(known: str) -> str:
    parts = known.split("-")
    if not known:
        return _("일자 미상")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return known
    if len(parts) == 3:
        return _full_day(date(*map(int, parts)))
    if len(parts) == 2:
        year, month = int(parts[0]), int(parts[1])
        return f"{_MONTHS_EN[month]} {year}" if in_english() else f"{year}년 {month}월"
    return known if in_english() else f"{known}년"
