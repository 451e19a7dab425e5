"""Days as people say them, in both languages."""

from datetime import date
from functools import lru_cache

from madang.kernel.words import Words

SATURDAY, SUNDAY = 5, 6
_KOREAN_WEEKDAYS = "월화수목금토일"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@lru_cache(maxsize=8192)
def spoken(day: date) -> Words:
    """A day with its weekday.

    >>> spoken(date(2026, 7, 20))
    Words(ko='2026년 7월 20일(월)', en='Mon 20 July 2026')
    >>> spoken(date(2026, 8, 15)).en
    'Sat 15 August 2026'
    """
    weekday = day.weekday()
    return Words(
        f"{day.year}년 {day.month}월 {day.day}일({_KOREAN_WEEKDAYS[weekday]})",
        f"{_WEEKDAYS[weekday]} {day.day} {_MONTHS[day.month - 1]} {day.year}",
    )
