#!/bin/sh
# Installs Debian or Ubuntu packages where that is allowed without asking; else says in one line what to install.
set -eu
if [ "$(id -u)" = 0 ]; then
    sudo=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo="sudo -n"
else
    sudo="none"
fi
if command -v apt-get >/dev/null && [ "$sudo" != none ]; then
    # shellcheck disable=SC2086  # two words on purpose
    if DEBIAN_FRONTEND=noninteractive $sudo apt-get install -qq -y --no-install-recommends "$@" >/dev/null 2>&1 ||
        { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -qq -y --no-install-recommends "$@"; } >/dev/null 2>&1; then
        exit 0
    fi
fi
echo "Please install $* first (Debian, Ubuntu: sudo apt install $*)." >&2
exit 1
