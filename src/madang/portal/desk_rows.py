"""The rows of the desk. A sum never changes once it is counted, so its markup is written once and kept in memory."""

import json
from datetime import date
from functools import lru_cache
from html import escape
from typing import Any

from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from madang.core.authority import OfficeKind
from madang.core.case_models import Duty
from madang.core.ui.shapes import Column
from madang.core.ui.tags.time import ui_deadline
from madang.core.ui.texts import day, text
from madang.kernel.statutes.due import DueDate
from madang.portal.happenings import here

#: how many deadlines with their sums a process keeps; each takes about two kilobytes
KEPT = 2000


def columns(today: date, *, others: bool) -> list[Column]:
    """Return the columns of the desk; what others must do also says whose turn it is."""
    whose = (
        [Column(_("처리할 기관"), lambda duty: text(OfficeKind(duty.office_kind).words))] if others else []
    )
    return [
        Column(_("할 일"), _what),
        *whose,
        Column(_("법정 기한"), lambda duty: _deadline(duty, today)),
        Column(_("들어온 때"), lambda duty: day(duty.opened_at) if duty.opened_at else _("알려지지 않음")),
    ]


def _what(duty: Duty) -> SafeString:
    title, what = escape(text(duty.title)), escape(text(duty.what))
    return SafeString(
        f'<a href="{escape(here(duty.path))}">{title}</a><span class="facts-note">{what}</span>'
    )


def _deadline(duty: Any, today: date) -> SafeString:
    """The deadline of a duty that ``worklist.paged`` read: it carries its sum as stored text."""
    if not duty.rule_id:
        return SafeString(f'<span class="none">{escape(_("법에 정한 기한 없음"))}</span>')
    return _drawn(duty.sum_text, today, bool(duty.paused_on), get_language() or "ko")


@lru_cache(maxsize=KEPT)
def _drawn(sum_text: str, today: date, stopped: bool, language: str) -> SafeString:
    """Return the deadline component for the sum as it is stored; the language is that of the page."""
    stored = json.loads(sum_text)
    due = DueDate.from_json(stored) if stored else None
    why = _("보완을 기다리는 동안 기간이 멈춥니다.") if stopped else ""
    return SafeString(get_template("ui/deadline.html").render(ui_deadline(due, today=today, stopped=why)))
