"""Ways of counting that no clock of today takes, and the register of clocks as its data say it."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from madang.kernel.clocks.counting import Conditions
from madang.kernel.clocks.holidays import Holiday, shipped_table
from madang.kernel.clocks.pauses import Pause
from madang.kernel.clocks.working_time import CountedTime
from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.clocks import clock, clock_rule_ids
from madang.kernel.statutes.matters import matters
from madang.kernel.statutes.parameters import parameter
from madang.kernel.statutes.ways import WAYS, NeedsTime
from madang.kernel.words import Words

GRIEVANCE = parameter("petition.grievance_days", date(2026, 7, 1))
at = datetime.fromisoformat


@pytest.mark.parametrize(
    ("n", "given", "due"),
    [
        # Wed 1 July 2026, 10:00; the weekend of the 4th lies between
        (5, {}, "2026-07-08T10:00+09:00"),
        (4, {}, "2026-07-07T10:00+09:00"),
        (5, {"pauses": [Pause(date(2026, 7, 2), date(2026, 7, 3))]}, "2026-07-10T10:00+09:00"),
        (5, {"table": "with the 3rd off"}, "2026-07-09T10:00+09:00"),
        (6, {}, "2026-07-08"),
    ],
)
def test_up_to_five_working_days_are_counted_in_hours_and_six_in_days(n, given, due):
    off = Holiday(
        date(2026, 7, 3), Words("쉬는 날", "Day off"), "cabinet", "의결", decided_on=date(2026, 6, 1)
    )
    if "table" in given:
        given = {"table": shipped_table().with_entries([off])}
    found = WAYS["working"](at("2026-07-01T10:00+09:00"), replace(GRIEVANCE, value=n), Conditions(**given))
    shown = found.due_at.isoformat(timespec="minutes") if isinstance(found, CountedTime) else found.due_on
    assert str(shown) == due


def test_five_working_days_need_the_hour_of_their_start():
    with pytest.raises(NeedsTime):
        WAYS["working"](date(2026, 7, 1), replace(GRIEVANCE, value=5), Conditions())


@pytest.mark.parametrize("rule_id", clock_rule_ids())
def test_a_clock_is_what_its_row_of_the_data_says(rule_id):
    asked, row = clock(rule_id), data("clocks")[rule_id]
    assert (asked.rule_id, asked.matter) == (rule_id, row["matter"])
    assert rule_id in matters()[asked.matter].clock_ids
    assert (tuple(asked.words), tuple(asked.start)) == ((row["ko"], row["en"]), tuple(row["start"]))
    assert asked.may_pause is row.get("may_pause", False)
    assert (asked.hard_stop, asked.extension) == (row.get("hard_stop", ""), row.get("extension", ""))
    assert asked.extensions == row.get("extensions", int("extension" in row))
