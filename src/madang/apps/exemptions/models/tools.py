"""Projects and their tools: a demonstration exemption or an interim permit, its terms, replies, votes and requests."""

from django.db import models

from madang.core.authority import OfficeKind
from madang.core.case_models import Case, Charge
from madang.core.keys import uuid7
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

EXEMPTION, INTERIM_PERMIT = "exemption", "interim_permit"
TOOL_WORDS = {
    EXEMPTION: Words("실증특례", "Demonstration exemption"),
    INTERIM_PERMIT: Words("임시허가", "Interim permit"),
}
TOOL_KINDS = [(key, words.ko) for key, words in TOOL_WORDS.items()]
EXTENSION, CHANGE, REVIEW = "extension", "change", "review"
REQUEST_WORDS = {
    EXTENSION: Words("기간 연장", "Extension of the term"),
    CHANGE: Words("내용ㆍ조건 변경", "Change of content or conditions"),
    REVIEW: Words("재심의", "Review of the result"),
}


class Project(models.Model):
    """A business in a zone that needs what the law elsewhere does not allow (과제): it may hold one tool after another.

    A project of the published record has no operator on file, and keeps the words of its sources.
    """

    STEADY = ("zone",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.SlugField(max_length=60, unique=True, null=True)
    zone = models.ForeignKey("zones.Zone", on_delete=models.PROTECT, related_name="projects")
    operator = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )
    local = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+", null=True)
    title_public = models.CharField(max_length=200)
    is_record = models.BooleanField(default=False)
    began_text = models.CharField(max_length=10, blank=True, help_text="partial date of the first tool")
    outcome = models.CharField(
        max_length=20, blank=True, help_text="what sources last said of it; only in the record"
    )
    outcome_text = models.CharField(max_length=10, blank=True, help_text="partial date of that")
    outcome_by = models.CharField(max_length=120, blank=True, help_text="who said it, or which sitting")

    class Meta:
        ordering = ["zone", "title_public"]

    def __str__(self) -> str:
        return self.title_public

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.zone.region

    @property
    def title(self) -> Words:
        """What everybody calls it; the record has no English name."""
        return Words(self.title_public, self.title_public)

    @property
    def path(self) -> str:
        """The page of the project."""
        return f"/projects/{self.pk}/"


