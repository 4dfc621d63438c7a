#!/bin/sh
# The browser that the tests drive. Without one those tests say so and the others run.
set -eu
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && exit 0
done
"$(dirname "$0")/system_package.sh" chromium || true
