"""The second call for global innovation zones, 2024, played by people in the seats of the demonstration.

The record holds the real call (giz-2); the journey makes a call of its own beside it and says so on its page. Regions,
subjects and the days of announcement, presentation, candidates and designation are the real ones.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import candidate_call as call
from tests.browser import designation, evaluation
from tests.browser.cast import Cast
from tests.browser.person import Person

pytestmark = pytest.mark.browser
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"


def test_second_global_innovation_call_runs_from_its_draft_to_the_gazette(
    comes: Callable[..., Person], tmp_path: Path
) -> None:
    cast = Cast(comes)
    the_call_takes_plans(cast, tmp_path)
    the_plans_are_evaluated(cast)
    the_shortlist_opens(cast)
    daegu_plans_and_hears_the_public(cast)
    the_ministries_are_consulted(cast)
    the_committees_vote(cast)
    the_zone_is_in_the_register(cast)


def the_call_takes_plans(cast: Cast, folder: Path) -> None:
    paper = folder / "계획서.pdf"
    paper.write_bytes(PDF)
    cast.it_is(2024, 6, 30, 9, 0)
    call.the_ministry_drafts_the_call(cast)
    call.the_ministry_publishes_the_rule(cast)
    call.the_ministry_announces_the_call(cast)
    cast.it_is(2024, 7, 15, 10, 0)
    call.daegu_writes_through_a_broken_line(cast)
    call.daegu_attaches_a_file(cast, paper)
    call.an_unfinished_plan_cannot_be_submitted(cast)
    call.daegu_submits_and_has_a_receipt(cast)
    call.the_others_submit(cast)
    call.seoul_is_refused(cast)
    cast.it_is(2024, 8, 30, 18, 0)
    call.after_the_close_nobody_changes_anything(cast)


def the_plans_are_evaluated(cast: Cast) -> None:
    cast.it_is(2024, 9, 2, 10, 0)
    evaluation.the_paper_review_begins(cast)
    evaluation.evaluators_are_assigned(cast, "서면평가")
    evaluation.the_evaluator_of_daegu_finds_no_plan_of_daegu(cast)
    evaluation.somebody_declares_a_conflict(cast)
    evaluation.everybody_seals_the_paper_scores(cast)
    evaluation.the_paper_result_is_computed_and_fixed(cast)
    evaluation.the_presentations_have_their_turns(cast)
    evaluation.evaluators_are_assigned(cast, "발표평가")
    cast.it_is(2024, 12, 4, 17, 0)
    evaluation.everybody_seals_the_presentation_scores(cast)


def the_shortlist_opens(cast: Cast) -> None:
    cast.it_is(2024, 12, 6, 14, 0)
    evaluation.the_ministry_decides_the_shortlist(cast)
    cast.it_is(2024, 12, 8, 11, 59)
    evaluation.before_the_embargo_nobody_sees_the_result(cast)
    cast.it_is(2024, 12, 8, 12, 0)
    evaluation.from_the_embargo_on_everybody_sees_it(cast)


def daegu_plans_and_hears_the_public(cast: Cast) -> None:
    cast.it_is(2024, 12, 12, 10, 0)
    designation.daegu_begins_and_consults_beforehand(cast)
    cast.it_is(2024, 12, 20, 10, 0)
    designation.daegu_writes_the_plan(cast)
    cast.it_is(2025, 1, 6, 9, 0)
    designation.a_short_notice_is_refused_and_a_lawful_one_given(cast)
    cast.it_is(2025, 1, 20, 20, 0)
    designation.a_citizen_without_an_account_gives_an_opinion(cast)
    cast.it_is(2025, 2, 20, 10, 0)
    designation.daegu_answers_and_applies_with_its_papers(cast)


def the_ministries_are_consulted(cast: Cast) -> None:
    cast.it_is(2025, 2, 24, 10, 0)
    designation.the_ministry_asks_for_a_supplement(cast)
    cast.it_is(2025, 3, 6, 10, 0)
    designation.daegu_files_the_supplement(cast)
    cast.it_is(2025, 3, 10, 10, 0)
    designation.three_ministries_are_consulted(cast)
    cast.it_is(2025, 3, 25, 10, 0)
    designation.two_reply_in_time(cast)
    cast.it_is(2025, 4, 14, 10, 0)
    designation.the_silent_one_is_late_and_not_taken_for_consent(cast)
    cast.it_is(2025, 4, 15, 10, 0)
    designation.the_late_reply_is_still_taken(cast)


def the_committees_vote(cast: Cast) -> None:
    body, zones = designation.DELIBERATION, designation.ZONE_COMMITTEE
    first = designation.Sitting(body, "심의위원회(여정 1차)", "2025-04-29", "2025-04-15")
    designation.the_secretary_convenes(cast, first)
    cast.it_is(2025, 4, 29, 14, 0)
    designation.a_tie_is_not_carried(cast)
    second = designation.Sitting(body, "심의위원회(여정 2차)", "2025-05-08", "2025-04-29")
    designation.the_secretary_convenes(cast, second)
    cast.it_is(2025, 5, 8, 14, 0)
    designation.the_second_deliberation_carries(cast)
    last = designation.Sitting(zones, "특구위원회(여정)", "2025-05-20", "2025-05-08")
    designation.the_secretary_convenes(cast, last)
    cast.it_is(2025, 5, 20, 14, 0)
    designation.the_zone_committee_carries(cast)


def the_zone_is_in_the_register(cast: Cast) -> None:
    cast.it_is(2025, 5, 27, 10, 0)
    designation.the_ministry_publishes_in_the_gazette(cast)
    designation.everybody_sees_the_new_zone(cast)
