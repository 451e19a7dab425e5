"""People, organisations, seats, appointments and delegations."""

import unicodedata
from datetime import date, datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from madang.core.authority import Office, OfficeKind
from madang.core.keys import uuid7
from madang.core.moments import SEOUL
from madang.kernel.words import Words

KINDS = [(kind.value, kind.words.ko) for kind in OfficeKind]


class Organisation(models.Model):
    """A ministry, province, local government, firm, agency or committee. Its key is stable across renaming."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=20, choices=KINDS)
    name_ko = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160)
    region = models.CharField(max_length=40, blank=True)
    is_demo = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name_ko

    @property
    def words(self) -> Words:
        """The name in both languages."""
        return Words(self.name_ko, self.name_en)


class People(BaseUserManager["Person"]):
    """Makes accounts; sign-in names are e-mail addresses in lower case, NFC."""

    def create_user(self, email: str, password: str | None = None, **more: object) -> "Person":
        """Create and save a person; without a password nobody can sign in with one."""
        person = self.model(email=unicodedata.normalize("NFC", self.normalize_email(email)).lower(), **more)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who can sign in. Only what sign-in needs is kept here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=80)
    language = models.CharField(max_length=5, default="ko")
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)

    objects = People()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name or self.email


class Seat(models.Model):
    """An office of an organisation from which acts are done (직위)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="seats")
    kind = models.CharField(max_length=20, choices=KINDS)
    name_ko = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160)

    def __str__(self) -> str:
        return f"{self.organisation} {self.name_ko}"

    @property
    def words(self) -> Words:
        """Organisation and seat as people read them."""
        return Words(
            f"{self.organisation.name_ko} {self.name_ko}", f"{self.organisation.name_en}, {self.name_en}"
        )

    @property
    def office(self) -> Office:
        """The seat as acts know it."""
        return Office(
            OfficeKind(self.kind), self.id, self.organisation_id, self.organisation.region, self.words
        )


class Appointment(models.Model):
    """A person holds a seat from a day until before another."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="appointments")
    days = DateRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="appointed_once_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("seat", RangeOperators.EQUAL),
                    ("days", RangeOperators.OVERLAPS),
                ],
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.seat}"


class Delegation(models.Model):
    """The holder of a seat lends it to another person for some days (대리)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="delegations")
    holder = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegated")
    deputy = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="deputising")
    days = DateRangeField()
    reason = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(holder=models.F("deputy")), name="deputy_is_somebody_else"
            ),
            ExclusionConstraint(
                name="one_deputy_at_a_time",
                expressions=[
                    ("seat", RangeOperators.EQUAL),
                    ("holder", RangeOperators.EQUAL),
                    ("days", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(ended_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder} → {self.deputy}: {self.seat}"

    @property
    def last_on(self) -> date:
        """The last day of the delegation."""
        last: date = self.days.upper - timedelta(days=1)
        return last


class ApiToken(models.Model):
    """A token for the API, bound to a person and a seat; only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE)
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name

    @property
    def last_on(self) -> date:
        """The last Korean day on which the token works."""
        until: datetime = self.expires_at
        return (until - timedelta(microseconds=1)).astimezone(SEOUL).date()
