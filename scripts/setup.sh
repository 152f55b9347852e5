#!/usr/bin/env bash
# Installs what a bare Debian 12 with Rust and Node still lacks, by group, and nothing that is already there.
#   scripts/setup.sh [base] [window] [window-tests] [browser] [services] [python] [tools]
# base          to compile the command line and the server
# window        to compile and run the Tauri window
# window-tests  to drive the window without a screen
# browser       to run the interface in headless Chromium
# services      servers that tests start by themselves
# python        a second implementation re-derives golden files
# tools         cargo programs that only tests use, into target/tools
# Without a group: all of them. Safe to run again and again.
set -euo pipefail
cd "$(dirname "$0")/.."

packages() {
  case "$1" in
    base) echo build-essential pkg-config perl libssl-dev ;;
    window) echo libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev libxdo-dev libayatana-appindicator3-dev file ;;
    window-tests) echo xvfb xauth x11-utils webkit2gtk-driver dbus dbus-x11 at-spi2-core poppler-utils fonts-dejavu-core fonts-noto-core ;;
    browser) echo chromium chromium-sandbox fonts-liberation ;;
    services) echo postgresql-15 pebble age ;;
    python) echo python3 python3-venv ;;
    tools) ;;
    *) echo "setup: no group is called '$1'" >&2; exit 2 ;;
  esac
}

# name version: one cargo program, in its own folder, so that nothing is put into the user's own ~/.cargo/bin.
cargo_tool() {
  local root="${CARGO_TARGET_DIR:-target}/tools"
  [ -x "$root/bin/$1" ] && grep -qF "\"$1 $2 " "$root/.crates.toml" 2>/dev/null && return
  echo "setup: building $1 $2 into $root (once)"
  # A debug build: it compiles in a fraction of the time and these programs run for seconds.
  cargo install --quiet --locked --debug --root "$root" --target-dir "$root/build" "$1" --version "=$2"
  rm -rf "$root/build"
}

if [ $# -eq 0 ]; then set -- base window window-tests browser services python tools; fi

for program in cargo node npm; do
  command -v "$program" >/dev/null && continue
  # The command line and the server need no Node.
  [ "$program" != cargo ] && [ "$*" = base ] && continue
  echo "setup: '$program' is not installed. Rust: https://rustup.rs  Node 20 or later: https://nodejs.org" >&2
  exit 1
done

missing=()
wanted=()
for group in "$@"; do
  names=$(packages "$group")
  for package in $names; do
    wanted+=("$package")
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
done

if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "setup: no apt here. These Debian packages, or their like, are needed: ${wanted[*]}" >&2
    echo "setup: going on as if they were there." >&2
  else
    sudo=()
    if [ "$(id -u)" -ne 0 ]; then
      command -v sudo >/dev/null || { echo "setup: please install as root: apt-get install ${missing[*]}" >&2; exit 1; }
      sudo=(sudo)
    fi
    echo "setup: installing with apt: ${missing[*]}"
    "${sudo[@]}" apt-get update -qq
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
  fi
fi

case " $* " in *" tools "*)
  cargo_tool tauri-driver 2.1.0
  cargo_tool cargo-deny 0.20.2
  ;;
esac
echo "setup: ready ($*)"
