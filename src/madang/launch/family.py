"""The child processes of ``madang serve``: one process group, ended together, and ended when we are killed."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field

GOODBYE_SECONDS = 10
DEATH_SIGNAL = 1  # prctl's PR_SET_PDEATHSIG: which signal a child gets when its parent dies


@dataclass
class Family:
    """Child processes by what people call them."""

    members: "dict[str, subprocess.Popen[bytes]]" = field(default_factory=dict)

    def start(self, name: str, module: str, *arguments: str) -> "subprocess.Popen[bytes]":
        """Start ``python -m module`` as a member."""
        prctl = ctypes.CDLL(None).prctl
        self.members[name] = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", module, *arguments],
            stdin=subprocess.DEVNULL,
            process_group=self._group(),
            preexec_fn=lambda: prctl(DEATH_SIGNAL, signal.SIGTERM),
        )
        return self.members[name]

    def run(self, name: str, module: str, *arguments: str) -> int:
        """Start a member that ends by itself, wait for it, and return its exit code."""
        code = self.start(name, module, *arguments).wait()
        del self.members[name]
        return code

    def fallen(self) -> str | None:
        """Return who has ended although nobody asked for it."""
        return next((name for name, child in self.members.items() if child.poll() is not None), None)

    def stop(self) -> None:
        """Ask everybody to stop; after a while insist, with everybody's own children too."""
        for child in self.members.values():
            child.terminate()
        ends = time.monotonic() + GOODBYE_SECONDS
        for child in self.members.values():
            with suppress(subprocess.TimeoutExpired):
                child.wait(max(0.0, ends - time.monotonic()))
        with suppress(ProcessLookupError):
            if self.members:
                os.killpg(self._group(), signal.SIGKILL)
        for child in self.members.values():
            child.wait()

    def _group(self) -> int:
        return next((child.pid for child in self.members.values()), 0)
