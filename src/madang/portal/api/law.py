"""The law through the API, read only and without signing in: rules, due dates, answers, examinations.

The questions are those of the command line (``law_asked``), the answers are shaped in one place (``law_told``).
"""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status
from pydantic import ConfigDict

from madang.core.doors import follow_the_calendar
from madang.kernel.statutes.questions.examination import cases_of, examine
from madang.kernel.statutes.reckoning import place_of, reckon
from madang.kernel.statutes.refusals import NoSuchRule, Refusal
from madang.portal.api.problems import Problem, problem
from madang.portal.law_asked import FIELDS, NoSuchName, checked, due_asked, known_rule, rules_of
from madang.portal.law_told import answer_told, due_told, rule_line, rule_told

router = Router(tags=["law"])
#: most cases of one examination, supplements of one clock and facts of one question
MOST_CASES, MOST_PAUSES, MOST_FACTS, MOST_LETTERS = 300, 100, 200, 200
REFUSED: dict[Any, Any] = {(400, 404, 413, 422): Problem}


class Both(Schema):
    """A text in Korean and English."""

    ko: str
    en: str


class Citation(Both):
    """Where something stands: the law, the article, and the version as number@day in force."""

    law: Both
    article: str
    version: str


class RuleLine(Both):
    """A rule in a list: its statement, its subject, and whether facts decide it."""

    id: str
    subject: str
    computable: bool


class RuleLines(Schema):
    """Rules in the order of the dossier."""

    rules: list[RuleLine]


class Version(Schema):
    """Where a rule stood from a day on."""

    from_: str = Field(alias="from")
    citation: Citation


class Edition(Schema):
    """A statutory number from a day on."""

    from_: str = Field(alias="from")
    value: int
    unit: str


class Number(Schema):
    """A statutory number with its editions."""

    name: str
    editions: list[Edition]


class Clock(Both):
    """A due date that a rule sets: what is due, and what the first day is."""

    id: str
    start: Both
    may_pause: bool
    extensions: int


class Fact(Both):
    """A fact that a rule asks for; ``kind`` says what a value looks like."""

    name: str
    kind: str


class Rule(RuleLine):
    """A rule: where it stood when, its numbers, its clocks, its facts, or why it is not computed."""

    versions: list[Version]
    numbers: list[Number]
    clocks: list[Clock]
    confidence: str
    refused: Both | None
    facts: list[Fact]


class Sent(Schema):
    """What is sent; unknown names are refused."""

    model_config = ConfigDict(extra="forbid")


class SentPause(Sent):
    """A supplement: the day it was asked for and the day it was received."""

    asked: str = Field(max_length=MOST_LETTERS)
    received: str = Field(max_length=MOST_LETTERS)


class SentDue(Sent):
    """A question for a due date. A month or year as ``from`` or ``on`` is answered with a range."""

    rule: str = Field(max_length=MOST_LETTERS)
    from_: str = Field(alias="from", max_length=MOST_LETTERS)
    starts_at_midnight: bool = False
    on: str | None = Field(None, max_length=MOST_LETTERS)
    known_on: str | None = Field(None, max_length=MOST_LETTERS)
    pauses: list[SentPause] = Field([], max_length=MOST_PAUSES)
    pause_counting: Literal["between", "both_ends"] | None = None
    extensions: int = Field(0, ge=0, le=1000)


class SentCheck(Sent):
    """Facts put to a rule: days as text, sets of keys as lists, supplements as lists of asked and received."""

    rule: str = Field(max_length=MOST_LETTERS)
    facts: dict[str, Any] = Field({}, max_length=MOST_FACTS)
    on: str = Field(max_length=MOST_LETTERS)
    known_on: str | None = Field(None, max_length=MOST_LETTERS)


class SentCase(Schema):
    """A worked case: the facts of a question (``facts.kind`` names it) and the fields that are expected."""

    id: str = Field("", max_length=MOST_LETTERS)
    topic: str = Field("", max_length=MOST_LETTERS)
    rule_ids: list[str] = Field([], max_length=MOST_FACTS)
    facts: dict[str, Any]
    expected: dict[str, Any]


class SentCases(Sent):
    """Worked cases to be examined."""

    cases: list[SentCase] = Field(max_length=MOST_CASES)


class Step(Both):
    """One step of a sum: the days it is about, and where it stands."""

    first: str
    last: str
    citation: Citation | None


