"""How allauth signs people in here: accounts are made by offices or by OpenID Connect, never by strangers."""

import unicodedata
from collections.abc import Mapping

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import user_pk_to_url_str
from django.http import HttpRequest
from django.urls import reverse

from madang.apps.accounts.models import Person


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed: accounts are made by the ministry, the first one on the command line."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by the general form."""
        return False


def name_tried(request: HttpRequest, credentials: Mapping[str, str] | None) -> str:
    """Return the account that somebody tries to open, in one spelling: the lock-out counts by account and address."""
    given = (credentials or {}).get("email") or request.POST.get("login", "")
    return unicodedata.normalize("NFC", given).strip().lower()


def password_link(person: Person) -> str:
    """Return the path where a person sets a password once; it dies with the first use, or after some days."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(person)
    place = {"uidb36": user_pk_to_url_str(person), "key": token}
    return reverse("account_reset_password_from_key", kwargs=place)
