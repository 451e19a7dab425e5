"""Events as a timeline: order of what nobody dates, articles of the day, and what is told of a zone's way."""

from datetime import UTC, date, datetime

import pytest

from madang.core.audit.models import Event
from madang.kernel.partial_dates import PartialDate
from madang.portal.happenings import citation, timeline
from tests.apps.selection.zone_builders import a_candidate
from tests.apps.zones.builders import a_zone
from tests.portal.readers import html


def an_event(at_text, name="zones.ended", subject="1"):
    on = PartialDate.parse(at_text)
    at = datetime(on.first.year, on.first.month, on.first.day, tzinfo=UTC) if on.first else None
    return Event(
        name=name, at=at, at_text=at_text, subject_id=subject, facts={"zone": at_text or "?"}, sources=[]
    )


def told(*events):
    return [item.title.ko for item in timeline(events)]


def test_event_without_a_date_stands_where_the_record_has_it():
    events = [an_event("2019-04"), an_event(""), an_event("2019-07-23")]
    assert [said[1:8] for said in told(*events)] == ["2019-04", "?’ 특구가 ", "2019-07"]


def test_event_recorded_later_but_dated_earlier_moves_to_its_day():
    late, early = an_event("2019-07-23"), an_event("2019-04-17", subject="2")
    assert told(late, early)[0].startswith("‘2019-04-17")


def test_record_that_begins_without_a_date_does_not_break_the_order():
    assert told(an_event(""), an_event("2019"))[0].startswith("‘?")


@pytest.mark.parametrize(("on", "version"), [
    (PartialDate.parse("2019-07-23"), "2019-04-17"),
    (PartialDate.parse("2025-05"), "2024-08-07"),
    (datetime(2025, 5, 20, 1, tzinfo=UTC), "2024-08-07"),
])  # fmt: skip
def test_article_is_cited_in_the_version_of_its_day(on, version):
    assert version in citation("DES-03", on).ko


@pytest.mark.parametrize("on", [PartialDate.parse(""), PartialDate.parse("2024")])
def test_article_is_not_cited_when_the_day_leaves_its_version_open(on):
    assert citation("DES-03", on) == ""


@pytest.mark.parametrize("rule", ["", "XYZ-99"])
def test_unknown_rule_is_cited_as_nothing(rule):
    assert citation(rule, PartialDate.of(date(2025, 5, 20))) == ""


@pytest.mark.django_db
def test_zone_page_tells_of_an_earlier_attempt_that_was_put_off():
    zone = a_zone()
    first = a_candidate("ulsan", name_ko="수소산업").designation
    second = a_candidate("ulsan", name_ko="수소그린모빌리티").designation
    type(second).objects.filter(pk=second.pk).update(zone=zone, earlier=first)
    page = html(f"/zones/{zone.slug}/")
    assert "‘수소산업’ 후보의 지정 절차를 시작했습니다." in page
    assert f'href="/designations/{second.pk}/"' in page
