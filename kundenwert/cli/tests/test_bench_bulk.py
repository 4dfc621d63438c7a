from __future__ import annotations

import json
import subprocess
import sys


def test_on_a_small_company(tmp_path):
    command = [sys.executable, "-m", "kundenwert.cli", "bench", "bulk", "--customers", "100", "--json"]
    done = subprocess.run(
        [*command, "--folder", str(tmp_path)], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    rows = json.loads(done.stdout)
    assert [row["what"] for row in rows] == ["a field", "a field, taken back", "deletion", "deletion, taken back"]
    assert [row["records"] for row in rows[2:]] == [100, 100]
    assert 50 < rows[0]["records"] <= 100
