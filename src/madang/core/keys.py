"""Primary keys made by the application: UUID version 7 (RFC 9562), in time order within one process."""

import os
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0


def uuid7() -> UUID:
    """Return a new key: 48 bits of milliseconds, then a counter and random bits; never smaller than the one before.

    >>> a, b = uuid7(), uuid7()
    >>> a < b, a.version
    (True, 7)
    """
    global _last
    with _lock:
        # the key is an address, not a fact: reading the clock here decides nothing
        tick = max((time.time_ns() // 1_000_000) << 12, _last + 1)
        _last = tick
    millis, counter = tick >> 12, tick & 0xFFF
    tail = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    return UUID(int=(millis & ((1 << 48) - 1)) << 80 | 7 << 76 | counter << 64 | 2 << 62 | tail)
