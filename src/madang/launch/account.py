"""Under which account the database runs: PostgreSQL refuses root, so root hands it to somebody smaller."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

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
        return subprocess.Popen(command, start_new_session=True, **options)  # type: ignore[call-overload]

    def own(self, path: Path, mode: int = 0o700) -> Path:
        """Make a folder that belongs to this account."""
        path.mkdir(parents=True, exist_ok=True)
        if self.drops:
            os.chown(path, self.uid, self.gid)
        path.chmod(mode)
        return path

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
