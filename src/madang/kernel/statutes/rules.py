"""The public door to the rules of the Act: ask a rule, list the rules, name a missing fact."""

from collections.abc import Mapping
from datetime import date

from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.asking import ask
from madang.kernel.statutes.checklists import Item, checklist
from madang.kernel.statutes.facts import fact_label, fact_names
from madang.kernel.statutes.inputs import FactAsked, facts_of, unknown_facts, unread_facts
from madang.kernel.statutes.registry import computable_rule_ids, rule, rule_ids, rule_info
from madang.kernel.statutes.rulings import (
    applications,
    boards,
    calendar,
    cancellations,
    changes,
    committees,
    confirmations,
    councils,
    designation,
    disclosure,
    exemption_terms,
    exemptions,
    legislation,
    liability,
    menu,
    minutes,
    permits,
    petition_handling,
    petitions,
    plans,
    privacy,
    regulation,
    reports,
    reviews,
    tool_endings,
)
from madang.kernel.statutes.rulings.applications import applicant_eligible, must_inform_province
from madang.kernel.statutes.votes import VoteCount, count_votes, vote_result

#: Importing a chapter registers its rules.
CHAPTERS = (
    applications,
    plans,
    designation,
    committees,
    changes,
    cancellations,
    reports,
    confirmations,
    exemptions,
    exemption_terms,
    reviews,
    permits,
    tool_endings,
    liability,
    menu,
    legislation,
    regulation,
    councils,
    petitions,
    petition_handling,
    minutes,
    disclosure,
    privacy,
    boards,
    calendar,
)

__all__ = [
    "CHAPTERS",
    "FactAsked",
    "Item",
    "VoteCount",
    "applicant_eligible",
    "checklist",
    "computable_rule_ids",
    "count_votes",
    "evaluate",
    "fact_label",
    "fact_names",
    "facts_of",
    "must_inform_province",
    "rule",
    "rule_ids",
    "rule_info",
    "unknown_facts",
    "unread_facts",
    "vote_result",
]


def evaluate(
    rule_id: str, facts: Mapping[str, object], *, on: date | PartialDate, known_on: date | None = None
) -> Answer:
    """Ask a rule of the Act.

    ``on`` is the case's day: it chooses the version of the law. ``known_on`` is the day of knowledge: no version that
    was promulgated later is used and no holiday that was decided later is counted, and only beyond it is a thing that
    was not reported a thing that was not done in time; when not given, all that is known is used. Facts the rule does
    not read are ignored: a door asks ``unknown_facts`` first, so that no slip in a name is passed over.

    Raises:
        NoSuchRule: no rule has that id.
        NotInForce: the rule did not exist on that day (NotYetKnown: nobody could know then that it would).
        NotVerified: the rule's source was not verified.
        NotComputable: the rule is a power, a principle, or its items were not read.
        ContradictoryFacts: facts exclude each other.
        ConflictingExceptions: two exceptions apply and disagree.
        WrongFact: a fact, or one of the two days, has the wrong kind of value.
        OutOfReach: a day or number is too far out to compute with.

    >>> hearing = {"hearing_on": date(2020, 4, 29), "hearing_announced_on": date(2020, 4, 13)}
    >>> evaluate("PLN-08", hearing, on=date(2020, 5, 26)).status.value
    'satisfied'
    >>> evaluate("PLN-08", {"hearing_on": date(2020, 4, 29)}, on=date(2020, 5, 26)).missing
    ('hearing_announced_on',)
    """
    return ask(rule_id, facts, on=on, known_on=known_on)
