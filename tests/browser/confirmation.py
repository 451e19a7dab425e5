"""A rapid confirmation that ends by silence: a firm on a phone, Busan, the Ministry, two ministries, one of them silent.

The firm and its business are made up; the days lie so that the reply is due on Thursday 1 October 2026.
"""

import re

from tests.browser.cast import Cast

ZONE, ABOUT = "부산 블록체인", "배달 로봇의 보도 통행"
BUSAN, SILENT, REPLIES = "부산광역시", "국토교통부", "과학기술정보통신부"
NUMBER = "900101-1234568"


def the_firm_asks_on_its_phone(cast: Cast) -> None:
    firm = cast["체험 기업"]
    firm.opens("/confirmations/")
    firm.follows("신속확인 신청")
    firm.reads("신속확인 신청")
    option = (
        firm.field("어느 특구에서 하려는 일입니까?").get_by_role("option").filter(has_text="블록체인").first
    )
    firm.field("어느 특구에서 하려는 일입니까?").select_option(value=option.get_attribute("value"))
    firm.writes(
        {
            "무엇에 관한 일입니까? (공개 제목)": ABOUT, "하려는 사업": f"보도로 다니는 배달 로봇. 문의 {NUMBER}",
            "필요할 수 있는 허가와 법령": "모름",
        }
    )  # fmt: skip
    firm.answers({"같은 일로 전에 거부당한 적이 있습니까?": "아니요"})
    firm.presses("신청")
    firm.sees("주민등록번호로 보이는 번호가 있어 저장하지 않았습니다(1번째 줄")
    firm.writes({"하려는 사업": "보도로 다니는 배달 로봇으로 음식을 배달합니다."})
    firm.presses("신청")
    firm.sees(re.compile(r"신청했습니다\. 접수번호는 RC260831-[0-9A-F]{8}입니다\."))
    firm.sees("스스로 답할 일인지 살펴보고 있습니다.")


def busan_sends_it_to_the_ministry(cast: Cast) -> None:
    busan = cast[BUSAN]
    busan.opens("/desk/")
    busan.follows(ABOUT)
    busan.presses("중소벤처기업부로 보내기")
    busan.sees("중소벤처기업부로 보냈습니다.")


def the_ministry_notifies_two_ministries(cast: Cast) -> None:
    ministry = cast.ministry
    ministry.opens("/desk/")
    ministry.follows(ABOUT)
    ministry.ticks(SILENT, REPLIES)
    ministry.presses("관계 부처에 통보")
    ministry.sees("통보했습니다. 회신 기한이 시작되었습니다.", "2026. 10. 1.")


def one_of_them_replies(cast: Cast) -> None:
    replies = cast[REPLIES]
    replies.opens("/desk/")
    replies.follows(re.compile(ABOUT))
    replies.answers({"회신": "허가등이 필요하지 않음"})
    replies.writes({"판단의 근거": "전파법 제1조"})
    replies.presses("회신")
    replies.sees("회신했습니다.")


def the_firm_sees_whom_it_waits_for(cast: Cast) -> None:
    firm = cast["체험 기업"]
    firm.page.reload()
    firm.sees(f"{SILENT}의 회신을 기다립니다.")
    firm.sees_not("전파법 제1조")


def silence_is_told_on_the_day_after(cast: Cast) -> None:
    firm = cast["체험 기업"]
    firm.page.reload()
    firm.sees("회신이 모두 모였습니다.", "2026. 10. 2.(금)부터 그렇게 봅니다.")


def the_result_goes_back_to_the_firm(cast: Cast) -> None:
    ministry = cast.ministry
    ministry.page.reload()
    ministry.writes({"결과의 요지": "두 기관 모두 허가가 필요하지 않습니다."})
    ministry.presses("지방자치단체에 결과 알리기")
    ministry.sees("결과를 지방자치단체에 알렸습니다.")
    busan = cast[BUSAN]
    busan.page.reload()
    busan.presses("신청인에게 결과 알리기")
    busan.sees("신청인에게 결과를 알렸습니다.")
    firm = cast["체험 기업"]
    firm.page.reload()
    firm.sees("결과: 허가등이 필요하지 않음", "이 사업에 허가등을 받지 않아도 됩니다.", "전파법 제1조")


def everybody_reads_the_outcome_and_not_the_business(cast: Cast) -> None:
    cast.public.opens("/confirmations/")
    cast.public.sees(ABOUT, "허가등이 필요하지 않음")
    cast.public.sees_not("음식을 배달합니다", "체험 기업")
