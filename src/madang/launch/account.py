"""Under which account the database runs: PostgreSQL refuses root, so root hands it to somebody smaller."""

import os
import pwd
import stat
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from madang.launch.said import CannotStart

#: who may be given the server when root starts it, best first
SMALLER = ("postgres", "nobody")
#: the server sees nothing of our environment: no locale but this one, no PG… names
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


@dataclass(frozen=True)
class Account:
    """The user and group that own the cluster; ``drops`` when they are not our own."""

    uid: int
    gid: int
    drops: bool

    def popen(self, command: Sequence[str | Path], **options: object) -> "subprocess.Popen[bytes]":
        """Start a program as this account, away from our folder, environment and terminal."""
        as_whom = {"user": self.uid, "group": self.gid, "extra_groups": []} if self.drops else {}
        options = {"cwd": "/", "env": ENVIRONMENT, "stdin": subprocess.DEVNULL, **as_whom, **options}
        return subprocess.Popen(command, start_new_session=True, **options)  # type: ignore[call-overload]  # the options differ by account

    def own(self, path: Path) -> None:
        """Make a folder that this account alone may enter.

        Raises:
            CannotStart: something stands there that is not ours. In a folder that all may write to, a stranger's
                link or folder could have us give away other files, or pose as the database.
        """
        with suppress(FileExistsError):
            path.mkdir(mode=0o700)
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {self.uid, os.getuid()}:
            raise CannotStart(
                "{path} 폴더가 다른 사용자의 것이어서 데이터베이스를 띄울 수 없습니다. "
                "처음 시작한 사용자로 다시 시작하거나 그 폴더를 치워 주십시오.",
                "{path} belongs to another user, so the database cannot be started. "
                "Start as the user who started first, or move it away.",
                path=path,
            )
        self.take(path)

    def take(self, path: Path) -> None:
        """Hand one file or folder of ours to this account."""
        if self.drops:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def reaches(self, path: Path) -> bool:
        """Tell whether this account may enter a folder (or run a program), all folders above it included."""
        return not self.drops or self.popen(["test", "-x", path]).wait() == 0


def server_account() -> Account:
    """Return our own account, or for root the first of ``SMALLER`` that this machine knows."""
    if os.getuid() != 0:
        return Account(os.getuid(), os.getgid(), drops=False)
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = next(known[name] for name in SMALLER if name in known)
    return Account(user.pw_uid, user.pw_gid, drops=True)
