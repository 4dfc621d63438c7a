"""A deterministic generator of the demo company: `generate()` gives plain rows, no database, no Django."""

from __future__ import annotations

from kundenwert.demo.company.generate import DEFAULT_TODAY, DemoCompany, generate
from kundenwert.demo.company.rows import (
    DemoContact,
    DemoCustomer,
    DemoEmployee,
    DemoOrder,
    DemoOrderLine,
    DemoProduct,
    DemoRelation,
    DemoTouchpoint,
)

__all__ = [
    "DEFAULT_TODAY",
    "DemoCompany",
    "DemoContact",
    "DemoCustomer",
    "DemoEmployee",
    "DemoOrder",
    "DemoOrderLine",
    "DemoProduct",
    "DemoRelation",
    "DemoTouchpoint",
    "generate",
]
