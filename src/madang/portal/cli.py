"""`madang act …`, `madang person …`, `madang replay …`: what the command line offers beside starting and stopping."""

import os

import django

COMMANDS = ("act", "person", "replay")


def main(argv: list[str]) -> int:
    """Run one command against the database in use; 2 when there is no such command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "madang.settings.production")
    django.setup()
    from madang.history.replay_cli import run as replay  # noqa: PLC0415 -- needs Django to be set up first
    from madang.portal.cli_acts import run as act  # noqa: PLC0415 -- needs Django to be set up first
    from madang.portal.cli_people import run as person  # noqa: PLC0415 -- needs Django to be set up first

    commands = {"act": act, "person": person, "replay": replay}
    if not argv or argv[0] not in commands:
        print(f"madang: {', '.join(COMMANDS)} …")
        return 2
    return commands[argv[0]](argv[1:])
