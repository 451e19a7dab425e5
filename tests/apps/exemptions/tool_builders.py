"""Builders of exemptions and interim permits; they act through the real acts, step by step towards a day of grant.

Days count back from the grant: asked 45 days before, filed 44, ministries notified 43, replied 25, tabled 14, voted 7.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.acts.applications import Application, Papers, begin_tool, request_tool
from madang.apps.exemptions.acts.ballots import Ballot
from madang.apps.exemptions.acts.conditions import Wording, ask_condition, set_condition
from madang.apps.exemptions.acts.examining import consult_ministries, file_tool
from madang.apps.exemptions.acts.granting import Grant, grant_tool, record_tool_vote, refuse_tool, table_tool
from madang.apps.exemptions.acts.tool_replies import Opinion, reply_on_tool
from madang.apps.exemptions.models import Condition, Tool, ToolReply
from madang.apps.exemptions.models.tools import EXEMPTION, INTERIM_PERMIT
from madang.apps.exemptions.queries.applications import longest_first_term
from madang.apps.zones.models import Zone
from madang.core.authority import Actor, OfficeKind
from tests.apps.exemptions.builders import a_firm, a_paper, noon
from tests.apps.zones.builders import a_zone, day
from tests.people import an_actor

GRANTED = date(2026, 10, 15)
DAY = timedelta(days=1)
CRITERIA = ("scope_and_method", "means_and_skill", "innovation_and_benefit", "safety", "data_protection")
SECRET = "비공개 안전성 시험 결과"
CARRIED, LOST = Ballot("안전이 확인됨", 40, 21, 11), Ballot("안전이 확인되지 않음", 40, 21, 10)
CONDITION = Wording(
    "시속 15km 이하로만 운행", "보행자와 함께 쓰는 길이라 더 빠르면 다칠 수 있음", "속도 기록을 매달 제출"
)


def the_zone(**more: Any) -> Zone:
    """The zone in Busan whose period ends on a known day."""
    found = Zone.objects.filter(slug="rfz-tools-busan").first()
    return found or a_zone("rfz-tools-busan", **{"ends_on": day("2031-06-30"), **more})


def an_application(kind: str = EXEMPTION, **more: Any) -> Application:
    """A complete request about delivery robots."""
    given: dict[str, Any] = {
        "zone": more.get("zone") or the_zone(), "kind": kind, "title_public": "배달 로봇의 보도 통행",
        "ground": "unfit_standard", "business": "보도로 다니는 배달 로봇", "plan": "여섯 달 동안 열 대로 실증",
        "permit_law": "도로교통법 제8조",
    }  # fmt: skip
    return Application(**given | more)


def papers(kind: str = EXEMPTION) -> Papers:
    """The papers of a request: a permit comes with evidence of safety."""
    safety = (a_paper("안전성 검증.pdf"),) if kind == INTERIM_PERMIT else ()
    return Papers((a_paper("실증계획서.pdf"),), safety)


@dataclass
class ToolPlay:
    """The offices of one tool, the tool itself, and the day towards which it goes."""

    firm: Actor
    local: Actor
    ministry: Actor
    secretary: Actor
    tool: Tool
    on: date
    ministries: dict[str, Actor] = field(default_factory=dict)

    def fresh(self) -> Tool:
        """The tool as it is stored now."""
        return Tool.objects.get(pk=self.tool.pk)

    def reply(self, slug: str = "molit") -> ToolReply:
        """One ministry's part."""
        return ToolReply.objects.get(tool=self.tool, organisation__slug=slug)

    def back(self, days: int) -> Any:
        """Noon of a day before the grant."""
        return noon(self.on - days * DAY)

    def filed(self, **more: Any) -> "ToolPlay":
        """Filed by the local government with the Ministry."""
        file_tool(actor=self.local, tool=self.tool, opinion="필요함", **more, at=self.back(44))
        return self

    def consulted(self, *slugs: str) -> "ToolPlay":
        """Passed to ministries (one, unless named)."""
        self.ministries = {slug: an_actor(OfficeKind.OTHER_MINISTRY, slug) for slug in slugs or ("molit",)}
        bodies = list(Organisation.objects.filter(slug__in=self.ministries))
        consult_ministries(actor=self.ministry, tool=self.tool, ministries=bodies, at=self.back(43))
        return self

    def condition(self, wording: Wording = CONDITION, *, proven: bool = True, days: int = 30) -> Condition:
        """A condition that the first ministry asks for."""
        slug = next(iter(self.ministries))
        given = [a_paper("입증자료.pdf")] if proven else []
        return ask_condition(
            actor=self.ministries[slug],
            reply=self.reply(slug),
            wording=wording,
            papers=given,
            at=self.back(days),
        )

    def set_condition(
        self, condition: Condition, wording: Wording = CONDITION, *, days: int = 20
    ) -> Condition:
        """Set a condition."""
        set_condition(actor=self.ministry, condition=condition, wording=wording, at=self.back(days))
        return Condition.objects.get(pk=condition.pk)

    def replied(self, *, is_in_favour: bool = True, days: int = 25) -> "ToolPlay":
        """Every ministry has replied."""
        for slug, actor in self.ministries.items():
            given = Opinion(is_in_favour, "의견")
            reply_on_tool(actor=actor, reply=self.reply(slug), opinion=given, at=self.back(days))
        return self

    def tabled(self) -> "ToolPlay":
        """Tabled at the Zone Committee."""
        table_tool(actor=self.ministry, tool=self.tool, at=self.back(14))
        return self

    def voted(self, ballot: Ballot = CARRIED) -> "ToolPlay":
        """The committee has voted."""
        record_tool_vote(actor=self.secretary, tool=self.tool, ballot=ballot, at=self.back(7))
        return self

    def granted(self, **more: Any) -> "ToolPlay":
        """Granted on the day, from the day after for as long as the law allows, unless told otherwise."""
        grant_tool(actor=self.ministry, tool=self.tool, grant=self.a_grant(**more), at=noon(self.on))
        return self

    def refused(self) -> "ToolPlay":
        """The refusal was told on the day."""
        refuse_tool(actor=self.ministry, tool=self.tool, answer="안전이 확인되지 않음", at=noon(self.on))
        return self

    def a_grant(self, **more: Any) -> Grant:
        """What the Ministry enters to grant it."""
        starts = more.get("starts_on", self.on + DAY)
        given: dict[str, Any] = {
            "starts_on": starts, "ends_on": longest_first_term(self.fresh(), self.on, max(starts, self.on)),
            "gazette_number": "중소벤처기업부고시 제2026-1호", "answer": "의결에 따름", "criteria": CRITERIA, "all_criteria": True,
            "for_safety": True, "least_burden": True,
        }  # fmt: skip
        return Grant(**given | more)


