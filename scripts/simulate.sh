#!/usr/bin/env bash
# Ten thousand simulated years of releases under faults, for each seed; a test plays forty of them (docs/RELEASE.md).
#   scripts/simulate.sh [YEARS [SEED…]]     without anything: 10000 years, seeds 1 to 4
# Ends with 0 when every promise was kept in every run, 1 when one was broken.
set -euo pipefail
cd "$(dirname "$0")/.."

years="${1:-10000}"
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 1 2 3 4

cargo build --locked --quiet --release --package ugnay-release --example simulate
kept=0
for seed in "$@"; do
  printf '==> %s years, seed %s\n' "$years" "$seed"
  "${CARGO_TARGET_DIR:-target}/release/examples/simulate" "$years" "$seed" || kept=1
done
exit $kept
