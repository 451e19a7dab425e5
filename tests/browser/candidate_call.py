"""The first half of the journey, step by step: from the draft of the call to the shortlist that opens.

The facts are those of the second call for global innovation zones of 2024 (announced on 30 June, presented on
4 December, candidates on 8 December). The window, the criteria, the rival plan and all scores are made up for the
journey, because they were never published.
"""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.cast import Cast
from tests.browser.person import Person

SLUG = "journey-giz-2"
CALL = f"/calls/{SLUG}/"
TITLE = "2차 글로벌 혁신특구 후보 공모(여정)"
PLANS = {
    "대구광역시": "AI로봇",
    "대전광역시": "합성생물학 기반 첨단바이오제조",
    "경상남도": "차세대 첨단위성",
    "제주특별자치도": "여정을 위한 경쟁 계획",
}
CHOSEN = tuple(PLANS)[:3]
ITEMS = (
    "명칭, 위치와 면적",
    "지정의 필요성과 기대효과",
    "혁신사업 또는 전략산업등과 그 육성 방안",
    "규제자유특구사업자",
    "적용할 메뉴판식 규제특례와 그 범위",
    "신속확인ㆍ실증특례ㆍ임시허가의 내용과 범위",
    "규제특례의 공간적 범위",
    "시ㆍ도 지방시대 계획과의 연계",
    "지가 안정 대책",
)
CRITERIA = (
    ("지정의 필요성", "Need", "서면평가", "40"),
    ("사업의 실현 가능성", "Feasibility", "서면평가", "60"),
    ("혁신성과 파급 효과", "Innovation and effects", "발표평가", "100"),
)


def the_ministry_drafts_the_call(cast: Cast) -> None:
    ministry = cast.ministry
    ministry.opens("/calls/")
    ministry.follows("새 공모 작성")
    ministry.writes(
        {
            "제목": TITLE,
            "영문 제목": "Second call for global innovation zones (journey)",
            "회차": "G2",
            "주소 이름": SLUG,
            "접수 시작": "2024-07-01T09:00:00",
            "접수 마감": "2024-08-30T18:00:00",
            "선정 예정 수": "3",
            "기관별 신청 한도": "2",
            "안내": "같은 이름의 실제 공모는 기록에 따로 있으며, 이 공모는 절차를 따라가 보려고 만든 것입니다.",
        }
    )
    ministry.chooses({"구분": "글로벌 혁신특구"})
    ministry.presses("저장")
    ministry.sees("공모를 만들었습니다. 이어서 평가 기준을 정하십시오.")
    cast.public.opens(CALL)
    assert cast.public.opens(CALL) == 404


def the_ministry_publishes_the_rule(cast: Cast) -> None:
    ministry = cast.ministry
    for number, (ko, en, stage, marks) in enumerate(CRITERIA, 1):
        row = {"심사항목": ko, "영문 이름": en, "배점": marks}
        ministry.writes({f"{number}번째 {label}": text for label, text in row.items()})
        ministry.chooses({f"{number}번째 단계": stage})
    ministry.writes(
        {
            "서면평가 비율(%)": "40", "발표평가 비율(%)": "60", "서면평가 통과 점수": "60", "서면평가 통과 수": "6",
            "합격 기준점": "70", "가점 상한": "3", "제외에 필요한 평가위원 수": "3", "선정 수": "3",
        }
    )  # fmt: skip
    ministry.chooses(
        {
            "최고·최저점 제외": "최고·최저점 하나씩 제외",
            "동점 처리 1순위": "발표평가 점수",
            "동점 처리 2순위": "2번째 심사항목",
        }
    )
    ministry.presses("평가 기준 올리기")
    ministry.sees("평가 기준 1판을 올렸습니다.")


def the_ministry_announces_the_call(cast: Cast) -> None:
    ministry = cast.ministry
    ministry.follows("공고 전 확인")
    ministry.sees("2024. 8. 30.", "사업의 실현 가능성", "최고·최저점")
    ministry.presses("이대로 공고")
    ministry.sees("공모를 공고했습니다.")
    cast.public.opens("/calls/")
    cast.public.follows(TITLE)
    cast.public.reads(TITLE)
    cast.public.sees(
        "2024. 6. 30.(일)", "수도권이 아닌", "평가 기준은 이 공모를 위해 정해 공개한 것이며 법령이 아닙니다."
    )


