"""Calls, their published rules and funnels; plans, partners and receipts."""

from uuid import UUID

from django.db import models

from madang.core.authority import OfficeKind
from madang.core.case_models import Case, Charge
from madang.core.keys import uuid7
from madang.kernel.scoring.rule_record import ScoringRule
from madang.kernel.words import Words

CALL_KIND_WORDS = {
    "rfz": Words("규제자유특구", "Regulation-free zones"),
    "giz": Words("글로벌 혁신특구", "Global innovation zones"),
    "linked": Words("광역연계형 규제자유특구", "Linked zones of two or more provinces"),
}


class Call(Case):
    """A candidate call. Window and embargo are instants; the published record may know only days or less."""

    PROCEDURE = "call"

    slug = models.SlugField(max_length=40, unique=True)
    round = models.CharField(max_length=6)
    kind = models.CharField(max_length=10, choices=[(k, w.ko) for k, w in CALL_KIND_WORDS.items()])
    title_ko = models.CharField(max_length=160)
    title_en = models.CharField(max_length=200)
    summary_ko = models.TextField(blank=True)
    summary_en = models.TextField(blank=True)
    opens_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    embargo_at = models.DateTimeField(
        null=True, help_text="results are readable from this instant, not before"
    )
    plans_per_applicant = models.PositiveSmallIntegerField(null=True)
    places = models.PositiveSmallIntegerField(null=True, help_text="how many may be shortlisted")
    announced_on = models.CharField(max_length=10, blank=True)
    shortlisted_on = models.CharField(max_length=10, blank=True)
    required_items = models.JSONField(
        default=list, help_text="keys of the plan items that this call asks for"
    )
    is_record = models.BooleanField(
        default=False, help_text="from the published record, not run on this platform"
    )
    sources = models.JSONField(default=list)
    confidence = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["-announced_on", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opens_at__isnull=True) | models.Q(closes_at__gt=models.F("opens_at")),
                name="call_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return self.title_ko

    @property
    def title(self) -> Words:
        """The title in both languages."""
        return Words(self.title_ko, self.title_en)

    @property
    def path(self) -> str:
        """Address of the call's page."""
        return f"/calls/{self.slug}/"

    @property
    def kind_words(self) -> Words:
        """What is called for."""
        return CALL_KIND_WORDS[self.kind]


class CallRule(models.Model):
    """A published version of a call's evaluation rule: criteria, weights, shares, drop rule, ties, marks, rounding."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="rules")
    number = models.PositiveSmallIntegerField()
    record = models.JSONField()
    reason = models.CharField(max_length=300, blank=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["call", "number"], name="call_rule_number_once")]

    def __str__(self) -> str:
        return f"{self.call} v{self.number}"

    @property
    def rule(self) -> ScoringRule:
        """The rule as the scoring kernel reads it."""
        return ScoringRule.from_json(self.record)


class FunnelCount(models.Model):
    """A reported count at one stage of a call (regions, plans, passed_paper, shortlisted, deliberated, designated)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="funnel")
    stage = models.CharField(max_length=20)
    count = models.PositiveIntegerField(null=True)
    text = models.CharField(
        max_length=80, blank=True, help_text="as published, when it says more than a number"
    )
    sources = models.JSONField(default=list)
    confidence = models.CharField(max_length=10)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "stage"], name="funnel_stage_once")]

    def __str__(self) -> str:
        return f"{self.call} {self.stage} {self.count}"


class Plan(Case):
    """A plan under a call, of one local government or several together. ``items`` holds the statutory items by key."""

    PROCEDURE = "plan"
    STEADY = ("organisation",)

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="plans")
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    title_ko = models.CharField(max_length=160)
    items = models.JSONField(default=dict)
    revision = models.JSONField(
        null=True, help_text="title and items changed after a submission and not submitted again"
    )
    saved_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    province_informed_on = models.DateField(null=True, help_text="APP-03, basic-level applicants")
    reason_ko = models.TextField(
        blank=True, help_text="why it was or was not selected; readable after the embargo"
    )
    note = models.CharField(max_length=300, blank=True)
    is_record = models.BooleanField(default=False)

    class Meta:
        ordering = ["call", "region", "id"]

    def __str__(self) -> str:
        return self.title_ko

    @property
    def title(self) -> Words:
        """The title; plans are written in Korean."""
        return Words(self.title_ko, self.title_ko)

    @property
    def path(self) -> str:
        """Address of the plan's page."""
        return f"/plans/{self.pk}/"

    def in_charge(self, role: str) -> Charge:
        """The applicant is the lead's office; other roles have no organisation of their own."""
        if role == "applicant":
            return Charge(OfficeKind(self.organisation.kind), self.organisation_id)
        return Charge(OfficeKind(role))

    def organisation_ids(self) -> set[UUID]:
        """Return the lead and every partner that has agreed."""
        return {self.organisation_id} | {p.organisation_id for p in self.partners.all() if p.agreed_at}


class PlanPartner(models.Model):
    """A local government that applies jointly (공동신청, Decree 40②); it counts once it has agreed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "organisation"], name="partner_once")]

    def __str__(self) -> str:
        return f"{self.plan} + {self.organisation}"


class Receipt(models.Model):
    """Proof of a submission: number, instant by the database's clock, hash over the content and the files."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="receipts")
    number = models.PositiveIntegerField(help_text="running number in the call, without gaps")
    at = models.DateTimeField()
    sha256 = models.CharField(max_length=64)
    content = models.JSONField(help_text="what was hashed, in canonical form")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["call", "number"], name="receipt_number_once")]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The number as people quote it."""
        return f"{self.call.slug.upper()}-{self.number:04d}"
