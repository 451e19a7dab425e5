"""The country as a grid of links, four wide: no outline to read, every region the same size, room on a phone."""

import re
from math import ceil

from madang.core.ui.shapes import Tile, TileMap, WrongUse
from madang.core.ui.texts import text

#: Where the 17 regions of 2012–2026 stand, as (column, row); the merged Jeonnam-Gwangju spans two columns.
KOREA: dict[str, tuple[int, int]] = {
    "incheon": (1, 1), "seoul": (2, 1), "gyeonggi": (3, 1), "gangwon": (4, 1),
    "chungnam": (1, 2), "sejong": (2, 2), "chungbuk": (3, 2), "gyeongbuk": (4, 2),
    "jeonbuk": (1, 3), "daejeon": (2, 3), "daegu": (3, 3), "ulsan": (4, 3),
    "jeonnam": (1, 4), "gwangju": (2, 4), "gyeongnam": (3, 4), "busan": (4, 4),
    "jeju": (1, 5), "jeonnam-gwangju": (1, 4),
}  # fmt: skip

WIDE, HIGH, LEVELS = 6, 8, 4
_LAST_SYLLABLE = re.compile(r"(?<=[a-z]{3})(buk|nam|cheon|jeon|gi|won|ju|san|gu)$")


def laid(chart: TileMap) -> dict[str, object]:
    """Return the map for its template.

    Raises:
        WrongUse: a tile lies outside the grid, or two tiles share a place.
    """
    taken: set[tuple[int, int]] = set()
    for tile in chart.tiles:
        places = {(tile.col + n, tile.row) for n in range(tile.span)}
        if taken & places or not all(1 <= c <= WIDE and 1 <= r <= HIGH for c, r in places):
            raise WrongUse(
                f"tile {text(tile.label)!r} at {tile.col}, {tile.row} is outside the grid or on another tile"
            )
        taken |= places
    top = max((tile.count for tile in chart.tiles), default=0)
    return {
        "chart": chart,
        "tiles": [(tile, _classes(tile, top), short(text(tile.short))) for tile in chart.tiles],
    }


def short(name: str) -> str:
    """Return a romanised name with a soft hyphen before its last syllable, so that it may break on a phone.

    >>> short("Gyeongbuk").replace("\\u00ad", "|")
    'Gyeong|buk'
    """
    return _LAST_SYLLABLE.sub("\u00ad\\1", name)


def _classes(tile: Tile, top: int) -> str:
    level = ceil(tile.count / top * LEVELS) if tile.count else 0
    wide = f" w{tile.span}" if tile.span > 1 else ""
    return f"c{tile.col} r{tile.row}{wide} l{level}" + (" current" if tile.current else "")
