"""Evaluators, conflicts, assignments, sealed score sheets, the presentation timetable and the official result."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models

from madang.core.keys import uuid7
from madang.kernel.scoring.official import replay
from madang.kernel.scoring.result import Result
from madang.kernel.scoring.rule_parts import STAGE_WORDS, Stage
from madang.kernel.words import Words

STAGES = [(stage.value, words.ko) for stage, words in STAGE_WORDS.items()]


class Evaluator(models.Model):
    """A person who evaluates: affiliation, region and fields, from which conflicts and assignments are derived."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.OneToOneField("accounts.Person", on_delete=models.PROTECT, related_name="evaluator")
    affiliation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    affiliation_text = models.CharField(max_length=120)
    region = models.CharField(max_length=40, blank=True)
    fields = models.JSONField(default=list, help_text="fields of expertise, as words")
    max_load = models.PositiveSmallIntegerField(default=6)
    is_active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"{self.person} ({self.affiliation_text})"


class ConflictRule(models.Model):
    """A dated rule that derives conflicts (practice of the call, beside Decree 50): which ties bar an evaluator."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    starts_on = models.DateField(unique=True)
    same_affiliation = models.BooleanField(default=True)
    same_region = models.BooleanField(default=True)
    basis = models.CharField(max_length=200)

    class Meta:
        ordering = ["starts_on"]

    def __str__(self) -> str:
        return f"{self.starts_on:%Y-%m-%d}"


class ConflictDeclaration(models.Model):
    """An evaluator declares a tie to a plan (제척·회피); from then on plan and scores are closed to them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    evaluator = models.ForeignKey(Evaluator, on_delete=models.PROTECT, related_name="declarations")
    plan = models.ForeignKey("selection.Plan", on_delete=models.CASCADE, related_name="conflicts")
    ground = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluator", "plan"], name="conflict_declared_once")]

    def __str__(self) -> str:
        return f"{self.evaluator} × {self.plan}"


class AssignmentRun(models.Model):
    """One run of the assignment: the seed that anybody can repeat it with, and what could not be filled."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey("selection.Call", on_delete=models.CASCADE, related_name="assignment_runs")
    stage = models.CharField(max_length=15, choices=STAGES)
    needed = models.PositiveSmallIntegerField(help_text="evaluators for each plan")
    seed = models.BigIntegerField()
    record = models.JSONField(
        help_text="pairs made, plans that are short, total reached and highest possible"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.call} {self.stage} #{self.seed}"


class EvaluationAssignment(models.Model):
    """A plan given to an evaluator for a stage, with the reason for the pair. An ended one stays as a trace."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey("selection.Call", on_delete=models.CASCADE, related_name="assignments")
    plan = models.ForeignKey("selection.Plan", on_delete=models.CASCADE, related_name="assignments")
    evaluator = models.ForeignKey(Evaluator, on_delete=models.PROTECT, related_name="assignments")
    stage = models.CharField(max_length=15, choices=STAGES)
    reason_ko = models.TextField()
    reason_en = models.TextField()
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "evaluator", "stage"],
                condition=models.Q(ended_at__isnull=True),
                name="assigned_once",
            )
        ]
        indexes = [models.Index(fields=["call", "stage"], name="assignment_of_stage")]

    def __str__(self) -> str:
        return f"{self.plan} → {self.evaluator}"

    @property
    def reason(self) -> Words:
        """Why this evaluator reads this plan."""
        return Words(self.reason_ko, self.reason_en)

    @property
    def stage_words(self) -> Words:
        """The stage as people read it."""
        return STAGE_WORDS[Stage(self.stage)]

    @property
    def title(self) -> Words:
        """The plan, as the evaluator's desk names the duty."""
        return self.plan.title

    @property
    def region(self) -> str:
        """The region of the plan."""
        return self.plan.region

    @property
    def path(self) -> str:
        """Address of the sheet to fill in."""
        return f"/evaluations/{self.plan_id}/{self.stage}/"


class ScoreSheet(models.Model):
    """One evaluator's scores for one plan at one stage; sealed by the evaluator alone, unchangeable after.

    A row wall shows an open sheet to its evaluator only; a trigger refuses every change of a sealed one.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    plan = models.ForeignKey("selection.Plan", on_delete=models.CASCADE, related_name="sheets")
    evaluator = models.ForeignKey(Evaluator, on_delete=models.PROTECT, related_name="sheets")
    person_id = models.UUIDField(help_text="the evaluator's person, for the row wall")
    stage = models.CharField(max_length=15, choices=STAGES)
    scores = models.JSONField(default=dict, help_text="criterion key to exact decimal as text")
    opinion = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    sealed_at = models.DateTimeField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "evaluator", "stage"], name="one_sheet_a_stage"),
            models.CheckConstraint(
                condition=models.Q(sealed_at__isnull=True, sha256="")
                | models.Q(sealed_at__isnull=False, sha256__gt=""),
                name="sheet_sealed_with_hash",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} {self.stage}"


class PresentationSlot(models.Model):
    """A plan's time before the presentation panel; two plans never share a moment in one call."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey("selection.Call", on_delete=models.CASCADE, related_name="slots")
    plan = models.OneToOneField("selection.Plan", on_delete=models.CASCADE, related_name="slot")
    time = DateTimeRangeField()
    place = models.CharField(max_length=120)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_presentation_at_a_time",
                expressions=[("call", RangeOperators.EQUAL), ("time", RangeOperators.OVERLAPS)],
            )
        ]

    def __str__(self) -> str:
        return f"{self.plan} {self.time.lower}"


class Bonus(models.Model):
    """Bonus points (가점) of a plan with their ground; capped by the call's rule."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    plan = models.ForeignKey("selection.Plan", on_delete=models.CASCADE, related_name="bonuses")
    points = models.DecimalField(max_digits=6, decimal_places=2)
    ground = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.plan} +{self.points}"


class OfficialResult(models.Model):
    """The official result of a stage, computed by the published rule, with every step; replays to the same bytes.

    Plans and evaluators stand in the record under labels; ``names`` says whose they are and is shown to the
    ministry only, so that an applicant reads the steps without reading who marked how.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey("selection.Call", on_delete=models.PROTECT, related_name="results")
    rule = models.ForeignKey("selection.CallRule", on_delete=models.PROTECT, null=True, related_name="+")
    stage = models.CharField(max_length=15, choices=STAGES)
    record = models.JSONField()
    names = models.JSONField(help_text='{"plans": {label: id}, "evaluators": {label: id}}')
    sha256 = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "stage"], name="one_result_a_stage")]

    def __str__(self) -> str:
        return f"{self.call} {self.stage}"

    @property
    def result(self) -> Result:
        """The result computed again from what the record holds."""
        return replay(self.record)

    @property
    def stage_words(self) -> Words:
        """The stage as people read it."""
        return STAGE_WORDS[Stage(self.stage)]

    def label_of(self, plan: models.Model) -> str:
        """Return the label of a plan in the record; KeyError when it was not scored."""
        return {key: label for label, key in self.names["plans"].items()}[str(plan.pk)]
