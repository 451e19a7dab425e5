"""Days off that were set after the kernel's own table was made: by the cabinet (임시공휴일), or as the day of an election."""

from datetime import date

from django.db import models

from madang.core.keys import uuid7
from madang.kernel.clocks.holidays import Holiday, Kind
from madang.kernel.statutes.laws import laws
from madang.kernel.words import Words

#: what can be recorded, and the article of the holiday regulation on which it stands
ARTICLES = {"cabinet": Words("제4조", "art. 4"), "election": Words("제2조", "art. 2")}
KIND_WORDS = {
    "cabinet": Words("임시공휴일", "Ad hoc holiday set by the cabinet"),
    "election": Words("선거일", "Election day"),
}


class RecordedHoliday(models.Model):
    """One recorded day off. It is corrected by withdrawing it, never deleted; ``moved`` counts the deadlines it moved."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    falls_on = models.DateField()
    kind = models.CharField(max_length=10, choices=[(key, words.ko) for key, words in KIND_WORDS.items()])
    name_ko = models.CharField(max_length=60)
    name_en = models.CharField(max_length=100)
    decided_on = models.DateField()
    source = models.CharField(max_length=200)
    source_url = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    office_ko = models.CharField(max_length=120)
    office_en = models.CharField(max_length=120)
    moved = models.PositiveIntegerField(default=0)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=200, blank=True)
    moved_back = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["falls_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["falls_on"], condition=models.Q(withdrawn_at__isnull=True), name="holiday_once_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(decided_on__lte=models.F("falls_on")), name="holiday_decided_before"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.falls_on} {self.name_ko}"

    @property
    def title(self) -> Words:
        """The name in both languages."""
        return Words(self.name_ko, self.name_en)

    @property
    def path(self) -> str:
        """The address of its page without language."""
        return f"/law/holidays/{self.pk}/"

    @property
    def office(self) -> Words:
        """The office that recorded it."""
        return Words(self.office_ko, self.office_en)

    @property
    def entry(self) -> Holiday:
        """The day as the kernel's table takes it."""
        return entry(self.falls_on, self.title, self.kind, self.source, self.decided_on)


def entry(falls_on: date, name: Words, kind: str, source: str, decided_on: date) -> Holiday:
    """Return a day for the kernel's table: the article of the regulation stands before the decision."""
    text = f"「{laws()['holidays'].name.ko}」 {ARTICLES[kind].ko}; {source}"
    known: Kind = "election" if kind == "election" else "cabinet"
    return Holiday(falls_on, name, known, text, decided_on=decided_on)
