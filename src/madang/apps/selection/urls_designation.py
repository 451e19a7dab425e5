"""Addresses of designations and of the consultation desk."""

from django.urls import path

from madang.apps.selection.views import consultation, designation

urlpatterns = [
    path("designations/", designation.designation_list, name="designations"),
    path("designations/<uuid:pk>/", designation.designation_page, name="designation"),
    path("designations/<uuid:pk>/opinion/", designation.give_opinion, name="give_opinion"),
    path(
        "designations/<uuid:pk>/opinions/<uuid:opinion_pk>/",
        designation.opinion_answer,
        name="opinion_answer",
    ),
    path("designations/<uuid:pk>/<slug:key>/", designation.designation_step, name="designation_step"),
    path("consultations/", consultation.consultation_list, name="consultations"),
    path("consultations/<uuid:pk>/", consultation.consultation_page, name="consultation"),
    path("consultations/<uuid:pk>/<slug:key>/", consultation.consultation_step, name="consultation_step"),
]
