"""Addresses of evaluations: the ministry's pages, the evaluator's, and the applicant's result."""

from django.urls import path

from madang.apps.selection.views import decisions, evaluation, evaluators, panels, results, sheets

urlpatterns = [
    path("calls/<slug:slug>/evaluation/", evaluation.evaluation_page, name="evaluation"),
    path("calls/<slug:slug>/evaluation/begin/", evaluation.begin, name="begin_review"),
    path("calls/<slug:slug>/evaluation/panel/<str:stage>/", panels.panel_page, name="panel"),
    path("calls/<slug:slug>/evaluation/panel/<str:stage>/assign/", panels.assign, name="assign"),
    path(
        "calls/<slug:slug>/evaluation/panel/<str:stage>/assign-one/", panels.assign_by_hand, name="assign_one"
    ),
    path(
        "calls/<slug:slug>/evaluation/assignments/<uuid:pk>/end/",
        panels.end_assignment,
        name="end_assignment",
    ),
    path("calls/<slug:slug>/evaluation/timetable/", decisions.timetable, name="timetable"),
    path("calls/<slug:slug>/evaluation/bonuses/", decisions.bonuses, name="bonuses"),
    path("calls/<slug:slug>/evaluation/results/<str:stage>/", results.stage_result, name="stage_result"),
    path("calls/<slug:slug>/evaluation/results/<str:stage>/compute/", results.compute, name="compute_result"),
    path("calls/<slug:slug>/evaluation/results/<str:stage>/tie/", results.settle, name="settle_tie"),
    path("calls/<slug:slug>/evaluation/decide/", decisions.decide, name="decide"),
    path("evaluators/", evaluators.evaluator_list, name="evaluators"),
    path("evaluators/conflict-rules/", evaluators.new_conflict_rule, name="new_conflict_rule"),
    path("evaluations/", sheets.evaluator_desk, name="evaluations"),
    path("evaluations/<uuid:plan>/conflict/", sheets.conflict, name="declare_conflict"),
    path("evaluations/<uuid:plan>/<str:stage>/", sheets.sheet_page, name="score_sheet"),
    path("evaluations/<uuid:plan>/<str:stage>/seal/", sheets.seal, name="seal_sheet"),
    path("plans/<uuid:pk>/result/", results.own_result, name="own_result"),
]
