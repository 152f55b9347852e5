#!/usr/bin/env bash
# A million malformed inputs for every parser: deterministic, before a release. Takes hours for all of it.
#   scripts/malformed.sh [COUNT] [sheets|objects]     without: a million, both
# sheets: every format the importer reads (crates/interchange/tests/malformed.rs), with figures.
# objects: every parser of what comes over the line (tests/fuzz).
set -euo pipefail
cd "$(dirname "$0")/.."
count="${1:-1000000}"
what="${2:-sheets objects}"
for part in $what; do
  case "$part" in
    sheets) MALFORMED="$count" cargo test --locked --release -p ugnay-interchange --test malformed -- --nocapture ;;
    objects) FUZZ_INPUTS="$count" cargo test --locked --release -p ugnay-fuzz --test bounded ;;
    *) echo "malformed: sheets or objects, not '$part'" >&2; exit 2 ;;
  esac
done
