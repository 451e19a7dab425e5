"""The course of a rapid confirmation: asked, answered or sent, replied to, decided, told; and what is refused on the way."""

import unicodedata
from datetime import date, timedelta

import pytest

from madang.apps.exemptions.acts.asking import (
    ask_confirmation,
    begin_confirmation,
    save_confirmation,
    submit_confirmation,
)
from madang.apps.exemptions.acts.committee import Vote, record_confirmation_vote
from madang.apps.exemptions.acts.passing import (
    answer_confirmation,
    pass_on_confirmation,
    report_confirmation,
    send_confirmation,
    tell_confirmation,
)
from madang.apps.exemptions.acts.replying import (
    Answer,
    SilenceHasSpoken,
    ask_confirmation_supplement,
    confirm_own_field,
    file_confirmation_supplement,
    reply_to_confirmation,
)
from madang.apps.exemptions.models import Confirmation, ConfirmationReply, ConfirmationVote
from madang.apps.exemptions.queries.confirmations import confirmations_visible_to
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import OfficeKind, Refused
from madang.core.case_models import Duty
from madang.core.files.models import Attachment
from madang.core.files.refusals import BadFile
from madang.core.personal_numbers import PersonalNumber
from madang.kernel.workflow import NotLawful
from tests.apps.exemptions.builders import (
    DUE,
    GROUNDS,
    NOTIFIED,
    Play,
    a_firm,
    a_paper,
    a_question,
    a_sent,
    an_asked,
    noon,
    with_ministries,
)
from tests.people import an_actor

pytestmark = pytest.mark.django_db
LATER = NOTIFIED + timedelta(days=19)
NUMBER = "900101-1234568"


def due_of(play: Play, slug: str) -> date | None:
    return Duty.objects.get(case_id=play.reply(slug).pk, is_clock=True).due_on


def vote(play: Play, yes: int, *, present: int = 21, on: date = LATER) -> Confirmation:
    secretary = an_actor(OfficeKind.SECRETARY, "secretariat")
    record_confirmation_vote(
        actor=secretary,
        confirmation=play.confirmation,
        vote=Vote("needed", GROUNDS, 40, present, yes),
        at=noon(on),
    )
    return play.fresh()


def told(play: Play, on: date) -> Confirmation:
    report_confirmation(
        actor=play.ministry, confirmation=play.confirmation, answer="결과의 요지", at=noon(on)
    )
    tell_confirmation(actor=play.province, confirmation=play.confirmation, at=noon(on))
    return play.fresh()


def conflicting() -> Play:
    play = with_ministries("molit", "npa")
    play.replies("molit", "needed", on=NOTIFIED + timedelta(days=2))
    play.replies("npa", "not_needed", on=LATER)
    return play


def test_request_comes_to_the_province_with_a_receipt_and_its_papers() -> None:
    play = an_asked()
    row = play.fresh()
    assert (row.state, row.receipt) == ("received", f"RC260831-{row.pk.hex[-8:].upper()}")
    duty = Duty.objects.get(case_id=row.pk, is_open=True)
    assert (duty.office_kind, duty.organisation_id) == ("province", play.province.office.organisation_id)


def test_draft_is_kept_and_seen_by_its_own_firm_alone() -> None:
    firm, rival = a_firm(), a_firm("a-rival")
    province, ministry = an_actor(OfficeKind.PROVINCE, "busan", "busan"), an_actor(OfficeKind.MINISTRY, "mss")
    row = begin_confirmation(
        actor=firm, question=a_question(business="", was_refused=None), at=noon(NOTIFIED)
    )
    save_confirmation(
        actor=firm, confirmation=row, question=a_question(), files=[a_paper()], at=noon(NOTIFIED)
    )
    assert list(confirmations_visible_to(firm)) == [row]
    assert [list(confirmations_visible_to(who)) for who in (rival, province, ministry)] == [[], [], []]
    with pytest.raises(Refused):
        save_confirmation(actor=rival, confirmation=row, question=a_question(), at=noon(NOTIFIED))
    submit_confirmation(actor=firm, confirmation=row, question=a_question(), at=noon(NOTIFIED))
    assert list(confirmations_visible_to(province)) == [row]
    with pytest.raises(Invalid, match="has been sent"):
        save_confirmation(actor=firm, confirmation=row, question=a_question(), at=noon(NOTIFIED))


