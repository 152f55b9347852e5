#!/usr/bin/env bash
# Every file of a folder brought in by `ugnay`, each in a process of its own with 10 s and 512 MB: a Markdown table of what
# was understood or why it was refused, time and memory. Prints no personal data.
#   scripts/import-folder.sh DIR [EXPECTED]
# With EXPECTED (lines of file, tab, outcome) the outcome of each file is compared with what somebody who looked into the
# file says it must be. Ends with 1 when a file crashed, hung, needed more, told what is not so in its report (every row once,
# as many persons as rows of persons) or came out otherwise than expected. Needs GNU time and jq.
set -uo pipefail
[ $# -ge 1 ] || { sed -n '2,8p' "$0" >&2; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
ugnay="${CARGO_TARGET_DIR:-$root/target}/release/ugnay"
[ -n "${BUILT:-}" ] || cargo build --locked --release --manifest-path "$root/Cargo.toml" -p ugnay-cli || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "an invented passphrase for a folder" > "$work/passphrase"
"$ugnay" register create "$work/empty" --place 0401009000 --passphrase-file "$work/passphrase" >/dev/null || exit 2
bad=0
printf '| file | outcome | s | MiB |\n|---|---|---|---|\n'
while IFS= read -r file; do
  rm -rf "$work/register" "$work/report.json" && cp -r "$work/empty" "$work/register"
  said=$(ulimit -v $((512 * 1024)); timeout 10 /usr/bin/time -o "$work/time" -f '%e %M' \
    "$ugnay" import "$work/register" "$file" --report "$work/report.json" --passphrase-file "$work/passphrase" 2>&1)
  status=$?
  read -r seconds kib < <(tail -1 "$work/time")
  if [ $status -eq 0 ]; then
    # Every row of every file once; persons counted are rows of persons; contacts are no fewer than none.
    outcome=$(jq -r '
      (.rows | map([.file, .sheet, .row]) | (length == (unique | length))) as $once
      | ([.rows[] | select(.kind == "person" and .person != null)] | length) as $told
      | if ($once | not) then "UNTRUE: a row stands there twice"
        elif $told != .persons then "UNTRUE: \(.persons) persons, \($told) rows of persons"
        else "\(.persons) persons, \(.contacts) contacts, \(.rows | length) rows, \([.rows[].problems | length] | add // 0) flagged"
          + ([.skipped[] | select(.row == 0) | .reason] | unique | if length > 0 then "; sheets left out: " + join(", ") else "" end)
        end' "$work/report.json") || outcome="UNTRUE: no report"
  elif [ $status -eq 2 ]; then
    said=${said##*ugnay: }
    outcome="refused: ${said%% [*}"
  else
    outcome="FAILED with status $status"
  fi
  name=${file#"$1"/}
  case "$outcome" in UNTRUE*|FAILED*) bad=1 ;; esac
  if [ $# -ge 2 ]; then
    wanted=$(awk -F '\t' -v name="$name" '$1 == name { print $2 }' "$2")
    # What is expected says the beginning: "3 persons, 1 contacts" leaves the rest open.
    case "$outcome" in "$wanted"*) [ -n "$wanted" ] || { outcome="$outcome (NOT EXPECTED: nothing)"; bad=1; } ;; *) outcome="$outcome (EXPECTED: $wanted)"; bad=1 ;; esac
  fi
  printf '| %s | %s | %s | %d |\n' "$name" "$outcome" "$seconds" $((kib / 1024))
done < <(find "$1" -type f | LC_ALL=C sort)
exit $bad
