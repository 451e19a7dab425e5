"""Every procedure's table is sound, and no walk through it leaves the states the table knows."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madang.kernel.procedures.editions import ALL, edition_on, procedure
from madang.kernel.workflow import NotLawful, checked

NAMES = [f"{one.name} {one.edition}" for one in ALL]


@pytest.mark.parametrize("table", ALL, ids=NAMES)
def test_every_state_can_be_reached_and_final_states_lead_nowhere(table):
    reached, edge = {table.initial}, [table.initial]
    while edge:
        for move in table.open_moves(edge.pop()):
            if move.target not in reached:
                reached.add(move.target)
                edge.append(move.target)
    assert reached == {state.key for state in table.states}
    for state in table.states:
        assert state.final is False or table.open_moves(state.key) == ()


@given(st.data())
def test_random_walk_meets_only_known_states_and_refuses_every_other_move(data):
    table = data.draw(st.sampled_from(ALL))
    state = table.initial
    every = sorted({move.name for move in table.moves})
    for _ in range(data.draw(st.integers(0, 12))):
        wanted = data.draw(st.sampled_from(every))
        open_now = {move.name for move in table.open_moves(state)}
        if wanted in open_now:
            state = table.move(wanted, state).target
            assert table.state(state)
        else:
            with pytest.raises(NotLawful) as refusal:
                table.move(wanted, state)
            assert table.state(state).office_words.ko in refusal.value.words.ko


@given(st.data())
def test_no_walk_designates_a_zone_without_both_committees_and_the_consultation(data):
    table = procedure("designation", "V4")
    state, walked, asked = table.initial, [], set()
    for _ in range(40):
        moves = table.open_moves(state)
        if not moves:
            break
        move = data.draw(st.sampled_from(moves))
        walked.append(move.name)
        asked |= {move.provision, *move.guards}
        state = move.target
    if state == "designated":
        assert {"approve", "gazette"} <= set(walked)
        assert any(name.startswith("apply") for name in walked)
        # a step that was not recorded is asked for by its rule: a live act is refused, the record says unknown
        assert {"DES-01", "DC-06", "ZC-05", "DES-04", "DES-05"} <= asked


def test_edition_of_a_case_is_the_one_of_its_day():
    days = [date(2024, 8, 6), date(2024, 8, 7), date(2026, 6, 30), date(2026, 7, 1)]
    assert [edition_on("designation", day) for day in days] == ["V2", "V3", "V3", "V4"]
    assert edition_on("designation", None) == edition_on("designation", date(2019, 4, 16)) == "V1"


def test_tables_with_faults_are_refused_with_the_fault_named():
    sound = procedure("call", "P1")
    with pytest.raises(ValueError, match="nobody reaches"):
        checked(replace(sound, moves=sound.moves[1:]))
    with pytest.raises(ValueError, match="unknown states"):
        checked(replace(sound, states=sound.states[:-1]))
    with pytest.raises(ValueError, match="twice"):
        checked(replace(sound, moves=(*sound.moves, sound.moves[0])))


def test_diagram_names_states_and_rules():
    drawn = procedure("designation", "V3").mermaid()
    assert drawn.startswith("stateDiagram-v2")
    assert "DES-05" in drawn
    assert "지정·고시" in drawn
