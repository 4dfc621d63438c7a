"""Import of customers, beside raw COPY of the same rows into the same tables with their indexes."""

from __future__ import annotations

import csv
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from ..start import start_fitting

if TYPE_CHECKING:
    from kundenwert.demo.company.rows import DemoCustomer
    from kundenwert.foundation.tenancy import Organisation

HEADER = (
    "Kundennummer", "Firma", "Vorname", "Nachname", "Straße", "PLZ", "Ort", "Land", "Telefon",
    "E-Mail", "Branche", "Geburtstag",
)  # fmt: skip
TABLES = ("customers_customer", "records_searchentry", "records_searchword", "records_importchange")
PIECE = 1 << 18


def measure_import(folder: Path, customers: int) -> list[dict[str, Any]]:
    """Results in the order of work: `what`, `rows`, `seconds`, `rows_per_second`, `cpu_seconds` and `megabytes`.

    The last two are those of this process, without PostgreSQL.
    """
    os.environ["KUNDENWERT_DATA_DIR"] = str(folder)
    organisation = start_fitting()
    file = folder / "kunden.csv"
    write_customers(file, customers)
    results = [
        _timed("import of new customers", customers, lambda: _bring_in(organisation, file)),
        _timed("the same file again", customers, lambda: _bring_in(organisation, file)),
    ]
    with psycopg.connect(**organisation.as_owner().database, autocommit=True) as owner:
        dumps = {table: _dump(owner, table, folder) for table in TABLES}
        for tables, what in ((TABLES[:1], "COPY into the table of customers"), (TABLES, "COPY into all tables")):
            copies = [_empty_copy(owner, table) for table in tables]
            results.append(_timed(what, customers, lambda: _load(owner, copies, dumps)))  # noqa: B023  called at once
    return results


def write_customers(file: Path, count: int) -> None:
    """A file of customers of the demo company: number, name, person, address, telephone, e-mail, branch, birthday."""
    from datetime import date

    from kundenwert.demo.company import generate

    with file.open("w", newline="", encoding="utf-8") as target:
        writer = csv.writer(target, delimiter=";")
        writer.writerow(HEADER)
        writer.writerows(_row(customer) for customer in generate(count, today=date(2026, 11, 22)).customers())


def _row(customer: DemoCustomer) -> list[str]:
    name = customer.name if customer.kind == "company" else ""
    birthday = customer.birthday.strftime("%d.%m.%Y") if customer.birthday else ""
    return [
        customer.number, name, customer.first_name, customer.last_name, customer.street, customer.postal_code,
        customer.city, customer.country, customer.phone, customer.email, customer.industry, birthday,
    ]  # fmt: skip


def _timed(what: str, rows: int, work: Callable[[], None]) -> dict[str, Any]:
    clock, cpu = time.perf_counter(), time.process_time()
    work()
    seconds, cpu_seconds = time.perf_counter() - clock, time.process_time() - cpu
    return {
        "what": what,
        "rows": rows,
        "seconds": round(seconds, 2),
        "rows_per_second": round(rows / seconds),
        "cpu_seconds": round(cpu_seconds, 2),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        // (1 << 20 if sys.platform == "darwin" else 1 << 10),
    }


def _bring_in(organisation: Organisation, file: Path) -> None:
    from kundenwert.foundation.tabular.shape import inspect_file
    from kundenwert.foundation.tenancy import organisation_scope
    from kundenwert.records.imports.prepare import new_run, propose
    from kundenwert.records.imports.run import run_import
    from kundenwert.records.registry import record_type_by_slug

    with organisation_scope(organisation):
        record_type, shape = record_type_by_slug("customers"), inspect_file(file)
        options = propose(record_type, file, shape).options
        run = new_run(record_type, shape, options, file_name=file.name, actor=None)
        report = run_import(run, file, actor=None)
    if run.status != run.Status.DONE or report.rejected:
        raise RuntimeError(f"{run.status} {run.message} {report.problems[:3]}")


def _dump(owner: psycopg.Connection[Any], table: str, folder: Path) -> Path:
    path = folder / f"{table}.copy"
    statement = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))
    with path.open("wb") as target, owner.cursor() as cursor, cursor.copy(statement) as copy:
        target.writelines(copy)
    return path


def _empty_copy(owner: psycopg.Connection[Any], table: str) -> tuple[str, str]:
    """A table with the same columns, constraints and indexes; (its name, that of the original)."""
    name = f"bench_{table}"
    owner.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(name)))
    statement = sql.SQL("CREATE TABLE {} (LIKE {} INCLUDING ALL)")
    owner.execute(statement.format(sql.Identifier(name), sql.Identifier(table)))
    return name, table


def _load(owner: psycopg.Connection[Any], copies: list[tuple[str, str]], dumps: dict[str, Path]) -> None:
    for name, original in copies:
        statement = sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(name))
        with dumps[original].open("rb") as source, owner.cursor() as cursor, cursor.copy(statement) as copy:
            while piece := source.read(PIECE):
                copy.write(piece)
