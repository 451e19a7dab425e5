"""What a reader of the list of rules chooses from."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from madang.apps.law.rule_lines import STATES, state_words
from madang.apps.law.searching import MOST_LETTERS
from madang.core.ui.texts import text
from madang.kernel.statutes.matters import matters


class RuleFilter(forms.Form):
    """Word, subject and how far a rule is computed; every field may stay empty."""

    q = forms.CharField(
        label=_("검색어"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.TextInput(attrs={"type": "search", "enterkeyhint": "search"}),
    )
    matter = forms.ChoiceField(label=_("주제"), required=False, choices=list)
    state = forms.ChoiceField(label=_("판정"), required=False, choices=list)

    def __init__(self, data: Mapping[str, str]) -> None:
        super().__init__(data)
        every = ("", _("전체"))
        subjects = [(key, text(matter.name)) for key, matter in matters().items() if matter.rule_ids]
        self.fields["matter"].choices = [every, *subjects]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["state"].choices = [every, *((s, state_words(s)[0]) for s in STATES)]  # type: ignore[attr-defined]  # a ChoiceField

    def values(self) -> dict[str, str]:
        """What was chosen; a value that is not among the choices filters nothing and is said at its field."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
