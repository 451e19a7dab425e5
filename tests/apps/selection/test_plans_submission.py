"""Submitting a plan: the window to the second, who may apply, what must be there, and what is never changed after."""

import threading
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from madang.apps.selection.acts.partners import agree_to_partner, leave_partnership
from madang.apps.selection.acts.plans import PlanDraft, save_draft, start_plan, submit_plan, withdraw_plan
from madang.apps.selection.acts.windows import NotOpen
from madang.apps.selection.models import Plan, Receipt
from madang.apps.selection.queries.plans import digest, has_unsubmitted_changes, last_receipt
from madang.core.acts import Invalid, StaleVersion
from madang.core.audit.models import Event
from madang.core.authority import SYSTEM, Refused
from madang.core.moments import SEOUL
from madang.core.submissions import submitted
from madang.core.walls import reading_as
from tests.apps.selection.builders import (
    CLOSES,
    ITEMS,
    OPENS,
    SECOND,
    WITHIN,
    a_call,
    a_plan,
    a_submitted_plan,
    basic,
    invite,
    province,
)

pytestmark = pytest.mark.django_db


def numbers(call):
    return list(Receipt.objects.filter(call=call).values_list("number", flat=True))


def test_plan_sent_in_the_last_second_before_the_close_is_taken():
    call, daegu = a_call(), province("daegu")
    plan = submit_plan(actor=daegu, plan=a_plan(call, daegu), at=CLOSES - SECOND)
    assert plan.state == "submitted"
    assert numbers(call) == [1]


@pytest.mark.parametrize("late", [timedelta(0), SECOND, timedelta(milliseconds=1)])
def test_plan_sent_at_the_closing_second_or_after_is_refused_with_both_instants(late):
    call, daegu = a_call(), province("daegu")
    plan = a_plan(call, daegu)
    with pytest.raises(NotOpen) as refusal:
        submit_plan(actor=daegu, plan=plan, at=CLOSES + late)
    assert "2024-08-30 18:00:00" in refusal.value.words.ko
    came = f"{CLOSES + late:%H:%M:%S}.{(CLOSES + late).microsecond // 1000:03}"
    assert f"서버에 도달한 시각(2024-08-30 {came})" in refusal.value.words.ko
    assert numbers(call) == []
    with reading_as(SYSTEM):
        assert Plan.objects.get(pk=plan.pk).state == "drafting"


def test_plan_started_before_the_window_opens_is_refused():
    call, daegu = a_call(), province("daegu")
    with pytest.raises(NotOpen, match="plans are taken from 2024-07-01 09:00:00"):
        start_plan(actor=daegu, call=call, title_ko="이른 계획", at=OPENS - SECOND)
    assert start_plan(actor=daegu, call=call, title_ko="첫 계획", at=OPENS).state == "drafting"


def test_applicant_of_the_capital_area_is_refused_with_the_article():
    call, seoul = a_call(), province("seoul")
    with pytest.raises(Invalid) as refusal:
        start_plan(actor=seoul, call=call, title_ko="서울 계획", at=WITHIN)
    assert "수도권" in refusal.value.words.ko
    assert "제72조" in refusal.value.words.ko
    with reading_as(SYSTEM):
        assert not Plan.objects.exists()


def informed(call, city, at):
    plan = start_plan(actor=city, call=call, title_ko="시의 계획", at=at)
    draft = PlanDraft("시의 계획", ITEMS, province_informed_on=date(2024, 8, 1))
    return save_draft(actor=city, plan=plan, draft=draft, at=at)


def test_basic_level_applicant_is_refused_on_6_august_2024_and_taken_on_7_august():
    call, pohang = a_call(), basic("pohang", "gyeongbuk")
    plan = informed(call, pohang, datetime(2024, 8, 6, 10, tzinfo=SEOUL))
    with pytest.raises(Invalid, match="from 2024-08-07"):
        submit_plan(actor=pohang, plan=plan, at=datetime(2024, 8, 6, 23, 59, 59, tzinfo=SEOUL))
    taken = submit_plan(actor=pohang, plan=plan, at=datetime(2024, 8, 7, 0, 0, 0, tzinfo=SEOUL))
    assert taken.state == "submitted"


def test_basic_level_applicant_must_say_when_it_informed_its_province():
    call, pohang = a_call(), basic("pohang", "gyeongbuk")
    plan = a_plan(call, pohang)
    with pytest.raises(Invalid, match="province was informed"):
        submit_plan(actor=pohang, plan=plan, at=WITHIN)


