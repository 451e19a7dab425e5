"""Score sheets: what can be entered, who sees them, and that a sealed one never changes."""

import hashlib
import json
import threading
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from madang.apps.selection.acts.evaluation import fix_paper_result
from madang.apps.selection.acts.sheets import Sealed, save_sheet, seal_sheet
from madang.apps.selection.models import ScoreSheet
from madang.apps.selection.rules.sheets import content_of, is_intact
from madang.core.acts import Invalid, StaleVersion
from madang.core.audit.models import Event
from madang.core.authority import Actor, Refused
from madang.core.case_models import Duty
from madang.core.submissions import submitted
from madang.core.walls import reading_as, stand_behind
from tests.apps.selection.builders import ministry, province
from tests.apps.selection.evaluation_builders import (
    FIT,
    PAPER,
    PRESENTATION,
    PRESENTING,
    SCORING,
    Scorer,
    a_call_in_review,
    a_computed_paper_result,
    an_evaluator,
    decisions_by_result,
    give,
    score,
)


def a_scorer_with_a_plan() -> tuple[Actor, Scorer, object]:
    officer = ministry()
    _, (busan, _) = a_call_in_review(officer)
    scorer = an_evaluator(officer)
    give(officer, busan, scorer)
    return officer, scorer, busan


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("40.1", "out of range"),
        ("-1", "cannot be read as a score"),
        ("삼십", "cannot be read as a score"),
        ("1e2", "cannot be read as a score"),
        ("nan", "cannot be read as a score"),
        ("30.25", "too many decimal places"),
        ("3²", "cannot be read as a score"),
    ],
)
def test_score_that_is_no_number_of_its_range_is_refused_with_its_criterion(typed: str, said: str) -> None:
    _, scorer, plan = a_scorer_with_a_plan()

    with pytest.raises(Invalid, match=said) as caught:
        save_sheet(
            actor=scorer.actor,
            plan=plan,
            stage=PAPER,
            scores={"need": typed, "feasible": "50"},
            opinion="",
            at=SCORING,
        )

    assert caught.value.field == "scores.need"
    assert "0 to 40" in caught.value.words.en
    assert not ScoreSheet.objects.exists()


@pytest.mark.django_db
def test_full_width_digits_are_read_as_the_score_they_show() -> None:
    _, scorer, plan = a_scorer_with_a_plan()

    sheet = save_sheet(
        actor=scorer.actor,
        plan=plan,
        stage=PAPER,
        scores={"need": " ３５．５ ", "feasible": ""},
        opinion="",
        at=SCORING,
    )

    assert sheet.scores == {"need": "35.5"}


@pytest.mark.django_db
def test_score_for_a_criterion_that_the_rule_does_not_have_is_refused() -> None:
    _, scorer, plan = a_scorer_with_a_plan()

    with pytest.raises(Invalid, match="no such criterion: impact"):
        save_sheet(
            actor=scorer.actor, plan=plan, stage=PAPER, scores={"impact": "90"}, opinion="", at=SCORING
        )


@pytest.mark.django_db
def test_incomplete_sheet_cannot_be_sealed_and_names_what_is_missing() -> None:
    _, scorer, plan = a_scorer_with_a_plan()
    sheet = save_sheet(
        actor=scorer.actor, plan=plan, stage=PAPER, scores={"need": "30"}, opinion="", at=SCORING
    )

    with pytest.raises(Invalid, match="no score: Feasibility"):
        seal_sheet(actor=scorer.actor, sheet=sheet, at=SCORING)

    sheet.refresh_from_db()
    assert sheet.sealed_at is None


@pytest.mark.django_db
def test_sealed_sheet_has_the_hash_of_its_content_and_closes_the_duty() -> None:
    _, scorer, plan = a_scorer_with_a_plan()
    assert Duty.objects.filter(person_id=scorer.actor.person_id, is_open=True).count() == 1

    sheet = score(scorer, plan, FIT)

    content = content_of(sheet, SCORING)
    assert json.loads(content)["scores"] == FIT
    assert sheet.sha256 == hashlib.sha256(content).hexdigest()
    assert is_intact(ScoreSheet.objects.get(pk=sheet.pk))
    assert not Duty.objects.filter(person_id=scorer.actor.person_id, is_open=True).exists()


@pytest.mark.django_db
def test_sealed_sheet_cannot_be_saved_or_sealed_again() -> None:
    _, scorer, plan = a_scorer_with_a_plan()
    sheet = score(scorer, plan, FIT)

    with pytest.raises(Sealed):
        save_sheet(actor=scorer.actor, plan=plan, stage=PAPER, scores=FIT, opinion="", at=SCORING)
    with pytest.raises(Sealed):
        seal_sheet(actor=scorer.actor, sheet=sheet, at=SCORING)


@pytest.mark.both_engines
@pytest.mark.django_db
def test_database_refuses_every_change_of_a_sealed_sheet() -> None:
    _, scorer, plan = a_scorer_with_a_plan()
    sheet = score(scorer, plan, FIT)
    stand_behind(scorer.actor)
    assert ScoreSheet.objects.filter(pk=sheet.pk).count() == 1

    with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
        ScoreSheet.objects.filter(pk=sheet.pk).update(scores={"need": "40"})
    with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
        ScoreSheet.objects.filter(pk=sheet.pk).delete()


