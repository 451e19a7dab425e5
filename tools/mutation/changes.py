"""The changes: in every place of a module, one at a time, what the tests have to notice.

A change is an edit of the text: numbers, keys, comparisons, conditions, arguments, values given back. What is only
read by people stays as it is: the text of ``Words``, of findings and of errors, and what is put into that text.
"""

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Any

from tools.mutation.sentences import (
    HANGUL,
    SENTENCES,
    UNCHANGED,
    called,
    is_none,
    is_sentence,
    is_type,
    looked_into,
)

#: From where until where of a text, and what comes in its place.
Edit = tuple[int, int, bytes]
#: A function in the text: its name and the line it begins on; of a lambda, where its body begins too.
Scope = tuple[str, int, tuple[int, int] | None]

OPERATORS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: (r"is\s+not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: (r"not\s+in", "in"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
    ast.Add: (r"\+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: (r"\*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "/"),
    ast.LShift: ("<<", ">>"),
    ast.RShift: (">>", "<<"),
    ast.BitAnd: ("&", "|"),
    ast.BitOr: (r"\|", "&"),
    ast.BitXor: (r"\^", "&"),
    ast.Pow: (r"\*\*", "*"),
}
METHODS = dict(
    pair
    for one, other in (
        ("lower", "upper"),
        ("lstrip", "rstrip"),
        ("find", "rfind"),
        ("index", "rindex"),
        ("removeprefix", "removesuffix"),
        ("partition", "rpartition"),
    )
    for pair in ((one, other), (other, one))
)
_OPENING = re.compile(rb"[A-Za-z]*(\"\"\"|'''|\"|')")


@dataclass(frozen=True, slots=True)
class Change:
    """An edit of the bytes of a module, the functions it lies in from the outermost, and the lines of its statement."""

    path: str
    where: str
    scopes: tuple[Scope, ...]
    lines: tuple[int, int]
    start: int
    end: int
    new: bytes

    @property
    def key(self) -> str:
        """A short name that another change of the same text has not."""
        told = (self.path, self.scopes, self.start, self.end, self.new)
        return sha256(repr(told).encode()).hexdigest()[:16]

    def made(self, source: bytes) -> bytes:
        """The module with the change."""
        return source[: self.start] + self.new + source[self.end :]

    def written(self, source: bytes) -> str:
        """The lines that the change touches, before and after, each in one line."""
        begin = source.rfind(b"\n", 0, self.start) + 1
        until = source.find(b"\n", self.end)
        old = source[begin:until]
        new = source[begin : self.start] + self.new + source[self.end : until]
        return " → ".join(" ".join(text.decode().split()) for text in (old, new))


def changes(path: str, source: bytes, module: str) -> list[Change]:
    """Every change of one module that still can be compiled, in the order of the text."""
    found = _Finder(path, source, module).found()
    unique = {(one.where, one.start, one.end, one.new): one for one in found}
    return [one for one in unique.values() if _compiles(one.made(source))]


