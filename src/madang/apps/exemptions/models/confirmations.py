"""The rapid confirmation (신속확인): the request, one reply for each ministry, supplements, the committee's votes."""

from django.db import models

from madang.core.authority import OfficeKind
from madang.core.case_models import Case, Charge
from madang.core.keys import uuid7
from madang.kernel.procedures import confirmation as table
from madang.kernel.words import Words

OUTCOME_WORDS = {
    table.NEEDED: Words("허가등이 필요함", "A permit is needed"),
    table.NOT_NEEDED: Words("허가등이 필요하지 않음", "No permit is needed"),
}
ANSWER_WORDS = OUTCOME_WORDS | {table.NOT_OURS: Words("소관이 아님", "Not our business")}
#: what silence amounts to, in the words of the Act
DEEMED_WORDS = Words(
    "회신이 없어 소관이 아니거나 허가등이 필요하지 않은 것으로 봄",
    "Silent: deemed not concerned, or its permit not to be needed",
)
OUTCOMES = [(key, words.ko) for key, words in OUTCOME_WORDS.items()]
ANSWERS = [(key, words.ko) for key, words in ANSWER_WORDS.items()]


class Confirmation(Case):
    """A firm's question whether its business in a zone needs a permit. ``subject_public`` is all that strangers read."""

    PROCEDURE = "confirmation"
    STEADY = ("zone", "asker", "local")

    zone = models.ForeignKey("zones.Zone", on_delete=models.PROTECT, related_name="confirmations")
    asker = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    local = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    receipt = models.CharField(max_length=20, unique=True, null=True)
    subject_public = models.CharField(max_length=120)
    business = models.TextField(blank=True)
    permits = models.TextField(blank=True, help_text="permits that may be needed, with their provisions")
    was_refused = models.BooleanField(
        null=True, help_text="whether a permit was refused earlier; None: not said"
    )
    refusals = models.TextField(blank=True)
    contact = models.CharField(max_length=200, blank=True, help_text="whom the offices may call")
    asked_on = models.DateField(null=True)
    sent_on = models.DateField(null=True)
    outcome = models.CharField(max_length=12, blank=True, choices=OUTCOMES)
    answer = models.TextField(blank=True, help_text="the grounds in the result: law and article")
    told_on = models.DateField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="drafting")
                | models.Q(receipt__isnull=False, asked_on__isnull=False),
                name="confirmation_asked_has_receipt",
            )
        ]
        indexes = [
            models.Index(fields=["state"], name="confirmation_by_state"),
            models.Index(fields=["asker"], name="confirmation_of_asker"),
        ]

    def __str__(self) -> str:
        return self.receipt or str(self.pk)

    @property
    def title(self) -> Words:
        """What the asker calls the matter before everybody."""
        return Words(self.subject_public, self.subject_public)

    @property
    def path(self) -> str:
        """Address of the page."""
        return f"/confirmations/{self.pk}/"

    @property
    def outcome_words(self) -> Words | None:
        """The outcome in words, once there is one."""
        return OUTCOME_WORDS.get(self.outcome)

    def in_charge(self, role: str) -> Charge:
        """The firm asks; the zone's local government, of whichever kind, plays the province."""
        if role == "firm":
            return Charge(OfficeKind(self.asker.kind), self.asker_id)
        if role == "province":
            return Charge(OfficeKind(self.local.kind), self.local_id)
        return Charge(OfficeKind(role))


class ConfirmationReply(Case):
    """One ministry's part: notified, asked for supplements, replied or silent. Each runs by its own clock."""

    PROCEDURE = "confirmation_reply"
    STEADY = ("organisation",)

    confirmation = models.ForeignKey(Confirmation, on_delete=models.CASCADE, related_name="replies")
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    notified_on = models.DateField(null=True)
    due_on = models.DateField(null=True, help_text="the day the reply was due when the case closed")
    closed_on = models.DateField(null=True, help_text="day of the reply, or first day of the deemed answer")
    answer = models.CharField(max_length=12, blank=True, choices=ANSWERS)
    permit = models.CharField(
        max_length=200, blank=True, help_text="the permit that is needed, and its article"
    )
    grounds = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["confirmation", "organisation"], name="confirmed_once_a_ministry"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="deemed") | models.Q(answer=""), name="deemed_reply_says_nothing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.confirmation} ↔ {self.organisation}"

    @property
    def title(self) -> Words:
        """The matter and the ministry asked."""
        about, asked = self.confirmation.title, self.organisation.words
        return Words(f"{about.ko} – {asked.ko}", f"{about.en} – {asked.en}")

    @property
    def path(self) -> str:
        """The page of the request: each office finds its own part there."""
        return f"/confirmations/{self.confirmation_id}/"

    @property
    def said(self) -> Words | None:
        """What the ministry answered or is deemed to have answered."""
        return DEEMED_WORDS if self.state == "deemed" else ANSWER_WORDS.get(self.answer)

    def in_charge(self, role: str) -> Charge:
        """The asker files supplements; the Ministry notifies; the ministry asked replies."""
        if role == "firm":
            return self.confirmation.in_charge(role)
        if role == "ministry":
            return Charge(OfficeKind.MINISTRY)
        return Charge(OfficeKind(self.organisation.kind), self.organisation_id)


class ConfirmationSupplement(models.Model):
    """A supplement that a ministry asked of the asker (보완): the clock stands still until it is filed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reply = models.ForeignKey(ConfirmationReply, on_delete=models.CASCADE, related_name="supplements")
    asked_on = models.DateField()
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
                name="one_open_supplement_a_ministry",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reply} {self.asked_on}"


class ConfirmationVote(models.Model):
    """A vote of the Zone Committee on conflicting replies (RC-08): the proposal, the numbers, whether it was carried."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    confirmation = models.ForeignKey(Confirmation, on_delete=models.CASCADE, related_name="votes")
    held_on = models.DateField()
    proposal = models.CharField(max_length=12, choices=OUTCOMES)
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
                name="vote_within_the_enrolled",
            )
        ]

    def __str__(self) -> str:
        return f"{self.confirmation} {self.held_on}"

    @property
    def proposal_words(self) -> Words:
        """What was proposed."""
        return OUTCOME_WORDS[self.proposal]
