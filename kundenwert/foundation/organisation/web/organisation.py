"""The organisation, for administrators."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ...access.decorators import administrators
from ...access.web.colleague import colleague
from ..actions.change_organisation import FIELDS, change_organisation
from ..profile import organisation_profile
from .forms import OrganisationForm


@administrators
def organisation(request: HttpRequest) -> HttpResponse:
    """GET: the form; POST: save it."""
    profile = organisation_profile()
    initial = {field: getattr(profile, field) for field in FIELDS}
    form = OrganisationForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        change_organisation(values=form.cleaned_data, actor=colleague(request))
        messages.success(request, _("The organisation is saved."))
        return redirect("admin-organisation")
    return render(request, "organisation/organisation.html", {"form": form}, status=422 if form.errors else 200)
