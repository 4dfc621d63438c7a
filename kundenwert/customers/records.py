"""Record types of the customer file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.telephone import format_phone
from kundenwert.records.fields import CountryField, EmailField, Field, PhoneField, UrlField, field_for
from kundenwert.records.record_type import Card, RecordType, Section
from kundenwert.records.registry import record_type

from .models import Contact, ContactPoint, Customer, Relation
from .models.choices import ContactPointKind, Stage
from .rules import contact_rules, customer_rules, number_rules

STAGE_TONES = {Stage.PROSPECT.value: "info", Stage.CUSTOMER.value: "success", Stage.FORMER.value: "neutral"}
SALUTATION_WORDS = {"herr": "mr", "hr": "mr", "mr": "mr", "frau": "ms", "fr": "ms", "ms": "ms", "mrs": "ms",
                    "divers": "neutral", "neutral": "neutral", "keine": ""}  # fmt: skip


def _reach() -> list[str | Field]:
    """Telephone, mobile and e-mail of customers and contacts."""
    return [
        PhoneField(name="phone", label=_("Telephone"), max_length=40, aliases=(
            "telefon", "tel", "telefonnummer", "rufnummer", "festnetz", "phone number", "telephone", "tel nr")),
        PhoneField(name="mobile", label=_("Mobile"), max_length=40, aliases=(
            "mobil", "handy", "mobiltelefon", "mobilnummer", "mobile phone", "cell", "cell phone")),
        EmailField(name="email", label=_("E-mail"), max_length=254, aliases=(
            "e mail", "email", "mail", "e mail adresse", "mailadresse", "emailadresse", "email address")),
    ]  # fmt: skip


def _person(model: type[Any]) -> list[str | Field]:
    """Name fields of a person."""
    return [
        field_for(model, "salutation", aliases=("anrede", "gender", "geschlecht"), synonyms=SALUTATION_WORDS),
        field_for(model, "title", aliases=("titel", "akademischer titel")),
        field_for(model, "first_name", aliases=("vorname", "firstname", "given name", "rufname")),
        field_for(model, "last_name", aliases=("nachname", "familienname", "lastname", "surname", "zuname")),
    ]


@record_type
class CustomerRecord(RecordType):
    """Companies and persons in one list."""

    model = Customer
    slug = "customers"
    nav_order = 10
    icon = "users"
    jump_key = "k"
    fields = [
        field_for(Customer, "name", width=280, aliases=(
            "firma", "firmenname", "unternehmen", "kunde", "kundenname", "company", "company name", "name 1", "name1",
            "organisation", "organization", "customer", "customer name")),
        field_for(Customer, "number", width=110, aliases=(
            "kundennummer", "kundennr", "kunden nr", "kd nr", "kdnr", "debitorennummer", "customer number",
            "customer no", "nummer")),
        field_for(Customer, "kind", aliases=("art", "typ", "type"), synonyms={
            "firma": "company", "unternehmen": "company", "privat": "person", "privatkunde": "person",
            "privatperson": "person", "geschaftskunde": "company", "b2b": "company", "b2c": "person"}),
        field_for(Customer, "stage", tones=STAGE_TONES, aliases=("status", "phase", "lebenszyklus"), synonyms={
            "interessent": "prospect", "lead": "prospect", "kunde": "customer", "bestandskunde": "customer",
            "ehemaliger kunde": "former", "ehemalig": "former"}),
        field_for(Customer, "name_addition", aliases=("name 2", "name2", "zusatz", "namenszusatz")),
        *_person(Customer),
        *_reach(),
        UrlField(name="website", label=_("Website"), max_length=300, aliases=(
            "web", "webseite", "homepage", "internet", "url")),
        field_for(Customer, "street", aliases=(
            "strasse", "straße", "adresse", "anschrift", "strasse und hausnummer", "str", "address", "address 1")),
        field_for(Customer, "postal_code", width=90, aliases=(
            "plz", "postleitzahl", "zip", "zip code", "postcode", "postalcode")),
        field_for(Customer, "city", aliases=("ort", "stadt", "wohnort", "town")),
        field_for(Customer, "region", aliases=("bundesland", "kanton", "state", "province")),
        CountryField(name="country", label=_("Country"), aliases=("land", "staat", "landeskennzeichen")),
        field_for(Customer, "industry", aliases=("branche", "gewerbe", "sector")),
        field_for(Customer, "tags", aliases=("schlagworte", "stichworte", "schlagwörter", "labels")),
        field_for(Customer, "birthday", aliases=("geburtstag", "geburtsdatum", "geb datum", "date of birth")),
        field_for(Customer, "language", aliases=("sprache",), synonyms={
            "deutsch": "de", "german": "de", "englisch": "en", "english": "en", "franzosisch": "fr",
            "italienisch": "it"}),
        field_for(Customer, "vat_id", aliases=(
            "ust id", "ust idnr", "ustid", "umsatzsteuer id", "uid", "vat number")),
        field_for(Customer, "owner", aliases=(
            "betreuer", "zustandig", "zustandiger", "verantwortlich", "aussendienst", "account manager")),
        field_for(Customer, "external_id", aliases=(
            "externe nummer", "external id", "fremdnummer", "id", "customerid", "customer id", "kunden id")),
        field_for(Customer, "note", aliases=("notiz", "notizen", "bemerkung", "kommentar", "notes", "comment")),
        field_for(Customer, "last_touchpoint_at"),
        field_for(Customer, "created_at", editable=False),
    ]  # fmt: skip
    columns = ["name", "number", "stage", "city", "phone", "owner", "last_touchpoint_at"]
    sort = "name"
    filters = ["stage", "kind", "owner", "city", "postal_code", "industry", "tags", "country", "last_touchpoint_at"]
    search = ["number", "external_id", "name", "name_addition", "first_name", "last_name", "city", "postal_code",
              "email", "phone", "mobile"]  # fmt: skip
    search_hint = ["number", "postal_code", "city"]
    card = Card(
        subtitle=["number", "stage", "kind"],
        sections=[
            Section(_("Reach"), ["phone", "mobile", "email", "website"], key="reach"),
            Section(_("Address"), ["street", "postal_code", "city", "region", "country"], key="address"),
            Section(_("Customer"), ["name", "name_addition", "number", "kind", "stage", "industry", "owner", "tags",
                                    "vat_id", "language", "external_id"], key="customer"),
            Section(_("Person"), ["salutation", "title", "first_name", "last_name", "birthday"], key="person"),
            Section(_("Note"), ["note"], key="note"),
        ],
    )  # fmt: skip
    form = ["kind", "name", "salutation", "title", "first_name", "last_name", "phone", "mobile", "email", "website",
            "street", "postal_code", "city", "country", "stage", "industry", "owner", "tags", "birthday",
            "note"]  # fmt: skip
    shown_when = {
        "name": ("kind", ["company"]),
        **{name: ("kind", ["person"]) for name in ("salutation", "title", "first_name", "last_name", "birthday")},
    }
    form_hints = "customers-duplicates"
    form_hint_fields = ["name", "first_name", "last_name", "phone", "mobile", "email", "postal_code", "vat_id"]
    import_keys = ["number", "external_id", "email"]
    owner_paths = ["owner"]
    importer = "kundenwert.customers.importer.CustomerImporter"

    def defaults(self, request: SignedInRequest) -> dict[str, Any]:
        return {"owner": request.user.pk, "stage": Stage.PROSPECT, "country": "DE", "kind": "company"}

    def derive(self, values: dict[str, Any]) -> dict[str, Any]:
        return customer_rules.derive(values)

    def before_create(self, values: dict[str, Any]) -> None:
        number_rules.give_number(values)

    def before_import(self, rows: list[dict[str, Any]]) -> None:
        number_rules.give_numbers(rows)

    def search_words(self, values: Mapping[str, Any]) -> list[str]:
        return customer_rules.search_words(values)


@record_type
class ContactRecord(RecordType):
    """People at company customers."""

    model = Contact
    slug = "contacts"
    nav_order = 20
    icon = "contact"
    jump_key = "a"
    fields = [
        field_for(Contact, "name", width=220, aliases=("ansprechpartner", "kontakt", "contact", "person")),
        field_for(Contact, "customer", aliases=(
            "firma", "kunde", "kundennummer", "company", "customer number", "unternehmen", "customer id")),
        *_person(Contact),
        field_for(Contact, "position", aliases=("funktion", "stelle", "job title", "role")),
        field_for(Contact, "department", aliases=("abteilung",)),
        *_reach(),
        field_for(Contact, "birthday", aliases=("geburtstag", "geburtsdatum", "date of birth")),
        field_for(Contact, "language", aliases=("sprache",)),
        field_for(Contact, "note", aliases=("notiz", "bemerkung")),
        field_for(Contact, "external_id", aliases=("externe nummer", "id", "contact id")),
    ]  # fmt: skip
    columns = ["name", "customer", "position", "phone", "email"]
    sort = "name"
    filters = ["customer", "position", "department", "birthday"]
    search = ["name", "email", "phone", "mobile"]
    search_hint = ["position", "customer"]
    card = Card(
        subtitle=["position", "customer"],
        sections=[
            Section(_("Reach"), ["phone", "mobile", "email"], key="reach"),
            Section(_("Person"), ["customer", "salutation", "title", "first_name", "last_name", "position",
                                  "department", "birthday", "language"], key="person"),
            Section(_("Note"), ["note"], key="note"),
        ],
    )  # fmt: skip
    form = ["customer", "salutation", "title", "first_name", "last_name", "position", "department", "phone", "mobile",
            "email", "birthday", "note"]  # fmt: skip
    import_keys = ["external_id", "email"]
    owner_paths = ["customer__owner"]
    live_conditions = {"deleted_at": None, "customer__deleted_at": None}

    def derive(self, values: dict[str, Any]) -> dict[str, Any]:
        return contact_rules.derive(values)


@record_type
class ContactPointRecord(RecordType):
    """Further addresses, numbers and names of a customer; edited on the customer card."""

    model = ContactPoint
    slug = "contact-points"
    title = "value"
    icon = "at-sign"
    in_navigation = False
    has_card = False
    fields = ["customer", "kind", "label", "value", "street", "postal_code", "city",
              CountryField(name="country", label=_("Country"))]  # fmt: skip
    columns = ["customer", "kind", "label", "value", "city"]
    sort = "value"
    shown_when = {
        "value": ("kind", ["phone", "email", "web", "messenger"]),
        **{name: ("kind", ["address"]) for name in ("street", "postal_code", "city", "country")},
    }
    owner_paths = ["customer__owner"]
    live_conditions = {"deleted_at": None, "customer__deleted_at": None}

    def defaults(self, request: SignedInRequest) -> dict[str, Any]:
        return {"customer": request.GET.get("customer", ""), "kind": "phone", "country": "DE"}

    def derive(self, values: dict[str, Any]) -> dict[str, Any]:
        return contact_rules.derive_contact_point(values)

    def title_of(self, record: Any) -> str:
        return format_phone(record.value) if record.kind == ContactPointKind.PHONE else str(record)


@record_type
class RelationRecord(RecordType):
    """Relations between customers; edited on the customer card."""

    model = Relation
    slug = "relations"
    title = "kind"
    icon = "git-branch"
    in_navigation = False
    has_card = False
    fields = ["customer", "kind", "other"]
    columns = ["customer", "kind", "other"]
    sort = "kind"
    owner_paths = ["customer__owner"]
    live_conditions = {"deleted_at": None, "customer__deleted_at": None, "other__deleted_at": None}

    def defaults(self, request: SignedInRequest) -> dict[str, Any]:
        return {"customer": request.GET.get("customer", "")}

    def derive(self, values: dict[str, Any]) -> dict[str, Any]:
        return contact_rules.check_relation(values)

    def title_of(self, record: Any) -> str:
        return f"{record.get_kind_display()}: {record.other.name}"