@pytest.mark.parametrize(
    ("lacking", "field"),
    [
        ({"business": " "}, "business"),
        ({"permits": ""}, "permits"),
        ({"was_refused": None}, "was_refused"),
        ({"was_refused": True}, "refusals"),
        ({"subject_public": ""}, "subject_public"),
        ({"subject_public": "가" * 121}, "subject_public"),
    ],
)
def test_request_that_lacks_something_is_refused_and_leaves_nothing(lacking, field) -> None:
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    with pytest.raises(Invalid) as refusal:
        ask_confirmation(actor=a_firm(), question=a_question(**lacking), files=[a_paper()], at=noon(NOTIFIED))
    assert refusal.value.field == field
    assert not Confirmation.objects.exists()
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("빈.pdf", b""),
        ("프로그램.pdf", b"\x7fELF" + b"\0" * 80),
        ("그림.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 80),
        ("큰.pdf", b"%PDF-1.7" + b"0" * (20 * 1024 * 1024)),
    ],
)
def test_empty_oversized_and_disguised_files_are_refused_with_the_whole_request(name, content) -> None:
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    with pytest.raises(BadFile):
        ask_confirmation(
            actor=a_firm(), question=a_question(), files=[a_paper(name, content)], at=noon(NOTIFIED)
        )
    assert not Confirmation.objects.exists()


def test_resident_number_in_text_or_file_is_refused_with_its_place_and_never_repeated() -> None:
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    firm = a_firm()
    ask = {"actor": firm, "at": noon(NOTIFIED)}
    with pytest.raises(PersonalNumber) as in_text:
        ask_confirmation(**ask, question=a_question(business=f"배송 사업\n대표 김 {NUMBER} 드림"))
    assert (in_text.value.field, "2번째 줄 ‘대표 김’ 다음" in in_text.value.words.ko) == ("business", True)
    with pytest.raises(PersonalNumber, match="its name holds") as in_name:
        ask_confirmation(**ask, question=a_question(), files=[a_paper(f"신청 {NUMBER}.pdf")])
    text = a_paper("명단.txt", f"이름\n홍길동 {NUMBER}\n".encode("cp949"))
    with pytest.raises(PersonalNumber, match="line 2") as in_file:
        ask_confirmation(**ask, question=a_question(), files=[text])
    for refusal in (in_text, in_name, in_file):
        assert "1234568" not in refusal.value.words.ko + refusal.value.words.en
    assert not Confirmation.objects.exists()
    assert not Attachment.objects.exists()


def test_text_that_comes_in_pieces_is_kept_composed() -> None:
    an_actor(OfficeKind.PROVINCE, "busan", "busan")
    pieces = unicodedata.normalize("NFD", "배송로봇")
    row = ask_confirmation(
        actor=a_firm(), question=a_question(subject_public=pieces), at=noon(NOTIFIED),
        files=[a_paper(unicodedata.normalize("NFD", "설명서.pdf"))],
    )  # fmt: skip
    assert row.subject_public == "배송로봇"
    assert Attachment.objects.get().name == "설명서.pdf"


def test_province_answers_what_lies_within_its_own_powers() -> None:
    play = an_asked()
    with pytest.raises(Invalid):
        answer_confirmation(
            actor=play.province,
            confirmation=play.confirmation,
            outcome="needed",
            answer=" ",
            at=noon(NOTIFIED),
        )
    answer_confirmation(
        actor=play.province, confirmation=play.confirmation, outcome="not_needed", answer="부산광역시 조례 제3조",
        at=noon(NOTIFIED),
    )  # fmt: skip
    assert (play.fresh().state, play.fresh().told_on) == ("answered", NOTIFIED)
    with pytest.raises(NotLawful):
        send_confirmation(actor=play.province, confirmation=play.confirmation, at=noon(NOTIFIED))


