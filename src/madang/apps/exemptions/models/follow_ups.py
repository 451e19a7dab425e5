"""Follow-up sessions (후속조치·안착화): what became of each project whose term ran out, and whether the sum fits."""

from collections.abc import Mapping

from django.db import models

from madang.apps.exemptions.models.tools import Project
from madang.core.keys import uuid7
from madang.kernel.words import Words

REVISED, ENDED, NEW_PERMIT, PERMIT_EXTENDED, EXTENDED = (
    "revised",
    "ended",
    "interim_permit",
    "permit_extended",
    "extended",
)
#: what a session can make of a project: one of these, once
OUTCOME_WORDS = {
    REVISED: Words("종료(법령 등 정비)", "Ended: the rules were revised"),
    ENDED: Words("종료", "Ended"),
    NEW_PERMIT: Words("임시허가", "Interim permit"),
    PERMIT_EXTENDED: Words("임시허가 연장", "Interim permit extended"),
    EXTENDED: Words("실증특례 연장", "Exemption extended"),
}
OUTCOMES = [(key, words.ko) for key, words in OUTCOME_WORDS.items()]
#: how sources count them: both kinds of end are one number
PARTS: Mapping[str, tuple[str, ...]] = {
    "ended": (REVISED, ENDED),
    "interim_permit": (NEW_PERMIT,),
    "permit_extended": (PERMIT_EXTENDED,),
    "extended": (EXTENDED,),
}
PART_WORDS = {
    "ended": Words("종료", "Ended"),
    "interim_permit": Words("임시허가", "Interim permit"),
    "permit_extended": Words("임시허가 연장", "Interim permit extended"),
    "extended": Words("실증특례 연장", "Exemption extended"),
}

#: what the sources of the record last said of a project
STANDING_WORDS = {
    "unknown": Words("확인되지 않음", "Not reported"),
    "ongoing": Words("실증 계속", "Demonstration goes on"),
    "extended": Words("실증특례 연장", "Exemption extended"),
    "interim_permit": Words("임시허가 전환", "Became an interim permit"),
    "permit_extended": Words("임시허가 연장", "Interim permit extended"),
    "law_revised": Words("법령정비 완료", "Law revised"),
    "standard_revised": Words("기준 정비 완료", "Standard revised"),
    "interpretation": Words("유권해석으로 규제 해소", "Settled by official interpretation"),
    "zone_ended": Words("특구 종료로 종료", "Ended with its zone"),
    "ended": Words("실증 종료", "Demonstration ended"),
}


def part_of(outcome: str) -> str:
    """Return the number into which an outcome is counted.

    >>> part_of("revised"), part_of("extended")
    ('ended', 'extended')
    """
    return next(part for part, outcomes in PARTS.items() if outcome in outcomes)


class FollowUp(models.Model):
    """One session on projects whose term ran out, with the numbers that its source states; None is not stated.

    ``held_text`` is a partial date of the record, and a day where the Ministry keeps it. ``closed_on`` ends a live one.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    held_text = models.CharField(max_length=10, unique=True)
    title_ko = models.CharField(max_length=160)
    title_en = models.CharField(max_length=200, blank=True)
    sitting = models.SlugField(max_length=40, blank=True, help_text="address of the committee's sitting")
    total = models.PositiveSmallIntegerField(null=True, help_text="projects that the session took up")
    ended = models.PositiveSmallIntegerField(null=True, help_text="rules revised, or given up")
    interim_permit = models.PositiveSmallIntegerField(null=True)
    permit_extended = models.PositiveSmallIntegerField(null=True)
    extended = models.PositiveSmallIntegerField(null=True)
    note_ko = models.CharField(max_length=300, blank=True)
    note_en = models.CharField(max_length=300, blank=True)
    sources = models.JSONField(default=list)
    confidence = models.CharField(max_length=10, blank=True)
    is_record = models.BooleanField(default=False)
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["held_text"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_record=True) | models.Q(total__gte=1), name="live_follow_up_has_total"
            )
        ]

    def __str__(self) -> str:
        return self.title_ko

    @property
    def title(self) -> Words:
        """The title in both languages."""
        return Words(self.title_ko, self.title_en or self.title_ko)

    @property
    def note(self) -> Words:
        """What is to be known of it."""
        return Words(self.note_ko, self.note_en or self.note_ko)

    @property
    def path(self) -> str:
        """Address of its page."""
        return f"/follow-ups/{self.held_text}/"

    @property
    def is_public(self) -> bool:
        """The record and what is closed are for everybody; an open session is the Ministry's."""
        return self.is_record or self.closed_on is not None

    @property
    def stated(self) -> dict[str, int]:
        """The parts that are stated."""
        known = {part: getattr(self, part) for part in PARTS}
        return {part: number for part, number in known.items() if number is not None}

    @property
    def is_whole(self) -> bool:
        """Whether the stated parts make up the stated total: what is not stated is none then."""
        return self.total is not None and sum(self.stated.values()) == self.total


class FollowUpOutcome(models.Model):
    """What a session made of one project. Where sources name only the zone, the project is empty and may be several."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="outcomes")
    zone = models.ForeignKey("zones.Zone", on_delete=models.PROTECT, related_name="follow_up_outcomes")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, related_name="follow_ups")
    outcome = models.CharField(max_length=16, choices=OUTCOMES)
    count = models.PositiveSmallIntegerField(
        null=True, help_text="projects of a zone that are not named; None: how many is not stated"
    )
    note_ko = models.CharField(max_length=300, blank=True)
    note_en = models.CharField(max_length=300, blank=True)
    sources = models.JSONField(default=list)

    class Meta:
        ordering = ["follow_up", "id"]
        constraints = [
            models.UniqueConstraint(fields=["follow_up", "project"], name="one_outcome_a_project"),
            models.UniqueConstraint(
                fields=["follow_up", "zone", "outcome"],
                condition=models.Q(project__isnull=True),
                name="one_outcome_a_zone_and_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome__in=tuple(OUTCOME_WORDS)), name="follow_up_outcome_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.follow_up} {self.outcome}"

    @property
    def outcome_words(self) -> Words:
        """The outcome as people read it."""
        return OUTCOME_WORDS[self.outcome]

    @property
    def note(self) -> Words:
        """What is to be known of it."""
        return Words(self.note_ko, self.note_en or self.note_ko)
