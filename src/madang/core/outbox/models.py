"""What has been delivered to whom, so that a worker that starts again repeats nothing."""

from django.db import models
from django.db.models.functions import Now

from madang.core.keys import uuid7


class Delivered(models.Model):
    """One event handed to one listener."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event_id = models.UUIDField()
    listener = models.CharField(max_length=200)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        app_label = "core"
        constraints = [models.UniqueConstraint(fields=["event_id", "listener"], name="delivered_once")]

    def __str__(self) -> str:
        return f"{self.event_id} → {self.listener}"
