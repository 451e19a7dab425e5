"""Acts on the list of regulations of a global innovation zone: drawn up, resolved on, gazetted, replaced (NEG-01)."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from madang.apps.exemptions.acts.writing import line, prose, said, today_of
from madang.apps.exemptions.events import negative_list as events
from madang.apps.exemptions.models import RegulationEntry, RegulationList
from madang.apps.exemptions.models.negative_list import IN_THE_MAKING, KIND_WORDS
from madang.apps.exemptions.queries.negative_list import standing_list
from madang.apps.exemptions.rules import negative_list as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.zones.models import Zone
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.cases import Law, advance, begin
from madang.core.locks import locked
from madang.core.moments import Moment
from madang.kernel.statutes.votes import count_votes
from madang.kernel.statutes.votes import outcome_words as vote_words
from madang.kernel.words import Words

if TYPE_CHECKING:
    from madang.apps.accounts.models import Organisation

MINISTRIES = (OfficeKind.OTHER_MINISTRY.value, OfficeKind.MINISTRY.value)
BODY, MOST_MEMBERS, MOST_ENTRIES = "zone_committee", 1_000, 1_000


@dataclass(frozen=True)
class Entry:
    """One line of a list: law, article, kind (crime, fine, disposition), what stays forbidden, the ministry."""

    law: str
    article: str
    kind: str
    forbids: str
    ministry: "Organisation"


@dataclass(frozen=True)
class ListVote:
    """A vote of the Zone Committee on a list: the day and the numbers."""

    held_on: date
    enrolled: int
    present: int
    yes: int


@act(may="exemptions.write_list", records=events.BEGUN)
def begin_list(*, actor: Actor, zone: Zone, at: Moment) -> RegulationList:
    """Begin a new edition of a zone's list, with the entries of the one that stands.

    Raises:
        Invalid: the zone is no global innovation zone, or an edition is being drawn up already.
    """
    locked(Zone, zone.pk)
    if zone.kind != "giz":
        raise Invalid(
            Words(
                "법령규제목록은 글로벌 혁신특구에 관하여 작성합니다.",
                "A list of regulations is drawn up for a global innovation zone.",
            ),
            "zone",
        )
    earlier = RegulationList.objects.filter(zone=zone)
    if earlier.filter(state__in=IN_THE_MAKING).exists():
        raise Invalid(
            Words(
                "이 특구의 목록을 이미 작성하고 있습니다.", "A list of this zone is being drawn up already."
            ),
            "zone",
        )
    last = earlier.order_by("-number").first()
    row = RegulationList(zone=zone, number=last.number + 1 if last else 1, region=zone.region)
    begin(row, at=at)
    stands = standing_list(zone)
    for entry in stands.entries.all() if stands else ():
        RegulationEntry.objects.create(
            of_list=row, law=entry.law, article=entry.article, kind=entry.kind, forbids=entry.forbids,
            ministry_id=entry.ministry_id,
        )  # fmt: skip
    record(events.BEGUN, row, actor=actor, at=at, facts=Facts(_told(row), provision="NEG-01"))
    return row


@act(may="exemptions.write_list", records=events.WRITTEN, subject="regulation_list")
def add_list_entry(
    *, actor: Actor, regulation_list: RegulationList, entry: Entry, at: Moment
) -> RegulationList:
    """Add an entry to a list that is being drawn up.

    Raises:
        Invalid: something is missing, or the list names this article for this kind already.
        NotLawful: the list has gone to the committee.
    """
    if entry.kind not in KIND_WORDS:
        raise Invalid(Words("종류를 고르십시오.", "Choose the kind."), "kind")
    if entry.ministry.kind not in MINISTRIES:
        raise Invalid(Words("중앙행정기관을 고르십시오.", "Choose a ministry."), "ministry")
    law, article = line(entry.law, "law", most=120), line(entry.article, "article", most=120)
    needed = Words("무엇이 금지된 채로 남는지 적으십시오.", "Write what stays forbidden.")
    forbids = prose(entry.forbids, "forbids", needed=needed)
    rows = regulation_list.entries.all()
    if rows.filter(law=law, article=article, kind=entry.kind).exists():
        raise Invalid(
            Words("이미 목록에 있는 조문입니다.", "The list names this article already."), "article"
        )
    if rows.count() >= MOST_ENTRIES:
        raise Invalid(Words("항목이 너무 많습니다.", "The list holds too many entries."))
    advance(regulation_list, "write", actor=actor, at=at)
    RegulationEntry.objects.create(
        of_list=regulation_list,
        law=law,
        article=article,
        kind=entry.kind,
        forbids=forbids,
        ministry=entry.ministry,
    )
    record(events.WRITTEN, regulation_list, actor=actor, at=at, facts=Facts({"entry": f"+ {law} {article}"}))
    return regulation_list


@act(may="exemptions.write_list", records=events.WRITTEN, subject="regulation_list")
def remove_list_entry(
    *, actor: Actor, regulation_list: RegulationList, entry_id: UUID, at: Moment
) -> RegulationList:
    """Take an entry out of a list that is being drawn up.

    Raises:
        Invalid: the list holds no such entry.
        NotLawful: the list has gone to the committee.
    """
    row = regulation_list.entries.filter(pk=entry_id).first()
    if row is None:
        raise Invalid(Words("목록에 없는 항목입니다.", "The list holds no such entry."))
    advance(regulation_list, "write", actor=actor, at=at)
    row.delete()
    record(events.WRITTEN, regulation_list, actor=actor, at=at, facts=Facts({"entry": f"− {row}"}))
    return regulation_list


@act(may="exemptions.write_list", records=events.TABLED, subject="regulation_list")
def table_list(*, actor: Actor, regulation_list: RegulationList, at: Moment) -> RegulationList:
    """Bring a list before the Zone Committee.

    Raises:
        Invalid: the list is empty.
        NotLawful: it has been brought there already.
    """
    count = regulation_list.entries.count()
    if not count:
        raise Invalid(
            Words("항목이 없는 목록은 올릴 수 없습니다.", "A list without entries cannot be brought.")
        )
    advance(regulation_list, "table", actor=actor, at=at)
    told = Facts({**_told(regulation_list), "count": count}, provision="NEG-01")
    record(events.TABLED, regulation_list, actor=actor, at=at, facts=told)
    return regulation_list


@act(may="exemptions.vote_on_list", records=events.VOTED, subject="regulation_list")
def record_list_vote(
    *, actor: Actor, regulation_list: RegulationList, vote: ListVote, at: Moment
) -> RegulationList:
    """Record the vote of the Zone Committee on a list: carried, the list may be gazetted; lost, it goes back.

    Raises:
        Invalid: numbers that cannot be, or a day in the future.
        NotLawful: the list is not before the committee.
    """
    if not 0 <= vote.yes <= vote.present <= vote.enrolled <= MOST_MEMBERS or not vote.enrolled:
        words = Words(
            "위원 수가 서로 맞지 않습니다. 찬성은 출석보다, 출석은 재적보다 많을 수 없습니다.",
            "The numbers do not fit: no more in favour than present, no more present than enrolled.",
        )
        raise Invalid(words, "present")
    _refuse_future(vote.held_on, "held_on", at)
    count = count_votes(BODY, enrolled=vote.enrolled, present=vote.present, yes=vote.yes)
    result = vote_words(count, vote.enrolled, vote.present, vote.yes)
    row = regulation_list
    row.enrolled, row.present, row.yes = vote.enrolled, vote.present, vote.yes
    row.resolved_on = vote.held_on if count.carried else None
    move = "resolve" if count.carried else "lose_vote"
    advance(row, move, actor=actor, at=at, also=("enrolled", "present", "yes", "resolved_on"))
    told = Facts({**said(result=result), "held_on": vote.held_on}, provision="NEG-01")
    record(events.VOTED, row, actor=actor, at=at, facts=told)
    return row


@act(may="exemptions.write_list", records=events.GAZETTED, subject="regulation_list")
def gazette_list(
    *, actor: Actor, regulation_list: RegulationList, gazette_number: str, gazetted_on: date, at: Moment
) -> RegulationList:
    """Record that a list was gazetted: it stands from that day, and the earlier edition ends with it.

    Raises:
        Invalid: no gazette, or a day before the vote, not after the earlier edition's, or in the future.
        NotLawful: the committee has not resolved on it.
    """
    row = regulation_list
    earlier = standing_list(row.zone)
    _refuse_future(gazetted_on, "gazetted_on", at)
    if row.resolved_on and gazetted_on < row.resolved_on:
        raise Invalid(
            Words("의결한 날보다 앞설 수 없습니다.", "This cannot lie before the day of the vote."),
            "gazetted_on",
        )
    if earlier and earlier.gazetted_on and gazetted_on <= earlier.gazetted_on:
        words = Words(
            "앞선 목록이 고시된 날보다 뒤여야 합니다.", "This must lie after the earlier edition's day."
        )
        raise Invalid(words, "gazetted_on")
    row.gazette_number = line(gazette_number, "gazette_number", most=60)
    row.gazetted_on = gazetted_on
    if earlier:
        earlier = locked(RegulationList, earlier.pk)
        earlier.ends_before = gazetted_on
        advance(earlier, "replace", actor=actor, at=at, also=("ends_before",))
    facts = {"committee_resolved": row.resolved_on is not None, "regulation_list_gazetted": True}
    advance(row, "gazette", actor=actor, at=at, law=Law(facts), also=("gazette_number", "gazetted_on"))
    told = {**_told(row), "gazette": row.gazette_number, "gazetted_on": gazetted_on}
    record(events.GAZETTED, row, actor=actor, at=at, facts=Facts(told, provision="NEG-01"))
    return row


def _refuse_future(day: date, field: str, at: Moment) -> None:
    if day > today_of(at):
        raise Invalid(Words("아직 오지 않은 날입니다.", "This day has not come yet."), field)


def _told(row: RegulationList) -> dict[str, object]:
    return {**said(zone=row.zone.title), "number": row.number}
