"""The tables under every procedure: the abstract case, what waits for whom, and what the rules answered."""

from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.db.models.functions import Now

from madang.core.authority import OfficeKind
from madang.core.keys import uuid7
from madang.kernel.procedures.editions import procedure
from madang.kernel.words import Words
from madang.kernel.workflow import Procedure, State


@dataclass(frozen=True)
class Charge:
    """Who must act: a kind of office, and where it is known the organisation or the very person."""

    kind: OfficeKind
    organisation_id: UUID | None = None
    person_id: UUID | None = None


class Case(models.Model):
    """A row that goes through a procedure. Only ``core.cases`` moves it from state to state."""

    PROCEDURE = ""
    #: a case of the published record waits for nobody; tables that keep both kinds have a column of this name
    is_record: "bool | models.BooleanField[bool, bool]" = False
    #: rows beside the case that do not change with it: an act that locks the case takes them from its caller
    STEADY: tuple[str, ...] = ()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    edition = models.CharField(max_length=10)
    state = models.CharField(max_length=30)
    entered_at = models.DateTimeField(null=True)
    entered_text = models.CharField(max_length=40, blank=True)
    version = models.PositiveIntegerField(default=1)
    region = models.CharField(max_length=40, blank=True)

    class Meta:
        abstract = True

    @property
    def procedure(self) -> Procedure:
        """The edition under which the case began."""
        return procedure(self.PROCEDURE, self.edition)

    @property
    def state_now(self) -> State:
        """The state with its labels."""
        return self.procedure.state(self.state)

    @property
    def title(self) -> Words:
        """What people call the case; subclasses say it."""
        return Words(str(self), str(self))

    @property
    def path(self) -> str:
        """The address of its page without language; subclasses say it."""
        return ""

    def in_charge(self, role: str) -> Charge:
        """Return who plays a role of the procedure in this case."""
        return Charge(OfficeKind(role))


class Duty(models.Model):
    """Something that waits for an office: a state that needs a move, or a statutory clock that runs."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case_kind = models.CharField(max_length=60)
    case_id = models.UUIDField()
    region = models.CharField(max_length=40, blank=True)
    office_kind = models.CharField(max_length=20)
    organisation_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    role = models.CharField(max_length=20)
    title_ko = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    what_ko = models.CharField(max_length=200)
    what_en = models.CharField(max_length=200)
    path = models.CharField(max_length=200, blank=True)
    is_clock = models.BooleanField(default=False)
    is_carried = models.BooleanField(default=False)
    rule_id = models.CharField(max_length=20, blank=True)
    started_on = models.DateField(null=True)
    decided_by = models.DateField(null=True, help_text="the day that decides which version of the rule holds")
    due_on = models.DateField(null=True)
    explanation = models.JSONField(default=dict)
    pauses = models.JSONField(default=list)
    paused_on = models.DateField(null=True)
    extensions = models.PositiveSmallIntegerField(default=0, db_default=0)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    is_open = models.BooleanField(default=True)

    class Meta:
        app_label = "core"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_on__isnull=True) | models.Q(due_on__gte=models.F("started_on")),
                name="duty_not_due_before_start",
            ),
        ]
        indexes = [
            models.Index(
                fields=["office_kind", "organisation_id", "due_on"],
                condition=models.Q(is_open=True, is_carried=False),
                name="duty_waiting",
            ),
            models.Index(fields=["case_id", "is_open"], name="duty_of_case"),
            models.Index(
                fields=["rule_id", "due_on"],
                condition=models.Q(is_open=True, is_clock=True),
                name="clock_by_due_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what_ko}: {self.title_ko}"

    @property
    def title(self) -> Words:
        """The case as people call it."""
        return Words(self.title_ko, self.title_en)

    @property
    def what(self) -> Words:
        """What is to be done."""
        return Words(self.what_ko, self.what_en)


class Finding(models.Model):
    """What a rule answered when a case was moved, with its trace; replays to the same bytes."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case_kind = models.CharField(max_length=60)
    case_id = models.UUIDField()
    region = models.CharField(max_length=40, blank=True)
    move = models.CharField(max_length=40)
    rule_id = models.CharField(max_length=20)
    status = models.CharField(max_length=10)
    answer = models.JSONField()
    on_text = models.CharField(max_length=40, blank=True)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        app_label = "core"
        indexes = [models.Index(fields=["case_id"], name="finding_of_case")]

    def __str__(self) -> str:
        return f"{self.rule_id} {self.status}"
