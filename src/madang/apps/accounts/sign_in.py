"""How allauth signs people in here: accounts are made by offices or by OpenID Connect, never by strangers."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed: a firm's account is opened by its own act, an official's by the ministry."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by the general form."""
        return False
