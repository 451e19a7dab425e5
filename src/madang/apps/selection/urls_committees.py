"""Addresses of the committees."""

from django.urls import path

from madang.apps.selection.views import committees

urlpatterns = [
    path("committees/", committees.committee_list, name="committees"),
    path("committees/new/", committees.convene, name="convene"),
    path("committees/members/", committees.members, name="committee_members"),
    path("committees/<slug:slug>/", committees.committee_page, name="committee"),
    path("committees/<slug:slug>/open/", committees.open_sitting, name="open_sitting"),
    path("committees/<slug:slug>/close/", committees.close_sitting, name="close_sitting"),
    path("committees/<slug:slug>/items/<uuid:pk>/<slug:key>/", committees.item_step, name="item_step"),
]
