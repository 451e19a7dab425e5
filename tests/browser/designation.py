"""The second half of the journey: Daegu's candidate from the prior consultation to the gazette.

The Zone Committee decided on 20 May 2025; every other day, the opinions, the votes and the papers are made up. All
days lie so that the statutory periods are kept, except where the journey shows what happens when they are not.
"""

import re
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.browser.candidate_call import PLANS
from tests.browser.cast import Cast
from tests.browser.person import Person

NAME = "대구 AI로봇 글로벌 혁신 규제자유특구"
ZONE = "journey-daegu-ai-robot"
DECREE_ITEMS = (
    "지정기간", "사업기간", "정책 목표와 성과지표", "재원 조달", "참여 기업과 투자 계획", "지방자치단체의 지원",
    "안전ㆍ환경ㆍ개인정보 보호 대책", "위치도와 지형도 또는 지적도",
)  # fmt: skip
PAPERS = ("신청서(별지 제1호서식)", "규제자유특구계획", "의견청취 결과", "도면")
BALANCE, LATE, AGREES = "지방시대위원회", "산업통상부", "과학기술정보통신부"
DELIBERATION, ZONE_COMMITTEE = "규제자유특구 심의위원회", "규제자유특구위원회"
MEMBERS = tuple(f"체험 위원 {number}" for number in range(1, 8))


@dataclass(frozen=True)
class Sitting:
    """A sitting as the secretary convenes it."""

    body: str
    title: str
    held_on: str
    notice_on: str


def daegu_begins_and_consults_beforehand(cast: Cast) -> None:
    daegu = cast["대구광역시"]
    daegu.opens("/calls/journey-giz-2/")
    daegu.follows(PLANS["대구광역시"])
    daegu.follows("지정 절차로")
    daegu.writes({"후보 영문 이름": "AI robots"})
    daegu.presses("시작")
    daegu.sees("지정 절차를 시작했습니다.", "다음 차례: 대구광역시")
    for partner in ("중소벤처기업부", "시·도 지방시대위원회"):
        daegu.chooses({"협의 상대": partner})
        daegu.writes({"협의한 날": "2024-12-12", "협의 내용": "계획의 방향을 협의함"})
        daegu.presses("사전협의 기록")
        daegu.sees("사전협의를 기록했습니다.")


def daegu_writes_the_plan(cast: Cast) -> None:
    daegu = cast["대구광역시"]
    daegu.follows("규제자유특구계획 작성")
    daegu.writes({"특구 명칭": "대구 AI로봇 글로벌 혁신특구"})
    daegu.answers({"토지이용계획이 필요한지": "아니요", "부처 고시로 정한 추가 사항이 있는지": "아니요"})
    daegu.presses("규제자유특구계획 작성")
    daegu.sees("명칭에 ‘규제자유특구’")
    daegu.writes({"특구 명칭": NAME, **{item: f"{item}에 관하여 정한 내용" for item in DECREE_ITEMS}})
    daegu.presses("규제자유특구계획 작성")
    daegu.sees("계획을 저장했습니다.")


def a_short_notice_is_refused_and_a_lawful_one_given(cast: Cast) -> None:
    daegu = cast["대구광역시"]
    notice = {"공고를 시작하는 날": "2025-01-06", "공고 매체": "대구광역시 공보", "열람 장소": "대구광역시청"}
    daegu.page.reload()
    daegu.writes({**notice, "공고가 끝나는 날": "2025-02-04"})
    daegu.presses("계획안 공고")
    daegu.sees("공고 기간이 법에서 정한 기간보다 짧습니다.", "2025년 2월 5일(수) 이후에 끝나야 합니다")
    daegu.writes({"공고가 끝나는 날": "2025-02-05"})
    daegu.presses("계획안 공고")
    daegu.sees("공고를 기록했습니다.")


def a_citizen_without_an_account_gives_an_opinion(cast: Cast) -> None:
    citizen, page = cast.public, cast["대구광역시"].path()
    citizen.opens("/designations/")
    citizen.follows(PLANS["대구광역시"])
    assert citizen.path() == page
    citizen.writes({"이름 또는 단체명": "수성구 주민", "의견": "실증 구간의 보행 안전 대책을 더해 주십시오."})
    citizen.presses("의견 보내기")
    citizen.sees(re.compile(r"의견을 접수했습니다\. 접수번호는 [0-9A-F]{8}입니다\."))
    citizen.sees_not("수성구 주민")


