"""The roles of a new installation. Names are data: an organisation may change them, no code looks for them later."""

from __future__ import annotations

ADMINISTRATOR = "Administrator"
SALES = "Vertrieb"
SERVICE = "Service"
MARKETING = "Marketing"
MANAGEMENT = "Geschäftsführung"
ANALYST = "Analyse"

CUSTOMER_FILE = ("customers.customer", "customers.contact", "customers.contactpoint", "customers.relation")
PRODUCT = "catalogue.product"
ORDER = "sales.order"
TOUCHPOINT = "touchpoints.touchpoint"
EVERYTHING = (*CUSTOMER_FILE, PRODUCT, ORDER, TOUCHPOINT)

Grant = tuple[str, str, str]
"""Subject, verb, scope."""


def default_grants() -> dict[str, list[Grant]]:
    """Role name → what it grants. The administrator's role needs no grants."""
    look = _all(EVERYTHING, "see", "export")
    return {
        SALES: [*_work((*CUSTOMER_FILE, ORDER, TOUCHPOINT)), *_all((PRODUCT,), "see")],
        SERVICE: [
            *_all((*CUSTOMER_FILE, TOUCHPOINT), "see", "create", "change"),
            *[(TOUCHPOINT, "delete", "own")],
            *_all((PRODUCT, ORDER), "see"),
        ],
        MARKETING: [
            *_all((*CUSTOMER_FILE, TOUCHPOINT), "see", "create", "change", "export"),
            *[(TOUCHPOINT, "delete", "own")],
            *_all((PRODUCT, ORDER), "see", "export"),
        ],
        MANAGEMENT: look,
        ANALYST: look,
    }


def _work(subjects: tuple[str, ...]) -> list[Grant]:
    everything = _all(subjects, "see", "create", "change", "export")
    return [*everything, *((subject, "delete", "own") for subject in subjects)]


def _all(subjects: tuple[str, ...], *verbs: str) -> list[Grant]:
    return [(subject, verb, "all") for subject in subjects for verb in verbs]
