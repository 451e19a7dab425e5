"""Questions of bare counting: effective dates, rolls, days and months between, substitute holidays, hours."""

from datetime import date

from madang.kernel.clocks.counting import effective, roll
from madang.kernel.clocks.holidays import national_table
from madang.kernel.clocks.lengths import Length, Unit, calendar_months, days_between, shift_months
from madang.kernel.clocks.substitutes import NamedDay, rules_from, substitute_days
from madang.kernel.clocks.working_time import hours
from madang.kernel.package_data import toml_table
from madang.kernel.statutes.questions.asked import Asked, contradictory, tried, wrong
from madang.kernel.statutes.questions.kind import Found, question
from madang.kernel.words import Words

_CLOCKS = "madang.kernel.clocks"


@question(
    "effective_date",
    Words("공포 후 시행일", "when a promulgated text takes effect"),
    needs="promulgated n unit",
    gives="last_day effective",
    rules="CAL-C",
)
def effective_date(asked: Asked) -> Found:
    length = Length(asked.whole("n", 1), Unit(asked.choice("unit", Unit)))
    counted = effective(asked.day("promulgated"), length)
    return {"last_day": counted.raw_due_on, "effective": counted.due_on}


@question(
    "roll",
    Words("말일이 쉬는 날일 때", "when the last day is a day off"),
    needs="raw_due",
    gives="due",
    rules="CAL-A CAL-I",
)
def rolled(asked: Asked) -> Found:
    return {"due": roll(asked.day("raw_due"))[0]}


@question(
    "days_between",
    Words("두 날 사이의 일수", "days between two days"),
    needs="from to",
    gives="days",
    rules="CAL-A",
)
def between(asked: Asked) -> Found:
    asked.in_order("from", "to")
    return {"days": days_between(asked.day("from"), asked.day("to"))}


@question(
    "months",
    Words("개월 수", "calendar months"),
    needs="first last",
    may="extension_months",
    gives="months extended_end",
    rules="CAL-A",
)
def month_count(asked: Asked) -> Found:
    first, last = asked.month("first"), asked.month("last")
    if first.first is None or last.first is None or last.first < first.first:
        raise contradictory("‘last’가 ‘first’보다 앞섭니다.", "“last” lies before “first”", "first", "last")
    end = last.first
    more = tried(lambda: shift_months(end, asked.whole("extension_months"))[0].isoformat()[:7])
    return {"months": calendar_months(first, last), "extended_end": more}


@question(
    "substitute_days",
    Words("대체공휴일", "substitute holidays of a year"),
    needs="year",
    gives="dates",
    rules="CAL-I CAL-J",
)
def substitutes(asked: Asked) -> Found:
    """Years before the table begins are counted from their named days, where these are known."""
    year = asked.whole("year", 1)
    earlier = toml_table(_CLOCKS, "named_days.toml").get(str(year))
    if earlier is not None:
        rules = rules_from(toml_table(_CLOCKS, "holidays.toml")["substitutes"])
        named = [NamedDay(on, group) for group, days in earlier["named"].items() for on in days]
        return {"dates": sorted(substitute_days(named, rules, earlier["decided"]))}
    table = national_table()
    if year > date.max.year:
        raise wrong("year", year, Words("네 자리로 적으십시오.", "Write four digits."))
    for day in (date(year, 1, 1), date(year, 12, 31)):
        table.is_day_off(day)
    return {"dates": [h.on for h in table if h.kind == "substitute" and h.on.year == year]}


@question(
    "hours",
    Words("시간 단위 기한", "hours that run at once"),
    needs="from hours",
    gives="due_at",
    rules="CAL-F",
)
def plain_hours(asked: Asked) -> Found:
    return {"due_at": hours(asked.instant("from"), asked.whole("hours", 1)).due_at}
