#!/usr/bin/env bash
# Every file of a folder through the importer, each in a process of its own with 10 s and 512 MB: a Markdown table of what
# was understood or why it was refused, time and memory. Prints no personal data.
#   scripts/import-folder.sh DIR
# Ends with 1 when a file crashed, hung or needed more. Needs GNU time.
set -uo pipefail
[ $# -eq 1 ] || { sed -n '2,5p' "$0" >&2; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
target="${CARGO_TARGET_DIR:-$root/target}"
inspect="$target/release/examples/inspect"
[ -n "${BUILT:-}" ] || cargo build --locked --release --manifest-path "$root/Cargo.toml" -p ugnay-interchange --example inspect || exit 2
bad=0
printf '| file | outcome | s | MiB |\n|---|---|---|---|\n'
while IFS= read -r file; do
  measured=$(mktemp)
  # Memory that is only reserved counts too: the limit is on addresses.
  said=$(ulimit -v $((512 * 1024)); timeout 10 /usr/bin/time -o "$measured" -f '%e %M' "$inspect" --sum "$file" 2>/dev/null)
  status=$?
  read -r seconds kib < <(tail -1 "$measured")
  rm -f "$measured"
  if [ $status -ne 0 ]; then said="FAILED with status $status"; bad=1; fi
  said=${said#refused: }
  printf '| %s | %s | %s | %d |\n' "${file#"$1"/}" "$said" "$seconds" $((kib / 1024))
done < <(find "$1" -type f | LC_ALL=C sort)
exit $bad
