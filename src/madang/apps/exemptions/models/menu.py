"""A special case of the Act in a zone (commonly 메뉴판식 특례): it applies by the gazetted plan and nobody grants it."""

from django.db import models

from madang.core.authority import OfficeKind
from madang.core.case_models import Case, Charge
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.special_cases import SpecialCase, special_case
from madang.kernel.words import Words


class MenuUse(Case):
    """One special case in one zone. ``key`` is that of the kernel's catalogue; ``place`` is where the plan names it.

    The record keeps the day of the gazette as published in ``gazetted_text``; ``gazetted_on`` is set when it is exact.
    """

    PROCEDURE = "menu_case"
    STEADY = ("zone",)

    zone = models.ForeignKey("zones.Zone", on_delete=models.PROTECT, related_name="menu_uses")
    key = models.CharField(max_length=40)
    is_record = models.BooleanField(default=False)
    gazette_number = models.CharField(max_length=60, blank=True)
    gazetted_on = models.DateField(null=True)
    gazetted_text = models.CharField(max_length=10, blank=True)
    place = models.CharField(max_length=200, blank=True, help_text="where the gazetted plan names it")
    kept_ground = models.CharField(max_length=20, blank=True, help_text="why the committee keeps it (CHG-05)")
    kept_on = models.DateField(null=True, help_text="day of that vote")
    ended_on = models.DateField(null=True)
    end_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["zone", "key", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["zone", "key"], condition=~models.Q(state="ended"), name="special_case_once_a_zone"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.zone}: {self.key}"

    @property
    def case(self) -> SpecialCase:
        """What the Act says of it."""
        return special_case(self.key)

    @property
    def title(self) -> Words:
        """The special case by its name."""
        return self.case.words

    @property
    def path(self) -> str:
        """The list of special cases; its zone is named there."""
        return f"/menu/#{self.key}"

    @property
    def gazetted(self) -> PartialDate | None:
        """The day of the gazette with its precision."""
        text = self.gazetted_on.isoformat() if self.gazetted_on else self.gazetted_text
        return PartialDate.parse(text) if text else None

    def in_charge(self, role: str) -> Charge:
        """The local government that runs the zone plays the province."""
        kind = OfficeKind(role)
        return Charge(kind, self.zone.organisation_id if kind is OfficeKind.PROVINCE else None)