def test_missing_partner_of_a_joint_plan_is_refused_by_its_name():
    call, daegu, busan = a_call(), province("daegu"), province("busan")
    plan = a_plan(call, daegu)
    invite(plan, daegu, busan)
    with pytest.raises(Invalid) as refusal:
        submit_plan(actor=daegu, plan=plan, at=WITHIN)
    assert "기관 busan" in refusal.value.words.ko
    assert "Organisation busan" in refusal.value.words.en
    agree_to_partner(actor=busan, plan=plan, at=WITHIN)
    assert submit_plan(actor=daegu, plan=plan, at=WITHIN).state == "submitted"
    assert last_receipt(plan).content["partners"] == ["busan"]


def test_linked_call_needs_two_provinces_that_have_agreed():
    call, daegu, busan = a_call(kind="linked"), province("daegu"), province("busan")
    plan = a_plan(call, daegu)
    with pytest.raises(Invalid, match="two or more provinces"):
        submit_plan(actor=daegu, plan=plan, at=WITHIN)
    invite(plan, daegu, busan)
    agree_to_partner(actor=busan, plan=plan, at=WITHIN)
    assert submit_plan(actor=daegu, plan=plan, at=WITHIN).state == "submitted"


def test_empty_required_item_is_refused_by_name_and_article():
    call, daegu = a_call(), province("daegu")
    plan = a_plan(call, daegu)
    save_draft(actor=daegu, plan=plan, draft=PlanDraft("제목", {"projects": "   "}), at=WITHIN)
    with pytest.raises(Invalid) as refusal:
        submit_plan(actor=daegu, plan=plan, at=WITHIN)
    assert "혁신사업" in refusal.value.words.ko
    assert "제74조" in refusal.value.words.ko
    assert "land" not in refusal.value.words.en


@pytest.mark.both_engines
def test_replacing_a_submission_gives_a_new_receipt_and_keeps_the_older_one():
    call, daegu = a_call(), province("daegu")
    plan = a_submitted_plan(call, daegu)
    first = last_receipt(plan)
    plan = save_draft(
        actor=daegu, plan=plan, draft=PlanDraft("새 제목", {"projects": "고친 사업"}), at=WITHIN
    )
    assert plan.title_ko == "인공지능 로봇 실증", "what counts stays as submitted"
    assert has_unsubmitted_changes(plan, first)
    plan = submit_plan(actor=daegu, plan=plan, at=CLOSES - SECOND)
    second = last_receipt(plan)
    assert (plan.title_ko, plan.items["projects"], plan.revision) == ("새 제목", "고친 사업", None)
    assert [first.number, second.number] == [1, 2]
    assert first.sha256 != second.sha256
    assert Receipt.objects.get(pk=first.pk).content["title_ko"] == "인공지능 로봇 실증"
    assert not has_unsubmitted_changes(plan, second)


def test_hash_of_a_receipt_is_recomputed_from_its_stored_content():
    call, daegu = a_call(), province("daegu")
    receipt = last_receipt(a_submitted_plan(call, daegu))
    stored = Receipt.objects.get(pk=receipt.pk)
    assert digest(stored.content) == stored.sha256
    assert digest({**stored.content, "title_ko": "다른 제목"}) != stored.sha256
    assert stored.at == WITHIN
    assert stored.label == "GIZ-2-0001"


def test_nothing_in_a_plan_changes_once_the_call_has_closed():
    call, daegu, busan = a_call(), province("daegu"), province("busan")
    plan = a_submitted_plan(call, daegu)
    attempts = (
        lambda: save_draft(actor=daegu, plan=plan, draft=PlanDraft("늦은 제목"), at=CLOSES),
        lambda: submit_plan(actor=daegu, plan=plan, at=CLOSES),
        lambda: withdraw_plan(actor=daegu, plan=plan, at=CLOSES),
        lambda: invite(plan, daegu, busan, at=CLOSES),
        lambda: start_plan(actor=busan, call=call, title_ko="늦은 계획", at=CLOSES),
    )
    before = Event.objects.count()
    for attempt in attempts:
        with pytest.raises(NotOpen):
            attempt()
    assert Event.objects.filter(subject_id=plan.pk).count() > 0
    assert numbers(call) == [1]
    assert Event.objects.exclude(name__startswith="accounts.").count() <= before