def a_tool_draft(
    kind: str = EXEMPTION, *, on: date = GRANTED, firm: Actor | None = None, **more: Any
) -> Tool:
    """A draft that only its firm sees."""
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    application = an_application(kind, **more)
    at = noon(on - 46 * DAY)
    return begin_tool(actor=firm or a_firm(), application=application, papers=papers(kind), at=at)


def a_requested_tool(
    kind: str = EXEMPTION,
    *,
    on: date = GRANTED,
    firm: Actor | None = None,
    region: str = "busan",
    **more: Any,
) -> ToolPlay:
    """A request that has come to the local government; ``on`` is the day of grant towards which it goes."""
    local = an_actor(OfficeKind.PROVINCE, region, region)
    ministry, secretary = an_actor(OfficeKind.MINISTRY, "mss"), an_actor(OfficeKind.SECRETARY, "secretariat")
    asker = firm or a_firm()
    at = noon(on - 45 * DAY)
    tool = request_tool(actor=asker, application=an_application(kind, **more), papers=papers(kind), at=at)
    return ToolPlay(asker, local, ministry, secretary, tool, on)


def a_consulted_tool(kind: str = EXEMPTION, *slugs: str, on: date = GRANTED, **more: Any) -> ToolPlay:
    """A tool that is with ministries (one, unless named)."""
    return a_requested_tool(kind, on=on, **more).filed().consulted(*slugs)


def a_tabled_tool(kind: str = EXEMPTION, *, on: date = GRANTED, **more: Any) -> ToolPlay:
    """A tool before the Zone Committee."""
    return a_consulted_tool(kind, on=on, **more).replied().tabled()


def a_granted_tool(kind: str = EXEMPTION, *, on: date = GRANTED, grant: Any = None, **more: Any) -> ToolPlay:
    """A tool that was granted on a day, with a set condition; ``grant`` changes what the Ministry enters."""
    play = a_consulted_tool(kind, on=on, **more)
    play.set_condition(play.condition())
    return play.replied().tabled().voted().granted(**(grant or {}))


def a_refused_tool(kind: str = EXEMPTION, *, on: date = GRANTED, **more: Any) -> ToolPlay:
    """A tool that the committee voted down, and that was told so on a day."""
    return a_tabled_tool(kind, on=on, **more).voted(LOST).refused()
