"""Renewal of cover after an extension or a continuation by law (Decree art. 60(2)): renewed, then proven in thirty days."""

from madang.kernel.procedures.tools import FIRM
from madang.kernel.words import Words
from madang.kernel.workflow import Clock, Move

PROOF = Clock("LIA-03.renewal", "firm", Words("갱신한 보장의 증명 제출", "Proof of the renewed cover"))


def renewals(*states: str) -> tuple[Move, ...]:
    """For each state in which a renewed term runs: the day of the renewal starts the clock, the proof stops it."""
    renewed, proven = (
        Words("보장 갱신 알림", "Tell that the cover was renewed"),
        Words("갱신한 보장의 증명 제출", "File the proof"),
    )
    return tuple(
        move
        for state in states
        for move in (
            Move(f"renew_{state}", (state,), state, FIRM, renewed, "LIA-03", starts=(PROOF,)),
            Move(f"prove_{state}", (state,), state, FIRM, proven, "LIA-03", stops=(PROOF.rule_id,)),
        )
    )
