"""From a deadline on any page to its rule and to the calculator with the dates of the case."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from madang.apps.law.forms.deadline import query_of
from madang.core.ui.deadline_links import DeadlineLinks
from madang.kernel.statutes.clocks import clock_rule_ids
from madang.kernel.statutes.due_record import DueDate
from madang.kernel.statutes.reckoning import question_of
from madang.kernel.statutes.registry import rule_ids


def links_to_the_law(due: Any) -> DeadlineLinks:
    """Give the addresses; of a clock in hours only the rule: the hour at which it started is not kept with the sum."""
    if not isinstance(due, DueDate):
        return DeadlineLinks()
    rule_id = due.rule_id if due.rule_id in rule_ids() else due.rule_id.partition(".")[0]
    rule = reverse("law_rule", args=[rule_id]) if rule_id in rule_ids() else ""
    if due.due_at is not None or due.rule_id not in clock_rule_ids():
        return DeadlineLinks(rule)
    calculator = reverse("law_deadline", args=[due.rule_id])
    return DeadlineLinks(rule, f"{calculator}?{urlencode(query_of(question_of(due)))}")
