"""Forms of sign-in, profile and administration."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ..models import Role, Team, User
from ..models.user import Language, Theme


class Boxes(forms.CheckboxSelectMultiple):
    """A group of boxes with an id, so that the summary of errors can lead to it."""

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """The id of the group, or of one of its boxes."""
        return id_ if index is None else super().id_for_label(id_, index)


def _password(label: Any, autocomplete: str, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(
        label=label, strip=False, max_length=4096, widget=widget, help_text=help_text, required=required
    )


def _new_password() -> forms.CharField:
    return _password(_("New password"), "new-password", _("At least 10 characters; a sentence is easy to remember."))


class SignInForm(forms.Form):
    """E-mail address and password; the field is called `username` for password managers and the rate limit."""

    username = forms.CharField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True, "spellcheck": "false"}),
    )
    password = _password(_("Password"), "current-password")


class ForgottenForm(forms.Form):
    """Whose password is forgotten."""

    email = forms.CharField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )


class NewPasswordForm(forms.Form):
    """A new password, typed once and shown on demand."""

    new_password = _new_password()


class CodeForm(forms.Form):
    """A code of the second factor."""

    code = forms.CharField(
        label=_("Sign-in code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}),
    )


class ChangePasswordForm(forms.Form):
    """The password of now and the new one."""

    password = _password(_("Present password"), "current-password")
    new_password = _new_password()


class ConfirmForm(forms.Form):
    """The password, to show that the right person sits there."""

    password = _password(_("Your password"), "current-password")


class ProfileForm(forms.Form):
    """What everybody says about themselves."""

    first_name = forms.CharField(label=_("First name"), max_length=80)
    last_name = forms.CharField(label=_("Last name"), max_length=80)
    position = forms.CharField(label=_("Position"), max_length=120, required=False)
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices, required=False)
    theme = forms.ChoiceField(label=_("Colours"), choices=Theme.choices, widget=forms.RadioSelect)


class FirstUserForm(forms.Form):
    """The organisation's name and its first administrator."""

    organisation = forms.CharField(
        label=_("Name of the organisation"), max_length=200, widget=forms.TextInput(attrs={"autofocus": True})
    )
    first_name = forms.CharField(label=_("First name"), max_length=80)
    last_name = forms.CharField(label=_("Last name"), max_length=80)
    email = forms.CharField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = _password(_("Password"), "new-password", _("At least 10 characters; a sentence is easy to remember."))
    setup_code = forms.CharField(
        label=_("Set-up code"),
        max_length=40,
        help_text=_("It stands in the window in which Kundenwert was started, and in the file “setup-code”."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class UserForm(forms.Form):
    """A colleague, as administrators see them."""

    first_name = forms.CharField(label=_("First name"), max_length=80)
    last_name = forms.CharField(label=_("Last name"), max_length=80)
    email = forms.CharField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    roles = forms.ModelMultipleChoiceField(label=_("Roles"), queryset=Role.objects.all(), widget=Boxes)
    teams = forms.ModelMultipleChoiceField(label=_("Teams"), queryset=Team.objects.all(), widget=Boxes, required=False)


class NewUserForm(UserForm):
    """A new colleague: invited by mail, or with a password that is handed over."""

    password = _password(
        _("Password"),
        "new-password",
        _("Leave it empty to send an invitation by e-mail."),
        required=False,
    )


class RoleForm(forms.Form):
    """Name and kind of a role; the permissions are a table of their own."""

    name = forms.CharField(label=_("Name"), max_length=80)
    is_administrator = forms.BooleanField(
        label=_("Administrator"),
        required=False,
        help_text=_("May do everything: also manage colleagues, roles and the organisation."),
    )


class TeamForm(forms.Form):
    """Name and members of a team."""

    name = forms.CharField(label=_("Name"), max_length=80)
    members = forms.ModelMultipleChoiceField(
        label=_("Members"),
        queryset=User.objects.all(),
        widget=Boxes,
        required=False,
    )

    def offer(self, people: QuerySet[User]) -> None:
        """Say who may be a member."""
        field = self.fields["members"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = people
