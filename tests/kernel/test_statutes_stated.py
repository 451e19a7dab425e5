"""Facts are read by their kinds, whether a page, a command line or a program states them."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from madang.kernel.clocks.pauses import Pause, ReceivedBeforeAsked
from madang.kernel.clocks.seoul import SEOUL
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.facts import NoSuchFact, fact_kind, fact_names
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.stated import check, read_fact, read_pauses
from madang.kernel.written_days import CannotBeRead, read_start

d, coarse = date.fromisoformat, PartialDate.parse
OF_KIND = {fact_kind(name): name for name in reversed(fact_names())}
JUNE = Pause(d("2026-06-03"), d("2026-06-10"))


@pytest.mark.parametrize(("kind", "given", "read"), [
    ("day", "2026. 11. 3.", d("2026-11-03")),
    ("day", "2020-08", coarse("2020-08")),
    ("instant", "2026-09-24T16:30Z", datetime(2026, 9, 25, 1, 30, tzinfo=SEOUL)),
    ("instant", "2026. 9. 25. 오전 9시", datetime(2026, 9, 25, 9, tzinfo=SEOUL)),
    ("instant", "2026-09-25", d("2026-09-25")),
    ("yes_no", " 예 ", True),
    ("yes_no", "no", False),
    ("yes_no", "false", False),
    ("yes_no", "아니오", False),
    ("yes_no", False, False),
    ("count", "1,200", 1200),
    ("count", "１２", 12),
    ("count", 3.0, 3),
    ("amount", "-1.520", Decimal("-1.520")),
    ("amount", 0.3, Decimal("0.3")),
    ("text", " 충북 ", "충북"),
    ("keys", "busan, ulsan,", ("busan", "ulsan")),
    ("keys", ["busan"], ("busan",)),
    ("pauses", "2026. 6. 3. ~ 2026. 6. 10.\n", (JUNE,)),
    ("pauses", "2026-06-03..2026-06-10,2026-06-03～2026-06-10", (JUNE, JUNE)),
    ("pauses", [{"asked": "2026-06-03", "received": "2026-06-10"}], (JUNE,)),
    ("day", " ", None),
    ("count", None, None),
])  # fmt: skip
def test_a_fact_is_understood_as_its_kind_and_however_it_is_written(kind, given, read):
    found = read_fact(OF_KIND[kind], given)
    assert (found, type(found)) == (read, type(read))


@pytest.mark.parametrize(("kind", "given"), [
    ("day", True), ("day", {"deep": []}), ("day", "soon"), ("instant", 7), ("instant", "2026-09-25T25:00"),
    ("yes_no", "maybe"), ("yes_no", 1), ("yes_no", []), ("count", "-1"), ("count", 1.5), ("count", True), ("count", "9" * 40),
    ("amount", "NaN"), ("amount", float("inf")), ("amount", "1e300"), ("amount", [1]), ("text", 7), ("keys", 7), ("keys", [7]),
    ("pauses", 7), ("pauses", ["2026-06-03"]), ("pauses", [{"asked": "2026-06-03"}]), ("pauses", [7]),
    ("pauses", [{"asked": 7, "received": "2026-06-10"}]), ("pauses", "2026-06 ~ 2026-06-10"),
])  # fmt: skip
def test_what_is_not_of_the_kind_is_refused_with_a_sentence_in_both_languages(kind, given):
    with pytest.raises(CannotBeRead) as refused:
        read_fact(OF_KIND[kind], given)
    assert refused.value.sentence.ko != refused.value.sentence.en


def test_supplements_the_wrong_way_round_are_refused_and_a_name_that_is_no_fact():
    with pytest.raises(ReceivedBeforeAsked):
        read_pauses("2026-06-10 ~ 2026-06-03")
    with pytest.raises(NoSuchFact):
        read_fact("hearng_on", "2026-06-10")


def test_an_instant_that_no_clock_shows_is_refused():
    for written in ("2026-09-25T24:30", "2026-02-30T10:00", "0001-01-01T00:00Z"):
        with pytest.raises(CannotBeRead):
            read_start(written)


def test_a_rule_is_asked_with_what_was_read_and_names_what_it_did_not():
    facts = {"hearing_on": d("2020-04-29"), "hearing_announced_on": None, "zone_name": "x"}
    found = check("PLN-08", facts, on=coarse("2020-05-26"))
    assert (found.answer.missing, found.unread) == (("hearing_announced_on",), ("zone_name",))


def test_a_number_that_is_no_year_is_a_refusal_and_no_failure():
    with pytest.raises(Refusal) as refused:
        check("EVA-05", {"report_year": 10**14}, on=coarse("2024-01-02"))
    assert "100000000000000" in refused.value.sentence.ko
