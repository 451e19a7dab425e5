"""Pages of an evaluation: what each office may open, by typed address too, and what nobody reads before the embargo."""

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from madang.apps.selection.acts.evaluation import begin_paper_review
from madang.apps.selection.acts.evaluators import declare_conflict
from madang.apps.selection.acts.papers import attach_paper
from madang.apps.selection.acts.plans import submit_plan
from madang.apps.selection.acts.sheets import save_sheet
from madang.apps.selection.models import EvaluationAssignment, Plan, ScoreSheet
from madang.apps.selection.queries.evaluation import results_visible_to
from madang.core import clock, keeping
from madang.core.audit.models import Event
from madang.core.authority import PUBLIC, Actor, Channel, Office, OfficeKind
from tests.apps.selection.builders import CLOSES, SECOND, WITHIN, a_call, a_plan, ministry, province
from tests.apps.selection.evaluation_builders import (
    DECIDING,
    EMBARGO,
    FIT,
    PAPER,
    PAPER_ONLY,
    PRESENTING,
    REVIEW,
    SCORING,
    Scorer,
    a_call_in_presentation,
    a_call_in_review,
    a_computed_paper_result,
    a_conflict_rule,
    a_decided_call,
    an_evaluator,
    give,
    score,
)
from tests.apps.selection.evaluation_pages import opened, seen

pytestmark = pytest.mark.django_db


def of(plan: Plan) -> Actor:
    """The office that applied with a plan."""
    return Actor(
        Office(OfficeKind.PROVINCE, None, plan.organisation_id, plan.region), None, None, Channel.WEB
    )


def roads(plan: Plan) -> list[str]:
    """Every address under which something of a plan is read."""
    return [
        f"/plans/{plan.pk}/",
        f"/plans/{plan.pk}/result/",
        f"/plans/{plan.pk}/receipts/1/",
        f"/evaluations/{plan.pk}/paper/",
        f"/evaluations/{plan.pk}/paper/seal/",
        f"/evaluations/{plan.pk}/presentation/",
        f"/evaluations/{plan.pk}/conflict/",
    ]


def statuses(actor: Actor, plan: Plan) -> set[int]:
    return {opened(actor, path, SCORING).status_code for path in roads(plan)}


def a_panel() -> tuple[Actor, Plan, Plan, Scorer, Scorer]:
    officer = ministry()
    _, (busan, daegu) = a_call_in_review(officer)
    first, second = an_evaluator(officer), an_evaluator(officer)
    give(officer, busan, first)
    give(officer, busan, second)
    return officer, busan, daegu, first, second


def test_assigned_evaluator_reads_the_plan_and_a_plan_not_assigned_does_not_exist() -> None:
    _, busan, daegu, scorer, _ = a_panel()

    assert "busan 계획" in seen(scorer.actor, f"/evaluations/{busan.pk}/paper/", SCORING)
    assert "busan 계획" in seen(scorer.actor, f"/plans/{busan.pk}/", SCORING)
    assert statuses(scorer.actor, daegu) == {404}


def test_plan_of_the_own_region_does_not_exist_even_when_a_row_says_assigned() -> None:
    officer, busan, _, _, _ = a_panel()
    local = an_evaluator(officer, "busan")
    EvaluationAssignment.objects.create(
        call=busan.call,
        plan=busan,
        evaluator=local.row,
        stage="paper",
        reason_ko="-",
        reason_en="-",
        at=REVIEW,
    )

    assert statuses(local.actor, busan) == {404}
    assert "busan 계획" not in seen(local.actor, "/evaluations/", SCORING)
    posted = opened(local.actor, f"/evaluations/{busan.pk}/paper/", SCORING, {"scores.need": "40"})
    assert posted.status_code == 404
    assert not ScoreSheet.objects.exists()


def test_plan_with_a_declared_conflict_does_not_exist_on_any_road() -> None:
    _, busan, _, scorer, _ = a_panel()
    assert "busan 계획" in seen(scorer.actor, "/evaluations/", SCORING)

    declare_conflict(actor=scorer.actor, plan=busan, ground="자문", at=SCORING)

    assert statuses(scorer.actor, busan) == {404}
    assert "busan 계획" not in seen(scorer.actor, "/evaluations/", SCORING)


