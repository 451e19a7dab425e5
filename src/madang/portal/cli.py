"""`madang act …`, `madang replay …`: what the command line offers beside starting and stopping."""

import os

import django

COMMANDS = ("act", "replay")


def main(argv: list[str]) -> int:
    """Run one command against the database in use; 2 when there is no such command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "madang.settings.production")
    django.setup()
    from madang.history import replay_cli  # noqa: PLC0415 -- needs Django to be set up first
    from madang.portal import cli_acts  # noqa: PLC0415 -- needs Django to be set up first

    commands = {"act": cli_acts.run, "replay": replay_cli.run}
    if not argv or argv[0] not in commands:
        print(f"madang: {', '.join(COMMANDS)} …")
        return 2
    return commands[argv[0]](argv[1:])
