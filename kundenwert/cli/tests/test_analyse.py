from __future__ import annotations

import json
import subprocess
import sys

import pytest

TEXT = "Kunde;Datum;Betrag\n" + "".join(
    f"{customer};{1 + customer % 27:02}.{month:02}.2025;{customer + month},50\n"
    for customer in range(40)
    for month in range(1, 2 + customer % 11)
)


@pytest.fixture
def analyse(tmp_path):
    def run(*arguments, text=TEXT):
        (tmp_path / "kaeufe.csv").write_text(text, "utf-8")
        command = [
            sys.executable,
            "-m",
            "kundenwert.cli",
            "analyse",
            str(tmp_path / "kaeufe.csv"),
            *map(str, arguments),
        ]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    return run


def test_a_report_is_written_beside_the_file(analyse, tmp_path):
    done = analyse("--currency", "EUR")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Was die Kundenbasis wert ist" in (tmp_path / "kaeufe-report.html").read_text("utf-8")
    assert done.stdout.splitlines()[-1] == f"Report: {tmp_path / 'kaeufe-report.html'}"


def test_json_is_one_object_and_writes_only_what_is_asked(analyse, tmp_path):
    done = analyse("--json", "--models", "bg_nbd", "--scores", tmp_path / "scores.csv")
    found = json.loads(done.stdout)
    assert (done.returncode, found["customers"], set(found["models"]) | set(found["refused"])) == (0, 40, {"bg_nbd"})
    assert len((tmp_path / "scores.csv").read_text("utf-8").splitlines()) == 41
    assert not (tmp_path / "kaeufe-report.html").exists()


def test_rows_that_cannot_be_read_give_exit_code_1(analyse):
    done = analyse("--json", text=TEXT + "1;heute;5,00\n")
    assert done.returncode == 1
    problem = json.loads(done.stdout)["problems"][0]
    assert (problem["column"], problem["value"]) == ("Datum", "heute")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--unit", "year"], "--unit is day, week or month"),
        (["--models", "crystal_ball"], "--models knows bg_nbd"),
        (["--date", "Tag"], "“Tag”"),
        (["--until", "2025-01-01", "--calibration-until", "2025-02-01"], "--until must lie after"),
        (["--out", "/nowhere/report.html"], "cannot be written"),
    ],
)
def test_mistakes_are_told_and_nothing_is_written(analyse, tmp_path, arguments, message):
    done = analyse("--language", "en", *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert not (tmp_path / "kaeufe-report.html").exists()
