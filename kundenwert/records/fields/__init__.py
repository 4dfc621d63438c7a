"""The field kinds of records: how a value is shown, typed, filtered, imported and exported."""

from .base import Field, FieldError
from .choice import BooleanField, ChoiceField, CountryField, TagsField
from .infer import field_for
from .link import LinkField, UserField
from .moment import DateField, DateTimeField
from .number import DecimalField, IntegerField, MoneyField
from .text import EmailField, LongTextField, PhoneField, TextField, UrlField

__all__ = [
    "BooleanField",
    "ChoiceField",
    "CountryField",
    "DateField",
    "DateTimeField",
    "DecimalField",
    "EmailField",
    "Field",
    "FieldError",
    "IntegerField",
    "LinkField",
    "LongTextField",
    "MoneyField",
    "PhoneField",
    "TagsField",
    "TextField",
    "UrlField",
    "UserField",
    "field_for",
]
