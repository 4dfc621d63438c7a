"""The program's addresses, made anew so that a record type registered by a test has its own."""

from __future__ import annotations

from kundenwert.project.urls import handler400, handler403, handler404, handler500
from kundenwert.project.urls import urlpatterns as usual
from kundenwert.records.registry import record_type_for
from kundenwert.records.web.urls import urls_of

urlpatterns = [*usual, *urls_of(record_type_for("records.machine"))]
__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
