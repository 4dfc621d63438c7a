"""Choices of the customer file."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CustomerKind(models.TextChoices):
    """A firm or a human being."""

    COMPANY = "company", _("Company")
    PERSON = "person", _("Person")


class Stage(models.TextChoices):
    """Life-cycle stage."""

    PROSPECT = "prospect", _("Prospect")
    CUSTOMER = "customer", _("Customer")
    FORMER = "former", _("Former customer")


class Salutation(models.TextChoices):
    """How a person is addressed; never guessed from the first name."""

    MR = "mr", _("Mr")
    MS = "ms", _("Ms")
    NEUTRAL = "neutral", _("Neutral")


class Language(models.TextChoices):
    """Language of letters to the customer."""

    GERMAN = "de", _("German")
    ENGLISH = "en", _("English")
    FRENCH = "fr", _("French")
    ITALIAN = "it", _("Italian")


class ContactPointKind(models.TextChoices):
    """Ways to reach somebody."""

    ADDRESS = "address", _("Address")
    PHONE = "phone", _("Telephone")
    EMAIL = "email", _("E-mail")
    WEB = "web", _("Website")
    MESSENGER = "messenger", _("Messenger")


class RelationKind(models.TextChoices):
    """What one customer is to another."""

    PARENT = "parent", _("Parent company")
    REFERRAL = "referral", _("Recommended by")
    PARTNER = "partner", _("Partner")
    HOUSEHOLD = "household", _("Same household")
