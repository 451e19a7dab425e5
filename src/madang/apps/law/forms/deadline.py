"""The form of the calculator: the dates a clock asks for, in the words of that clock, all in the query of the address."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from madang.apps.law.forms.days import DayField, RoughDayField, TimeField
from madang.core.ui.texts import text
from madang.kernel.clocks.pauses import Pause, ReceivedBeforeAsked, WrongPause
from madang.kernel.statutes.clocks import Clock
from madang.kernel.statutes.due import DEFAULT_PAUSE_COUNTING
from madang.kernel.statutes.reckoning import Place, Question, has_editions, may_pause, needs_time
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.ways import MAY_START_AT_MIDNIGHT

MOST_PAUSES = 50
#: what the form leaves out of the address when the reader did not change it
PLAIN = {"extensions": "0", "pause_counting": DEFAULT_PAUSE_COUNTING}
#: the fields that ask for the parts of a question
FIELDS: Mapping[Place, str] = {
    "start": "start", "at": "time", "on": "on", "known_on": "known",
    "extensions": "extensions", "starts_at_midnight": "midnight",
}  # fmt: skip


class DeadlineForm(forms.Form):
    """What a clock must know. ``rows`` is how many supplements there is room for."""

    def __init__(self, clock: Clock, data: Mapping[str, str], *, asked: bool) -> None:
        """Bind the form when it was ``asked`` for an answer; else show what was entered so far without judging it."""
        super().__init__(data if asked else None, initial=dict(data.items()))
        self.clock = clock
        self.rows = rows_asked(clock, data)
        self.fields["start"] = RoughDayField(
            label=capfirst(text(clock.start)), help_text=_("예: 2026-11-03 또는 2026. 11. 3.")
        )
        if needs_time(clock):
            self.fields["time"] = TimeField(
                label=_("시작한 시각"), help_text=_("예: 09:00 또는 오후 3시 30분")
            )
        for number in range(1, self.rows + 1):
            self.fields[f"asked_{number}"] = DayField(
                label=_("보완을 요구한 날 (%(n)s)") % {"n": number}, required=False
            )
            self.fields[f"received_{number}"] = DayField(
                label=_("보완을 받은 날 (%(n)s)") % {"n": number}, required=False
            )
        if clock.extensions:
            self.fields["extensions"] = _extension_field(clock)
        is_change = clock.parameter.startswith("change.")
        self.fields["on"] = RoughDayField(
            label=_("변경을 신청한 날") if is_change else _("적용할 법령을 정하는 날"), required=False,
            help_text=_("기간을 정한 조문이 바뀐 적이 있을 때에만 씁니다. 비워 두면 시작한 날의 법령으로 셉니다."),
        )  # fmt: skip
        if may_pause(clock):
            self.fields["pause_counting"] = _counting_field()
        if clock.way in MAY_START_AT_MIDNIGHT:
            self.fields["midnight"] = forms.BooleanField(
                label=_("0시에 시작하여 첫날부터 셈"), required=False
            )
        self.fields["known"] = DayField(
            label=_("공휴일을 알고 있던 날"), required=False,
            help_text=_("그날까지 정해져 있던 공휴일만으로 셉니다. 비워 두면 지금 아는 공휴일을 모두 씁니다."),
        )  # fmt: skip

        if self.rows and "rows" in data:
            self.fields[f"asked_{self.rows}"].widget.attrs["autofocus"] = True

    @property
    def main(self) -> list[forms.BoundField]:
        """The fields that every reader fills in."""
        names = ("start", "time", *(["on"] if has_editions(self.clock) else []), "extensions")
        return [self[name] for name in names if name in self.fields]

    @property
    def pauses(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows of supplements: the day of asking and the day of receiving."""
        return [(self[f"asked_{n}"], self[f"received_{n}"]) for n in range(1, self.rows + 1)]

    @property
    def advanced(self) -> list[forms.BoundField]:
        """The fields that few need."""
        names = (*([] if has_editions(self.clock) else ["on"]), "pause_counting", "midnight", "known")
        return [self[name] for name in names if name in self.fields]

    @property
    def has_advanced(self) -> bool:
        """Whether any of the fields that few need was filled in, or is wrong."""
        plain = ("", None, False, DEFAULT_PAUSE_COUNTING)
        return any(field.errors or field.value() not in plain for field in self.advanced)

    @property
    def more_rows(self) -> int:
        """How many rows the button for one more asks for; 0 when there is no room."""
        return self.rows + 1 if may_pause(self.clock) and self.rows < MOST_PAUSES else 0

    def clean(self) -> dict[str, Any]:
        """Put the two days of each supplement together."""
        given = super().clean() or {}
        given["pauses"] = [p for n in range(1, self.rows + 1) if (p := self._pause(n, given)) is not None]
        return given

    def _pause(self, number: int, given: Mapping[str, Any]) -> Pause | None:
        asked, received = given.get(f"asked_{number}"), given.get(f"received_{number}")
        if asked is None and received is None:
            return None
        if asked is None or received is None:
            self._other_half(number, asked is None)
            return None
        try:
            return Pause(asked, received)
        except ReceivedBeforeAsked:
            self.add_error(f"received_{number}", _("보완을 받은 날이 요구한 날보다 앞섭니다."))
            return None

    def refuse(self, refusal: Refusal, place: Place, words: str) -> None:
        """Say why there is no due date, at the field that asks for what is wrong."""
        name = FIELDS.get(place, "")
        if isinstance(refusal, WrongPause):
            pause = refusal.pause
            rows = range(1, self.rows + 1)
            asked = [n for n in rows if self.cleaned_data.get(f"asked_{n}") == pause.asked]
            same = [n for n in asked if self.cleaned_data.get(f"received_{n}") == pause.received]
            name = f"asked_{same[-1]}" if same else ""
        self.add_error(name if name in self.fields else None, words)

    def _other_half(self, number: int, asked_is_missing: bool) -> None:
        """Say which half of a supplement is missing, unless its own error says more."""
        name = f"asked_{number}" if asked_is_missing else f"received_{number}"
        if name in self.errors:
            return
        words = (
            _("보완을 요구한 날을 함께 적어 주십시오.")
            if asked_is_missing
            else _(
                "보완을 받은 날을 함께 적어 주십시오. 아직 받지 못했으면 기간이 멈춰 있어 기한이 정해지지 않습니다."
            )
        )
        self.add_error(name, ValidationError(words))

    def question(self) -> Question:
        """Return what was asked, once the form is valid."""
        given = self.cleaned_data
        return Question(
            self.clock.rule_id,
            given["start"],
            given.get("time"),
            tuple(given["pauses"]),
            given.get("pause_counting") or DEFAULT_PAUSE_COUNTING,
            int(given.get("extensions") or 0),
            given.get("on"),
            given.get("known"),
            bool(given.get("midnight")),
        )


