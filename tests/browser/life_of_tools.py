"""What follows a grant: cover, start, report, the law that changes; and a permit that the law lets go on."""

from pathlib import Path

from tests.browser.cast import Cast
from tests.browser.exemption import FIRM, a_pdf, at_desk
from tests.browser.person import Person

MINISTRY, BUSAN = "중소벤처기업부", "부산광역시"
SUMS = {
    "보장액(원): 사망": "150000000", "보장액(원): 부상": "30000000", "보장액(원): 후유장애": "150000000",
    "보장액(원): 재물손해": "1000000000",
}  # fmt: skip
USERS_READ = (
    "실증특례를 받은 사실",
    "실증특례의 기간",
    "제품이나 서비스의 내용",
    "붙은 조건",
    "보험 가입이나 배상 방안",
)
RESULTS = {
    "실증의 목표": "시험국 두 곳의 간섭 확인", "조건의 이행": "출력 5W를 넘지 않음", "사고와 손해": "없음",
    "실증의 결과": "간섭이 없었음", "법령정비의 필요성에 관한 입증자료": "전파법 제19조를 고칠 근거",
}  # fmt: skip


def the_firm_takes_out_cover_and_begins(firm: Person, policy: Path, last: str, one_day_short: str) -> None:
    """Without cover nothing begins; cover that is a day short is refused with the day that is needed."""
    firm.sees("다음에 할 일과 기한", "책임보험 가입과 증명 제출", "미충족")
    firm.follows("보장 증명 내기")
    firm.answers({"보장의 종류": "보험"})
    firm.writes({"보험사나 공제조합": "체험화재", "증권 번호": "2026-1", **SUMS})
    firm.writes({"보장이 시작하는 날": "2026-10-16", "보장이 끝나는 날": one_day_short})
    firm.hands_in("보장 증명", policy)
    firm.presses("보장 증명 내기")
    firm.sees("보장이 너무 일찍 끝납니다.")
    firm.writes({"보장이 끝나는 날": last})
    firm.hands_in("보장 증명", policy)
    firm.presses("보장 증명 내기")
    firm.sees("보장 증명을 냈습니다.", "150,000,000원")
    firm.follows("시작")


def the_exemption_begins_when_users_know(cast: Cast, papers: Path) -> None:
    firm = cast[FIRM]
    firm.page.reload()
    the_firm_takes_out_cover_and_begins(firm, a_pdf(papers, "증권.pdf"), "2029-12-31", "2029-12-30")
    firm.ticks(*USERS_READ[:-1])
    firm.presses("시작")
    firm.sees("빠진 항목이 있습니다: 보험 가입이나 배상 방안.")
    firm.ticks(USERS_READ[-1])
    firm.presses("시작")
    firm.sees("시작했습니다.", "실증 중")


def the_firm_reports_after_the_end(cast: Cast, papers: Path) -> None:
    firm = at_desk(cast, FIRM)
    firm.sees("기간 만료", "실증 결과보고서 제출")
    firm.follows("결과보고서 내기")
    firm.writes(RESULTS)
    firm.hands_in("결과보고서와 증빙", a_pdf(papers, "결과보고서.pdf"))
    firm.presses("결과보고서 내기")
    firm.sees("결과보고서를 냈습니다.", "간섭이 없었음")


def the_ministry_follows_the_law_to_the_ordinary_permit(cast: Cast) -> None:
    ministry = at_desk(cast, MINISTRY)
    ministry.follows("법령정비 착수 기록")
    ministry.writes({"정비하는 법령과 조문": "전파법 제19조"})
    ministry.presses("법령정비 착수 기록")
    ministry.sees("기록했습니다.", "법령정비 착수")
    ministry.follows("정식 허가등으로 전환")
    law = {"시행된 법령과 조문": "전파법 제19조의2", "정식 허가등의 이름과 번호": "무선국 허가 제1호"}
    ministry.writes({**law, "시행일": "2031-01-01"})
    ministry.presses("정식 허가등으로 전환")
    ministry.sees("정비된 법령은 2031년 1월 1일(수)에 시행됩니다.")
    ministry.writes({"시행일": "2030-06-01"})
    ministry.presses("정식 허가등으로 전환")
    ministry.sees("정식 허가등으로 전환했습니다.", "법령정비 완료")


def everybody_reads_what_became_of_it(cast: Cast) -> None:
    cast.public.opens(cast.ministry.path())
    cast.public.sees("법령정비 완료", "무선국 허가 제1호 (전파법 제19조의2)")
    cast.public.sees_not("간섭이 없었음", "결과보고서.pdf", "체험화재")


def the_permit_begins(cast: Cast, address: str, papers: Path) -> None:
    """A permit needs no notice to users: cover is enough."""
    firm = cast[FIRM]
    firm.opens(address)
    the_firm_takes_out_cover_and_begins(firm, a_pdf(papers, "증권.pdf"), "2028-10-15", "2028-10-14")
    firm.presses("시작")
    firm.sees("시작했습니다.", "임시허가 중")


def the_firm_asks_in_time_for_the_extension(cast: Cast, address: str) -> None:
    firm = cast[FIRM]
    firm.opens(address)
    firm.follows("기간 연장 신청")
    firm.writes({"언제까지 연장하려 합니까?": "2029-10-16", "연장하려는 이유": "법령이 아직 정비되지 않음"})
    firm.presses("기간 연장 신청")
    firm.sees("연장을 신청했습니다.")


def it_is_passed_on_and_approved(cast: Cast, address: str) -> None:
    local = cast[BUSAN]
    local.opens(address)
    local.follows("중소벤처기업부에 전달")
    local.writes({"검토 의견": "필요함"})
    local.presses("중소벤처기업부에 전달")
    local.sees("전달했습니다.")
    ministry = cast[MINISTRY]
    ministry.opens(address)
    ministry.follows("연장 결정")
    ministry.answers({"결정": "승인"})
    ministry.writes({"결정의 이유": "법령이 정비되지 않음"})
    ministry.presses("연장 결정")
    ministry.sees("결정을 기록했습니다.", "연장된 기간")
    firm = cast[FIRM]
    firm.page.reload()
    firm.sees("보장을 갱신해야 합니다", "연장된 기간에 맞추어 보장 갱신")


def the_law_lets_it_go_on(cast: Cast, address: str) -> None:
    firm = cast[FIRM]
    firm.opens(address)
    firm.sees("법령정비까지 연장", "연장된 것으로 보는 때", "마지막 날이 정해지지 않음")
    cast.public.opens(address)
    cast.public.sees("법령정비까지 연장", "법령정비가 끝나면 지체 없이 정식 허가등으로 전환")
