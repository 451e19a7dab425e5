"""Designation of a zone (특구 지정, Act art. 72–79): from the shortlisted candidate to the gazette.

Some moves stand twice: the second row leaves a state in which a step was not recorded, and asks the rules of that
step. A live act is refused there; the replayed record keeps the unknown answers.
"""

from datetime import date

from madang.kernel.words import Words
from madang.kernel.workflow import Clock, Move, Procedure, State

APPLICANTS = ("province", "basic")
MINISTRY = ("ministry",)
SECRETARY = ("secretary",)
_EXAMINATION = Words("심의 중", "Under deliberation")
_SUPPLEMENT = Words("보완 중", "Being supplemented")
_FILE_IT = Words("보완 자료 제출", "File the supplement")

STATES = (
    State("preparing", Words("계획 작성·사전협의", "Preparing the plan"), Words("후보", "Candidate"), "applicant",
          Words("사전협의 후 계획안 공고", "Consult beforehand, then give public notice")),
    State("noticed", Words("주민 공고 중", "Public notice"), Words("주민 의견수렴", "Public notice"), "applicant",
          Words("공고·열람을 마치고 지정 신청", "Apply after notice and inspection"), "info"),
    State("applied", Words("지정 신청", "Applied"), Words("지정 신청", "Applied"), "ministry",
          Words("관계기관 협의 요청", "Open the consultation"), "info"),
    State("supplementing", Words("보완 중(기간 정지)", "Supplement asked (clock stopped)"), _SUPPLEMENT, "applicant",
          _FILE_IT, "warning"),
    State("returned", Words("반려", "Returned"), Words("반려", "Returned"), tone="warning", final=True),
    State("consulting", Words("관계기관 협의 중", "In consultation"), Words("관계기관 협의", "In consultation"),
          "ministry", Words("회신을 확인하고 심의위원회 상정", "Check the replies, table at the committee"), "info"),
    State("consulting_supplement", Words("협의 중 보완(기간 정지)", "Supplement asked in consultation (clock stopped)"),
          _SUPPLEMENT, "applicant", _FILE_IT, "warning"),
    State("deliberating", Words("심의위원회 상정", "Before the Deliberation Committee"), _EXAMINATION, "secretary",
          Words("심의위원회 의결 기록", "Record the Deliberation Committee's vote"), "info"),
    State("deliberated", Words("심의위원회 가결", "Carried at the Deliberation Committee"), _EXAMINATION, "ministry",
          Words("특구위원회 상정", "Table at the Zone Committee"), "info"),
    State("tabled", Words("특구위원회 상정", "Before the Zone Committee"), _EXAMINATION, "secretary",
          Words("특구위원회 의결 기록", "Record the Zone Committee's vote"), "info"),
    State("approved", Words("의결(고시 전)", "Approved, not gazetted"), Words("의결", "Approved"), "ministry",
          Words("관보 고시", "Publish in the gazette"), "success"),
    State("rejected", Words("부결", "Rejected"), Words("부결", "Rejected"), tone="danger", final=True),
    State("deferred", Words("보류", "Deferred"), Words("보류", "Deferred"), "ministry",
          Words("재상정 여부 결정", "Decide on tabling again"), "warning"),
    State("designated", Words("지정·고시", "Designated"), Words("지정", "Designated"), tone="success", final=True),
    State("not_examined", Words("심의 미상정", "Not examined"), Words("심의 미상정", "Not examined"), final=True),
)  # fmt: skip

DECISION = Clock("DES-03", "ministry", Words("지정 여부 결정", "Decision on the designation"))
_APPLY = Words("지정 신청", "Apply for designation")
_ASK = Words("보완 요구", "Ask for a supplement")
_FILE = Words("보완 제출", "File the supplement")
_TABLE = Words("심의위원회 상정", "Table at the Deliberation Committee")
_TABLE_ZC = Words("특구위원회 상정", "Table at the Zone Committee")
#: who may apply (APP-01 to APP-03) hangs on the kind of government and is asked by the act
PLAN_COMPLETE = ("PLN-01", "PLN-02")

