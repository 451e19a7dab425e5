"""Committee pages: what everybody reads, what the secretary does, how a member votes."""

from datetime import date, timedelta

import pytest
from django.test import Client

from madang.apps.accounts.models import Person
from madang.apps.selection.acts.committees import Convening, convene_sitting, open_sitting
from madang.apps.selection.models import BodyMember, Item, Sitting
from madang.core import keeping
from madang.core.acts import Invalid
from madang.core.authority import OfficeKind
from madang.kernel.partial_dates import PartialDate
from tests.apps.selection.web import at, send, signed_in, text_of
from tests.apps.selection.zone_builders import (
    ZC_DAY,
    Play,
    a_candidate,
    a_consulted,
    all_replied,
    before_the_zone_committee,
    members,
    noon,
    recorded,
)
from tests.people import an_actor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_is_kept() -> None:
    keeping.forget()


def ready(count: int = 3) -> tuple[Play, Item, list[BodyMember]]:
    """A designation on the agenda of the Zone Committee on its day, not open yet."""
    play, item = before_the_zone_committee(all_replied(a_consulted()))
    rows = members(play, "zone_committee", count)
    at(noon(ZC_DAY))
    return play, item, rows


def test_the_secretary_convenes_enrols_and_is_told_of_a_late_notice() -> None:
    play = a_candidate()
    browser = signed_in(play.secretary)
    at(noon(date(2025, 4, 1)))
    send(browser, "/committees/members/", body="zone_committee", name_ko="홍길동", starts_on="2025-01-01")
    assert BodyMember.objects.get().name_ko == "홍길동"
    given = {
        "body": "zone_committee",
        "title_ko": "제15차",
        "title_en": "15th",
        "number": "15",
        "held_on": "2025-04-15",
    }
    late = send(browser, "/committees/new/", notice_on="2025-04-09", **given)
    assert "4월 8일" in text_of(late)
    assert not Sitting.objects.exists()
    send(browser, "/committees/new/", notice_on="2025-04-08", **given)
    assert Sitting.objects.get().slug == "zc-15"


def test_the_public_reads_agenda_and_result_and_has_no_forms(client: Client) -> None:
    play, item, rows = ready()
    page, browser = item.sitting.path, signed_in(play.secretary)
    assert "AI 로봇" in text_of(client.get(page))
    send(browser, f"{page}open/", present=[str(m.pk) for m in rows])
    send(browser, f"{page}items/{item.pk}/votes/", **{str(m.pk): "yes" for m in rows})
    send(browser, f"{page}items/{item.pk}/decide/")
    shown = text_of(client.get(page))
    assert "가결" in shown
    assert '<form method="post"' not in shown.split("<main")[1]
    assert "위원 0" not in shown
    assert "AI robots" in text_of(client.get(f"/en{page}"))


def test_the_sum_of_the_vote_is_on_the_secretarys_page_and_no_quorum_decides_nothing() -> None:
    play, item, rows = ready(6)
    page, browser = item.sitting.path, signed_in(play.secretary)
    send(browser, f"{page}open/", present=[str(m.pk) for m in rows[:3]])
    assert "4명 이상 출석해야 하고 3명이 출석했습니다" in text_of(browser.get(page))
    send(browser, f"{page}items/{item.pk}/votes/", **{str(m.pk): "yes" for m in rows[:3]})
    refused = send(browser, f"{page}items/{item.pk}/decide/")
    assert "정족수에 이르지 못해 의결할 수 없습니다" in text_of(refused)
    assert Item.objects.get(pk=item.pk).outcome == ""


def test_a_member_sees_an_own_vote_and_casts_it_once() -> None:
    play, item, rows = ready()
    page = item.sitting.path
    send(signed_in(play.secretary), f"{page}open/", present=[str(m.pk) for m in rows])
    browser = Client()
    person = Person.objects.get(pk=rows[0].person_id)
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    assert "표결" in text_of(browser.get(page))
    send(browser, f"{page}items/{item.pk}/vote/", vote="no")
    assert item.ballots.get().member == rows[0]
    assert "표결</" not in text_of(browser.get(page)).split("<main")[1]
    assert send(browser, f"{page}items/{item.pk}/votes/", **{str(rows[1].pk): "no"}).status_code == 404
    stranger = signed_in(an_actor(OfficeKind.MEMBER, "other-members"))
    assert send(stranger, f"{page}items/{item.pk}/vote/", vote="no").status_code == 404


