"""The columns of a file as the mapping page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kundenwert.foundation.tabular.formats import ColumnFormat
from kundenwert.foundation.tabular.rows import Row, shown

from ...fields import Field
from ...imports.notation import Kind, notation_choices, notation_kind, notation_label
from .chosen import Chosen, Source

SAMPLES = 3


@dataclass(frozen=True)
class ColumnRow:
    """One column: its first values, where it goes, how it writes numbers or dates."""

    at: int
    header: str
    samples: Sequence[str]
    target: str
    kind: Kind
    notation: str
    notations: Sequence[tuple[str, str]]
    automatic: str
    ambiguous: str
    """A cell that can be read in two ways, while nobody has said how."""
    error: str


def column_rows(source: Source, chosen: Chosen, rows: Sequence[Row]) -> list[ColumnRow]:
    """The columns of the file, in its order."""
    return [_row(source, chosen, at, name, rows) for at, name in enumerate(source.columns)]


def _row(source: Source, chosen: Chosen, at: int, name: str, rows: Sequence[Row]) -> ColumnRow:
    target = chosen.options.mapping.get(name, "")
    kind = notation_kind(source.fields.get(target))
    said = chosen.said.get(name, "")
    form = chosen.found.formats.get(name)
    ambiguous = chosen.found.ambiguous.get(name, "") if kind and not said else ""
    is_written = kind and form is not None and (source.shape.kind == "csv" or ambiguous or said)
    return ColumnRow(
        at=at,
        header=name,
        samples=_samples(rows, at),
        target=target,
        kind=kind if is_written else "",
        notation=said,
        notations=notation_choices(kind) if is_written else (),
        automatic=_automatic(kind, form, ambiguous=bool(ambiguous)) if is_written and form else "",
        ambiguous=ambiguous,
        error=chosen.errors.get(name, ""),
    )


def _automatic(kind: Kind, form: ColumnFormat, *, ambiguous: bool) -> str:
    text = _("assumed: %(notation)s") if ambiguous else _("found: %(notation)s")
    return text % {"notation": notation_label(kind, form)}


def _samples(rows: Sequence[Row], at: int) -> list[str]:
    """The first different values of a column."""
    found: dict[str, None] = {}
    for row in rows:
        text = shown(row.cells[at]).strip() if at < len(row.cells) and not row.problem else ""
        if text:
            found.setdefault(text)
        if len(found) == SAMPLES:
            break
    return list(found)


def target_choices(source: Source) -> list[tuple[str, str]]:
    """The fields to choose from, by name in the reader's language; a star marks what a new record needs."""
    return [(name, _label(field)) for name, field in source.fields.items()]


def _label(field: Field) -> str:
    return f"{field.label} *" if field.required else str(field.label)
