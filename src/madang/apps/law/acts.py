"""Acts on the calendar of holidays. Each moves, in its own transaction, the open deadlines that the day touches."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from madang.apps.law import events, rules  # noqa: F401 -- rules enter the permissions
from madang.apps.law.entries import NewHoliday, checked, refuse_unseen
from madang.apps.law.models import RecordedHoliday
from madang.apps.law.queries import table_in_force
from madang.core import calendar
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.audit.many import Ground, tell_each
from madang.core.authority import Actor
from madang.core.case_models import Duty
from madang.core.models import Epoch
from madang.core.moments import Moment, exact_day, instant_of
from madang.core.recounting import MOVED, Recounted, counted_otherwise, recount, spanning
from madang.core.written import one_line
from madang.kernel.clocks.holidays import HolidayTable
from madang.kernel.clocks.spoken import spoken
from madang.kernel.words import Words

#: the rule under which days are off that no text of law names
RULE = "CAL-L"
UNKNOWN = Words("알 수 없음", "not known")


@act(may="law.add_holiday", records=(events.HOLIDAY_ADDED, events.DEADLINE_MOVED))
def add_holiday(*, actor: Actor, holiday: NewHoliday, at: Moment) -> RecordedHoliday:
    """Record a day off that the cabinet set, or the day of an election, and move the open deadlines it touches.

    A day that is past moves deadlines that are past too: it is taken only with ``is_late``. Closed deadlines stay.

    Raises:
        Invalid: see ``checked``; or the day is past without ``is_late``; or the act has no exact day.
    """
    before = calendar.hold_alone()
    today, instant = _exactly(at)
    new = checked(holiday, before, today)
    refuse_unseen(new, today)
    row = RecordedHoliday.objects.create(
        falls_on=new.falls_on, kind=new.kind, name_ko=new.name_ko, name_en=new.name_en, decided_on=new.decided_on,
        source=new.source, source_url=new.source_url, recorded_at=instant, person_id=actor.person_id,
        office_ko=actor.office.words.ko, office_en=actor.office.words.en,
    )  # fmt: skip
    why = Words("{day} ‘{name}’ 쉬는 날({source})", "{day} became a day off: “{name}” ({source})")
    cause = _Cause(why.filled(day=spoken(row.falls_on), name=row.title, source=row.source), row, actor, at)
    row.moved = cause.moves_between(before, table_in_force())
    row.save(update_fields=["moved"])
    facts = Facts({**_facts(row), "moved": row.moved}, provision=RULE, sources=_sources(row))
    record(events.HOLIDAY_ADDED, row, actor=actor, at=at, facts=facts)
    return row


@act(may="law.withdraw_holiday", records=(events.HOLIDAY_WITHDRAWN, events.DEADLINE_MOVED), subject="holiday")
def withdraw_holiday(*, actor: Actor, holiday: RecordedHoliday, reason: str, at: Moment) -> RecordedHoliday:
    """Withdraw the record of a day off that was wrong or was revoked; open deadlines are counted without it.

    Raises:
        Invalid: it is withdrawn already, or the reason is missing.
    """
    before = calendar.hold_alone()
    why = one_line(reason, most=200, field="reason")
    if holiday.withdrawn_at is not None:
        raise Invalid(Words("이미 취소한 기록입니다.", "This record is withdrawn already."))
    holiday.withdrawn_at, holiday.withdrawn_because = instant_of(at), why
    holiday.version += 1
    holiday.save(update_fields=["withdrawn_at", "withdrawn_because", "version"])
    told = Words("{day} ‘{name}’ 쉬는 날의 기록 취소({why})", "{day}, “{name}”, is no day off ({why})")
    cause = _Cause(told.filled(day=spoken(holiday.falls_on), name=holiday.title, why=why), holiday, actor, at)
    holiday.moved_back = cause.moves_between(before, table_in_force())
    holiday.save(update_fields=["moved_back"])
    facts = Facts({**_facts(holiday), "reason": why, "moved": holiday.moved_back}, provision=RULE)
    record(events.HOLIDAY_WITHDRAWN, holiday, actor=actor, at=at, facts=facts)
    return holiday


@act(may="law.recount_clocks", records=(events.CLOCKS_RECOUNTED, events.DEADLINE_MOVED))
def recount_clocks(*, actor: Actor, at: Moment) -> Epoch:
    """Count anew the open clocks that were counted with another table of holidays, or end later than one reached."""
    table = calendar.hold_alone()
    row = Epoch.objects.get(pk=calendar.TOPIC)
    why = Words("공휴일 표가 바뀜({table})", "the table of holidays has changed ({table})")
    cause = _Cause(why.filled(table=table.version), None, actor, at)
    moved = cause.moves(counted_otherwise(table), table)
    record(
        events.CLOCKS_RECOUNTED,
        row,
        actor=actor,
        at=at,
        facts=Facts({"table": table.version, "moved": moved}),
    )
    return row


def _exactly(at: Moment) -> tuple[date, datetime]:
    day, instant = exact_day(at), instant_of(at)
    if day is None or instant is None:
        raise Invalid(
            Words(
                "기록하는 날짜가 하루로 정해져야 합니다.", "The day of the recording must be known exactly."
            )
        )
    return day, instant


@dataclass(frozen=True)
class _Cause:
    """Why deadlines move: in words, the recorded day (None: another table), and whose act it is."""

    why: Words
    holiday: RecordedHoliday | None
    actor: Actor
    at: Moment

    def moves_between(self, before: HolidayTable, after: HolidayTable) -> int:
        """Move the open deadlines that differ between two tables and return how many did."""
        return self.moves(spanning(before, after), after)

    def moves(self, clocks: QuerySet[Duty], table: HolidayTable) -> int:
        """Count clocks with a table, tell of the case of each that moves, and return how many did."""
        ground = Ground(RULE, _sources(self.holiday) if self.holiday else ())
        telling = tell_each(MOVED, events.DEADLINE_MOVED, actor=self.actor, at=self.at, ground=ground)
        return recount(clocks, table, telling, self._facts)

    def _facts(self, one: Recounted) -> dict[str, str]:
        old, new = _said(one.group.due_on), _said(one.due_on)
        return {
            "old": old.ko, "old_en": old.en, "new": new.ko, "new_en": new.en,
            "why": self.why.ko, "why_en": self.why.en,
            "holiday": str(self.holiday.pk) if self.holiday else "",
        }  # fmt: skip


def _said(day: date | None) -> Words:
    return spoken(day) if day else UNKNOWN


def _facts(row: RecordedHoliday) -> dict[str, str]:
    day = spoken(row.falls_on)
    return {
        "day": day.ko, "day_en": day.en, "name": row.name_ko, "name_en": row.name_en, "kind": row.kind,
        "falls_on": row.falls_on.isoformat(), "decided_on": row.decided_on.isoformat(), "source": row.source,
    }  # fmt: skip


def _sources(row: RecordedHoliday) -> tuple[str, ...]:
    return tuple(filter(None, (row.source_url, row.source)))
