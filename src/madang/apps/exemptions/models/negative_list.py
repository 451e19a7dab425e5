"""The list of regulations of a global innovation zone (법령규제목록): dated editions and what each keeps forbidden."""

from datetime import date

from django.db import models

from madang.core.case_models import Case
from madang.core.keys import uuid7
from madang.kernel.words import Words

#: what a list names, in the words of the decree (art. 2-2)
KIND_WORDS = {
    "crime": Words("형벌", "Criminal penalty"),
    "fine": Words("과태료", "Administrative fine"),
    "disposition": Words("행정처분", "Administrative disposition"),
}
KINDS = [(key, words.ko) for key, words in KIND_WORDS.items()]
#: states in which everybody reads a list, and those in which it is still being made
PUBLISHED = ("standing", "replaced")
IN_THE_MAKING = ("drafting", "tabled", "resolved")


class RegulationList(Case):
    """One edition of a zone's list. It holds from ``gazetted_on`` until before ``ends_before`` (None: it stands)."""

    PROCEDURE = "regulation_list"
    STEADY = ("zone",)

    zone = models.ForeignKey("zones.Zone", on_delete=models.PROTECT, related_name="regulation_lists")
    number = models.PositiveSmallIntegerField()
    resolved_on = models.DateField(null=True)
    enrolled = models.PositiveIntegerField(null=True)
    present = models.PositiveIntegerField(null=True)
    yes = models.PositiveIntegerField(null=True)
    gazette_number = models.CharField(max_length=60, blank=True)
    gazetted_on = models.DateField(null=True)
    ends_before = models.DateField(null=True)

    class Meta:
        ordering = ["zone", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["zone", "number"], name="list_edition_once"),
            models.UniqueConstraint(
                fields=["zone"], condition=models.Q(state="standing"), name="one_standing_list_a_zone"
            ),
            models.UniqueConstraint(
                fields=["zone"], condition=models.Q(state__in=IN_THE_MAKING), name="one_list_in_the_making"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=IN_THE_MAKING)
                | models.Q(resolved_on__isnull=False, gazetted_on__gte=models.F("resolved_on")),
                name="list_stands_by_vote_and_gazette",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_before__isnull=True)
                | models.Q(ends_before__gt=models.F("gazetted_on")),
                name="list_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.zone} {self.number}"

    @property
    def title(self) -> Words:
        """Zone and edition."""
        zone = self.zone.title
        return Words(
            f"{zone.ko} 법령규제목록 제{self.number}판",
            f"List of regulations, {zone.en}, edition {self.number}",
        )

    @property
    def path(self) -> str:
        """The page of the edition."""
        return f"/negative-list/{self.pk}/"

    def holds_on(self, day: date) -> bool:
        """Whether it held on a day."""
        begun = self.gazetted_on is not None and self.gazetted_on <= day
        return begun and (self.ends_before is None or day < self.ends_before)


class RegulationEntry(models.Model):
    """One line of a list: the law and article, the kind, what stays forbidden, and the ministry in charge."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    of_list = models.ForeignKey(RegulationList, on_delete=models.CASCADE, related_name="entries")
    law = models.CharField(max_length=120)
    article = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=KINDS)
    forbids = models.TextField()
    ministry = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["law", "article", "id"]
        constraints = [
            models.UniqueConstraint(fields=["of_list", "law", "article", "kind"], name="list_entry_once")
        ]

    def __str__(self) -> str:
        return f"{self.law} {self.article}"

    @property
    def kind_words(self) -> Words:
        """The kind as people read it."""
        return KIND_WORDS[self.kind]