def test_province_of_another_zone_can_neither_read_nor_answer() -> None:
    play = an_asked()
    stranger = an_actor(OfficeKind.PROVINCE, "daegu", "daegu")
    assert not confirmations_visible_to(stranger).exists()
    with pytest.raises(Refused):
        send_confirmation(actor=stranger, confirmation=play.confirmation, at=noon(NOTIFIED))


def test_each_ministry_has_thirty_days_of_its_own() -> None:
    play = with_ministries()
    assert {due_of(play, slug) for slug in play.ministries} == {DUE}
    holiday = with_ministries(on=date(2026, 6, 17))
    # 17 July is a holiday again from 2026, a Friday: the next working day is Monday
    assert due_of(holiday, "molit") == date(2026, 7, 20)


def test_passing_on_to_nobody_or_to_a_province_is_refused() -> None:
    play = a_sent()
    give = {
        "actor": play.ministry,
        "confirmation": play.confirmation,
        "own_field": False,
        "at": noon(NOTIFIED),
    }
    for wrong in ([], [play.confirmation.local]):
        with pytest.raises(Invalid):
            pass_on_confirmation(**give, ministries=wrong)
    assert not ConfirmationReply.objects.exists()


def test_agreeing_replies_are_told_to_the_province_and_the_firm() -> None:
    play = with_ministries("molit", "npa", "me")
    play.replies("molit", "not_ours", on=LATER)
    play.replies("npa", "not_needed", on=LATER)
    with pytest.raises(NotLawful):
        report_confirmation(
            actor=play.ministry, confirmation=play.confirmation, answer="요지", at=noon(LATER)
        )
    play.replies("me", "not_needed", on=LATER)
    assert (play.fresh().state, play.fresh().outcome) == ("agreed", "not_needed")
    with pytest.raises(NotLawful):
        tell_confirmation(actor=play.province, confirmation=play.confirmation, at=noon(LATER))
    assert (told(play, LATER).state, play.fresh().told_on) == ("notified", LATER)
    assert not Duty.objects.filter(is_open=True).exists()


def test_reply_entered_twice_changes_nothing() -> None:
    play = with_ministries()
    first = play.replies("molit", "needed", on=LATER)
    with pytest.raises(NotLawful, match="Replied"):
        play.replies("molit", "not_needed", on=LATER)
    assert (play.reply("molit").answer, play.reply("molit").version) == ("needed", first.version)


def test_ministry_replies_for_nobody_else_and_reads_only_what_it_was_asked() -> None:
    play = with_ministries("molit")
    stranger = an_actor(OfficeKind.OTHER_MINISTRY, "me")
    with pytest.raises(Refused):
        reply_to_confirmation(
            actor=stranger, reply=play.reply("molit"), answer=Answer("not_ours"), at=noon(LATER)
        )
    assert not confirmations_visible_to(stranger).exists()
    assert play.reply("molit").state == "waiting"


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        (Answer("maybe", "", GROUNDS), "answer"),
        (Answer("needed", "", GROUNDS), "permit"),
        (Answer("not_needed", "", ""), "grounds"),
        (Answer("needed", f"허가 {NUMBER}", GROUNDS), "permit"),
    ],
)
def test_reply_without_its_article_or_permit_is_refused(answer, field) -> None:
    play = with_ministries("molit")
    with pytest.raises(Invalid) as refusal:
        reply_to_confirmation(
            actor=play.ministries["molit"], reply=play.reply("molit"), answer=answer, at=noon(LATER)
        )
    assert refusal.value.field == field
    assert play.reply("molit").state == "waiting"


