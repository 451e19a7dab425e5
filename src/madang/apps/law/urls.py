"""Addresses of the law: the entrance, the rules, the deadline calculator, the holidays."""

from django.urls import include, path

from madang.apps.law.views import checks, deadlines, front, rules

urlpatterns = [
    path("law/", front.front, name="law"),
    path("law/rules/", rules.rules, name="law_rules"),
    path("law/rules/<str:rule_id>/", rules.rule, name="law_rule"),
    path("law/rules/<str:rule_id>/check/", checks.check, name="law_check"),
    path("law/deadlines/", deadlines.deadlines, name="law_deadlines"),
    path("law/deadlines/<str:clock_id>/", deadlines.deadline, name="law_deadline"),
    path("law/deadlines/<str:clock_id>/deadline.ics", deadlines.deadline_file, name="law_deadline_file"),
    path("law/holidays/", include("madang.apps.law.urls_holidays")),
]
