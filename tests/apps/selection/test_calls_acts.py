"""Calls: drafted, ruled, announced with a window that lies ahead, cancelled; and the published record as it is."""

import pytest

from madang.apps.selection.acts.calls import (
    CallDraft,
    FunnelReport,
    announce_call,
    cancel_call,
    draft_call,
    publish_rule,
    report_funnel,
    revise_call,
)
from madang.apps.selection.acts.plans import start_plan, submit_plan
from madang.apps.selection.acts.windows import NotOpen
from madang.apps.selection.models import Call, Receipt
from madang.core.acts import Invalid
from madang.core.audit.models import Event
from madang.core.authority import Actor, Channel, Office, OfficeKind, Refused
from madang.core.case_models import Finding
from madang.kernel.partial_dates import PartialDate
from madang.kernel.workflow import NotLawful
from tests.apps.selection.builders import (
    ANNOUNCED,
    CLOSES,
    DRAFTED,
    OPENS,
    RULE,
    SECOND,
    WITHIN,
    a_call,
    a_draft_call,
    ministry,
    province,
)
from tests.people import an_organisation

pytestmark = pytest.mark.django_db


def history(kind, slug, region=""):
    organisation = an_organisation(slug, kind, region)
    seat = organisation.seats.get(kind=kind.value)
    return Actor(Office(kind, seat.pk, organisation.pk, region), channel=Channel.HISTORY)


def test_province_cannot_draft_a_call():
    with pytest.raises(Refused):
        a_draft_call(by=province("daegu"))
    assert not Call.objects.exists()
    assert a_draft_call().state == "draft"


def test_call_without_a_rule_cannot_be_announced():
    officer = ministry()
    call = a_draft_call(by=officer)
    with pytest.raises(Invalid, match="Publish the evaluation rule first"):
        announce_call(actor=officer, call=call, at=ANNOUNCED)
    publish_rule(actor=officer, call=call, record=RULE, reason="", at=DRAFTED)
    assert announce_call(actor=officer, call=call, at=ANNOUNCED).announced_on == "2024-06-30"


@pytest.mark.parametrize(("at", "passes"), [(OPENS, True), (OPENS + SECOND, False)])
def test_call_whose_opening_has_passed_cannot_be_announced(at, passes):
    officer = ministry()
    call = a_draft_call(by=officer)
    publish_rule(actor=officer, call=call, record=RULE, reason="", at=DRAFTED)
    if passes:
        assert announce_call(actor=officer, call=call, at=at).state == "announced"
    else:
        with pytest.raises(Invalid, match="passed already"):
            announce_call(actor=officer, call=call, at=at)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"closes_at": OPENS}, "closes_at"),
        ({"closes_at": None}, "closes_at"),
        ({"embargo_at": CLOSES - SECOND}, "embargo_at"),
        ({"kind": "zone"}, "kind"),
        ({"slug": "new"}, "slug"),
        ({"slug": "공모"}, "slug"),
        ({"title_ko": " "}, "title_ko"),
        ({"title_ko": "가" * 1_000_000}, "title_ko"),
        ({"title_ko": "가\x00"}, "title_ko"),
        ({"title_ko": "가\ud800"}, "title_ko"),
        ({"title_ko": "가\uffff"}, "title_ko"),
        ({"title_ko": "가" + "\u0301" * 200}, "title_ko"),
        ({"title_en": ""}, "title_en"),
        ({"required_items": ("nothing",)}, "required_items"),
    ],
)
def test_call_with_an_impossible_field_is_refused_at_that_field(fields, field):
    with pytest.raises(Invalid) as refusal:
        a_draft_call(**fields)
    assert refusal.value.field == field
    assert not Call.objects.exists()


def test_two_calls_cannot_have_the_same_address():
    a_draft_call()
    with pytest.raises(Invalid, match="address name already"):
        a_draft_call()


def test_announced_call_cannot_be_revised_but_a_draft_can():
    officer = ministry()
    draft = CallDraft("giz-2", "G2", "giz", "고친 제목", "Changed title", opens_at=OPENS, closes_at=CLOSES)
    assert (
        revise_call(actor=officer, call=a_draft_call(by=officer), draft=draft, at=DRAFTED).title_ko
        == "고친 제목"
    )
    announced = a_call("giz-3", by=officer)
    with pytest.raises(Invalid, match="cannot be changed"):
        revise_call(actor=officer, call=announced, draft=draft, at=ANNOUNCED)


def test_rule_after_the_announcement_needs_a_reason_and_is_a_new_version():
    officer = ministry()
    call = a_call(by=officer)
    with pytest.raises(Invalid) as refusal:
        publish_rule(actor=officer, call=call, record=RULE, reason=" ", at=WITHIN)
    assert refusal.value.field == "reason"
    second = publish_rule(
        actor=officer, call=call, record={**RULE, "pass_mark": "65"}, reason="오기 정정", at=WITHIN
    )
    assert (second.number, second.record["pass_mark"]) == (2, "65")
    assert call.rules.get(number=1).record["pass_mark"] == "60"


def test_rule_that_contradicts_itself_is_refused_with_its_sentence():
    officer = ministry()
    with pytest.raises(Invalid) as refusal:
        publish_rule(
            actor=officer,
            call=a_draft_call(by=officer),
            record={**RULE, "paper_share": "50"},
            reason="",
            at=DRAFTED,
        )
    assert "100%" in refusal.value.words.ko


