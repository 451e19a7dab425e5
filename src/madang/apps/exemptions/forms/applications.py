"""The one screen on which a firm asks for an exemption or interim permit, and the filter of the list."""

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from madang.apps.exemptions.acts.applications import TITLE, Application, Papers
from madang.apps.exemptions.acts.writing import TEXT
from madang.apps.exemptions.forms.confirmations import FilesField, area, choices
from madang.apps.exemptions.models import Project, Tool
from madang.apps.exemptions.models.tools import EXEMPTION, INTERIM_PERMIT, TOOL_WORDS
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.apps.firms.queries.files import documents_of
from madang.apps.firms.queries.files import starting_values as company_file
from madang.apps.zones.queries import zones_visible_to
from madang.core.authority import PUBLIC, Actor
from madang.core.ui.texts import text
from madang.kernel.statutes.checklists import checklist

#: what a draft keeps in columns of the same name
KEPT = ("ground", "business", "plan", "permit_law", "waiver")


def starting_values(actor: Actor) -> dict[str, Any]:
    """What a new request starts filled with; what a firm has on file about itself is added here.

    Keys are names of fields of ``ApplicationForm``.
    """
    firm = actor.office.organisation_id
    if firm is None:
        return {}
    own, kept = Project.objects.filter(operator_id=firm).order_by("-id").first(), company_file(firm)
    business = "\n\n".join(part for part in (kept.business, kept.products) if part)
    return {
        **({"zone": own.zone_id} if own is not None else {}),
        **({"business": business} if business else {}),
    }


