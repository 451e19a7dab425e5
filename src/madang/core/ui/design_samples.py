"""Samples for the page of components. Deadlines are counted by the kernel; other values only show the parts."""

from datetime import UTC, date, datetime

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import pgettext_lazy

from madang.core.ui import shapes
from madang.core.ui.charts.tiles import KOREA
from madang.core.ui.shapes import (
    Badge,
    Bar,
    Check,
    Column,
    Fact,
    Link,
    LinkGroup,
    Source,
    Span,
    Step,
    TimelineItem,
)
from madang.kernel.clocks.counting import Pause
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.due import due_date
from madang.kernel.words import Words

TODAY = date(2026, 11, 22)
_SOURCE = Source(
    Words("규제자유특구 7곳 지정 보도자료", "Press release on seven regulation-free zones"),
    "https://www.mss.go.kr/",
    Words("중소벤처기업부", "Ministry of SMEs and Startups"),
    PartialDate.parse("2019-07-24"),
)
_REPORT = Source(
    Words("지역 일간지 보도", "Report of a regional daily"), "", "", PartialDate.parse("2024-01")
)


class SampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(
        label=pgettext_lazy("design", "특구 이름"),
        help_text=pgettext_lazy("design", "공고문에 실릴 이름을 그대로 적어 주십시오."),
        max_length=80,
    )
    summary = forms.CharField(
        label=pgettext_lazy("design", "사업 요약"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("design", "공모 종류"),
        choices=[
            ("", pgettext_lazy("design", "선택")),
            ("rfz", pgettext_lazy("design", "규제자유특구")),
            ("giz", pgettext_lazy("design", "글로벌 혁신특구")),
        ],
    )
    starts_on = forms.DateField(
        label=pgettext_lazy("design", "시작일"), help_text=pgettext_lazy("design", "예: 2026-11-22")
    )
    share = forms.DecimalField(
        label=pgettext_lazy("design", "서면평가 비율"),
        help_text=pgettext_lazy("design", "0에서 100 사이의 수"),
        min_value=0,
        max_value=100,
    )
    plan = forms.FileField(
        label=pgettext_lazy("design", "특구계획서"),
        help_text=pgettext_lazy("design", "PDF 또는 HWPX, 50MB 이하"),
        required=False,
    )
    scope = forms.ChoiceField(
        label=pgettext_lazy("design", "신청 방식"),
        widget=forms.RadioSelect,
        choices=[("one", pgettext_lazy("design", "단독")), ("joint", pgettext_lazy("design", "공동"))],
    )
    areas = forms.MultipleChoiceField(
        label=pgettext_lazy("design", "분야"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("bio", pgettext_lazy("design", "바이오")),
            ("ai", pgettext_lazy("design", "인공지능")),
            ("space", pgettext_lazy("design", "우주")),
        ],
        required=False,
    )
    agreed = forms.BooleanField(label=pgettext_lazy("design", "위 내용이 사실과 같음을 확인합니다."))


class SampleFilter(forms.Form):
    """A filter bar of three fields."""

    region = forms.ChoiceField(
        label=pgettext_lazy("design", "시·도"),
        required=False,
        choices=[
            ("", pgettext_lazy("design", "전체")),
            ("busan", pgettext_lazy("design", "부산")),
            ("jeju", pgettext_lazy("design", "제주")),
        ],
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("design", "종류"),
        required=False,
        choices=[("", pgettext_lazy("design", "전체")), ("giz", pgettext_lazy("design", "글로벌 혁신특구"))],
    )
    word = forms.CharField(label=pgettext_lazy("design", "찾는 말"), required=False)


def everything() -> dict[str, object]:
    """Return the samples by the name that the template uses."""
    return {
        "today": TODAY,
        **_navigation(),
        **_deadlines(),
        **_records(),
        **_charts(),
        "filter_form": SampleFilter(auto_id="filter_%s"),
    }


def _navigation() -> dict[str, object]:
    home, zones = Words("처음", "Home"), Words("지도·특구", "Zones")
    links = (
        Link(Words("개요", "Overview"), "#tabs", True),
        Link(Words("조건", "Conditions"), "#tabs", False, 3),
    )
    return {
        "crumbs": [Link(home, "/"), Link(zones, "#"), Link(Words("부품", "Components"))],
        "tabs": [*links, Link(Words("기록", "Record"), "#tabs", False, 12)],
        "side": [
            LinkGroup(Words("선정", "Selection"), links),
            LinkGroup(Words("지정", "Designation"), links[1:]),
        ],
        "page": Paginator(range(420), 20).page(7),
        "steps": [
            Step(Words("공고", "Call"), Words("2024. 6. 30.", "30 Jun 2024")),
            Step(Words("서면평가", "Paper review")),
            Step(Words("발표평가", "Presentation")),
            Step(Words("후보 선정", "Shortlist")),
            Step(Words("지정", "Designation")),
        ],
    }


def _deadlines() -> dict[str, object]:
    """The same 90-day clock of the Act, seen from different days, with and without a supplement."""
    return {
        "far": due_date("DES-03", start=date(2026, 11, 9)),
        "soon": due_date("DES-03", start=date(2026, 8, 27)),
        "due_today": due_date("DES-03", start=date(2026, 8, 24)),
        "overdue": due_date("DES-03", start=date(2026, 7, 20)),
        "paused": due_date(
            "DES-03", start=date(2026, 8, 27), pauses=[Pause(date(2026, 9, 1), date(2026, 9, 10))]
        ),
        "day_today": due_date("DES-03", start=date(2026, 8, 24)).due_on,
        "stopped_why": Words("2026. 11. 10.부터 보완 기간", "Supplement asked for on 10 Nov 2026"),
        "met_on": date(2026, 11, 16),
    }


def _records() -> dict[str, object]:
    values = ((Words("40억 원", "KRW 4.0 billion"), _SOURCE), (Words("43억 원", "KRW 4.3 billion"), _REPORT))
    return {
        "columns": _columns(),
        "rows": _rows(),
        "timeline": _timeline(),
        "sources": [_SOURCE, _REPORT],
        "conflicts": [shapes.Conflict(Words("2019년 사업비", "Budget of 2019"), values)],
        "facts": [
            Fact(Words("특구 이름", "Zone"), Words("블록체인", "Blockchain")),
            Fact(Words("지정일", "Designated on"), date(2019, 7, 24)),
            Fact(Words("면적", "Area"), None, Words("관보에서 확인되지 않음", "Not verified in the gazette")),
            Fact(Words("상태", "State"), Badge(Words("운영 중", "Operating"), "success")),
        ],
        "checks": _checks(),
        "receipt": shapes.Receipt(
            "2026-GIZ-0007",
            datetime(2026, 11, 20, 8, 59, 58, tzinfo=UTC),
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            files=[("특구계획서.pdf", "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752")],
        ),
        "why": Words(
            "누구나 볼 수 있는 화면입니다. 지정된 특구의 기록은 공개됩니다.",
            "Everyone may see this page: the record of designated zones is public.",
        ),
    }


def _columns() -> list[Column]:
    return [
        Column(Words("특구", "Zone"), "name", sort="name"),
        Column(Words("시·도", "Region"), "region", sort="region"),
        Column(Words("지정일", "Designated on"), "on", sort="on"),
        Column(Words("특례", "Exemptions"), "exemptions", numeric=True),
        Column(Words("상태", "State"), lambda row: Badge(row["state"], row["tone"])),
    ]


def _rows() -> list[dict[str, object]]:
    running, ended = Words("운영 중", "Operating"), Words("종료", "Ended")
    busan, jeju, daegu = Words("부산", "Busan"), Words("제주", "Jeju"), Words("대구", "Daegu")
    chain, car, health = (
        Words("블록체인", "Blockchain"),
        Words("전기차 충전서비스", "Electric-vehicle charging"),
        Words("스마트웰니스", "Smart wellness"),
    )
    return [
        {"name": Link(chain, "#"), "region": busan, "on": date(2019, 7, 24), "exemptions": 11, "state": running, "tone": "success"},
        {"name": Link(car, "#"), "region": jeju, "on": PartialDate.parse("2019-11"), "exemptions": 1234, "state": ended, "tone": "neutral"},
        {"name": Link(health, "#"), "region": daegu, "on": PartialDate.parse(""), "exemptions": None, "state": Words("확인되지 않음", "Not verified"), "tone": "warning"},
    ]  # fmt: skip


def _timeline() -> list[TimelineItem]:
    ministry = Words("중소벤처기업부", "Ministry of SMEs and Startups")
    return [
        TimelineItem(Words("후보 공모", "Call for candidates"), PartialDate.parse("2018-12"), office=ministry, note=Words("법이 정한 절차가 아니라 운영 방식입니다.", "Practice, not a step of the Act.")),
        TimelineItem(Words("특구계획 공고와 열람", "Notice and inspection of the plan"), date(2019, 4, 26), office=Words("부산광역시", "Busan"), citation=Words("법 제73조제2항", "Act, Art. 73(2)"), source=_SOURCE),
        TimelineItem(Words("지정 신청 검토", "Application under review"), date(2019, 6, 3), "now", ministry, Words("법 제75조", "Act, Art. 75")),
        TimelineItem(Words("지정과 고시", "Designation and gazette"), PartialDate.parse(""), "next", ministry),
    ]  # fmt: skip


def _checks() -> list[Check]:
    return [
        Check(Words("특구의 명칭과 위치", "Name and place of the zone"), True, Words("시행령 제42조제1호", "Decree, Art. 42 no. 1")),
        Check(Words("주민 의견을 들은 결과", "Result of hearing the residents"), False, Words("법 제73조", "Act, Art. 73"), Words("공청회 기록이 없습니다.", "There is no record of a hearing."), "#"),
        Check(Words("재원 조달 계획", "Funding plan"), None, "", Words("빠진 사실: 지방비 확약 여부", "Missing fact: commitment of local funds")),
    ]  # fmt: skip


def _charts() -> dict[str, object]:
    rounds = [Words(f"{n}차", f"R{n}") for n in range(1, 11)]
    zones = Words("개", "")
    names = {
        "seoul": ("서울", "Seoul"), "incheon": ("인천", "Incheon"), "gyeonggi": ("경기", "Gyeonggi"),
        "gangwon": ("강원", "Gangwon"), "chungnam": ("충남", "Chungnam"), "sejong": ("세종", "Sejong"),
        "chungbuk": ("충북", "Chungbuk"), "gyeongbuk": ("경북", "Gyeongbuk"), "jeonbuk": ("전북", "Jeonbuk"),
        "daejeon": ("대전", "Daejeon"), "daegu": ("대구", "Daegu"), "ulsan": ("울산", "Ulsan"),
        "jeonnam": ("전남", "Jeonnam"), "gwangju": ("광주", "Gwangju"), "gyeongnam": ("경남", "Gyeongnam"),
        "busan": ("부산", "Busan"), "jeju": ("제주", "Jeju"),
    }  # fmt: skip
    tiles = [
        shapes.Tile(Words(*pair), Words(*pair), f"#{key}", n % 7, *KOREA[key], current=key == "busan")
        for n, (key, pair) in enumerate(names.items())
    ]
    return {
        "bars": shapes.BarChart("bars", Words("특구별 규제특례", "Exemptions by zone"), [Bar(Words("블록체인", "Blockchain"), 11), Bar(Words("스마트웰니스", "Smart wellness"), 6), Bar(Words("친환경자동차", "Clean vehicles"), 0), Bar(Words("수소그린모빌리티", "Hydrogen mobility"), None)], zones),
        "lines": shapes.LineChart("lines", Words("규제자유특구 누적 지정", "Regulation-free zones designated, running total"), rounds, [shapes.Series(Words("특구", "Zones"), [7, 14, 21, 24, 28, 29, 32, 34, 39, 42])], zones),
        "many": shapes.LineChart("many", Words("두 계열과 빠진 값", "Two series and a missing value"), rounds, [shapes.Series(Words("신청", "Applied"), [34, 30, None, 21, 18, 12, 15, 14, 20, 17]), shapes.Series(Words("지정", "Designated"), [7, 7, 7, 3, 4, 1, 3, 2, 5, 3])]),
        "funnel": shapes.Funnel("funnel", Words("글로벌 혁신특구 2차 공모", "Second call for global innovation zones"), [Bar(Words("신청", "Plans"), 9), Bar(Words("서면평가 통과", "Passed paper"), 6), Bar(Words("후보", "Shortlisted"), 3), Bar(Words("심의", "Deliberated"), None), Bar(Words("지정", "Designated"), 3)], zones),
        "gantt": _gantt(),
        "tilemap": shapes.TileMap("tilemap", Words("시·도별 특구", "Zones by region"), tiles, Words("개 특구", " zones"), Words("칸을 고르면 그 시·도의 특구 목록이 열립니다.", "A tile opens the list of zones of its region.")),
    }  # fmt: skip


def _gantt() -> shapes.Gantt:
    spans = [
        Span(Words("실증특례", "Demonstration exemption"), date(2019, 8, 9), date(2021, 8, 9), "info"),
        Span(Words("연장", "Extension"), date(2021, 8, 9), date(2023, 8, 9), "warning"),
        Span(
            Words("임시허가", "Temporary permit"),
            date(2023, 8, 9),
            None,
            "success",
            Words("끝 미상", "End not known"),
            "#",
        ),
    ]
    return shapes.Gantt("gantt", Words("특례의 기간", "Terms of an exemption"), spans, TODAY)
