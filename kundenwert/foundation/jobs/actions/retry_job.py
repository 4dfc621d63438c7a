"""Try a failed job again."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from ...access.models import User
from ...audit.write import write_audit

SUBJECT = "jobs.job"


@transaction.atomic
def retry_job(*, job_id: int, actor: User | None) -> bool:
    """Let a worker do a failed job once more, now; False where there is no such failed job."""
    job = ProcrastinateJob.objects.select_for_update().filter(pk=job_id, status="failed").first()
    if job is None:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT procrastinate_retry_job_v2(%s, %s, NULL, NULL, NULL)", [job_id, timezone.now()])
    write_audit(actor=actor, action=f"{SUBJECT}.retried", subject=SUBJECT, object_id=job_id, title=job.task_name)
    return True
