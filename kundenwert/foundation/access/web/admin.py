"""Overview of the administration."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..decorators import administrators


@administrators
def admin(request: HttpRequest) -> HttpResponse:
    """GET: the sections of the administration."""
    return render(request, "access/admin.html")
