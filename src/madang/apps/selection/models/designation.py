"""The designation of a candidate: notice, hearing, opinions, supplements, consultation, gazette."""

from django.db import models

from madang.apps.zones.models import KIND_WORDS, ZoneKind
from madang.core.authority import OfficeKind
from madang.core.case_models import Case, Charge
from madang.core.keys import uuid7
from madang.kernel.words import Words


class Designation(Case):
    """A candidate on its way to the gazette. ``facts`` holds the yes and no answers that rules ask for, by fact name."""

    PROCEDURE = "designation"
    STEADY = ("organisation",)

    plan = models.OneToOneField(
        "selection.Plan", on_delete=models.PROTECT, null=True, blank=True, related_name="designation"
    )
    call = models.ForeignKey(
        "selection.Call", on_delete=models.PROTECT, null=True, related_name="designations"
    )
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=5, choices=ZoneKind.choices)
    name_ko = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True)
    statutory_name = models.CharField(max_length=160, blank=True, help_text="the name in the plan (PLN-04)")
    drafting_started_on = models.DateField(
        null=True, help_text="first day on which the plan was written (PLN-03)"
    )
    items = models.JSONField(default=dict, help_text="the plan's statutory items by key")
    facts = models.JSONField(default=dict)
    papers = models.JSONField(default=dict, help_text="papers of the application by key")
    earlier = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="later")
    zone = models.ForeignKey(
        "zones.Zone", on_delete=models.PROTECT, null=True, blank=True, related_name="designations"
    )
    is_addition = models.BooleanField(
        default=False, help_text="a project added to an existing zone: no new zone"
    )
    applied_on = models.CharField(max_length=10, blank=True)
    decided_on = models.CharField(max_length=10, blank=True)
    return_reason = models.TextField(blank=True)
    note = models.CharField(max_length=300, blank=True)
    is_record = models.BooleanField(default=False)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name_ko

    @property
    def title(self) -> Words:
        """The name of the zone to be."""
        return Words(self.name_ko, self.name_en or self.name_ko)

    @property
    def path(self) -> str:
        """Address of the page."""
        return f"/designations/{self.pk}/"

    @property
    def kind_words(self) -> Words:
        """What it is to become."""
        return KIND_WORDS[self.kind]

    def in_charge(self, role: str) -> Charge:
        """The applicant is the local government; other roles have no organisation of their own."""
        if role == "applicant":
            return Charge(OfficeKind(self.organisation.kind), self.organisation_id)
        return Charge(OfficeKind(role))


class PriorConsultation(models.Model):
    """Prior consultation before drafting (PLN-03, Decree 42①): with the ministry and the provincial committee."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    designation = models.ForeignKey(Designation, on_delete=models.CASCADE, related_name="prior_consultations")
    partner = models.CharField(
        max_length=20,
        choices=[("ministry", "중소벤처기업부"), ("provincial_committee", "시·도 지방시대위원회")],
    )
    on = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["designation", "partner"], name="consulted_once_a_partner")
        ]

    def __str__(self) -> str:
        return f"{self.partner} {self.on}"


class PublicNotice(models.Model):
    """Public notice of the plan (PLN-05..07): from the notice day to the last day, with the inspection window."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    designation = models.OneToOneField(Designation, on_delete=models.CASCADE, related_name="notice")
    starts_on = models.DateField()
    ends_on = models.DateField()
    inspection_from = models.DateField(null=True)
    inspection_until = models.DateField(null=True)
    medium = models.CharField(max_length=120)
    place = models.CharField(max_length=160, help_text="where the plan can be inspected")
    other_law = models.CharField(
        max_length=160, blank=True, help_text="PLN-09: notice under another law instead"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")), name="notice_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return f"{self.designation} {self.starts_on}"


class Hearing(models.Model):
    """A hearing (공청회, PLN-08): purpose, time, place and outline announced at least 14 days before."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    designation = models.ForeignKey(Designation, on_delete=models.CASCADE, related_name="hearings")
    announced_on = models.DateField()
    held_on = models.DateField()
    purpose = models.CharField(max_length=200)
    place = models.CharField(max_length=160)
    outline = models.TextField()
    result = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.designation} {self.held_on}"


class Opinion(models.Model):
    """An opinion of a resident, firm or body on the noticed plan (PLN-07), and what became of it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    designation = models.ForeignKey(Designation, on_delete=models.CASCADE, related_name="opinions")
    region = models.CharField(max_length=40, blank=True)
    author = models.CharField(max_length=80)
    text = models.TextField()
    received_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    is_reflected = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["received_at"]

    def __str__(self) -> str:
        return f"{self.author} {self.received_at}"


class Supplement(models.Model):
    """A supplement asked of the applicant (보완): by the ministry (PLN-11) or by a consulted ministry (DES-02)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    designation = models.ForeignKey(Designation, on_delete=models.CASCADE, related_name="supplements")
    consultation = models.ForeignKey(
        "selection.Consultation", on_delete=models.CASCADE, null=True, blank=True, related_name="supplements"
    )
    asked_on = models.DateField()
    wanted_by = models.DateField(help_text="the reasonable period that was set")
    what = models.TextField()
    answer = models.TextField(blank=True)
    filed_on = models.DateField(null=True)
    dropped_on = models.DateField(null=True, help_text="the ministry replied without waiting for it")

    class Meta:
        ordering = ["asked_on", "id"]

    def __str__(self) -> str:
        return f"{self.designation} {self.asked_on}"


class Consultation(Case):
    """One ministry's consultation on a plan: its own 30-day clock, and lateness that is never consent."""

    PROCEDURE = "consultation"

    designation = models.ForeignKey(Designation, on_delete=models.CASCADE, related_name="consultations")
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    notified_on = models.DateField(null=True)
    due_on = models.DateField(null=True, help_text="the day the reply was due when it came")
    replied_on = models.DateField(null=True)
    position = models.CharField(
        max_length=15,
        blank=True,
        choices=[
            ("agree", "동의"),
            ("conditional", "조건부 동의"),
            ("disagree", "부동의"),
            ("no_comment", "의견 없음"),
        ],
    )
    opinion = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["designation", "organisation"], name="consulted_once_a_ministry")
        ]

    def __str__(self) -> str:
        return f"{self.designation} ↔ {self.organisation}"

    @property
    def title(self) -> Words:
        """The plan and the ministry asked."""
        plan, ministry = self.designation.title, self.organisation.words
        return Words(f"{plan.ko} – {ministry.ko}", f"{plan.en} – {ministry.en}")

    @property
    def path(self) -> str:
        """Address of the consultation's page."""
        return f"/consultations/{self.pk}/"

    def in_charge(self, role: str) -> Charge:
        """The ministry asked owes the reply; the applicant owes supplements."""
        if role == "applicant":
            return self.designation.in_charge(role)
        return Charge(OfficeKind(self.organisation.kind), self.organisation_id)


class Gazette(models.Model):
    """The gazette notice (DES-05): number, day, and the nine items."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    designation = models.OneToOneField(Designation, on_delete=models.PROTECT, related_name="gazette")
    number = models.CharField(max_length=80, blank=True)
    published_on = models.CharField(max_length=10, blank=True)
    items = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.number
