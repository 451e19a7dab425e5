"""Demonstration abroad, certification abroad and joint research: a track with steps, customs papers, certificates, results."""

from datetime import date

from django.db import models

from madang.apps.demonstrations.models.countries import COUNTRY_WORDS
from madang.apps.demonstrations.models.rows import Row, same
from madang.kernel.words import Words

TRACK_WORDS = {
    "demonstration": Words("해외실증", "Demonstration abroad"),
    "certification": Words("해외인증", "Certification abroad"),
    "research": Words("공동연구", "Joint research"),
}
TRACK_KINDS = [(key, words.ko) for key, words in TRACK_WORDS.items()]
STEP_WORDS = {
    "plan": Words("계획", "Plan"),
    "contract": Words("협약ㆍ계약", "Agreement or contract"),
    "approval": Words("현지 승인", "Approval on site"),
    "customs": Words("통관ㆍATA 까르네", "Customs or ATA carnet"),
    "shipment": Words("선적ㆍ운송", "Shipment"),
    "test": Words("시험ㆍ실증", "Test or demonstration"),
    "audit": Words("공장ㆍ품질 심사", "Audit"),
    "certificate": Words("인증서 발급", "Certificate"),
    "result": Words("결과 정리", "Result"),
    "other": Words("그 밖의 단계", "Another step"),
}
STEP_KINDS = [(key, words.ko) for key, words in STEP_WORDS.items()]
OUTCOME_WORDS = {
    "reached": Words("목표를 이룸", "Goal reached"),
    "partly": Words("일부를 이룸", "Partly reached"),
    "missed": Words("이루지 못함", "Not reached"),
    "stopped": Words("중단함", "Stopped"),
}
OUTCOMES = [(key, words.ko) for key, words in OUTCOME_WORDS.items()]
PAPER_WORDS = {
    "carnet": Words("ATA 까르네", "ATA carnet"),
    "temporary": Words("재수입 조건 수출신고", "Export declaration with return"),
    "export": Words("일반 수출신고", "Export declaration"),
}
PAPERS = [(key, words.ko) for key, words in PAPER_WORDS.items()]


class Track(Row):
    """One way abroad of a zone or of one of its projects. ``standard`` is its name as people write it (CE, FDA 510(k))."""

    zone = models.ForeignKey("zones.Zone", on_delete=models.PROTECT, related_name="tracks")
    project = models.ForeignKey(
        "exemptions.Project", on_delete=models.PROTECT, related_name="tracks", null=True
    )
    kind = models.CharField(max_length=16, choices=TRACK_KINDS)
    name = models.CharField(max_length=160)
    partner = models.ForeignKey(
        "demonstrations.Partner", on_delete=models.PROTECT, related_name="tracks", null=True
    )
    country = models.CharField(max_length=2)
    standard = models.CharField(max_length=120, blank=True)
    goal = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, choices=OUTCOMES, blank=True)
    result = models.TextField(blank=True)
    closed_on = models.DateField(null=True)

    class Meta:
        ordering = ["kind", "name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome="", closed_on__isnull=True)
                | (~models.Q(outcome="") & models.Q(closed_on__isnull=False)),
                name="track_closed_with_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> Words:
        """Its name as it was given."""
        return same(self.name)

    @property
    def path(self) -> str:
        """Its page."""
        return f"/demonstrations/tracks/{self.pk}/"

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.zone.region

    @property
    def kind_words(self) -> Words:
        """What kind of way abroad it is."""
        return TRACK_WORDS[self.kind]

    @property
    def country_words(self) -> Words:
        """Where it leads."""
        return COUNTRY_WORDS[self.country]

    @property
    def outcome_words(self) -> Words | None:
        """What came of it, once it is closed."""
        return OUTCOME_WORDS.get(self.outcome)


class TrackStep(Row):
    """A step of a track in its order, planned for a day and done on another."""

    track = models.ForeignKey(Track, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=STEP_KINDS)
    name = models.CharField(max_length=160, blank=True)
    planned_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["track", "number"], name="track_step_once")]

    def __str__(self) -> str:
        return f"{self.track} {self.number}"

    @property
    def title(self) -> Words:
        """What kind of step it is, with its name when it has one."""
        kind = STEP_WORDS[self.kind]
        return Words(f"{kind.ko}: {self.name}", f"{kind.en}: {self.name}") if self.name else kind

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.track.region

    def is_late_on(self, day: date) -> bool:
        """Whether its day is over and nobody has done it."""
        return self.done_on is None and self.planned_on is not None and self.planned_on < day


class CustomsRecord(Row):
    """Goods that leave for a track and come back: what, HS code in digits, value, paper, days."""

    track = models.ForeignKey(Track, on_delete=models.PROTECT, related_name="customs")
    what = models.CharField(max_length=160)
    hs_code = models.CharField(max_length=10)
    value = models.DecimalField(max_digits=16, decimal_places=2)
    currency = models.CharField(max_length=3)
    paper = models.CharField(max_length=10, choices=PAPERS)
    paper_number = models.CharField(max_length=60, blank=True)
    out_on = models.DateField()
    due_back_on = models.DateField(null=True)
    back_on = models.DateField(null=True)

    class Meta:
        ordering = ["out_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(hs_code__regex=r"^[0-9]{6,10}$"), name="hs_code_is_digits"
            ),
            models.CheckConstraint(condition=models.Q(value__gt=0), name="customs_value_is_positive"),
            models.CheckConstraint(
                condition=models.Q(back_on__isnull=True) | models.Q(back_on__gte=models.F("out_on")),
                name="goods_come_back_after_leaving",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def title(self) -> Words:
        """What left."""
        return same(self.what)

    @property
    def paper_words(self) -> Words:
        """Under which paper it left."""
        return PAPER_WORDS[self.paper]

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.track.region

    def is_overdue_on(self, day: date) -> bool:
        """Whether the goods ought to be back and are not."""
        return self.back_on is None and self.due_back_on is not None and self.due_back_on < day


class TrackCertificate(Row):
    """A certificate that a track brought: number, issuer, scope, and its last day."""

    track = models.ForeignKey(Track, on_delete=models.PROTECT, related_name="certificates")
    number = models.CharField(max_length=60)
    issuer = models.CharField(max_length=160)
    scope = models.CharField(max_length=300)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, help_text="last day; None when it has none")
    warned_on = models.DateField(null=True)

    class Meta:
        ordering = ["valid_from", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="certificate_ends_after_it_begins",
            ),
            models.UniqueConstraint(fields=["track", "number"], name="certificate_once_a_track"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def title(self) -> Words:
        """Issuer and number."""
        return Words(f"인증서 {self.number}({self.issuer})", f"Certificate {self.number} ({self.issuer})")

    @property
    def path(self) -> str:
        """The page of its track."""
        return f"/demonstrations/tracks/{self.track_id}/"

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.track.region
