"""The list of regulations of a global innovation zone: made in turn, dated, and never an answer where none stands."""

from datetime import timedelta

import pytest
from django.test import Client

from madang.apps.exemptions.acts.negative_list import (
    Entry,
    ListVote,
    add_list_entry,
    begin_list,
    gazette_list,
    record_list_vote,
    remove_list_entry,
    table_list,
)
from madang.apps.exemptions.models import RegulationList
from madang.apps.exemptions.queries.negative_list import concerns, list_on
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid
from madang.core.authority import OfficeKind, Refused
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.builders import a_firm, noon
from tests.apps.exemptions.menu_builders import (
    DRUGS,
    GAZETTED,
    ROBOTS,
    a_draft_list,
    a_list,
    a_resolved_list,
    an_entry,
    ministry,
)
from tests.apps.selection.web import at, send, signed_in, text_of
from tests.apps.zones.builders import a_zone
from tests.people import an_actor, an_organisation

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SECRET = "보도에서 자율주행 배달로봇을 운행하려고 합니다."


def a_giz(slug: str = "giz-1-busan", **more: str) -> Zone:
    """A global innovation zone of Busan."""
    return a_zone(
        slug, name_ko="차세대 해양모빌리티", name_en="Marine mobility", kind="giz", round="G1", **more
    )


def test_list_stands_only_by_vote_and_gazette_and_a_new_edition_replaces_it() -> None:
    zone = a_giz()
    with pytest.raises(Invalid, match="global"):
        begin_list(actor=ministry(), zone=a_zone(), at=noon(GAZETTED))
    first = a_list(zone)
    with pytest.raises(NotLawful):
        add_list_entry(actor=ministry(), regulation_list=first, entry=an_entry(DRUGS), at=noon(GAZETTED))
    second = begin_list(actor=ministry(), zone=zone, at=noon(GAZETTED))
    with pytest.raises(Invalid, match="already"):
        begin_list(actor=ministry(), zone=zone, at=noon(GAZETTED))
    # the entries that stand are where the next edition begins
    assert [entry.law for entry in second.entries.all()] == ["도로교통법"]
    remove_list_entry(
        actor=ministry(), regulation_list=second, entry_id=second.entries.get().pk, at=noon(GAZETTED)
    )
    with pytest.raises(Invalid, match="without entries"):
        table_list(actor=ministry(), regulation_list=second, at=noon(GAZETTED))
    add_list_entry(actor=ministry(), regulation_list=second, entry=an_entry(DRUGS), at=noon(GAZETTED))
    table_list(actor=ministry(), regulation_list=second, at=noon(GAZETTED))
    secretary, later = an_actor(OfficeKind.SECRETARY, "secretariat"), GAZETTED + 30 * DAY
    carried, impossible = ListVote(GAZETTED, 20, 12, 9), ListVote(GAZETTED, 20, 12, 13)
    with pytest.raises(Refused):
        record_list_vote(actor=ministry(), regulation_list=second, vote=carried, at=noon(GAZETTED))
    with pytest.raises(Invalid, match="numbers"):
        record_list_vote(actor=secretary, regulation_list=second, vote=impossible, at=noon(GAZETTED))
    with pytest.raises(NotLawful):
        gazette_list(
            actor=ministry(),
            regulation_list=second,
            gazette_number="제2호",
            gazetted_on=later,
            at=noon(later),
        )
    record_list_vote(
        actor=secretary, regulation_list=second, vote=ListVote(GAZETTED, 20, 12, 9), at=noon(GAZETTED)
    )
    for day in (GAZETTED, later + DAY):  # not on the day of the edition before, not in the future
        with pytest.raises(Invalid):
            gazette_list(
                actor=ministry(),
                regulation_list=second,
                gazette_number="제2호",
                gazetted_on=day,
                at=noon(later),
            )
    gazette_list(
        actor=ministry(), regulation_list=second, gazette_number="제2호", gazetted_on=later, at=noon(later)
    )
    days = (GAZETTED - DAY, GAZETTED, later - DAY, later)
    assert [getattr(list_on(zone, day), "number", None) for day in days] == [None, 1, 1, 2]


def test_lost_vote_sends_the_list_back_to_be_written() -> None:
    row = a_draft_list(a_giz())
    table_list(actor=ministry(), regulation_list=row, at=noon(GAZETTED))
    secretary = an_actor(OfficeKind.SECRETARY, "secretariat")
    record_list_vote(
        actor=secretary, regulation_list=row, vote=ListVote(GAZETTED, 20, 12, 3), at=noon(GAZETTED)
    )
    row.refresh_from_db()
    assert (row.state, row.resolved_on, row.yes) == ("drafting", None, 3)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"kind": "tax"}, "kind"),
        ({"law": " "}, "law"),
        ({"forbids": ""}, "forbids"),
        ({"article": ROBOTS[1]}, "article"),
        ({}, "ministry"),
    ],
)
def test_entry_that_says_too_little_or_stands_twice_is_refused(more: dict[str, str], field: str) -> None:
    row, entry = a_draft_list(a_giz()), an_entry()
    given = {"law": entry.law, "article": "제9조", "kind": entry.kind, "forbids": entry.forbids} | more
    new = Entry(
        **given,
        ministry=an_organisation("a-firm", OfficeKind.FIRM) if field == "ministry" else entry.ministry,
    )
    with pytest.raises(Invalid) as refused:
        add_list_entry(actor=ministry(), regulation_list=row, entry=new, at=noon(GAZETTED))
    assert refused.value.field == field
    assert row.entries.count() == 1


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("배달로봇", ["도로교통법"]),
        ("베달로봇을 씁니다", ["도로교통법"]),
        ("도로교통법", ["도로교통법"]),
        ("의약품을 약국 밖에서 팔려고 합니다", ["약사법"]),
        ("바다에서 배를 만듭니다", []),
        ("", []),
    ],
)
def test_search_finds_words_of_the_list_also_when_misspelt(text: str, laws: list[str]) -> None:
    row = a_list(a_giz(), ROBOTS, DRUGS)
    assert [one.entry.law for one in concerns(row, text)] == laws


