"""The Zone Committee and the Deliberation Committee: size, terms, notice, votes, interest (ZC, DC, COI, COM).

>>> from datetime import date
>>> from madang.kernel.statutes.rules import evaluate
>>> evaluate("ZC-01", {"committee_size": 40}, on=date(2021, 7, 20)).sentence.en
'40, above the limit of 30.'
"""

from datetime import timedelta

from madang.kernel.clocks.counting import duty
from madang.kernel.clocks.lengths import end_of, years
from madang.kernel.clocks.spoken import spoken
from madang.kernel.statutes.answers import Status, Trace, worst
from madang.kernel.statutes.checklists import all_present, checklist
from madang.kernel.statutes.clocked import due_of
from madang.kernel.statutes.exceptions import Unless, general
from madang.kernel.statutes.facts import Facts, MissingFacts
from madang.kernel.statutes.findings import Finding, done_by, either, fails, holds, steps_of
from madang.kernel.statutes.registry import rule
from madang.kernel.statutes.rulings.parts import all_of
from madang.kernel.statutes.votes import count_votes, outcome_words, sums_of
from madang.kernel.words import Words

DELEGATED = "delegated"


@rule("ZC-01")
def zone_committee_keeps_its_size(facts: Facts) -> Finding:
    return _size(facts, "zone_committee.members")


@rule("ZC-02")
def zone_committee_member_is_in_term(facts: Facts) -> Finding:
    return _term(facts, "zone_committee")


@rule("ZC-03")
def assembly_experts_are_few(facts: Facts) -> Finding:
    return _at_most(facts, "assembly_recommended_members", "zone_committee.assembly_experts")


@rule("ZC-04")
def zone_committee_was_called_in_time(facts: Facts) -> Finding:
    return _notice(facts, "ZC-04")


@rule("ZC-05")
def zone_committee_carried(facts: Facts) -> Finding:
    return _vote(facts, "zone_committee")


@rule("ZC-06")
def zone_committee_has_a_chair(facts: Facts) -> Finding:
    return _chair(facts)


def _result_published(facts: Facts) -> Finding:
    return either(
        facts.truth("result_published"),
        Words("심의 결과를 공개하였습니다.", "the result was published."),
        Words("의결 없이 결과를 공개하지 않았습니다.", "not published, though no resolution closed it."),
    )


def _closed(facts: Facts) -> bool:
    return facts.truth("closed_by_resolution")


def _kept_closed(facts: Facts) -> Finding:
    return holds("비공개로 의결하였습니다.", "closed by a resolution.")


#: The result is published, unless the committee resolved to keep it closed.
result_is_public = rule("ZC-07")(
    general(
        _result_published,
        unless=[Unless(Words("비공개 의결", "a resolution to keep it closed"), _closed, _kept_closed)],
    )
)


@rule("ZC-08")
def matters_were_weighed(facts: Facts) -> Finding:
    return all_present(facts, "ZC-08", "matters_weighed")


@rule("ZC-09")
def item_is_within_competence(facts: Facts) -> Finding:
    """The kind of the item is one of the matters listed on that day."""
    kind = facts.text("agenda_kind")
    listed = any(item.key == kind for item in checklist("ZC-09", on=facts.on))
    return either(
        listed,
        Words("특구위원회의 심의ㆍ의결 사항입니다.", "a matter for the Zone Committee."),
        Words("특구위원회의 심의ㆍ의결 사항이 아닙니다.", "no matter for the Zone Committee on that day."),
    )


@rule("DC-01")
def deliberation_committee_may_decide(facts: Facts) -> Finding:
    """Listed changes within the zone's purpose, or what was delegated; then reported to the Zone Committee."""
    kind = facts.text("agenda_kind")
    own = kind == DELEGATED or any(item.key == kind for item in checklist("DC-01", on=facts.on))
    if own and kind != DELEGATED:
        own = facts.truth("within_zone_purpose")
    if not own:
        return fails("특구위원회가 정할 사항입니다.", "the Zone Committee decides.", "zone_committee")
    return either(
        facts.truth("reported_to_zone_committee"),
        Words(
            "심의위원회가 정하고 특구위원회에 보고하였습니다.",
            "decided by the Deliberation Committee and reported.",
        ),
        Words("특구위원회에 보고하지 않았습니다.", "not reported to the Zone Committee."),
        "deliberation_committee",
    )


