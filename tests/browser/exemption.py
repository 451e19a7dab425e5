"""A demonstration exemption from the request to the grant: a firm, Daejeon, the Ministry, another ministry, the committee.

The firm and its business are made up. The zone's period ends on Monday 31 December 2029, before four years are over.
"""

import re
from pathlib import Path

from tests.browser.cast import Cast
from tests.browser.person import Person

ABOUT, LOCAL, ASKED, FIRM = "위성 통신 시험국의 임시 운용", "대전광역시", "과학기술정보통신부", "체험 기업"
SECRET = "안테나 설계의 세부 값"
CONDITION = {
    "지켜야 할 조건": "출력 5W 이하로만 운용", "조건이 필요한 까닭": "같은 주파수를 쓰는 항공 통신에 영향을 줄 수 있음",
    "지키는지 확인하는 방법": "출력 기록을 매달 제출",
}  # fmt: skip


def play_to_grant(cast: Cast, papers: Path) -> None:
    """Play until the exemption is granted, on 15 October 2026; ``papers`` is a folder for the files that are attached."""
    cast.it_is(2026, 8, 31, 10, 0)
    the_firm_asks_on_one_screen(cast, a_pdf(papers, "실증계획서.pdf"))
    cast.it_is(2026, 9, 1, 9, 0)
    the_local_government_files_it(cast)
    the_ministry_passes_it_on(cast)
    cast.it_is(2026, 9, 10, 11, 0)
    the_ministry_asked_wants_a_condition_and_replies(cast, a_pdf(papers, "간섭 분석.pdf"))
    cast.it_is(2026, 9, 21, 11, 0)
    the_ministry_sets_the_condition_and_tables(cast)
    cast.it_is(2026, 10, 8, 14, 0)
    the_committee_carries_it(cast)
    cast.it_is(2026, 10, 15, 10, 0)
    the_ministry_grants_it_within_the_zones_period(cast)


def a_pdf(folder: Path, name: str) -> Path:
    """A file on the disk of the person."""
    path = folder / name
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n")
    return path


def the_firm_asks_on_one_screen(cast: Cast, plan: Path) -> None:
    firm = cast[FIRM]
    firm.opens("/tools/")
    firm.follows("특례 신청")
    firm.answers(
        {"무엇을 신청합니까?": "실증특례", "신청하는 사유": "기준ㆍ규격ㆍ요건 등을 적용하는 것이 맞지 않음"}
    )
    option = firm.field("어느 특구에서 합니까?").get_by_role("option").filter(has_text="우주기술").first
    firm.field("어느 특구에서 합니까?").select_option(value=option.get_attribute("value"))
    firm.writes(
        {
            "과제 이름 (공개 제목)": ABOUT,
            "하려는 사업": SECRET,
            "실증계획 또는 사업계획": "시험국 두 곳을 여섯 달 운용",
        }
    )
    firm.hands_in("붙임 파일", plan)
    firm.presses("신청")
    firm.sees("받아야 하는 허가등과 걸림돌이 되는 법령의 조문을 적으십시오.")
    firm.writes({"받아야 하는 허가와 걸림돌이 되는 법령": "전파법 제19조"})
    firm.hands_in("붙임 파일", plan)
    firm.presses("신청")
    firm.sees(
        re.compile(r"신청했습니다\. 접수번호는 EX260831-[0-9A-F]{8}입니다\."),
        "에서 필요성을 검토하고 있습니다.",
    )


def the_local_government_files_it(cast: Cast) -> None:
    local = at_desk(cast, LOCAL)
    local.follows("중소벤처기업부에 신청")
    local.writes({"검토 의견": "지역 산업에 필요함"})
    local.presses("중소벤처기업부에 신청")
    local.sees("중소벤처기업부에 신청했습니다.")


def the_ministry_passes_it_on(cast: Cast) -> None:
    ministry = at_desk(cast, "중소벤처기업부")
    ministry.follows("관계기관에 통보")
    ministry.ticks(ASKED)
    ministry.presses("관계기관에 통보")
    ministry.sees("통보했습니다. 회신 기한이 시작되었습니다.", "2026. 10. 1.")


def the_ministry_asked_wants_a_condition_and_replies(cast: Cast, proof: Path) -> None:
    asked = at_desk(cast, ASKED)
    asked.follows("조건 요구")
    asked.writes(CONDITION)
    asked.hands_in("입증자료", proof)
    asked.presses("조건 요구")
    asked.sees("조건을 요구했습니다.", "간섭 분석.pdf")
    asked.follows("회신")
    asked.answers({"회신": "찬성"})
    asked.writes({"검토 의견": "조건을 지키면 전파법의 목적에 어긋나지 않음"})
    asked.presses("회신")
    asked.sees("회신했습니다.")


def the_ministry_sets_the_condition_and_tables(cast: Cast) -> None:
    ministry = at_desk(cast, "중소벤처기업부")
    ministry.follows("특구위원회에 상정")
    ministry.presses("특구위원회에 상정")
    ministry.sees("결정하지 않은 조건이 있습니다")
    ministry.follows(ABOUT)
    ministry.follows("조건을 붙임")
    ministry.presses("조건을 붙임")
    ministry.sees("조건을 붙이기로 했습니다.")
    ministry.follows("특구위원회에 상정")
    ministry.presses("특구위원회에 상정")
    ministry.sees("상정했습니다.")


def the_committee_carries_it(cast: Cast) -> None:
    secretary = at_desk(cast, "위원회 간사")
    secretary.follows("특구위원회 표결 기록")
    secretary.writes(
        {"의결의 이유": "조건을 지키면 안전함", "재적위원 수": "40", "출석위원 수": "21", "찬성 수": "11"}
    )
    secretary.presses("특구위원회 표결 기록")
    secretary.sees("표결을 기록했습니다.")


def the_ministry_grants_it_within_the_zones_period(cast: Cast) -> None:
    ministry = at_desk(cast, "중소벤처기업부")
    ministry.follows("부여")
    ministry.sees("특구의 지정기간은 2029. 12. 31.(월)까지입니다.")
    given = {"고시 번호": "중소벤처기업부고시 제2026-100호", "결정의 이유": "의결에 따름"}
    ministry.writes({**given, "기간의 마지막 날": "2030-01-01"})
    group = ministry.main.locator("fieldset", has=ministry.page.locator("legend", has_text="살핀 심의 기준"))
    for box in group.get_by_role("checkbox").all()[:5]:
        box.check()
    ministry.ticks("붙인 조건은 모두 안전을 위한 것입니다", "조건에 따른 부담을 최소로 했습니다")
    ministry.presses("부여")
    ministry.sees("특구의 지정기간(2029년 12월 31일(월)까지)을 넘습니다")
    ministry.writes({"기간의 마지막 날": "2029-12-31"})
    ministry.presses("부여")
    ministry.sees("부여했습니다.", "부여와 첫 기간")


def everybody_reads_the_grant_and_not_the_request(cast: Cast) -> None:
    """Strangers find it in the list, with its condition and its term."""
    cast.public.opens("/tools/")
    cast.public.follows(ABOUT)
    cast.public.sees("출력 5W 이하로만 운용", "2029. 12. 31.(월)", "법률이 첫 기간에 허용하는 마지막 날")
    cast.public.sees_not(SECRET, "실증계획서.pdf", "간섭 분석.pdf")


def at_desk(cast: Cast, seat: str) -> Person:
    """Somebody who opens the matter from what waits at their desk."""
    person = cast[seat]
    person.opens("/desk/")
    person.follows(re.compile(ABOUT))
    return person
