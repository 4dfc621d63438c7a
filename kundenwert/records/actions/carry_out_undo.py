"""Take back an import in the background."""

from __future__ import annotations

import logging
from uuid import UUID

import psycopg
from django.db import OperationalError
from django.utils.translation import gettext as _

from kundenwert.foundation.access.models import User

from ..imports.language import speaking_to
from ..models import ImportRun
from .carry_out_import import alone
from .errors import CannotUndo
from .undo_import import undo_import

logger = logging.getLogger(__name__)


def carry_out_undo(run_id: UUID, actor_id: int) -> None:
    """Take back the import, or note on it why that is not possible. May be called again."""
    with alone(run_id):
        run = ImportRun.objects.filter(pk=run_id, status=ImportRun.Status.DONE).first()
        actor = User.objects.filter(pk=actor_id).first()
        if run is None:
            return
        with speaking_to(actor):
            try:
                undo_import(run, actor=actor)
            except CannotUndo as error:
                _give_up(run, str(error))
            except (OperationalError, psycopg.OperationalError):
                raise
            except Exception:
                logger.exception("taking back import %s failed", run_id)
                _give_up(run, _("The program failed to take the import back; nothing was changed."))


def _give_up(run: ImportRun, message: str) -> None:
    run.details = {**run.details, "undoing": False, "undo_problem": message}
    run.save(update_fields=["details"])
