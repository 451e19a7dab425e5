"""Addresses of sign-in, seats, delegations and tokens; the demo pages exist in demo mode only."""

from django.conf import settings
from django.urls import include, path

from madang.apps.accounts import people, views

urlpatterns = [
    # the address is the identity under which offices know a person: nobody changes their own
    path("accounts/email/", views.closed, name="account_email"),
    # a first password is set by the link that goes to the registered address, not from an open session
    path("accounts/password/set/", views.closed, name="account_set_password"),
    path("accounts/", include("allauth.urls")),
    path("people/", people.people, name="people"),
    path("seats/", views.seats, name="seats"),
    path("seats/delegate/", views.delegate, name="delegate"),
    path("seats/delegations/<uuid:key>/end/", views.end_delegation, name="end_delegation"),
    path("seats/tokens/", views.issue_token, name="issue_token"),
    path("seats/tokens/<uuid:key>/revoke/", views.revoke_token, name="revoke_token"),
]
if settings.DEMO:
    urlpatterns += [
        path("demo/", views.step_in, name="demo"),
        path("demo/clock/", views.set_clock, name="demo_clock"),
    ]