class Due(Schema):
    """A due date with its sum; when a day is known only roughly ``due_on`` is null and the range is told."""

    rule: str
    exact: bool
    due_on: str | None
    due_at: str | None
    earliest: str
    latest: str
    mode: str
    mode_words: Both
    sentence: Both
    citation: Citation
    version_on: str
    pause_counting: str
    steps: list[Step]
    notes: list[Both]


class Named(Both):
    """A fact by its name and in words."""

    name: str


class Traced(Both):
    """One value that led to an answer: a fact as stated, or what a rule or an article gives."""

    value: Any
    fact: str
    rule: str
    citation: Citation | None


class Answer(Schema):
    """What a rule answers; ``missing`` names the facts that would decide an unknown answer."""

    rule: str
    status: Literal["satisfied", "breached", "unknown"]
    value: Any
    sentence: Both
    missing: list[Named]
    unread: list[str]
    citation: Citation
    trace: list[Traced]
    notes: list[Both]


class CaseExamined(Both):
    """How a case ended; of a failed one what differs, of an unknown one why."""

    id: str
    verdict: Literal["passed", "failed", "unknown"]
    expected: dict[str, Any]
    found: dict[str, Any]


class Examined(Schema):
    """All cases in the order they were sent, and the closing line."""

    closing_line: str
    passed: int
    failed: int
    unknown: int
    cases: list[CaseExamined]


@router.get(
    "/rules",
    response={200: RuleLines, **REFUSED},
    operation_id="law_rules",
    summary="List the rules of the law",
)
def rules(request: HttpRequest, subject: str | None = None) -> Any:
    """List the rules, all of them or those of a subject (its key, or the letters of the ids)."""
    try:
        return {"rules": [rule_line(rule_id) for rule_id in rules_of(subject or None)]}
    except Refusal as refusal:
        return refused(refusal, "subject")


@router.get(
    "/rules/{rule_id}",
    response={200: Rule, **REFUSED},
    operation_id="law_rule",
    by_alias=True,
    summary="Show a rule of the law",
)
def rule(request: HttpRequest, rule_id: str) -> Any:
    """Show a rule with its versions, its numbers and the facts it asks for."""
    try:
        return rule_told(known_rule(rule_id))
    except Refusal as refusal:
        return refused(refusal, "rule_id")


@router.post("/due", response={200: Due, **REFUSED}, operation_id="law_due", summary="Count a due date")
def due(request: HttpRequest, sent: SentDue) -> Any:
    """Count the due date of a rule's clock, with every step and its article."""
    follow_the_calendar(request)
    try:
        question = due_asked(sent.model_dump(by_alias=True))
    except Refusal as refusal:
        return refused(refusal)
    try:
        return due_told(reckon(question))
    except Refusal as refusal:
        place = place_of(refusal, question)
        return refused(refusal, FIELDS.get(place, place))


@router.post(
    "/check",
    response={200: Answer, **REFUSED},
    operation_id="law_check",
    summary="Ask a rule about facts",
)
def check(request: HttpRequest, sent: SentCheck) -> Any:
    """Ask a rule about facts: satisfied, breached, or unknown with what is missing, and the trace."""
    follow_the_calendar(request)
    try:
        return answer_told(checked(sent.model_dump()))
    except Refusal as refusal:
        return refused(refusal)


@router.post(
    "/examine",
    response={200: Examined, **REFUSED},
    operation_id="law_examine",
    summary="Examine worked cases",
)
def examined(request: HttpRequest, sent: SentCases) -> Any:
    """Answer the question of every case and compare with what is expected."""
    follow_the_calendar(request)
    found = examine(cases_of([case.model_dump() for case in sent.cases]))
    cases = [case.to_json() for case in found.cases]
    counts = {
        name: sum(case["verdict"] == name for case in cases) for name in ("passed", "failed", "unknown")
    }
    return {"closing_line": found.closing_line, **counts, "cases": cases}


def refused(refusal: Refusal, field: str = "") -> Status:
    """A refusal of the kernel as an answer: 404 for a name in the address that does not exist, else 422."""
    absent = isinstance(refusal, NoSuchName | NoSuchRule) and field == "rule_id"
    return Status(404 if absent else 422, problem(type(refusal).__name__, refusal.sentence, field=field))
