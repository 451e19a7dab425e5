"""Addresses of the special cases of the Act and of the lists of regulations."""

from django.urls import path

from madang.apps.exemptions.views import list_making, menu, negative_list

urlpatterns = [
    path("menu/", menu.menu, name="menu"),
    path("menu/new/", menu.attach, name="attach_special_case"),
    path("menu/uses/<uuid:pk>/<slug:key>/", menu.step, name="menu_step"),
    path("negative-list/", negative_list.front, name="negative_list"),
    path("negative-list/ask/", negative_list.ask, name="negative_list_ask"),
    path("negative-list/new/", list_making.new_list, name="new_regulation_list"),
    path("negative-list/<uuid:pk>/", list_making.list_page, name="regulation_list"),
    path(
        "negative-list/<uuid:pk>/entries/<uuid:entry>/remove/",
        list_making.remove_entry,
        name="list_entry_removal",
    ),
    path("negative-list/<uuid:pk>/<slug:key>/", list_making.step, name="list_step"),
]
