"""The pages on the law: how each rule is covered, which articles stand where in the code, what can be asked and how."""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator

from madang.kernel.statutes import checklists, clocks, registry, rules
from madang.kernel.statutes.citations import article_in_english
from madang.kernel.statutes.inputs import facts_of
from madang.kernel.statutes.laws import cite
from madang.kernel.statutes.matters import matters
from madang.kernel.statutes.questions import counts, plans, public, replies
from madang.kernel.statutes.questions.kinds import KINDS, SUBJECTS
from madang.kernel.statutes.rulings.petitions import BARRED_GROUNDS
from madang.kernel.statutes.votes import BODIES
from madang.portal.cli_law import parser
from tools.law_traces import Traces, traces
from tools.markdown import code, page, table

#: facts that take one of a few words
VALUES = (
    ("effective_date", "unit", ("day", "month", "year")),
    ("notice", "procedure", plans.NOTICES),
    ("reply", "procedure", replies.CLOCKS),
    ("reply, decision, rapid", "pause_counting", ("between", "both_ends")),
    ("applicant", "office", ("province", "basic", "special_local_government")),
    ("vote", "body", BODIES),
    ("reapplication", "earlier_outcome", counts.OUTCOMES),
    ("term, extension", "tool", ("exemption", "interim_permit")),
    ("petition", "class", public.CLASSES),
    ("petition_extension", "ground", (*BARRED_GROUNDS, "other")),
)


def law_coverage() -> str:
    """Return the page of every rule: what it says, where it stands, how it is covered, by what it is tried."""
    found = traces()
    parts = [_chapter(key, found) for key in matters() if matters()[key].rule_ids]
    answered = len(rules.computable_rule_ids())
    lead = (
        f"{len(rules.rule_ids())} rules, {answered} of them answered by a function as satisfied, breached or unknown; the"
        " others are refused with the reason that stands here. What was not verified is not computed. A number with a"
        " word after a dot is a part of the rule before the dot."
    )
    return page("Coverage of the law", lead, *parts, _uncovered(found))


def _chapter(key: str, found: Traces) -> str:
    matter = matters()[key]
    rows = [_row(rule_id, found) for rule_id in matter.rule_ids]
    head = (
        "rule",
        "내용",
        "what it says",
        "where it stands",
        "how it is covered",
        "used in",
        "cases",
        "tests",
    )
    return f"## {matter.name.en} · {matter.name.ko}\n\n{table(head, rows)}"


def _row(rule_id: str, found: Traces) -> tuple[str, ...]:
    info = rules.rule_info(rule_id)
    where = "; ".join(
        f"{cite(p.law, p.article, p.first_on).law.en} {article_in_english(p.article)} ({p.article}, from {p.first_on})"
        for p in info.provisions
    )
    return (
        rule_id, info.statement.ko, info.statement.en, where, "; ".join(_how(rule_id, found)),
        ", ".join(found.used[rule_id]), ", ".join(found.cases[rule_id]), ", ".join(found.tests[rule_id]),
    )  # fmt: skip


def _how(rule_id: str, found: Traces) -> Iterator[str]:
    info = rules.rule_info(rule_id)
    if rule_id in rules.computable_rule_ids():
        yield f"rule function in `{found.ruling[rule_id]}`"
    if info.confidence == "U":
        yield "refused: not verified in a source"
    elif info.refused:
        yield f"refused: {registry.WHY_NOT[info.refused].en.rstrip('.')}"
    if info.confidence in ("S", "inference"):
        yield {"S": "from a secondary source", "inference": "inferred from the text"}[info.confidence]
    if found.numbers[rule_id]:
        yield f"numbers {code(found.numbers[rule_id])}"
    if rule_id in checklists.checklist_ids():
        yield "checklist"
    ticking = [clock for clock in clocks.clock_rule_ids() if _rule_of(clock) == rule_id]
    if ticking:
        yield f"clock {code(ticking)}"
    if found.guards[rule_id]:
        yield f"procedures: {', '.join(found.guards[rule_id])}"


def _rule_of(clock_id: str) -> str:
    """The rule of a clock: one of its own, or the one before the dot."""
    return clock_id if clock_id in rules.rule_ids() else clock_id.split(".")[0]


def _uncovered(found: Traces) -> str:
    """What no worked case speaks of, and what nothing tries at all."""
    computable = rules.computable_rule_ids()
    untried = [r for r in computable if not found.cases[r] and not found.tests[r]]
    no_case = [r for r in computable if not found.cases[r] and found.tests[r]]
    lines = (
        "## What tries the rules",
        f"Untested: {', '.join(untried) or 'none'}.",
        f"Tried by tables in the tests, without a worked case in `tests/kernel/cases.json`: {', '.join(no_case) or 'none'}.",
        "Rules that are refused are all asked, and must refuse with their reason (`test_every_rule_of_the_dossier`).",
    )
    return "\n\n".join(lines)