class Tool(Case):
    """A demonstration exemption or an interim permit of a project; ``ends_on`` is the last day of its present term.

    The record keeps what was published in ``*_text`` as partial dates; days are set only where they are known exactly.
    """

    STEADY = ("project",)

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="tools")
    kind = models.CharField(max_length=16, choices=TOOL_KINDS)
    receipt = models.CharField(max_length=20, unique=True, null=True)
    is_record = models.BooleanField(default=False)
    bridges = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="bridged_by",
        help_text="the exemption it follows",
    )
    ground = models.CharField(max_length=40, blank=True)
    business = models.TextField(blank=True)
    plan = models.TextField(blank=True, help_text="the demonstration plan in words; its papers are files")
    permit_law = models.TextField(blank=True, help_text="the permit and the provisions that stand in the way")
    waiver = models.TextField(
        blank=True, help_text="notice that the law must be revised, for a permit without safety evidence"
    )
    opinion = models.TextField(blank=True, help_text="what the local government found")
    sees_regulation = models.BooleanField(
        null=True, help_text="whether the local government sees a regulation at all"
    )
    answer = models.TextField(blank=True, help_text="reasons of the decision")
    requested_on = models.DateField(null=True)
    filed_on = models.DateField(null=True)
    tabled_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    told_on = models.DateField(null=True, help_text="notice of the result: reviews count from here")
    granted_on = models.DateField(null=True)
    granted_text = models.CharField(max_length=10, blank=True)
    gazette_number = models.CharField(max_length=60, blank=True)
    certificate = models.CharField(max_length=40, null=True, unique=True)
    starts_on = models.DateField(null=True, help_text="first day of the present term")
    ends_on = models.DateField(null=True, help_text="last day of the present term")
    ends_text = models.CharField(max_length=10, blank=True)
    extensions_used = models.PositiveSmallIntegerField(default=0)
    began_on = models.DateField(null=True, help_text="day the demonstration or the business began")
    users_told_on = models.DateField(null=True)
    revision_requested_on = models.DateField(null=True)
    reported_on = models.DateField(null=True, help_text="day of the result report")
    normalised_on = models.DateField(null=True)
    ordinary_permit = models.CharField(max_length=200, blank=True)
    measure = models.TextField(blank=True, help_text="what a correction or cancellation orders, and why")
    measure_ground = models.CharField(max_length=40, blank=True)
    measure_due_on = models.DateField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                name="tool_ends_after_it_starts",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "ends_on"], name="tool_by_state_and_end"),
            models.Index(fields=["kind", "state"], name="tool_by_kind"),
        ]

    def __str__(self) -> str:
        return self.receipt or str(self.pk)

    @property
    def PROCEDURE(self) -> str:  # type: ignore[override]  # noqa: N802 -- two kinds, two tables of moves
        """The table of moves of its kind; what was only reported has one of its own."""
        return "tool_record" if self.is_record else self.kind

    @property
    def kind_words(self) -> Words:
        """Exemption or permit, as people read it."""
        return TOOL_WORDS[self.kind]

    @property
    def title(self) -> Words:
        """The project's name."""
        return self.project.title

    @property
    def path(self) -> str:
        """The page of the tool."""
        return f"/tools/{self.pk}/"

    @property
    def granted(self) -> PartialDate | None:
        """The day of the grant with its precision."""
        text = self.granted_on.isoformat() if self.granted_on else self.granted_text
        return PartialDate.parse(text) if text else None

    def in_charge(self, role: str) -> Charge:
        """The operator asks and acts; the zone's local government plays the province."""
        kept = {"firm": self.project.operator, "province": self.project.local}.get(role)
        if kept is not None:
            return Charge(OfficeKind(kept.kind), kept.pk)
        return Charge(OfficeKind(role))


class ToolTerm(models.Model):
    """One term of a tool: the first, an extension, or what the law puts in its place (deemed; no last day)."""

    GRANTED, EXTENDED, CONTINUED, DEEMED = "granted", "extended", "continued", "deemed"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    tool = models.ForeignKey(Tool, on_delete=models.CASCADE, related_name="terms")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True, help_text="last day; None while the law lets it go on")
    starts_text = models.CharField(max_length=10, blank=True)
    ends_text = models.CharField(max_length=10, blank=True)
    rule_id = models.CharField(max_length=20)

    class Meta:
        ordering = ["tool", "number"]
        constraints = [models.UniqueConstraint(fields=["tool", "number"], name="tool_term_once")]

    def __str__(self) -> str:
        return f"{self.tool} {self.number}"


class ToolReply(Case):
    """One ministry's part in the examination of a tool; each runs by its own clock and is late by its own."""

    PROCEDURE = "tool_reply"
    STEADY = ("organisation",)

    tool = models.ForeignKey(Tool, on_delete=models.CASCADE, related_name="replies")
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    notified_on = models.DateField(null=True)
    replied_on = models.DateField(null=True)
    is_in_favour = models.BooleanField(null=True)
    sees_regulation = models.BooleanField(
        null=True, help_text="whether the ministry sees a regulation at all"
    )
    opinion = models.TextField(blank=True)
    extension_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["tool", "organisation"], name="asked_once_a_ministry")]

    def __str__(self) -> str:
        return f"{self.tool} ↔ {self.organisation}"

    @property
    def title(self) -> Words:
        """The project and the ministry asked."""
        about, asked = self.tool.title, self.organisation.words
        return Words(f"{about.ko} – {asked.ko}", f"{about.en} – {asked.en}")

    @property
    def path(self) -> str:
        """The page of the tool: each office finds its own part there."""
        return self.tool.path

    def in_charge(self, role: str) -> Charge:
        """The operator files supplements; the Ministry notifies; the ministry asked replies."""
        if role == "firm":
            return self.tool.in_charge(role)
        if role == "ministry":
            return Charge(OfficeKind.MINISTRY)
        return Charge(OfficeKind(self.organisation.kind), self.organisation_id)


