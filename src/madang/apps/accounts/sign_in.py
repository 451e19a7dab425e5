"""How allauth signs people in here: accounts are made by offices or by OpenID Connect, never by strangers."""

import unicodedata
from collections.abc import Mapping

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed: a firm's account is opened by its own act, an official's by the ministry."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by the general form."""
        return False


def name_tried(request: HttpRequest, credentials: Mapping[str, str] | None) -> str:
    """Return the account that somebody tries to open, in one spelling: the lock-out counts by account and address."""
    given = (credentials or {}).get("email") or request.POST.get("login", "")
    return unicodedata.normalize("NFC", given).strip().lower()
