"""What a reader of the radar and of the Gantt chooses from; what is not among the choices filters nothing and is said."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.exemptions.models.tools import TOOL_WORDS
from madang.apps.exemptions.queries.radar import (
    UNKNOWN_END,
    WINDOWS,
    RadarFilters,
    ministries_on_radar,
    zones_on_radar,
)
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.apps.zones.forms import region_choices
from madang.core.ui.texts import text
from madang.core.ui.widgets import PlainHidden, PlainSelect

Choices = list[tuple[str, str]]
_FIELDS = ("region", "zone", "kind", "ministry")


class RadarForm(forms.Form):
    """The filters of the radar; the window is chosen above the list and goes along unseen."""

    within = forms.CharField(required=False, widget=PlainHidden)

    def __init__(self, data: Mapping[str, str]) -> None:
        super().__init__(data)
        self._offer("region", _("지역"), region_choices())
        zones = zones_on_radar().only("slug", "name_ko", "name_en", "region")
        self._offer("zone", _("해당 특구"), [(zone.slug, text(zone_words(zone))) for zone in zones])
        self._offer("kind", _("종류"), [(key, text(words)) for key, words in TOOL_WORDS.items()])
        bodies = ministries_on_radar().only("slug", "name_ko", "name_en")
        self._offer("ministry", _("법령정비 소관"), [(body.slug, text(body.words)) for body in bodies])

    def _offer(self, name: str, label: Any, choices: Choices) -> None:
        self.fields[name] = forms.ChoiceField(
            label=label,
            required=False,
            choices=[("", _("전체")), *choices],
            widget=PlainSelect,
            error_messages={"invalid_choice": _("목록에 없는 값입니다. 다시 골라 주십시오.")},
        )

    def filters(self) -> RadarFilters:
        """Return what was asked; values that are not among the choices are left out."""
        self.is_valid()
        within = self.data.get("within", "")
        chosen = {name: self.cleaned_data.get(name, "") for name in _FIELDS}
        return RadarFilters(within=within if within in (*WINDOWS, UNKNOWN_END) else "", **chosen)
