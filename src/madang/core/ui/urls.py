"""Addresses of the looks: the page of all components, and the switch of look."""

from django.urls import path

from madang.core.ui.design import design
from madang.core.ui.look import look

urlpatterns = [
    path("design/", design, name="design"),
    path("look/", look, name="look"),
]