def test_a_withheld_result_is_read_by_offices_of_the_committee_only(client: Client) -> None:
    play, item, rows = ready()
    page, browser = item.sitting.path, signed_in(play.secretary)
    send(browser, f"{page}open/", present=[str(m.pk) for m in rows])
    send(browser, f"{page}items/{item.pk}/votes/", **{str(m.pk): "yes" for m in rows})
    send(browser, f"{page}items/{item.pk}/decide/")
    assert "찬성 3" in text_of(client.get(page))
    send(browser, f"{page}close/", withheld_reason="영업비밀 보호")
    shown = text_of(client.get(page))
    assert "찬성 3" not in shown
    assert "영업비밀 보호" in shown
    assert "찬성 3" in text_of(browser.get(page))


def test_a_province_neither_convenes_nor_decides_nor_reads_the_roster() -> None:
    play, item, rows = ready()
    page, stranger = item.sitting.path, signed_in(play.applicant)
    for path in ("/committees/new/", "/committees/members/"):
        assert stranger.get(path).status_code == 404
    steps = {"open/": {}, "close/": {}, f"items/{item.pk}/decide/": {}, f"items/{item.pk}/nonsense/": {}}
    for rest, fields in steps.items():
        assert send(stranger, page + rest, **fields).status_code == 404
    assert rows[0].name_ko not in text_of(stranger.get(page))


def test_excluding_and_deferring_by_the_forms() -> None:
    play, item, rows = ready(4)
    page, browser = item.sitting.path, signed_in(play.secretary)
    send(browser, f"{page}open/", present=[str(m.pk) for m in rows])
    send(browser, f"{page}items/{item.pk}/recuse/", member=str(rows[0].pk), ground="withdrew")
    assert "회피" in text_of(browser.get(page))
    send(browser, f"{page}items/{item.pk}/defer/", reason="안전 대책 보완", in_favour="2")
    assert (Item.objects.get(pk=item.pk).outcome, play.fresh().state) == ("deferred", "deferred")


def test_a_sitting_that_is_not_due_does_not_open_by_the_page() -> None:
    play, item, rows = ready()
    at(noon(ZC_DAY - timedelta(days=1)))
    answer = send(signed_in(play.secretary), f"{item.sitting.path}open/", present=[str(rows[0].pk)])
    assert "4월 15일" in text_of(answer)
    assert Sitting.objects.get(pk=item.sitting_id).opened_at is None


def a_sitting_of_the_record() -> Sitting:
    """The seventeenth sitting as the published record knows it: a day, and no agenda."""
    secretary = an_actor(OfficeKind.SECRETARY, "secretariat")
    held = PartialDate.parse("2025-11-19")
    known = Convening("zone_committee", "제17차 위원회", "Sitting no. 17", held, number=17, is_written=True)
    return convene_sitting(actor=recorded(secretary), convening=known, at=held)


def test_a_sitting_of_the_record_without_items_says_that_its_agenda_is_not_known(client: Client) -> None:
    sitting = a_sitting_of_the_record()
    page = text_of(client.get(f"/committees/{sitting.slug}/"))
    assert "안건이 확인되지 않았습니다" in page
    assert "상정된 안건이 없습니다" not in page
    assert "미상" in text_of(client.get("/committees/"))
    assert "Its agenda is not known" in text_of(client.get(f"/en/committees/{sitting.slug}/"))


def test_a_sitting_of_the_record_is_not_opened_by_a_typed_address() -> None:
    sitting = a_sitting_of_the_record()
    play, member = a_candidate(), members(a_candidate("busan"), "zone_committee", 1)[0]
    at(noon(ZC_DAY))
    refused = send(signed_in(play.secretary), f"/committees/{sitting.slug}/open/", present=str(member.pk))
    assert refused.status_code == 200
    assert Sitting.objects.get(pk=sitting.pk).opened_at is None
    with pytest.raises(Invalid, match="known from the record"):
        open_sitting(actor=play.secretary, sitting=sitting, present=[member], at=noon(date(2025, 12, 1)))
