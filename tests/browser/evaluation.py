"""The middle of the journey: conflicts, sealed sheets, the printed result, the decision and its embargo."""

import re
from collections.abc import Mapping

from playwright.sync_api import expect

from tests.browser.candidate_call import CALL, CHOSEN, PLANS
from tests.browser.cast import Cast
from tests.browser.person import Person

EVALUATION = f"{CALL}evaluation/"
EVALUATORS = tuple(f"평가위원 {number}" for number in range(1, 8))
EACH = 3
#: what everybody gives, by plan: for need, feasibility and, in the presentation, innovation
PAPER = {"대구광역시": (35, 52), "대전광역시": (34, 50), "경상남도": (33, 49), "제주특별자치도": (20, 30)}
PRESENTED = {"대구광역시": 92, "대전광역시": 90, "경상남도": 88}
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def the_paper_review_begins(cast: Cast) -> None:
    ministry = cast.ministry
    ministry.opens(EVALUATION)
    ministry.presses("서면평가 시작")
    ministry.sees("서면평가를 시작했습니다.")


def evaluators_are_assigned(cast: Cast, stage: str) -> None:
    ministry = cast.ministry
    ministry.opens(EVALUATION)
    ministry.follows(f"{stage} 배정", within=ministry.page.locator("body"))
    ministry.writes({"계획서마다 평가위원 수": str(EACH), "추첨값": "20240902"})
    ministry.presses("배정")
    ministry.sees("건을 배정했습니다.", "신청 지역")


def the_evaluator_of_daegu_finds_no_plan_of_daegu(cast: Cast) -> None:
    barred, plan = cast["평가위원 1"], cast["대구광역시"].path()
    key = plan.split("/")[2]
    barred.opens("/evaluations/")
    barred.sees_not(PLANS["대구광역시"])
    assert barred.opens(plan) == 404
    assert barred.opens(f"/evaluations/{key}/paper/") == 404


def somebody_declares_a_conflict(cast: Cast) -> None:
    """One who was given the rival plan once advised its province; the ministry gives the plan to another."""
    rival = PLANS["제주특별자치도"]
    tied = next(cast[seat] for seat in EVALUATORS if _has(cast[seat], rival))
    tied.follows(rival)
    sheet = tied.path()
    tied.follows("이해충돌 신고")
    tied.writes({"이해관계의 내용": "최근 3년 안에 신청 기관의 자문을 맡음"})
    tied.presses("신고")
    tied.sees("이해충돌을 신고했습니다.")
    tied.sees_not(rival)
    assert tied.opens(sheet) == 404
    evaluators_are_assigned(cast, "서면평가")


def everybody_seals_the_paper_scores(cast: Cast) -> None:
    first, *others = (seat for seat in EVALUATORS if _has(cast[seat], "서면평가"))
    _score(cast, first, _paper_scores(), full_width=True)
    cast.ministry.opens(EVALUATION)
    cast.ministry.sees(f"1 / {EACH}", f"0 / {EACH}", "누구의 점수도 보이지 않습니다")
    for seat in others:
        _score(cast, seat, _paper_scores())
    cast.ministry.opens(EVALUATION)
    expect(cast.ministry.main.get_by_text(f"{EACH} / {EACH}")).to_have_count(len(PLANS))


def the_paper_result_is_computed_and_fixed(cast: Cast) -> None:
    ministry = cast.ministry
    ministry.presses("공식 결과 산출")
    ministry.reads("서면평가 공식 결과")
    ministry.sees("계산 과정", "최고", re.compile("통과|합격"))
    ministry.follows("결과 확정", within=ministry.page.locator("body"))
    expect(ministry.main.get_by_label(PLANS["제주특별자치도"])).not_to_be_empty()
    ministry.presses("서면평가 결과 확정")
    ministry.sees("결과를 확정했습니다.")


def the_presentations_have_their_turns(cast: Cast) -> None:
    ministry = cast.ministry
    ministry.follows("발표 시간표", within=ministry.page.locator("body"))
    turns = ministry.main.get_by_role("group")
    expect(turns).to_have_count(len(CHOSEN))
    for hour, seat in enumerate(CHOSEN, 10):
        turn = turns.filter(has_text=seat)
        ministry.writes({"발표 시작": f"2024-12-04T{hour}:00:00", "장소": "대면 발표장"}, within=turn)
    ministry.presses("시간표 저장")
    ministry.sees("발표 시간표를 저장했습니다.", "2024. 12. 4.")


