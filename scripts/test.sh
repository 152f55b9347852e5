#!/usr/bin/env bash
# Everything `make test` and continuous integration check, one step after the other; stops at the first failure.
#   scripts/test.sh [STEP…]     without a step: all, in order
# No step reads from the terminal. A summary with the time of each step stands at the end.
set -uo pipefail
cd "$(dirname "$0")/.."
exec </dev/null

export CARGO_TERM_COLOR="${CARGO_TERM_COLOR:-never}"
# A clean build gains nothing from incremental compilation and pays for it.
if [ "${CI:-}" = true ]; then export CARGO_INCREMENTAL=0; fi
target="${CARGO_TARGET_DIR:-target}"
mkdir -p "$target"
target=$(cd "$target" && pwd)
export PATH="$target/tools/bin:$PATH"

# One selection of packages and features for every cargo step: another one would build the same dependencies again.
whole=(--locked --workspace --features xtask/types)

step_setup() { scripts/setup.sh; }
step_format() { cargo fmt --all --check; }
step_ui_build() { npm --prefix ui ci --no-audit --no-fund && npm --prefix ui run build; }
step_build() { cargo build "${whole[@]}" --bins --tests; }
step_tree() { "$target/debug/xtask" check-tree; }
step_codegen() { "$target/debug/xtask" codegen --check --built; }
# The server as it stands behind a proxy: without TLS.
step_bare() { cargo check --locked -p ugnay-buffer --no-default-features --lib --bins; }
step_clippy() { cargo clippy "${whole[@]}" --all-targets -- -D warnings; }
# Malformed sheets: few here, a million before a release (scripts/malformed.sh).
step_rust() { MALFORMED="${MALFORMED:-60}" cargo test "${whole[@]}"; }
step_doc() { RUSTDOCFLAGS="-D warnings" cargo doc "${whole[@]}" --no-deps --quiet; }
step_deny() { cargo deny --locked check --hide-inclusion-graph --allow unused-wrapper bans licenses sources; }
step_ui_types() { npm --prefix ui run check; }
step_ui_unit() { npm --prefix ui run test; }
step_ui_browser() { npm --prefix ui run test:browser; }
step_page() { "$target/debug/examples/page" "$target/page" && node ui/browser/transparency.mjs "$target/page"; }
step_rederive() { tests/rederive/run.sh; }
step_fuzz_http() { tests/openapi/run.sh "$target/debug/ugnay-buffer"; }
step_window() { tests/e2e/run.sh "$target/debug/ugnay-desktop"; }

all=(setup format ui_build build tree codegen bare clippy rust doc deny ui_types ui_unit ui_browser page rederive fuzz_http window)
[ $# -gt 0 ] || set -- "${all[@]}"

summary=()
began=$SECONDS
for step in "$@"; do
  declare -F "step_$step" >/dev/null || { echo "test: no step is called '$step'; there are: ${all[*]}" >&2; exit 2; }
  printf '\n==> %s\n' "$step"
  start=$SECONDS
  # Not in a condition: the step's own status is wanted, and a step is one command line anyway.
  "step_$step"
  status=$?
  took=$((SECONDS - start))
  if [ $status -ne 0 ]; then
    printf '\n%s\n' "${summary[@]+"${summary[@]}"}"
    printf 'FAILED: step %s, status %d, after %d s\n' "$step" "$status" "$took" >&2
    exit 1
  fi
  summary+=("$(printf 'ok   %-12s %5d s' "$step" "$took")")
done

printf '\nAll steps passed.\n'
printf '%s\n' "${summary[@]}"
printf '     %-12s %5d s\n' total "$((SECONDS - began))"
