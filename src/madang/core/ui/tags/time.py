"""Deadlines with their sum, legal timelines, step indicators."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from madang.core.moments import SEOUL
from madang.core.ui.deadline_links import links_of
from madang.core.ui.shapes import Step, Text, TimelineItem, WrongUse
from madang.core.ui.texts import in_english, text
from madang.kernel.statutes.citations import article_in_english
from madang.kernel.statutes.telling import mode_words

register = template.Library()

SOON_DAYS = 7
DEADLINE_ICONS = {
    "unknown": "circle-question-mark",
    "stopped": "circle-pause",
    "met": "circle-check",
    "late": "octagon-alert",
    "overdue": "octagon-alert",
    "today": "triangle-alert",
    "soon": "hourglass",
    "far": "calendar",
    "dated": "calendar",
}


@register.inclusion_tag("ui/deadline.html")
def ui_deadline(
    due: Any, *, today: date | None = None, label: Text = "", stopped: Text = "", met_on: object = None
) -> dict[str, object]:
    """A legal deadline with the sum behind it: ``{% ui_deadline due today=today label="…" %}``.

    ``due`` is a ``DueDate`` of the kernel (``due_on``, ``sentence``, ``mode``, ``citation``, ``steps``), or None when
    nobody has verified it. ``stopped`` says why the clock stands; ``met_on`` when the thing was done.
    """
    due_on = getattr(due, "due_on", None)
    done_on = met_on.astimezone(SEOUL).date() if isinstance(met_on, datetime) else met_on
    counted_to = done_on if isinstance(done_on, date) else today
    left = (due_on - counted_to).days if due_on and counted_to else None
    state = _state(due_on, left, stopped=bool(stopped), met=bool(met_on))
    return {
        "due": due or None,
        "due_on": due_on,
        "label": label,
        "state": state,
        "icon": DEADLINE_ICONS[state],
        "distance": _distance(state, left),
        "stopped": stopped,
        "met_on": met_on,
        "mode": text(mode_words(str(getattr(due, "mode", "")))),
        "article": _article(getattr(due, "citation", None)),
        "links": links_of(due),
    }


def _article(citation: Any) -> str:
    """The article alone, for the short line; the whole citation stands in the sum."""
    article = getattr(citation, "article", "")
    return (article_in_english(article) if in_english() else article) if article else text(citation)


def _state(due_on: date | None, left: int | None, *, stopped: bool, met: bool) -> str:
    if due_on is None:
        return "unknown"
    if met:
        return "late" if left is not None and left < 0 else "met"
    if stopped:
        return "stopped"
    if left is None:
        return "dated"
    if left <= 0:
        return "overdue" if left < 0 else "today"
    return "soon" if left <= SOON_DAYS else "far"


def _distance(state: str, left: int | None) -> str:
    """How far the day is, in words; clocks that stand or are done have none."""
    if state == "overdue" and left is not None:
        return ngettext("%(days)d일 지남", "%(days)d일 지남", -left) % {"days": -left}
    if state == "late" and left is not None:
        return ngettext("%(days)d일 늦게 처리됨", "%(days)d일 늦게 처리됨", -left) % {"days": -left}
    if state in ("soon", "far") and left is not None:
        return ngettext("%(days)d일 남음", "%(days)d일 남음", left) % {"days": left}
    fixed = {
        "today": _("오늘까지"),
        "stopped": _("기간 정지"),
        "met": _("처리됨"),
        "unknown": _("확인되지 않음"),
    }
    return fixed.get(state, "")


@register.inclusion_tag("ui/timeline.html")
def ui_timeline(items: Sequence[TimelineItem], *, label: Text = "") -> dict[str, object]:
    """What happened and what comes next: ``{% ui_timeline items %}`` with ``TimelineItem`` records in order."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/steps.html")
def ui_steps(steps: Sequence[Step], *, current: int, label: Text = "") -> dict[str, object]:
    """Where a procedure stands: ``{% ui_steps steps current=2 %}``; ``current`` counts from 1, one more is all done."""
    if not 1 <= current <= len(steps) + 1:
        raise WrongUse(f"current={current} lies outside 1 … {len(steps) + 1}")
    return {"steps": [(step, _place(n, current)) for n, step in enumerate(steps, 1)], "label": label}


def _place(number: int, current: int) -> str:
    if number == current:
        return "now"
    return "past" if number < current else "next"
