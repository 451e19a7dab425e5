"""Sizes: a function fits on a screen, a file on a few, and what is called has few parameters."""

import ast

from tests.house.sources import SRC, trees

FUNCTION, FILE, CLASS, PARAMETERS = 50, 500, 200, 7


def docstring_lines(node):
    first = node.body[0]
    is_doc = (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    )
    return first.end_lineno - first.lineno + 1 if is_doc else 0


def functions(tree):
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def given(function):
    names = [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    return [n for n in names if n not in ("self", "cls")]


def test_functions_are_short_and_take_few_parameters():
    too_long = [
        f"{path}:{f.lineno} {f.name}"
        for path, tree in trees().items()
        for f in functions(tree)
        if f.end_lineno - f.lineno + 1 - docstring_lines(f) > FUNCTION or len(given(f)) > PARAMETERS
    ]
    assert too_long == []


def test_files_and_classes_are_short():
    long_files = [str(p) for p in trees() if len((SRC / p).read_text("utf-8").splitlines()) > FILE]
    long_classes = [
        f"{path}:{c.name}"
        for path, tree in trees().items()
        for c in ast.walk(tree)
        if isinstance(c, ast.ClassDef) and c.end_lineno - c.lineno + 1 > CLASS
    ]
    assert (long_files, long_classes) == ([], [])


def test_every_module_of_some_length_says_what_it_is():
    silent = [
        str(path)
        for path, tree in trees().items()
        if ast.get_docstring(tree) is None and len((SRC / path).read_text("utf-8").splitlines()) >= 20
    ]
    assert silent == []
