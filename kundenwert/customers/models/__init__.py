"""Tables of the customer file."""

from .contact import Contact
from .contact_point import ContactPoint
from .customer import Customer
from .relation import Relation

__all__ = ["Contact", "ContactPoint", "Customer", "Relation"]
