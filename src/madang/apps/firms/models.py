"""The file of a firm: its data with dated editions, people in charge, certificates and reports. Private to the firm."""

from datetime import date

from django.db import models

from madang.core.keys import uuid7
from madang.kernel.business_numbers import written
from madang.kernel.words import Words

ROLE_WORDS = {
    "representative": Words("대표자", "Representative"),
    "contact": Words("담당자", "Contact"),
    "safety": Words("안전 책임자", "In charge of safety"),
}
ROLES = [(key, words.ko) for key, words in ROLE_WORDS.items()]


class Company(models.Model):
    """What a firm says of itself, as it stands now. What it said before is kept in its editions."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = models.OneToOneField("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    business_number = models.CharField(max_length=10, blank=True)
    address = models.CharField(max_length=200, blank=True)
    industry = models.CharField(max_length=120, blank=True)
    business = models.TextField(blank=True)
    products = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return str(self.organisation)

    @property
    def region(self) -> str:
        """The region of the firm; most have none on record."""
        return self.organisation.region

    @property
    def number_written(self) -> str:
        """The registration number as people write it."""
        return written(self.business_number) if self.business_number else ""


class CompanyEdition(models.Model):
    """The data of a firm as they stood after a change. Append-only; people in charge are never in it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    data = models.JSONField()
    person_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["company", "number"], name="company_edition_once")]

    def __str__(self) -> str:
        return f"{self.company} {self.number}"


class CompanyPerson(models.Model):
    """Somebody in charge, kept only as long as the firm wants: removing it leaves nothing behind."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="people")
    role = models.CharField(max_length=16, choices=ROLES)
    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)

    class Meta:
        ordering = ["role", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def role_words(self) -> Words:
        """The role as people read it."""
        return ROLE_WORDS[self.role]


class Certificate(models.Model):
    """A certificate of a firm. ``warned_days`` is the smallest number of days before its end that was warned of."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="certificates")
    name = models.CharField(max_length=120)
    number = models.CharField(max_length=80, blank=True)
    issuer = models.CharField(max_length=120)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, help_text="last day; None when it does not end")
    warned_days = models.PositiveSmallIntegerField(null=True)
    set_aside_on = models.DateField(null=True)
    replaced_by = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="replaces"
    )  # fmt: skip

    class Meta:
        ordering = ["valid_until", "name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="firm_certificate_ends_after_it_begins",
            )
        ]
        indexes = [
            models.Index(
                fields=["valid_until"],
                condition=models.Q(set_aside_on__isnull=True),
                name="certificate_by_end",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def region(self) -> str:
        """The region of the firm."""
        return self.company.region

    @property
    def title(self) -> Words:
        """Name and number, as the firm wrote them."""
        said = f"{self.name} {self.number}".strip()
        return Words(said, said)

    @property
    def path(self) -> str:
        """The file of the firm."""
        return "/firm/"

    def is_valid_on(self, day: date) -> bool:
        """Whether it is used and lasts on a day."""
        lasts = self.valid_until is None or day <= self.valid_until
        return self.set_aside_on is None and self.valid_from <= day and lasts


class Report(models.Model):
    """A report that a firm hands in more than once: a test report, a business plan, a safety assessment."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="reports")
    name = models.CharField(max_length=160)
    made_on = models.DateField()

    class Meta:
        ordering = ["-made_on", "-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def region(self) -> str:
        """The region of the firm."""
        return self.company.region
