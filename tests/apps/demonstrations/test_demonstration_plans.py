"""The plan of a project: progress from milestones alone, days that move only with a reason and never without a trace."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from madang.apps.demonstrations.acts.milestones import (
    PlanDraft,
    change_demonstration_plan,
    complete_milestone,
    confirm_demonstration_plan,
    drop_milestone,
    move_milestone,
)
from madang.apps.demonstrations.models import DemonstrationPlan, Milestone, Slip
from madang.apps.demonstrations.queries.milestones import Progress, plans_of
from madang.core.acts import Invalid
from madang.core.authority import Refused
from madang.core.case_models import Duty
from madang.core.files.models import Attachment
from madang.core.personal_numbers import PersonalNumber
from tests.apps.demonstrations import builders as made

pytestmark = pytest.mark.django_db
DUE = date(2026, 3, 1)


def test_every_move_of_a_day_is_kept_and_added_up_in_days() -> None:
    made.province()
    firm = made.a_firm()
    plan = made.a_plan(firm)
    one = made.a_milestone(firm, plan, DUE)
    given = {"actor": firm, "milestone": one, "at": made.noon()}
    for field, to_on, reason in (
        ("reason", date(2026, 4, 1), "  "),
        ("to_on", DUE, "늦어짐"),
        ("to_on", made.TODAY - timedelta(days=2), "늦어짐"),
        ("to_on", made.ENDS, "늦어짐"),
        ("reason", date(2026, 4, 1), "담당 900101-1234568"),
    ):
        with pytest.raises(Invalid) as error:
            move_milestone(**given, to_on=to_on, reason=reason)
        assert error.value.field == field
    assert not Slip.objects.exists()
    move_milestone(**given, to_on=date(2026, 4, 1), reason="부품이 늦게 왔습니다 📦")
    move_milestone(**given, to_on=date(2026, 3, 20), reason="앞당길 수 있게 됨")
    slips = [(s.from_on, s.to_on, s.days, s.by.slug if s.by else "") for s in Slip.objects.all()]
    assert slips == [
        (DUE, date(2026, 4, 1), 31, "a-firm"),
        (date(2026, 4, 1), date(2026, 3, 20), -12, "a-firm"),
    ]
    assert plans_of([plan.project_id], made.TODAY)[plan.project_id].progress.slipped_days == 19
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Slip.objects.update(reason="없던 일")
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Slip.objects.first().delete()


def test_percent_counts_milestones_and_nothing_else() -> None:
    made.province()
    firm = made.a_firm()
    plan = made.a_plan(firm)

    def progress() -> Progress:
        return plans_of([plan.project_id], made.TODAY)[plan.project_id].progress

    assert progress().percent is None
    assert progress().sum_words.en == "No milestones yet."
    late, done, dropped, late_done = (
        made.a_milestone(firm, plan, day)
        for day in (DUE, date(2026, 5, 1), date(2026, 6, 1), date(2026, 1, 5))
    )
    complete_milestone(actor=firm, milestone=done, done_on=made.TODAY, files=[made.a_file()], at=made.noon())
    complete_milestone(
        actor=firm,
        milestone=late_done,
        done_on=date(2026, 1, 9),
        files=[made.a_file("b.txt")],
        at=made.noon(),
    )
    drop_milestone(actor=firm, milestone=dropped, reason="필요 없게 됨", at=made.noon())
    shown = progress()
    assert (shown.done, shown.total, shown.late, shown.percent) == (2, 3, 1, 66)
    assert shown.sum_words.ko == "단계 3개 가운데 2개 완료: 2 ÷ 3 = 66%"
    standings = {
        m.pk: (m.standing(made.TODAY).key, m.standing(made.TODAY).days) for m in Milestone.objects.all()
    }
    assert standings == {
        late.pk: ("late", 1), done.pk: ("done", 0), dropped.pk: ("dropped", 0), late_done.pk: ("done_late", 4),
    }  # fmt: skip


def test_done_milestone_needs_proof_that_can_be_kept_and_stays_done() -> None:
    made.province()
    firm = made.a_firm()
    one = made.a_milestone(firm, made.a_plan(firm), DUE)
    given = {"actor": firm, "milestone": one, "at": made.noon()}
    with pytest.raises(Invalid, match="at least one file"):
        complete_milestone(**given, done_on=DUE)
    with pytest.raises(Invalid, match="has not come yet"):
        complete_milestone(**given, done_on=made.TODAY + timedelta(days=1), files=[made.a_file()])
    for bad in (made.a_file("900101-1234568.txt"), made.a_file("글.txt", "번호 900101-1234568".encode())):
        with pytest.raises(PersonalNumber):
            complete_milestone(**given, done_on=DUE, files=[bad])
    assert not Attachment.objects.exists()
    complete_milestone(**given, done_on=DUE, note="끝", files=[made.a_file()])
    for again in (
        lambda: complete_milestone(**given, done_on=DUE, files=[made.a_file()]),
        lambda: move_milestone(**given, to_on=date(2026, 4, 1), reason="옮김"),
        lambda: drop_milestone(**given, reason="뺌"),
    ):
        with pytest.raises(Invalid, match="done or dropped"):
            again()


def test_plan_is_written_by_its_firm_and_confirmed_by_its_province_as_it_stands() -> None:
    province, firm, rival = made.province(), made.a_firm(), made.a_firm("a-rival")
    with pytest.raises(Refused):
        made.a_plan(rival, made.a_project(firm))
    with pytest.raises(Invalid, match="not after the start"):
        made.a_plan(firm, made.a_project(firm), ends_before=made.STARTS)
    plan = made.a_plan(firm, made.a_project(firm))
    with pytest.raises(Invalid, match="has a plan"):
        made.a_plan(firm, plan.project)
    with pytest.raises(Invalid, match="without milestones"):
        confirm_demonstration_plan(actor=province, plan=plan, at=made.noon())
    one = made.a_milestone(firm, plan, DUE)
    with pytest.raises(Refused):
        made.a_milestone(rival, plan, DUE)
    with pytest.raises(Refused):
        move_milestone(actor=rival, milestone=one, to_on=date(2026, 5, 1), reason="훼방", at=made.noon())
    for stranger in (firm, made.province("daegu"), made.ministry()):
        with pytest.raises(Refused):
            confirm_demonstration_plan(actor=stranger, plan=plan, at=made.noon())
    duty = Duty.objects.get(case_id=plan.pk, is_open=True)
    assert (duty.what_en, duty.organisation_id) == (
        "Confirm the demonstration plan",
        province.office.organisation_id,
    )
    plan = confirm_demonstration_plan(actor=province, plan=plan, at=made.noon())
    assert not Duty.objects.filter(case_id=plan.pk, is_open=True).exists()
    with pytest.raises(Invalid, match="outside the period"):
        change_demonstration_plan(
            actor=firm, plan=plan, draft=PlanDraft("목표", date(2026, 4, 1), made.ENDS), at=made.noon()
        )
    move_milestone(actor=firm, milestone=one, to_on=date(2026, 5, 1), reason="늦어짐", at=made.noon())
    assert DemonstrationPlan.objects.get().confirmed_on is None
    assert Duty.objects.filter(case_id=plan.pk, is_open=True).count() == 1
