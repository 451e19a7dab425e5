"""The entrance to the law: the subjects, what is asked most, a search, and the answer to a number that does not exist."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.law.rule_lines import lines_of
from madang.apps.law.searching import MOST_LETTERS, clocks_found, rules_found
from madang.apps.law.wording import span
from madang.core.keeping import keepable
from madang.core.ui.shapes import Link
from madang.kernel.statutes.clocks import Clock, clock
from madang.kernel.statutes.matters import asked_often, matters
from madang.kernel.statutes.rules import rule_info
from madang.kernel.statutes.standing import seen_until
from madang.kernel.words import Words


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show the subjects, or what a search finds. Searches are not kept: there is no end of them."""
    text = request.GET.get("q", "")[:MOST_LETTERS].strip()
    return found(request, text) if text else subjects(request)


@keepable("law")
def subjects(request: HttpRequest) -> HttpResponse:
    """Show every subject with its deadlines and how many rules it has."""
    cards = [
        (matter, lines(matter.clock_ids[:3]))
        for matter in matters().values()
        if matter.rule_ids or matter.clock_ids
    ]
    often = [(one, span(one)) for one in asked_often()]
    return page(request, "law/front.html", {"crumbs": crumbs(), "cards": cards, "often": often})


def found(request: HttpRequest, text: str) -> HttpResponse:
    """Show the deadlines and rules in which every word of a search occurs."""
    clocks = [(one, _with_subject(one)) for one in clocks_found(text)]
    rules = lines_of(rule_info(rule_id) for rule_id in rules_found(text))
    context = {
        "crumbs": crumbs(Link(_("찾기"))), "q": text, "clocks": clocks, "rules": rules, "count": len(clocks) + len(rules),
    }  # fmt: skip
    return page(request, "law/found.html", context)


def _with_subject(one: Clock) -> Words:
    """How long a clock runs and the subject it belongs to, which tells clocks of the same name apart."""
    subject, length = matters()[one.matter].name, span(one)
    return Words(f"{length.ko} · {subject.ko}", f"{length.en} · {subject.en}")


def missing(request: HttpRequest, asked: str) -> HttpResponse:
    """Answer 404 for a number that no rule or deadline has, with the search."""
    context = {"crumbs": crumbs(Link(_("찾는 번호가 없음"))), "asked": asked[:MOST_LETTERS]}
    return page(request, "law/missing.html", context, status=404)


def page(
    request: HttpRequest, template: str, context: Mapping[str, object], status: int = 200
) -> HttpResponse:
    """Show a page of the law; each says up to which day the texts were read."""
    return render(request, template, {"texts_read": seen_until(), **context}, status=status)


def crumbs(*below: Link) -> list[Link]:
    """Where a page of the law stands; the entrance itself without anything below."""
    return [Link(_("첫 화면"), reverse("home")), Link(_("법령·기한"), reverse("law")), *below]


def lines(clock_ids: tuple[str, ...]) -> list[tuple[Clock, object]]:
    """The clocks of these ids, each with how long it runs."""
    return [(clock(key), span(clock(key))) for key in clock_ids]
