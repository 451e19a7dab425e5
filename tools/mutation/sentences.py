"""What is not changed: texts that people only read (``Words``, findings, errors), names of types, layouts of records."""

import ast
import re
from collections.abc import Iterator

#: Calls whose first arguments are sentences, and how many of them.
SENTENCES = {"Words": 2, "holds": 2, "fails": 2}
#: How a record is laid out and how much is kept decides nothing.
LAYOUTS = ("dataclass", "lru_cache")
#: Calls whose arguments are not changed.
UNCHANGED = ("Words", "cast", *LAYOUTS)
HANGUL = re.compile("[가-힣]")


def called(node: ast.AST) -> str:
    """The name by which something is called, or by which it is known."""
    func = node.func if isinstance(node, ast.Call) else node
    return func.id if isinstance(func, ast.Name) else getattr(func, "attr", "")


def is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def is_sentence(node: ast.AST) -> bool:
    """A call of ``Words``, or a text with a letter of the Korean script."""
    if isinstance(node, ast.Call):
        return called(node) == "Words"
    return is_text(node) and bool(HANGUL.search(ast.unparse(node)))


def is_type(node: ast.AST) -> bool:
    """A name for a type, such as ``Literal["day", "instant"]``."""
    return isinstance(node, ast.Subscript) and called(node.value) in ("Literal", "Callable", "NDArray")


def looked_into(node: ast.AST) -> Iterator[ast.AST]:
    """The children of a node that may be changed: no annotation, no docstring, no sentence, no part of a text."""
    if isinstance(node, ast.JoinedStr):
        return
    left_out = set(map(id, _left_out(node)))
    for child in ast.iter_child_nodes(node):
        if id(child) not in left_out:
            yield child


def _left_out(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.FunctionDef(returns=ast.expr() as annotation):
            yield annotation
        case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=ast.expr() as annotation):
            yield annotation
        case ast.Expr(value=value) if is_text(value):
            yield value
        case ast.Subscript() if is_type(node):
            yield node.slice
        case ast.Call() if called(node) in LAYOUTS:
            yield from node.keywords
        case ast.Raise(exc=ast.Call() as error) if any(map(is_text, error.args)):
            yield error
        case ast.Call():
            yield from node.args[: SENTENCES.get(called(node), 0)]
            if any(map(is_sentence, node.args)):
                yield from filter(is_text, node.args)
