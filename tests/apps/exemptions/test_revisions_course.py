"""The way of a law from the list to its entry into force: whose turn it is, by when, and what is refused."""

from datetime import date

import pytest
from django.test import Client

from madang.apps.accounts.models import Person
from madang.apps.exemptions.acts.revision_plans import (
    RevisionPlan,
    ask_plan,
    await_plan,
    escalate_revision,
    extend_plan_time,
    file_plan,
    find_law_sound,
    name_owner,
    report_need,
)
from madang.apps.exemptions.acts.revision_steps import NewStep, begin_revision, recommend_revision, take_step
from madang.apps.exemptions.acts.revisions import NewLaw, enact_revision, hang_on_revision, register_revision
from madang.apps.exemptions.models import LawRevision, ToolOutlook
from madang.core import clock
from madang.core.acts import Invalid
from madang.core.authority import Actor, OfficeKind, Refused
from madang.core.case_models import Duty
from madang.kernel.partial_dates import PartialDate
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.revision_builders import a_law, a_ministry, a_tool, an_owner, noon
from tests.people import an_actor

MONDAY = date(2026, 3, 2)
pytestmark = pytest.mark.django_db


def due_days(law: LawRevision) -> dict[str, date | None]:
    """The open clocks of a law with their days."""
    rows = Duty.objects.filter(case_id=law.pk, is_clock=True, is_open=True)
    return {row.rule_id: row.due_on for row in rows}


def signed_in(actor: Actor) -> Client:
    """A browser of somebody in an office."""
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person_id), "django.contrib.auth.backends.ModelBackend")
    return client


def test_a_plan_asked_for_is_extended_twice_filed_kept_in_steps_and_ends_in_force():
    tool, mss, owner = a_tool(), a_ministry(), an_owner()
    law = a_law(tool)
    law = ask_plan(actor=mss, revision=law, at=noon(MONDAY))
    assert due_days(law) == {"EX-31": date(2026, 5, 4)}
    for last in (date(2026, 6, 1), date(2026, 6, 30)):
        law = extend_plan_time(actor=owner, revision=law, reason="관계기관 협의", at=noon(date(2026, 4, 30)))
        assert due_days(law)["EX-31"] == last
    with pytest.raises(Invalid):
        extend_plan_time(actor=owner, revision=law, reason="한 번 더", at=noon(date(2026, 5, 2)))
    assert due_days(law)["EX-31"] == date(2026, 6, 30)
    with pytest.raises(Refused):
        file_plan(
            actor=an_owner("mohw"),
            revision=law,
            plan=RevisionPlan("다른 기관", date(2027, 1, 1)),
            at=noon(MONDAY),
        )
    law = file_plan(
        actor=owner,
        revision=law,
        plan=RevisionPlan("제2조 개정", date(2027, 1, 1)),
        at=noon(date(2026, 6, 2)),
    )
    assert (law.state, due_days(law)) == ("planned", {})
    law = begin_revision(actor=owner, revision=law, at=noon(date(2026, 7, 1)))
    step = NewStep("notice", date(2026, 7, 3), "국토교통부 공고", "https://www.example.kr/notice/1")
    law = take_step(actor=owner, revision=law, step=step, at=noon(date(2026, 7, 6)))
    assert law.steps.get().kind_words.en == "Public notice of the bill"
    law = recommend_revision(actor=mss, revision=law, reason="일정이 늦음", at=noon(date(2026, 12, 1)))
    law = enact_revision(
        actor=mss, revision=law, in_force=PartialDate.of(date(2026, 12, 20)), at=noon(date(2026, 12, 21))
    )
    assert law.in_force_on == date(2026, 12, 20)
    assert ToolOutlook.objects.get(tool=tool).kind == "permit"


def test_clocks_run_from_the_grant_and_from_the_report_and_no_need_may_be_contested():
    tool, mss, owner = a_tool(granted_on=date(2026, 2, 20)), a_ministry(), an_owner()
    law = await_plan(actor=mss, revision=a_law(tool), tool=tool, at=noon(MONDAY))
    assert due_days(law) == {"EX-31.grant": date(2026, 3, 23)}
    law = report_need(actor=mss, revision=law, reported_on=date(2026, 3, 10), at=noon(date(2026, 3, 11)))
    assert due_days(law) == {"EX-26": date(2026, 5, 11)}
    with pytest.raises(Invalid, match="does not extend"):
        extend_plan_time(actor=owner, revision=law, reason="협의", at=noon(date(2026, 4, 1)))
    law = find_law_sound(actor=owner, revision=law, reason="현행 법령으로 가능", at=noon(date(2026, 4, 2)))
    assert (law.state, due_days(law)) == ("unneeded", {})
    law = escalate_revision(actor=mss, revision=law, reason="실증에서 막힘", at=noon(date(2026, 4, 3)))
    assert law.state == "plan_due"
    with pytest.raises(NotLawful):
        escalate_revision(actor=mss, revision=law, reason="실증에서 막힘", at=noon(date(2026, 4, 3)))


