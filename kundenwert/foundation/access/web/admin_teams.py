"""Teams, for administrators."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..actions.delete_team import delete_team
from ..actions.errors import Refused
from ..actions.save_team import save_team
from ..decorators import administrators
from ..models import Team, User
from .colleague import colleague
from .columns import columns
from .forms import TeamForm
from .outcome import show_refusal


@administrators
def teams(request: HttpRequest) -> HttpResponse:
    """GET: all teams."""
    context = {"teams": Team.objects.prefetch_related("users"), "columns": columns(_("Name"), _("Members"))}
    return render(request, "access/admin_teams.html", context)


@administrators
def edit(request: HttpRequest, team_id: int | None = None) -> HttpResponse:
    """GET: a team, or a new one; POST: save name and members."""
    team = get_object_or_404(Team, pk=team_id) if team_id else None
    initial = {"name": team.name, "members": list(team.users.values_list("pk", flat=True))} if team else None
    form = TeamForm(request.POST if request.method == "POST" else None, initial=initial)
    form.offer(_eligible(team))
    if form.is_valid():
        try:
            saved = save_team(team=team, **form.cleaned_data, actor=colleague(request))
        except Refused as refused:
            show_refusal(form, refused)
        else:
            messages.success(request, _("The team “%(name)s” is saved.") % {"name": saved.name})
            return redirect("admin-teams")
    return render(request, "access/admin_team.html", {"form": form, "team": team}, status=422 if form.errors else 200)


def _eligible(team: Team | None) -> QuerySet[User]:
    """Active colleagues, and members who have been deactivated: saving does not lose them."""
    found = User.objects.filter(is_active=True)
    return (found | team.users.all()).distinct() if team else found


@require_POST
@administrators
def delete(request: HttpRequest, team_id: int) -> HttpResponse:
    """POST: delete a team."""
    team = get_object_or_404(Team, pk=team_id)
    delete_team(team=team, actor=colleague(request))
    messages.success(request, _("The team “%(name)s” is deleted.") % {"name": team.name})
    return redirect("admin-teams")
