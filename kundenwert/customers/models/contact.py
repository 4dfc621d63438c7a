"""Contacts: the people who speak for a company."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kundenwert.records.models import Record
from kundenwert.records.sort_key import SortKey

from .choices import Language, Salutation
from .customer import Customer
from .day_of_year import day_of_year


class Contact(Record):
    """A person at a company customer."""

    customer = models.ForeignKey(
        Customer, verbose_name=_("Customer"), on_delete=models.PROTECT, related_name="contacts"
    )
    external_id = models.CharField(_("External number"), max_length=100, blank=True)
    name = models.CharField(_("Name"), max_length=300, editable=False)
    salutation = models.CharField(_("Salutation"), max_length=10, choices=Salutation, blank=True)
    title = models.CharField(_("Title"), max_length=60, blank=True)
    first_name = models.CharField(_("First name"), max_length=120, blank=True)
    last_name = models.CharField(_("Last name"), max_length=120, blank=True)
    position = models.CharField(_("Position"), max_length=120, blank=True)
    department = models.CharField(_("Department"), max_length=120, blank=True)
    email = models.CharField(_("E-mail"), max_length=254, blank=True)
    phone = models.CharField(_("Telephone"), max_length=40, blank=True)
    mobile = models.CharField(_("Mobile"), max_length=40, blank=True)
    birthday = models.DateField(_("Birthday"), null=True, blank=True)
    language = models.CharField(_("Language"), max_length=2, choices=Language, default=Language.GERMAN)
    note = models.TextField(_("Note"), blank=True)

    class Meta:
        verbose_name = _("Contact")
        verbose_name_plural = _("Contacts")
        indexes = [
            models.Index(SortKey("name"), "id", name="contact_name_sort", condition=models.Q(deleted_at=None)),
            models.Index(fields=["email"], name="contact_email", condition=~models.Q(email="")),
            models.Index(day_of_year("birthday"), name="contact_birthday", condition=models.Q(birthday__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.name
