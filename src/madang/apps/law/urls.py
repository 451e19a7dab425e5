"""Addresses of the law: the entrance, the rules, the deadline calculator, the holidays."""

from django.urls import path

from madang.apps.law.views import front

urlpatterns = [
    path("law/", front.front, name="law"),
]
