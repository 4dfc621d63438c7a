"""The wheel carries everything: it runs from an empty environment in an empty folder."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from tests.architecture.places import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    (made,) = folder.glob("kundenwert-*.whl")
    return made


def test_the_wheel_carries_translations_styles_and_no_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "kundenwert/locale/de/LC_MESSAGES/django.mo" in names
    assert "kundenwert/foundation/ui/static/kundenwert/kundenwert.css" in names
    assert "kundenwert/foundation/ui/static/kundenwert/kundenwert.js" in names
    assert "kundenwert/py.typed" in names
    assert [name for name in names if "/tests/" in name] == []
    assert {name.split("/")[0] for name in names} == {"kundenwert", wheel.name.split("-py3")[0] + ".dist-info"}


def test_the_demo_runs_from_an_installed_wheel(wheel, tmp_path):
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = str(environment / "bin" / "python")
    _run(
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-compile",
        "--require-hashes",
        "-r",
        str(ROOT / "requirements.lock"),
    )
    _run(python, "-m", "pip", "install", "--quiet", "--no-deps", str(wheel))
    folder = tmp_path / "empty"
    folder.mkdir()
    tmp_path.chmod(0o711)
    ours = ("KUNDENWERT", "DJANGO", "PYTHON")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    process = subprocess.Popen(
        [str(environment / "bin" / "kundenwert"), "demo", "--customers", "100"],
        cwd=folder, env={**clean, "KUNDENWERT_DATA_DIR": str(tmp_path / "data")}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        url = _wait_for(process, "Ready: ").split()[1]
        assert _wait_for(process, "Sign in: ").split()[2] == "demo@kundenwert.example"
        page = _get(f"{url}/sign-in")
        style = re.search(r'href="(/static/[^"]+\.css)"', page)
        assert style is not None
        assert "Anmelden" in page
        assert len(_get(url + style[1])) > 1000
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    assert process.returncode == 0
    assert list(folder.iterdir()) == []


def _wait_for(process, begin: str) -> str:
    for line in process.stdout:
        if line.startswith(begin):
            return line
    raise AssertionError(f"ended before it said {begin!r}")


def _get(address: str) -> str:
    request = urllib.request.Request(address, headers={"Accept-Language": "de"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read().decode()


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
