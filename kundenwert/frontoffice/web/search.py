"""The one search over everything."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from kundenwert.foundation.access.decorators import signed_in
from kundenwert.foundation.access.requests import SignedInRequest

from ..queries.search_everything import search_everything


@signed_in
def suggestions(request: SignedInRequest) -> HttpResponse:
    """GET `q`: the best hits below the search field."""
    return render(request, "frontoffice/parts/suggestions.html", _context(request, limit=6, suggested_only=True))


@signed_in
def search(request: SignedInRequest) -> HttpResponse:
    """GET `q`: the page of all hits."""
    return render(request, "frontoffice/search.html", _context(request, limit=10))


def _context(request: SignedInRequest, *, limit: int, suggested_only: bool = False) -> dict[str, Any]:
    typed = request.GET.get("q", "").strip()
    return {"q": typed, "groups": search_everything(request.user, typed, limit=limit, suggested_only=suggested_only)}
