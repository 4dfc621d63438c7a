"""Tables of the catalogue."""

from .product import Product
from .tax_rate import TaxRate

__all__ = ["Product", "TaxRate"]
