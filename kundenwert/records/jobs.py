"""Background jobs of the record engine."""

from __future__ import annotations

from uuid import UUID

from kundenwert.foundation.jobs import job


@job(name="records.run_import")
def run_import(run_id: str) -> None:
    """Import a file that somebody has prepared."""
    from .actions.carry_out_import import carry_out_import

    carry_out_import(UUID(run_id))


@job(name="records.undo_import")
def undo_import(run_id: str, actor_id: int) -> None:
    """Take back an import with many records."""
    from .actions.carry_out_undo import carry_out_undo

    carry_out_undo(UUID(run_id), actor_id)


@job(name="records.run_bulk")
def run_bulk(run_id: str) -> None:
    """Change, delete or take back many records."""
    from .actions.carry_out_bulk_run import carry_out_bulk_run

    carry_out_bulk_run(UUID(run_id))
