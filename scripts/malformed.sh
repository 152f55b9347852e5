#!/usr/bin/env bash
# A million malformed inputs for every parser: deterministic, before a release. Takes hours for all of it.
#   scripts/malformed.sh [COUNT] [sheets|objects]                without: a million, both
#   scripts/malformed.sh COUNT sheets FORMAT [FROM]              one format, from that input on: a run that was stopped goes on
# sheets: every format the importer reads (crates/interchange/tests/malformed.rs), one after the other, with figures.
# objects: every parser of what comes over the line (tests/fuzz).
set -euo pipefail
cd "$(dirname "$0")/.."
count="${1:-1000000}"
what="${2:-sheets objects}"
export MALFORMED="$count" MALFORMED_ONLY="${3:-}" MALFORMED_FROM="${4:-0}" FUZZ_INPUTS="$count"
for part in $what; do
  case "$part" in
    sheets) cargo test --locked --release -p ugnay-interchange --test malformed -- --nocapture ;;
    objects) cargo test --locked --release -p ugnay-fuzz --test bounded -- --nocapture ;;
    *) echo "malformed: sheets or objects, not '$part'" >&2; exit 2 ;;
  esac
done
