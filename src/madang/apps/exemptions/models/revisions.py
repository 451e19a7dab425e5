"""Laws to be revised because of what zones have shown: who owes what by when, and which tools hang on it."""

from django.db import models

from madang.apps.exemptions.models.tools import Project, Tool
from madang.core.authority import OfficeKind
from madang.core.case_models import Case, Charge
from madang.core.keys import uuid7
from madang.kernel.words import Words

#: what can happen on the way from a plan to a law in force
STEP_WORDS = {
    "notice": Words("입법예고", "Public notice of the bill"),
    "review": Words("규제심사", "Review of its regulation"),
    "law_review": Words("법제처 심사", "Review by the Ministry of Government Legislation"),
    "government": Words("국무회의 의결", "Vote of the government"),
    "assembly": Words("국회 의결", "Vote of the National Assembly"),
    "promulgated": Words("공포", "Promulgation"),
    "other": Words("그 밖의 단계", "Another step"),
}


class LawRevision(Case):
    """One law (or rule under it) to be revised; several tools may hang on it."""

    PROCEDURE = "law_revision"
    STEADY = ("organisation",)

    slug = models.SlugField(max_length=60, unique=True)
    law = models.CharField(max_length=200, help_text="name of the law as published")
    provision = models.CharField(max_length=120, blank=True)
    what = models.TextField(blank=True, help_text="what is to change")
    organisation = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        help_text="who owes the revision",
    )
    owner_text = models.CharField(max_length=120, blank=True, help_text="the ministry as the source names it")
    is_record = models.BooleanField(default=False)
    tools = models.ManyToManyField(Tool, related_name="revisions", blank=True)
    projects = models.ManyToManyField(Project, related_name="revisions", blank=True)
    requested_on = models.DateField(null=True)
    reported_on = models.DateField(null=True)
    plan_filed_on = models.DateField(null=True)
    plan = models.TextField(blank=True)
    planned_until = models.DateField(null=True, help_text="the day by which the plan wants it done")
    in_force_on = models.DateField(null=True)
    in_force_text = models.CharField(max_length=10, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["law", "provision"]

    def __str__(self) -> str:
        return self.law

    @property
    def title(self) -> Words:
        """The law, with its provision."""
        named = f"{self.law} {self.provision}".strip()
        return Words(named, named)

    @property
    def path(self) -> str:
        """The page of the revision."""
        return f"/revisions/{self.slug}/"

    def in_charge(self, role: str) -> Charge:
        """The ministry whose law it is."""
        if role == "other_ministry":
            return Charge(OfficeKind.OTHER_MINISTRY, self.organisation_id)
        return Charge(OfficeKind(role))


class RevisionStep(models.Model):
    """A step of a revision on its way: public notice of the bill, government vote, promulgation …"""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    revision = models.ForeignKey(LawRevision, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(
        max_length=12, default="other", choices=[(key, said.ko) for key, said in STEP_WORDS.items()]
    )
    taken_on = models.DateField()
    words = models.CharField(max_length=200, blank=True)
    source = models.URLField(blank=True)

    class Meta:
        ordering = ["taken_on", "id"]

    def __str__(self) -> str:
        return f"{self.revision} {self.taken_on}"

    @property
    def kind_words(self) -> Words:
        """The step as people read it."""
        return STEP_WORDS[self.kind]
