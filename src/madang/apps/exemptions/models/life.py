"""What a tool leaves behind in its life: the results its operator reports, and the measures that are taken against it."""

from django.db import models

from madang.apps.exemptions.models.tools import Tool
from madang.core.keys import uuid7
from madang.kernel.words import Words

REPORT, REVISION_REQUEST = "report", "revision_request"
CORRECTION, CANCELLATION = "correction", "cancellation"
MEASURE_WORDS = {
    CORRECTION: Words("시정명령", "Order of correction"),
    CANCELLATION: Words("취소", "Cancellation"),
}


class ToolResults(models.Model):
    """Results of a demonstration, item by item: the report after the end, or what a request for revision rests on."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    tool = models.ForeignKey(Tool, on_delete=models.PROTECT, related_name="results")
    kind = models.CharField(max_length=16)
    filed_on = models.DateField()
    aims = models.TextField()
    conditions = models.TextField()
    accidents = models.TextField()
    results = models.TextField()
    need_to_revise = models.TextField()

    class Meta:
        ordering = ["filed_on", "id"]
        constraints = [models.UniqueConstraint(fields=["tool", "kind"], name="results_once_a_kind")]

    def __str__(self) -> str:
        return f"{self.tool} {self.kind} {self.filed_on}"


class ToolMeasure(models.Model):
    """A correction or cancellation on its way: who applied, who was heard and when, and what came of it.

    One is open at a time. ``kind`` is empty until it is decided which of the two it becomes.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    tool = models.ForeignKey(Tool, on_delete=models.PROTECT, related_name="measures")
    ground = models.CharField(max_length=40)
    reason = models.TextField()
    opened_on = models.DateField()
    applied_on = models.DateField(null=True, help_text="the local government applied for cancellation")
    local_heard_on = models.DateField(null=True)
    local_opinion = models.TextField(blank=True)
    hearing_on = models.DateField(null=True, help_text="formal hearing of the operator")
    hearing_record = models.TextField(blank=True)
    kind = models.CharField(max_length=12, blank=True)
    order = models.TextField(blank=True, help_text="what is to be corrected, or why it is cancelled")
    ordered_on = models.DateField(null=True)
    due_on = models.DateField(null=True, help_text="the day by which it is to be corrected")
    gazette_number = models.CharField(max_length=60, blank=True)
    closed_on = models.DateField(null=True)
    outcome = models.TextField(blank=True)

    class Meta:
        ordering = ["opened_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tool"], condition=models.Q(closed_on__isnull=True), name="one_open_measure_a_tool"
            )
        ]

    def __str__(self) -> str:
        return f"{self.tool} {self.ground} {self.opened_on}"

    @property
    def kind_words(self) -> Words:
        """What it became, or that nothing has been decided."""
        return MEASURE_WORDS.get(self.kind, Words("결정 전", "Not decided yet"))
