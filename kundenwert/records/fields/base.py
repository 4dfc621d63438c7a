"""What all field kinds have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Model, Q
from django.db.models.expressions import Combinable, F
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kundenwert.foundation.access.models import User
from kundenwert.foundation.tabular.errors import CellError
from kundenwert.foundation.tabular.formats import ColumnFormat

Operator = tuple[str, Any]
"""An operator of a filter: its key in the address, its label."""


class FieldError(ValueError):
    """A typed value is not acceptable; the message is for the person who typed it."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """A field of a record type.

    `name` is the model attribute, or a key of its own where `paths` say what to read. `paths` are ORM paths; a list
    reads them in one query without building model instances.
    """

    name: str
    label: Any = ""
    paths: tuple[str, ...] = ()
    annotation: Combinable | None = None
    """Expression of a field that no column holds; `name` is its alias."""
    required: bool = False
    editable: bool = True
    sortable: bool = True
    filterable: bool = True
    aliases: tuple[str, ...] = ()
    """Further headers under which an imported file may carry it."""
    subject: str = ""
    """Record type that must be visible to the reader, for figures that sum up other records."""
    help_text: Any = ""
    width: int = 160
    max_length: int | None = None

    numeric: ClassVar[bool] = False
    control: ClassVar[str] = "input"
    """Template of the input: records/controls/<control>.html."""
    input_type: ClassVar[str] = "text"
    operators: ClassVar[Sequence[Operator]] = ()

    @property
    def read_paths(self) -> tuple[str, ...]:
        """What a query has to read for a cell."""
        return self.paths or (self.name,)

    @property
    def attribute(self) -> str:
        """The model attribute that is written."""
        return self.name

    @property
    def kept_attribute(self) -> str:
        """The attribute whose value goes into audit and imports."""
        return self.name

    def values(self, record: Model) -> tuple[Any, ...]:
        """The values of `read_paths` on a loaded record."""
        return tuple(_follow(record, path) for path in self.read_paths)

    # -- showing ------------------------------------------------------------------------------------------------------

    def text(self, *values: Any) -> str:
        """The value as plain text in the reader's language; empty for none."""
        return "" if values[0] is None else str(values[0])

    def html(self, *values: Any) -> SafeString:
        """The value as safe HTML: a text or one small element."""
        return mark_safe(escape(self.text(*values)))  # noqa: S308  escaped in the same line

    def text_of_kept(self, value: Any) -> str:
        """The text of a value as the audit keeps it (JSON)."""
        return self.text(self.from_json(value)) if value not in (None, "") else ""

    def export(self, *values: Any) -> Any:
        """The value for a file: text, number, date or None, independent of the reader's language."""
        return values[0]

    # -- typing in ----------------------------------------------------------------------------------------------------

    def form_value(self, *values: Any) -> str:
        """What stands in the input when somebody edits the value."""
        return self.text(*values)

    def clean(self, typed: str) -> Any:
        """The value of what a person typed. Raises `FieldError`."""
        return self.check(self.parse(typed.strip()))

    def clean_many(self, typed: Sequence[str]) -> Any:
        """As `clean`, for controls that send several values."""
        return self.clean(typed[0] if typed else "")

    def parse(self, typed: str) -> Any:
        """The value of a text in the interface's notation. Raises `FieldError`."""
        return typed

    def from_cell(self, cell: Any, form: ColumnFormat) -> Any:
        """The value of a cell of an imported file. Raises `FieldError`."""
        return self.check(self.parse(str(cell).strip() if cell is not None else ""))

    def check(self, value: Any) -> Any:
        """The value, if it is allowed. Raises `FieldError`."""
        if self.required and value in (None, "", []):
            raise FieldError(_("This field must not be empty."))
        if self.max_length and isinstance(value, str) and len(value) > self.max_length:
            message = _("At most %(limit)d characters are possible, these are %(length)d.")
            raise FieldError(message % {"limit": self.max_length, "length": len(value)})
        if isinstance(value, str) and "\x00" in value:
            raise FieldError(_("The text contains a character that cannot be stored (NUL)."))
        return value

    def from_json(self, value: Any) -> Any:
        """The value back from the form in which the audit keeps it."""
        return value

    # -- finding ------------------------------------------------------------------------------------------------------

    @property
    def sort_expression(self) -> Combinable:
        """What a list is sorted by."""
        return F(self.read_paths[0])

    def cursor_value(self, kept: Any) -> Any:
        """A sort value back from the address of a next page."""
        return kept

    def condition(self, operator: str, value: str) -> Q:
        """The filter condition of an operator. Raises `FieldError` for a value that makes no sense."""
        path = self.read_paths[0]
        if operator == "empty":
            return self.empty_condition(path)
        if operator == "filled":
            return ~self.empty_condition(path)
        raise FieldError(_("This filter is not known."))

    def personal(self, value: str, user: User) -> str:
        """The value of a filter as this reader means it: whom "me" stands for."""
        return value

    def empty_condition(self, path: str) -> Q:
        """Where nothing is entered."""
        return Q(**{f"{path}__isnull": True})

    def filter_text(self, operator: str, value: str) -> str:
        """The value of a filter as its chip shows it."""
        return value

    def filter_options(self) -> Sequence[tuple[str, str]]:
        """Values to choose from in a filter; empty: typed freely."""
        return ()

    def control_context(self, value: Any) -> Mapping[str, Any]:
        """Further context of the control's template."""
        return {}


EMPTY_OPERATORS: tuple[Operator, ...] = (
    ("empty", gettext_lazy("is empty")),
    ("filled", gettext_lazy("is filled in")),
)


def cell_error(error: CellError) -> FieldError:
    """A reading error of a cell as a field error."""
    return FieldError(str(error))


def _follow(record: Any, path: str) -> Any:
    for part in path.split("__"):
        if record is None:
            return None
        record = getattr(record, part, None)
    return record
