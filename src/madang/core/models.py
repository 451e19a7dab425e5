"""The core's tables in one place for Django: events, duties, findings, files, keys and epochs."""

from django.db import models
from django.db.models.functions import Now

from madang.core.audit.models import Event
from madang.core.case_models import Duty, Finding
from madang.core.files.models import Attachment
from madang.core.outbox.models import Delivered

__all__ = ["Attachment", "Delivered", "Duty", "Epoch", "Event", "Finding", "Submitted"]


class Epoch(models.Model):
    """How often a topic has changed; kept pages hold as long as their topics' numbers stand."""

    topic = models.CharField(primary_key=True, max_length=40)
    number = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.topic} {self.number}"


class Submitted(models.Model):
    """A submission's key and what came of it."""

    key = models.UUIDField(primary_key=True)
    act = models.CharField(max_length=80)
    person_id = models.UUIDField(null=True)
    office_id = models.UUIDField(null=True)
    result_kind = models.CharField(max_length=60)
    result_id = models.CharField(max_length=40)
    at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.act} {self.key}"
