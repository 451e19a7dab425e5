"""The places where demonstrations happen (실증 장소), and which project uses which from when until when."""

from datetime import date

from django.db import models

from madang.apps.demonstrations.models.countries import HOME
from madang.apps.demonstrations.models.rows import Row, same
from madang.kernel.words import Words

KIND_WORDS = {
    "road": Words("도로ㆍ공공 통로", "Road or public way"),
    "facility": Words("공장ㆍ설비", "Factory or plant"),
    "laboratory": Words("연구ㆍ시험시설", "Laboratory or test facility"),
    "hospital": Words("병원ㆍ의료기관", "Hospital"),
    "water": Words("바다ㆍ하천", "Sea or river"),
    "air": Words("공역", "Airspace"),
    "building": Words("건물", "Building"),
    "other": Words("그 밖의 장소", "Another place"),
}
KINDS = [(key, words.ko) for key, words in KIND_WORDS.items()]
INSIDE, OUTSIDE, UNKNOWN = "inside", "outside", "unknown"
WITHIN_WORDS = {
    INSIDE: Words("지정된 위치 안", "Inside the designated place"),
    OUTSIDE: Words("지정된 위치 밖", "Outside the designated place"),
    UNKNOWN: Words("위치 확인되지 않음", "Not known whether inside"),
}
WITHIN = [(key, words.ko) for key, words in WITHIN_WORDS.items()]


class DemonstrationSite(Row):
    """A place, half-open in days. ``within`` says whether it lies in the place named for the zone, and never guesses."""

    zone = models.ForeignKey("zones.Zone", on_delete=models.PROTECT, related_name="demonstration_sites")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=KINDS)
    country = models.CharField(max_length=2, default=HOME)
    address = models.CharField(max_length=200)
    within = models.CharField(max_length=8, choices=WITHIN, default=UNKNOWN)
    outside_reason = models.CharField(max_length=200, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_before__isnull=True)
                | models.Q(ends_before__gt=models.F("starts_on")),
                name="site_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
                name="site_has_both_coordinates",
            ),
            models.CheckConstraint(
                condition=~models.Q(within=OUTSIDE) | ~models.Q(outside_reason=""),
                name="site_outside_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> Words:
        """Its name as it was given."""
        return same(self.name)

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.zone.region

    @property
    def kind_words(self) -> Words:
        """What kind of place it is."""
        return KIND_WORDS[self.kind]

    @property
    def within_words(self) -> Words:
        """Whether it lies in the zone's place."""
        return WITHIN_WORDS[self.within]

    def stands_on(self, day: date) -> bool:
        """Whether the place is in use on a day."""
        return self.starts_on <= day and (self.ends_before is None or day < self.ends_before)


class SiteUse(Row):
    """A project works at a site from a day until before another."""

    site = models.ForeignKey(DemonstrationSite, on_delete=models.PROTECT, related_name="uses")
    project = models.ForeignKey("exemptions.Project", on_delete=models.PROTECT, related_name="site_uses")
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_before__isnull=True)
                | models.Q(ends_before__gt=models.F("starts_on")),
                name="use_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["site", "project"], condition=models.Q(ends_before__isnull=True), name="one_open_use"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.site}"

    @property
    def title(self) -> Words:
        """The place that is used."""
        return self.site.title

    @property
    def region(self) -> str:
        """The region of the zone."""
        return self.project.region
