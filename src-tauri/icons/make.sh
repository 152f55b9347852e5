#!/usr/bin/env bash
# Redraws the PNG icons from icon.svg. Run by hand after changing the drawing; the PNGs are committed.
# Needs a headless Chromium (a real SVG renderer) and ImageMagick (sizes).
set -euo pipefail
cd "$(dirname "$0")"
big=$(mktemp -d)
trap 'rm -rf "$big"' EXIT
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --default-background-color=00000000 \
  --window-size=512,512 --screenshot="$big/512.png" "file://$PWD/icon.svg" >/dev/null 2>&1
convert "$big/512.png" -define png:color-type=6 -strip icon.png
for size in 32 64 128 256; do
  convert "$big/512.png" -filter Lanczos -resize "${size}x${size}" -define png:color-type=6 -strip "${size}x${size}.png"
done
convert 32x32.png 64x64.png 256x256.png icon.ico
