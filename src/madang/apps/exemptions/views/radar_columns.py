"""The columns of the radar: which project, what comes next and when, with the article and the sum, and who owes the law."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from madang.apps.exemptions.models import Tool, ToolOutlook
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.apps.exemptions.rules.revisions import owner_words
from madang.core.ui.cells import cell
from madang.core.ui.deadline_links import links_of
from madang.core.ui.shapes import Badge, Column
from madang.core.ui.texts import day, in_english, text
from madang.kernel.clocks.holidays import UnknownCalendar
from madang.kernel.statutes.citations import article_in_english
from madang.kernel.statutes.due import DueDate, due_date
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rules import rule_info

#: days from which on a decision is near, and from which on it presses
NEAR, PRESSING = 90, 30


def here(path: str) -> str:
    """Return an address in the language of the page."""
    return f"/en{path}" if in_english() else path


def radar_columns(today: date) -> list[Column]:
    """The columns of the list on a day."""
    return [
        Column(_("과제"), _project),
        Column(_("다음 결정일"), lambda line: _together(_when(line, today))),
        Column(_("그날까지 할 선택"), lambda line: _together(_choices(line))),
        Column(_("특구ㆍ사업자"), lambda line: _together(_place(line))),
        Column(_("법령정비 소관"), lambda line: _together(laws_cell(line.tool))),
    ]


def _together(content: SafeString) -> SafeString:
    """One piece for the card of a phone, which lays the heading of a cell beside its content."""
    return format_html("<div>{}</div>", content)


def _project(line: ToolOutlook) -> SafeString:
    tool = line.tool
    state = tool.state_now
    return format_html(
        '<a href="{}">{}</a> <span class="radar-kind">{} · {}</span>',
        here(tool.path), tool.project.title_public, text(tool.kind_words), text(state.public_words),
    )  # fmt: skip


def _when(line: ToolOutlook, today: date) -> SafeString:
    left = line.days_left(today)
    if left is None:
        said = line.tool.ends_text
        known = (
            format_html('<span class="radar-known">{}</span>', _("끝: %(day)s") % {"day": day(said)})
            if said
            else ""
        )
        return format_html(
            '{} {}<span class="radar-sum">{}</span>', cell(_no_day(line)), known, _article(line)
        )
    return format_html("{} {}{}", cell(line.next_on), cell(_distance(left)), _sum(line))


def _no_day(line: ToolOutlook) -> Badge:
    if line.kind == "unknown":
        return Badge(_("날짜 미상"), "warning", "circle-question-mark")
    return Badge(_("정해진 날 없음"), "neutral")


def _distance(left: int) -> Badge:
    if left < 0:
        return Badge(ngettext("%(days)d일 지남", "%(days)d일 지남", -left) % {"days": -left}, "danger")
    if left == 0:
        return Badge(_("오늘까지"), "danger")
    tone = "danger" if left <= PRESSING else "warning" if left <= NEAR else "neutral"
    return Badge(ngettext("%(days)d일 남음", "%(days)d일 남음", left) % {"days": left}, tone)


def _sum(line: ToolOutlook) -> SafeString:
    """The article, and where a clock counted the day its sum with the calculator; else what day it is."""
    due = due_of(line)
    if due is None:
        return format_html('<span class="radar-sum">{}</span>', _article(line))
    again = links_of(due).again
    sentence = text(due.sentence)
    return format_html(
        '<details class="radar-sum"><summary>{}</summary><p>{}</p>{}</details>',
        _article(line), sentence[:1].upper() + sentence[1:],
        format_html('<p><a href="{}">{}</a></p>', again, _("계산기에서 다시 세기")) if again else "",
    )  # fmt: skip


def due_of(line: ToolOutlook) -> DueDate | None:
    """The sum of the next day from the last day of the term; None where no clock counted it."""
    if not line.clock or line.tool.ends_on is None:
        return None
    try:
        due = due_date(line.clock, start=line.tool.ends_on, on=line.tool.granted_on)
    except (Refusal, UnknownCalendar):
        return None
    return due if due.due_on == line.next_on else None


def _article(line: ToolOutlook) -> str:
    names = [article_of(rule_id, in_english()) for rule_id in line.rule_ids[:1]]
    return "".join(names)


@lru_cache(maxsize=64)
def article_of(rule_id: str, english: bool) -> str:
    """The article of a rule in its newest version, short."""
    citation = rule_info(rule_id).provisions[-1]
    article = citation.article
    return article_in_english(article) if english else article


def _choices(line: ToolOutlook) -> SafeString:
    choices = line.choices
    if len(choices) == 1:
        return format_html("<strong>{}</strong><br>{}", text(line.kind_words), text(choices[0]))
    items = format_html_join("", "<li>{}</li>", ((text(words),) for words in choices))
    said = ngettext("선택 %(n)d가지", "선택 %(n)d가지", len(choices)) % {"n": len(choices)}
    return format_html(
        '<strong>{}</strong><details class="radar-choices"><summary>{}</summary><ul>{}</ul></details>',
        text(line.kind_words), said, items,
    )  # fmt: skip


def _place(line: ToolOutlook) -> SafeString:
    project = line.tool.project
    zone = reverse("zone", args=[project.zone.slug])
    operator = text(project.operator.words) if project.operator else _("사업자 미상")
    return format_html('<a href="{}">{}</a><br>{}', zone, text(zone_words(project.zone)), operator)


def laws_cell(tool: Tool) -> SafeString:
    """Each law that hangs on a tool with its ministry and where it stands."""
    laws: list[Any] = list(tool.revisions.all())
    if not laws:
        return format_html('<span class="none">{}</span>', _("등록된 법령 없음"))
    return format_html_join(
        SafeString("<br>"), '<a href="{}">{}</a> <span class="radar-kind">{} · {}</span>',
        ((here(law.path), law.law, text(owner_words(law)), text(law.state_now.public_words)) for law in laws),
    )  # fmt: skip
