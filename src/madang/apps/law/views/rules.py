"""The rules by subject, and the page of one rule: its versions side by side, its deadlines, facts and worked cases."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.law.forms.rules import RuleFilter
from madang.apps.law.rule_lines import (
    clock_ids_of,
    lines_of,
    newest_article,
    state_of,
    state_words,
    sureness,
    why_not,
)
from madang.apps.law.searching import rules_found
from madang.apps.law.versions import Version, versions_of
from madang.apps.law.views.front import crumbs, lines, missing, page
from madang.apps.law.worked import cases_of
from madang.core.keeping import keepable
from madang.core.ui.shapes import Fact, Link
from madang.core.ui.texts import text
from madang.kernel.statutes.addresses import address_of
from madang.kernel.statutes.inputs import facts_of
from madang.kernel.statutes.matters import Matter, matter_of_rule, matters, succession_of
from madang.kernel.statutes.registry import RuleInfo, rule_ids, rule_info


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Show the rules by subject; filtered lists are not kept, there is no end of them."""
    return _list(request) if request.GET else _whole_list(request)


@keepable("law")
def _whole_list(request: HttpRequest) -> HttpResponse:
    return _list(request)


def _list(request: HttpRequest) -> HttpResponse:
    """The subjects while nothing is chosen; the rules that a filter leaves, by subject."""
    form = RuleFilter(request.GET)
    context = {"crumbs": crumbs(Link(_("규칙"))), "form": form}
    values = form.values()
    if not any(values.values()):
        return page(request, "law/rules.html", {**context, "subjects": _subjects()})
    chosen = _chosen(values)
    groups = [
        (matter, lines_of(rule_info(key) for key in matter.rule_ids if key in chosen))
        for matter in matters().values()
    ]
    groups = [(matter, found) for matter, found in groups if found]
    return page(
        request, "law/rules.html", {**context, "groups": groups, "count": sum(len(f) for _m, f in groups)}
    )


def _subjects() -> list[tuple[Matter, int]]:
    """Every subject that has rules, with how many of them facts decide."""
    return [
        (matter, sum(state_of(rule_info(key)) == "computed" for key in matter.rule_ids))
        for matter in matters().values()
        if matter.rule_ids
    ]


def _chosen(values: Mapping[str, str]) -> set[str]:
    """The ids that the filter leaves."""
    ids = set(rules_found(values["q"])) if values["q"] else set(rule_ids())
    if values["matter"]:
        ids &= set(matters()[values["matter"]].rule_ids)
    if values["state"]:
        ids = {key for key in ids if state_of(rule_info(key)) == values["state"]}
    return ids


@require_safe
def rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    """Show one rule."""
    return _rule(request, rule_id) if rule_id in rule_ids() else missing(request, rule_id)


@keepable("law")
def _rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    info = rule_info(rule_id)
    versions = versions_of(info)
    matter = matter_of_rule(rule_id)
    succession = succession_of(rule_id)
    context = {
        "succession": succession, "followed": [_newest(key) for key in succession.rule_ids] if succession else [],
        "info": info, "crumbs": rule_crumbs(info), "tabs": tabs_of(info, "rule"), "facts": _key_facts(info),
        "versions": [(version, address_of(version.citation)) for version in versions],
        "changed": sum(version.changed for version in versions), "why_not": why_not(info),
        "clocks": lines(tuple(clock_ids_of(rule_id))), "asks": facts_of(rule_id), "cases": cases_of(rule_id),
        "state": state_words(state_of(info)), "is_computed": state_of(info) == "computed", "matter": matter,
    }  # fmt: skip
    return page(request, "law/rule.html", context)


def _newest(rule_id: str) -> tuple[RuleInfo, Version]:
    """A rule of a succession with the newest version that sets a number."""
    info = rule_info(rule_id)
    versions = versions_of(info)
    return info, next((version for version in reversed(versions) if version.numbers), versions[-1])


def rule_crumbs(info: RuleInfo, *below: Link) -> list[Link]:
    """Where a page of a rule stands: below its subject."""
    matter = matter_of_rule(info.id)
    href = f"{reverse('law_rules')}?matter={matter.key}" if matter else ""
    own = Link(info.id, reverse("law_rule", args=[info.id]) if below else "")
    subject = [Link(text(matter.name), href)] if matter else []
    return crumbs(Link(_("규칙"), reverse("law_rules")), *subject, own, *below)


def tabs_of(info: RuleInfo, current: str) -> list[Link]:
    """The rule itself, and the question that facts answer; only rules that are computed have the second."""
    if state_of(info) != "computed":
        return []
    return [
        Link(_("내용과 개정"), reverse("law_rule", args=[info.id]), current == "rule"),
        Link(_("사실로 확인하기"), reverse("law_check", args=[info.id]), current == "check"),
    ]


def _key_facts(info: RuleInfo) -> list[Fact]:
    label, _tone = state_words(state_of(info))
    return [
        Fact(_("번호"), info.id),
        Fact(_("지금의 조문"), newest_article(info)),
        Fact(_("근거를 확인한 정도"), sureness(info.confidence)),
        Fact(_("판정"), label, why_not(info) or ""),
    ]