@pytest.mark.django_db
def test_same_submit_twice_saves_one_version_of_the_sheet() -> None:
    _, scorer, plan = a_scorer_with_a_plan()
    key = uuid4()

    for _ in range(2):
        with submitted(key):
            sheet = save_sheet(actor=scorer.actor, plan=plan, stage=PAPER, scores=FIT, opinion="", at=SCORING)

    assert sheet.version == 1
    assert Event.objects.filter(name="selection.sheet_saved").count() == 1


@pytest.mark.django_db
def test_stale_tab_of_a_sheet_is_refused_and_keeps_the_newer_scores() -> None:
    _, scorer, plan = a_scorer_with_a_plan()
    save_sheet(
        actor=scorer.actor, plan=plan, stage=PAPER, scores={"need": "10"}, opinion="", seen=0, at=SCORING
    )
    save_sheet(
        actor=scorer.actor, plan=plan, stage=PAPER, scores={"need": "20"}, opinion="", seen=1, at=SCORING
    )

    with pytest.raises(StaleVersion) as caught:
        save_sheet(
            actor=scorer.actor, plan=plan, stage=PAPER, scores={"need": "5"}, opinion="", seen=1, at=SCORING
        )

    assert caught.value.subject.scores == {"need": "20"}


@pytest.mark.django_db
def test_nobody_but_the_evaluator_saves_or_seals_a_sheet() -> None:
    officer, scorer, plan = a_scorer_with_a_plan()
    rival = an_evaluator(officer)
    sheet = save_sheet(actor=scorer.actor, plan=plan, stage=PAPER, scores=FIT, opinion="", at=SCORING)

    for stranger in (rival.actor, officer, province("busan")):
        with pytest.raises(Refused):
            save_sheet(actor=stranger, plan=plan, stage=PAPER, scores=FIT, opinion="", at=SCORING)
        with pytest.raises(Refused):
            seal_sheet(actor=stranger, sheet=sheet, at=SCORING)


@pytest.mark.django_db
def test_assignment_for_one_stage_does_not_open_the_other() -> None:
    _, scorer, plan = a_scorer_with_a_plan()

    with pytest.raises(Refused):
        save_sheet(actor=scorer.actor, plan=plan, stage=PRESENTATION, scores={}, opinion="", at=SCORING)


@pytest.mark.django_db
def test_sheet_cannot_be_changed_once_its_stage_is_over() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer)
    scorer = an_evaluator(officer)
    a_computed_paper_result(officer, call, dict.fromkeys(plans, FIT), [scorer])
    fix_paper_result(actor=officer, call=call, decisions=decisions_by_result(call, PAPER), at=PRESENTING)

    with pytest.raises(Invalid, match="stage is over"):
        save_sheet(actor=scorer.actor, plan=plans[0], stage=PAPER, scores=FIT, opinion="", at=PRESENTING)


@pytest.mark.both_engines
@pytest.mark.django_db
def test_wall_shows_an_open_sheet_to_its_evaluator_and_a_sealed_one_to_the_ministry_too() -> None:
    officer, scorer, plan = a_scorer_with_a_plan()
    rival = an_evaluator(officer)
    sheet = save_sheet(actor=scorer.actor, plan=plan, stage=PAPER, scores=FIT, opinion="", at=SCORING)

    def seen_by(actor: Actor) -> int:
        with reading_as(actor):
            return ScoreSheet.objects.count()

    readers = (scorer.actor, officer, rival.actor, province("busan"))
    assert [seen_by(actor) for actor in readers] == [1, 0, 0, 0]
    seal_sheet(actor=scorer.actor, sheet=sheet, at=SCORING)
    assert [seen_by(actor) for actor in readers] == [1, 1, 0, 0]


@pytest.mark.django_db
def test_no_event_about_a_sheet_holds_a_score_or_the_opinion() -> None:
    _, scorer, plan = a_scorer_with_a_plan()
    save_sheet(
        actor=scorer.actor, plan=plan, stage=PAPER, scores={"need": "37.5"}, opinion="비밀 의견", at=SCORING
    )

    told = [json.dumps([e.facts, e.before], ensure_ascii=False) for e in Event.objects.all()]

    assert any('"filled": 1' in text for text in told)
    assert not any("37.5" in text or "비밀 의견" in text for text in told)


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_seals_at_the_same_moment_make_one_seal() -> None:
    _, scorer, plan = a_scorer_with_a_plan()
    sheet = save_sheet(actor=scorer.actor, plan=plan, stage=PAPER, scores=FIT, opinion="", at=SCORING)
    start, came_of = threading.Barrier(2), []

    def seal() -> None:
        start.wait(timeout=20)
        try:
            came_of.append(seal_sheet(actor=scorer.actor, sheet=sheet, at=SCORING).sha256)
        except Sealed:
            came_of.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=seal) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(len(one) for one in came_of) == [7, 64]
    assert Event.objects.filter(name="selection.sheet_sealed").count() == 1
