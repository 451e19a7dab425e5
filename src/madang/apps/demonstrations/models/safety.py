"""Safety of a demonstration: inspections on four points with their defects, incidents with measures, claims for damages."""

from django.db import models

from madang.apps.demonstrations.models.rows import Row
from madang.core.authority import OfficeKind
from madang.core.case_models import Case, Charge
from madang.core.keys import uuid7
from madang.kernel.words import Words

#: the four points that are looked at on the spot
POINT_WORDS = {
    "conditions": Words("부가조건 이행", "Conditions are kept"),
    "cover": Words("책임보험ㆍ배상계획 유지", "Cover stands"),
    "notice": Words("이용자 고지", "Users are told"),
    "safety": Words("안전조치", "Safety measures"),
}
POINTS = tuple(POINT_WORDS)
KEPT, DEFECT, UNSEEN = "kept", "defect", "unseen"
RESULT_WORDS = {
    KEPT: Words("지킴", "Kept"),
    DEFECT: Words("고칠 것이 있음", "To be mended"),
    UNSEEN: Words("확인하지 못함", "Not seen"),
}
RESULTS = [(key, words.ko) for key, words in RESULT_WORDS.items()]
HARM_WORDS = {
    "none": Words("피해 없음(위험만)", "None, danger only"),
    "property": Words("재물 피해", "Property"),
    "injury": Words("사람이 다침", "Injury"),
    "death": Words("사람이 숨짐", "Death"),
}
MEASURE_WORDS = {
    "stop": Words("실증 중단", "Demonstration stopped"),
    "secure": Words("현장 안전 확보", "Place made safe"),
    "care": Words("피해자 구호", "Care of those harmed"),
    "report": Words("경찰ㆍ소방 등 신고", "Police, fire brigade or others told"),
    "fix": Words("원인 제거ㆍ수리", "Cause removed, repair"),
    "resume": Words("실증 재개", "Demonstration resumed"),
    "other": Words("그 밖의 조치", "Another measure"),
}


def pairs(words: dict[str, Words]) -> list[tuple[str, str]]:
    """Choices of a column."""
    return [(key, said.ko) for key, said in words.items()]


class Inspection(Row):
    """A check on the spot (현장점검): one result and one note for each of the four points."""

    tool = models.ForeignKey("exemptions.Tool", on_delete=models.PROTECT, related_name="inspections")
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    inspected_on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    conditions = models.CharField(max_length=6, choices=RESULTS)
    conditions_note = models.TextField(blank=True)
    cover = models.CharField(max_length=6, choices=RESULTS)
    cover_note = models.TextField(blank=True)
    notice = models.CharField(max_length=6, choices=RESULTS)
    notice_note = models.TextField(blank=True)
    safety = models.CharField(max_length=6, choices=RESULTS)
    safety_note = models.TextField(blank=True)
    is_dangerous = models.BooleanField(default=False)
    reexamination = models.TextField(blank=True, help_text="what the Ministry did about the danger (MON-01)")

    class Meta:
        ordering = ["-inspected_on", "-id"]

    def __str__(self) -> str:
        return f"{self.tool} {self.inspected_on}"

    @property
    def title(self) -> Words:
        """The project that was inspected."""
        return self.tool.title

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.tool.region

    @property
    def path(self) -> str:
        """Its page."""
        return f"/safety/inspections/{self.pk}/"

    def points(self) -> list[tuple[Words, Words, str, str]]:
        """Each point with its result in words, the key of the result and the note."""
        return [
            (words, RESULT_WORDS[getattr(self, key)], getattr(self, key), getattr(self, f"{key}_note"))
            for key, words in POINT_WORDS.items()
        ]


