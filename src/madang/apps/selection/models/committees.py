"""The two committees where a vote decides: members, sittings, items, recusals, ballots. Small and correct."""

from django.db import models

from madang.core.keys import uuid7
from madang.kernel.words import Words


class Body(models.Model):
    """A committee under the Act: the Deliberation Committee (심의위원회) or the Zone Committee (특구위원회)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.SlugField(max_length=40, unique=True, help_text="deliberation_committee or zone_committee")
    name_ko = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.name_ko

    @property
    def words(self) -> Words:
        """The name in both languages."""
        return Words(self.name_ko, self.name_en)


class BodyMember(models.Model):
    """An enrolled member of a body for some days; ``affiliation`` decides on exclusion (COI-01)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name_ko = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120)
    role_ko = models.CharField(max_length=80, blank=True)
    affiliation = models.CharField(max_length=120, blank=True)
    affiliation_until = models.DateField(null=True, help_text="when the employment ended; open while empty")
    is_chair = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    class Meta:
        ordering = ["-is_chair", "name_ko"]

    def __str__(self) -> str:
        return self.name_ko


class Sitting(models.Model):
    """A meeting of a body, in presence or in writing, with its notice."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="sittings")
    slug = models.SlugField(max_length=40, unique=True)
    title_ko = models.CharField(max_length=120)
    title_en = models.CharField(max_length=160)
    number = models.PositiveSmallIntegerField(null=True)
    held_on = models.CharField(max_length=10, blank=True)
    ended_on = models.CharField(max_length=10, blank=True)
    notice_on = models.DateField(null=True)
    is_urgent = models.BooleanField(default=False)
    is_written = models.BooleanField(null=True)
    place = models.CharField(max_length=160, blank=True)
    chair_name = models.CharField(max_length=80, blank=True)
    enrolled = models.PositiveSmallIntegerField(null=True, help_text="frozen when the sitting opens")
    present = models.ManyToManyField(BodyMember, related_name="attended", blank=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    withheld_reason = models.CharField(
        max_length=200, blank=True, help_text="the resolution not to publish the result (ZC-07)"
    )
    version = models.PositiveIntegerField(default=1)
    is_record = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-held_on"]

    def __str__(self) -> str:
        return self.title_ko

    @property
    def title(self) -> Words:
        """The title in both languages."""
        return Words(self.title_ko, self.title_en)

    @property
    def path(self) -> str:
        """Address of the sitting's page."""
        return f"/committees/{self.slug}/"


class Item(models.Model):
    """An agenda item: a designation put to the vote. ``result`` keeps counts, rule version and trace."""

    #: acts that ask how the sitting stands lock it themselves
    STEADY = ("sitting",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="items")
    designation = models.ForeignKey("selection.Designation", on_delete=models.PROTECT, related_name="agenda")
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(
        max_length=12,
        blank=True,
        choices=[
            ("carried", "가결"),
            ("not_carried", "부결"),
            ("deferred", "보류"),
            ("no_quorum", "정족수 미달"),
            ("not_reached", "미처리"),
        ],
    )
    result = models.JSONField(default=dict)
    opened_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["sitting", "number"], name="item_number_once")]

    def __str__(self) -> str:
        return f"{self.sitting} {self.number}"


class Recusal(models.Model):
    """A member who does not take part in an item (제척·회피·기피), with the ground."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="recusals")
    member = models.ForeignKey(BodyMember, on_delete=models.PROTECT, related_name="recusals")
    ground = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "member"], name="recused_once")]

    def __str__(self) -> str:
        return f"{self.member} – {self.item}"


class Ballot(models.Model):
    """One member's vote on one item."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="ballots")
    member = models.ForeignKey(BodyMember, on_delete=models.PROTECT, related_name="ballots")
    vote = models.CharField(max_length=8, choices=[("yes", "찬성"), ("no", "반대"), ("abstain", "기권")])
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "member"], name="one_ballot_a_member")]

    def __str__(self) -> str:
        return f"{self.member}: {self.vote}"
