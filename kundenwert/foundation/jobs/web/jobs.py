"""Background jobs, for administrators."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ...access.decorators import administrators
from ...access.web.colleague import colleague
from ..actions.dismiss_job import dismiss_job
from ..actions.retry_job import retry_job
from ..queries import failed_jobs, open_jobs


@administrators
def jobs(request: HttpRequest) -> HttpResponse:
    """GET: failed, running and waiting jobs; to htmx only the part that refreshes itself."""
    context = {"failed": failed_jobs(), "waiting": open_jobs()}
    part = request.headers.get("HX-Request") and request.GET.get("part")
    return render(request, "jobs/parts/jobs.html" if part else "jobs/jobs.html", context)


@require_POST
@administrators
def retry(request: HttpRequest, job_id: int) -> HttpResponse:
    """POST: try a failed job again."""
    if retry_job(job_id=job_id, actor=colleague(request)):
        messages.success(request, _("The job is tried again."))
    else:
        messages.info(request, _("This job is not among the failed ones any more."))
    return redirect("admin-jobs")


@require_POST
@administrators
def dismiss(request: HttpRequest, job_id: int) -> HttpResponse:
    """POST: dismiss a failed job."""
    if dismiss_job(job_id=job_id, actor=colleague(request)):
        messages.success(request, _("The job is dismissed."))
    else:
        messages.info(request, _("This job is not among the failed ones any more."))
    return redirect("admin-jobs")
