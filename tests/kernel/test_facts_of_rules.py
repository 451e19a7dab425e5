"""What a rule reads: the list of its facts with their kinds, compared with what its function really reads."""

import random
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from madang.kernel.clocks.counting import Pause
from madang.kernel.statutes.chapters import data
from madang.kernel.statutes.facts import Facts, MissingFacts, fact_kind, fact_names
from madang.kernel.statutes.inputs import facts_of, unknown_facts, unread_facts
from madang.kernel.statutes.refusals import NoSuchRule, Refusal
from madang.kernel.statutes.registry import function_of
from madang.kernel.statutes.rules import computable_rule_ids, rule_ids

ON = date(2026, 7, 2)
KINDS = {"day", "instant", "yes_no", "count", "amount", "text", "keys", "pauses"}
#: enough situations to walk every branch of a rule, and the same ones in every run
SITUATIONS = 60


class Watched(dict):
    """Given facts that remember which of them were looked at."""

    def __init__(self, given):
        super().__init__(given)
        self.looked_at = set()

    def get(self, name, default=None):
        self.looked_at.add(name)
        return super().get(name, default)

    def __getitem__(self, name):
        self.looked_at.add(name)
        return super().__getitem__(name)


class Recording(Facts):
    """Facts that remember by which reader each of them was read."""


def recorded(reader, kind):
    def read(self, name):
        self.read_as.setdefault(name, kind)
        return getattr(Facts, reader)(self, name)

    return read


READERS = {kind: kind for kind in ("instant", "count", "amount", "text", "keys", "pauses", "day")}
READERS |= {"truth": "yes_no", "year": "count", "day_of": "instant"}
for name, its_kind in READERS.items():
    setattr(Recording, name, recorded(name, its_kind))


def a_value(kind, chance, texts):
    day = date(2025, 1, 2) + timedelta(days=chance.randrange(700))
    values = {
        "day": day,
        "instant": datetime.combine(day, time(chance.randrange(24))),
        "yes_no": chance.random() < 0.5,
        "count": chance.randrange(60),
        "amount": Decimal(chance.randrange(1, 50)),
        "text": chance.choice(texts),
        "keys": tuple(chance.sample(texts, min(3, len(texts)))),
        "pauses": (Pause(day, day + timedelta(days=3)),),
    }
    return values[kind]


def texts_of(rule_id):
    items = [row["key"] for row in data("checklists").get(rule_id, {}).get("items", [])]
    return items or ["other", "busan", "province", "basic", "area"]


def situations(rule_id):
    chance = random.Random(rule_id)
    asked = facts_of(rule_id)
    for share in (1, 1, 1, 0.7) * (SITUATIONS // 4):
        yield Watched(
            {f.name: a_value(f.kind, chance, texts_of(rule_id)) for f in asked if chance.random() < share}
        )


def read_by(rule_id, given):
    """Names and kinds of what a rule reads or misses, when its function is run on what is given."""
    facts = Recording(given, ON, ON)
    facts.read_as = {}
    missing = ()
    try:
        function_of(rule_id)(facts)
    except MissingFacts as error:
        missing = error.names
    except Refusal:
        pass  # days and texts drawn at random contradict each other, or are none of a list
    return facts.read_as, given.looked_at.union(missing)


@pytest.mark.parametrize("rule_id", computable_rule_ids())
def test_a_rule_reads_only_facts_it_is_said_to_read_and_of_their_kind(rule_id):
    declared = {fact.name: fact.kind for fact in facts_of(rule_id)}
    for given in situations(rule_id):
        kinds, names = read_by(rule_id, given)
        assert names <= declared.keys()
        assert kinds.items() <= declared.items()


def test_every_computable_rule_reads_some_fact_and_refused_ones_none():
    computable = set(computable_rule_ids())
    assert [rule_id for rule_id in computable if not facts_of(rule_id)] == []
    assert [rule_id for rule_id in set(rule_ids()) - computable if facts_of(rule_id)] == []


def test_every_fact_of_the_register_has_a_kind_that_forms_know():
    assert {fact_kind(name) for name in fact_names()} == KINDS


def test_facts_that_a_checklist_asks_for_only_sometimes_are_among_them():
    assert "land_use_plan_needed" in {fact.name for fact in facts_of("PLN-02")}


def test_a_slip_in_a_name_is_told_apart_from_a_fact_that_is_not_read():
    given = ["hearing_on", "zone_name", "hearing_day"]
    assert unknown_facts("PLN-08", given) == ("hearing_day",)
    assert unread_facts("PLN-08", given) == ("zone_name",)


@pytest.mark.parametrize("ask", [facts_of, lambda rule_id: unknown_facts(rule_id, [])])
def test_facts_of_a_rule_that_does_not_exist_are_refused(ask):
    with pytest.raises(NoSuchRule, match="XYZ-01"):
        ask("XYZ-01")
