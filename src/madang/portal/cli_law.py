"""`madang law …`: the law kernel on the command line, without a database.

due, check, rules, show, examine, oracle. Answers are printed in Korean, in English with ``--lang en`` or an English
LANG. Exit codes: 0 answered, 1 a case of an examination failed, 2 the question cannot be read or answered.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import Any, NoReturn

from madang.kernel.statutes.questions.examination import Examination, Verdict, cases_of, examine
from madang.kernel.statutes.questions.oracle import check_rows
from madang.kernel.statutes.reckoning import reckon
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.words import Words
from madang.portal.cli_law_files import read_json, read_rows
from madang.portal.cli_law_words import ABOUT, COMMANDS, OPTIONS, answer_lines, due_lines, rule_lines
from madang.portal.law_asked import checked, due_asked, known_rule, rules_of
from madang.portal.law_told import answer_told, due_told, rule_line, rule_told

ANSWERED, FAILED, REFUSED = 0, 1, 2
LANGUAGES = ("ko", "en")


class Unreadable(Refusal):
    """The words of the command cannot be read; the sentence says how they are written."""


class Parser(argparse.ArgumentParser):
    """A parser that refuses with a sentence in the reader's language instead of ending the process."""

    def error(self, message: str) -> NoReturn:
        usage = " ".join(self.format_usage().split()[1:])
        raise Unreadable(
            Words(
                f"명령을 읽을 수 없습니다({message}). 쓰는 법: {usage}",
                f"The command cannot be read ({message}). Usage: {usage}",
            )
        )


def run(argv: list[str]) -> int:
    """Carry out one command of the law and return its exit code."""
    language = language_of(argv, os.environ)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot write Korean gets its letters by number, not a failure.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        given = _read(parser(language), argv)
        return int(_DOING[given.command](given, language))
    except Refusal as refusal:
        print(refusal.sentence.in_(language), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader of a pipe has seen enough; what is left must not fail at the end of the process either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED


def _read(reader: "Parser", argv: list[str]) -> argparse.Namespace:
    """Read the words; facts may stand before and after options."""
    given, rest = reader.parse_known_args(argv)
    if rest and (given.command != "check" or any(word.startswith("-") for word in rest)):
        reader.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        given.fact = [*given.fact, *rest]
    return given


def language_of(argv: list[str], environment: Mapping[str, str]) -> str:
    """The reader's language: as told, or English when the environment speaks English, or Korean.

    >>> language_of(["rules", "--lang", "en"], {}), language_of([], {"LANG": "C.UTF-8"})
    ('en', 'ko')
    """
    for place, word in enumerate(argv):
        told = word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        told = argv[place + 1] if word == "--lang" and place + 1 < len(argv) else told
        if told:
            return "en" if told == "en" else "ko"
    spoken = next((environment[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(n)), "")
    return "en" if spoken.startswith("en") else "ko"


def parser(language: str) -> Parser:
    """The words of the command and its help in one language."""
    top = Parser(prog="madang law", description=ABOUT.in_(language), formatter_class=_Wide)
    top.add_argument("--lang", choices=LANGUAGES, help=_LANG.in_(language))
    below = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    for name, words in COMMANDS.items():
        one = below.add_parser(
            name, help=words.in_(language), description=words.in_(language), formatter_class=_Wide
        )
        for option in OPTIONS[name]:
            one.add_argument(*option.names, **option.how, help=option.words.in_(language))
        one.add_argument("--lang", choices=LANGUAGES, help=_LANG.in_(language))
    return top


_LANG = Words("답의 언어(기본: 한국어)", "language of the answer (Korean unless said)")


class _Wide(argparse.HelpFormatter):
    """Help of a fixed width, so that the reference page does not depend on a window."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=100, max_help_position=32)


def _due(given: argparse.Namespace, language: str) -> int:
    asked = {
        "rule": given.rule,
        "from": given.start,
        "starts_at_midnight": given.from_midnight,
        "on": given.on,
        "known_on": given.known_on,
        "pauses": given.pause,
        "pause_counting": given.pause_counting,
        "extensions": given.extensions,
    }
    found = reckon(due_asked(asked))
    return _print(due_told(found), given.json, due_lines(found, language))


def _check(given: argparse.Namespace, language: str) -> int:
    facts = dict(_fact(text) for text in given.fact)
    asked = {"rule": given.rule, "facts": facts, "on": given.on, "known_on": given.known_on}
    found = checked(asked)
    return _print(answer_told(found), given.json, answer_lines(found, language))


def _fact(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark or not name.strip():
        raise Unreadable(
            Words(f"사실은 이름=값으로 적으십시오: {text}", f"Write a fact as name=value: {text}")
        )
    return name.strip(), value


def _rules(given: argparse.Namespace, language: str) -> int:
    lines = [rule_line(rule_id) for rule_id in rules_of(given.subject)]
    return _print({"rules": lines}, given.json, [f"{line['id']:9} {line[language]}" for line in lines])


def _show(given: argparse.Namespace, language: str) -> int:
    told = rule_told(known_rule(given.rule))
    return _print(told, given.json, rule_lines(told, language))


def _print(told: dict[str, Any], as_json: bool, lines: list[str]) -> int:
    print(json.dumps(told, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))
    return ANSWERED


def _examine(given: argparse.Namespace, language: str) -> int:
    found = examine(cases_of(read_json(given.file)))
    for case in found.cases:
        print(_case_line(case.id, case.to_json(), language))
    return _closed(found)


def _oracle(given: argparse.Namespace, language: str) -> int:
    """Only rows that do not agree are printed: a table of published dates is long."""
    found = check_rows(*read_rows(given.file))
    for case in found.cases:
        if case.verdict is not Verdict.PASSED:
            print(_case_line(case.id, case.to_json(), language))
    return _closed(found)


def _case_line(name: str, told: dict[str, Any], language: str) -> str:
    verdict = told["verdict"]
    if verdict == Verdict.UNKNOWN:
        return f"{name} unknown: {told[language]}"
    if verdict == Verdict.PASSED:
        return f"{name} passed"
    expected, found = (json.dumps(told[side], ensure_ascii=False) for side in ("expected", "found"))
    return f"{name} FAILED: expected {expected}, found {found}"


def _closed(found: Examination) -> int:
    print(found.closing_line)
    return FAILED if found.has_failed else ANSWERED


_DOING = {
    "due": _due,
    "check": _check,
    "rules": _rules,
    "show": _show,
    "examine": _examine,
    "oracle": _oracle,
}