MOVES = (
    Move("consult_beforehand", ("preparing",), "preparing", APPLICANTS, Words("사전협의 기록", "Record prior consultation"),
         "PLN-03"),
    Move("give_notice", ("preparing",), "noticed", APPLICANTS, Words("계획안 공고", "Give public notice"), "PLN-05",
         guards=("PLN-03", "PLN-04")),
    Move("announce_hearing", ("noticed",), "noticed", APPLICANTS, Words("공청회 공고", "Announce a hearing"), "PLN-08",
         guards=("PLN-08",)),
    Move("apply", ("noticed",), "applied", APPLICANTS, _APPLY, "PLN-10",
         guards=(*PLAN_COMPLETE, "PLN-05", "PLN-06", "PLN-10"), starts=(DECISION,)),
    Move("apply", ("preparing",), "applied", APPLICANTS, _APPLY, "PLN-10",
         guards=(*PLAN_COMPLETE, "PLN-03", "PLN-04", "PLN-05", "PLN-06", "PLN-10"), starts=(DECISION,)),
    Move("apply_after_other_notice", ("noticed",), "applied", APPLICANTS, _APPLY, "PLN-09",
         guards=(*PLAN_COMPLETE, "PLN-09", "PLN-10"), starts=(DECISION,)),
    Move("apply_for_change", ("noticed",), "applied", APPLICANTS, Words("변경 신청", "Apply for a change"), "CHG-01",
         guards=(*PLAN_COMPLETE, "CHG-02", "CHG-06"), starts=(DECISION,)),
    Move("apply_for_change", ("preparing",), "applied", APPLICANTS, Words("변경 신청", "Apply for a change"), "CHG-01",
         guards=(*PLAN_COMPLETE, "PLN-03", "PLN-04", "CHG-02", "CHG-06"), starts=(DECISION,)),
    Move("ask_supplement", ("applied",), "supplementing", MINISTRY, _ASK, "PLN-11", pauses=("DES-03",)),
    Move("ask_supplement", ("consulting",), "consulting_supplement", MINISTRY, _ASK, "PLN-11", pauses=("DES-03",)),
    Move("file_supplement", ("supplementing",), "applied", APPLICANTS, _FILE, "PLN-11", resumes=("DES-03",)),
    Move("file_supplement", ("consulting_supplement",), "consulting", APPLICANTS, _FILE, "PLN-11",
         resumes=("DES-03",)),
    Move("return_application", ("applied", "supplementing", "consulting", "consulting_supplement"), "returned", MINISTRY,
         Words("반려", "Return the application"), "PLN-12", guards=("PLN-12",), stops=("DES-03",)),
    Move("open_consultation", ("applied",), "consulting", MINISTRY, Words("관계기관 협의 요청", "Open the consultation"),
         "DES-01", guards=("DES-01",)),
    Move("table_deliberation", ("consulting",), "deliberating", MINISTRY, _TABLE, "DC-01"),
    Move("table_deliberation", ("applied",), "deliberating", MINISTRY, _TABLE, "DC-01", guards=("DES-01", "DES-02")),
    Move("pass_deliberation", ("deliberating",), "deliberated", SECRETARY,
         Words("심의위원회 가결", "Carry at the Deliberation Committee"), "DC-06", guards=("DC-06",)),
    Move("fail_deliberation", ("deliberating",), "deferred", SECRETARY,
         Words("심의위원회 미가결·보류", "Not carried at the Deliberation Committee"), "DC-06"),
    Move("table_zone_committee", ("deliberated",), "tabled", MINISTRY, _TABLE_ZC, "ZC-09"),
    Move("table_zone_committee", ("applied", "consulting"), "tabled", MINISTRY, _TABLE_ZC, "ZC-09",
         guards=("DES-01", "DES-02", "DC-06")),
    Move("approve", ("tabled",), "approved", SECRETARY, Words("특구위원회 가결", "Carry at the Zone Committee"),
         "DES-04", guards=("ZC-05",)),
    Move("reject", ("tabled",), "rejected", SECRETARY, Words("특구위원회 부결", "Reject at the Zone Committee"), "ZC-05",
         stops=("DES-03",)),
    Move("defer", ("tabled",), "deferred", SECRETARY, Words("특구위원회 보류", "Defer at the Zone Committee"), "ZC-05"),
    Move("table_deliberation", ("deferred",), "deliberating", MINISTRY, Words("재상정", "Table again"), "DC-01"),
    Move("table_zone_committee", ("deferred",), "tabled", MINISTRY, Words("특구위원회 재상정", "Table again"), "ZC-09",
         guards=("DC-06",)),
    Move("gazette", ("approved",), "designated", MINISTRY, Words("관보 고시", "Publish in the gazette"), "DES-05",
         guards=("DES-04", "DES-05", "DES-06"), stops=("DES-03",)),
    Move("leave_out", ("preparing", "noticed"), "not_examined", MINISTRY, Words("심의 미상정 기록", "Record as not examined")),
)  # fmt: skip

EDITIONS = tuple(
    Procedure(
        "designation", edition, since, Words("특구 지정", "Designation"), "law", STATES, MOVES, "preparing"
    )
    for edition, since in (
        ("V1", date(2019, 4, 17)),
        ("V2", date(2021, 7, 21)),
        ("V3", date(2024, 8, 7)),
        ("V4", date(2026, 7, 1)),
    )
)
