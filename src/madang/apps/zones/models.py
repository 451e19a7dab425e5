"""The register of zones, their names and regions in time, and the claims of sources about them."""

from django.db import models

from madang.core.authority import OfficeKind
from madang.core.case_models import Case, Charge
from madang.core.keys import uuid7
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words


class ZoneKind(models.TextChoices):
    """The two kinds of zone under the ministry. Legally a global innovation zone is a regulation-free zone."""

    RFZ = "rfz", "규제자유특구"
    GIZ = "giz", "글로벌 혁신특구"


KIND_WORDS = {
    "rfz": Words("규제자유특구", "Regulation-free zone"),
    "giz": Words("글로벌 혁신특구", "Global innovation zone"),
}


class Zone(Case):
    """A designated zone. ``period_*`` and ``designated_text`` keep the precision in which they were published."""

    PROCEDURE = "zone"

    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=5, choices=ZoneKind.choices)
    name_ko = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True)
    round = models.CharField(max_length=6)
    industry = models.CharField(max_length=80, blank=True)
    place = models.CharField(max_length=300, blank=True)
    organisation_id = models.UUIDField(null=True, help_text="the local government that runs the zone")
    designated_on = models.CharField(max_length=10, blank=True)
    gazetted_on = models.CharField(max_length=10, blank=True)
    starts_on = models.CharField(max_length=10, blank=True)
    ends_on = models.CharField(max_length=10, blank=True)
    standing = models.CharField(max_length=20, default="operating")
    standing_on = models.CharField(max_length=10, blank=True)
    standing_note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["designated_on", "slug"]
        indexes = [models.Index(fields=["kind", "round"], name="zone_by_round")]

    def __str__(self) -> str:
        return self.name_ko

    @property
    def title(self) -> Words:
        """Name in both languages; without an English name the Korean one stands."""
        return Words(self.name_ko, self.name_en or self.name_ko)

    @property
    def path(self) -> str:
        """Address of the zone's page."""
        return f"/zones/{self.slug}/"

    @property
    def kind_words(self) -> Words:
        """The kind as people read it."""
        return KIND_WORDS[self.kind]

    @property
    def designated(self) -> PartialDate:
        """The day of the designation with its precision."""
        return PartialDate.parse(self.designated_on)

    def in_charge(self, role: str) -> Charge:
        """The local government that runs the zone answers for its province role."""
        kind = OfficeKind(role)
        return Charge(kind, self.organisation_id if kind is OfficeKind.PROVINCE else None)


class ZoneRegion(models.Model):
    """A region to which a zone belongs; several are possible."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    zone = models.ForeignKey(Zone, on_delete=models.CASCADE, related_name="regions")
    region = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["zone", "region"], name="zone_region_once")]

    def __str__(self) -> str:
        return f"{self.zone} {self.region}"


class ZoneName(models.Model):
    """A name that a zone bore at a stage, when it differs from today's."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    zone = models.ForeignKey(Zone, on_delete=models.CASCADE, related_name="names")
    name_ko = models.CharField(max_length=120)
    stage_ko = models.CharField(max_length=60)
    stage_en = models.CharField(max_length=60)
    on_text = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["on_text", "name_ko"]

    def __str__(self) -> str:
        return self.name_ko


class OtherZone(models.Model):
    """A zone of another ministry (경제자유구역, 연구개발특구, 기회발전특구 …): shown with its ministry, never changed here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    scheme = models.CharField(max_length=40)
    name_ko = models.CharField(max_length=160)
    regions = models.JSONField(default=list)
    ministry = models.CharField(max_length=120)
    designated_on = models.CharField(max_length=10, blank=True)
    date_basis = models.CharField(max_length=80, blank=True)
    standing = models.CharField(max_length=40)
    note = models.CharField(max_length=200, blank=True)
    sources = models.JSONField(default=list)
    confidence = models.CharField(max_length=10)

    class Meta:
        ordering = ["scheme", "designated_on", "slug"]

    def __str__(self) -> str:
        return self.name_ko


class Claim(models.Model):
    """What a source says about one field of a record. The shown claim stands first; the others beside it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    region = models.CharField(max_length=40, blank=True)
    field = models.CharField(max_length=40)
    value = models.CharField(max_length=500)
    note = models.CharField(max_length=300, blank=True)
    note_en = models.CharField(max_length=300, blank=True)
    sources = models.JSONField(default=list)
    confidence = models.CharField(max_length=10)
    is_shown = models.BooleanField(default=True)

    class Meta:
        ordering = ["field", "-is_shown", "id"]
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="claim_of_subject")]

    def __str__(self) -> str:
        return f"{self.field}: {self.value}"
