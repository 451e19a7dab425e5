"""The pages of demonstrations: what everybody reads, what only those with a part read, and each office's own steps."""

from datetime import date

import pytest
from django.test import Client

from madang.apps.demonstrations.acts.milestones import complete_milestone, move_milestone
from madang.apps.demonstrations.models import (
    DemonstrationPlan,
    DemonstrationSite,
    Milestone,
    Partner,
    TaskForce,
    Track,
)
from madang.core.authority import OfficeKind
from madang.core.files.models import Attachment
from tests.apps.demonstrations import builders as made
from tests.apps.selection.web import at, send, signed_in, text_of
from tests.people import an_actor

pytestmark = pytest.mark.django_db


def test_everybody_reads_who_takes_part_and_how_far_it_is_but_no_names_of_people() -> None:
    at(made.noon())
    by, firm, host = made.province(), made.a_firm(), an_actor(OfficeKind.AGENCY, "host")
    zone = made.busan()
    made.a_member(by, made.a_task_force(by, zone), host)
    made.a_site(by, zone, within="outside", outside_reason="협력 도시의 시험장")
    project = made.a_project(firm, zone)
    hidden = made.a_project(firm, zone, state="drafting", name="남이 알면 안 되는 과제")
    one = made.a_milestone(firm, made.a_plan(firm, project), date(2026, 2, 20))
    move_milestone(
        actor=firm, milestone=one, to_on=date(2026, 3, 31), reason="부품이 늦게 옴", at=made.noon()
    )
    made.a_milestone(firm, one.plan, date(2026, 3, 1))
    path = f"/demonstrations/zones/{zone.slug}/"
    shown = text_of(Client().get(path))
    for said in (
        "기관 host",
        "주관 기관",
        "법정 기구가 아니라",
        "지정된 위치 밖",
        "협력 도시의 시험장",
        "0/2 (0%)",
        "1개 지연",
        "모두 39일",
    ):
        assert said in shown, said
    assert "홍길동" not in shown
    assert hidden.title_public not in shown
    assert "홍길동" in text_of(signed_in(host).get(path))
    assert hidden.title_public in text_of(signed_in(firm).get(path))
    public = text_of(Client().get(f"/en/demonstrations/projects/{project.pk}/"))
    for said in (
        "put off by 39 days",
        "부품이 늦게 옴",
        "0 of 2 milestones done: 0 ÷ 2 = 0%",
        "Not confirmed by the local",
    ):
        assert said in public, said
    assert Client().get(f"/demonstrations/projects/{hidden.pk}/").status_code == 404
    overview = text_of(Client().get("/demonstrations/"))
    assert "0/2 (0%)" in overview
    assert "구성됨" in overview
    assert "0 ÷ 2 = 0%" in text_of(Client().get(f"/zones/{zone.slug}/"))


def test_firm_writes_moves_and_proves_on_its_own_plan_and_the_province_confirms() -> None:
    at(made.noon())
    province, firm, rival = made.province(), made.a_firm(), made.a_firm("a-rival")
    project = made.a_project(firm)
    browser, other = signed_in(firm), signed_in(rival)
    base = f"/demonstrations/projects/{project.pk}"
    plan = {"goal": "안전 확인", "starts_on": "2026-01-01", "ends_before": "2028-01-01"}
    assert other.get(f"{base}/plan/").status_code == 404
    assert "끝나는 날이 시작하는 날과" in text_of(
        send(browser, f"{base}/plan/", **plan | {"ends_before": "2026-01-01"})
    )
    assert "실증계획을 저장했습니다." in text_of(send(browser, f"{base}/plan/", **plan))
    row = DemonstrationPlan.objects.get()
    send(browser, f"/demonstrations/plans/{row.pk}/milestone/", name="시험 배송", due_on="2026-04-01")
    one = Milestone.objects.get()
    move = f"/demonstrations/milestones/{one.pk}/move/"
    assert "날을 옮기는 까닭을 적으십시오." in text_of(send(browser, move, to_on="2026-05-01", reason=""))
    for who in (other, Client(), signed_in(province)):
        assert send(who, move, to_on="2026-05-01", reason="훼방").status_code == 404
    shown = text_of(send(browser, move, to_on="2026-05-01", reason="부품이 늦음"))
    assert "30일 미룸" in shown
    refused = text_of(
        send(
            browser,
            f"/demonstrations/milestones/{one.pk}/done/",
            done_on="2026-03-02",
            upload=made.a_file("900101-1234568.txt"),
        )
    )
    assert "파일 이름에 주민등록번호가 있어" in refused
    done = text_of(
        send(
            browser, f"/demonstrations/milestones/{one.pk}/done/", done_on="2026-03-02", upload=made.a_file()
        )
    )
    assert "1 ÷ 1 = 100%" in done
    assert "지방자치단체 확인함" in text_of(
        send(signed_in(province), f"/demonstrations/plans/{row.pk}/confirm/")
    )
    stale = text_of(
        send(browser, f"/demonstrations/plans/{row.pk}/change/", seen="1", **plan | {"goal": "둘째 창"})
    )
    assert "다른 곳에서 먼저 저장한 내용" in stale
    assert "안전 확인" in stale


