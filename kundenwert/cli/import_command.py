"""`kundenwert import`: records from a file."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .errors import DONE, FINDINGS, NOT_DONE, NotDone
from .options import DataDir, Json, example

if TYPE_CHECKING:
    from kundenwert.foundation.tabular.shape import FileShape
    from kundenwert.records.imports.options import ImportOptions
    from kundenwert.records.imports.report import ImportReport
    from kundenwert.records.models import ImportRun
    from kundenwert.records.record_type import RecordType

EXAMPLES = example(
    "kundenwert import customers kunden.csv",
    "kundenwert import customers kunden.xlsx --sheet Adressen --map Firma=name --map 'Kd.-Nr.=number' --key number",
    "kundenwert import orders lines.csv --map InvoiceNo=number --map CustomerID=customer --key number --dry-run --json",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import", epilog=EXAMPLES)(import_command)


def import_command(
    what: Annotated[str, typer.Argument(help="customers, contacts, products, orders or touchpoints.")],
    file: Annotated[Path, typer.Argument(help="CSV or XLSX file.")],
    *,
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", help="Column=field; may be given more than once. Without it columns are guessed."),
    ] = None,
    key: Annotated[
        str | None, typer.Option("--key", help='Field that tells which record a row means; "" for none.')
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, change nothing.")] = False,
    all_or_nothing: Annotated[bool, typer.Option("--all-or-nothing", help="One bad row stops the import.")] = False,
    encoding: Annotated[str | None, typer.Option("--encoding", help="Such as cp1252; found without it.")] = None,
    delimiter: Annotated[str | None, typer.Option("--delimiter", help="One character; found without it.")] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", help="Sheet of an XLSX file.")] = None,
    unknown: Annotated[
        str, typer.Option("--unknown", help="Customers that are not there: create, reject or anonymous.")
    ] = "create",
    unknown_products: Annotated[
        str, typer.Option("--unknown-products", help="Products that are not there: create, reject or anonymous.")
    ] = "create",
    without_customer: Annotated[
        str, typer.Option("--without-customer", help="Orders without a customer: anonymous or reject.")
    ] = "anonymous",
    rejects: Annotated[Path | None, typer.Option("--rejects", help="Write the rejected rows into this CSV.")] = None,
    as_json: Json = False,
    data_dir: DataDir = None,
) -> None:
    """Import records from a file. Exit code 0: all rows; 1: some were rejected; 2: nothing was imported."""
    if not file.is_file():
        raise NotDone(f"There is no file {file}.")
    _check_choices(unknown, unknown_products, without_customer)
    if rejects:
        _check_writable(rejects)
    from .start import start_fitting

    organisation = start_fitting()
    from kundenwert.foundation.tabular.errors import TableError
    from kundenwert.foundation.tabular.shape import inspect_file
    from kundenwert.foundation.tenancy import organisation_scope

    with organisation_scope(organisation):
        record_type = record_type_called(what)
        try:
            shape = inspect_file(file, encoding=encoding, delimiter=delimiter, sheet=sheet)
        except TableError as error:
            raise NotDone(str(error)) from error
        options = replace(
            _options(record_type, file, shape, mapping, key),
            skip_bad=not all_or_nothing,
            unknown=unknown,
            unknown_products=unknown_products,
            without_customer=without_customer,
        )
        run, report = _run(record_type, file, shape, options, dry_run=dry_run, show=not as_json)
        if rejects and report.rejected:
            with rejects.open("wb") as target:
                target.writelines(report.rejected_rows())
        report.close()
    code = _exit_code(run, report, dry_run=dry_run)
    if as_json:
        typer.echo(json.dumps(_result(run, report), ensure_ascii=False))
    else:
        _tell(run, report, dry_run=dry_run)
    raise typer.Exit(code)


def _check_choices(unknown: str, unknown_products: str, without_customer: str) -> None:
    allowed = {"create", "reject", "anonymous"}
    for option, value in (("--unknown", unknown), ("--unknown-products", unknown_products)):
        if value not in allowed:
            raise NotDone(f"{option} is create, reject or anonymous, not {value}.")
    if without_customer not in {"anonymous", "reject"}:
        raise NotDone(f"--without-customer is anonymous or reject, not {without_customer}.")


def _check_writable(rejects: Path) -> None:
    """Before anything is imported: a result without its rejected rows is of no use."""
    try:
        rejects.open("ab").close()
    except OSError as error:
        raise NotDone(f"--rejects {rejects} cannot be written: {error.strerror}.") from error


def record_type_called(what: str) -> RecordType:
    """The record type of a word such as `customers`. Raises `NotDone`."""
    from kundenwert.records.registry import record_type_by_slug, record_types

    try:
        return record_type_by_slug(what)
    except KeyError:
        known = ", ".join(found.slug for found in record_types() if found.in_navigation)
        raise NotDone(f"{what} cannot be imported. Possible are: {known}.") from None


def _options(
    record_type: RecordType, file: Path, shape: FileShape, mapping: list[str] | None, key: str | None
) -> ImportOptions:
    from kundenwert.records.imports.prepare import propose
    from kundenwert.records.imports.run import importer_class

    fields = {field.name for field in importer_class(record_type).fields(record_type)}
    chosen = _mapping(mapping, shape.columns, fields) if mapping else None
    options = propose(record_type, file, shape, chosen).options
    if key is None:
        return options
    if key and key not in options.mapping.values():
        raise NotDone(f"--key {key}: no column of the file is mapped to this field.")
    if key and key not in importer_class(record_type).keys(record_type):
        possible = ", ".join(importer_class(record_type).keys(record_type))
        raise NotDone(f"--key {key}: a record can be told by one of these fields: {possible}.")
    return replace(options, key=key)


def _mapping(given: list[str], columns: tuple[str, ...], fields: set[str]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for pair in given:
        column, _equals, field = pair.rpartition("=")
        if column not in columns:
            raise NotDone(f"--map {pair}: the file has no column “{column}”. Its columns: {', '.join(columns)}.")
        if field not in fields:
            raise NotDone(f"--map {pair}: there is no field “{field}”. Fields: {', '.join(sorted(fields))}.")
        chosen[column] = field
    return chosen


def _run(
    record_type: RecordType, file: Path, shape: FileShape, options: ImportOptions, *, dry_run: bool, show: bool
) -> tuple[ImportRun, ImportReport]:
    from kundenwert.records.imports.prepare import new_run
    from kundenwert.records.imports.run import note_failure, run_import

    run = new_run(record_type, shape, options, file_name=file.name, actor=None)
    if show:
        typer.echo(f"{file.name}: {shape.encoding or shape.sheet}, {len(shape.columns)} columns", err=True)
        for column, field in options.mapping.items():
            typer.echo(f"  {column} → {field}", err=True)
    progress = _progress if show and sys.stderr.isatty() else None
    try:
        return run, run_import(run, file, actor=None, progress=progress, dry_run=dry_run)
    except BaseException as error:
        note_failure(run, error)
        raise


def _progress(share: float, report: ImportReport) -> None:
    typer.echo(f"\r{share:4.0%}  {report.rows} rows", err=True, nl=False)


def _exit_code(run: ImportRun, report: ImportReport, *, dry_run: bool) -> int:
    from kundenwert.records.models import ImportRun as Run

    if run.status != Run.Status.DONE and not (dry_run and run.status == Run.Status.CANCELLED):
        return NOT_DONE
    return FINDINGS if report.rejected else DONE


def _result(run: ImportRun, report: ImportReport) -> dict[str, Any]:
    from kundenwert.records.models import ImportRun as Run

    failed = run.status == Run.Status.FAILED
    details = {name: value for name, value in report.details.items() if isinstance(value, int)}
    return {
        "rows": report.rows,
        "created": 0 if failed else report.created,
        "updated": 0 if failed else report.updated,
        "unchanged": 0 if failed else report.unchanged,
        "rejected": report.rejected,
        "errors": [
            {"row": problem.row, "column": problem.column, "value": problem.value, "message": problem.message}
            for problem in report.problems
        ],
        "import_id": str(run.pk),
        "status": run.status,
        "message": run.message,
        **details,
    }


def _tell(run: ImportRun, report: ImportReport, *, dry_run: bool) -> None:
    if run.message:
        typer.echo(run.message)
    would = "would be " if dry_run else ""
    typer.echo(
        f"{report.rows} rows: {report.created} {would}created, {report.updated} {would}updated, "
        f"{report.unchanged} unchanged, {report.rejected} rejected"
    )
    for name in ("orders", "lines", "new_customers", "new_products"):
        if report.details.get(name):
            typer.echo(f"  {name.replace('_', ' ')}: {report.details[name]}")
    if report.details.get("duplicate_count"):
        typer.echo(f"  possible duplicates of stored customers: {report.details['duplicate_count']}")
    for problem in report.problems[:20]:
        typer.echo(f"  row {problem.row}, {problem.column or 'row'}: {problem.message}")
    if report.rejected > len(report.problems[:20]):
        typer.echo(f"  … and {report.rejected - len(report.problems[:20])} more (--rejects FILE writes all of them)")
    if not dry_run and run.status == "done":
        typer.echo(f"Import {run.pk} (to take it back: front office, Imports)")
