"""`kundenwert export`: records into a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from .errors import NotDone
from .options import DataDir, Json, example

EXAMPLES = example(
    "kundenwert export customers --format csv --out kunden.csv",
    "kundenwert export products --format xlsx --out artikel.xlsx",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export", epilog=EXAMPLES)(export_command)


def export_command(
    what: Annotated[str, typer.Argument(help="customers, contacts, products, orders or touchpoints.")],
    *,
    form: Annotated[str, typer.Option("--format", help="csv, xlsx or jsonl.")] = "csv",
    out: Annotated[Path, typer.Option("--out", help="File to write; replaced only when the new one is whole.")],
    language: Annotated[str, typer.Option("--language", help="Language of the headers: de or en.")] = "de",
    as_json: Json = False,
    data_dir: DataDir = None,
) -> None:
    """Export all records of a type, oldest first, with every field that an import can fill again."""
    if form not in {"csv", "xlsx", "jsonl"}:
        raise NotDone(f"--format is csv, xlsx or jsonl, not {form}.")
    from .start import start_fitting

    organisation = start_fitting()
    from django.utils import translation

    from kundenwert.foundation.tabular.errors import TableError
    from kundenwert.foundation.tenancy import organisation_scope
    from kundenwert.records.exports.export import export_fields, export_records

    from .import_command import record_type_called

    with organisation_scope(organisation), translation.override(language):
        record_type = record_type_called(what)
        try:
            count = export_records(
                out,
                record_type,
                record_type.live().order_by("id"),
                export_fields(record_type),
                form,  # type: ignore[arg-type]
            )
        except TableError as error:
            raise NotDone(str(error)) from error
    typer.echo(json.dumps({"rows": count, "file": str(out)}) if as_json else f"{count} rows written to {out}")
