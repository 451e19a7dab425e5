"""The words of the pages: ``check`` finds whatever has no English, ``compile`` writes the .mo files.

Korean is the source: the msgid is the Korean text. Every folder with ``locale/en/LC_MESSAGES/django.po`` is a
catalogue; Django merges them all, so a text needs English in one of them, and two must not disagree. A folder may
also hold ``locale/ko``: there the framework's own Korean is put into the words of this house.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import polib
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "madang"
CATALOGUE = "locale/en/LC_MESSAGES/django.po"
REPHRASED = "locale/ko/LC_MESSAGES/django.po"
HANGUL = re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
PLACES = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
#: function name → which argument is the context, the text, the plural
SHAPES = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), (None, 0, None)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (None, 0, 1)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (0, 1, None)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), (0, 1, 2)),
}
TEXT = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
CALL = re.compile(rf"\b(_|n?p?gettext)\(\s*({TEXT}(?:\s*,\s*{TEXT})*)", re.DOTALL)
#: what a template holds that is no text of its own
MARKED = re.compile(
    r"{%\s*(blocktranslate|blocktrans|comment)\b.*?{%\s*end\1\s*%}|{%.*?%}|{{.*?}}|{#.*?#}|<!--.*?-->",
    re.DOTALL,
)


class Message(NamedTuple):
    """A text as the catalogues know it."""

    context: str | None
    text: str
    plural: str | None


def messages_in(path: Path) -> Iterator[Message]:
    """Yield the texts that a Python file or a template has translated."""
    source = path.read_text("utf-8")
    if path.suffix == ".py":
        calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
        yield from (found for call in calls for found in _of_call(call))
        return
    if not settings.configured:
        settings.configure()
    for name, arguments in CALL.findall(templatize(source)):
        yield _message(name, list(ast.literal_eval(f"({arguments},)")))


def _of_call(call: ast.Call) -> Iterator[Message]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name in SHAPES:
        given = [
            arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        if len(given) >= sum(place is not None for place in SHAPES[name]):
            yield _message(name, given)


def _message(name: str, given: list[str]) -> Message:
    context, text, plural = (None if place is None else given[place] for place in SHAPES[name])
    return Message(context, text or "", plural)


def sources() -> Iterator[Path]:
    """Yield every file that can hold text for people."""
    yield from sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
    yield from templates()


def templates() -> list[Path]:
    """Return every template."""
    kinds = {".html", ".txt", ".svg", ".xml"}
    return sorted(p for p in SOURCE.rglob("templates/**/*") if p.is_file() and p.suffix in kinds)


def catalogues() -> dict[Path, polib.POFile]:
    """Return every catalogue by its path."""
    return {path: polib.pofile(str(path)) for path in sorted(SOURCE.rglob(CATALOGUE))}


def rephrased() -> dict[Path, polib.POFile]:
    """Return every catalogue that says the framework's Korean in other words."""
    return {path: polib.pofile(str(path)) for path in sorted(SOURCE.rglob(REPHRASED))}


def problems() -> Iterator[str]:
    """Yield one line for each text that is not complete in both languages."""
    used: dict[Message, str] = {}
    for path in sources():
        for message in messages_in(path):
            if HANGUL.search(message.text):
                used.setdefault(message, _shown(path))
    known = defaultdict(list)
    books = catalogues()
    for path, book in books.items():
        for entry in book:
            known[Message(entry.msgctxt, entry.msgid, entry.msgid_plural or None)].append((path, entry))
    yield from _missing(used, known)
    yield from _unsound(used, known)
    yield from (line for path in templates() for line in _bare(path))
    yield from (
        f"{_shown(path)}: compiled file is stale"
        for path, book in {**books, **rephrased()}.items()
        if _is_stale(path, book)
    )


def _missing(
    used: dict[Message, str], known: dict[Message, list[tuple[Path, polib.POEntry]]]
) -> Iterator[str]:
    for message, place in used.items():
        if message not in known:
            yield f"{place}: no English for ‘{message.text}’"


def _unsound(
    used: dict[Message, str], known: dict[Message, list[tuple[Path, polib.POEntry]]]
) -> Iterator[str]:
    for message, entries in known.items():
        place = _shown(entries[0][0])
        if message not in used:
            yield f"{place}: nobody says ‘{message.text}’ any more"
        if len({tuple(_english(entry)) for _, entry in entries}) > 1:
            yield f"{place}: two different translations of ‘{message.text}’"
        for english in (text for _, entry in entries for text in _english(entry)):
            if not english:
                yield f"{place}: ‘{message.text}’ is empty or fuzzy in English"
            elif not _places(english) <= _places(message.text) | _places(message.plural or ""):
                yield f"{place}: ‘{message.text}’ and its English have different {{places}}"


def _english(entry: polib.POEntry) -> list[str]:
    if entry.fuzzy:
        return [""]
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def _places(text: str) -> set[str]:
    return set(PLACES.findall(text))


def _bare(path: Path) -> Iterator[str]:
    """Yield the lines of a template that hold Korean outside every translation."""
    blanked = MARKED.sub(lambda found: "\n" * found[0].count("\n"), path.read_text("utf-8"))
    for number, line in enumerate(blanked.split("\n"), 1):
        if HANGUL.search(line):
            yield f"{_shown(path)}:{number}: Korean outside a translation: {line.strip()[:60]}"


def _is_stale(path: Path, book: polib.POFile) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.is_file() or compiled.read_bytes() != book.to_binary()


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def compile_all(books: Iterable[tuple[Path, polib.POFile]]) -> None:
    """Write the .mo file beside each catalogue that has changed."""
    for path, book in books:
        if _is_stale(path, book):
            path.with_suffix(".mo").write_bytes(book.to_binary())


def main(arguments: list[str]) -> int:
    """Answer ``check`` (1 when anything is missing) or ``compile``."""
    if arguments == ["compile"]:
        compile_all([*catalogues().items(), *rephrased().items()])
        return 0
    if arguments != ["check"]:
        sys.exit("usage: messages.py check | compile")
    found = list(problems())
    print("\n".join(found) or "every text is there in Korean and in English")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
