"""Addresses of the background jobs."""

from __future__ import annotations

from django.urls import path

from . import jobs

urlpatterns = [
    path("admin/jobs", jobs.jobs, name="admin-jobs"),
    path("admin/jobs/<int:job_id>/retry", jobs.retry, name="admin-job-retry"),
    path("admin/jobs/<int:job_id>/dismiss", jobs.dismiss, name="admin-job-dismiss"),
]
