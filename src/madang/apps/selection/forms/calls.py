"""Forms of a call: its draft, its evaluation rule in rows of criteria, and the reasons for a change."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from madang.apps.selection.acts.calls import CallDraft
from madang.apps.selection.forms.fields import InstantField, NumberText, offer
from madang.apps.selection.models import Call
from madang.apps.selection.models.calls import CALL_KIND_WORDS
from madang.apps.selection.rules.completeness import COMPOSED, default_items, items_on
from madang.core.ui.texts import text
from madang.kernel.scoring.rule_parts import ROUNDING_WORDS, STAGE_WORDS, TIE_LINKS, Stage

ROWS, MOST_ROWS = 6, 20
TIES = 4


class CallForm(forms.Form):
    """What a call says before it is announced."""

    title_ko = forms.CharField(label=_("제목"), max_length=160)
    title_en = forms.CharField(label=_("영문 제목"), max_length=200)
    kind = forms.ChoiceField(label=_("구분"))
    round = forms.CharField(label=_("회차"), max_length=6, help_text=_("예: 11, G3"))
    slug = forms.CharField(
        label=_("주소 이름"),
        max_length=40,
        help_text=_("공모 화면의 주소에 쓰입니다. 영문 소문자·숫자·붙임표, 예: giz-3"),
    )
    opens_at = InstantField(label=_("접수 시작"), required=False, help_text=_("한국 시각"))
    closes_at = InstantField(
        label=_("접수 마감"), required=False, help_text=_("한국 시각. 이 시각이 되는 순간부터 받지 않습니다.")
    )
    embargo_at = InstantField(
        label=_("결과 공개 시각"), required=False, help_text=_("비워 두면 후보 선정을 확정할 때 공개됩니다.")
    )
    places = forms.IntegerField(label=_("선정 예정 수"), required=False, min_value=1, max_value=100)
    plans_per_applicant = forms.IntegerField(
        label=_("기관별 신청 한도"),
        required=False,
        min_value=1,
        max_value=50,
        help_text=_("비워 두면 제한이 없습니다."),
    )
    summary_ko = forms.CharField(
        label=_("안내"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
    summary_en = forms.CharField(
        label=_("영문 안내"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
    required_items = forms.MultipleChoiceField(
        label=_("제출할 때 반드시 있어야 할 항목"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("법정 항목 가운데 이 공모에서 요구할 것을 고릅니다. 지정 신청 때에는 법정 항목이 모두 필요합니다."),
    )  # fmt: skip

    def __init__(self, *given: Any, call: Call | None = None, **named: Any) -> None:
        named.setdefault("initial", _initial(call))
        super().__init__(*given, **named)
        offer(self, "kind", ((key, text(words)) for key, words in CALL_KIND_WORDS.items()))
        items = (item for _rule, item in items_on(None) if item.key != COMPOSED)
        offer(self, "required_items", ((item.key, text(item.words)) for item in items))
        if call is not None:
            del self.fields["slug"]

    def draft(self, slug: str = "") -> CallDraft:
        """Return what was typed, for the act."""
        given = {**self.cleaned_data, "required_items": tuple(self.cleaned_data["required_items"])}
        return CallDraft(**{"slug": slug, **given})


def _initial(call: Call | None) -> dict[str, Any]:
    if call is None:
        return {"required_items": list(default_items())}
    return {name: getattr(call, name) for name in CallForm.base_fields if name != "slug"}


class CriterionForm(forms.Form):
    """One row of criteria; an empty row is left out."""

    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    ko = forms.CharField(label=_("심사항목"), required=False, max_length=80)
    en = forms.CharField(label=_("영문 이름"), required=False, max_length=120)
    stage = forms.ChoiceField(label=_("단계"))
    full_marks = NumberText(label=_("배점"), required=False, max_length=12)
    weight = NumberText(label=_("단계 안 비중(%)"), required=False, max_length=12)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for name, field in self.fields.items():
            field.widget.attrs |= {"class": "control", "size": 6 if name in ("full_marks", "weight") else 18}
        del self.fields["stage"].widget.attrs["size"]
        offer(self, "stage", ((s.value, text(STAGE_WORDS[s])) for s in Stage))

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed in the row."""
        return not any(self.cleaned_data.get(name) for name in ("ko", "en", "full_marks", "weight"))


