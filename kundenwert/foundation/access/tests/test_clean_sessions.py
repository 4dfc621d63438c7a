from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from kundenwert.foundation.access.jobs import clean_sessions
from kundenwert.foundation.access.models import UserSession
from kundenwert.foundation.jobs.tests.running import run_jobs


def test_the_nightly_job_forgets_expired_sessions_only(anna, client_of, audited):
    client_of(anna)
    client_of(anna)
    old = UserSession.objects.first()
    UserSession.objects.filter(pk=old.pk).update(expire_date=timezone.now() - timedelta(seconds=1))
    clean_sessions.defer(timestamp=0)
    run_jobs()
    assert UserSession.objects.count() == 1
    assert not UserSession.objects.filter(pk=old.pk).exists()
    assert audited() == ["access.usersession.cleaned"]


def test_it_runs_every_night():
    from procrastinate.contrib.django import app

    crons = {name: task.cron for (name, _id), task in app.periodic_registry.periodic_tasks.items()}
    assert crons["access.clean_sessions"] == "17 3 * * *"
