"""What a reader of the register chooses from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.zones.queries import EVERY, OTHER, OURS, RegisterFilters, Row, values_of
from madang.apps.zones.standings import STANDING_WORDS, scheme_words
from madang.core.ui.texts import text
from madang.core.ui.widgets import PlainHidden, PlainInput, PlainSelect
from madang.kernel import regions
from madang.kernel.korean import nfc

Choices = list[tuple[str, str]]
MOST_LETTERS = 60
KINDS = ("", *OURS, OTHER, EVERY)
FILTERS = ("region", "round", "industry", "scheme", "standing")


class RegisterForm(forms.Form):
    """The filters of the register; every field may stay empty."""

    q = forms.CharField(
        label=_("검색어"),
        required=False,
        max_length=MOST_LETTERS,
        widget=PlainInput(attrs={"type": "search", "enterkeyhint": "search"}),
    )
    kind = forms.CharField(required=False, widget=PlainHidden)
    sort = forms.CharField(required=False, widget=PlainHidden)

    def __init__(self, data: Mapping[str, str], rows: Sequence[Row]) -> None:
        super().__init__(data)
        kind = kind_asked(data)
        self._offer("region", _("지역"), region_choices())
        self._offer("round", _("지정 차수"), round_choices(values_of(rows, kind, "round")))
        self._offer("industry", _("산업 분야"), [(name, name) for name in values_of(rows, kind, "industry")])
        self._offer("scheme", _("제도"), scheme_choices(values_of(rows, kind, "scheme")))
        self._offer("standing", _("현재 상태"), [(key, text(words)) for key, words in STANDING_WORDS.items()])

    def _offer(self, name: str, label: Any, choices: Choices) -> None:
        """Add a choice when there is anything to choose between, or something is chosen already."""
        if len(choices) > 1 or self.data.get(name):
            self.fields[name] = forms.ChoiceField(
                label=label,
                required=False,
                choices=[("", _("전체")), *choices],
                widget=PlainSelect,
                error_messages={"invalid_choice": _("목록에 없는 값입니다. 다시 골라 주십시오.")},
            )

    def filters(self) -> RegisterFilters:
        """Return what was asked; a value that is not among the choices filters nothing and is said at its field."""
        self.is_valid()
        chosen = {name: self.cleaned_data.get(name, "") for name in FILTERS}
        return replace(RegisterFilters(), kind=kind_asked(self.data), text=text_asked(self.data), **chosen)


def kind_asked(data: Mapping[str, str]) -> str:
    """Return the tab that was asked for; anything else is the first one."""
    kind = data.get("kind", "")
    return kind if kind in KINDS else ""


def text_asked(data: Mapping[str, str]) -> str:
    """Return the words looked for, composed; what no name can hold is not looked for."""
    words = nfc(data.get("q", "")).strip()
    return words if len(words) <= MOST_LETTERS and "\0" not in words else ""


def region_choices() -> Choices:
    """Regions in the official order; the merged one, whose launch nobody confirms, says so."""
    return [
        (r.id, text(r.name) if r.verified else f"{text(r.name)} ({_('출범 미확인')})")
        for r in regions.regions()
    ]


def round_choices(rounds: Iterable[str]) -> Choices:
    """Rounds in their order: regulation-free zones by number, then global ones."""
    return [(name, round_label(name)) for name in sorted(rounds, key=round_place)]


def round_place(name: str) -> tuple[bool, int, str]:
    """Return where a round stands among the others.

    >>> sorted(["10", "G1", "2"], key=round_place)
    ['2', '10', 'G1']
    """
    return not name.isdigit(), len(name), name


def round_label(name: str) -> str:
    """Return a round as people say it: 3차, 글로벌 2차. The record writes global rounds G1, G2."""
    if name[:1] == "G" and name[1:].isdigit():
        return _("글로벌 %(number)s차") % {"number": name[1:]}
    return _("%(number)s차") % {"number": name} if name.isdigit() else name


def scheme_choices(schemes: Iterable[str]) -> Choices:
    """Schemes of other ministries."""
    return [(scheme, text(scheme_words(scheme))) for scheme in schemes]
