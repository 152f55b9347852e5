#!/bin/sh
# FEBRL 1 to 3 by our engine and by its peers, in turn in one run: F1 and seconds, with and without the number that gives records away.
#
#   scripts/peers.sh FOLDER [ROUNDS]     FOLDER: where the peers are kept (made if need be, some 600 MB); one round if not said
#
# Ours is timed from the file to the pairs written, start and all; theirs as they report it, without starting and reading.
# Needs Python 3.11 or later and a line to the package index the first time. No part of the tests.
set -eu

[ $# -ge 1 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 2; }
kept=$1
rounds=${2:-1}
root=$(cd "$(dirname "$0")/.." && pwd)
python=$kept/bin/python

if [ ! -x "$python" ]; then
    python3 -m venv "$kept"
fi
"$python" -m pip install --quiet --only-binary :all: --disable-pip-version-check -r "$root/scripts/peers/requirements.txt"

cargo build --quiet --release --manifest-path "$root/Cargo.toml" -p ugnay-matching --example link
built=${CARGO_TARGET_DIR:-$root/target}/release/examples
pairs=$(mktemp)
trap 'rm -f "$pairs"' EXIT

ours() {
    began=$(date +%s.%N)
    "$built/link" --format febrl "$@" "$file" --out "$pairs" >/dev/null 2>&1
    ended=$(date +%s.%N)
    "$python" - "$file" "$pairs" "$began" "$ended" <<'PY'
import csv, json, sys
file, pairs, began, ended = sys.argv[1:]
of = lambda record: record.strip().split("-")[1]
rows = [row for row in csv.reader(open(pairs, encoding="utf-8")) if row and row[0].startswith("rec-")]
found = {tuple(sorted((row[0].strip(), row[1].strip()))) for row in rows}
count = {}
for row in csv.DictReader(open(file, encoding="utf-8"), skipinitialspace=True):
    count[of(row["rec_id"])] = count.get(of(row["rec_id"]), 0) + 1
right = sum(n * (n - 1) // 2 for n in count.values())
hits = sum(of(a) == of(b) for a, b in found)
print(json.dumps({"f1": round(2 * hits / (len(found) + right), 4), "seconds": round(float(ended) - float(began), 2)}))
PY
}

round=1
while [ "$round" -le "$rounds" ]; do
    for data in febrl1 febrl2 febrl3; do for without in "" soc_sec_id; do
        file=$root/tests/fixtures/linkage/$data.csv
        set -- ${without:+--ignore "$without"}
        echo "round $round, $data${without:+, without $without}, load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)"
        found=$(ours "$@")
        echo "  ours           $found"
        for peer in recordlinkage splink; do
            found=$("$python" "$root/scripts/peers/peer.py" "$peer" "$file" "$@")
            printf '  %-14s %s\n' "$peer" "$found"
        done
    done; done
    round=$((round + 1))
done