def everybody_seals_the_presentation_scores(cast: Cast) -> None:
    for seat in EVALUATORS:
        if _has(cast[seat], "발표평가"):
            _score(cast, seat, {PLANS[s]: {"혁신성과 파급 효과": given} for s, given in PRESENTED.items()})


def the_ministry_decides_the_shortlist(cast: Cast) -> None:
    ministry = cast.ministry
    ministry.opens(EVALUATION)
    ministry.presses("공식 결과 산출")
    ministry.reads("발표평가 공식 결과")
    expect(
        ministry.main.get_by_role("table", name="순위와 점수").get_by_text("선정", exact=True)
    ).to_have_count(3)
    ministry.follows("결과 확정", within=ministry.page.locator("body"))
    for seat in CHOSEN:
        ministry.writes({PLANS[seat]: f"{PLANS[seat]}: 기준점을 넘었고 순위가 선정 수 안에 들었습니다."})
    ministry.writes({"결과 공개 시각": "2024-12-08T12:00:00"})
    ministry.presses("후보 선정 확정")
    ministry.sees("결과를 확정했습니다.", "결과 공개 시각: 2024. 12. 8.")


def before_the_embargo_nobody_sees_the_result(cast: Cast) -> None:
    for seat in ("대구광역시", "제주특별자치도"):
        applicant = cast[seat]
        applicant.page.reload()
        applicant.sees("평가")
        applicant.sees_not("기준점을 넘었고", "후보 선정", "미선정")
        assert cast[seat].opens(f"{applicant.path()}result/") == 404
        applicant.page.go_back()
    cast.public.opens(CALL)
    cast.public.sees_not("후보로 선정된 계획", "기준점을 넘었고")


def from_the_embargo_on_everybody_sees_it(cast: Cast) -> None:
    winner, loser = cast["대구광역시"], cast["제주특별자치도"]
    for applicant in (winner, loser):
        applicant.page.reload()
        applicant.follows("점수와 계산 과정 보기")
        applicant.sees("사유", "서면평가", "합격 기준점")
        applicant.sees_not("평가위원 4", "체험 담당자")
    winner.sees("기준점을 넘었고 순위가 선정 수 안에 들었습니다.")
    cast.public.opens(CALL)
    cast.public.sees("후보로 선정된 계획", *(PLANS[seat] for seat in CHOSEN))


def _has(evaluator: Person, words: str) -> bool:
    evaluator.opens("/evaluations/")
    waiting = evaluator.main.get_by_role("table", name="봉인하지 않은 평가")
    return waiting.get_by_role("row").filter(has_text=words).count() > 0


def _paper_scores() -> dict[str, dict[str, int]]:
    names = ("지정의 필요성", "사업의 실현 가능성")
    return {PLANS[seat]: dict(zip(names, given, strict=True)) for seat, given in PAPER.items()}


def _score(
    cast: Cast, seat: str, scores: Mapping[str, Mapping[str, int]], *, full_width: bool = False
) -> None:
    """Score and seal all that waits. People differ by a point, so that a highest and a lowest are left out."""
    evaluator, leaning = cast[seat], int(seat[-1]) % 3 - 1
    waiting = evaluator.main.get_by_role("table", name="봉인하지 않은 평가").get_by_role("link").all()
    sheets = {link.inner_text(): link.get_attribute("href") for link in waiting}
    for title, sheet in sheets.items():
        evaluator.opens(str(sheet))
        given = {criterion: str(points + leaning) for criterion, points in scores[title].items()}
        evaluator.writes(
            {c: typed.translate(FULL_WIDTH) if full_width else typed for c, typed in given.items()}
        )
        evaluator.writes({"종합의견": "계획의 근거가 분명합니다."})
        evaluator.presses("저장하고 봉인으로")
        evaluator.sees("봉인한 뒤에는 고칠 수 없습니다", *given.values())
        evaluator.presses("봉인")
        evaluator.sees("평가표를 봉인했습니다.")
