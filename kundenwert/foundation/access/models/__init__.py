"""Tables of the access module."""

from .role import Role, RolePermission
from .session import UserSession
from .team import Team
from .user import User

__all__ = ["Role", "RolePermission", "Team", "User", "UserSession"]
