"""A second way of counting, slow and apart: it walks from day to day over the holidays of another source.

Nothing of the kernel is used here, so that a mistake cannot be on both sides.
"""

from datetime import timedelta

import holidays

ONE_DAY = timedelta(days=1)
DAYS_OFF = frozenset(holidays.KR(years=range(2015, 2028)))


def is_off(day):
    return day.weekday() >= 5 or day in DAYS_OFF


def rolled(day):
    while is_off(day):
        day += ONE_DAY
    return day


def excluded(pauses, counting):
    """Every day that supplements take: from the day of asking (or the day after it) to the day of receiving."""
    out = set()
    for asked, received in pauses:
        day = asked if counting == "both_ends" else asked + ONE_DAY
        while day <= received:
            out.add(day)
            day += ONE_DAY
    return out


def stopped_on(day, pauses, counting):
    """The day of receiving when the clock was stopped in the course of a day that itself still counts."""
    ends = [received for asked, received in pauses if counting == "between" and asked == day < received]
    return max(ends, default=None)


def period_end(first, n, pauses=(), counting="between", limit=None):
    """Use up n days from the first counted one on, then wait for a working day; never later than the limit."""
    out, left, day = excluded(pauses, counting), n, first - ONE_DAY
    while True:
        day += ONE_DAY
        if limit is not None and day >= limit:
            return rolled(limit)
        if day in out:
            continue
        left -= left > 0
        # with no day left the clock still stops, and the period is over on the day the supplement comes
        while left == 0 and (received := stopped_on(day, pauses, counting)):
            day = received
            if limit is not None and day >= limit:
                return rolled(limit)
        if left == 0 and not is_off(day):
            return day


def months_end(first, n):
    """Walk until the day before the corresponding day; a month without such a day is used up to its end."""
    day, passed = first, 0
    while True:
        following = day + ONE_DAY
        passed += following.day == 1
        if passed == n and following.day == first.day:
            return day
        if passed > n:
            return day
        day = following


def months_before(event, n):
    """Walk back n months; a month without such a day gives its last one."""
    day, passed = event, 0
    while passed < n:
        passed += day.day == 1
        day -= ONE_DAY
    while day.day > event.day:
        day -= ONE_DAY
    return day


def working_day(first, n, pauses=(), counting="both_ends"):
    """Count working days that no supplement takes, the first one in."""
    out, day = excluded(pauses, counting), first - ONE_DAY
    while n:
        day += ONE_DAY
        n -= not is_off(day) and day not in out
    while received := stopped_on(day, pauses, counting):
        day = rolled(received)
    return day
