"""After the demonstration: the report, the need of revision, the bridge to a permit, the ordinary permit, the end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from madang.apps.exemptions.acts.reports import (
    Bridge,
    Ordinary,
    bridge_tool,
    bring_up_again,
    close_tool,
    file_results,
    find_no_need,
    normalise_tool,
    start_revision,
)
from madang.apps.exemptions.models import Tool, ToolResults
from madang.apps.exemptions.models.tools import INTERIM_PERMIT
from madang.core.acts import Invalid
from madang.core.authority import Refused
from madang.core.case_models import Duty, Finding
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.builders import a_firm, a_paper, noon
from tests.apps.exemptions.life_builders import (
    RESULTS,
    a_running_tool,
    covered,
    days_pass,
    revision_asked,
    started,
)
from tests.apps.exemptions.tool_builders import ToolPlay

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
EARLY, ENDS, ASKED_BY = date(2023, 3, 2), date(2025, 3, 2), date(2025, 1, 2)
REPORTED = date(2025, 4, 1)


def a_reported(on: date = REPORTED) -> ToolPlay:
    play = a_running_tool(on=EARLY)
    days_pass(play, ENDS + DAY)
    file_results(
        actor=play.firm, tool=play.fresh(), results=RESULTS, files=[a_paper("보고서.pdf")], at=noon(on)
    )
    return play


def test_report_takes_every_item_and_stops_its_clock() -> None:
    play = a_running_tool(on=EARLY)
    with pytest.raises(NotLawful):
        file_results(actor=play.firm, tool=play.fresh(), results=RESULTS, files=[a_paper()], at=noon(ENDS))
    days_pass(play, ENDS + DAY)
    given = {"actor": play.firm, "tool": play.fresh(), "at": noon(REPORTED)}
    for results, papers, field in (
        (replace(RESULTS, accidents=" "), [a_paper()], "accidents"),
        (replace(RESULTS, results="900101-1234568"), [a_paper()], "results"),
        (RESULTS, [], "upload"),
    ):
        with pytest.raises(Invalid) as refused:
            file_results(results=results, files=papers, **given)
        assert refused.value.field == field
    assert not ToolResults.objects.exists()
    file_results(results=RESULTS, files=[a_paper("보고서.pdf")], **given)
    tool = play.fresh()
    assert (tool.state, tool.reported_on) == ("revision_review", REPORTED)
    assert not Duty.objects.filter(case_id=tool.pk, is_open=True, is_clock=True).exists()
    assert Finding.objects.get(case_id=tool.pk, rule_id="EX-25").status == "satisfied"


def test_report_that_comes_a_day_late_is_taken_and_kept_as_late() -> None:
    play = a_reported(REPORTED + DAY)
    assert play.fresh().state == "revision_review"
    assert Finding.objects.get(case_id=play.tool.pk, rule_id="EX-25").status == "breached"


def test_no_need_can_be_brought_up_again_or_closed() -> None:
    play = a_reported()
    ministry = {"actor": play.ministry, "tool": play.fresh(), "at": noon(REPORTED)}
    with pytest.raises(NotLawful):
        bring_up_again(reason="이견", **ministry)
    with pytest.raises(Invalid, match="Write what was examined"):
        find_no_need(reason="", **ministry)
    find_no_need(reason="이미 허용됨", **ministry)
    bring_up_again(reason="이견", **ministry)
    assert play.fresh().state == "revision_review"
    find_no_need(reason="이미 허용됨", **ministry)
    with pytest.raises(Refused):
        close_tool(**ministry)
    close_tool(actor=play.local, tool=play.fresh(), at=noon(REPORTED))
    assert play.fresh().state == "closed"


def test_exemption_whose_law_is_being_revised_becomes_a_permit_that_lives_on_its_own() -> None:
    play = a_reported()
    ministry = {"actor": play.ministry, "tool": play.fresh(), "at": noon(REPORTED)}
    bridge = Bridge(REPORTED, REPORTED.replace(year=2028) - DAY, "중소벤처기업부고시 제2025-9호")
    with pytest.raises(NotLawful):
        bridge_tool(bridge=bridge, **ministry)
    start_revision(law="도로교통법 제8조", **ministry)
    for bad, error, words in (
        (replace(bridge, starts_on=REPORTED - DAY), Invalid, "today or later"),
        (replace(bridge, ends_on=REPORTED - DAY), Invalid, "before the beginning"),
        (replace(bridge, gazette_number=""), Invalid, "cannot be left empty"),
        (replace(bridge, is_forbidden=True), NotLawful, "clearly forbids"),
        (replace(bridge, ends_on=date(2028, 4, 1)), NotLawful, "31 March 2028"),
    ):
        with pytest.raises(error, match=words):
            bridge_tool(bridge=bad, **ministry)
    assert Tool.objects.count() == 1
    permit = bridge_tool(bridge=bridge, **ministry)
    assert (play.fresh().state, permit.kind, permit.state) == ("bridged", INTERIM_PERMIT, "granted")
    assert (permit.bridges_id, permit.project_id) == (play.tool.pk, play.tool.project_id)
    assert list(permit.terms.values_list("kind", "ends_on", "rule_id")) == [
        ("granted", bridge.ends_on, "IP-07")
    ]
    follows = replace_tool(play, permit)
    assert started(covered(follows)).fresh().state == "active"


def replace_tool(play: ToolPlay, permit: Tool) -> ToolPlay:
    """The same offices in front of the permit that followed."""
    return replace(play, tool=permit, on=REPORTED)


def test_ordinary_permit_follows_the_law_in_force_and_names_both() -> None:
    play = a_running_tool(INTERIM_PERMIT, on=EARLY)
    given = {"actor": play.ministry, "tool": play.fresh(), "at": noon(ENDS)}
    ordinary = Ordinary("도로교통법 제8조의2", ENDS, "실외이동로봇 운행안전인증")
    for bad, field in (
        (replace(ordinary, in_force_on=ENDS + DAY), "in_force_on"),
        (replace(ordinary, law=""), "law"),
        (replace(ordinary, permit=" "), "permit"),
    ):
        with pytest.raises(Invalid) as refused:
            normalise_tool(ordinary=bad, **given)
        assert refused.value.field == field
    with pytest.raises(Refused):
        normalise_tool(ordinary=ordinary, **given | {"actor": a_firm()})
    normalise_tool(ordinary=ordinary, **given)
    tool = play.fresh()
    assert (tool.state, tool.normalised_on) == ("normalised", ENDS)
    assert tool.ordinary_permit == "실외이동로봇 운행안전인증 (도로교통법 제8조의2)"
    with pytest.raises(NotLawful):
        normalise_tool(ordinary=ordinary, **given | {"tool": tool})


def test_exemption_that_goes_on_has_its_revision_begun_without_a_report() -> None:
    play = revision_asked(a_running_tool(on=EARLY), on=ASKED_BY)
    days_pass(play, ENDS + DAY)
    ministry = {"actor": play.ministry, "tool": play.fresh(), "at": noon(REPORTED)}
    with pytest.raises(Invalid):
        start_revision(law="", **ministry)
    start_revision(law="도로교통법 제8조", **ministry)
    normalise_tool(ordinary=Ordinary("도로교통법", REPORTED, "인증"), **ministry)
    assert play.fresh().state == "normalised"
