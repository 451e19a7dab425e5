"""The scene's special case in a zone of Daegu, and lists of regulations: one in the making, one before the committee,
one that stands."""

from datetime import timedelta

from madang.apps.exemptions.views.list_making import STEPS as LIST_STEPS
from madang.apps.exemptions.views.menu import STEPS as USE_STEPS
from tests.apps.exemptions import menu_builders as builders
from tests.apps.zones.builders import a_zone, day
from tests.house import scene as scenes


def menu_subjects(people: "dict[str, scenes.Actor]", _at: object) -> "scenes.Subjects":
    """Subjects of /menu/uses/ and /negative-list/."""
    before = scenes.TODAY - timedelta(days=2)
    zone = a_zone("rfz-scene-menu", name_ko="모빌리티", regions=("daegu",))
    ground = builders.Ground("제2025-1호", day(before.isoformat()), "특구계획 제3장", is_named=True)
    use = builders.a_use(zone, ground=ground, by=people["ministry"], on=scenes.TODAY)
    zones = [
        a_zone(f"giz-scene-{name}", name_ko=name, kind="giz", regions=("daegu",), round="G1")
        for name in ("drafting", "tabled", "standing")
    ]
    draft = builders.a_draft_list(zones[0], on=scenes.TODAY)
    tabled = builders.a_draft_list(zones[1], on=scenes.TODAY)
    builders.table_list(actor=people["ministry"], regulation_list=tabled, at=scenes.NOW)
    stands = builders.a_list(zones[2], on=before)
    lists = [("in the making", draft), ("before the committee", tabled), ("that stands", stands)]
    return {
        "menu/uses/": (scenes.Subject("in a zone of daegu", use.pk, {"key": tuple(USE_STEPS)}),),
        "negative-list/": tuple(
            scenes.Subject(label, row.pk, {"key": tuple(LIST_STEPS), "entry": row.entries.get().pk})
            for label, row in lists
        ),
    }
