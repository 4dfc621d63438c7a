"""Customers: companies and persons in one number range."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kundenwert.records.models import Record
from kundenwert.records.sort_key import SortKey

from .choices import CustomerKind, Language, Salutation, Stage
from .day_of_year import day_of_year


class Customer(Record):
    """A company or a person we sell to, or want to.

    The main address, telephone and e-mail are columns here; further ones are `ContactPoint` rows
    (docs/decisions/0004-main-contact-points-are-columns.md).
    """

    number = models.CharField(_("Customer number"), max_length=40, blank=True)
    external_id = models.CharField(_("External number"), max_length=100, blank=True)
    kind = models.CharField(_("Kind"), max_length=10, choices=CustomerKind, default=CustomerKind.COMPANY)
    name = models.CharField(_("Name"), max_length=300, blank=True)
    name_addition = models.CharField(_("Name, second line"), max_length=200, blank=True)
    salutation = models.CharField(_("Salutation"), max_length=10, choices=Salutation, blank=True)
    title = models.CharField(_("Title"), max_length=60, blank=True)
    first_name = models.CharField(_("First name"), max_length=120, blank=True)
    last_name = models.CharField(_("Last name"), max_length=120, blank=True)
    stage = models.CharField(_("Stage"), max_length=10, choices=Stage, default=Stage.PROSPECT)
    industry = models.CharField(_("Industry"), max_length=120, blank=True)
    tags = ArrayField(models.CharField(max_length=60), verbose_name=_("Tags"), default=list, blank=True)
    birthday = models.DateField(_("Birthday"), null=True, blank=True)
    language = models.CharField(_("Language"), max_length=2, choices=Language, default=Language.GERMAN)
    email = models.CharField(_("E-mail"), max_length=254, blank=True)
    phone = models.CharField(_("Telephone"), max_length=40, blank=True)
    mobile = models.CharField(_("Mobile"), max_length=40, blank=True)
    website = models.CharField(_("Website"), max_length=300, blank=True)
    street = models.CharField(_("Street and number"), max_length=200, blank=True)
    postal_code = models.CharField(_("Postal code"), max_length=20, blank=True)
    city = models.CharField(_("City"), max_length=120, blank=True)
    region = models.CharField(_("Region"), max_length=120, blank=True)
    country = models.CharField(_("Country"), max_length=2, default="DE")
    vat_id = models.CharField(_("VAT ID"), max_length=20, blank=True)
    note = models.TextField(_("Note"), blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Owner"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    last_touchpoint_at = models.DateTimeField(_("Last contact"), null=True, blank=True, editable=False)
    match_keys = ArrayField(models.TextField(), default=list, editable=False)
    """What duplicates have in common with this customer (see `naming.match_keys`)."""

    class Meta:
        verbose_name = _("Customer")
        verbose_name_plural = _("Customers")
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=Q(deleted_at=None), name="customer_number_unique"),
        ]
        indexes = [
            models.Index(SortKey("name"), "id", name="customer_name_sort", condition=Q(deleted_at=None)),
            models.Index(SortKey("city"), "id", name="customer_city_sort", condition=Q(deleted_at=None)),
            models.Index(
                fields=["last_touchpoint_at", "id"], name="customer_touched_sort", condition=Q(deleted_at=None)
            ),
            models.Index(fields=["-created_at", "-id"], name="customer_created_sort", condition=Q(deleted_at=None)),
            models.Index(fields=["owner"], name="customer_owner", condition=Q(deleted_at=None)),
            models.Index(fields=["external_id"], name="customer_external_id", condition=~Q(external_id="")),
            models.Index(fields=["email"], name="customer_email", condition=~Q(email="")),
            models.Index(day_of_year("birthday"), name="customer_birthday", condition=Q(birthday__isnull=False)),
            # No pending list: each batch of an import probes this index thousands of times.
            GinIndex(fields=["match_keys"], name="customer_match_keys", fastupdate=False),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name
