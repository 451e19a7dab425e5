"""The changes: in every place of a module, one at a time, what the tests have to notice.

A change is an edit of the text: numbers, keys, comparisons, conditions, arguments, values given back. What is only
read by people stays as it is: the text of ``Words``, of findings and of errors, and what is put into that text.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

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
#: Calls whose arguments, or the first so many of them, are sentences.
SENTENCES = {"Words": 2, "holds": 2, "fails": 2}
_OPENING = re.compile(rb"[A-Za-z]*(\"\"\"|'''|\"|')")
_HANGUL = re.compile("[가-힣]")


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

    def span(self, node: ast.AST) -> tuple[int, int]:
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
        for child in self.children(node):
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

    def children(self, node: ast.AST) -> Iterator[ast.AST]:
        """What is looked into: no annotation, no docstring, no sentence."""
        if isinstance(node, ast.JoinedStr | ast.Raise) and not _mutable_raise(node):
            return
        left_out = set(map(id, _left_out(node)))
        for child in ast.iter_child_nodes(node):
            if id(child) not in left_out:
                yield child

    def edits(self, node: ast.AST) -> Iterator[tuple[int, int, bytes]]:
        """The edits of one node itself."""
        match node:
            case ast.Constant() | ast.JoinedStr():
                yield from self.of_value(node)
            case ast.Compare():
                yield from self.between([node.left, *node.comparators], node.ops)
            case ast.BoolOp():
                yield from self.between(node.values, [node.op] * len(node.values))
            case ast.BinOp():
                yield from self.between([node.left, node.right], [node.op])
            case ast.UnaryOp():
                yield from self.of_sign(node)
            case ast.Call():
                yield from self.of_call(node)
            case ast.IfExp():
                yield from ((*self.span(node.test), word) for word in (b"False", b"True"))
            case ast.If() | ast.While():
                yield from self.negated(node.test)
            case ast.comprehension():
                for test in node.ifs:
                    yield from self.negated(test)
            case ast.Lambda():
                yield (*self.span(node.body), b"None")
            case ast.Return() | ast.Assign() | ast.AnnAssign() if node.value is not None:
                yield from self.of_result(node.value)
            case ast.AugAssign():
                yield from self.of_step(node)
            case ast.Continue():
                yield (*self.span(node), b"break")
            case ast.Break():
                yield (*self.span(node), b"return")

    def of_value(self, node: ast.Constant | ast.JoinedStr) -> Iterator[tuple[int, int, bytes]]:
        start, end = self.span(node)
        value = node.value if isinstance(node, ast.Constant) else ""
        if isinstance(value, bool):
            yield start, end, b"False" if value else b"True"
        elif isinstance(value, int | float):
            yield start, end, repr(value + 1).encode()
        elif isinstance(value, str):
            opening = _OPENING.match(self.source, start)
            if opening and not _HANGUL.search(self.source[start:end].decode()):
                yield opening.end(), opening.end(), b"XX"

    def between(self, parts: list[ast.expr], ops: list[ast.AST]) -> Iterator[tuple[int, int, bytes]]:
        for (left, right), op in zip(pairwise(parts), ops, strict=False):
            old, new = OPERATORS[type(op)]
            begin = self.span(left)[1]
            found = re.search(old.encode(), self.source[begin : self.span(right)[0]])
            if found:
                yield begin + found.start(), begin + found.end(), new.encode()

    def of_sign(self, node: ast.UnaryOp) -> Iterator[tuple[int, int, bytes]]:
        start = self.span(node)[0]
        if isinstance(node.op, ast.Not):
            yield start, start + 4, b""
        elif isinstance(node.op, ast.USub):
            yield start, start + 1, b"+"
        else:
            yield start, start + 1, b""

    def of_call(self, node: ast.Call) -> Iterator[tuple[int, int, bytes]]:
        name = _called(node)
        if isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            end = self.span(node.func)[1]
            yield end - len(node.func.attr), end, METHODS[node.func.attr].encode()
        if name in ("cast", "Words"):
            return
        given = [*node.args, *node.keywords]
        for place, arg in enumerate(given):
            value = arg.value if isinstance(arg, ast.keyword) else arg
            star = isinstance(arg, ast.Starred) or (isinstance(arg, ast.keyword) and arg.arg is None)
            if _is_sentence(value) or place < SENTENCES.get(name, 0):
                continue
            if not star and not _is_none(value):
                yield (*self.span(value), b"None")
            if len(given) > 1:
                yield from self.without(given, place)

    def without(self, given: list[ast.AST], place: int) -> Iterator[tuple[int, int, bytes]]:
        start, end = self.span(given[place])
        if place + 1 < len(given):
            yield start, self.span(given[place + 1])[0], b""
        else:
            before = self.span(given[place - 1])[1]
            yield self.source.index(b",", before), end, b""

    def negated(self, test: ast.expr) -> Iterator[tuple[int, int, bytes]]:
        """Comparisons, signs and words between conditions are changed by themselves."""
        if not isinstance(test, ast.Compare | ast.UnaryOp | ast.BoolOp):
            start, end = self.span(test)
            yield start, end, b"not (" + self.source[start:end] + b")"

    def of_result(self, value: ast.expr) -> Iterator[tuple[int, int, bytes]]:
        if not _is_sentence(value):
            yield (*self.span(value), b'""' if _is_none(value) else b"None")

    def of_step(self, node: ast.AugAssign) -> Iterator[tuple[int, int, bytes]]:
        old, new = OPERATORS[type(node.op)]
        begin, end = self.span(node.target)[1], self.span(node.value)[0]
        found = re.search(old.encode() + b"=", self.source[begin:end])
        if found:
            for text in (new + "=", "="):
                yield begin + found.start(), begin + found.end(), text.encode()


def _called(node: ast.AST) -> str:
    func = node.func if isinstance(node, ast.Call) else node
    return func.id if isinstance(func, ast.Name) else getattr(func, "attr", "")


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _is_sentence(node: ast.AST) -> bool:
    """A call of ``Words``, or a text with a letter of the Korean script."""
    if isinstance(node, ast.Call):
        return _called(node) == "Words"
    return _is_text(node) and bool(_HANGUL.search(ast.unparse(node)))


def _mutable_raise(node: ast.AST) -> bool:
    return isinstance(node, ast.Raise)


def _left_out(node: ast.AST) -> Iterator[ast.AST]:
    """The children of a node that are not looked into."""
    if isinstance(node, ast.FunctionDef):
        yield from filter(None, (node.returns,))
    if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
        yield node.annotation
    if isinstance(node, ast.Expr) and _is_text(node.value):
        yield node.value
    if isinstance(node, ast.Subscript) and _called(node.value) in ("Literal", "Callable"):
        yield node.slice
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and any(map(_is_text, node.exc.args)):
        yield node.exc
    if isinstance(node, ast.Call):
        name = _called(node)
        yield from node.args[: SENTENCES.get(name, 0)]
        if any(map(_is_sentence, node.args)):
            yield from filter(_is_text, node.args)
