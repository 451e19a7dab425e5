"""The calendar of the law: which days are off by which version, and which modes are ways of counting."""

from datetime import timedelta

import pytest

from madang.kernel.clocks.holidays import UnknownCalendar
from madang.kernel.statutes.refusals import NotComputable, NotVerified
from madang.kernel.statutes.rules import evaluate, rule_info
from madang.kernel.statutes.rulings.calendar import is_substitute
from tests.kernel.tables_of_rules import NEW, NEWEST, computable, d, named, says

CHAPTER = ("CAL-",)
OPTIONAL = frozenset[str]()


def on_day(day: str) -> dict[str, object]:
    return {"calendar_day_on": d(day)}


SATISFIED = [
    ("CAL-I", on_day("2026-07-17"), NEWEST),
    ("CAL-I", on_day("2025-05-11"), NEW),
    ("CAL-J", on_day("2021-08-16"), NEW),
    ("CAL-K", on_day("2025-05-10"), NEW),
    ("CAL-L", on_day("2024-10-01"), NEW),
]

BREACHED = [
    ("CAL-I", on_day("2025-07-17"), NEW),
    ("CAL-J", on_day("2021-06-07"), NEW),
    ("CAL-K", on_day("2025-05-09"), NEW),
    ("CAL-L", on_day("2024-10-03"), NEW),
]

UNKNOWN = [(rule_id, {}, ("calendar_day_on",)) for rule_id in ("CAL-I", "CAL-J", "CAL-K", "CAL-L")]


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(SATISFIED))
def test_facts_that_keep_a_rule_of_the_calendar_satisfy_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("satisfied", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named(BREACHED))
def test_facts_that_break_a_rule_of_the_calendar_breach_it(rule_id, facts, on):
    answer = evaluate(rule_id, facts, on=on)
    assert (answer.status.value, answer.missing) == ("breached", ()), answer.sentence.en
    says(answer)


@pytest.mark.parametrize(("rule_id", "facts", "missing"), named(UNKNOWN))
def test_a_fact_that_the_calendar_lack_is_named_in_an_open_answer(rule_id, facts, missing):
    answer = evaluate(rule_id, facts, on=NEWEST)
    assert (answer.status.value, answer.missing) == ("unknown", missing)
    says(answer)


def test_every_computable_rule_of_the_calendar_is_in_each_table():
    assert {row[0] for row in SATISFIED} == computable(CHAPTER)
    assert {row[0] for row in BREACHED} == computable(CHAPTER)
    assert {row[0] for row in UNKNOWN} == computable(CHAPTER)


@pytest.mark.parametrize(("rule_id", "facts", "on"), named([*SATISFIED, *BREACHED]))
def test_one_fact_less_never_turns_an_answer_on_the_calendar_round(rule_id, facts, on):
    full = evaluate(rule_id, facts, on=on).status.value
    for name in facts.keys() - OPTIONAL:
        less = evaluate(rule_id, {k: v for k, v in facts.items() if k != name}, on=on)
        assert less.status.value in {full, "unknown"}, name


def is_so(rule_id, day):
    return evaluate(rule_id, {"calendar_day_on": d(day)}, on=d(day)).is_satisfied


@pytest.mark.parametrize(("before", "after"), [("2025-05-01", "2026-05-01"), ("2025-07-17", "2026-07-17")])
def test_labour_day_and_constitution_day_are_holidays_from_2026(before, after):
    assert [is_so("CAL-I", day) for day in (before, after)] == [False, True]


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2015, ["2015-09-29"]),
        (2016, ["2016-02-10"]),
        (2017, ["2017-01-30", "2017-10-06"]),
        (2018, ["2018-05-07", "2018-09-26"]),
        (2019, ["2019-05-06"]),
        (2020, ["2020-01-27"]),
        (2021, ["2021-08-16", "2021-10-04", "2021-10-11"]),
        (2022, ["2022-09-12", "2022-10-10"]),
        (2023, ["2023-01-24", "2023-05-29"]),
        (2024, ["2024-02-12", "2024-05-06"]),
        (2025, ["2025-03-03", "2025-05-06", "2025-10-08"]),
        (2026, ["2026-03-02", "2026-05-25", "2026-08-17", "2026-10-05"]),
    ],
)
def test_the_substitutes_of_a_year_are_those_of_its_versions(year, days):
    first = d(f"{year}-01-01")
    of_year = [first + timedelta(days=n) for n in range((first.replace(year=year + 1) - first).days)]
    assert [day.isoformat() for day in of_year if is_substitute(day)] == days
    assert all(is_so("CAL-J", day) for day in days)


