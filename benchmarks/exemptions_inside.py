"""The part of the exemptions' table that stands on Django: the scratch database, its tools and the pages."""

import statistics
import time
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from benchmarks.exemptions import LOOK_GOAL, PAGES, RUNS, Asked
from benchmarks.holidays import seconds_of
from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.acts.outlooks import refresh_outlooks
from madang.apps.exemptions.models import LawRevision, Project, Tool, ToolTerm
from madang.apps.zones.models import Zone, ZoneRegion
from madang.core import clock
from madang.history.scratch import scratch_database
from madang.kernel.regions import regions

ZONES, LAWS = 40, 60
TITLES = (
    "이동식 협동로봇을 이용한 무인 배송과 보도 통행의 안전성 실증",
    "격오지 만성질환 재진환자 원격 모니터링과 내원 안내 서비스",
    "액화수소 운반 차량과 충전소의 설비 기준 실증",
    "전기차 사용후 배터리의 재사용과 성능 평가",
    "블록체인 기반 스마트 해양 물류 플랫폼의 정보 보관",
)
LAW_STATES = ("watched", "plan_due", "planned", "begun", "in_force", "unneeded")
DAY = timedelta(days=1)


def measured(tools: int) -> list[list[object]]:
    """Return the lines of the table for so many tools in force."""
    # the names of sheets are those of the sources: nothing was collected for a server
    plain = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    with scratch_database(), override_settings(STORAGES=plain):
        now = clock.now().astimezone(ZoneInfo("Asia/Seoul"))
        _fill(tools, now.date())
        looked, took = seconds_of(lambda: refresh_outlooks(now))
        assert looked == tools, looked
        rows = [_row(asked) for asked in PAGES if asked.tools == tools]
    return [*rows, [f"worker's look at all of them ({took:.1f} s of {LOOK_GOAL})", tools, "", "", "", "", ""]]


def _row(asked: Asked) -> list[object]:
    # a session cookie keeps the reader away from the kept pages: that is how a page is made anew
    client = Client(headers={"cookie": "sessionid=none"}, SERVER_NAME="127.0.0.1")
    body = _get(client, asked)
    spent = []
    for _ in range(RUNS):
        before = time.process_time()
        _get(client, asked)
        spent.append((time.process_time() - before) * 1000)
    with CaptureQueriesContext(connection) as queries:
        _get(client, asked)
    heavy = [len(body) / 1024, asked.most_kb or ""]
    return [asked.name, asked.tools, statistics.median(spent), asked.most_ms, *heavy, len(queries)]


def _get(client: Client, asked: Asked) -> bytes:
    answer = client.get(asked.path)
    assert answer.status_code == 200, (asked.path, answer.status_code)
    return bytes(answer.content)


def _fill(count: int, today: date) -> None:
    """Tools of all ages and both kinds in forty zones, one in ten without a known end, each under one of sixty laws."""
    firm, bodies = (
        _organisation("firm", "firm"),
        [_organisation(f"asked-{n}", "other_ministry") for n in range(12)],
    )
    zones = [_zone(n) for n in range(ZONES)]
    laws = LawRevision.objects.bulk_create(
        LawRevision(
            slug=f"law-{n}", law=f"시험용 법률 시행규칙 제{n}호", provision=f"제{n + 1}조", edition="V1",
            state=LAW_STATES[n % len(LAW_STATES)], organisation=bodies[n % len(bodies)],
        )
        for n in range(LAWS)
    )  # fmt: skip
    projects = Project.objects.bulk_create(
        Project(
            zone=zones[n % ZONES], operator=firm, local=firm, title_public=f"{TITLES[n % len(TITLES)]} {n}"
        )
        for n in range(count)
    )
    tools = Tool.objects.bulk_create(_tool(n, project, today) for n, project in enumerate(projects))
    ToolTerm.objects.bulk_create(term for tool in tools for term in _terms(tool))
    LawRevision.tools.through.objects.bulk_create(
        LawRevision.tools.through(lawrevision=laws[n % LAWS], tool=tool) for n, tool in enumerate(tools)
    )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _organisation(slug: str, kind: str) -> Organisation:
    return Organisation.objects.create(
        slug=slug, kind=kind, name_ko=f"시험기관 {slug}", name_en=f"Body {slug}"
    )


def _zone(n: int) -> Zone:
    place = regions()[n % len(regions())].id
    zone = Zone.objects.create(
        slug=f"zone-{n}", kind="rfz", name_ko=f"시험 특구 {n}", round="1", edition="V1", state="operating", region=place,
        ends_on="2031-12-31",
    )  # fmt: skip
    ZoneRegion.objects.create(zone=zone, region=place)
    return zone


def _tool(n: int, project: Project, today: date) -> Tool:
    granted = today - timedelta(days=(n * 37) % 700)
    ends = None if n % 10 == 9 else today + timedelta(days=5 + (n * 53) % 1_000)
    permit = n % 4 == 3
    extended = n % 5 == 0 and ends is not None
    return Tool(
        project=project, kind="interim_permit" if permit else "exemption", edition="V1", region=project.zone.region,
        state="extended" if extended else "active" if permit else "running", granted_on=granted,
        starts_on=granted + DAY if ends else None, ends_on=ends, ends_text="" if ends else "2027-08" if n % 20 == 9 else "",
        extensions_used=int(extended), certificate=f"C{n}",
    )  # fmt: skip


def _terms(tool: Tool) -> list[ToolTerm]:
    if tool.ends_on is None or tool.starts_on is None:
        return []
    if not tool.extensions_used:
        return [
            ToolTerm(
                tool=tool,
                number=1,
                kind="granted",
                starts_on=tool.starts_on,
                ends_on=tool.ends_on,
                rule_id="EX-14",
            )
        ]
    middle = tool.starts_on + (tool.ends_on - tool.starts_on) / 2
    return [
        ToolTerm(
            tool=tool, number=1, kind="granted", starts_on=tool.starts_on, ends_on=middle, rule_id="EX-14"
        ),
        ToolTerm(
            tool=tool,
            number=2,
            kind="extended",
            starts_on=middle + DAY,
            ends_on=tool.ends_on,
            rule_id="EX-15",
        ),
    ]
