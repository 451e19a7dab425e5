"""The demonstration plan of a project: its milestones, and every move of a due day kept with its reason."""

from datetime import date
from typing import NamedTuple

from django.db import models

from madang.apps.demonstrations.models.rows import Row, same
from madang.core.keys import uuid7
from madang.kernel.words import Words


class Standing(NamedTuple):
    """Where a milestone stands on a day: key, words, tone, and by how many days it is late (0 when it is not)."""

    key: str
    words: Words
    tone: str
    days: int = 0


class DemonstrationPlan(Row):
    """What a project wants to show by when; the firm writes it, the local government confirms it as it stands."""

    project = models.OneToOneField(
        "exemptions.Project", on_delete=models.PROTECT, related_name="demonstration_plan"
    )
    goal = models.TextField()
    starts_on = models.DateField()
    ends_before = models.DateField()
    confirmed_on = models.DateField(
        null=True, help_text="None when it was changed since, or never was confirmed"
    )
    confirmed_by = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )

    class Meta:
        ordering = ["project"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_before__gt=models.F("starts_on")), name="plan_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return str(self.project)

    @property
    def title(self) -> Words:
        """The project's name."""
        name = self.project.title
        return Words(f"{name.ko} 실증계획", f"Demonstration plan: {name.en}")

    @property
    def path(self) -> str:
        """The project's page of its demonstration."""
        return f"/demonstrations/projects/{self.project_id}/"

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.project.region


class Milestone(Row):
    """One step of a plan with its day. A day that was moved keeps where it came from in ``slips``."""

    plan = models.ForeignKey(DemonstrationPlan, on_delete=models.PROTECT, related_name="milestones")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=160)
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    done_note = models.TextField(blank=True)
    dropped_on = models.DateField(null=True)
    dropped_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["due_on", "number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="milestone_number_once"),
            models.CheckConstraint(
                condition=models.Q(done_on__isnull=True) | models.Q(dropped_on__isnull=True),
                name="milestone_done_or_dropped",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> Words:
        """Its name as it was given."""
        return same(self.name)

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.plan.region

    @property
    def is_open(self) -> bool:
        """Neither done nor dropped."""
        return self.done_on is None and self.dropped_on is None

    def standing(self, today: date) -> Standing:
        """Where it stands on a day against its present due day; what was moved is told by its slips."""
        if self.dropped_on is not None:
            return Standing("dropped", Words("제외됨", "Dropped"), "neutral")
        days = ((self.done_on or today) - self.due_on).days
        if self.done_on is not None and days > 0:
            return Standing("done_late", Words("늦게 완료", "Done late"), "warning", days)
        if self.done_on is not None:
            return Standing("done", Words("완료", "Done"), "success")
        if days > 0:
            return Standing("late", Words("지연", "Late"), "danger", days)
        return Standing("due", Words("진행 예정", "To come"), "info")


class Slip(models.Model):
    """One move of a due day: from, to, why, by whom. It is written once and never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="slips")
    from_on = models.DateField()
    to_on = models.DateField()
    reason = models.CharField(max_length=300)
    moved_on = models.DateField()
    by = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(to_on=models.F("from_on")), name="slip_moves_the_day"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="slip_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.milestone}: {self.from_on} → {self.to_on}"

    @property
    def days(self) -> int:
        """By how many days it was put off; negative when it was brought forward."""
        return (self.to_on - self.from_on).days
