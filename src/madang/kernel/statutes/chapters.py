"""The chapters of the register, in the order of the book: each has its rules, numbers, clocks, facts and checklists."""

from typing import Any

from madang.kernel.package_data import toml_chapters

CHAPTERS = (
    "applications",
    "plans",
    "designation",
    "committees",
    "changes",
    "reports",
    "confirmations",
    "exemptions",
    "permits",
    "liability",
    "menu",
    "legislation",
    "councils",
    "petitions",
    "minutes",
    "disclosure",
    "privacy",
    "boards",
    "calendar",
)


def data(name: str) -> dict[str, Any]:
    """One kind of table (rules, parameters, clocks, facts, checklists) of all chapters. Callers must not change it.

    >>> data("rules")["DES-03"]["en"]
    'Approval and designation are decided within 90 days.'
    """
    return toml_chapters("madang.kernel.statutes", name, CHAPTERS)
