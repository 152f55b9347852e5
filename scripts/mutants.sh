#!/usr/bin/env bash
# Mutation testing: changes one thing at a time in a room and says which changes no test notices.
#   scripts/mutants.sh [ROOM…] [-- ARGUMENTS OF cargo-mutants]     without a room: log release seal
# Needs `cargo install --locked cargo-mutants`. Takes hours for all of it; `-- -f crates/log/src/proof.rs` takes minutes.
# What is left out on purpose, and why, stands in .cargo/mutants.toml. Results: target/mutants/ROOM.
# Ends with 0 when every mutant was noticed, 2 when some survived.
set -uo pipefail
cd "$(dirname "$0")/.."

rooms=()
while [ $# -gt 0 ] && [ "$1" != "--" ]; do rooms+=("$1"); shift; done
[ $# -eq 0 ] || shift
[ ${#rooms[@]} -gt 0 ] || rooms=(log release seal)

worst=0
for room in "${rooms[@]}"; do
  printf '\n==> %s\n' "$room"
  # A copy of the tree is changed, never the tree itself.
  cargo mutants --package "ugnay-$room" --output "target/mutants/$room" --no-shuffle --timeout 120 "$@"
  status=$?
  [ $status -le $worst ] || worst=$status
done
exit $worst
