"""Whether the installation is well, for watchdogs and load balancers."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe
from psycopg import Error as DriverError
from psycopg_pool import PoolTimeout

from kundenwert.foundation.access.decorators import public

WORKER_ALIVE_SECONDS = 60
"""A worker gives a sign of life every ten seconds."""
WORKER_SEEN = """
    SELECT EXISTS (SELECT FROM procrastinate_workers
    WHERE last_heartbeat > now() - make_interval(secs => %s))
"""


@public
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when database and worker are well, else 503; says which, and nothing else: no sign-in is needed."""
    states = {"database": True, "worker": False}
    try:
        states["worker"] = worker_alive()
    except (DatabaseError, DriverError, PoolTimeout):
        states["database"] = False
    well = all(states.values())
    body = {
        "status": "ok" if well else "unwell",
        **{name: "ok" if state else "down" for name, state in states.items()},
    }
    response = JsonResponse(body, status=200 if well else 503)
    response._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001  asked often, while starting too
    return response


def worker_alive() -> bool:
    """Whether a worker of the organisation in scope has given a sign of life within the last minute."""
    with connection.cursor() as cursor:
        cursor.execute(WORKER_SEEN, [WORKER_ALIVE_SECONDS])
        return bool(cursor.fetchone()[0])