def test_assigned_evaluator_gets_submitted_files_only_and_a_stranger_none(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    officer, busan = ministry(), province("busan")
    a_conflict_rule(officer)
    call = a_call(by=officer)
    plan = a_plan(call, busan)

    def attached(name: str) -> str:
        upload = SimpleUploadedFile(
            name, b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n" + name.encode()
        )
        return attach_paper(actor=busan, plan=plan, paper="plan", upload=upload, at=WITHIN).pk

    sent = attached("sent.pdf")
    submit_plan(actor=busan, plan=plan, at=WITHIN)
    unsent = attached("unsent.pdf")
    begin_paper_review(actor=officer, call=call, at=REVIEW)
    scorer, stranger = an_evaluator(officer), an_evaluator(officer)
    give(officer, plan, scorer)

    def status(actor: Actor, file: str) -> int:
        return opened(actor, f"/plans/{plan.pk}/files/{file}/", SCORING).status_code

    assert (status(scorer.actor, sent), status(scorer.actor, unsent)) == (200, 404)
    assert (status(stranger.actor, sent), status(officer, unsent)) == (404, 404)
    assert "unsent.pdf" not in seen(scorer.actor, f"/evaluations/{plan.pk}/paper/", SCORING)
    declare_conflict(actor=scorer.actor, plan=plan, ground="자문", at=SCORING)
    assert status(scorer.actor, sent) == 404


def test_kept_page_of_a_call_opens_its_results_at_the_embargo_by_itself() -> None:
    _, call, _ = a_decided_call()
    keeping.forget()

    def read(instant: datetime) -> str:
        clock.set_demo(timedelta(0))
        clock.set_demo(instant - clock.now())
        return Client().get(f"/calls/{call.slug}/").content.decode()

    assert "후보 선정 완료" not in read(EMBARGO - timedelta(minutes=1))
    assert "busan 계획" not in read(EMBARGO - timedelta(seconds=50))
    assert "busan 계획" in read(EMBARGO + timedelta(seconds=10))
    keeping.forget()


def test_scores_of_a_rival_are_on_no_page_before_the_official_result() -> None:
    officer, busan, daegu, first, second = a_panel()
    give(officer, daegu, first)
    score(second, busan, {"need": "38.7", "feasible": "51.3"})
    save_sheet(
        actor=first.actor, plan=busan, stage=PAPER, scores={"need": "11.1"}, opinion="첫째 의견", at=SCORING
    )
    pages = [
        f"/evaluations/{busan.pk}/paper/", "/evaluations/", f"/plans/{busan.pk}/", "/calls/giz-2/",
        "/calls/giz-2/evaluation/", "/calls/giz-2/evaluation/panel/paper/",
    ]  # fmt: skip

    assert "11.1" in seen(first.actor, pages[0], SCORING)
    for reader, secrets in (
        (first.actor, ("38.7", "51.3")),
        (second.actor, ("11.1", "첫째 의견")),
        (officer, ("38.7", "51.3", "11.1", "첫째 의견")),
        (of(busan), ("38.7", "51.3", "11.1", "첫째 의견")),
    ):
        said = "".join(seen(reader, path, SCORING) for path in pages)
        assert said
        assert not any(secret in said for secret in secrets)
    assert opened(officer, "/calls/giz-2/evaluation/results/paper/", SCORING).status_code == 404


def test_evaluator_reads_the_sheets_of_the_own_plan_after_the_official_result_without_names() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer)
    panel = [an_evaluator(officer), an_evaluator(officer)]
    a_computed_paper_result(
        officer, call, dict(zip(plans, (FIT, {"need": "21", "feasible": "45"}), strict=True)), panel
    )

    said = seen(panel[0].actor, f"/evaluations/{plans[1].pk}/paper/", PRESENTING)

    assert "평가위원별 점수" in said
    assert "01 (본인)" in said
    assert str(panel[1].row.person) not in said


def test_sheet_page_keeps_a_draft_shows_wrong_fields_and_seals_after_asking() -> None:
    _, busan, _, scorer, _ = a_panel()
    path = f"/evaluations/{busan.pk}/paper/"

    wrong = opened(
        scorer.actor, path, SCORING, {"scores.need": "50", "scores.feasible": "높음", "version": "0"}
    )
    assert wrong.status_code == 422
    assert "‘50’ 점수는 범위를 벗어났습니다." in wrong.content.decode()
    assert "‘높음’ 값을 점수로 읽을 수 없습니다." in wrong.content.decode()
    assert not ScoreSheet.objects.exists()

    kept = opened(
        scorer.actor,
        path,
        SCORING,
        {"scores.need": "３０", "scores.feasible": "50", "version": "0", "seal": "1"},
    )
    assert kept["Location"] == f"{path}seal/"
    assert "봉인하시겠습니까" in seen(scorer.actor, f"{path}seal/", SCORING)
    sheet = ScoreSheet.objects.get()
    assert opened(scorer.actor, f"{path}seal/", SCORING, {"seen": str(sheet.version)}).status_code == 302
    said = seen(scorer.actor, path, SCORING)
    assert ScoreSheet.objects.get().sha256 in said
    assert 'name="scores.need"' not in said


