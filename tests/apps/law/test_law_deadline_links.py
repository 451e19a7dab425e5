"""A deadline on any page leads to its rule, and to the calculator filled in with the dates of the case."""

import html as markup
import re
from datetime import date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

from madang.kernel.clocks.pauses import Pause
from madang.kernel.statutes.due import due_date
from tests.portal.readers import html

pytestmark = pytest.mark.django_db
d = date.fromisoformat


def links_on(due: object) -> list[str]:
    """The addresses that a deadline leads to."""
    drawn = Template("{% ui_deadline due %}").render(Context({"due": due}))
    return [markup.unescape(address) for address in re.findall(r'<a href="([^"]+)"', drawn)]


@pytest.mark.parametrize(("rule_id", "given"), [
    ("DES-03", {"start": d("2020-05-26")}),
    ("DES-02", {"start": d("2025-02-03"), "pauses": [Pause(d("2025-02-10"), d("2025-02-14"), True)]}),
    ("CHG-02.reply", {"start": d("2024-08-06"), "on": d("2024-08-07")}),
    ("EX-04", {"start": d("2025-04-01"), "extensions": 1, "pauses": [Pause(d("2025-04-10"), d("2025-06-20"))]}),
    ("DES-02", {"start": d("2026-06-17"), "known_on": d("2026-01-02")}),
])  # fmt: skip
def test_a_deadline_leads_to_its_rule_and_to_the_same_sum_in_the_calculator(rule_id, given):
    due = due_date(rule_id, **given)
    rule, calculator = links_on(due)
    assert rule == f"/law/rules/{rule_id.partition('.')[0]}/"
    found = re.search(r'class="law-day"><time datetime="([^"]+)"', html(calculator))
    assert found is not None
    assert found[1] == due.due_on.isoformat()


def test_a_deadline_on_an_english_page_leads_to_english_pages():
    with override("en"):
        assert all(
            address.startswith("/en/law/") for address in links_on(due_date("DES-03", start=d("2020-05-26")))
        )


def test_a_deadline_in_hours_leads_only_to_its_rule():
    due = due_date("PRV-07", start=datetime.fromisoformat("2026-09-25T09:00"))
    assert links_on(due) == ["/law/rules/PRV-07/"]


def test_a_deadline_that_nobody_verified_leads_nowhere():
    assert links_on(None) == []


def test_the_pages_of_days_off_say_that_the_law_prevails_and_the_calculator_leads_there():
    page = html("/law/holidays/?year=2020")
    assert "법령과 담당 공무원의 결정이 우선합니다" in page
    calculator = html("/law/deadlines/DES-03/?start=2020-05-26")
    assert 'href="/law/holidays/?year=2020"' in calculator


def test_an_article_is_named_once_for_the_steps_that_share_it():
    due = due_date("DES-02", start=d("2026-06-17"))
    assert [step.citation.article for step in due.steps if step.citation].count("제161조") == 3
    drawn = Template("{% ui_deadline due %}").render(Context({"due": due}))
    assert drawn.count("「민법」 제161조") == 1
