"""One attached file: who put it where, what it is, and its hash."""

from django.db import models

from madang.core.keys import uuid7


class Attachment(models.Model):
    """A file of a case. The bytes lie under their hash; the name is what people called it, in NFC."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case_kind = models.CharField(max_length=60)
    case_id = models.UUIDField()
    region = models.CharField(max_length=40, blank=True)
    paper = models.CharField(max_length=60, help_text="which paper of the checklist the file is")
    name = models.CharField(max_length=255)
    kind = models.CharField(max_length=20)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    edition = models.PositiveIntegerField(default=1)
    person_id = models.UUIDField(null=True)
    office_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    is_removed = models.BooleanField(default=False)

    class Meta:
        app_label = "core"
        indexes = [models.Index(fields=["case_id"], name="attachment_of_case")]

    def __str__(self) -> str:
        return self.name