class Defect(Row):
    """Something that an inspection found to be mended, until when, and how it was."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="defects")
    point = models.CharField(max_length=10, choices=pairs(POINT_WORDS))
    what = models.TextField()
    due_on = models.DateField()
    remedy = models.TextField(blank=True)
    remedied_on = models.DateField(null=True)
    confirmed_on = models.DateField(null=True)

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [models.UniqueConstraint(fields=["inspection", "point"], name="one_defect_a_point")]

    def __str__(self) -> str:
        return f"{self.inspection} {self.point}"

    @property
    def point_words(self) -> Words:
        """The point."""
        return POINT_WORDS[self.point]

    @property
    def title(self) -> Words:
        """The project."""
        return self.inspection.title

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.inspection.region

    @property
    def path(self) -> str:
        """The page of the inspection."""
        return self.inspection.path


class Incident(Case):
    """An accident or danger in a demonstration, as it was reported. Nobody is named in it."""

    PROCEDURE = "incident"
    STEADY = ("tool__project__zone", "tool__project__operator", "tool__project__local")

    tool = models.ForeignKey("exemptions.Tool", on_delete=models.PROTECT, related_name="incidents")
    number = models.CharField(max_length=20, unique=True)
    happened_at = models.DateTimeField()
    reported_at = models.DateTimeField()
    reporter = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=200)
    what = models.TextField()
    harm = models.CharField(max_length=8, choices=pairs(HARM_WORDS))
    harmed = models.PositiveIntegerField(default=0, help_text="people harmed, as known when it was reported")
    is_dangerous = models.BooleanField(help_text="whether danger went on when it was reported")
    cause = models.TextField(blank=True)

    class Meta:
        ordering = ["-reported_at"]
        indexes = [models.Index(fields=["state"], name="incident_by_state")]

    def __str__(self) -> str:
        return self.number

    @property
    def title(self) -> Words:
        """The project in which it happened."""
        about = self.tool.title
        return Words(f"{about.ko} – 사고 {self.number}", f"{about.en} – incident {self.number}")

    @property
    def path(self) -> str:
        """Its page."""
        return f"/safety/incidents/{self.pk}/"

    @property
    def harm_words(self) -> Words:
        """What harm was done."""
        return HARM_WORDS[self.harm]

    def in_charge(self, role: str) -> Charge:
        """As in the tool: the operator, the zone's local government."""
        return self.tool.in_charge(role)


class IncidentMeasure(models.Model):
    """What was done about an incident, by whom and when; it is never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="measures")
    kind = models.CharField(max_length=8, choices=pairs(MEASURE_WORDS))
    taken_at = models.DateTimeField()
    text = models.TextField()
    office_ko = models.CharField(max_length=200)
    office_en = models.CharField(max_length=200)

    class Meta:
        ordering = ["taken_at", "id"]

    def __str__(self) -> str:
        return f"{self.incident} {self.kind}"

    @property
    def kind_words(self) -> Words:
        """What kind of measure."""
        return MEASURE_WORDS[self.kind]

    @property
    def office(self) -> Words:
        """Who took it."""
        return Words(self.office_ko, self.office_en)


class Claim(Case):
    """A claim for damages against the operator. The claimant is not named; sums in won."""

    PROCEDURE = "claim"
    STEADY = ("tool__project__zone", "tool__project__operator", "tool__project__local")

    tool = models.ForeignKey("exemptions.Tool", on_delete=models.PROTECT, related_name="claims")
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="claims", null=True)
    number = models.CharField(max_length=20, unique=True)
    claimed_on = models.DateField()
    harm = models.CharField(max_length=8, choices=pairs(HARM_WORDS))
    is_user = models.BooleanField(help_text="whether the claimant is a user of the demonstration")
    amount = models.BigIntegerField(null=True, help_text="what is asked, in won")
    is_insured = models.BooleanField()
    is_told_of_cover = models.BooleanField(help_text="whether the claimant was told of the cover")
    paid = models.BigIntegerField(null=True)
    refusal = models.TextField(blank=True, help_text="the reasons, as they were given in writing")
    settled_on = models.DateField(null=True, help_text="day of paying or refusing")
    reported_on = models.DateField(null=True, help_text="day the outcome was reported")

    class Meta:
        ordering = ["-claimed_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="refused") | ~models.Q(refusal=""), name="refused_claim_has_reasons"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="paid") | models.Q(paid__gt=0), name="paid_claim_has_a_sum"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def title(self) -> Words:
        """The project and the claim."""
        about = self.tool.title
        return Words(f"{about.ko} – 손해배상 {self.number}", f"{about.en} – claim {self.number}")

    @property
    def path(self) -> str:
        """Its page."""
        return f"/safety/claims/{self.pk}/"

    @property
    def harm_words(self) -> Words:
        """What harm."""
        return HARM_WORDS[self.harm]

    def in_charge(self, role: str) -> Charge:
        """As in the tool."""
        return Charge(OfficeKind.MINISTRY) if role == "ministry" else self.tool.in_charge(role)
