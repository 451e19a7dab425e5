"""The part of the holiday table that stands on Django: the scratch database, its clocks and the acts."""

from django.db import connection

from benchmarks.holidays import CLOCKS, GOAL, NEW_DAY, NOW, Scene, filled, seconds_of
from madang.apps.law.acts import add_holiday, withdraw_holiday
from madang.apps.law.entries import NewHoliday
from madang.core.authority import Actor, Office, OfficeKind
from madang.history.scratch import scratch_database

MINISTRY = Actor(Office(OfficeKind.MINISTRY))
COLUMNS = """id, case_kind, case_id, region, office_kind, role, title_ko, title_en, what_ko, what_en, path, is_clock,
    is_carried, rule_id, started_on, due_on, explanation, pauses, is_open"""


def measured(scene: Scene) -> list[list[object]]:
    """Return the lines of the table for one scene."""
    new = NewHoliday(NEW_DAY, "cabinet", "임시공휴일", "Ad hoc holiday", NOW.date(), "국무회의 의결")
    with scratch_database():
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit = on")
            with cursor.copy(f"COPY core_duty ({COLUMNS}) FROM STDIN") as copy:
                for row in filled(scene):
                    copy.write_row(row)
            cursor.execute("SELECT count(*) FROM core_duty WHERE is_clock")
            assert cursor.fetchone()[0] == CLOCKS
            cursor.execute("VACUUM ANALYZE core_duty")
        row, took = seconds_of(lambda: add_holiday(actor=MINISTRY, holiday=new, at=NOW))
        back, took_back = seconds_of(
            lambda: withdraw_holiday(actor=MINISTRY, holiday=row, reason="의결이 취소됨", at=NOW)
        )
    return [
        [f"{scene.name}: day off recorded", row.moved, took, GOAL],
        [f"{scene.name}: withdrawn again", back.moved_back, took_back, GOAL],
    ]