def _extension_field(clock: Clock) -> forms.ChoiceField:
    said = lambda n: ngettext("%(n)d번 연장", "%(n)d번 연장", n) % {"n": n}  # noqa: E731 -- one line of words
    choices = [("0", _("연장하지 않음")), *((str(n), said(n)) for n in range(1, clock.extensions + 1))]
    return forms.ChoiceField(label=_("연장"), choices=choices, required=False)


def _counting_field() -> forms.ChoiceField:
    choices = [
        ("both_ends", _("요구한 날과 받은 날을 모두 뺌(행정절차법 시행령을 유추)")),
        ("between", _("요구한 날은 세고 받은 날까지 뺌")),
    ]
    return forms.ChoiceField(
        label=_("보완 기간을 빼는 방법"),
        choices=choices,
        required=False,
        widget=forms.RadioSelect,
        initial=choices[0][0],
    )


def rows_asked(clock: Clock, data: Mapping[str, str]) -> int:
    """How many rows of supplements to show: those asked for and those filled in, at least one, at most fifty."""
    if not may_pause(clock):
        return 0
    asked = data.get("rows", "")
    wanted = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1
    filled = [n for n in range(1, MOST_PAUSES + 1) if data.get(f"asked_{n}") or data.get(f"received_{n}")]
    return max(1, min(MOST_PAUSES, max([wanted, *filled])))


def query_of(question: Question) -> dict[str, str]:
    """Return the query that asks the same question again; what is plain is left out."""
    query = {"start": question.start.text}
    if question.at is not None:
        query["time"] = question.at.strftime("%H:%M")
    for number, pause in enumerate(question.pauses, 1):
        query |= {
            f"asked_{number}": pause.asked.isoformat(),
            f"received_{number}": pause.received.isoformat(),
        }
    rest = {
        "extensions": str(question.extensions),
        "on": question.on.text if question.on else "",
        "pause_counting": question.pause_counting if question.pauses else "",
        "midnight": "on" if question.starts_at_midnight else "",
        "known": question.known_on.isoformat() if question.known_on else "",
    }
    return query | {name: value for name, value in rest.items() if value and value != PLAIN.get(name)}