def daegu_writes_through_a_broken_line(cast: Cast) -> None:
    daegu = cast["대구광역시"]
    _start_plan(daegu, PLANS["대구광역시"])
    first, second = ITEMS[:2]
    saved = daegu.main.get_by_role("status").filter(has_text=re.compile(r"^저장됨 10:\d\d$"))
    daegu.writes({first: "대구 글로벌 혁신특구, 대구광역시 일원"})
    expect(saved).to_be_visible()
    daegu.context.set_offline(True)
    daegu.writes({second: "서비스로봇의 실증 기준이 없어 시장에 나가지 못합니다."})
    expect(daegu.main.get_by_role("status").filter(has_text="연결이 끊겨 이 기기에 보관 중")).to_be_visible()
    daegu.writes({second: "서비스로봇의 실증 기준이 없어 시장에 나가지 못합니다. 끊긴 동안에도 씁니다."})
    daegu.context.set_offline(False)
    expect(saved).to_be_visible()
    daegu.page.reload()
    expect(daegu.field(first)).to_have_value("대구 글로벌 혁신특구, 대구광역시 일원")
    expect(daegu.field(second)).to_have_value(re.compile("끊긴 동안에도 씁니다"))


def daegu_attaches_a_file(cast: Cast, paper: Path) -> None:
    daegu = cast["대구광역시"]
    daegu.chooses({"자료 종류": "계획서 본문"})
    daegu.hands_in("파일", paper)
    daegu.presses("올리기")
    daegu.sees(paper.name)


def an_unfinished_plan_cannot_be_submitted(cast: Cast) -> None:
    daegu = cast["대구광역시"]
    daegu.presses("저장하고 제출 전 확인")
    daegu.sees("제출하려면 먼저 해야 할 일이 있습니다", ITEMS[2])
    daegu.follows("계속 수정")


def daegu_submits_and_has_a_receipt(cast: Cast) -> None:
    daegu = cast["대구광역시"]
    _finish(daegu, ITEMS[2:])
    receipt = daegu.main.get_by_role("group", name="접수증")
    expect(receipt).to_contain_text(re.compile(r"2024\. 7\. 15\.\(월\) 10:\d\d:\d\d"))
    expect(receipt).to_contain_text(re.compile(r"[0-9a-f]{64}"))


def the_others_submit(cast: Cast) -> None:
    for seat in tuple(PLANS)[1:]:
        _start_plan(cast[seat], PLANS[seat])
        _finish(cast[seat], ITEMS)


def seoul_is_refused(cast: Cast) -> None:
    seoul = cast["서울특별시"]
    seoul.opens(CALL)
    seoul.writes({"계획서 제목": "서울에서 내 보는 계획"})
    seoul.presses("작성 시작")
    seoul.sees(re.compile(r"서울특별시 명의로는 신청할 수 없습니다.*수도권"))


def _start_plan(person: Person, title: str) -> None:
    person.opens(CALL)
    person.writes({"계획서 제목": title})
    person.presses("작성 시작")
    person.sees("계획서를 만들었습니다.")


def _finish(person: Person, items: tuple[str, ...]) -> None:
    person.writes({item: f"{item}에 관하여 이 계획이 정한 내용입니다." for item in items})
    person.presses("저장하고 제출 전 확인")
    person.sees("제출할 수 있습니다")
    person.presses("제출")
    person.sees("접수했습니다. 접수증을 확인하십시오.")


def after_the_close_nobody_changes_anything(cast: Cast) -> None:
    daegu, daejeon = cast["대구광역시"], cast["대전광역시"]
    daegu.writes({ITEMS[0]: "마감 뒤에 고친 내용"})
    daegu.presses("저장")
    daegu.sees(re.compile("마감"))
    daegu.page.reload()
    daejeon.opens(daejeon.path())
    expect(daejeon.main.get_by_role("button", name="저장", exact=True)).to_have_count(0)
    daejeon.sees(f"{ITEMS[0]}에 관하여 이 계획이 정한 내용입니다.")
    assert daejeon.opens(daegu.path()) == 404
