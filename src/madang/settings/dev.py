"""Django settings for one machine: a demonstration, or work on the product. Mail is written to the screen."""

from madang.settings.base import *  # noqa: F403 -- settings modules build on each other

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
