"""What `madang law` says: its help, and its answers line by line in one language."""

from dataclasses import dataclass, field
from typing import Any

from madang.kernel.statutes.printing import printed, value_words
from madang.kernel.statutes.reckoning import Reckoned
from madang.kernel.statutes.stated import Checked
from madang.kernel.statutes.telling import counted_how, notes_beside
from madang.kernel.words import Words

ABOUT = Words(
    "법정 기한을 세고, 법의 규칙을 묻고, 사례로 검산합니다. 데이터베이스가 없어도 됩니다.",
    "Counts statutory due dates, asks the rules of the law, and examines worked cases. Needs no database.",
)
COMMANDS = {
    "due": Words("규칙의 기한을 셉니다.", "Count the due date of a rule."),
    "check": Words("사실을 놓고 규칙을 묻습니다.", "Ask a rule about facts."),
    "rules": Words("규칙의 목록을 보입니다.", "List the rules."),
    "show": Words(
        "규칙 하나를 판별로, 묻는 사실과 함께 보입니다.",
        "Show one rule, its versions and the facts it asks for.",
    ),
    "examine": Words(
        "JSON 파일의 사례를 하나씩 검산합니다.", "Examine the cases of a JSON file, one line a case."
    ),
    "oracle": Words(
        "CSV 표의 공포일과 시행일을 검산합니다.", "Examine promulgations and effective dates of a CSV table."
    ),
}


@dataclass(frozen=True)
class Option:
    """One word of a command: its names, how the parser takes it, and its help."""

    names: tuple[str, ...]
    words: Words
    how: dict[str, Any] = field(default_factory=dict)


_RULE = Option(("rule",), Words("규칙의 번호(예: DES-03)", "id of the rule, as DES-03"), {"metavar": "RULE"})
_ON = Words("적용할 법령을 정하는 날", "the day that chooses the version of the law")
_KNOWN_ON = Option(
    ("--known-on",),
    Words("사실과 법령을 아는 마지막 날", "the last day up to which facts and law are known"),
    {"metavar": "DATE"},
)
_JSON = Option(("--json",), Words("JSON으로 답합니다.", "answer as JSON"), {"action": "store_true"})
_FILE = Words("파일(-는 표준 입력)", "the file (- for standard input)")
OPTIONS = {
    "due": (
        _RULE,
        Option(
            ("--from",),
            Words(
                "시작일 또는 일시(2025-04-30, 2025-04-30T10:00, 2025-04)",
                "the day or instant it starts; a month or year gives a range",
            ),
            {"dest": "start", "required": True, "metavar": "DATE"},
        ),
        Option(
            ("--from-midnight",),
            Words("0시에 시작하여 첫날부터 셉니다.", "it begins at 00:00, so the first day counts"),
            {"action": "store_true"},
        ),
        Option(
            ("--pause",),
            Words(
                "보완을 요구한 날..접수한 날(여러 번 가능)", "a supplement, asked..received (may be repeated)"
            ),
            {"action": "append", "default": [], "metavar": "ASKED..RECEIVED"},
        ),
        Option(
            ("--pause-counting",),
            Words("보완의 양 끝 날을 세는 방법", "whether both end days of a supplement are taken out"),
            {"choices": ("between", "both_ends")},
        ),
        Option(("--on",), _ON, {"metavar": "DATE"}),
        _KNOWN_ON,
        Option(
            ("--extensions",),
            Words("연장한 횟수", "how often it was extended"),
            {"type": int, "default": 0, "metavar": "N"},
        ),
        _JSON,
    ),
    "check": (
        _RULE,
        Option(
            ("fact",),
            Words("사실 이름=값(목록은 쉼표로)", "facts as name=value (lists with commas)"),
            {"nargs": "*", "metavar": "fact=value"},
        ),
        Option(("--on",), _ON, {"required": True, "metavar": "DATE"}),
        _KNOWN_ON,
        _JSON,
    ),
    "rules": (
        Option(
            ("subject",),
            Words(
                "주제(designation 등) 또는 번호의 글자(DES 등)",
                "a subject, as designation, or the letters of ids, as DES",
            ),
            {"nargs": "?", "metavar": "SUBJECT"},
        ),
        _JSON,
    ),
    "show": (_RULE, _JSON),
    "examine": (Option(("file",), _FILE, {"metavar": "FILE.json"}),),
    "oracle": (Option(("file",), _FILE, {"metavar": "FILE.csv"}),),
}
DUE = Words("기한", "due")
RANGE = Words("기한의 범위", "due between")
MODE = Words("세는 방법", "counted by")
BASIS = Words("근거", "basis")
STEPS = Words("계산", "the sum")
UNREAD = Words("이 규칙이 읽지 않는 사실", "not read by this rule")
FACTS = Words("묻는 사실", "facts it asks for")
CLOCK = Words("기한", "clock")
VERSIONS = Words("판", "versions")
NOT_COMPUTED = Words("판정하지 않음", "not computed")
NOTE = Words("참고", "note")


def due_lines(found: Reckoned, language: str) -> list[str]:
    """A due date with its sum, or the range in which it lies."""
    due = found.earliest
    when = due.due_at.isoformat(timespec="minutes") if due.due_at else due.due_on.isoformat()
    lines = [f"{due.rule_id} {found.sentence.in_(language)}"]
    if found.is_exact:
        lines.append(f"{DUE.in_(language)}: {when}")
    else:
        lines.append(f"{RANGE.in_(language)}: {due.due_on} .. {found.latest.due_on}")
    lines.append(f"{MODE.in_(language)}: {due.mode} {counted_how(due).in_(language)}")
    lines.append(f"{BASIS.in_(language)}: {due.citation.words.in_(language)}")
    if found.is_exact:
        lines.append(f"{STEPS.in_(language)}:")
        for number, step in enumerate(due.steps, 1):
            where = f" [{step.citation.words.in_(language)}]" if step.citation else ""
            lines.append(f"  {number}. {step.words.in_(language)}{where}")
    return lines + [f"{NOTE.in_(language)}: {note.in_(language)}" for note in notes_beside(due)]


def answer_lines(found: Checked, language: str) -> list[str]:
    """The answer of a rule with its trace, its value and the facts it did not read."""
    answer = found.answer
    lines = list(printed(answer, language))
    if answer.value is not None:
        lines.append(f"  = {value_words(answer.value).in_(language)}")
    if found.unread:
        lines.append(f"  {UNREAD.in_(language)}: {', '.join(found.unread)}")
    return lines


def rule_lines(told: dict[str, Any], language: str) -> list[str]:
    """A rule as ``rule_told`` gives it."""
    lines = [f"{told['id']} {told[language]}", f"{VERSIONS.in_(language)}:"]
    lines += [f"  {version['from']}  {version['citation'][language]}" for version in told["versions"]]
    lines += [f"  {number['name']}: {_editions(number)}" for number in told["numbers"] if number["editions"]]
    lines += [
        f"  {CLOCK.in_(language)} {one['id']}: {one[language]} ({one['start'][language]})"
        for one in told["clocks"]
    ]
    if told["refused"]:
        lines.append(f"{NOT_COMPUTED.in_(language)}: {told['refused'][language]}")
    if told["facts"]:
        lines.append(f"{FACTS.in_(language)}:")
        lines += [f"  {fact['name']} ({fact['kind']}): {fact[language]}" for fact in told["facts"]]
    return lines


def _editions(number: dict[str, Any]) -> str:
    return ", ".join(f"{one['from']} {one['value']} {one['unit']}" for one in number["editions"])