def test_cancelled_call_takes_no_plan_and_no_rule():
    officer, daegu = ministry(), province("daegu")
    call = cancel_call(actor=officer, call=a_call(by=officer), reason="예산 미확보", at=WITHIN)
    assert call.state == "cancelled"
    with pytest.raises(NotOpen, match="cancelled"):
        start_plan(actor=daegu, call=call, title_ko="계획", at=WITHIN)
    with pytest.raises(Invalid):
        publish_rule(actor=officer, call=call, record=RULE, reason="뒤늦게", at=WITHIN)
    with pytest.raises(NotLawful):
        cancel_call(actor=officer, call=call, reason="또 취소", at=WITHIN)


def test_text_in_pieces_and_template_braces_are_kept_as_people_meant_them():
    call = a_draft_call(title_ko="제주 {{7*7}} {% debug %} %s ${x}", summary_ko="가\r\n나\r다\t라")
    assert call.title_ko == "제주 {{7*7}} {% debug %} %s ${x}"
    assert call.summary_ko == "가\n나\n다\t라"
    in_pieces = "\u110c\u1166\u110c\u116e"
    assert a_draft_call("nfd", title_ko=in_pieces).title_ko == "제주"


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200e\u202d"])
def test_text_that_turns_the_order_of_reading_round_is_refused(mark):
    with pytest.raises(Invalid, match="cannot be kept"):
        a_draft_call(title_ko=f"제주{mark}gpj.exe")
    assert a_draft_call(title_ko="제주 👩‍🚀 ①").title_ko == "제주 👩‍🚀 ①"


def test_call_of_the_record_is_replayed_without_window_items_or_receipt():
    mss, ulsan = history(OfficeKind.MINISTRY, "mss"), history(OfficeKind.PROVINCE, "ulsan", "ulsan")
    when = PartialDate.parse("2019-04")
    draft = CallDraft(
        "rfz-1",
        "1",
        "rfz",
        "제1차 공모",
        "",
        is_record=True,
        sources=("https://example.org/1",),
        confidence="high",
    )
    call = announce_call(actor=mss, call=draft_call(actor=mss, call=draft, at=when), at=when)
    assert (call.announced_on, call.opens_at, call.sources) == ("2019-04", None, ["https://example.org/1"])
    plan = submit_plan(
        actor=ulsan, plan=start_plan(actor=ulsan, call=call, title_ko="수소", at=when), at=when
    )
    assert (plan.state, plan.submitted_at) == ("submitted", None)
    assert not Receipt.objects.exists()
    told = Event.objects.get(name="selection.plan_submitted")
    assert (told.facts["unknown"], told.at_text) == (["instant", "window", "items", "receipt"], "2019-04")


@pytest.mark.parametrize(
    ("kind", "region", "text", "answer"),
    [
        (OfficeKind.PROVINCE, "ulsan", "2019-07-23", "satisfied"),
        (OfficeKind.PROVINCE, "gyeonggi", "2019-07-23", "breached"),
        (OfficeKind.BASIC, "gyeongbuk", "", "unknown"),
        (OfficeKind.BASIC, "gyeongbuk", "2023", "breached"),
        (OfficeKind.BASIC, "gyeongbuk", "2024", "unknown"),
        (OfficeKind.BASIC, "gyeongbuk", "2024-09", "satisfied"),
    ],
)
def test_applicant_of_the_record_is_judged_by_what_is_known_and_never_refused(kind, region, text, answer):
    mss, applicant = history(OfficeKind.MINISTRY, "mss"), history(kind, f"{kind}-{region}", region)
    when = PartialDate.parse(text)
    draft = CallDraft("rfz-1", "1", "rfz", "제1차 공모", "", is_record=True)
    call = announce_call(actor=mss, call=draft_call(actor=mss, call=draft, at=when), at=when)
    submit_plan(
        actor=applicant, plan=start_plan(actor=applicant, call=call, title_ko="계획", at=when), at=when
    )
    assert Finding.objects.get().status == answer


def test_reported_counts_stand_as_published_and_can_be_corrected():
    mss = history(OfficeKind.MINISTRY, "mss")
    call = draft_call(
        actor=mss,
        call=CallDraft("rfz-4", "4", "rfz", "제4차", "", is_record=True),
        at=PartialDate.parse("2020"),
    )
    counts = (
        FunnelReport("regions", 11),
        FunnelReport("plans", None, "18(신규 16·추가 2)", ("https://example.org",), "high"),
    )
    report_funnel(actor=mss, call=call, counts=counts, at=PartialDate.parse("2020-11"))
    report_funnel(
        actor=mss, call=call, counts=(FunnelReport("regions", 12),), at=PartialDate.parse("2020-12")
    )
    assert {f.stage: (f.count, f.text) for f in call.funnel.all()} == {
        "regions": (12, ""),
        "plans": (None, "18(신규 16·추가 2)"),
    }
    with pytest.raises(Invalid, match="Unknown stages"):
        report_funnel(actor=mss, call=call, counts=(FunnelReport("wish", 1),), at=PartialDate.parse("2020"))


def test_results_may_be_opened_at_the_closing_instant_at_the_earliest():
    assert a_draft_call(embargo_at=CLOSES).embargo_at == CLOSES
