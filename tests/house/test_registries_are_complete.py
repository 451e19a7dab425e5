"""Acts, events, permissions and procedures say everything that doors, readers and the law need of them."""

import ast
import inspect
import re

import pytest

from madang.core import acts
from madang.core.audit.events import kinds
from madang.core.authority import OfficeKind, permissions
from madang.kernel.procedures.editions import ALL
from madang.kernel.statutes.clocks import clock_rule_ids
from madang.kernel.statutes.rules import computable_rule_ids, rule_ids
from madang.kernel.words import Words
from madang.portal import catalogue, urls
from tests.house.reads import READS
from tests.house.sources import trees

catalogue.load()
#: the root addresses bring in the pages, whose permissions count as used
PAGES = urls.urlpatterns
HANGUL = re.compile(r"[\uac00-\ud7a3]")
#: who may hold a move: the kinds of office, and the applicant, whose kind is decided by the case
ROLES = {kind.value for kind in OfficeKind} | {"applicant"}


def both(words: Words) -> bool:
    """Whether there is Korean in the Korean, and English without Korean beside it."""
    return bool(HANGUL.search(words.ko)) and bool(words.en.strip()) and not HANGUL.search(words.en)


def test_every_act_says_in_an_english_sentence_what_it_does() -> None:
    assert acts.registry()
    silent = []
    for name, entry in acts.registry().items():
        first = (inspect.getdoc(entry.function) or "").splitlines()[:1]
        if not first or not re.match(r"[A-Z][a-z].*[.)]", first[0]):
            silent.append(name)
    assert silent == []


def test_every_act_records_a_kind_of_event_that_is_known() -> None:
    assert [name for name, entry in acts.registry().items() if not entry.records] == []
    recorded = {kind.name for entry in acts.registry().values() for kind in entry.records}
    assert recorded - set(kinds()) == set()


def test_every_kind_of_event_is_recorded_by_some_act() -> None:
    recorded = {kind.name for entry in acts.registry().values() for kind in entry.records}
    assert set(kinds()) - recorded == set()


def test_every_event_has_both_sentences_and_an_audience() -> None:
    found = kinds()
    assert [name for name, kind in found.items() if not both(kind.words)] == []
    assert [name for name, kind in found.items() if not kind.audience.strip()] == []


def test_both_sentences_of_an_event_tell_the_same_facts() -> None:
    def told(text: str) -> set[str]:
        return {fact.removesuffix("_en").removesuffix("_ko") for fact in re.findall(r"\{(\w+)", text)}

    assert [name for name, kind in kinds().items() if told(kind.words.ko) != told(kind.words.en)] == []


def test_every_permission_says_why_in_both_languages() -> None:
    assert [name for name, rule in permissions().items() if not both(rule.because)] == []


def test_every_permission_is_used_by_an_act_or_a_page() -> None:
    written = {
        node.value
        for path, tree in trees().items()
        if path.name != "rules.py" and "rules" not in path.parts[:-1]
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    used = {entry.may for entry in acts.registry().values()} | written | set(READS)
    assert sorted(set(permissions()) - used) == []


def test_every_permission_that_an_act_asks_for_exists() -> None:
    assert sorted({entry.may for entry in acts.registry().values()} - set(permissions())) == []


@pytest.mark.parametrize("procedure", ALL, ids=lambda p: f"{p.name}-{p.edition}")
def test_every_state_and_move_is_named_in_both_languages(procedure) -> None:
    assert both(procedure.words)
    unnamed = [s.key for s in procedure.states if not both(s.office_words) or not both(s.public_words)]
    waiting = [s.key for s in procedure.states if s.waits_for and not both(s.to_do)]
    moves = [m.name for m in procedure.moves if not both(m.words)]
    assert (unnamed, waiting, moves) == ([], [], [])


@pytest.mark.parametrize("procedure", ALL, ids=lambda p: f"{p.name}-{p.edition}")
def test_every_rule_that_a_move_names_stands_in_the_law_kernel(procedure) -> None:
    known, answered, counted = set(rule_ids()), set(computable_rule_ids()), set(clock_rule_ids())
    for move in procedure.moves:
        assert set(move.guards) <= answered, move.name
        assert {clock.rule_id for clock in move.starts} <= counted, move.name
        assert {*move.stops, *move.pauses, *move.resumes} <= counted, move.name
        assert not move.provision or move.provision in known, move.name


@pytest.mark.parametrize("procedure", ALL, ids=lambda p: f"{p.name}-{p.edition}")
def test_every_move_is_in_the_hands_of_a_kind_of_office(procedure) -> None:
    assert {office for move in procedure.moves for office in move.offices} <= ROLES
    assert [move.name for move in procedure.moves if not move.offices] == []
    assert {state.waits_for for state in procedure.states if state.waits_for} <= ROLES


@pytest.mark.parametrize("procedure", ALL, ids=lambda p: f"{p.name}-{p.edition}")
def test_practice_never_rests_on_guards_or_clocks_of_the_law(procedure) -> None:
    assert procedure.basis in ("law", "practice")
    if procedure.basis == "practice":
        assert [m.name for m in procedure.moves if m.guards or m.starts] == []
    else:
        assert [m.name for m in procedure.moves if m.provision]
