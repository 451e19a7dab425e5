"""Conflicts bar evaluators from plans: declared, derived from affiliation and region, by the rule of the day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import product

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from madang.apps.accounts.models import Organisation
from madang.apps.selection.acts.assignment import Barred, assign_evaluators, assign_one, unassign
from madang.apps.selection.acts.evaluation import begin_paper_review
from madang.apps.selection.acts.evaluators import (
    ConflictTerms,
    EvaluatorProfile,
    declare_conflict,
    register_evaluator,
    set_conflict_rule,
)
from madang.apps.selection.acts.results import compute_result
from madang.apps.selection.acts.sheets import save_sheet
from madang.apps.selection.models import ConflictDeclaration, ConflictRule, EvaluationAssignment
from madang.apps.selection.rules.conflicts import barred_pairs, tie_between
from madang.apps.selection.rules.evaluation import may_read_plan_as_evaluator
from madang.core.acts import Invalid
from madang.core.authority import Refused
from madang.core.case_models import Duty
from tests.apps.selection.builders import a_call, a_submitted_plan, ministry, province
from tests.apps.selection.evaluation_builders import (
    FIT,
    PAPER,
    REVIEW,
    RULED,
    SCORING,
    a_call_in_review,
    a_conflict_rule,
    an_evaluator,
    give,
    score,
)

pytestmark = pytest.mark.django_db
DAY = REVIEW.date()


def test_evaluator_of_the_applying_region_is_barred_and_a_stranger_is_not() -> None:
    officer = ministry()
    _, (busan, _) = a_call_in_review(officer)
    local, stranger = an_evaluator(officer, "busan"), an_evaluator(officer, "gangwon")

    assert tie_between(stranger.row, busan, DAY) is None
    tie = tie_between(local.row, busan, DAY)
    assert tie is not None
    assert "belongs to a region" in tie.en


def test_evaluator_employed_by_an_applicant_is_barred_by_key_and_by_name() -> None:
    officer = ministry()
    _, (busan, _) = a_call_in_review(officer)
    employer = Organisation.objects.get(pk=busan.organisation_id)
    by_key = an_evaluator(officer, affiliation=employer, affiliation_text="연구실")
    by_name = an_evaluator(officer, affiliation_text=f" {employer.name_ko[:2]}{employer.name_ko[2:]} ")

    ties = [tie_between(one.row, busan, DAY) for one in (by_key, by_name)]

    assert all(tie is not None and "applicant" in tie.en for tie in ties)


def test_region_of_a_partner_bars_from_a_joint_plan() -> None:
    officer = ministry()
    a_conflict_rule(officer)
    call = a_call(by=officer)
    joint = a_submitted_plan(call, province("busan"), partners=(province("ulsan"),))
    alone = a_submitted_plan(call, province("daegu"))
    scorer = an_evaluator(officer, "ulsan")

    barred = barred_pairs([scorer.row], [joint, alone], DAY)

    assert set(barred) == {(joint.pk, scorer.row.pk)}


def test_region_that_was_taken_over_counts_as_its_successor() -> None:
    officer = ministry()
    a_conflict_rule(officer)
    plan = a_submitted_plan(a_call(by=officer), province("jeonnam"))

    assert tie_between(an_evaluator(officer, "gwangju").row, plan, DAY) is not None


def test_conflict_rule_of_the_day_decides_which_ties_bar() -> None:
    officer = ministry()
    a_conflict_rule(officer, date(2024, 6, 1), same_region=False)
    a_conflict_rule(officer, date(2024, 9, 5))
    plan = a_submitted_plan(a_call(by=officer), province("busan"))
    local = an_evaluator(officer, "busan").row

    assert tie_between(local, plan, date(2024, 9, 4)) is None
    assert tie_between(local, plan, date(2024, 9, 5)) is not None


def test_conflict_rule_for_a_day_gone_by_is_refused() -> None:
    officer = ministry()

    with pytest.raises(Invalid, match="day gone by"):
        set_conflict_rule(actor=officer, rule=ConflictTerms(date(2024, 5, 31), "지침"), at=RULED)
    a_conflict_rule(officer)
    with pytest.raises(Invalid, match="begins on that day already"):
        a_conflict_rule(officer)


def test_assignment_without_any_conflict_rule_is_refused() -> None:
    officer = ministry()
    call, (plan, _) = a_call_in_review(officer)
    scorer = an_evaluator(officer)

    ConflictRule.objects.all().delete()

    with pytest.raises(Invalid, match="No conflict rule is in force"):
        assign_evaluators(actor=officer, call=call, stage=PAPER, needed=1, seed=1, at=REVIEW)
    with pytest.raises(Invalid, match="No conflict rule is in force"):
        give(officer, plan, scorer)


def test_barred_evaluator_cannot_be_assigned_by_hand_whatever_the_reason() -> None:
    officer = ministry()
    _, (busan, daegu) = a_call_in_review(officer)
    local = an_evaluator(officer, "busan")

    with pytest.raises(Barred, match="There is no exception"):
        assign_one(actor=officer, plan=busan, evaluator=local.row, stage=PAPER, reason="장관 지시", at=REVIEW)

    give(officer, daegu, local)
    assert EvaluationAssignment.objects.get().plan == daegu


def test_declared_conflict_after_assignment_removes_access_at_once() -> None:
    officer = ministry()
    _, (busan, _) = a_call_in_review(officer)
    scorer = an_evaluator(officer)
    give(officer, busan, scorer)
    save_sheet(actor=scorer.actor, plan=busan, stage=PAPER, scores=FIT, opinion="", at=SCORING)
    assert may_read_plan_as_evaluator(scorer.actor, busan, DAY)
    assert Duty.objects.filter(person_id=scorer.actor.person_id, is_open=True).count() == 1

    declare_conflict(actor=scorer.actor, plan=busan, ground="3년 전까지 공동연구", at=SCORING)

    assert not may_read_plan_as_evaluator(scorer.actor, busan, DAY)
    assert not Duty.objects.filter(person_id=scorer.actor.person_id, is_open=True).exists()
    with pytest.raises(Refused):
        save_sheet(actor=scorer.actor, plan=busan, stage=PAPER, scores=FIT, opinion="", at=SCORING)
    with pytest.raises(Barred):
        give(officer, busan, scorer)
    with pytest.raises(Invalid, match="already"):
        declare_conflict(actor=scorer.actor, plan=busan, ground="다시", at=SCORING)


def test_evaluator_whose_region_changes_loses_the_plan_of_that_region() -> None:
    officer = ministry()
    _, (busan, _) = a_call_in_review(officer)
    scorer = an_evaluator(officer, "gangwon")
    give(officer, busan, scorer)
    assert may_read_plan_as_evaluator(scorer.actor, busan, DAY)

    moved = EvaluatorProfile("한국연구원", region="busan")
    register_evaluator(actor=officer, person=scorer.row.person, profile=moved, at=SCORING)

    assert not may_read_plan_as_evaluator(scorer.actor, busan, DAY)
    assert not Duty.objects.filter(person_id=scorer.actor.person_id, is_open=True).exists()
    with pytest.raises(Refused):
        save_sheet(actor=scorer.actor, plan=busan, stage=PAPER, scores=FIT, opinion="", at=SCORING)


def test_conflict_rule_that_comes_into_force_takes_barred_sheets_out_of_the_result() -> None:
    officer = ministry()
    a_conflict_rule(officer, same_region=False)
    call = a_call(by=officer)
    plan = a_submitted_plan(call, province("busan"))
    begin_paper_review(actor=officer, call=call, at=REVIEW)
    local, stranger = an_evaluator(officer, "busan"), an_evaluator(officer)
    for scorer, need in ((local, "40"), (stranger, "20")):
        give(officer, plan, scorer)
        score(scorer, plan, {"need": need, "feasible": "50"})
    a_conflict_rule(officer, date(2024, 9, 11))

    row = compute_result(actor=officer, call=call, stage=PAPER, at=SCORING + timedelta(days=1))

    assert list(row.names["evaluators"].values()) == [str(stranger.row.pk)]
    assert EvaluationAssignment.objects.get(evaluator=local.row).ended_reason == "신청 지역 소속"


def test_stranger_cannot_declare_a_conflict_with_a_plan_they_never_had() -> None:
    officer = ministry()
    _, (busan, _) = a_call_in_review(officer)

    with pytest.raises(Refused):
        declare_conflict(actor=an_evaluator(officer).actor, plan=busan, ground="모름", at=SCORING)


def test_assignment_fills_places_keeps_limits_and_gives_reasons_in_both_languages() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer, ("busan", "daegu", "ulsan"))
    pool = [
        an_evaluator(officer, region, fields=["로봇", "계획"], max_load=2)
        for region in ("busan", "", "gangwon")
    ]

    run = assign_evaluators(actor=officer, call=call, stage=PAPER, needed=2, seed=7, at=REVIEW)

    rows = list(EvaluationAssignment.objects.select_related("evaluator", "plan"))
    assert len(rows) == 6
    assert {pool[0].row.pk, plans[0].pk} not in [{row.evaluator_id, row.plan_id} for row in rows]
    assert all(
        "전문분야 일치: 계획" in row.reason_ko and "Matching fields: 계획" in row.reason_en for row in rows
    )
    assert run.record["short"] == []
    assert Duty.objects.filter(office_kind="evaluator", is_open=True).count() == 6


def test_assignment_reports_the_plans_that_stay_short_and_why() -> None:
    officer = ministry()
    call, (busan, _) = a_call_in_review(officer)
    an_evaluator(officer, "busan")
    an_evaluator(officer, "gangwon")

    run = assign_evaluators(actor=officer, call=call, stage=PAPER, needed=2, seed=7, at=REVIEW)

    (short,) = run.record["short"]
    assert (short["plan"], short["lacking"]) == (str(busan.pk), 1)
    assert "1 lacking" in short["en"]
    assert "belongs to a region that applies: 1" in short["en"]


def test_assignment_with_the_same_seed_gives_the_same_pairs() -> None:
    officer = ministry()
    call, _ = a_call_in_review(officer, ("busan", "daegu", "ulsan"))
    for _ in range(5):
        an_evaluator(officer)

    def pairs() -> list[list[str]]:
        run = assign_evaluators(actor=officer, call=call, stage=PAPER, needed=2, seed=42, at=REVIEW)
        for row in EvaluationAssignment.objects.filter(ended_at=None):
            unassign(actor=officer, assignment=row, reason="다시 배정", at=REVIEW)
        return run.record["pairs"]

    first = pairs()
    assert len(first) == 6
    assert pairs() == first


def test_second_run_keeps_what_was_assigned_and_fills_the_rest() -> None:
    officer = ministry()
    call, (busan, _) = a_call_in_review(officer)
    scorer = an_evaluator(officer, max_load=2)
    give(officer, busan, scorer)
    an_evaluator(officer)

    assign_evaluators(actor=officer, call=call, stage=PAPER, needed=2, seed=3, at=REVIEW)

    rows = EvaluationAssignment.objects.filter(ended_at=None)
    assert rows.count() == 4
    assert rows.filter(plan=busan, evaluator=scorer.row).count() == 1


def test_full_load_and_double_assignment_by_hand_are_refused() -> None:
    officer = ministry()
    _, (busan, daegu) = a_call_in_review(officer)
    scorer = an_evaluator(officer, max_load=1)
    give(officer, busan, scorer)

    with pytest.raises(Invalid, match="has the plan already"):
        give(officer, busan, scorer)
    with pytest.raises(Invalid, match="full load"):
        give(officer, daegu, scorer)


def test_assignment_with_a_sealed_sheet_cannot_be_ended() -> None:
    officer = ministry()
    _, (busan, daegu) = a_call_in_review(officer)
    scorer = an_evaluator(officer)
    give(officer, busan, scorer)
    give(officer, daegu, scorer)
    score(scorer, busan, FIT)
    sealed, unsealed = (EvaluationAssignment.objects.get(plan=plan) for plan in (busan, daegu))

    with pytest.raises(Invalid, match="sheet is sealed"):
        unassign(actor=officer, assignment=sealed, reason="낮은 점수", at=SCORING)

    ended = unassign(actor=officer, assignment=unsealed, reason="일정", at=SCORING + timedelta(hours=1))
    assert ended.ended_reason == "일정"
    assert not may_read_plan_as_evaluator(scorer.actor, daegu, DAY)


@contextmanager
def undone() -> Iterator[None]:
    """Take back what is done inside, so that each example finds an empty table."""
    begun = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(begun)


REGIONS = ("busan", "daegu", "ulsan", "gangwon", "")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    homes=st.lists(st.sampled_from(REGIONS), min_size=1, max_size=6),
    declared=st.sets(st.tuples(st.integers(0, 5), st.integers(0, 3)), max_size=6),
    needed=st.integers(1, 4),
    seed=st.integers(0, 2**31),
)
def test_no_assignment_ever_pairs_a_barred_evaluator(
    db: None, homes: list[str], declared: set[tuple[int, int]], needed: int, seed: int
) -> None:
    with undone():
        officer = ministry()
        call, plans = a_call_in_review(officer, REGIONS[:4])
        pool = [an_evaluator(officer, home, max_load=3).row for home in homes]
        for evaluator, plan in declared:
            if evaluator < len(pool):
                ConflictDeclaration.objects.create(
                    evaluator=pool[evaluator], plan=plans[plan], ground="신고", at=REVIEW
                )

        assign_evaluators(actor=officer, call=call, stage=PAPER, needed=needed, seed=seed, at=REVIEW)

        made = set(EvaluationAssignment.objects.values_list("plan_id", "evaluator_id"))
        barred = set(barred_pairs(pool, plans, DAY))
        free = set(product((p.pk for p in plans), (e.pk for e in pool))) - barred
        assert not made & barred
        assert made <= free
        assert bool(made) == bool(free)
        loads = [sum(1 for _, one in made if one == evaluator.pk) for evaluator in pool]
        assert max(loads) <= 3
