"""Particles after Hangul, digits, Latin letters and brackets; composed Hangul; plain digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madang.kernel.korean import josa, nfc, particle, plain_digits


@pytest.mark.parametrize(
    ("word", "pair", "written"),
    [
        ("위원회", "이/가", "위원회가"),
        ("지정", "이/가", "지정이"),
        ("서울", "으로/로", "서울로"),
        ("부산", "으로/로", "부산으로"),
        ("제주", "으로/로", "제주로"),
        ("계획", "을/를", "계획을"),
        ("특구", "은/는", "특구는"),
        ("시ㆍ도", "과/와", "시ㆍ도와"),
        ("1", "이/가", "1이"),
        ("2", "이/가", "2가"),
        ("3", "으로/로", "3으로"),
        ("7", "으로/로", "7로"),
        ("90", "을/를", "90을"),
        ("2026", "은/는", "2026은"),
        ("５", "이/가", "５가"),
        ("RFZ", "이/가", "RFZ가"),
        ("SME", "이/가", "SME가"),
        ("XML", "으로/로", "XML로"),
        ("PDF", "을/를", "PDF를"),
        ("KRN", "을/를", "KRN을"),
        ("blockchain", "이/가", "blockchain이"),
        ("drone", "을/를", "drone을"),
        ("style", "으로/로", "style로"),
        ("robot", "이/가", "robot이"),
        ("test", "이/가", "test가"),
        ("data", "은/는", "data는"),
        ("10%", "을/를", "10%를"),
        ("규제자유특구(RFZ)", "은/는", "규제자유특구(RFZ)는"),
        ("‘실증’", "을/를", "‘실증’을"),
        ("「민법」", "이/가", "「민법」이"),
        ("2026년 7월 20일(월)", "을/를", "2026년 7월 20일(월)을"),
        ("(주)마당", "이/가", "(주)마당이"),
        ("(주)", "이/가", "(주)가"),
        ("", "이/가", "가"),
        ("…", "은/는", "…는"),
    ],
)
def test_a_particle_fits_the_sound_before_it(word, pair, written):
    assert josa(word, pair) == written


@given(st.text(max_size=20))
def test_any_text_gets_one_of_the_two_forms(word):
    assert particle(word, "은/는") in {"은", "는"}


@pytest.mark.parametrize("pair", ["이", "이/", "/가", ""])
def test_a_particle_without_two_forms_is_refused(pair):
    with pytest.raises(ValueError, match="two forms"):
        josa("특구", pair)


def test_hangul_in_pieces_is_composed_and_stays_the_same_when_whole():
    assert nfc("\u1109\u1175\u11af\u110c\u1173\u11bc") == "실증"
    assert nfc("실증") == "실증"


def test_full_width_digits_become_plain_and_letters_stay():
    assert plain_digits("제７５조 ＡＢ 12") == "제75조 ＡＢ 12"
