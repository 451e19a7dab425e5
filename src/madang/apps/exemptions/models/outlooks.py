"""The radar's line of each tool, kept so that a page of thousands needs no computing; it follows the tool (see acts.outlooks)."""

from datetime import date

from django.db import models

from madang.apps.exemptions.models.tools import Tool
from madang.kernel.procedures.radar import KIND_WORDS
from madang.kernel.words import Words


class ToolOutlook(models.Model):
    """What comes next for one tool in force, as it was looked at on a day by a calendar of holidays."""

    tool = models.OneToOneField(Tool, on_delete=models.CASCADE, primary_key=True, related_name="outlook")
    region = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=8, help_text="what kind of choice the next day forces")
    next_on = models.DateField(null=True, help_text="the next decision day; None: not known, or none")
    clock = models.CharField(
        max_length=20, blank=True, help_text="the clock that counts next_on from the end of the term"
    )
    rule_ids = models.JSONField(default=list)
    choices_ko = models.JSONField(default=list)
    choices_en = models.JSONField(default=list)
    legal_end = models.DateField(null=True, help_text="the last day if nobody does anything more")
    latest_end = models.DateField(null=True, help_text="the last day that an extension may reach")
    looked_on = models.DateField()
    calendar = models.BigIntegerField(default=0, help_text="the number of the calendar it was counted by")

    class Meta:
        ordering = ["next_on", "tool"]
        indexes = [
            models.Index(fields=["next_on", "tool"], name="outlook_by_day"),
            models.Index(fields=["region", "next_on"], name="outlook_of_region"),
            models.Index(fields=["looked_on", "calendar"], name="outlook_by_look"),
        ]

    def __str__(self) -> str:
        return f"{self.tool_id} {self.kind} {self.next_on}"

    @property
    def kind_words(self) -> Words:
        """The choice as people read it."""
        return KIND_WORDS[self.kind]

    @property
    def choices(self) -> list[Words]:
        """The choices that the day forces, in the order in which they are open."""
        return [Words(ko, en) for ko, en in zip(self.choices_ko, self.choices_en, strict=True)]

    def days_left(self, today: date) -> int | None:
        """Days until the next decision, negative once it has passed."""
        return (self.next_on - today).days if self.next_on else None
