"""A worker in a process of its own, for tests that kill it: `python -m … ORGANISATION_AS_JSON`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kundenwert.project.boot import set_up_django


def main(kept: str) -> None:
    """Run the waiting jobs of an organisation."""
    set_up_django()
    from kundenwert.foundation.tenancy import Organisation, SingleOrganisation, configure, organisation_scope

    told = json.loads(kept)
    organisation = Organisation(told["key"], told["database"], told["owner"], Path(told["files"]))
    configure(SingleOrganisation(organisation))
    with organisation_scope(organisation):
        from .conftest import work

        work()


if __name__ == "__main__":
    main(sys.argv[1])
