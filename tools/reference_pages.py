"""The pages on acts, events, permissions, procedures, words, settings and the API, read from the code itself."""

from collections import defaultdict
from collections.abc import Iterable

from madang.core import acts as core_acts
from madang.core.audit import events as core_events
from madang.core.authority import OfficeKind
from madang.core.authority import permissions as core_permissions
from madang.kernel.procedures import editions
from madang.kernel.terms import terms
from madang.kernel.workflow import Move, Procedure
from madang.portal import urls
from madang.settings import table as settings_table
from tools.markdown import code, page, table

#: the root addresses load every app and enter its acts into the API
ENTERED = urls.urlpatterns


def by_app(names: Iterable[str]) -> dict[str, list[str]]:
    """Group dotted names by what stands before the dot."""
    found = defaultdict(list)
    for name in names:
        found[name.split(".")[0]].append(name)
    return dict(sorted(found.items()))


def acts() -> str:
    """Return the page of all acts."""
    entries = core_acts.registry().values()
    apps = by_app(f"{entry.may.split('.')[0]}.{entry.name}" for entry in entries)
    known = {entry.name: entry for entry in entries}
    parts = []
    for app, names in apps.items():
        rows = [_act_row(known[name.split(".")[1]]) for name in names]
        parts.append(f"## {app}\n\n" + table(("act", "what it does", "permission", "about", "records"), rows))
    lead = (
        "One act is one function behind three doors: page, API (`POST /api/v1/acts/NAME`) and command line"
        " (`madang act NAME`). What each takes is on the page of the [API](api.md); who may, on the page of the"
        " [permissions](permissions.md)."
    )
    return page("Acts", lead, *parts)


def _act_row(entry: core_acts.Act) -> tuple[str, ...]:
    kinds = code(kind.name for kind in entry.records)
    return f"`{entry.name}`", entry.words, f"`{entry.may}`", entry.subject or "", kinds


def events() -> str:
    """Return the page of all kinds of events."""
    kinds = core_events.kinds()
    parts = []
    for app, names in by_app(kinds).items():
        rows = [
            (f"`{n}`", k.words.ko, k.words.en, k.audience, "yes" if k.public else "no", ", ".join(k.topics))
            for n, k in ((name, kinds[name]) for name in names)
        ]
        head = ("event", "문장", "sentence", "who is told", "public", "ends kept pages of")
        parts.append(f"## {app}\n\n" + table(head, rows))
    lead = "What can have happened. Events are never changed or deleted; the database itself refuses it."
    return page("Events", lead, *parts)


def permissions() -> str:
    """Return the page of all permissions."""
    known = core_permissions()
    used = defaultdict(list)
    for entry in core_acts.registry().values():
        used[entry.may].append(entry.name)
    parts = []
    for app, names in by_app(known).items():
        rows = [
            (f"`{n}`", ", ".join(k.value for k in OfficeKind if k in p.offices), f"`{p.where_name}`" if p.where else "",
             p.because.ko, p.because.en, code(used[n]) or "pages")
            for n, p in ((name, known[name]) for name in names)
        ]  # fmt: skip
        parts.append(
            f"## {app}\n\n"
            + table(("permission", "offices", "only where", "사유", "because", "used by"), rows)
        )
    offices = table(
        ("office", "기관", "in English"), [(f"`{k.value}`", k.words.ko, k.words.en) for k in OfficeKind]
    )
    lead = (
        "Nobody may do what is not listed here. The table of every act against every office is"
        " `tests/house/golden/acts.csv`, that of every address `tests/house/golden/urls.csv`."
    )
    return page("Permissions", lead, "## Offices\n\n" + offices, *parts)


def procedures() -> str:
    """Return the page of all procedures: states, moves and diagram of each edition that differs."""
    families = defaultdict(list)
    for one in editions.ALL:
        families[one.name].append(one)
    lead = (
        "A procedure is a table of moves. Those that rest on the **law** cite its rules; those of **practice** are how"
        " the ministry works and are never presented as law. A case keeps the edition under which it began."
    )
    return page("Procedures", lead, *(_family(found) for found in families.values()))


def _family(found: list[Procedure]) -> str:
    first = found[0]
    dates = table(
        ("edition", "in force from", "table"),
        [(p.edition, p.in_force_from, "as below" if _same(p, first) else "differs") for p in found],
    )
    shown = [p for n, p in enumerate(found) if not any(_same(p, earlier) for earlier in found[:n])]
    what = "law" if first.basis == "law" else "practice, not law"
    parts = [f"## {first.words.ko} · {first.words.en} ({what})", dates]
    for one in shown:
        parts += [
            f"### `{one.name}` {one.edition}",
            _states(one),
            _moves(one),
            f"```mermaid\n{one.mermaid()}\n```",
        ]
    return "\n\n".join(parts)


def _same(one: Procedure, other: Procedure) -> bool:
    return (one.states, one.moves, one.initial) == (other.states, other.moves, other.initial)


def _states(one: Procedure) -> str:
    rows = [
        (f"`{s.key}`", s.office_words.ko, s.office_words.en, s.public_words.ko, s.public_words.en, s.waits_for,
         f"{s.to_do.ko} · {s.to_do.en}" if s.to_do.ko else "")
        for s in one.states
    ]  # fmt: skip
    head = (
        "state",
        "기관에 보이는 이름",
        "as offices read it",
        "공개 이름",
        "as the public reads it",
        "waits for",
        "to do",
    )
    return table(head, rows)


def _moves(one: Procedure) -> str:
    rows = [
        (f"`{m.name}`", ", ".join(m.sources), m.target, ", ".join(m.offices), m.words.ko, m.words.en, m.provision,
         ", ".join(m.guards), _clocks(m))
        for m in one.moves
    ]  # fmt: skip
    head = ("move", "from", "to", "by", "이름", "name", "provision", "rules asked", "clocks")
    return table(head, rows)


def _clocks(move: Move) -> str:
    told = [f"starts {clock.rule_id}" for clock in move.starts]
    for word, ids in (("stops", move.stops), ("pauses", move.pauses), ("resumes", move.resumes)):
        told += [f"{word} {rule_id}" for rule_id in ids]
    return "; ".join(told)


def glossary() -> str:
    """Return the glossary."""
    rows = [(f"`{t.identifier}`", t.words.ko, t.words.en, t.meaning.ko, t.meaning.en) for t in terms()]
    lead = "One English word for one statutory term, used by programmers and readers alike."
    return page("Glossary", lead, table(("in code", "용어", "English", "뜻", "meaning"), rows))


def settings() -> str:
    """Return the page of all settings."""
    rows = [
        (f"`{name}`", kind.en, f"`{default}`" if default else "", text.en, text.ko)
        for name, kind, default, text in settings_table.shown()
    ]
    lead = "Given in the environment; `madang settings` prints the same."
    return page("Settings", lead, table(("name", "type", "default", "what it does", "뜻"), rows))