@rule("DC-02")
def deliberation_committee_keeps_its_size(facts: Facts) -> Finding:
    return _size(facts, "deliberation_committee.members")


@rule("DC-04")
def deliberation_committee_member_is_in_term(facts: Facts) -> Finding:
    return _term(facts, "deliberation_committee")


@rule("DC-06")
def deliberation_committee_was_called_and_carried(facts: Facts) -> Finding:
    """Notice and vote together; the value is whether the resolution was carried."""
    findings: list[Finding] = []
    missing: list[str] = []
    for part in (_called_to_deliberate, _deliberated):
        try:
            findings.append(part(facts))
        except MissingFacts as lacking:
            missing += lacking.names
    status = worst([finding.status for finding in findings])
    if missing and status is not Status.BREACHED:
        raise MissingFacts(missing)
    sentence = Words(" ".join(f.sentence.ko for f in findings), " ".join(f.sentence.en for f in findings))
    carried = next((f.value for f in findings if isinstance(f.value, bool)), None)
    return Finding(status, sentence, carried, tuple(step for f in findings for step in f.trace))


@rule("DC-07")
def deliberation_committee_has_a_chair(facts: Facts) -> Finding:
    return _chair(facts)


@rule("COI-01")
def member_is_free_of_interest(facts: Facts) -> Finding:
    """Satisfied when the member may take part; the value is whether the member is excluded."""
    ties = (
        "member_is_party",
        "spouse_is_party",
        "member_is_co_obliged",
        "relative_is_party",
        "member_advised",
        "member_represents_party",
    )
    employed = _employed_lately(facts)
    if any(facts.said(name) for name in ties) or employed:
        return fails(
            "제척 사유가 있어 심의ㆍ의결에서 빠져야 합니다.", "excluded: the member must withdraw.", True
        )
    missing = [name for name in ties if not facts.has(name)]
    if employed is None:
        missing += [name for name in _EMPLOYMENT if not facts.has(name)]
    if missing:
        raise MissingFacts(missing)
    return holds("제척 사유가 없습니다.", "no ground of exclusion.", False)


@rule("COI-02")
def challenge_was_decided_without_the_member(facts: Facts) -> Finding:
    if not facts.truth("challenge_made"):
        return holds("기피 신청이 없습니다.", "no challenge was made.")
    if facts.said("challenged_member_voted"):
        return fails("기피 대상 위원이 의결에 참여하였습니다.", "the challenged member voted.")
    if facts.said("challenge_decided") is not False:
        facts.require("challenge_decided", "challenged_member_voted")
    return either(
        facts.truth("challenge_decided"),
        Words("기피를 의결하였습니다.", "the challenge was decided."),
        Words("기피를 의결하지 않았습니다.", "the challenge was not decided."),
    )


@rule("COM-01")
def meeting_form_is_valid(facts: Facts) -> Finding:
    """In presence (video counts) unless the item is minor, with notice in time."""
    return all_of(
        lambda: _notice(facts, "COM-01", may_be_urgent=False),
        lambda: _held_as_it_may_be(facts),
    )


@rule("COM-02")
def tie_is_not_carried(facts: Facts) -> Finding:
    """No provision gives a chair a casting vote; so half of those present is not enough."""
    facts.require("members_present", "votes_yes")
    present, yes = facts.count("members_present"), facts.count("votes_yes")
    return either(
        2 * yes > present,
        Words("출석위원 과반수가 찬성하였습니다.", "a majority of those present."),
        Words("과반수에 이르지 못하여 부결입니다.", "no majority: not carried."),
    )


def _held_as_it_may_be(facts: Facts) -> Finding:
    if facts.said("item_is_minor") or not facts.truth("held_in_writing"):
        return holds("회의의 방식이 알맞습니다.", "held in a form that is open to it.")
    return either(
        facts.truth("item_is_minor"),
        Words("경미한 사항이어서 서면으로 회의할 수 있습니다.", "minor: a meeting in writing is open."),
        Words("경미한 사항이 아니어서 서면으로 회의할 수 없습니다.", "not minor: no meeting in writing."),
    )


