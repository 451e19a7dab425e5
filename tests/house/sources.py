"""The sources of the house as syntax trees, read once for all tests of the repository itself."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "madang"


@cache
def trees() -> dict[Path, ast.Module]:
    """Return every source file with its tree; migrations are left in peace."""
    files = (p for p in sorted(SRC.rglob("*.py")) if "migrations" not in p.parts)
    return {path.relative_to(SRC): ast.parse(path.read_text("utf-8")) for path in files}


def below_the_doors(path: Path) -> bool:
    """Answer whether a file lies where no clock may be read."""
    doors = {"views.py", "doors.py", "clock.py", "middleware.py", "keeping.py", "views"}
    return path.parts[0] in ("kernel", "core", "apps", "history") and not doors & set(path.parts)


def calls(tree: ast.Module) -> list[tuple[str, int]]:
    """Return dotted names that are called, with their lines."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            found.append((ast.unparse(node.func), node.lineno))
    return found
