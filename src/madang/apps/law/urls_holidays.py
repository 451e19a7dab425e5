"""Addresses of the calendar of holidays."""

from django.urls import path

from madang.apps.law.views import holidays

urlpatterns = [
    path("", holidays.holidays, name="holidays"),
    path("new/", holidays.add_holiday, name="holiday_add"),
    path("years/<int:year>.ics", holidays.holiday_feed, name="holiday_feed"),
    path("<uuid:pk>/", holidays.holiday, name="holiday"),
    path("<uuid:pk>/withdraw/", holidays.withdraw_holiday, name="holiday_withdraw"),
]
