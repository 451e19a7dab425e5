"""What the rules of the Act are told about a designation: every fact by its name, and only what is known.

A fact that nobody stated is left out, so that the rule answers unknown; nothing is completed here.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from madang.apps.selection.models import Consultation, Designation, PublicNotice
from madang.apps.selection.rules.completeness import ACT_LIST, DECREE_LIST, items_on, written_keys
from madang.apps.selection.rules.designation import BALANCE_COMMITTEE
from madang.core.case_models import Duty
from madang.kernel.clocks.counting import Pause
from madang.kernel.partial_dates import PartialDate

DECISION_CLOCK = "DES-03"
REPLY_CLOCKS = ("DES-02", "CHG-02.reply")
#: yes and no answers that the applicant gives with its plan and papers, by fact name
PLAN_QUESTIONS = ("land_use_plan_needed", "ministry_notice_items_set")
PAPER_QUESTIONS = ("strategic_assessment_needed", "other_papers_asked", "change_touches_map")
LISTS = (ACT_LIST, DECREE_LIST)


def facts_of(designation: Designation) -> dict[str, object]:
    """Return every known fact of a designation by its name."""
    known = {**designation.facts, **_applicant(designation), "agenda_kind": "zone"}
    if designation.is_record:
        # of the published record no notice, consultation or supplement is kept as a row: nothing to look up
        return {**known, "applied_on": PartialDate.parse(designation.applied_on)}
    return {
        **known,
        **_plan(designation),
        **_notice(getattr(designation, "notice", None)),
        **_application(designation),
        **_consultation(designation),
        "plan_is_joint": bool(designation.plan_id) or None,
    }


def _applicant(designation: Designation) -> dict[str, object]:
    return {
        "applicant_office": designation.organisation.kind,
        "applicant_region_id": designation.region or None,
    }


def _plan(designation: Designation) -> dict[str, object]:
    partners = {p.partner: p.on for p in designation.prior_consultations.all()}
    act, decree = plan_keys(designation)
    return {
        "plan_items": act or None,
        "plan_decree_items": decree or None,
        "zone_name": designation.statutory_name or None,
        "ministry_consulted_on": partners.get("ministry"),
        "regional_committee_consulted_on": partners.get("provincial_committee"),
        "drafting_started_on": designation.drafting_started_on,
    }


def plan_keys(designation: Designation) -> tuple[list[str], list[str]]:
    """Return the written items of the Act and of the decree, by key."""
    written = written_keys(designation.items)
    keys = items_on(designation.drafting_started_on)
    act, decree = (
        [item.key for rule, item in keys if rule == wanted and item.key in written] for wanted in LISTS
    )
    return act, decree


def _notice(notice: PublicNotice | None) -> dict[str, object]:
    if notice is None:
        return {}
    return {
        "notice_started_on": notice.starts_on,
        "inspection_opened_on": notice.inspection_from,
        "inspection_closed_on": notice.inspection_until,
        "notice_under_other_law": bool(notice.other_law) or None,
    }


def _application(designation: Designation) -> dict[str, object]:
    applied = PartialDate.parse(designation.applied_on)
    papers = [key for key, text in designation.papers.items() if str(text).strip()]
    return {
        "applied_on": applied,
        "change_applied_on": applied if designation.is_addition else None,
        "application_papers": papers or None,
        "change_papers": papers or None,
        "supplements": decision_pauses(designation),
    }


def decision_pauses(designation: Designation) -> list[Pause]:
    """Return the times that the decision's clock stood still for supplements."""
    clock = Duty.objects.filter(case_id=designation.pk, rule_id=DECISION_CLOCK, is_clock=True).last()
    return pauses_of(clock)


def pauses_of(clock: Duty | None) -> list[Pause]:
    """Return the ended pauses of a clock."""
    day, ended = date.fromisoformat, clock.pauses if clock else []
    return [Pause(day(asked), day(received), of_record=True) for asked, received in ended]


def _consultation(designation: Designation) -> dict[str, object]:
    slugs = set(designation.consultations.values_list("organisation__slug", flat=True))
    return dict(notified(slugs)) if slugs else {}


def notified(slugs: Iterable[str]) -> Mapping[str, bool]:
    """Return whether ministries and the committee for balanced development are among the bodies asked (DES-01)."""
    asked = set(slugs)
    return {
        "ministries_notified": bool(asked - {BALANCE_COMMITTEE}),
        "balance_committee_notified": BALANCE_COMMITTEE in asked,
    }


def reply_facts(consultation: Consultation, clock: Duty | None) -> dict[str, object]:
    """Return what DES-02 asks of one ministry's reply."""
    return {
        "notified_on": consultation.notified_on,
        "replied_on": consultation.replied_on,
        "supplements": pauses_of(clock),
    }