def law_articles() -> str:
    """Return the page of articles: law by law, the rules that stand there, their code and their cases."""
    found, laws = traces(), data_of_laws()
    parts = []
    for law, articles in laws.items():
        rows = [_article_row(law, article, rule_ids, found) for article, rule_ids in articles.items()]
        name = cite(law, "").law
        head = ("article", "조문", "since", "rules", "code", "used in", "cases")
        parts.append(f"## {name.en} · {name.ko}\n\n{table(head, rows)}")
    lead = "From an article to the rules that stand there, to the code that asks them, and to the cases that try them."
    return page("Articles, rules, code and cases", lead, *parts)


def data_of_laws() -> dict[str, dict[str, list[str]]]:
    """Return law → article → rules, in the order of the dossier."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for rule_id in rules.rule_ids():
        for provision in rules.rule_info(rule_id).provisions:
            found[provision.law].setdefault(provision.article, [])
            if rule_id not in found[provision.law][provision.article]:
                found[provision.law][provision.article].append(rule_id)
    return {law: dict(articles) for law, articles in found.items()}


def _article_row(law: str, article: str, rule_ids: list[str], found: Traces) -> tuple[str, ...]:
    since = sorted(
        {p.first_on.isoformat() for r in rule_ids for p in rules.rule_info(r).provisions if (p.law, p.article) == (law, article)}
    )  # fmt: skip
    places = _once(found.ruling[r] for r in rule_ids if r in found.ruling)
    return (
        article_in_english(article) or "whole law", article, ", ".join(since), ", ".join(rule_ids), code(places),
        ", ".join(_once(place for r in rule_ids for place in found.used[r])),
        ", ".join(_once(case for r in rule_ids for case in found.cases[r])),
    )  # fmt: skip


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def law_questions() -> str:
    """Return the page of the kinds of question that worked cases ask."""
    rows = [
        (f"`{kind.name}`", kind.words.ko, kind.words.en, code(kind.needs), code(kind.may), code(kind.gives),
         ", ".join(kind.rules))
        for subject in SUBJECTS for kind in KINDS.values() if kind.function.__module__ == subject.__name__
    ]  # fmt: skip
    head = ("kind", "질문", "question", "facts it needs", "facts it may take", "fields it answers", "rules")
    lead = (
        "The questions of `madang law examine` and `POST /api/v1/law/examine`: `facts.kind` names one of these, and"
        " `expected` holds any of its fields. Days are ISO text, times local, money in won. How to write a file of cases:"
        " [ask the law](../how-to/ask-the-law.md)."
    )
    return page(
        "Questions to the law", lead, table(head, rows), _value_table(), _clock_table(), _fact_table()
    )


def _value_table() -> str:
    rows = [(f"`{kind}`", f"`{fact}`", code(values)) for kind, fact, values in VALUES]
    more = (
        "`pauses` is a list of `{asked, received}`; `ministries` names `{replied, pauses}`, `replied` null for silence;"
        " `working_day` is `{start, end, break}`; `backward_rule` is `subtract`; `region` and `members` are ids of regions."
    )
    return f"## Values\n\n{more}\n\n{table(('kind', 'fact', 'one of'), rows)}"


def _clock_table() -> str:
    rows = [
        (f"`{one.rule_id}`", one.words.ko, one.words.en, one.start.en, f"`{one.parameter}`", one.way,
         "yes" if one.may_pause else "", one.extensions or "")
        for one in (clocks.clock(clock_id) for clock_id in clocks.clock_rule_ids())
    ]  # fmt: skip
    head = ("clock", "기한", "what is due", "from", "number", "way", "stops for supplements", "extensions")
    return "## Clocks\n\nWhat `madang law due` counts.\n\n" + table(head, rows)


def _fact_table() -> str:
    asked: dict[str, list[str]] = defaultdict(list)
    labels = {}
    for rule_id in rules.computable_rule_ids():
        for fact in facts_of(rule_id):
            asked[fact.name].append(rule_id)
            labels[fact.name] = fact
    rows = [
        (f"`{name}`", labels[name].kind, labels[name].label.ko, labels[name].label.en, ", ".join(asked[name]))
        for name in sorted(asked)
    ]
    head = ("fact", "kind", "사실", "in words", "asked by")
    return "## Facts\n\nWhat `madang law check` takes.\n\n" + table(head, rows)


def law_commands() -> str:
    """Return the page of the commands of the law, as their help says it."""
    parts = []
    for name, one in _commands(parser("en")).items():
        parts.append(f"## madang law {name}\n\n```text\n{one.format_help().rstrip()}\n```")
    lead = (
        "What `madang law` takes. Exit codes: 0 answered, 1 a case of an examination failed, 2 the question cannot be read"
        " or answered. Answers are in Korean; `--lang en` or an English `LANG` gives English."
    )
    return page("Commands of the law", lead, *parts)


def _commands(top: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    groups = (action for action in top._actions if isinstance(action, argparse._SubParsersAction))
    return dict(next(groups).choices)
