#!/bin/sh
# Gets a Chromium for the browser tests if there is none: Debian's package for root on Debian and Ubuntu,
# otherwise Playwright's own. Usage: get_chromium.sh BIN, the folder of the virtual environment's commands.
set -eu

if [ -n "${MNISTVIZ_CHROMIUM:-}" ]; then
    echo "Browser: $MNISTVIZ_CHROMIUM"
    exit 0
fi
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" > /dev/null; then
        echo "Browser: $(command -v "$name")"
        exit 0
    fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "Installing Debian's Chromium ..."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium > /dev/null
else
    echo "Installing Playwright's Chromium ..."
    "$1/playwright" install chromium
fi