def test_withdrawn_plan_keeps_its_receipts_and_takes_nothing_more():
    call, daegu = a_call(plans_per_applicant=1), province("daegu")
    plan = withdraw_plan(actor=daegu, plan=a_submitted_plan(call, daegu), at=WITHIN)
    assert plan.state == "withdrawn"
    assert numbers(call) == [1]
    with pytest.raises(NotOpen):
        save_draft(actor=daegu, plan=plan, draft=PlanDraft("되살림"), at=WITHIN)
    assert a_plan(call, daegu).state == "drafting", "the place is free again"


def test_applicant_gets_no_more_plans_than_the_call_allows():
    call, daegu = a_call(plans_per_applicant=1), province("daegu")
    a_plan(call, daegu)
    with pytest.raises(Invalid, match="up to 1 plans"):
        start_plan(actor=daegu, call=call, title_ko="둘째 계획", at=WITHIN)


def test_partners_of_a_submitted_plan_are_fixed():
    call, daegu, busan = a_call(), province("daegu"), province("busan")
    plan = a_submitted_plan(call, daegu, partners=(busan,))
    with pytest.raises(NotOpen, match="fixed"):
        leave_partnership(actor=busan, plan=plan, at=WITHIN)


def test_same_submission_key_sent_twice_gives_one_receipt():
    call, daegu, key = a_call(), province("daegu"), uuid4()
    plan = a_plan(call, daegu)
    for _ in range(2):
        with submitted(key):
            answer = submit_plan(actor=daegu, plan=plan, at=WITHIN)
    assert answer.pk == plan.pk
    assert numbers(call) == [1]


def test_stale_tab_is_refused_and_what_was_saved_first_stays():
    call, daegu = a_call(), province("daegu")
    plan = a_plan(call, daegu)
    seen = plan.version
    save_draft(actor=daegu, plan=plan, draft=PlanDraft("먼저 저장한 제목"), at=WITHIN)
    with submitted(uuid4(), seen), pytest.raises(StaleVersion):
        save_draft(actor=daegu, plan=plan, draft=PlanDraft("늦게 저장한 제목"), at=WITHIN)
    with reading_as(daegu):
        assert Plan.objects.get(pk=plan.pk).title_ko == "먼저 저장한 제목"


@pytest.mark.both_engines
def test_another_province_can_neither_find_nor_change_a_draft():
    call, daegu, busan = a_call(), province("daegu"), province("busan")
    plan = a_plan(call, daegu)
    with reading_as(daegu):
        assert Plan.objects.filter(pk=plan.pk).exists(), "there is something to leak"
    with reading_as(busan):
        assert not Plan.objects.filter(pk=plan.pk).exists()
    for change in (
        lambda: save_draft(actor=busan, plan=plan, draft=PlanDraft("남의 제목"), at=WITHIN),
        lambda: submit_plan(actor=busan, plan=plan, at=WITHIN),
        lambda: agree_to_partner(actor=busan, plan=plan, at=WITHIN),
    ):
        with pytest.raises((Refused, Plan.DoesNotExist)):
            change()
    submit_plan(actor=daegu, plan=plan, at=WITHIN)
    with pytest.raises(Refused):
        save_draft(actor=busan, plan=plan, draft=PlanDraft("남의 제목"), at=WITHIN)


@pytest.mark.both_engines
@pytest.mark.parametrize(
    "change", ["UPDATE selection_receipt SET number = 9", "DELETE FROM selection_receipt"]
)
def test_database_itself_refuses_to_change_or_delete_a_receipt(change):
    call, daegu = a_call(), province("daegu")
    a_submitted_plan(call, daegu)
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)
    assert numbers(call) == [1]


def in_threads(count, work):
    errors = []

    def run(number):
        try:
            work(number)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_double_click_from_four_threads_gives_one_receipt():
    call, daegu, key = a_call(), province("daegu"), uuid4()
    plan = a_plan(call, daegu)

    def click(_):
        with submitted(key):
            submit_plan(actor=daegu, plan=plan, at=WITHIN)

    assert in_threads(4, click) == []
    assert numbers(call) == [1]


@pytest.mark.django_db(transaction=True)
def test_two_hundred_submissions_at_once_are_numbered_without_gap_or_double():
    call, daegu = a_call(), province("daegu")
    plans = [a_plan(call, daegu, title=f"계획 {n}") for n in range(200)]

    def send(number):
        for plan in plans[number::20]:
            submit_plan(actor=daegu, plan=plan, at=WITHIN)

    assert in_threads(20, send) == []
    assert numbers(call) == list(range(1, 201))
