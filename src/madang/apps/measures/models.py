"""Measures, their tasks, every slip of a date, and targets with the figures that were reported on the way."""

from django.db import models

from madang.core.case_models import Case
from madang.core.keys import uuid7
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words


class Measure(models.Model):
    """Something that was announced (대책), with the sources that say so; ``announced_text`` is a partial date."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.CharField(max_length=20, unique=True)
    rank = models.CharField(max_length=160, help_text="the number as it is sorted: 2 before 11")
    title_ko = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    announced_text = models.CharField(max_length=10, blank=True)
    sources = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["rank"]

    def __str__(self) -> str:
        return f"{self.number} {self.title_ko}"

    @property
    def title(self) -> Words:
        """Its name; there is no English one."""
        return Words(self.title_ko, self.title_ko)

    @property
    def region(self) -> str:
        """Measures are the whole country's."""
        return ""

    @property
    def path(self) -> str:
        """The page of the measure."""
        return f"/measures/{self.number}/"

    @property
    def announced(self) -> PartialDate | None:
        """The day it was announced, as precise as it is known."""
        return PartialDate.parse(self.announced_text) if self.announced_text else None


class Task(Case):
    """One task of a measure. ``due_text`` is a partial date, ``due_on`` the last day that it can mean."""

    PROCEDURE = "measure_task"
    STEADY = ("measure", "owner")

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="tasks")
    number = models.CharField(max_length=20)
    rank = models.CharField(max_length=160, help_text="the number as it is sorted: 2 before 11")
    title_ko = models.CharField(max_length=300)
    description = models.TextField(blank=True)
    owner = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    due_text = models.CharField(max_length=10, blank=True)
    due_on = models.DateField(null=True)
    proof = models.TextField(blank=True, help_text="what shows that it is done")
    proof_link = models.URLField(blank=True, max_length=500)
    reason = models.TextField(blank=True, help_text="why it was dropped or taken up again")
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ["measure__rank", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "number"], name="task_number_once_a_measure"),
            models.CheckConstraint(
                condition=~models.Q(state="done") | (~models.Q(proof="") & models.Q(done_on__isnull=False)),
                name="task_done_has_proof",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="task_by_state_and_due")]

    def __str__(self) -> str:
        return f"{self.measure.number}-{self.number} {self.title_ko}"

    @property
    def title(self) -> Words:
        """Its name; there is no English one."""
        return Words(self.title_ko, self.title_ko)

    @property
    def path(self) -> str:
        """The page of the task."""
        return f"/measures/tasks/{self.pk}/"

    @property
    def due(self) -> PartialDate | None:
        """When it is due, as precise as it was said; None when nobody said."""
        return PartialDate.parse(self.due_text) if self.due_text else None


class TaskSlip(models.Model):
    """A date that was moved: the one before, the one after, and why. It is never overwritten."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="slips")
    moved_on = models.DateField()
    before_text = models.CharField(max_length=10, blank=True)
    after_text = models.CharField(max_length=10)
    days = models.IntegerField(
        null=True, help_text="days later (negative: earlier), where both ends are known to the day"
    )
    reason = models.TextField()
    office_ko = models.CharField(max_length=200)
    office_en = models.CharField(max_length=200)

    class Meta:
        ordering = ["moved_on", "id"]

    def __str__(self) -> str:
        return f"{self.task} {self.before_text} → {self.after_text}"

    @property
    def before(self) -> PartialDate | None:
        """The date before; None when there was none."""
        return PartialDate.parse(self.before_text) if self.before_text else None

    @property
    def after(self) -> PartialDate:
        """The date after."""
        return PartialDate.parse(self.after_text)

    @property
    def office(self) -> Words:
        """Who moved it."""
        return Words(self.office_ko, self.office_en)


class Target(models.Model):
    """A number to be reached by a year, as it was announced: ten clusters by 2027."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="targets", null=True)
    title_ko = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    unit_ko = models.CharField(max_length=40)
    unit_en = models.CharField(max_length=40, blank=True)
    number = models.DecimalField(max_digits=16, decimal_places=2)
    is_about = models.BooleanField(default=False, help_text="announced as “about” or “some”")
    year = models.PositiveSmallIntegerField(help_text="to be reached by the end of this year")
    announced_text = models.CharField(max_length=10, blank=True)
    sources = models.JSONField(default=list)

    class Meta:
        ordering = ["year", "title_ko"]

    def __str__(self) -> str:
        return f"{self.title_ko} {self.number} {self.year}"

    @property
    def title(self) -> Words:
        """What is to be reached."""
        return Words(self.title_ko, self.title_en or self.title_ko)

    @property
    def unit(self) -> Words:
        """What is counted."""
        return Words(self.unit_ko, self.unit_en or self.unit_ko)

    @property
    def region(self) -> str:
        """Targets are the whole country's."""
        return ""

    @property
    def path(self) -> str:
        """Its place on the page of the targets."""
        return "/targets/"


class TargetFigure(models.Model):
    """How far a target had come on a day, and which source says so."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="figures")
    value = models.DecimalField(max_digits=16, decimal_places=2)
    as_of_text = models.CharField(max_length=10)
    sources = models.JSONField(default=list)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["as_of_text", "id"]
        constraints = [models.UniqueConstraint(fields=["target", "as_of_text"], name="figure_once_a_day")]

    def __str__(self) -> str:
        return f"{self.target} {self.as_of_text}: {self.value}"

    @property
    def as_of(self) -> PartialDate:
        """The day it speaks of."""
        return PartialDate.parse(self.as_of_text)
