"""Conditions of a tool (부가조건), each with its ground and its test; and the cover that must stand before the start."""

from django.db import models

from madang.apps.exemptions.models.tools import Tool
from madang.core.authority import OfficeKind
from madang.core.case_models import Case, Charge
from madang.core.keys import uuid7
from madang.kernel.words import Words

COVER_WORDS = {
    "insurance": Words("보험", "Insurance"),
    "mutual_aid": Words("공제", "Mutual aid"),
    "plan": Words("이용자 배상계획", "Compensation plan"),
}


class Condition(Case):
    """One condition: what must be kept, why, how it is tested, and until when it holds."""

    PROCEDURE = "condition"
    STEADY = ("organisation",)

    tool = models.ForeignKey(Tool, on_delete=models.CASCADE, related_name="conditions")
    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+", help_text="who asked for it"
    )
    text = models.TextField()
    ground = models.TextField(help_text="why safety needs it, and why no less would do")
    test = models.TextField(blank=True, help_text="how one sees that it is kept")
    asked_on = models.DateField()
    has_papers = models.BooleanField(
        default=False, help_text="papers that prove need and proportion are on file"
    )
    set_on = models.DateField(null=True)
    ends_on = models.DateField(null=True, help_text="last day; None: as long as the tool")
    ended_on = models.DateField(null=True)
    objection = models.TextField(blank=True)
    ruling = models.TextField(blank=True)

    class Meta:
        ordering = ["asked_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=("asked", "dropped"))
                | (~models.Q(ground="") & ~models.Q(test="")),
                name="condition_has_ground_and_test",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def title(self) -> Words:
        """The project whose condition it is."""
        return self.tool.title

    @property
    def path(self) -> str:
        """The page of the tool."""
        return self.tool.path

    def in_charge(self, role: str) -> Charge:
        """The ministry that asked for it stands for its own role."""
        if role == "other_ministry":
            return Charge(OfficeKind(self.organisation.kind), self.organisation_id)
        return self.tool.in_charge(role)


class Cover(models.Model):
    """Insurance, mutual aid or a compensation plan of a tool. Sums in won; the newest one counts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    tool = models.ForeignKey(Tool, on_delete=models.CASCADE, related_name="covers")
    kind = models.CharField(max_length=12, choices=[(key, words.ko) for key, words in COVER_WORDS.items()])
    provider = models.CharField(max_length=200, blank=True)
    policy = models.CharField(max_length=80, blank=True)
    begins_on = models.DateField()
    ends_on = models.DateField()
    death_per_person = models.BigIntegerField(null=True)
    injury_per_person = models.BigIntegerField(null=True)
    disability_per_person = models.BigIntegerField(null=True)
    property_per_accident = models.BigIntegerField(null=True)
    renewed_on = models.DateField(null=True, help_text="day the cover was renewed after an extension")
    filed_on = models.DateField(null=True, help_text="day the proof was filed; None while it is owed")
    agreed_on = models.DateField(null=True, help_text="day the local government agreed to a plan")
    reason = models.TextField(blank=True, help_text="why no insurance is to be had")

    class Meta:
        ordering = ["tool", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("begins_on")), name="cover_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.tool} {self.kind} {self.ends_on}"

    @property
    def kind_words(self) -> Words:
        """The kind as people read it."""
        return COVER_WORDS[self.kind]
