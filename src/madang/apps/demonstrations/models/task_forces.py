"""The task force of a zone (실증추진단): who is in it with which part, and its meetings. It is practice, not law."""

from datetime import date

from django.db import models

from madang.apps.demonstrations.models.rows import Row
from madang.kernel.words import Words

ROLE_WORDS = {
    "lead": Words("총괄", "Lead"),
    "host": Words("주관 기관", "Host institution"),
    "firm": Words("실증 기업", "Demonstration firm"),
    "inspection": Words("점검", "Inspection"),
    "insurance": Words("보험", "Insurance"),
    "law": Words("법률", "Law"),
    "certification": Words("인증ㆍ시험", "Certification and testing"),
    "support": Words("지원", "Support"),
}
ROLES = [(key, words.ko) for key, words in ROLE_WORDS.items()]
#: parts whose organisation works on sites and tracks of the zone beside the local government
HOSTING = ("lead", "host")


class TaskForce(Row):
    """A zone's task force; without ``set_up_on`` it is still to be set up, and the Ministry is reminded of it."""

    zone = models.OneToOneField("zones.Zone", on_delete=models.PROTECT, related_name="task_force")
    set_up_on = models.DateField(null=True)
    set_up_by = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )
    purpose = models.TextField(blank=True)

    class Meta:
        ordering = ["zone"]

    def __str__(self) -> str:
        return f"task force of {self.zone}"

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.zone.region

    @property
    def title(self) -> Words:
        """The zone's name with what it is."""
        zone = self.zone.title
        return Words(f"{zone.ko} 실증추진단", f"Demonstration task force of {zone.en}")

    @property
    def path(self) -> str:
        """The zone's page of demonstrations."""
        return f"/demonstrations/zones/{self.zone.slug}/"


class TaskForceMember(Row):
    """An organisation with its part in a task force, from a day until before another; its person is not for everybody."""

    task_force = models.ForeignKey(TaskForce, on_delete=models.PROTECT, related_name="members")
    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )
    organisation_name = models.CharField(max_length=120, blank=True, help_text="one that has no account here")
    role = models.CharField(max_length=16, choices=ROLES)
    person = models.CharField(max_length=80, blank=True)
    task = models.CharField(max_length=200, blank=True)
    joined_on = models.DateField()
    left_before = models.DateField(null=True)

    class Meta:
        ordering = ["joined_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=False) | ~models.Q(organisation_name=""),
                name="member_is_an_organisation",
            ),
            models.CheckConstraint(
                condition=models.Q(left_before__isnull=True)
                | models.Q(left_before__gt=models.F("joined_on")),
                name="member_leaves_after_joining",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title.ko} ({self.role})"

    @property
    def title(self) -> Words:
        """The organisation."""
        name = self.organisation_name
        return self.organisation.words if self.organisation else Words(name, name)

    @property
    def role_words(self) -> Words:
        """Its part."""
        return ROLE_WORDS[self.role]

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.task_force.region

    def belongs_on(self, day: date) -> bool:
        """Whether it is in the task force on a day."""
        return self.joined_on <= day and (self.left_before is None or day < self.left_before)


class TaskForceMeeting(Row):
    """A meeting of a task force: called with its agenda, recorded after it was held."""

    task_force = models.ForeignKey(TaskForce, on_delete=models.PROTECT, related_name="meetings")
    number = models.PositiveIntegerField()
    held_on = models.DateField()
    place = models.CharField(max_length=200)
    agenda = models.TextField()
    record = models.TextField(blank=True)
    recorded_on = models.DateField(null=True)
    next_on = models.DateField(null=True)
    present = models.ManyToManyField(TaskForceMember, related_name="meetings")

    class Meta:
        ordering = ["-held_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["task_force", "number"], name="meeting_number_once"),
            models.CheckConstraint(
                condition=models.Q(next_on__isnull=True) | models.Q(next_on__gt=models.F("held_on")),
                name="next_meeting_is_later",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task_force} {self.number}"

    @property
    def title(self) -> Words:
        """Which meeting it is."""
        return Words(f"실증추진단 제{self.number}차 회의", f"Task force meeting no. {self.number}")

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.task_force.region