def test_stale_sheet_page_shows_both_versions_and_saves_nothing() -> None:
    _, busan, _, scorer, _ = a_panel()
    path = f"/evaluations/{busan.pk}/paper/"
    for need, version in (("10", "0"), ("20", "1")):
        opened(scorer.actor, path, SCORING, {"scores.need": need, "version": version})

    stale = opened(scorer.actor, path, SCORING, {"scores.need": "7", "version": "1"})

    said = stale.content.decode()
    assert stale.status_code == 409
    assert "다른 화면에서 먼저 저장했습니다" in said
    assert 'value="7"' in said
    assert "<td" in said
    assert 'name="version" value="2"' in said
    assert ScoreSheet.objects.get().scores == {"need": "20"}


def test_nothing_tells_the_outcome_one_second_before_the_embargo() -> None:
    _, call, (chosen, other) = a_decided_call()
    before = EMBARGO - SECOND
    stranger = province("ulsan")

    for reader in (PUBLIC, of(chosen), of(other), stranger):
        assert not results_visible_to(reader, call, before)
        assert {
            opened(reader, f"/plans/{plan.pk}/result/", before).status_code for plan in (chosen, other)
        } == {404}
        for path in ("/calls/", f"/calls/{call.slug}/", f"/plans/{chosen.pk}/", f"/plans/{other.pk}/", "/"):
            for prefix in ("", "/en"):
                said = seen(reader, f"{prefix}{path}", before)
                # the funnel of the call may name the stage, the outcome of a plan is a badge or a reason
                assert not any(
                    word in said for word in ("미선정", "Not selected", "사유", "Shortlist announced")
                )
                assert "후보 발표" not in said
    # what was looked for does stand on these pages once the results are open
    assert "미선정" in seen(of(other), f"/plans/{other.pk}/", EMBARGO)
    assert "후보 발표" in seen(PUBLIC, f"/calls/{call.slug}/", EMBARGO)


def test_everybody_concerned_reads_the_outcome_at_the_embargo_instant() -> None:
    _, call, (chosen, other) = a_decided_call()

    assert list(results_visible_to(PUBLIC, call, EMBARGO)) == [other, chosen]
    won, lost = (seen(of(plan), f"/plans/{plan.pk}/result/", EMBARGO) for plan in (chosen, other))
    assert "후보 선정" in won
    assert "busan 계획 사유" in won
    assert "80.00" in won
    assert "1위 / 2건" in won
    assert "미선정" in lost
    assert "daegu 계획 사유" in lost
    assert "65.00" in lost
    assert "busan 계획" in seen(PUBLIC, f"/calls/{call.slug}/", EMBARGO)


def test_result_of_a_rival_does_not_exist_even_after_the_embargo() -> None:
    officer, _, (chosen, other) = a_decided_call()
    late = EMBARGO + timedelta(days=1)

    assert opened(of(other), f"/plans/{chosen.pk}/result/", late).status_code == 404
    assert opened(PUBLIC, f"/plans/{chosen.pk}/result/", late).status_code == 404
    assert opened(province("ulsan"), f"/plans/{chosen.pk}/result/", late).status_code == 404
    assert opened(officer, f"/plans/{chosen.pk}/result/", DECIDING).status_code == 200


def test_events_of_the_decision_are_not_among_the_public_ones() -> None:
    from madang.core.audit.events import kind_of

    a_decided_call()

    told = set(Event.objects.values_list("name", flat=True))
    assert {"selection.shortlist_decided", "selection.plan_shortlisted", "selection.plan_declined"} <= told
    assert not any(kind_of(name).public for name in told if "short" in name or "declined" in name)