class ApplicationForm(forms.Form):
    """Everything that a firm writes to ask. What may still be missing in a draft is asked when it is sent."""

    kind = forms.ChoiceField(
        label=_("무엇을 신청합니까?"), choices=choices(TOOL_WORDS), widget=forms.RadioSelect,
        help_text=_("실증특례는 허가 없이 정해진 범위에서 시험해 보는 것이고, 임시허가는 안전성을 보이고 먼저 사업을 하는 것입니다."),
    )  # fmt: skip
    project: Any = forms.ModelChoiceField(
        label=_("이어서 하는 과제"), queryset=None, required=False, empty_label=_("새 과제"),
        help_text=_("우리 기업이 이미 하고 있는 과제에 이어서 신청할 때만 고릅니다."),
    )  # fmt: skip
    zone: Any = forms.ModelChoiceField(
        label=_("어느 특구에서 합니까?"), queryset=None, empty_label=_("특구를 고르십시오"),
        help_text=_("그 특구의 지방자치단체가 신청을 받아 필요성을 검토합니다."),
    )  # fmt: skip
    title_public = forms.CharField(
        label=_("과제 이름 (공개 제목)"), max_length=TITLE,
        help_text=_("특례가 부여되면 누구나 보는 한 줄입니다. 회사 이름, 사람 이름, 영업비밀은 쓰지 마십시오."),
    )  # fmt: skip
    ground = forms.ChoiceField(label=_("신청하는 사유"), widget=forms.RadioSelect, required=False)
    business = forms.CharField(
        label=_("하려는 사업"), required=False, max_length=TEXT, widget=area(6),
        help_text=_("무엇을, 어디에서, 어떻게 하려는지 쓰십시오. 신청한 기업과 검토하는 기관만 봅니다."),
    )  # fmt: skip
    plan = forms.CharField(
        label=_("실증계획 또는 사업계획"), required=False, max_length=TEXT, widget=area(7),
        help_text=_("범위, 기간, 규모, 이용자 보호와 안전 조치를 쓰십시오. 자세한 계획서는 파일로 붙일 수 있습니다."),
    )  # fmt: skip
    permit_law = forms.CharField(
        label=_("받아야 하는 허가와 걸림돌이 되는 법령"), required=False, max_length=TEXT, widget=area(4),
        help_text=_("허가등의 이름과 그 법령의 조문을 쓰십시오."),
    )  # fmt: skip
    upload = FilesField(
        label=_("붙임 파일"), required=False,
        help_text=_("선택입니다. 하나에 20MB까지 붙일 수 있습니다. 주민등록번호가 든 파일은 받지 않습니다."),
    )  # fmt: skip
    taken: Any = forms.ModelMultipleChoiceField(
        label=_("우리 기업 파일에서 붙일 서류"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("다시 올리지 않아도 됩니다. 고른 서류의 사본을 검토하는 기관이 봅니다."),
    )  # fmt: skip
    safety = FilesField(
        label=_("안전성 검증자료"), required=False,
        help_text=_("임시허가에는 반드시 필요합니다. 신청한 기업과 검토하는 기관만 봅니다."),
    )  # fmt: skip
    waiver = forms.CharField(
        label=_("법령정비가 필요하다는 통지"), required=False, max_length=TEXT, widget=area(2),
        help_text=_("그런 통지를 받아 안전성 검증자료를 면제받을 때, 통지한 기관과 날짜를 쓰십시오."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, today: date, tool: Tool | None = None, **named: Any) -> None:
        if tool is not None:
            named["initial"] = stored_in(tool)
        super().__init__(*args, **named)
        self._offer_zones()
        self._offer_projects(actor)
        self._offer_documents(actor)
        items = checklist("EX-01", on=today)
        cast("forms.ChoiceField", self.fields["ground"]).choices = [
            (i.key, capfirst(text(i.words))) for i in items
        ]
        permits = {item.key for item in checklist("IP-01", on=today)}
        alone = [text(item.words) for item in items if item.key not in permits]
        self.fields["ground"].help_text = _("실증특례만 신청할 수 있는 사유: %(ground)s") % {
            "ground": ", ".join(alone)
        }

    def _offer_projects(self, actor: Actor) -> None:
        """Projects of the firm for which something was asked before; without one there is nothing to choose."""
        own = Project.objects.filter(operator_id=actor.office.organisation_id, operator_id__isnull=False)
        own = own.filter(tools__requested_on__isnull=False).distinct()
        projects = cast("forms.ModelChoiceField[Any]", self.fields["project"])
        projects.queryset = own
        if not projects.queryset.exists():
            del self.fields["project"]

    def _offer_documents(self, actor: Actor) -> None:
        """What the firm has on file about itself; with nothing there, nothing is to be chosen."""
        taken = cast("forms.ModelMultipleChoiceField[Any]", self.fields["taken"])
        taken.queryset = documents_of(actor.office.organisation_id)
        if not taken.queryset.exists():
            del self.fields["taken"]

    def _offer_zones(self) -> None:
        field = cast("forms.ModelChoiceField[Any]", self.fields["zone"])
        field.queryset = zones_visible_to(PUBLIC).exclude(standing="ended").order_by("region", "name_ko")
        field.label_from_instance = lambda zone: text(zone_words(zone))  # type: ignore[assignment, method-assign]  # meant to be replaced

    def given(self) -> dict[str, Any]:
        """Return the arguments of the acts."""
        files = {"upload": "request", "safety": "safety", "taken": "taken"}
        values = {key: value for key, value in self.cleaned_data.items() if key not in files}
        papers = Papers(**{name: list(self.cleaned_data.get(field, ())) for field, name in files.items()})
        return {"application": Application(**values), "papers": papers}


def stored_in(tool: Tool) -> dict[str, Any]:
    """What a draft holds, as the form takes it."""
    kept = {name: getattr(tool, name) for name in KEPT}
    return {
        **kept,
        "kind": tool.kind,
        "zone": tool.project.zone_id,
        "title_public": tool.project.title_public,
    }


class ToolFilter(forms.Form):
    """What a reader of the list looks for; empty means any."""

    zone = forms.ChoiceField(label=_("사업할 특구"), required=False)
    kind = forms.ChoiceField(label=_("종류"), required=False)
    standing = forms.ChoiceField(label=_("상태"), required=False)

    def __init__(self, *args: Any, zones: list[tuple[str, Any]], **named: Any) -> None:
        super().__init__(*args, **named)
        every: list[tuple[str, Any]] = [("", _("모두"))]
        kinds: list[tuple[str, Any]] = [(key, text(TOOL_WORDS[key])) for key in (EXEMPTION, INTERIM_PERMIT)]
        offered: dict[str, list[tuple[str, Any]]] = {
            "zone": zones,
            "kind": kinds,
            "standing": list(STANDINGS.items()),
        }
        for name, rows in offered.items():
            cast("forms.ChoiceField", self.fields[name]).choices = [*every, *rows]


STANDINGS = {"live": _("효력이 있음"), "review": _("법령정비 중"), "over": _("끝남")}
