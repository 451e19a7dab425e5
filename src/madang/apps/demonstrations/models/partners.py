"""The register of partners abroad and at home that sources or offices name, most of them with the zone they work with."""

from django.db import models

from madang.apps.demonstrations.models.countries import COUNTRY_WORDS
from madang.apps.demonstrations.models.rows import Row
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

KIND_WORDS = {
    "certification body": Words("인증기관", "Certification body"),
    "research institute": Words("연구기관", "Research institute"),
    "university": Words("대학", "University"),
    "cluster / demonstration base": Words("클러스터ㆍ실증 거점", "Cluster or demonstration base"),
    "regulator": Words("규제기관", "Regulator"),
    "local government": Words("지방정부", "Local government"),
    "hospital / university": Words("병원ㆍ대학", "Hospital and university"),
    "hospital": Words("병원", "Hospital"),
    "science park": Words("사이언스파크", "Science park"),
    "company": Words("기업", "Company"),
    "classification society": Words("선급", "Classification society"),
    "cluster": Words("클러스터", "Cluster"),
    "public agency": Words("공공기관", "Public agency"),
    "testing lab": Words("시험기관", "Testing laboratory"),
}
KINDS = [(key, words.ko) for key, words in KIND_WORDS.items()]
NO_COUNTRY = Words("국가 확인되지 않음", "Country not stated")


class Partner(Row):
    """A partner as published: name, country, what it does. Without a zone it is a partner of no zone in particular."""

    slug = models.SlugField(max_length=40, unique=True)
    name_ko = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160)
    country = models.CharField(max_length=2, blank=True)
    is_country_inferred = models.BooleanField(default=False)
    kind = models.CharField(max_length=32, choices=KINDS)
    field = models.CharField(max_length=80, blank=True)
    zone = models.ForeignKey("zones.Zone", on_delete=models.PROTECT, related_name="partners", null=True)
    role = models.CharField(max_length=200)
    agreed_text = models.CharField(max_length=10, blank=True, help_text="partial date of an agreement")
    sources = models.JSONField(default=list)
    confidence = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name_ko

    @property
    def title(self) -> Words:
        """Its name in both languages."""
        return Words(self.name_ko, self.name_en)

    @property
    def region(self) -> str:
        """The region of its zone."""
        return self.zone.region if self.zone else ""

    @property
    def kind_words(self) -> Words:
        """What it is."""
        return KIND_WORDS[self.kind]

    @property
    def country_words(self) -> Words:
        """Where it sits; a country that sources only suggest is marked."""
        if not self.country:
            return NO_COUNTRY
        name = COUNTRY_WORDS[self.country]
        return Words(f"{name.ko}(추정)", f"{name.en} (inferred)") if self.is_country_inferred else name

    @property
    def agreed(self) -> PartialDate:
        """The day of the agreement with its precision."""
        return PartialDate.parse(self.agreed_text)