@pytest.mark.parametrize(
    ("never", "why"),
    [
        ("2021-06-07", "6 June fell on a Sunday"),
        ("2022-01-03", "1 January fell on a Saturday"),
        ("2021-05-20", "Buddha's birthday of 2021 was a Wednesday"),
        ("2022-05-09", "Buddha's birthday of 2022 fell on a Sunday, before 2023-05-04"),
        ("2022-12-26", "Christmas of 2022 fell on a Sunday, before 2023-05-04"),
        ("2021-03-02", "1 March of 2021 was a Monday"),
        ("2020-08-18", "national days had none before 2021-08-04"),
    ],
)
def test_days_that_no_version_gives_a_substitute_have_none(never, why):
    assert not is_substitute(d(never)), why


@pytest.mark.parametrize(
    ("boundary", "article"),
    [("2021-08-04", "제3조"), ("2023-05-04", "제3조"), ("2026-05-01", "제3조")],
)
def test_the_version_of_the_day_is_cited_from_its_first_day(boundary, article):
    days = [d(boundary).replace(day=d(boundary).day + shift) for shift in (0, 1)]
    cited = [rule_info("CAL-J").citation_on(day).version for day in days]
    assert cited == [f"@{boundary}"] * 2
    earlier = [p.first_on for p in rule_info("CAL-J").provisions]
    assert [day.isoformat() for day in earlier] == ["2013-11-05", "2021-08-04", "2023-05-04", "2026-05-01"]
    assert {p.article for p in rule_info("CAL-J").provisions} == {article}


def test_the_list_of_holidays_has_two_editions_in_may_2026():
    assert [p.first_on.isoformat() for p in rule_info("CAL-I").provisions][1:] == ["2026-05-01", "2026-05-11"]
    cited = [rule_info("CAL-I").citation_on(d(f"2026-05-{day}")).version for day in ("10", "11", "12")]
    assert cited == ["@2026-05-01", "@2026-05-11", "@2026-05-11"]


def test_a_saturday_rolls_a_period_though_it_is_no_public_holiday():
    assert is_so("CAL-K", "2025-05-10")
    assert not is_so("CAL-I", "2025-05-10")
    assert not is_so("CAL-K", "2025-05-11")


def test_a_day_of_the_cabinet_names_its_decision_as_source():
    answer = evaluate("CAL-L", {"calendar_day_on": d("2024-10-01")}, on=d("2024-10-01"))
    assert answer.is_satisfied
    assert any(step.words.en == "source" and "제4조" in step.value for step in answer.trace)


@pytest.mark.parametrize("rule_id", ["CAL-I", "CAL-J", "CAL-L"])
@pytest.mark.parametrize("day", ["2014-12-31", "2028-01-01"])
def test_a_day_outside_the_table_is_refused_with_its_range(rule_id, day):
    with pytest.raises(UnknownCalendar, match="2027-12-31"):
        evaluate(rule_id, {"calendar_day_on": d(day)}, on=NEW)


@pytest.mark.parametrize("mode", "ABCDEFGH")
def test_a_way_of_counting_is_refused_as_such_and_cites_its_article(mode):
    info = rule_info(f"CAL-{mode}")
    with pytest.raises(NotComputable, match="way of counting"):
        evaluate(info.id, {}, on=NEW)
    assert info.citation_on(NEW).article
    assert (info.confidence == "inference") is (mode == "G")


def test_local_holidays_are_not_verified_and_not_guessed():
    with pytest.raises(NotVerified, match="CAL-M"):
        evaluate("CAL-M", {}, on=NEW)
