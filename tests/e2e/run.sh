#!/usr/bin/env bash
# The real window, driven by WebDriver on a screen that does not exist.
#   tests/e2e/run.sh BINARY [STORY…]      BINARY: target/debug/ugnay-desktop; without a story: all of them
# Home, runtime folder, screen and message bus are new for every run and thrown away after it. Screenshots are put into
# e2e/ beside the build.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ $# -ge 1 ] && [ -x "$1" ] || { echo "usage: tests/e2e/run.sh BINARY [STORY…]; no program at '${1:-}'" >&2; exit 2; }
target="${CARGO_TARGET_DIR:-target}"
mkdir -p "$target/e2e"
target=$(cd "$target" && pwd)
export PATH="$target/tools/bin:$PATH"
export UGNAY_E2E_SHOTS="$target/e2e"
rm -f "$UGNAY_E2E_SHOTS"/*.png

home=$(mktemp -d)
trap 'rm -rf "$home" || true' EXIT
mkdir -m 700 "$home/run"
export HOME="$home" XDG_RUNTIME_DIR="$home/run"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY
export GTK_USE_PORTAL=0 NO_AT_BRIDGE=1 LC_ALL=C.UTF-8
# WEBKIT_DISABLE_COMPOSITING_MODE must not be set: WebDriver's screenshots would hang.
unset WEBKIT_DISABLE_COMPOSITING_MODE

# The message bus and the portals it wakes chatter; only the stories' own lines are let through.
exec 3>&1 4>&2
xvfb-run --auto-servernum --server-args="-screen 0 1280x900x24 -nolisten tcp" \
  dbus-run-session -- bash -c 'exec node tests/e2e/main.mjs "$@" >&3 2>&4' stories "$@" </dev/null >/dev/null 2>&1