def test_supplement_stops_one_clock_and_is_refused_before_it_is_asked() -> None:
    play = with_ministries()
    file = {"actor": play.firm, "reply": play.reply("molit"), "answer": "시험 성적서"}
    with pytest.raises(NotLawful):
        file_confirmation_supplement(**file, at=noon(NOTIFIED + timedelta(days=1)))
    asked = date(2026, 9, 10)
    ask_confirmation_supplement(
        actor=play.ministries["molit"], reply=play.reply("molit"), what="안전성 자료", at=noon(asked)
    )
    with pytest.raises(Refused):
        file_confirmation_supplement(**file | {"actor": a_firm("a-rival")}, at=noon(asked))
    file_confirmation_supplement(**file, at=noon(date(2026, 9, 14)))
    # 10 to 14 September are out, five days: 1 October becomes 6 October (the fifth)
    assert (due_of(play, "molit"), due_of(play, "npa")) == (date(2026, 10, 6), DUE)


def test_reply_without_waiting_for_the_supplement_lets_it_drop() -> None:
    play = with_ministries("molit")
    reply = play.reply("molit")
    ask_confirmation_supplement(actor=play.ministries["molit"], reply=reply, what="자료", at=noon(LATER))
    play.replies("molit", on=LATER + timedelta(days=1))
    assert reply.supplements.get().dropped_on == LATER + timedelta(days=1)
    with pytest.raises(NotLawful):
        file_confirmation_supplement(actor=play.firm, reply=reply, answer="늦은 자료", at=noon(DUE))


def test_nothing_is_entered_once_the_period_is_over_even_before_the_worker_has_looked() -> None:
    play = with_ministries("molit")
    late = noon(DUE + timedelta(days=1))
    with pytest.raises(SilenceHasSpoken, match="due by"):
        play.replies("molit", "needed", on=DUE + timedelta(days=1))
    with pytest.raises(SilenceHasSpoken):
        ask_confirmation_supplement(
            actor=play.ministries["molit"], reply=play.reply("molit"), what="자료", at=late
        )
    assert play.reply("molit").state == "waiting"
    assert play.replies("molit", "needed", on=DUE).state == "replied"


def test_own_field_of_the_ministry_has_its_clock_from_the_day_of_the_papers_and_no_silence() -> None:
    play = with_ministries("molit", own=True)
    clock = Duty.objects.get(case_id=play.reply("mss").pk, is_clock=True)
    assert (clock.rule_id, clock.due_on, clock.office_kind) == ("RC-05", DUE, "ministry")
    play.replies("molit", on=LATER)
    assert play.days_pass(DUE + timedelta(days=30)).state == "consulting"
    confirm_own_field(
        actor=play.ministry, reply=play.reply("mss"), answer=Answer("not_needed", "", GROUNDS),
        at=noon(DUE + timedelta(days=30)),
    )  # fmt: skip
    assert play.fresh().state == "agreed"


def test_conflicting_replies_go_to_the_committee_with_thirty_days_of_its_own() -> None:
    play = conflicting()
    row = play.fresh()
    assert (row.state, row.outcome) == ("reviewing", "")
    clock = Duty.objects.get(case_id=row.pk, is_clock=True)
    assert (clock.rule_id, clock.started_on, clock.due_on) == ("RC-08", LATER, date(2026, 10, 20))
    with pytest.raises(NotLawful):
        report_confirmation(actor=play.ministry, confirmation=row, answer="요지", at=noon(LATER))


def test_committee_decides_by_its_majority_and_a_lost_vote_decides_nothing() -> None:
    play = conflicting()
    assert vote(play, 20, present=20).state == "reviewing"
    assert vote(play, 10).state == "reviewing"
    assert vote(play, 11).state == "decided"
    kept = ConfirmationVote.objects.filter(confirmation=play.confirmation).values_list(
        "is_carried", flat=True
    )
    assert sorted(kept) == [False, False, True]
    assert told(play, LATER).outcome == "needed"
    with pytest.raises(NotLawful):
        vote(play, 21)


def test_vote_with_impossible_numbers_is_refused() -> None:
    play = conflicting()
    with pytest.raises(Invalid, match="numbers do not fit"):
        vote(play, 22)
    assert not ConfirmationVote.objects.exists()


def test_no_event_of_a_reply_tells_its_grounds_to_everybody() -> None:
    play = with_ministries("molit")
    play.replies("molit", "needed", on=LATER)
    facts = Event.objects.get(name="exemptions.ministry_replied").facts
    assert GROUNDS not in str(facts)
