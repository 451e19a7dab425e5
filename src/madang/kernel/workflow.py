"""Procedures as frozen tables of moves: who may do what, from which state, under which article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from madang.kernel.words import Words


class Finding(Protocol):
    """What a refusal shows of one rule: its number and its sentence."""

    @property
    def rule_id(self) -> str: ...

    @property
    def sentence(self) -> Words: ...


class NotLawful(Exception):
    """A move is not open now: the state does not allow it, or a rule is breached or unknown.

    ``words`` says to people what happened, why, and what is open instead; ``findings`` are the rules in the way.
    """

    def __init__(self, words: Words, findings: Sequence[Finding] = ()) -> None:
        super().__init__(words.en)
        self.words = words
        self.findings = tuple(findings)


@dataclass(frozen=True)
class State:
    """A state with one label for offices and one for the public; ``waits_for`` names the office kind that must act."""

    key: str
    office_words: Words
    public_words: Words
    waits_for: str = ""
    to_do: Words = Words("", "")
    tone: str = "neutral"
    final: bool = False


@dataclass(frozen=True)
class Clock:
    """A statutory clock that a move starts: the rule that counts it and the office kind that owes the answer."""

    rule_id: str
    owed_by: str
    words: Words


@dataclass(frozen=True)
class Move:
    """One row of a procedure. ``guards`` are rule ids that must be satisfied; ``provision`` is the rule it rests on."""

    name: str
    sources: tuple[str, ...]
    target: str
    offices: tuple[str, ...]
    words: Words
    provision: str = ""
    guards: tuple[str, ...] = ()
    starts: tuple[Clock, ...] = ()
    stops: tuple[str, ...] = ()
    pauses: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    extends: tuple[str, ...] = ()


@dataclass(frozen=True)
class Procedure:
    """A dated edition of a procedure. ``basis`` is "law" or "practice": practice is never shown as law."""

    name: str
    edition: str
    in_force_from: date
    words: Words
    basis: str
    states: tuple[State, ...]
    moves: tuple[Move, ...]
    initial: str

    def state(self, key: str) -> State:
        """Return the state with this key; KeyError names an unknown one."""
        for state in self.states:
            if state.key == key:
                return state
        raise KeyError(key)

    def open_moves(self, state: str) -> tuple[Move, ...]:
        """Return the moves that leave a state, in table order."""
        return tuple(move for move in self.moves if state in move.sources)

    def move(self, name: str, state: str) -> Move:
        """Return the move by this name out of a state.

        Raises:
            NotLawful: no such move leaves the state; the words say which ones do.
        """
        for move in self.open_moves(state):
            if move.name == name:
                return move
        raise NotLawful(self._closed(name, state))

    def _closed(self, name: str, state: str) -> Words:
        wanted = next((m.words for m in self.moves if m.name == name), Words(name, name))
        now = self.state(state).office_words
        open_now = [move.words for move in self.open_moves(state)]
        ko = ", ".join(w.ko for w in open_now) or "없음"
        en = ", ".join(w.en for w in open_now) or "nothing"
        return Words(
            f"지금은 ‘{wanted.ko}’ 처리를 할 수 없습니다. 현재 상태는 ‘{now.ko}’이며, "
            f"이 상태에서 할 수 있는 처리는 다음과 같습니다: {ko}.",
            f"“{wanted.en}” is not open now: the state is “{now.en}”. Open from here: {en}.",
        )

    def mermaid(self) -> str:
        """Return the diagram of the table, as the documentation shows it."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial}"]
        lines += [f"    {s.key} : {s.office_words.ko}" for s in self.states]
        lines += [f"    {src} --> {m.target} : {m.name} {m.provision}".rstrip() for m, src in self._arrows()]
        return "\n".join(lines)

    def _arrows(self) -> Iterable[tuple[Move, str]]:
        return ((move, source) for move in self.moves for source in move.sources)


def checked(procedure: Procedure) -> Procedure:
    """Return the procedure if its table is sound; ValueError names the first fault (unknown state, orphan, double)."""
    keys = {state.key for state in procedure.states}
    used = {procedure.initial} | {k for m in procedure.moves for k in (*m.sources, m.target)}
    if used - keys:
        raise ValueError(f"{procedure.name}: unknown states {sorted(used - keys)}")
    reached = {procedure.initial} | {m.target for m in procedure.moves}
    if keys - reached:
        raise ValueError(f"{procedure.name}: states nobody reaches {sorted(keys - reached)}")
    pairs = [(m.name, source) for m in procedure.moves for source in m.sources]
    if len(pairs) != len(set(pairs)):
        raise ValueError(f"{procedure.name}: a move leaves the same state twice")
    return procedure
