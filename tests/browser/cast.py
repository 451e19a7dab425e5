"""Who plays in the journey: people at browsers of their own, each in a seat of the demonstration, and one clock."""

from collections.abc import Callable
from datetime import datetime

from madang.core.moments import SEOUL
from tests.browser.person import Person

MINISTRY, SECRETARY = "중소벤처기업부", "위원회 간사"


class Cast:
    """The people by the name of their seat; each comes when first called. Nobody's browser is the public's."""

    def __init__(self, comes: Callable[..., Person]) -> None:
        self._comes = comes
        self._seated: dict[str, Person] = {}
        self.public = comes()
        self.clockmaker = comes()

    def __getitem__(self, seat: str) -> Person:
        if seat not in self._seated:
            self._seated[seat] = self._comes(seat)
        return self._seated[seat]

    @property
    def ministry(self) -> Person:
        """Return the officer of the ministry."""
        return self[MINISTRY]

    @property
    def secretary(self) -> Person:
        """Return the secretary of the committees."""
        return self[SECRETARY]

    def it_is(self, year: int, month: int, day: int, hour: int, minute: int) -> None:
        """Move the clock of the demonstration to a Korean instant."""
        self.clockmaker.moves_clock(datetime(year, month, day, hour, minute, tzinfo=SEOUL))
