"""Every text of the interface has its German."""

from __future__ import annotations

import subprocess
import sys

from .places import ROOT


def test_the_german_catalogue_is_complete():
    done = subprocess.run(
        [sys.executable, "tools/messages.py", "check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
