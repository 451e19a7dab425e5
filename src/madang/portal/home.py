"""The home page: what is open, what is due, the map, what happened last, the numbers, and where to begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.selection.queries.calls import CallList, calls_at, next_change
from madang.apps.selection.queries.designation import designations_visible_to
from madang.apps.zones.forms import round_label
from madang.apps.zones.maps import region_map, standing_of_regions
from madang.apps.zones.queries import count_other_zones, running_totals, zones_by_region, zones_by_round
from madang.core.asked import Keepable
from madang.core.authority import PUBLIC
from madang.core.case_models import Duty
from madang.core.doors import moment
from madang.core.keeping import keepable
from madang.core.moments import SEOUL
from madang.core.ui.shapes import LineChart, Series
from madang.core.ui.texts import day
from madang.kernel.statutes.due import DueDate
from madang.kernel.words import Words
from madang.portal.happenings import here, latest

LATEST, DEADLINES, PAST_CALLS = 8, 6, 3
#: a deadline that was missed stays in sight this long; the page of the case shows it for good
LATE = timedelta(days=90)
#: every public event ends the page, since it may be the latest
TOPICS = (
    "zones",
    "calls",
    "plans",
    "designations",
    "committees",
    "measures",
    "tools",
    "revisions",
    "follow_ups",
)
#: the clock of a designation that concerns everybody: the decision
PUBLIC_CLOCKS = ("DES-03",)


class Notice(NamedTuple):
    """A plan on which opinions are taken now."""

    title: Words
    path: str
    until: str


@dataclass(frozen=True)
class PublicDeadline:
    """One running clock of a public procedure."""

    title: Words
    what: Words
    path: str
    due: DueDate
    stopped: str


@require_safe
@keepable(*TOPICS)
def home(request: HttpRequest) -> HttpResponse:
    """Show the public face; it holds until an event, or until a window or an embargo turns."""
    at = moment(request)
    today = at.astimezone(SEOUL).date()
    calls = calls_at(at)
    response = render(request, "portal/home.html", {
        "open_calls": calls.open, "coming_calls": calls.coming, "past_calls": calls.past[:PAST_CALLS],
        "deadlines": _deadlines(at, today), "notices": _notices(at, today), "latest": latest(at, LATEST),
        "map": region_map(zones_by_region(today), _region_link), "regions_today": standing_of_regions(today),
        **_numbers(),
    })  # fmt: skip
    if turn := _next_turn(calls, at):
        cast(Keepable, response).holds_until = turn
    return response


def _next_turn(calls: CallList, at: datetime) -> datetime | None:
    """The next instant at which a window or an embargo changes what this page says."""
    turns = (next_change(call, at) for call in (*calls.open, *calls.coming, *calls.past))
    return min((turn for turn in turns if turn), default=None)


def _notices(at: datetime, today: date) -> list[Notice]:
    """The plans on public notice, on which everybody may give an opinion; the one that ends first stands first."""
    cases = designations_visible_to(PUBLIC, at).select_related("notice")
    cases = cases.filter(state="noticed", notice__starts_on__lte=today, notice__ends_on__gte=today)
    until = _("의견 제출 %(day)s까지")
    return [
        Notice(case.title, here(case.path), until % {"day": day(case.notice.ends_on)})
        for case in cases.order_by("notice__ends_on")[:DEADLINES]
    ]


def _deadlines(at: datetime, today: date) -> list[PublicDeadline]:
    """The running clocks of designations that the public may see, earliest first, those just missed included."""
    cases = designations_visible_to(PUBLIC, at).order_by().values("pk")
    clocks = Duty.objects.filter(
        is_open=True, is_clock=True, rule_id__in=PUBLIC_CLOCKS, due_on__gte=today - LATE, case_id__in=cases
    ).order_by("due_on", "id")
    return [
        PublicDeadline(
            duty.title, duty.what, here(duty.path), DueDate.from_json(duty.explanation),
            _("보완을 기다리는 동안 기간이 멈춥니다.") if duty.paused_on else "",
        )
        for duty in clocks[:DEADLINES]
    ]  # fmt: skip


def _region_link(region: str) -> str:
    return f"{reverse('zones')}?region={region}"


def _numbers() -> dict[str, object]:
    """The counts of the register, and the zones round by round as a running total."""
    rounds, global_rounds = zones_by_round("rfz"), zones_by_round("giz")
    return {
        "zones": sum(count for _round, count in rounds), "rounds": len(rounds),
        "global_zones": sum(count for _round, count in global_rounds), "global_rounds": len(global_rounds),
        "other_zones": count_other_zones(), "chart": _chart(running_totals(rounds)),
    }  # fmt: skip


def _chart(totals: Sequence[tuple[str, int]]) -> LineChart | None:
    if not totals:
        return None
    return LineChart(
        key="running-totals",
        title=_("규제자유특구의 누적 지정 수"),
        labels=[round_label(name) for name, _total in totals],
        series=[Series(_("누적"), [total for _name, total in totals])],
        unit=_("개"),
    )
