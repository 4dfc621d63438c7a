"""One organisation, one database. Code without an organisation in scope has no database at all."""

from .directory import Directory, SingleOrganisation, configure, directory
from .organisation import Organisation
from .scope import NoOrganisation, current_organisation, organisation_scope

__all__ = [
    "Directory",
    "NoOrganisation",
    "Organisation",
    "SingleOrganisation",
    "configure",
    "current_organisation",
    "directory",
    "organisation_scope",
]
