"""What the rows of a demonstration have in common: a key, and a number that tells a stale tab from a fresh one."""

from django.db import models

from madang.core.keys import uuid7
from madang.kernel.words import Words


class Row(models.Model):
    """A row that several people change one after another. Nothing here goes through a procedure of the law."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


def same(text: str) -> Words:
    """A name that people gave: it stands in both languages as it was written."""
    return Words(text, text)