def test_what_does_not_fit_is_refused_in_words_and_nothing_is_kept():
    mss, early = a_ministry(), a_tool(reported_on=date(2024, 8, 6))
    law, other = a_law(early), a_tool(state="drafting")
    nobody = register_revision(actor=mss, law=NewLaw("의료법", owner_text="보건 부처"), at=noon(MONDAY))
    wrong = [
        ("law", lambda: a_law(early)),
        ("slug", lambda: register_revision(actor=mss, law=NewLaw("약사법", slug="new"), at=noon(MONDAY))),
        ("slug", lambda: register_revision(actor=mss, law=NewLaw("약사법", slug="약사법"), at=noon(MONDAY))),
        ("slug", lambda: register_revision(actor=mss, law=NewLaw("약사법", slug=law.slug), at=noon(MONDAY))),
        ("tools", lambda: register_revision(actor=mss, law=NewLaw("약사법"), tools=[other], at=noon(MONDAY))),
        ("tools", lambda: hang_on_revision(actor=mss, revision=law, tools=[], at=noon(MONDAY))),
        ("law", lambda: register_revision(actor=mss, law=NewLaw("900101-1234568 법"), at=noon(MONDAY))),
        ("reported_on", lambda: report_need(actor=mss, revision=law, reported_on=MONDAY, at=noon(MONDAY))),
        ("tool", lambda: await_plan(actor=mss, revision=law, tool=other, at=noon(MONDAY))),
        ("", lambda: ask_plan(actor=mss, revision=nobody, at=noon(MONDAY))),
        ("in_force", lambda: enact_revision(actor=mss, revision=law, in_force=PartialDate.parse("2026-02"), at=noon(MONDAY))),
        ("in_force", lambda: enact_revision(actor=mss, revision=law, in_force=PartialDate.of(date(2026, 3, 3)), at=noon(MONDAY))),
    ]  # fmt: skip
    for field, attempt in wrong:
        with pytest.raises(Invalid) as refused:
            attempt()
        assert refused.value.field == field, refused.value.words.en
    assert sorted(LawRevision.objects.values_list("law", "state")) == [
        ("도로교통법", "watched"),
        ("의료법", "watched"),
    ]
    named = name_owner(actor=mss, revision=nobody, owner=law.organisation, at=noon(MONDAY))
    assert ask_plan(actor=mss, revision=named, at=noon(MONDAY)).state == "plan_due"


def test_each_office_finds_its_own_steps_on_the_page_of_a_law(monkeypatch, client: Client):
    monkeypatch.setattr(clock, "now", lambda: noon(MONDAY))
    tool = a_tool(certificate="실증-2025-1")
    law = a_law()
    ministry, owner = signed_in(a_ministry()), signed_in(an_owner())
    page, steps = f"/revisions/{law.slug}/", f"/revisions/{law.slug}/"
    assert "지금 할 수 있는 일" not in client.get(page).content.decode()
    for reader in (client, signed_in(an_actor(OfficeKind.FIRM, "a-firm")), signed_in(an_owner("mohw"))):
        assert reader.get(f"{steps}file/").status_code == 404
    hung = ministry.post(f"{steps}hang/", {"tools": f"실증-2025-1\n/tools/{tool.pk}/"})
    assert (hung.status_code, law.tools.count()) == (302, 1)
    lost = ministry.post(f"{steps}hang/", {"tools": "없는 번호"}).content.decode()
    assert "부여된 특례를 찾지 못했습니다: 없는 번호" in lost
    assert ministry.post(f"{steps}ask/", {"reason": ""}).status_code == 302
    shown = owner.get(page).content.decode()
    for word in ("법령정비계획 내기", "2026. 5. 4.(월)", "63일 남음", "과제 1"):
        assert word in shown, word
    refused = owner.post(
        f"{steps}file/", {"plan": "제2조를 고침", "planned_until": "2026-01-01"}
    ).content.decode()
    assert "마치려는 날은 오늘 이후여야 합니다." in refused
    filed = {"plan": "제2조를 고침", "planned_until": "2026-12-31"}
    assert owner.post(f"{steps}file/", filed).status_code == 302
    again = owner.post(f"{steps}file/", filed).content.decode()
    assert "지금은 할 수 없는 처리입니다." in again
    assert "Planned" in client.get(f"/en{page}").content.decode()
    new = {"law": "위치정보법", "provision": "", "what": "", "owner": "", "tools": ""}
    assert ministry.get("/en/revisions/new/").status_code == 200
    assert ministry.post("/revisions/new/", new).status_code == 302
    assert client.post("/revisions/new/", new).status_code == 404
    assert client.get("/revisions/?state=due&page=99").status_code == 200