def test_pages_of_the_ministry_do_not_exist_for_any_other_office() -> None:
    officer, busan, _, scorer, _ = a_panel()
    pages = [
        "/calls/giz-2/evaluation/", "/calls/giz-2/evaluation/panel/paper/", "/calls/giz-2/evaluation/timetable/",
        "/calls/giz-2/evaluation/bonuses/", "/calls/giz-2/evaluation/decide/", "/evaluators/",
    ]  # fmt: skip

    assert {opened(officer, path, SCORING).status_code for path in pages} == {200}
    for stranger in (PUBLIC, of(busan), scorer.actor):
        assert {opened(stranger, path, SCORING).status_code for path in pages} == {404}
        posted = opened(
            stranger, "/calls/giz-2/evaluation/panel/paper/assign/", SCORING, {"needed": "1", "seed": "1"}
        )
        assert posted.status_code == 404


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_ministry_runs_a_whole_evaluation_through_its_pages(prefix: str) -> None:
    officer = ministry()
    call, (busan, daegu) = a_call_in_review(officer, rule=PAPER_ONLY, places=1)
    panel = [an_evaluator(officer, fields=["계획"]), an_evaluator(officer, "daegu")]
    base = f"{prefix}/calls/{call.slug}/evaluation/"

    opened(officer, f"{base}panel/paper/assign/", REVIEW, {"needed": "1", "seed": "20240902"})
    short = opened(officer, f"{base}panel/paper/assign-one/", REVIEW,
                   {"plan": daegu.pk, "evaluator": panel[1].row.pk, "reason": "전문가"})  # fmt: skip
    assert short.status_code == 422
    assert EvaluationAssignment.objects.count() == 2
    waiting = opened(officer, f"{base}results/paper/compute/", SCORING, {})
    assert (waiting.status_code, call.results.count()) == (302, 0)
    for assignment in EvaluationAssignment.objects.select_related("plan", "evaluator"):
        scorer = next(one for one in panel if one.row == assignment.evaluator)
        score(scorer, assignment.plan, FIT if assignment.plan == busan else {"need": "20", "feasible": "45"})
    assert (
        opened(officer, f"{base}results/paper/compute/", SCORING, {})["Location"] == f"{base}results/paper/"
    )
    printed = seen(officer, f"{base}results/paper/", SCORING)
    assert "80.00" in printed
    assert call.results.get().sha256 in printed
    page = opened(officer, f"{base}decide/", DECIDING).content.decode()
    assert "80.00" in page
    data = {f"reason.{plan.pk}": "사유" for plan in (busan, daegu)} | {"embargo_at": "2024-12-08T12:00:00"}
    call.refresh_from_db()
    stale = opened(officer, f"{base}decide/", DECIDING, {**data, "seen": str(call.version + 7)})
    assert stale.status_code == 422
    assert opened(officer, f"{base}decide/", DECIDING, {**data, "seen": str(call.version)}).status_code == 302
    call.refresh_from_db()
    assert (call.state, call.embargo_at) == ("decided", EMBARGO)


@pytest.mark.both_engines
def test_timetable_page_saves_turns_and_says_which_ones_overlap() -> None:
    officer = ministry()
    call, (busan, daegu) = a_call_in_presentation(officer, [an_evaluator(officer)])
    path = f"/calls/{call.slug}/evaluation/timetable/"
    data = {
        f"starts_at.{busan.pk}": "2024-10-20T10:00:00", f"minutes.{busan.pk}": "40", f"place.{busan.pk}": "세종",
        f"starts_at.{daegu.pk}": "2024-10-20T10:30:00", f"minutes.{daegu.pk}": "40", f"place.{daegu.pk}": "세종",
    }  # fmt: skip

    overlapping = opened(officer, path, PRESENTING, data)
    assert overlapping.status_code == 422
    assert "발표 시간이 겹칩니다" in overlapping.content.decode()
    saved = opened(officer, path, PRESENTING, {**data, f"starts_at.{daegu.pk}": "2024-10-20T10:40:00"})
    assert saved.status_code == 302
    assert "2024. 10. 20.(일) 10:40" in seen(officer, path, PRESENTING)


def test_draft_that_was_never_submitted_is_shown_as_lapsed_to_its_applicant_alone() -> None:
    officer, busan = ministry(), province("busan")
    call = a_call(by=officer)
    draft = a_plan(call, busan)
    said = "기간이 지나 제출되지 않음"

    assert said not in seen(busan, f"/plans/{draft.pk}/", CLOSES - SECOND)
    assert said in seen(busan, f"/plans/{draft.pk}/", CLOSES)
    assert opened(officer, f"/plans/{draft.pk}/", CLOSES).status_code == 404


def test_seal_of_a_stage_that_is_over_says_so_on_the_page() -> None:
    officer = ministry()
    call, plans = a_call_in_review(officer)
    scorer = an_evaluator(officer)
    a_computed_paper_result(officer, call, dict.fromkeys(plans, FIT), [scorer])

    late = opened(
        scorer.actor, f"/evaluations/{plans[0].pk}/paper/", PRESENTING, {"scores.need": "1", "version": "9"}
    )

    assert late.status_code == 422
    assert "이 단계의 평가가 끝나" in late.content.decode()


def test_evaluator_registration_page_refuses_an_account_that_does_not_exist() -> None:
    officer = ministry()
    data = {"email": "nobody@example.org", "affiliation_text": "연구원", "max_load": "6"}

    answer = opened(officer, "/evaluators/", SCORING, data)

    assert answer.status_code == 422
    assert "계정을 먼저 만드십시오" in answer.content.decode()