CriterionRows = forms.formset_factory(CriterionForm, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


class RuleForm(forms.Form):
    """The rule beside its criteria: shares, drop rule, marks, ties, rounding, and the reason for a new version."""

    paper_share = NumberText(label=_("서면평가 비율(%)"), max_length=12)
    presentation_share = NumberText(label=_("발표평가 비율(%)"), max_length=12)
    paper_mark = NumberText(
        label=_("서면평가 통과 점수"),
        required=False,
        max_length=12,
        help_text=_("비워 두면 서면평가에서 떨어뜨리지 않습니다."),
    )
    paper_size = NumberText(
        label=_("서면평가 통과 수"),
        required=False,
        max_length=4,
        help_text=_("비워 두면 수를 제한하지 않습니다."),
    )
    pass_mark = NumberText(label=_("합격 기준점"), max_length=12)
    bonus_cap = NumberText(label=_("가점 상한"), max_length=12)
    drop_kind = forms.ChoiceField(label=_("최고·최저점 제외"))
    drop_at_least = NumberText(label=_("제외에 필요한 평가위원 수"), max_length=3)
    shortlist_size = NumberText(label=_("선정 수"), required=False, max_length=4)
    decimals = NumberText(label=_("최종점수의 소수 자릿수"), max_length=2)
    rounding = forms.ChoiceField(label=_("끝자리 처리"))
    tie_1 = forms.ChoiceField(label=_("동점 처리 1순위"), required=False)
    tie_2 = forms.ChoiceField(label=_("동점 처리 2순위"), required=False)
    tie_3 = forms.ChoiceField(label=_("동점 처리 3순위"), required=False)
    tie_4 = forms.ChoiceField(label=_("동점 처리 4순위"), required=False)
    reason = forms.CharField(
        label=_("변경 사유"),
        required=False,
        max_length=300,
        help_text=_("공고한 뒤에 바꿀 때에는 꼭 적습니다. 공개됩니다."),
    )

    def __init__(self, *given: Any, rows: int = ROWS, **named: Any) -> None:
        super().__init__(*given, **named)
        choices: dict[str, list[tuple[str, str]]] = {
            "drop_kind": [
                ("none", gettext("제외하지 않음")),
                ("highest_and_lowest", gettext("최고·최저점 하나씩 제외")),
            ],
            "rounding": [(key, text(words)) for key, words in ROUNDING_WORDS.items()],
        }
        links = [("", gettext("정하지 않음")), *((key, text(words)) for key, words in TIE_LINKS.items())]
        links += [
            (f"row:{n}", gettext("%(number)d번째 심사항목") % {"number": n}) for n in range(1, rows + 1)
        ]
        choices.update({f"tie_{n}": links for n in range(1, TIES + 1)})
        for name, options in choices.items():
            offer(self, name, options)

    def record(self, rows: Sequence[CriterionForm]) -> dict[str, Any]:
        """Return the rule record that was typed; the kernel says whether it holds together."""
        typed, keys = self.cleaned_data, _keys(rows)
        mark = typed["paper_mark"]
        return {
            "criteria": [_criterion(row, key) for row, key in zip(rows, keys, strict=True) if key],
            "paper_share": typed["paper_share"],
            "presentation_share": typed["presentation_share"],
            "drop": {"kind": typed["drop_kind"], "at_least": _whole(typed["drop_at_least"])},
            "pass_mark": typed["pass_mark"],
            "bonus_cap": typed["bonus_cap"],
            "tie_chain": [_link(typed[f"tie_{n}"], keys) for n in range(1, TIES + 1) if typed[f"tie_{n}"]],
            "decimals": _whole(typed["decimals"]),
            "rounding": typed["rounding"],
            "shortlist_size": _whole(typed["shortlist_size"]),
            "paper_round": {"pass_mark": mark, "size": _whole(typed["paper_size"])} if mark else None,
        }


def rule_initial(record: Mapping[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Turn a stored rule into what the form and its rows begin with."""
    rows = [
        {"key": c["key"], "ko": c["words"]["ko"], "en": c["words"]["en"], "stage": c["stage"],
         "full_marks": c["full_marks"], "weight": c.get("weight") or ""}
        for c in record["criteria"]
    ]  # fmt: skip
    places = {row["key"]: f"row:{n}" for n, row in enumerate(rows, 1)}
    own = record.get("paper_round") or {}
    initial = {name: record[name] for name in ("paper_share", "presentation_share", "pass_mark", "bonus_cap", "decimals",
                                               "rounding", "shortlist_size")}  # fmt: skip
    initial |= {"drop_kind": record["drop"]["kind"], "drop_at_least": record["drop"]["at_least"]}
    initial |= {"paper_mark": own.get("pass_mark"), "paper_size": own.get("size")}
    initial |= {f"tie_{n}": places.get(link, link) for n, link in enumerate(record["tie_chain"][:TIES], 1)}
    return initial, rows


#: what a new rule begins with: nothing but what nearly every call has had
FRESH = {
    "paper_share": "40", "presentation_share": "60", "pass_mark": "60", "bonus_cap": "0", "drop_kind": "highest_and_lowest",
    "drop_at_least": "5", "decimals": "2", "rounding": "half_up", "tie_1": "presentation_total",
}  # fmt: skip


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(label=_("사유"), max_length=300, help_text=_("공개됩니다."))


def _keys(rows: Sequence[CriterionForm]) -> list[str]:
    """A key for each row that was filled in; "" for blank ones. Stored keys stay, new ones follow the place."""
    kept = {row.cleaned_data["key"] for row in rows if row.cleaned_data.get("key")}
    keys = []
    for place, row in enumerate(rows, 1):
        fresh = f"c{place}" if f"c{place}" not in kept else f"c{place}_new"
        keys.append("" if row.is_blank else row.cleaned_data.get("key") or fresh)
    return keys


def _criterion(row: CriterionForm, key: str) -> dict[str, Any]:
    typed = row.cleaned_data
    return {
        "key": key, "words": {"ko": typed["ko"], "en": typed["en"]}, "full_marks": typed["full_marks"],
        "stage": typed["stage"], "weight": typed["weight"] or None,
    }  # fmt: skip


def _link(chosen: str, keys: Sequence[str]) -> str:
    if not chosen.startswith("row:"):
        return chosen
    place = int(chosen.removeprefix("row:"))
    return keys[place - 1] if place <= len(keys) else chosen


def _whole(typed: str) -> int | str | None:
    """A whole number where it is one; anything else goes on as typed and is refused by name."""
    if not typed:
        return None
    return int(typed) if typed.isascii() and typed.isdigit() else typed
