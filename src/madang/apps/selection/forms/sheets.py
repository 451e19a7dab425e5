"""Shapes of what evaluators type: a score for each criterion, an opinion, the ground of a conflict."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from madang.apps.selection.models import ScoreSheet
from madang.kernel.scoring.exact import plain
from madang.kernel.scoring.rule_parts import Criterion
from madang.kernel.scoring.sheets import BadScore, parse_score
from madang.kernel.words import Words

RANGE = Words("만점 {full}, 소수점 아래 {places}자리까지", "Full marks {full}, up to {places} decimals")


class ScoreField(forms.CharField):
    """One score as it was typed; full-width digits are read, everything else that is no score is refused."""

    def __init__(self, criterion: Criterion, **more: Any) -> None:
        self.criterion = criterion
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "maxlength": "20"})
        super().__init__(required=False, widget=widget, **more)

    def clean(self, value: object) -> str:
        """Return the score in plain digits, or "" while it is open."""
        typed = str(super().clean(value) or "")
        if not typed.strip():
            return ""
        try:
            return plain(parse_score(typed, self.criterion))
        except BadScore as error:
            raise forms.ValidationError(error.words.in_(get_language() or "ko")) from error


class SheetForm(forms.Form):
    """The sheet of one stage: a field for each criterion in published order, and the opinion."""

    opinion = forms.CharField(
        label=_("종합의견"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("점수의 근거와 보완할 점을 적어 주십시오."),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *given: Any, criteria: Sequence[Criterion], sheet: ScoreSheet | None, **more: Any
    ) -> None:
        super().__init__(*given, **more)
        self.criteria = criteria
        language = get_language() or "ko"
        for criterion in criteria:
            self.fields[f"scores.{criterion.key}"] = ScoreField(
                criterion,
                label=criterion.words.in_(language),
                initial=sheet.scores.get(criterion.key, "") if sheet else "",
                help_text=RANGE.filled(full=plain(criterion.full_marks), places=criterion.score_decimals).in_(
                    language
                ),
            )
        self.fields["opinion"].initial = sheet.opinion if sheet else ""
        self.fields["version"].initial = sheet.version if sheet else 0

    def scores(self) -> dict[str, str]:
        """Return criterion key to score as typed."""
        return {criterion.key: self.cleaned_data[f"scores.{criterion.key}"] for criterion in self.criteria}

    def score_fields(self) -> list[forms.BoundField]:
        """Return the fields of the scores in published order."""
        return [self[f"scores.{criterion.key}"] for criterion in self.criteria]


class ConflictForm(forms.Form):
    """The tie that an evaluator declares."""

    ground = forms.CharField(
        label=_("이해관계의 내용"),
        max_length=200,
        help_text=_("예: 최근 3년 안에 신청 기관의 자문을 맡음"),
    )
