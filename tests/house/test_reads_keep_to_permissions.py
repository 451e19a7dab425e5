"""What a query lists for an office is exactly what the permission lets it read, row by row and office by office."""

import pytest

from madang.core.authority import PUBLIC, SYSTEM, may
from madang.core.walls import reading_as
from tests.house.reads import READS
from tests.house.scene import Scene


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(READS))
def test_query_and_permission_to_read_agree_on_every_row(name: str, scene: Scene) -> None:
    with reading_as(SYSTEM):
        rows = list(READS[name](SYSTEM).model._default_manager.all())
    assert rows
    readers = {}
    for who, actor in {**scene.people, "public": PUBLIC}.items():
        with reading_as(actor):
            listed = {row.pk for row in READS[name](actor)}
            allowed = {row.pk for row in rows if may(actor, name, row)}
        assert listed == allowed, who
        readers[who] = len(listed)
    # some read something, some read nothing: the comparison above was about something
    assert 0 in readers.values()
    assert max(readers.values()) > 0
