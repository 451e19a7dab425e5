"""Rules as lists and pages show them: how far each is computed, how sure its text is, where it stands now."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from madang.apps.law.wording import short_citation
from madang.kernel.statutes.clocks import clock_rule_ids
from madang.kernel.statutes.laws import cite
from madang.kernel.statutes.registry import WHY_NOT, RuleInfo, computable_rule_ids
from madang.kernel.words import Words

#: what decides about a rule, for the filter of the list
STATES = ("computed", "refused", "unread")


@dataclass(frozen=True)
class RuleLine:
    """One rule of a list: its newest article, and in words how far it is computed."""

    info: RuleInfo
    article: str
    state: str
    tone: str


def state_of(info: RuleInfo) -> str:
    """Whether facts decide the rule ("computed"), nothing does ("refused"), or its text was not verified ("unread")."""
    if info.confidence == "U":
        return "unread"
    return "computed" if info.id in computable_rule_ids() else "refused"


def state_words(state: str) -> tuple[str, str]:
    """A state in words with its tone."""
    return {
        "computed": (_("사실로 판정함"), "success"),
        "refused": (_("판정하지 않음"), "neutral"),
        "unread": (_("확인되지 않음"), "warning"),
    }[state]


def lines_of(infos: Iterable[RuleInfo]) -> list[RuleLine]:
    """The rules as lines of a list."""
    return [RuleLine(info, newest_article(info), *state_words(state_of(info))) for info in infos]


def newest_article(info: RuleInfo) -> str:
    """Law and article of the newest version."""
    newest = info.provisions[-1]
    return short_citation(cite(newest.law, newest.article, newest.first_on))


def why_not(info: RuleInfo) -> Words | None:
    """Why a rule is not computed; None when it is."""
    return WHY_NOT.get(info.refused) if info.refused else None


def sureness(confidence: str) -> str:
    """How a text was read, in words."""
    return {
        "T": _("법령 원문에서 확인"),
        "S": _("법령 원문이 아닌 자료에서 확인"),
        "inference": _("법령의 문언에서 이끌어 낸 해석"),
        "U": _("확인되지 않음"),
    }.get(confidence, confidence)


def clock_ids_of(rule_id: str) -> list[str]:
    """The clocks of a rule: its own, and those with a word after a dot."""
    return [key for key in clock_rule_ids() if key.partition(".")[0] == rule_id]
