"""The event table. A trigger (first migration) refuses UPDATE, DELETE and TRUNCATE outside of tests."""

from django.db import models
from django.db.models.functions import Now

from madang.core.keys import uuid7


class Event(models.Model):
    """One thing that happened: who, from which office, by which door, to what, when, with which facts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=80)
    at = models.DateTimeField(null=True)
    at_text = models.CharField(max_length=40)
    person_id = models.UUIDField(null=True)
    delegated_by = models.UUIDField(null=True)
    office_id = models.UUIDField(null=True)
    office_kind = models.CharField(max_length=20)
    office_ko = models.CharField(max_length=120)
    office_en = models.CharField(max_length=120)
    channel = models.CharField(max_length=10)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    region = models.CharField(max_length=40, blank=True)
    before = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    provision = models.CharField(max_length=20, blank=True)
    sources = models.JSONField(default=list)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        app_label = "core"
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "at"], name="event_of_subject"),
            models.Index(fields=["name", "at"], name="event_by_name"),
        ]

    def __str__(self) -> str:
        return f"{self.at_text} {self.name}"