def daegu_answers_and_applies_with_its_papers(cast: Cast) -> None:
    daegu = cast["대구광역시"]
    daegu.page.reload()
    daegu.follows("지정 신청")
    application = {paper: f"대구-2025-{number}" for number, paper in enumerate(PAPERS, 1)}
    daegu.writes(application)
    daegu.answers({"전략환경영향평가 대상인지": "아니요", "그 밖의 서류를 요구받았는지": "아니요"})
    daegu.presses("지정 신청")
    daegu.sees("반영 여부를 정하지 않은 의견이 1건 있습니다.")
    daegu.follows(PLANS["대구광역시"])
    daegu.follows("반영 여부 정하기")
    daegu.answers({"계획에 반영합니까?": "예"})
    daegu.writes({"반영 내용 또는 반영하지 않는 사유": "보행 안전 대책을 더했습니다."})
    daegu.presses("의견 검토")
    daegu.sees("의견에 대한 결정을 기록했습니다.")
    daegu.follows("지정 신청")
    daegu.writes(application)
    daegu.answers({"전략환경영향평가 대상인지": "아니요", "그 밖의 서류를 요구받았는지": "아니요"})
    daegu.presses("지정 신청")
    daegu.sees("지정을 신청했습니다. 결정 기한이 시작되었습니다.", "2025. 5. 21.")


def the_ministry_asks_for_a_supplement(cast: Cast) -> None:
    ministry = cast.ministry
    ministry.opens(cast["대구광역시"].path())
    ministry.follows("보완 요구")
    ministry.writes(
        {"보완을 요구하는 내용": "실증 구간의 지적도를 더해 주십시오.", "보완 기한": "2025-03-07"}
    )
    ministry.presses("보완 요구")
    ministry.sees("보완을 요구했습니다.", "2025. 2. 24.(월)부터 보완 중이라 기간이 멈춰 있습니다.")


def daegu_files_the_supplement(cast: Cast) -> None:
    daegu = cast["대구광역시"]
    daegu.page.reload()
    daegu.writes({"보완 내용": "지적도를 더했습니다."})
    daegu.presses("보완 제출")
    daegu.sees("보완 자료를 제출했습니다. 기간이 다시 흐릅니다.")
    daegu.sees_not("기간이 멈춰 있습니다")


def three_ministries_are_consulted(cast: Cast) -> None:
    ministry = cast.ministry
    ministry.page.reload()
    ministry.ticks(LATE, AGREES)
    expect(ministry.field(BALANCE)).to_be_checked()
    ministry.writes({"통보한 날": "2025-03-10"})
    ministry.presses("관계기관 협의 요청")
    ministry.sees("협의를 요청했습니다.", "2025. 4. 9.")


def two_reply_in_time(cast: Cast) -> None:
    for seat, position in ((AGREES, "동의"), (BALANCE, "의견 없음")):
        _reply(cast[seat], position)


def the_silent_one_is_late_and_not_taken_for_consent(cast: Cast) -> None:
    ministry = cast.ministry
    ministry.page.reload()
    asked = ministry.main.get_by_role("region", name="관계기관 협의")
    expect(asked).to_contain_text("기한이 지나도 회신이 없는 것을 동의로 보지 않습니다.")
    expect(asked).to_contain_text(re.compile("기한 5일 지남"))


def the_late_reply_is_still_taken(cast: Cast) -> None:
    _reply(cast[LATE], "조건부 동의", "안전기준을 마친 뒤에 시작할 것")
    cast[LATE].sees("기한 6일 지남")


def the_secretary_convenes(cast: Cast, sitting: Sitting) -> None:
    secretary = cast.secretary
    secretary.opens("/committees/")
    secretary.follows("회의 소집")
    secretary.chooses({"위원회": sitting.body})
    secretary.writes(
        {
            "회의 이름": sitting.title, "영문 회의 이름": "A sitting of the journey", "회의 날": sitting.held_on,
            "소집을 통지한 날": sitting.notice_on,
        }
    )  # fmt: skip
    secretary.presses("저장")
    secretary.sees("회의를 소집했습니다.")
    ministry = cast.ministry
    ministry.page.reload()
    sittings = ministry.field("회의")
    chosen = sittings.get_by_role("option").filter(has_text=sitting.title)
    sittings.select_option(value=chosen.get_attribute("value"))
    ministry.presses("위원회 상정")
    ministry.sees("상정했습니다.")


