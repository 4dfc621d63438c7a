"""Saved views and chosen columns of a list."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.models import User
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.web.go_to import go_to

from ..access import require
from ..actions.delete_view import delete_view
from ..actions.save_view import save_view
from ..models import SavedView
from ..queries.list_state import list_state
from ..record_type import RecordType
from .chosen_columns import remember_columns


@require_POST
@for_records
def save(request: SignedInRequest, record_type: RecordType) -> HttpResponse:
    """POST: save the list's state (`state`, its address) under `name`, or into the view `view`."""
    require(request.user, record_type, "see")
    state = list_state(record_type, QueryDict(request.POST.get("state", "").lstrip("?")), None)
    view = own_view(request.user, record_type, request.POST["view"]) if request.POST.get("view") else None
    name = request.POST.get("name", "").strip() or (view.name if view else "")
    if not name:
        messages.error(request, _("The view needs a name."))
        return redirect(f"{record_type.list_url}{replace(state, view=None).address()}")
    shared = request.POST.get("shared") == "on" if not view else view.is_shared
    saved = save_view(
        record_type, replace(state, view=None), actor=request.user, name=name, is_shared=shared, view=view
    )
    messages.success(request, _("The view “%(name)s” is saved.") % {"name": saved.name})
    return redirect(f"{record_type.list_url}?view={saved.pk}")


@require_POST
@for_records
def delete(request: SignedInRequest, record_type: RecordType, view_id: int) -> HttpResponse:
    """POST: delete an own view."""
    view = own_view(request.user, record_type, str(view_id))
    delete_view(view, actor=request.user)
    messages.success(request, _("The view “%(name)s” is deleted.") % {"name": view.name})
    return redirect(record_type.list_url)


@require_POST
@for_records
def columns(request: SignedInRequest, record_type: RecordType) -> HttpResponse:
    """POST: show these columns in this order from now on."""
    require(request.user, record_type, "see")
    chosen = [name for name in request.POST.getlist("columns") if name in record_type.all_fields]
    remember_columns(request, record_type, chosen)
    state = list_state(record_type, QueryDict(request.POST.get("state", "").lstrip("?")), None)
    target = f"{record_type.list_url}{replace(state, columns=tuple(chosen) or state.columns).address()}"
    return go_to(request, target)


def own_view(user: User, record_type: RecordType, view_id: str) -> SavedView:
    """A view of the user's own. Raises Http404."""
    found = SavedView.objects.filter(
        pk=int(view_id) if view_id.isdecimal() else 0, record_type=record_type.key, owner=user
    )
    view = found.first()
    if view is None:
        raise Http404
    return view
