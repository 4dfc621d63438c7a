"""Dismiss a failed job."""

from __future__ import annotations

from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from ...access.models import User
from ...audit.write import write_audit
from ..models import JobFailure
from .retry_job import SUBJECT


@transaction.atomic
def dismiss_job(*, job_id: int, actor: User | None) -> bool:
    """Delete a failed job: it will not be done. The audit entry keeps what it was. False where there is none such."""
    job = ProcrastinateJob.objects.select_for_update().filter(pk=job_id, status="failed").first()
    if job is None:
        return False
    failure = JobFailure.objects.filter(pk=job_id).first()
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.dismissed",
        subject=SUBJECT,
        object_id=job_id,
        title=job.task_name,
        details={"arguments": job.args, "error": failure.error if failure else ""},
    )
    JobFailure.objects.filter(pk=job_id).delete()
    with connection.cursor() as cursor:  # procrastinate's models are read-only
        cursor.execute("UPDATE procrastinate_periodic_defers SET job_id = NULL WHERE job_id = %s", [job_id])
        cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s AND status = 'failed'", [job_id])
    return True
