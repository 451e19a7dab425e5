"""One typed score: what is read, what is refused, and in which words."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madang.kernel.scoring.rule_record import Criterion, Stage
from madang.kernel.scoring.sheets import BadScore, PlanSheets, Sheet, StageSheets, parse_score
from madang.kernel.words import Words

NEED = Criterion("need", Words("필요성", "Need"), Decimal(40), Stage.PAPER)
PLAN = Criterion("plan", Words("실행계획", "Plan"), Decimal(100), Stage.PAPER, score_decimals=0)


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ("0", "0"),
        ("40", "40"),
        ("39.5", "39.5"),
        (" 12 ", "12"),
        ("３８．５", "38.5"),
        ("　２７　", "27"),
        ("007", "7"),
        ("5.0", "5"),
    ],
)
def test_a_plain_number_in_range_is_read_exactly(typed: str, score: str) -> None:
    assert parse_score(typed, NEED) == Decimal(score)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "abc", "여덟", "NaN", "nan", "Infinity", "inf", "-1", "+1", "－５", "1e1", "1E1", "8²", "①", "½", "٣", "1,5",
     "1 5", "1_0", "0x1f", ".5", "5.", "1.2.3", "9" * 5000, "{0}", "\x005"],
)  # fmt: skip
def test_anything_but_a_plain_number_is_refused_by_name(typed: str) -> None:
    with pytest.raises(BadScore) as caught:
        parse_score(typed, NEED)
    assert caught.value.words.ko.startswith("필요성: ")
    assert "0부터 40까지" in caught.value.words.ko
    assert "0 to 40" in caught.value.words.en
    assert len(caught.value.words.ko) < 120


@pytest.mark.parametrize("typed", ["40.1", "41", "999999999"])
def test_a_score_over_full_marks_is_out_of_range(typed: str) -> None:
    with pytest.raises(BadScore, match="out of range"):
        parse_score(typed, NEED)


@pytest.mark.parametrize(("typed", "criterion"), [("39.55", NEED), ("5.5", PLAN)])
def test_more_decimals_than_the_criterion_takes_are_refused(typed: str, criterion: Criterion) -> None:
    with pytest.raises(BadScore, match="too many decimal places"):
        parse_score(typed, criterion)


@settings(deadline=None)
@given(st.text(max_size=12))
def test_any_text_is_either_a_score_in_range_or_refused(typed: str) -> None:
    try:
        score = parse_score(typed, NEED)
    except BadScore:
        score = Decimal(0)
    assert 0 <= score <= NEED.full_marks


def test_a_sheet_knows_which_criteria_have_no_score() -> None:
    sheet = Sheet("A", {"need": Decimal(0)})
    assert sheet.missing([NEED, PLAN]) == (PLAN,)
    assert not sheet.complete([NEED, PLAN])
    assert sheet.complete([NEED])


def test_sheets_come_back_equal_from_their_record() -> None:
    stage = StageSheets(("A", "B"), (Sheet("A", {"need": Decimal("30.5")}),))
    plan = PlanSheets("부산", stage, StageSheets(), Decimal("1.5"), joint=True)
    assert PlanSheets.from_json(plan.to_json()) == plan
