#!/bin/sh
# Makes the lock files anew from pyproject.toml: requirements.lock to run, requirements-dev.lock to work on it.
# Needs uv in the environment: .venv/bin/pip install uv
set -eu
cd "$(dirname "$0")/.."
uv="${UV:-.venv/bin/uv}"
options="--universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url"
options="$options --no-emit-find-links --quiet ${*:-}"
# shellcheck disable=SC2086  # several words on purpose; arguments such as --upgrade go on to uv
"$uv" pip compile $options --output-file requirements.lock pyproject.toml
# shellcheck disable=SC2086
"$uv" pip compile $options --group dev --output-file requirements-dev.lock pyproject.toml