def test_evidence_is_given_to_those_with_a_part_and_to_no_other_firm() -> None:
    at(made.noon())
    by, firm, rival, host = (
        made.province(),
        made.a_firm(),
        made.a_firm("a-rival"),
        an_actor(OfficeKind.AGENCY, "host"),
    )
    force = made.a_task_force(by)
    made.a_member(by, force, host)
    made.a_member(by, force, rival, role="firm")
    one = made.a_milestone(firm, made.a_plan(firm), date(2026, 3, 1))
    complete_milestone(
        actor=firm, milestone=one, done_on=made.TODAY, note="비밀 결과", files=[made.a_file()], at=made.noon()
    )
    address, page = f"/demonstrations/files/{Attachment.objects.get().pk}/", one.plan.path
    for who in (firm, by, host, made.ministry()):
        assert signed_in(who).get(address).getvalue().decode() == "시험을 마쳤습니다."
    assert "비밀 결과" in text_of(signed_in(host).get(page))
    for stranger in (Client(), signed_in(rival), signed_in(made.province("daegu"))):
        assert stranger.get(address).status_code == 404
        assert "비밀 결과" not in text_of(stranger.get(page))


def test_province_sets_up_sites_and_tracks_and_strangers_find_no_such_address() -> None:
    at(made.noon())
    zone, browser = made.busan(), signed_in(made.province())
    base = f"/demonstrations/zones/{zone.pk}"
    strangers = (Client(), signed_in(made.a_firm()), signed_in(made.province("daegu")))
    for key in ("set-up", "site", "track", "partner"):
        assert browser.get(f"{base}/{key}/").status_code == 200
        assert [who.get(f"{base}/{key}/").status_code for who in strangers] == [404] * 3
    send(browser, f"{base}/set-up/", set_up_on="2026-02-01", purpose="")
    force = TaskForce.objects.get()
    send(
        browser,
        f"/demonstrations/task-forces/{force.pk}/member/",
        organisation_name="한빛 보험",
        role="insurance",
        joined_on="2026-02-01",
    )
    site = {"name": "물류센터", "kind": "facility", "country": "KR", "starts_on": "2026-01-01"}
    wrong = text_of(send(browser, f"{base}/site/", **site, address="대구광역시 1", within="inside"))
    assert "주소가 이 특구의 지역이 아닙니다." in wrong
    send(browser, f"{base}/site/", **site, address="부산광역시 남구 1", within="inside")
    assert DemonstrationSite.objects.get().name == "물류센터"
    track = {"kind": "certification", "name": "CE 인증", "country": "DE", "standard": "CE"}
    shown = text_of(send(browser, f"{base}/track/", **track))
    assert "아직 단계가 없습니다." in shown
    row = Track.objects.get()
    goods = {
        "what": "로봇", "value": "100", "currency": "EUR", "paper": "export", "out_on": "2026-02-01", "hs_code": "85A110",
    }  # fmt: skip
    assert "HS 부호는 숫자 6자리에서 10자리입니다" in text_of(
        send(browser, f"/demonstrations/tracks/{row.pk}/goods/", **goods)
    )
    send(browser, f"/demonstrations/tracks/{row.pk}/goods/", **goods | {"hs_code": "8501.10"})
    assert "HS 850110" in text_of(browser.get(row.path))
    assert "HS 850110" not in text_of(Client().get(row.path))
    partner = {
        "name_ko": "어느 연구소", "name_en": "A Lab", "slug": "a-lab", "kind": "research institute", "role": "공동연구",
        "sources": "https://www.example.kr/1\n\n관보",
    }  # fmt: skip
    assert "협력기관을 등록했습니다." in text_of(send(browser, f"{base}/partner/", **partner))
    assert Partner.objects.get().sources == ["https://www.example.kr/1", "관보"]
    assert browser.get(f"/demonstrations/kings/{zone.pk}/crown/").status_code == 404


def test_partners_stand_with_their_zone_and_sources_or_say_that_they_are_of_none() -> None:
    ministry = made.ministry()
    made.a_partner(ministry, made.busan(), agreed_text="2024-09")
    made.a_partner(ministry, None, slug="of-none", name_ko="어느 대학", country="", sources=())
    shown = text_of(Client().get("/partners/"))
    first, general = shown.split("특정 특구의 협력기관이 아님")
    for said in ("부산 블록체인", "어느 연구소", "2024년 9월", "example.kr", "신뢰도 높음"):
        assert said in first, said
    assert "어느 대학" in general
    assert "국가 확인되지 않음" in general
    assert "Partners of no zone in particular" in text_of(Client().get("/en/partners/"))
