"""The glossary: one English word for one Korean term, both ways."""

import pytest

from madang.kernel.terms import NoSuchTerm, term, term_of, terms


def test_no_identifier_english_word_or_korean_term_stands_twice():
    found = terms()
    assert len(found) > 130
    for column in ([t.identifier for t in found], [t.words.ko for t in found], [t.words.en for t in found]):
        assert sorted(column) == sorted(set(column))


def test_every_term_says_what_it_means_in_both_languages():
    assert all(t.meaning.ko and t.meaning.en for t in terms())
    assert all(t.identifier.isidentifier() and t.identifier.islower() for t in terms())


@pytest.mark.parametrize(
    ("identifier", "korean"),
    [("zone", "규제자유특구"), ("exemption", "실증특례"), ("interim_permit", "임시허가"), ("notice", "공고")],
)
def test_a_term_is_found_from_either_side(identifier, korean):
    assert term(identifier).words.ko == korean
    assert term_of(korean).identifier == identifier


def test_a_word_outside_the_glossary_is_refused():
    with pytest.raises(NoSuchTerm):
        term("no_such_term")
    with pytest.raises(NoSuchTerm):
        term_of("없는말")
