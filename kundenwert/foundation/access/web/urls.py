"""Addresses of sign-in, profile and administration."""

from __future__ import annotations

from django.urls import path

from . import (
    admin,
    admin_roles,
    admin_teams,
    admin_users,
    first_user,
    password_forgotten,
    password_reset,
    profile,
    profile_password,
    profile_second_factor,
    profile_sessions,
    second_factor,
    sign_in,
    sign_out,
    theme,
)

urlpatterns = [
    path("welcome", first_user.first_user, name="first-user"),
    path("sign-in", sign_in.sign_in, name="sign-in"),
    path("sign-out", sign_out.sign_out, name="sign-out"),
    path("second-factor", second_factor.second_factor, name="second-factor"),
    path("password-forgotten", password_forgotten.password_forgotten, name="password-forgotten"),
    path("password-reset/<str:token>", password_reset.password_reset, name="password-reset"),
    path("theme", theme.theme, name="theme"),
    path("profile", profile.profile, name="profile"),
    path("profile/password", profile_password.profile_password, name="profile-password"),
    path("profile/second-factor", profile_second_factor.profile_second_factor, name="profile-second-factor"),
    path("profile/second-factor/off", profile_second_factor.switch_off, name="profile-second-factor-off"),
    path("profile/second-factor/codes", profile_second_factor.new_codes, name="profile-recovery-codes"),
    path("profile/sessions", profile_sessions.profile_sessions, name="profile-sessions"),
    path("profile/sessions/end-others", profile_sessions.end_others, name="profile-sessions-end-others"),
    path("profile/sessions/<str:handle>/end", profile_sessions.end, name="profile-session-end"),
    path("admin", admin.admin, name="admin"),
    path("admin/users", admin_users.users, name="admin-users"),
    path("admin/users/new", admin_users.new, name="admin-user-new"),
    path("admin/users/<int:user_id>", admin_users.edit, name="admin-user"),
    path("admin/users/<int:user_id>/invite", admin_users.invite, name="admin-user-invite"),
    path("admin/users/<int:user_id>/deactivate", admin_users.deactivate, name="admin-user-deactivate"),
    path("admin/users/<int:user_id>/reactivate", admin_users.reactivate, name="admin-user-reactivate"),
    path(
        "admin/users/<int:user_id>/second-factor/off",
        admin_users.second_factor_off,
        name="admin-user-second-factor-off",
    ),
    path("admin/roles", admin_roles.roles, name="admin-roles"),
    path("admin/roles/new", admin_roles.edit, name="admin-role-new"),
    path("admin/roles/<int:role_id>", admin_roles.edit, name="admin-role"),
    path("admin/roles/<int:role_id>/delete", admin_roles.delete, name="admin-role-delete"),
    path("admin/teams", admin_teams.teams, name="admin-teams"),
    path("admin/teams/new", admin_teams.edit, name="admin-team-new"),
    path("admin/teams/<int:team_id>", admin_teams.edit, name="admin-team"),
    path("admin/teams/<int:team_id>/delete", admin_teams.delete, name="admin-team-delete"),
]