class ToolSupplement(models.Model):
    """A supplement that a ministry asked of the operator (보완): the thirty days stand still until it is filed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reply = models.ForeignKey(ToolReply, on_delete=models.CASCADE, related_name="supplements")
    asked_on = models.DateField()
    due_on = models.DateField(null=True, help_text="the day by which the ministry wants it")
    what = models.TextField()
    answer = models.TextField(blank=True)
    filed_on = models.DateField(null=True)
    dropped_on = models.DateField(null=True, help_text="the ministry replied without waiting for it")

    class Meta:
        ordering = ["asked_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["reply"],
                condition=models.Q(filed_on__isnull=True, dropped_on__isnull=True),
                name="one_open_supplement_a_reply",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reply} {self.asked_on}"


class ToolVote(models.Model):
    """A vote of the Zone Committee on a tool, a review or a cancellation: the numbers, and whether it was carried."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    tool = models.ForeignKey(Tool, on_delete=models.CASCADE, related_name="votes")
    about = models.CharField(max_length=16, help_text="grant, review or cancel")
    held_on = models.DateField()
    grounds = models.TextField()
    enrolled = models.PositiveIntegerField()
    present = models.PositiveIntegerField()
    yes = models.PositiveIntegerField()
    is_carried = models.BooleanField()

    class Meta:
        ordering = ["held_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(yes__lte=models.F("present"), present__lte=models.F("enrolled")),
                name="tool_vote_within_the_enrolled",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tool} {self.held_on}"


class ToolRequest(Case):
    """What an operator asks for after the decision: an extension, a change, a review."""

    STEADY = ("organisation",)

    tool = models.ForeignKey(Tool, on_delete=models.PROTECT, related_name="requests")
    kind = models.CharField(max_length=12, choices=[(key, words.ko) for key, words in REQUEST_WORDS.items()])
    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+", null=True,
        help_text="the ministry that answers a change",
    )  # fmt: skip
    reason = models.TextField()
    what = models.TextField(blank=True, help_text="what is to change")
    is_delay = models.BooleanField(
        default=False, help_text="asked because the demonstration was unavoidably delayed"
    )
    until = models.DateField(null=True, help_text="the new last day that is asked for")
    asked_on = models.DateField(null=True)
    notified_on = models.DateField(null=True)
    replied_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    local_opinion = models.TextField(
        blank=True, help_text="what the local government wrote when it passed it on"
    )
    is_in_favour = models.BooleanField(null=True, help_text="how the ministry that regulates answered")
    opinion = models.TextField(blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tool", "kind"], condition=models.Q(state__in=("asked", "passed", "consulting", "answered")),
                name="one_open_request_a_kind",
            ),
            models.UniqueConstraint(
                fields=["tool"], condition=models.Q(kind="review") & ~models.Q(state="drafting"),
                name="one_review_a_tool",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.tool} {self.kind}"

    @property
    def PROCEDURE(self) -> str:  # type: ignore[override]  # noqa: N802 -- three kinds, three tables of moves
        """The table of moves of its kind."""
        return f"tool_{self.kind}"

    @property
    def kind_words(self) -> Words:
        """What is asked for, as people read it."""
        return REQUEST_WORDS[self.kind]

    @property
    def title(self) -> Words:
        """The project and what is asked."""
        about, asked = self.tool.title, self.kind_words
        return Words(f"{about.ko} – {asked.ko}", f"{about.en} – {asked.en}")

    @property
    def path(self) -> str:
        """The page of the tool."""
        return self.tool.path

    def in_charge(self, role: str) -> Charge:
        """As in the tool; the ministry named answers."""
        if role == "other_ministry" and self.organisation_id is not None:
            return Charge(OfficeKind.OTHER_MINISTRY, self.organisation_id)
        return self.tool.in_charge(role)
