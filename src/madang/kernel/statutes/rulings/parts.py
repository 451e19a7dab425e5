"""Rules of several parts whose first part speaks for the whole: its value and sentence become the rule's."""

from collections.abc import Callable

from madang.kernel.statutes.answers import Status, Trace
from madang.kernel.statutes.facts import MissingFacts
from madang.kernel.statutes.findings import Finding


def all_of(*checks: Callable[[], Finding]) -> Finding:
    """Join the parts of one rule: a breach decides, else what is missing leaves it open, else the first part speaks.

    >>> from madang.kernel.statutes.findings import holds
    >>> all_of(lambda: holds("좋음.", "good.", 7), lambda: holds("됨.", "done.")).value
    7
    """
    found, missing = list[Finding](), list[str]()
    for check in checks:
        try:
            found.append(check())
        except MissingFacts as error:
            missing += error.names
    broken = next((finding for finding in found if finding.status is Status.BREACHED), None)
    if broken is None and missing:
        raise MissingFacts(missing)
    steps = Trace(lambda: tuple(step for finding in found for step in finding.trace))
    return (broken or found[0])._replace(trace=steps)
