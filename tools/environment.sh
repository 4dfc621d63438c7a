#!/bin/sh
# Makes the environment .venv and installs Kundenwert into it, at locked versions, checked by hash.
#   tools/environment.sh run   what it takes to run       tools/environment.sh dev   and to work on it
# A stamp in .venv tells what is installed, so a second call does nothing.
set -eu
cd "$(dirname "$0")/.."

kind="${1:-dev}"
lock=requirements.lock
[ "$kind" = dev ] && lock=requirements-dev.lock
stamp=".venv/.installed-$kind"

digest() {
    cat "$lock" pyproject.toml | cksum
}

# The German texts are compiled when they are newer than what was compiled of them.
translations() {
    for source in kundenwert/locale/*/LC_MESSAGES/django.po; do
        compiled="${source%.po}.mo"
        if [ ! -f "$compiled" ] || [ -n "$(find "$source" -newer "$compiled")" ]; then
            .venv/bin/python tools/compile_messages.py >/dev/null
        fi
    done
}

find_python() {
    for name in ${PYTHON:-} python3.13 python3.12 python3.11 python3 python3.14; do
        if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    echo "Kundenwert needs Python 3.11 or newer: apt install python3 python3-venv" >&2
    exit 2
}

# Debian and Ubuntu ship Python without the module that makes environments.
make_environment() {
    python="$(find_python)"
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version="$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
        tools/system_package.sh "python$version-venv" || exit 2
    fi
    "$python" -m venv --clear .venv
}

# A demo before a test must not throw the tools out, so "dev" counts for "run" as well.
for known in "$stamp" .venv/.installed-dev; do
    [ -f "$known" ] || continue
    [ "$known" = "$stamp" ] || lock=requirements-dev.lock
    if [ "$(cat "$known")" = "$(digest)" ] && [ -x .venv/bin/kundenwert ]; then
        translations
        exit 0
    fi
    lock=requirements.lock
    [ "$kind" = dev ] && lock=requirements-dev.lock
done

[ -x .venv/bin/python ] && .venv/bin/python -c 'import pip' 2>/dev/null || make_environment
echo "Installing into .venv (once, about a minute)…"
.venv/bin/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r "$lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
digest >"$stamp"
translations
