"""The country as seventeen tiles with the number of zones, and what is known of its regions today."""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from madang.core.ui.charts.tiles import KOREA
from madang.core.ui.shapes import Tile, TileMap
from madang.kernel import regions
from madang.kernel.words import Words


def region_map(counts: Mapping[str, int], href: Callable[[str], str], *, current: str = "") -> TileMap:
    """Return the map of the regions that zones were designated in; a chosen tile is marked and frees the choice.

    The tiles are those of the record: a merger that no source confirms moves no tile.
    """
    tiles = [
        Tile(
            label=region.name, short=region.short, href=href("" if region.id == current else region.id),
            count=counts.get(region.id, 0), col=KOREA[region.id][0], row=KOREA[region.id][1],
            current=region.id == current,
        )
        for region in regions.regions()
        if region.verified
    ]  # fmt: skip
    return TileMap("regions", _("시·도별 특구"), tiles, unit=_("개 특구"))


def standing_of_regions(today: date) -> Words:
    """Say how many regions there are today, and what hangs on the merger that no source confirms."""
    surely, merged = len(regions.regions_on(today, merged=False)), len(regions.regions_on(today))
    pending = next(r for r in regions.regions() if not r.verified)
    if surely == merged:
        return Words(
            f"시·도는 {surely}개입니다. 광주와 전남은 {pending.first_on:%Y. %-m. %-d.}부터 "
            f"{pending.name.ko}로 통합될 예정이라고 보도되었습니다.",
            f"There are {surely} provinces and cities. Gwangju and Jeonnam were reported to merge "
            f"on {pending.first_on:%-d %B %Y}.",
        )
    return Words(
        f"지도는 {surely}개 시·도를 보여 줍니다. 광주와 전남은 {pending.first_on:%Y. %-m. %-d.} "
        f"{pending.name.ko}로 통합될 예정이라고 보도되었으나 출범이 확인되지 않았습니다. "
        f"출범했다면 시·도는 {merged}개입니다.",
        f"The map shows {surely} provinces and cities. Gwangju and Jeonnam were reported to merge on "
        f"{pending.first_on:%-d %B %Y}, but no source confirms it. If they did, there are {merged}.",
    )
