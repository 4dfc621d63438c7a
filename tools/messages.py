"""The texts of the interface: gathered from code and templates into the German catalogue, and checked there.

python tools/messages.py extract          gather; translations that are there stay
python tools/messages.py check            fails where a text is missing, untranslated, fuzzy, unused or bent
python tools/messages.py merge FILE.po …  take translations from other files
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from message_catalogue import PO, read_catalogue, update, write_catalogue
from message_check import faults
from message_sources import extract_all


def extract() -> int:
    """Bring the catalogue in step with the sources."""
    catalogue = update(read_catalogue(PO), extract_all())
    write_catalogue(PO, catalogue)
    missing = sum(1 for message in catalogue if message.id and not _has_text(message.string))
    print(f"{PO.name}: {len(catalogue)} texts, {missing} without translation")
    return 0


def check() -> int:
    """Print what is wrong with the catalogue; 1 where something is."""
    found = faults(read_catalogue(PO), extract_all())
    for fault in found:
        print(fault)
    return 1 if found else 0


def merge(files: list[Path]) -> int:
    """Take translations from `files`: for texts that have none yet, and those new to the catalogue."""
    catalogue = read_catalogue(PO)
    for file in files:
        for message in read_catalogue(file):
            if message.id and _has_text(message.string):
                known = catalogue.get(message.id, message.context)
                if known is None:
                    catalogue.add(message.id, message.string, context=message.context)
                elif not _has_text(known.string):
                    known.string = message.string
    write_catalogue(PO, catalogue)
    return 0


def _has_text(string: object) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


def main() -> int:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["extract", "check", "merge"])
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_args()
    if given.what == "merge":
        return merge(given.files)
    return extract() if given.what == "extract" else check()


if __name__ == "__main__":
    raise SystemExit(main())
