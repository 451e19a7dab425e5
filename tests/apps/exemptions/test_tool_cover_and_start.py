"""Nobody begins without cover that lasts as long as the term; the day that is needed is said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from madang.apps.exemptions.acts.covers import (
    CompensationPlan,
    UserNotice,
    agree_to_plan,
    file_compensation_plan,
    file_cover,
    prove_renewal,
    start_tool,
)
from madang.apps.exemptions.models import Cover
from madang.apps.exemptions.models.tools import INTERIM_PERMIT
from madang.core.acts import Invalid
from madang.core.authority import OfficeKind, Refused
from madang.core.case_models import Duty, Finding
from madang.core.personal_numbers import PersonalNumber
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.builders import a_firm, a_paper, noon
from tests.apps.exemptions.life_builders import (
    NOTICE,
    SUMS,
    a_policy,
    a_running_tool,
    covered,
    extended,
    started,
)
from tests.apps.exemptions.tool_builders import GRANTED, ToolPlay, a_granted_tool
from tests.people import an_actor

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
ENDS = date(2030, 10, 15)


def files(play: ToolPlay, **more: object) -> None:
    tool = play.fresh()
    policy = a_policy(tool, **more)
    file_cover(actor=play.firm, tool=tool, policy=policy, files=[a_paper("증권.pdf")], at=noon(GRANTED))


def test_exemption_begins_with_cover_on_the_day_of_its_end_and_users_told() -> None:
    play = a_granted_tool()
    assert play.fresh().ends_on == ENDS
    assert covered(play).fresh().state == "ready"
    tool = started(play).fresh()
    assert (tool.state, tool.began_on, tool.users_told_on) == ("running", GRANTED + DAY, GRANTED + DAY)
    found = Finding.objects.filter(case_id=tool.pk, move__in=("make_ready", "start"))
    assert set(found.values_list("rule_id", "status")) == {
        ("LIA-02", "satisfied"), ("LIA-03", "satisfied"), ("EX-21", "satisfied"),
    }  # fmt: skip


def test_cover_that_ends_a_day_too_early_is_refused_with_the_day_that_is_needed() -> None:
    play = a_granted_tool()
    with pytest.raises(Invalid) as refused:
        files(play, ends_on=ENDS - DAY)
    assert refused.value.field == "ends_on"
    assert "2030년 10월 15일" in refused.value.words.ko
    assert "15 October 2030" in refused.value.words.en
    assert play.fresh().state == "granted"
    files(play, ends_on=ENDS)
    assert play.fresh().state == "ready"


@pytest.mark.parametrize("name", sorted(SUMS))
def test_sum_below_the_least_of_the_decree_is_named_with_it(name: str) -> None:
    play = a_granted_tool()
    with pytest.raises(Invalid) as refused:
        files(play, sums=SUMS | {name: SUMS[name] - 1})
    assert refused.value.field == name
    assert f"{SUMS[name]:,}" in refused.value.words.ko
    assert not Cover.objects.exists()


def test_bad_cover_is_refused_and_nothing_is_kept() -> None:
    play = a_granted_tool()
    tool = play.fresh()
    good = a_policy(tool)
    for policy, upload, field in (
        (replace(good, kind="gold"), a_paper(), "kind"),
        (replace(good, provider=" "), a_paper(), "provider"),
        (replace(good, begins_on=ENDS + DAY), a_paper(), "ends_on"),
        (good, None, "upload"),
        (good, a_paper("900101-1234568 증권.pdf"), "upload"),
    ):
        given = [upload] if upload else []
        with pytest.raises(Invalid) as refused:
            file_cover(actor=play.firm, tool=tool, policy=policy, files=given, at=noon(GRANTED))
        assert refused.value.field == field
    assert isinstance(refused.value, PersonalNumber)
    assert not Cover.objects.exists()
    with pytest.raises(Refused):
        file_cover(actor=a_firm("rival"), tool=tool, policy=good, files=[a_paper()], at=noon(GRANTED))


def test_start_without_cover_is_refused_with_what_to_do() -> None:
    for kind in ("exemption", INTERIM_PERMIT):
        play = a_granted_tool(kind)
        with pytest.raises(Invalid, match="cannot begin without cover"):
            started(play)
        assert play.fresh().state == "granted"


def test_start_waits_for_the_term_the_cover_and_the_users() -> None:
    play = covered(a_granted_tool(), begins_on=GRANTED + 5 * DAY)
    first, all_told = GRANTED + DAY, UserNotice(GRANTED, NOTICE)
    for on, notice, words in (
        (GRANTED, all_told, "The term begins on Fri 16 October 2026"),
        (first, all_told, "The cover begins on Tue 20 October 2026"),
        (first + 5 * DAY, UserNotice(), "Give the day on which users were told"),
        (first + 5 * DAY, UserNotice(first + 6 * DAY, NOTICE), "no later than today"),
        (ENDS + DAY, all_told, "The term ended on Tue 15 October 2030"),
    ):
        with pytest.raises(Invalid, match=words):
            start_tool(actor=play.firm, tool=play.fresh(), notice=notice, at=noon(on))
    with pytest.raises(NotLawful, match="items are lacking: insurance or compensation"):
        start_tool(
            actor=play.firm,
            tool=play.fresh(),
            notice=UserNotice(first, NOTICE[:-1]),
            at=noon(first + 5 * DAY),
        )
    assert play.fresh().state == "ready"
    assert started(play, first + 5 * DAY).fresh().state == "running"
    with pytest.raises(NotLawful):
        started(play, first + 6 * DAY)


def test_plan_stands_in_for_insurance_only_when_the_local_government_agrees() -> None:
    play = a_granted_tool()
    plan = CompensationPlan("들 수 있는 보험이 없음", GRANTED, ENDS)
    given = {"actor": play.firm, "tool": play.fresh(), "files": [a_paper("계획.pdf")], "at": noon(GRANTED)}
    for bad, field in ((replace(plan, reason=""), "reason"), (replace(plan, ends_on=ENDS - DAY), "ends_on")):
        with pytest.raises(Invalid) as refused:
            file_compensation_plan(plan=bad, **given)
        assert refused.value.field == field
    file_compensation_plan(plan=plan, **given)
    with pytest.raises(Invalid, match="has not agreed"):
        started(play)
    with pytest.raises(Invalid, match="as much as insurance"):
        agree_to_plan(actor=play.local, tool=play.fresh(), equal_level=False, at=noon(GRANTED))
    with pytest.raises(Refused):
        agree_to_plan(
            actor=an_actor(OfficeKind.PROVINCE, "daegu", "daegu"),
            tool=play.fresh(),
            equal_level=True,
            at=noon(GRANTED),
        )
    agree_to_plan(actor=play.local, tool=play.fresh(), equal_level=True, at=noon(GRANTED))
    tool = started(play).fresh()
    assert tool.state == "running"
    assert Finding.objects.filter(case_id=tool.pk, rule_id="LIA-05", status="satisfied").exists()
    with pytest.raises(Invalid, match="no plan to agree to"):
        agree_to_plan(actor=play.local, tool=play.fresh(), equal_level=True, at=noon(GRANTED))


def test_cover_is_renewed_after_an_extension_and_proven_within_thirty_days() -> None:
    play = extended(
        a_running_tool(INTERIM_PERMIT, on=date(2023, 3, 2)), date(2027, 3, 2), on=date(2025, 1, 2)
    )
    tool = play.fresh()
    waiting = Duty.objects.get(case_id=tool.pk, is_open=True)
    assert (waiting.role, waiting.due_on, waiting.is_clock) == ("firm", date(2025, 3, 2), False)
    renewed, policy = date(2025, 2, 3), a_policy(tool)
    given = {"actor": play.firm, "tool": tool}
    for day, field in ((None, "renewed_on"), (renewed + DAY, "renewed_on")):
        with pytest.raises(Invalid) as refused:
            file_cover(policy=replace(policy, renewed_on=day), at=noon(renewed), **given)
        assert refused.value.field == field
    file_cover(policy=replace(policy, renewed_on=renewed), at=noon(renewed), **given)
    clock = Duty.objects.get(case_id=tool.pk, is_open=True)
    assert (clock.rule_id, clock.started_on, clock.due_on) == ("LIA-03.renewal", renewed, date(2025, 3, 5))
    late = noon(date(2025, 3, 6))
    with pytest.raises(Invalid, match="Attach the proof"):
        prove_renewal(files=[], at=late, **given)
    prove_renewal(files=[a_paper("증권.pdf")], at=late, **given)
    assert not Duty.objects.filter(case_id=tool.pk, is_open=True).exists()
    assert Finding.objects.get(case_id=tool.pk, rule_id="LIA-03.renewal").status == "breached"
    with pytest.raises(Invalid, match="no renewal to prove"):
        prove_renewal(files=[a_paper("증권.pdf")], at=late, **given)


def test_renewed_cover_leaves_no_day_between_itself_and_the_earlier_one() -> None:
    play = extended(
        a_running_tool(INTERIM_PERMIT, on=date(2023, 3, 2)), date(2027, 3, 2), on=date(2025, 1, 2)
    )
    tool, renewed, earlier_ends = play.fresh(), date(2025, 2, 3), date(2025, 3, 2)
    given = {"actor": play.firm, "tool": tool, "at": noon(renewed)}
    policy = replace(a_policy(tool), renewed_on=renewed)
    with pytest.raises(Invalid, match="ends on Sun 2 March 2025") as refused:
        file_cover(policy=replace(policy, begins_on=earlier_ends + 2 * DAY), **given)
    assert (refused.value.field, Cover.objects.count()) == ("begins_on", 1)
    file_cover(policy=replace(policy, begins_on=earlier_ends + DAY), **given)
    assert Cover.objects.count() == 2