def test_zone_without_a_list_is_never_called_allowed() -> None:
    zone, other = a_giz(), a_zone()
    at(noon(GAZETTED))
    asked = {"business": SECRET, "laws": ""}
    none = text_of(send(Client(), "/negative-list/", zone=str(zone.pk), **asked))
    assert "이 특구는 기록된 목록이 없어 답할 수 없습니다." in none
    assert "제한하지 않으면 할 수 있다" not in none
    usual = text_of(send(Client(), "/en/negative-list/", zone=str(other.pk), **asked))
    assert "not a global innovation zone" in usual
    assert "allowed unless" not in usual
    shown = text_of(Client().get(f"/negative-list/?zone={zone.slug}"))
    assert "목록이 기록되어 있지 않습니다." in shown
    assert "기록된 목록이 없습니다." in text_of(Client().get(zone.path))


def test_firm_without_an_account_finds_what_concerns_it_and_takes_its_words_along() -> None:
    zone = a_giz()
    a_list(zone, ROBOTS, DRUGS)
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    at(noon(GAZETTED))
    found = text_of(send(Client(), "/negative-list/", zone=str(zone.pk), business=SECRET, laws=""))
    assert "관련될 수 있는 항목을 1개 찾았습니다." in found
    assert "유권해석이 아닙니다" in found
    assert "도로교통법 제2조" in found
    assert "약사법" not in found.split('id="zones"')[0]
    nothing = text_of(send(Client(), "/negative-list/", zone=str(zone.pk), business="배를 만듭니다", laws=""))
    assert "고시된 목록이 제한하지 않으면 할 수 있다" in nothing
    words = {"zone": zone.slug, "business": SECRET, "laws": "도로교통법"}
    assert "/accounts/login/" in Client().post("/negative-list/ask/", words)["Location"]
    browser = signed_in(a_firm())
    form = text_of(send(browser, "/negative-list/ask/", **words))
    assert SECRET in form
    assert "도로교통법" in form
    assert f'<option value="{zone.pk}" selected' in form


def test_list_in_the_making_is_read_by_its_makers_alone() -> None:
    row = a_draft_list(a_giz())
    at(noon(GAZETTED))
    makers, others = signed_in(ministry()), (Client(), signed_in(a_firm()))
    secretary = signed_in(an_actor(OfficeKind.SECRETARY, "secretariat"))
    assert "보도에서 자율주행 배달로봇" in text_of(makers.get(row.path))
    assert [browser.get(row.path).status_code for browser in (*others, secretary)] == [404, 404, 404]
    send(makers, f"{row.path}table/")
    assert [browser.get(row.path).status_code for browser in (*others, secretary)] == [404, 404, 200]
    voted = send(secretary, f"{row.path}vote/", held_on=GAZETTED, enrolled="20", present="12", yes="9")
    assert "표결을 기록했습니다." in text_of(voted)


def test_list_of_another_day_is_shown_as_it_stood() -> None:
    zone = a_giz()
    a_list(zone)
    later = a_resolved_list(zone, DRUGS, on=GAZETTED + 30 * DAY)
    on = GAZETTED + 30 * DAY
    gazette_list(actor=ministry(), regulation_list=later, gazette_number="제2호", gazetted_on=on, at=noon(on))
    at(noon(on))
    before = text_of(Client().get(f"/negative-list/?zone={zone.slug}&on={GAZETTED.isoformat()}"))
    now = text_of(Client().get(f"/en/negative-list/?zone={zone.slug}&on=nonsense"))
    assert "약사법" not in before
    assert "약사법" in now
    assert RegulationList.objects.get(number=1).state == "replaced"


@pytest.mark.parametrize(
    "query",
    [
        "zone=%00",
        "zone=nowhere",
        "on=0001-01-01",
        "on=9999-12-31",
        "on=%00",
        "zone=giz-1-busan&on=2023-12-18",
    ],
)
def test_odd_addresses_answer_with_a_page_and_never_break(query: str) -> None:
    a_list(a_giz())
    for path in ("/negative-list/", "/en/negative-list/"):
        answer = Client().get(f"{path}?{query}")
        assert answer.status_code in (200, 400)
        assert "<h1>" in text_of(answer)


def test_resident_number_is_not_even_taken_along() -> None:
    browser = Client()
    words = {"zone": "giz-1-busan", "business": "대표 900101-1234568", "laws": ""}
    shown = text_of(browser.post("/negative-list/ask/", words, follow=True))
    assert "주민등록번호로 보이는 번호가 있어 저장하지 않았습니다" in shown
    assert "1234568" not in shown
    assert "words_for_confirmation" not in browser.session
