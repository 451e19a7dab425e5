"""What a start does to the database and the files before anybody is served: each step at once or not at all."""

import hashlib
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands

from madang.launch.said import step
from madang.settings import env

#: a management command of the history: it loads the record, or sees that it is loaded
RECORD = "replay_record"


def prepare() -> int:
    """Bring tables up to date, load the national record on the first start, collect changed static files."""
    django.setup()
    with step("데이터베이스 표 맞추기", "updating the tables"):
        call_command("migrate", interactive=False, verbosity=0)
    if env.value("MADANG_RECORD") and RECORD in get_commands():
        with step("전국 기록 불러오기", "replaying the national record"):
            call_command(RECORD, verbosity=0)
    collect_static_files()
    return 0


def collect_static_files() -> None:
    """Collect and compress the static files, unless none has changed since the last time."""
    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    now = _fingerprint()
    if stamp.is_file() and stamp.read_text("ascii") == now:
        return
    with step("화면 파일 모으기", "collecting static files"):
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(now, "ascii")


def _fingerprint() -> str:
    """Return a hash over the names, sizes and times of all static files."""
    seen = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = Path(storage.path(name)).stat()
            seen.update(f"{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return seen.hexdigest()
