"""Roles, for administrators."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..actions.delete_role import delete_role
from ..actions.errors import Refused
from ..actions.save_role import save_role
from ..decorators import administrators
from ..models import Role
from ..models.role import Verb
from .colleague import colleague
from .columns import columns
from .forms import RoleForm
from .outcome import show_refusal
from .role_matrix import matrix, role_permissions, typed_permissions


@administrators
def roles(request: HttpRequest) -> HttpResponse:
    """GET: all roles."""
    found = Role.objects.annotate(colleagues=Count("users")).order_by("-is_administrator", "name")
    labels = columns(_("Name"), _("Permissions"), _("Colleagues"), numeric=(2,))
    return render(request, "access/admin_roles.html", {"roles": found, "columns": labels})


@administrators
def edit(request: HttpRequest, role_id: int | None = None) -> HttpResponse:
    """GET: a role, or a new one; POST: save name and permissions."""
    role = get_object_or_404(Role, pk=role_id) if role_id else None
    initial = {"name": role.name, "is_administrator": role.is_administrator} if role else None
    form = RoleForm(request.POST if request.method == "POST" else None, initial=initial)
    permissions = typed_permissions(request.POST) if request.method == "POST" else role_permissions(role)
    if form.is_valid():
        try:
            saved = save_role(role=role, **form.cleaned_data, permissions=permissions, actor=colleague(request))
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, _("The role “%(name)s” is saved.") % {"name": saved.name})
            return redirect("admin-roles")
    context = {"form": form, "role": role, "rows": matrix(permissions), "verbs": [str(verb.label) for verb in Verb]}
    return render(request, "access/admin_role.html", context, status=422 if form.errors else 200)


@require_POST
@administrators
def delete(request: HttpRequest, role_id: int) -> HttpResponse:
    """POST: delete a role that nobody has."""
    role = get_object_or_404(Role, pk=role_id)
    try:
        delete_role(role=role, actor=colleague(request))
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("admin-role", role_id)
    messages.success(request, _("The role “%(name)s” is deleted.") % {"name": role.name})
    return redirect("admin-roles")
