"""Notice boards: identity of users, harm, temporary blocks, what is removed (BRD-01 to BRD-06).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> facts = {"block_started_on": date(2026, 3, 2), "block_last_on": date(2026, 4, 1)}
>>> evaluate("BRD-03", facts, on=date(2026, 3, 2)).sentence.en
'last day of the temporary block: by Tue 31 March 2026; done only on Wed 1 April 2026, too late.'
"""

from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.facts import Facts, fact_label
from madang.kernel.statutes.findings import Finding, all_true, done_by, either, holds
from madang.kernel.statutes.refusals import NotVerified, WrongFact
from madang.kernel.statutes.registry import rule, rule_info
from madang.kernel.words import Words

MUST_VERIFY = ("state_body", "local_government", "public_corporation")
OTHERS = ("other",)


@rule("BRD-01")
def users_are_verified(facts: Facts) -> Finding:
    """Whether identity is verified at all; how is laid down nowhere that was found.

    Raises:
        NotVerified: the form of the verification is asked about.
    """
    if facts.said("verification_form_asked"):
        form = Words("본인확인의 방법", "verification form")
        raise NotVerified("BRD-01", rule_info("BRD-01").citation_on(facts.on), form)
    operator = facts.text("board_operator")
    if operator in OTHERS:
        return holds("본인확인조치를 하여야 하는 곳이 아닙니다.", "no duty to verify its users.", False)
    if operator not in MUST_VERIFY:
        raise WrongFact("board_operator", fact_label("board_operator"), operator)
    return either(
        facts.truth("users_verified"),
        Words(
            "본인확인조치를 하였습니다. 방법은 정해진 것이 확인되지 않습니다.",
            "users are verified; the form is open.",
        ),
        Words("본인확인조치를 하지 않았습니다.", "users are not verified."),
        True,
    )


@rule("BRD-02")
def harm_was_acted_on(facts: Facts) -> Finding:
    """The Act gives no number of days for "without delay"."""
    if not facts.truth("removal_asked"):
        return holds("삭제나 반박의 요청이 없습니다.", "nobody asked for deletion or rebuttal.")
    return all_true(
        facts,
        ("removal_acted", "removal_asker_told", "poster_told", "measure_shown_on_board"),
        Words(
            "조치하고 양쪽에 알리고 게시판에 밝혔습니다.", "acted on, told to both and shown on the board."
        ),
        Words(
            "조치, 양쪽에 알림, 게시판에 밝힘 가운데 빠진 것이 있습니다.",
            "acting, telling both or showing it on the board is lacking.",
        ),
    )


@rule("BRD-03")
def block_ended_in_time(facts: Facts) -> Finding:
    """The value is the last day a block can last. A block restricts the one who posted, so it is counted by CAL-B."""
    facts.require("block_started_on")
    facts.in_order("block_started_on", "block_last_on")
    return done_by(facts, due_of(facts, "BRD-03", start=facts.day("block_started_on")), "block_last_on")


@rule("BRD-04")
def terms_state_the_measures(facts: Facts) -> Finding:
    return either(
        facts.truth("terms_state_measures"),
        Words("약관에 밝혔습니다.", "the terms state them."),
        Words("약관에 밝히지 않았습니다.", "the terms do not state them."),
    )


@rule("BRD-05")
def illegal_information_is_gone(facts: Facts) -> Finding:
    """A post of a listed kind must be removed; whether it is of that kind is a judgement made before."""
    kind = facts.text("post_kind")
    item = next((item for item in checklist("BRD-05", on=facts.on) if item.key == kind), None)
    if item is None:
        return holds(
            "불법정보나 허위조작정보가 아닙니다.", "no illegal, false or manipulated information of the Act."
        )
    return either(
        facts.truth("post_removed"),
        Words(
            f"불법정보({item.words.ko})를 없앴습니다.", f"illegal information ({item.words.en}) was removed."
        ),
        Words(
            f"불법정보({item.words.ko})가 남아 있습니다.",
            f"illegal information ({item.words.en}) is still there.",
        ),
    )


@rule("BRD-06")
def removal_has_a_ground(facts: Facts) -> Finding:
    """One of the thirteen grounds of the posting rules; they are no statute."""
    ground = facts.text("post_ground")
    return either(
        any(item.key == ground for item in checklist("BRD-06", on=facts.on)),
        Words("운영원칙이 정한 삭제ㆍ차단 사유입니다.", "a ground of the posting rules."),
        Words("운영원칙이 정한 사유가 아닙니다.", "no ground of the posting rules."),
    )