def _compiles(source: bytes) -> bool:
    try:
        compile(source, "", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Place:
    names: tuple[str, ...] = ()
    scopes: tuple[Scope, ...] = ()
    lines: tuple[int, int] = (0, 0)


class _Finder:
    """Walks the tree of a module and proposes edits of its text."""

    def __init__(self, path: str, source: bytes, module: str) -> None:
        self.path, self.source, self.module = path, source, module
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def found(self) -> Iterator[Change]:
        yield from self.walk(ast.parse(self.source), _Place())

    def span(self, node: Any) -> tuple[int, int]:
        return (
            self.starts[node.lineno - 1] + node.col_offset,
            self.starts[node.end_lineno - 1] + node.end_col_offset,
        )

    def walk(self, node: ast.AST, place: _Place) -> Iterator[Change]:
        place = self.entered(node, place)
        for start, end, new in self.edits(node):
            gap = self.source[start:end].count(b"\n") - new.count(b"\n")
            where = ".".join((self.module, *place.names))
            yield Change(self.path, where, place.scopes, place.lines, start, end, new + b"\n" * gap)
        for child in looked_into(node):
            inside = self.outside_of(node, child, place)
            yield from self.walk(child, inside)

    def entered(self, node: ast.AST, place: _Place) -> _Place:
        """The place inside of a node."""
        names, scopes, lines = place.names, place.scopes, place.lines
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if body else node.end_lineno
            lines = (node.lineno, max(node.lineno, last or 0))
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names = (*names, node.name)
        if isinstance(node, ast.FunctionDef):
            first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
            scopes = (*scopes, (node.name, first, None))
        if isinstance(node, ast.Lambda):
            scopes = (*scopes, ("<lambda>", node.lineno, (node.body.lineno, node.body.col_offset)))
        return _Place(names, scopes, lines)

    @staticmethod
    def outside_of(node: ast.AST, child: ast.AST, place: _Place) -> _Place:
        """Defaults and decorators belong to the function around."""
        if isinstance(node, ast.FunctionDef) and child not in node.body:
            return _Place(place.names, place.scopes[:-1], place.lines)
        return place

    def edits(self, node: ast.AST) -> Iterator[Edit]:
        """The edits of one node itself."""
        for kind, edits in EDITS.items():
            if isinstance(node, kind):
                yield from edits(self, node)

    def of_value(self, node: ast.Constant | ast.JoinedStr) -> Iterator[Edit]:
        start, end = self.span(node)
        value = node.value if isinstance(node, ast.Constant) else ""
        if isinstance(value, bool):
            yield start, end, b"False" if value else b"True"
        elif isinstance(value, int | float):
            yield start, end, repr(value + 1).encode()
        elif isinstance(value, str):
            opening = _OPENING.match(self.source, start)
            if opening and not HANGUL.search(self.source[start:end].decode()):
                yield opening.end(), opening.end(), b"XX"

    def of_comparison(self, node: ast.Compare) -> Iterator[Edit]:
        yield from self.between([node.left, *node.comparators], node.ops)

    def of_words_between(self, node: ast.BoolOp) -> Iterator[Edit]:
        yield from self.between(node.values, [node.op] * len(node.values))

    def of_sum(self, node: ast.BinOp) -> Iterator[Edit]:
        yield from self.between([node.left, node.right], [node.op])

    def between(self, parts: list[ast.expr], ops: Sequence[ast.AST]) -> Iterator[Edit]:
        for (left, right), op in zip(pairwise(parts), ops, strict=False):
            old, new = OPERATORS[type(op)]
            begin = self.span(left)[1]
            found = re.search(old.encode(), self.source[begin : self.span(right)[0]])
            if found:
                yield begin + found.start(), begin + found.end(), new.encode()

    def of_sign(self, node: ast.UnaryOp) -> Iterator[Edit]:
        start = self.span(node)[0]
        if isinstance(node.op, ast.Not):
            yield start, start + 4, b""
        elif isinstance(node.op, ast.USub):
            yield start, start + 1, b"+"
        else:
            yield start, start + 1, b""

    def of_call(self, node: ast.Call) -> Iterator[Edit]:
        name = called(node)
        if isinstance(node.func, ast.Attribute) and name in METHODS:
            end = self.span(node.func)[1]
            yield end - len(name), end, METHODS[name].encode()
        if name in UNCHANGED:
            return
        given = [*node.args, *node.keywords]
        for place in range(SENTENCES.get(name, 0), len(given)):
            yield from self.of_argument(given, place)

    def of_argument(self, given: list[ast.AST], place: int) -> Iterator[Edit]:
        """An argument becomes None, and is left out where there are others."""
        arg = given[place]
        value = arg.value if isinstance(arg, ast.keyword) else arg
        if is_sentence(value):
            return
        if isinstance(value, ast.GeneratorExp):
            yield (*self.span(value), b"(None)" if len(given) == 1 else b"None")
        elif not (_is_starred(arg) or is_none(value)):
            yield (*self.span(value), b"None")
        if len(given) > 1:
            yield from self.without(given, place)

    def without(self, given: list[ast.AST], place: int) -> Iterator[Edit]:
        start, end = self.span(given[place])
        if place + 1 < len(given):
            yield start, self.span(given[place + 1])[0], b""
        else:
            before = self.span(given[place - 1])[1]
            yield self.source.index(b",", before), end, b""

    def of_condition(self, node: ast.If | ast.While) -> Iterator[Edit]:
        yield from self.negated(node.test)

    def of_choice(self, node: ast.IfExp) -> Iterator[Edit]:
        yield from ((*self.span(node.test), word) for word in (b"False", b"True"))

    def of_sieve(self, node: ast.comprehension) -> Iterator[Edit]:
        for test in node.ifs:
            yield from self.negated(test)

    def negated(self, test: ast.expr) -> Iterator[Edit]:
        """Comparisons, signs and words between conditions are changed by themselves."""
        if not isinstance(test, ast.Compare | ast.UnaryOp | ast.BoolOp):
            start, end = self.span(test)
            yield start, end, b"not (" + self.source[start:end] + b")"

    def of_result(self, node: ast.Return | ast.Assign | ast.AnnAssign) -> Iterator[Edit]:
        if node.value is not None and not (is_sentence(node.value) or is_type(node.value)):
            yield (*self.span(node.value), b'""' if is_none(node.value) else b"None")

    def of_lambda(self, node: ast.Lambda) -> Iterator[Edit]:
        yield (*self.span(node.body), b"None")

    def of_jump(self, node: ast.Continue | ast.Break) -> Iterator[Edit]:
        yield (*self.span(node), b"break" if isinstance(node, ast.Continue) else b"return")

    def of_step(self, node: ast.AugAssign) -> Iterator[Edit]:
        old, new = OPERATORS[type(node.op)]
        begin, end = self.span(node.target)[1], self.span(node.value)[0]
        found = re.search(old.encode() + b"=", self.source[begin:end])
        if found:
            for text in (new + "=", "="):
                yield begin + found.start(), begin + found.end(), text.encode()


def _is_starred(arg: ast.AST) -> bool:
    return isinstance(arg, ast.Starred) or (isinstance(arg, ast.keyword) and arg.arg is None)


EDITS: dict[Any, Callable[[_Finder, Any], Iterator[Edit]]] = {
    ast.Constant | ast.JoinedStr: _Finder.of_value,
    ast.Compare: _Finder.of_comparison,
    ast.BoolOp: _Finder.of_words_between,
    ast.BinOp: _Finder.of_sum,
    ast.UnaryOp: _Finder.of_sign,
    ast.Call: _Finder.of_call,
    ast.IfExp: _Finder.of_choice,
    ast.If | ast.While: _Finder.of_condition,
    ast.comprehension: _Finder.of_sieve,
    ast.Lambda: _Finder.of_lambda,
    ast.Return | ast.Assign | ast.AnnAssign: _Finder.of_result,
    ast.AugAssign: _Finder.of_step,
    ast.Continue | ast.Break: _Finder.of_jump,
}
