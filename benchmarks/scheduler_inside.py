"""The part of the scheduler's table that stands on Django: the scratch database, its clocks and the acts."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import connection

from benchmarks.scheduler import CLOCKS, GOAL, NOW, Scene, timed
from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.acts.silence import deem_silent_replies
from madang.apps.exemptions.jobs import midnight_after
from madang.apps.exemptions.queries.confirmations import lapsed_days
from madang.apps.zones.models import Zone
from madang.core.audit.models import Event
from madang.core.authority import SYSTEM
from madang.core.keys import uuid7
from madang.history.scratch import scratch_database
from madang.kernel.statutes.due import due_date

DUTY = """id, case_kind, case_id, region, office_kind, role, title_ko, title_en, what_ko, what_en, path, is_clock,
    is_carried, rule_id, started_on, due_on, explanation, pauses, is_open"""
PARENT = """id, edition, state, version, entered_text, region, zone_id, asker_id, local_id, receipt, subject_public,
    business, permits, refusals, asked_on, outcome, answer"""
REPLY = """id, edition, state, version, entered_text, region, confirmation_id, organisation_id, notified_on, answer,
    permit, grounds"""
_sums: dict[date, tuple[date, str]] = {}


def measured(scene: Scene) -> list[list[object]]:
    """Return the lines of the table for one scene."""
    with scratch_database():
        _fill(scene)
        took = timed(look)
        recorded = Event.objects.filter(name="exemptions.reply_deemed").count()
        assert recorded == scene.lapsed, recorded
        again = timed(look)
        assert Event.objects.filter(name="exemptions.reply_deemed").count() == recorded
    return [[scene.name, recorded, took, GOAL], [f"{scene.name}: asked again", 0, again, GOAL]]


def look() -> None:
    """Record the silence of every day that is over, as the worker's job does before it closes rounds."""
    for due_on in lapsed_days(NOW.date()):
        deem_silent_replies(actor=SYSTEM, due_on=due_on, at=midnight_after(due_on))


def _fill(scene: Scene) -> None:
    names = {"name_ko": "기관", "name_en": "Body"}
    asker = Organisation.objects.create(slug="firm", kind="firm", **names)
    asked = Organisation.objects.create(slug="asked", kind="other_ministry", **names)
    zone = Zone.objects.create(
        slug="zone", kind="rfz", name_ko="특구", round="1", edition="V1", state="operating"
    )
    parents, replies, duties = [], [], []
    for n, start in enumerate(scene.starts()):
        parent, reply = uuid7(), uuid7()
        parents.append((parent, "V1", "consulting", 1, "", "", zone.pk, asker.pk, asker.pk, f"RC{n}", "일", "", "", "",
                        start, "", ""))  # fmt: skip
        replies.append((reply, "V1", "waiting", 1, "", "", parent, asked.pk, start, "", "", ""))
        duties += _duties(reply, start)
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = on")
        for name, columns, rows in (
            ("exemptions_confirmation", PARENT, parents),
            ("exemptions_confirmationreply", REPLY, replies),
            ("core_duty", DUTY, duties),
        ):
            with cursor.copy(f"COPY {name} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            cursor.execute(f"VACUUM ANALYZE {name}")
        cursor.execute("SELECT count(*) FROM core_duty WHERE is_clock")
        assert cursor.fetchone()[0] == CLOCKS


def _duties(reply: Any, start: date) -> Iterator[tuple[Any, ...]]:
    """The clock, and the duty of the state that carries it."""
    if start not in _sums:
        due = due_date("RC-04", start=start, on=start)
        _sums[start] = (due.due_on, json.dumps(due.to_json(), ensure_ascii=False))
    due_on, explanation = _sums[start]
    for is_clock in (True, False):
        yield (
            uuid7(), "exemptions.confirmationreply", reply, "", "other_ministry", "other_ministry", "일", "Matter",
            "회신", "Reply", "/confirmations/", is_clock, is_clock, "RC-04", start, due_on, explanation, "[]", True,
        )  # fmt: skip
