"""Run every table, or those named: `python -m benchmarks [web replay holidays rules dates scheduler exemptions]`."""

import sys

from benchmarks import dates, exemptions, holidays, replay, rules, scheduler, tables, web

ALL = {
    "web": web.run,
    "replay": replay.run,
    "holidays": holidays.run,
    "rules": rules.run,
    "dates": dates.run,
    "scheduler": scheduler.run,
    "exemptions": exemptions.run,
}


def main(names: list[str]) -> int:
    """Print the tables in order; 2 for a name that is none."""
    unknown = [name for name in names if name not in ALL]
    if unknown:
        print(f"no such table: {', '.join(unknown)}; there are {', '.join(ALL)}")
        return 2
    tables.machine()
    for name in names or ALL:
        ALL[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
