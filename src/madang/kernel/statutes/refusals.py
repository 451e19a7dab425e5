"""How the kernel says no: to compute what is not verified, not in force, not given, or contradictory."""

from collections.abc import Sequence
from datetime import date

from madang.kernel.statutes.citations import Citation
from madang.kernel.words import Words


class Refusal(Exception):
    """The kernel does not answer. ``sentence`` tells people why."""

    def __init__(self, sentence: Words) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


class NotVerified(Refusal):
    """The rule or number was not verified in a source; it is not computed. ``what`` says which part, if not all."""

    def __init__(self, rule_id: str, citation: Citation, what: Words | str = "") -> None:
        self.rule_id, self.citation = rule_id, citation
        part = what if isinstance(what, Words) else Words(what, what)
        about = Words(*(f" ({text})" if text else "" for text in part))
        super().__init__(
            Words(
                f"{rule_id}{about.ko}: {citation.words.ko}의 내용을 확인하지 못하여 계산하지 않습니다.",
                f"{rule_id}{about.en}: not computed, because {citation.words.en} was not verified.",
            )
        )


class NotInForce(Refusal):
    """On that day no version of the rule was in force."""

    def __init__(self, name: str, on: date, since: date) -> None:
        self.name, self.on, self.since = name, on, since
        super().__init__(
            Words(
                f"{name}: 확인된 규정은 {since}부터이므로 {on}에는 적용하지 않습니다.",
                f"{name}: on record from {since}, so it is not applied on {on}.",
            )
        )


class NoLongerInForce(NotInForce):
    """The rule was repealed or replaced before that day; ``until`` is its last day."""

    def __init__(self, name: str, on: date, since: date, until: date) -> None:
        self.until = until
        super().__init__(name, on, since)
        self.sentence = Words(
            f"{name}: {since}부터 {until}까지의 규정이므로 {on}에는 적용하지 않습니다.",
            f"{name}: in force from {since} until {until}, so it is not applied on {on}.",
        )
        self.args = (self.sentence.en,)


class NotYetKnown(NotInForce):
    """What is in force on that day had not been promulgated by the day of knowledge."""

    def __init__(self, name: str, on: date, known_on: date, since: date) -> None:
        self.known_on = known_on
        super().__init__(name, on, since)
        self.sentence = Words(
            f"{name}: {on}에 적용할 규정은 {since}부터 시행되나 {known_on}까지 공포되지 않아 알 수 없었습니다.",
            f"{name}: what applies on {on} is in force from {since}, but was not promulgated by {known_on}.",
        )
        self.args = (self.sentence.en,)


class NoSuchParameter(Refusal, LookupError):
    """No statutory number has that name.

    >>> NoSuchParameter("speed").sentence.en
    'there is no statutory number called speed'
    """

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            Words(f"그런 법정 수치는 없습니다: {name}", f"there is no statutory number called {name}")
        )


class NoSuchRule(Refusal, LookupError):
    """No rule has that id."""

    def __init__(self, rule_id: str) -> None:
        self.rule_id = rule_id
        super().__init__(Words(f"그런 규칙은 없습니다: {rule_id}", f"there is no rule {rule_id}"))


class NotComputable(Refusal):
    """The rule is known but is a power, a principle or a matter of judgement: no fact decides it."""

    def __init__(self, rule_id: str, why: Words) -> None:
        self.rule_id, self.why = rule_id, why
        super().__init__(Words(f"{rule_id}: {why.ko}", f"{rule_id}: {why.en}"))


class ContradictoryFacts(Refusal, ValueError):
    """Facts exclude each other, such as an end before its beginning."""

    def __init__(self, names: Sequence[str], sentence: Words) -> None:
        self.names = tuple(names)
        super().__init__(sentence)


class WrongFact(Refusal, TypeError):
    """A fact has the wrong kind: text where a day is needed, a fraction where a count is."""

    def __init__(self, name: str, label: Words, given: object) -> None:
        self.name, self.given = name, given
        shown = given.isoformat() if isinstance(given, date) else repr(given)
        super().__init__(
            Words(
                f"‘{label.ko}’의 값이 알맞은 형식이 아닙니다: {shown}",
                f"the fact “{label.en}” has the wrong kind of value: {shown}",
            )
        )


class OutOfReach(Refusal, ArithmeticError):
    """A day or a number is so far out that the rule cannot be computed with it; ``names`` are the facts given."""

    def __init__(self, rule_id: str, names: Sequence[str]) -> None:
        self.rule_id, self.names = rule_id, tuple(names)
        super().__init__(
            Words(
                f"{rule_id}: 주어진 날이나 수가 계산할 수 있는 범위를 벗어났습니다({', '.join(names)}).",
                f"{rule_id}: a day or a number that was given is out of reach ({', '.join(names)})",
            )
        )
