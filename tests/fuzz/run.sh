#!/usr/bin/env bash
# One target under libFuzzer: tests/fuzz/run.sh TARGET [SECONDS]. Without a target: lists them.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ $# -eq 0 ]; then
  grep -oh 'target("[a-z_]*"' tests/fuzz/src/*.rs | cut -d'"' -f2
  exit 0
fi
corpus="${CARGO_TARGET_DIR:-target}/fuzz/$1"
mkdir -p "$corpus"
# What the parser accepts, to start from.
cargo run --locked --quiet --package ugnay-fuzz --example seeds -- "${CARGO_TARGET_DIR:-target}/fuzz-seeds"
seeds="${CARGO_TARGET_DIR:-target}/fuzz-seeds/$1"
[ -d "$seeds" ] || { echo "no such target: $1" >&2; exit 2; }
export RUSTC_BOOTSTRAP=1
export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions=yes --cfg fuzzing"
host=$(rustc -vV | sed -n 's/^host: //p')
FUZZ_TARGET="$1" exec cargo run --locked --release --package ugnay-fuzz --features libfuzzer --bin fuzz --target "$host" \
  --target-dir "${CARGO_TARGET_DIR:-target}/fuzz-build" -- "$corpus" "$seeds" -artifact_prefix="$corpus-" -max_total_time="${2:-60}" -max_len=65536 -rss_limit_mb=1024