def a_tie_is_not_carried(cast: Cast) -> None:
    secretary = cast.secretary
    _opens_with(secretary, MEMBERS)
    secretary.main.get_by_text("위원 제척·기피·회피").click()
    secretary.chooses({"위원": MEMBERS[6], "사유": "회피"})
    secretary.presses("안건에서 제외")
    secretary.sees("안건에서 제외했습니다.", f"제척된 위원: {MEMBERS[6]} (회피)")
    secretary.presses("의결")
    secretary.sees("표를 기록하지 않은 출석위원이 있습니다")
    _record(secretary, {**dict.fromkeys(MEMBERS[:3], "찬성"), **dict.fromkeys(MEMBERS[3:6], "반대")})
    secretary.presses("의결")
    secretary.sees("의결을 기록했습니다.", "부결")
    _close(secretary)
    cast.ministry.page.reload()
    cast.ministry.sees("보류", "부결")


def the_second_deliberation_carries(cast: Cast) -> None:
    secretary = cast.secretary
    _opens_with(secretary, MEMBERS)
    _record(secretary, dict.fromkeys(MEMBERS, "찬성"))
    secretary.presses("의결")
    secretary.sees("의결을 기록했습니다.", "가결")
    _close(secretary)


def the_zone_committee_carries(cast: Cast) -> None:
    secretary = cast.secretary
    _opens_with(secretary, MEMBERS[:5])
    member = cast["위원 1"]
    member.opens(secretary.path())
    member.answers({"표결": "찬성"})
    member.presses("표결")
    member.sees("표결했습니다.")
    secretary.page.reload()
    secretary.sees(f"기록한 표: {MEMBERS[0]} 찬성")
    _record(secretary, {**dict.fromkeys(MEMBERS[1:4], "찬성"), MEMBERS[4]: "기권"})
    secretary.presses("의결")
    secretary.sees("의결을 기록했습니다.", "가결")
    _close(secretary)


def the_ministry_publishes_in_the_gazette(cast: Cast) -> None:
    ministry = cast.ministry
    ministry.page.reload()
    ministry.follows("관보 고시")
    expect(ministry.field("열람 장소").or_(ministry.field("관계 서류의 열람 장소"))).to_have_value(
        "대구광역시청"
    )
    ministry.writes(
        {
            "고시 번호": "중소벤처기업부고시(여정)", "고시일": "2025-05-27", "그 밖에 필요한 사항": "없음",
            "특구 주소 이름": ZONE, "지정기간 시작": "2025-06-01", "지정기간 끝": "2029-05-31", "산업 분야": "AI·로봇",
        }
    )  # fmt: skip
    ministry.answers(
        {
            "관계 기관의 의견을 고려하였는지": "예", "신청자에게 알렸는지": "예", "민간기업등에 알렸는지": "예",
            "지형도면 고시가 필요한지": "아니요", "고시할 그 밖의 사항이 있는지": "아니요",
        }
    )  # fmt: skip
    ministry.presses("관보 고시")
    ministry.sees("지정을 고시했습니다.", "지정된 특구")


def everybody_sees_the_new_zone(cast: Cast) -> None:
    public = cast.public
    public.opens("/")
    public.follows(re.compile("AI로봇.*지정"))
    public.opens(f"/zones/{ZONE}/")
    public.reads("AI로봇")
    public.sees("2025. 5. 20.", "2025. 5. 27.", "지정과 그 뒤의 경과", "관보", "대구")


def _reply(ministry: Person, position: str, opinion: str = "") -> None:
    ministry.opens("/consultations/")
    ministry.follows(PLANS["대구광역시"])
    ministry.answers({"의견의 종류": position})
    ministry.writes({"의견": opinion})
    ministry.presses("회신")
    ministry.sees("회신했습니다.")


def _opens_with(secretary: Person, present: tuple[str, ...]) -> None:
    for member in present:
        secretary.main.get_by_role("group", name="출석위원").get_by_label(member).check()
    secretary.presses("개의")
    secretary.sees("개의했습니다.", f"재적 7명, 출석 {len(present)}명")


def _record(secretary: Person, votes: dict[str, str]) -> None:
    secretary.answers(votes)
    secretary.presses("표 기록")
    secretary.sees("표를 기록했습니다.")


def _close(secretary: Person) -> None:
    secretary.presses("폐회")
    secretary.sees("회의를 마쳤습니다.")
