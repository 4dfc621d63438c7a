"""Colleagues, for administrators."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..actions.change_user import change_user
from ..actions.create_user import create_user
from ..actions.deactivate_user import deactivate_user
from ..actions.disable_second_factor import disable_second_factor
from ..actions.errors import Refused
from ..actions.invite_user import invite_user
from ..actions.reactivate_user import reactivate_user
from ..decorators import administrators
from ..models import User
from ..queries.list_users import list_users
from ..second_factor import has_second_factor
from .colleague import colleague
from .columns import columns
from .forms import NewUserForm, UserForm
from .origin import public_origin
from .outcome import show_refusal


@administrators
def users(request: HttpRequest) -> HttpResponse:
    """GET: all colleagues; `q` searches."""
    words = request.GET.get("q", "")[:200]
    labels = columns(_("Name"), _("E-mail address"), _("Roles"), _("Teams"), _("State"), _("Last signed in"))
    return render(request, "access/admin_users.html", {"users": list_users(words), "words": words, "columns": labels})


@administrators
def new(request: HttpRequest) -> HttpResponse:
    """GET: the form; POST: create a colleague, with a password or an invitation."""
    form = NewUserForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            user = create_user(**form.cleaned_data, origin=public_origin(request), actor=colleague(request))
        except Refused as refused:
            show_refusal(form, refused)
        else:
            invited = not form.cleaned_data["password"]
            text = _("An invitation is on its way to %(email)s.") if invited else _("The account of %(name)s is ready.")
            messages.success(request, text % {"email": user.email, "name": user.name})
            return redirect("admin-users")
    return render(request, "access/admin_user_new.html", {"form": form}, status=422 if form.errors else 200)


@administrators
def edit(request: HttpRequest, user_id: int) -> HttpResponse:
    """GET: a colleague; POST: save."""
    user = get_object_or_404(User, pk=user_id)
    form = UserForm(request.POST if request.method == "POST" else None, initial=_values(user))
    if form.is_valid():
        try:
            changed = change_user(user=user, **form.cleaned_data, actor=colleague(request))
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, _("%(name)s is saved.") % {"name": changed.name})
            return redirect("admin-users")
    context = {
        "form": form,
        "colleague": user,
        "is_me": user.pk == colleague(request).pk,
        "has_second_factor": has_second_factor(user),
        "is_invited": not user.has_usable_password(),
    }
    return render(request, "access/admin_user.html", context, status=422 if form.errors else 200)


@require_POST
@administrators
def invite(request: HttpRequest, user_id: int) -> HttpResponse:
    """POST: mail the invitation again."""
    user = get_object_or_404(User, pk=user_id)
    try:
        invite_user(user=user, origin=public_origin(request), actor=colleague(request))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("An invitation is on its way to %(email)s.") % {"email": user.email})
    return redirect("admin-user", user.pk)


@require_POST
@administrators
def deactivate(request: HttpRequest, user_id: int) -> HttpResponse:
    """POST: take the access away."""
    user = get_object_or_404(User, pk=user_id)
    try:
        deactivate_user(user=user, actor=colleague(request))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("%(name)s has no access any more.") % {"name": user.name})
    return redirect("admin-user", user.pk)


@require_POST
@administrators
def reactivate(request: HttpRequest, user_id: int) -> HttpResponse:
    """POST: give the access back."""
    user = reactivate_user(user=get_object_or_404(User, pk=user_id), actor=colleague(request))
    messages.success(request, _("%(name)s has access again.") % {"name": user.name})
    return redirect("admin-user", user.pk)


@require_POST
@administrators
def second_factor_off(request: HttpRequest, user_id: int) -> HttpResponse:
    """POST: remove the second factor of somebody else who has lost the telephone; one's own goes with the password."""
    user = get_object_or_404(User.objects.exclude(pk=colleague(request).pk), pk=user_id)
    disable_second_factor(user=user, actor=colleague(request))
    messages.success(request, _("The second factor of %(name)s is switched off.") % {"name": user.name})
    return redirect("admin-user", user.pk)


def _values(user: User) -> dict[str, Any]:
    return {
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "roles": list(user.roles.values_list("pk", flat=True)),
        "teams": list(user.teams.values_list("pk", flat=True)),
    }