def _called_to_deliberate(facts: Facts) -> Finding:
    return _notice(facts, "DC-06")


def _deliberated(facts: Facts) -> Finding:
    return _vote(facts, "deliberation_committee")


def _size(facts: Facts, name: str) -> Finding:
    return _at_most(facts, "committee_size", name)


def _at_most(facts: Facts, name: str, limit_name: str) -> Finding:
    limit, found = facts.parameter(limit_name).value, facts.count(name)
    return either(
        found <= limit,
        Words(f"{limit}명 이내입니다({found}명).", f"{found}, within the limit of {limit}."),
        Words(f"{limit}명을 넘었습니다({found}명).", f"{found}, above the limit of {limit}."),
    )


def _term(facts: Facts, body: str) -> Finding:
    """In term on the day of the meeting; the value is the last day of the term."""
    facts.require("member_appointed_on", "member_reappointments", "meeting_on")
    length = facts.parameter(f"{body}.term_years").value
    most = facts.parameter(f"{body}.reappointments").value
    times = facts.count("member_reappointments")
    counted = duty(facts.day("member_appointed_on"), years(length * (times + 1)))
    day, last = facts.day("meeting_on"), counted.due_on
    if times > most:
        return fails(f"연임은 {most}번까지입니다.", f"re-appointment is open {most} time(s) only.", last)
    return either(
        facts.day("member_appointed_on") <= day <= last,
        Words(f"임기는 {spoken(last).ko}까지입니다.", f"in term until {spoken(last).en}."),
        Words(f"임기({spoken(last).ko}까지) 밖입니다.", f"out of term, which ends on {spoken(last).en}."),
        last,
        steps_of(counted.steps),
    )


def _notice(facts: Facts, rule_id: str, *, may_be_urgent: bool = True) -> Finding:
    facts.require("meeting_on")
    facts.in_order("meeting_notice_sent_on", "meeting_on")
    due = due_of(facts, rule_id, start=facts.day("meeting_on"))
    sent = facts.day_or_none("meeting_notice_sent_on")
    if may_be_urgent and sent is not None and sent > due.due_on and facts.truth("meeting_is_urgent"):
        return holds("긴급하여 개의 전에 알렸습니다.", "urgent: told before the meeting opened.", due.due_on)
    return done_by(facts, due, "meeting_notice_sent_on")


def _vote(facts: Facts, body: str) -> Finding:
    facts.require("members_enrolled", "members_present")
    enrolled, present = facts.count("members_enrolled"), facts.count("members_present")
    yes = facts.count("votes_yes") if facts.has("votes_yes") else None
    count = count_votes(body, enrolled=enrolled, present=present, yes=yes)
    if count.carried is None:
        raise MissingFacts(["votes_yes"])
    status = Status.SATISFIED if count.carried else Status.BREACHED
    words = outcome_words(count, enrolled, present, yes)
    return Finding(status, words, count.carried, Trace(lambda: sums_of(body, count, facts.on)))


def _chair(facts: Facts) -> Finding:
    if facts.said("chair_able"):
        return holds("위원장이 직무를 합니다.", "the chair acts.")
    facts.require("chair_able")
    return either(
        facts.truth("acting_chair_named"),
        Words("위원장이 지명한 위원이 대행합니다.", "a member named by the chair acts."),
        Words("지명된 직무대행자가 없습니다.", "no acting chair was named."),
    )


_EMPLOYMENT = ("member_employed_by_party", "employment_ended_on", "meeting_on")


def _employed_lately(facts: Facts) -> bool | None:
    """Employment by the party within the years before the meeting, the last day counting; None when open."""
    if facts.said("member_employed_by_party") is False:
        return False
    if not facts.has("employment_ended_on") or not facts.has("meeting_on"):
        return None
    within = years(facts.parameter("interest.employment_years").value)
    ended = facts.day("employment_ended_on")
    return facts.day("meeting_on") <= end_of(ended + timedelta(days=1), within)
