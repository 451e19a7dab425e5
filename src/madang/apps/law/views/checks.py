"""The question that facts answer: is a rule satisfied, breached, or is something missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.law.forms.facts import FactsForm
from madang.apps.law.refusing import told
from madang.apps.law.rule_lines import state_of
from madang.apps.law.views.front import missing, page
from madang.apps.law.views.rules import rule_crumbs, tabs_of
from madang.apps.law.wording import short_citation
from madang.core.doors import korean_day
from madang.core.ui.shapes import Link
from madang.core.ui.texts import day, text
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.addresses import address_of
from madang.kernel.statutes.answers import Answer, Status, TraceStep
from madang.kernel.statutes.refusals import NotInForce, Refusal
from madang.kernel.statutes.registry import rule_ids, rule_info
from madang.kernel.statutes.rules import fact_label
from madang.kernel.statutes.stated import check as check_facts

_TONES = {Status.SATISFIED: "success", Status.BREACHED: "danger", Status.UNKNOWN: "warning"}


@dataclass(frozen=True)
class TraceLine:
    """One value that led to an answer, with the article it stands in when it is not a fact."""

    label: str
    value: str
    citation: str
    href: str


@require_safe
def check(request: HttpRequest, rule_id: str) -> HttpResponse:
    """Show the facts of a rule as a form and, when they were sent, the answer."""
    if rule_id not in rule_ids():
        return missing(request, rule_id)
    info = rule_info(rule_id)
    if state_of(info) != "computed":
        raise Http404
    today = korean_day(request)
    form = FactsForm(rule_id, request.GET, asked="case_on" in request.GET, today=today)
    answer = _answer(form, rule_id)
    context = {
        "info": info, "crumbs": rule_crumbs(info, Link(_("사실로 확인하기"))), "tabs": tabs_of(info, "check"),
        "form": form, "answer": answer, "today": today,
        **(_said(answer) if answer else {}),
    }  # fmt: skip
    return page(request, "law/check.html", context)


def _answer(form: FactsForm, rule_id: str) -> Answer | None:
    """The answer of the rule; None when nothing was asked yet or the form says why there is none."""
    if not form.is_valid():
        return None
    try:
        return check_facts(
            rule_id, form.stated(), on=form.cleaned_data["case_on"], known_on=form.cleaned_data["known_on"]
        ).answer
    except Refusal as refusal:
        form.add_error("case_on" if isinstance(refusal, NotInForce) else None, told(refusal))
        return None


def _said(answer: Answer) -> dict[str, object]:
    status = {
        Status.SATISFIED: _("요건을 갖춤"), Status.BREACHED: _("요건에 어긋남"), Status.UNKNOWN: _("판단할 수 없음"),
    }  # fmt: skip
    return {
        "status": status[answer.status],
        "tone": _TONES[answer.status],
        "lacking": [(name, fact_label(name)) for name in answer.missing],
        "lines": _lines(answer.trace),
    }


def _lines(trace: Sequence[TraceStep]) -> list[TraceLine]:
    return [
        TraceLine(
            text(step.words),
            _value(step.value),
            short_citation(step.citation) if step.citation else "",
            address_of(step.citation) if step.citation else "",
        )
        for step in trace
    ]


def _value(value: object) -> str:
    """A value of a trace as people read it."""
    if isinstance(value, bool):
        return _("예") if value else _("아니오")
    if isinstance(value, tuple):
        return ", ".join(_value(item) for item in value)
    if value is None:
        return ""
    return day(value) if isinstance(value, PartialDate) or hasattr(value, "isoformat") else str(value)
