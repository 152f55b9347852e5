#!/bin/sh
# Attacks the real server with requests made from its own OpenAPI description, right and wrong ones, and compares
# every answer's status, type and body with what is described. Bounded and seeded, so that two runs ask the same.
#   tests/openapi/run.sh PATH-TO-ugnay-buffer
# VENV names where the client is kept (default: target/openapi-venv). PYTHON names the interpreter.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
server=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
venv=${VENV:-$here/../../target/openapi-venv}
if [ ! -x "$venv/bin/python" ]; then
    "${PYTHON:-python3}" -m venv "$venv"
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt"

scratch=$(mktemp -d)
trap 'kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; rm -rf "$scratch"' EXIT
"$server" init --data "$scratch/data" --origin buffer.example/log >/dev/null
mkfifo "$scratch/says"
"$server" serve --data "$scratch/data" --listen 127.0.0.1:0 >"$scratch/says" 2>"$scratch/trace" &
pid=$!
read -r _ _ address <"$scratch/says"

# What a random body means to the server is not for the description to say, hence no check that it is accepted;
# rules about accounts and made resources do not apply.
cd "$scratch"
"$venv/bin/schemathesis" run "http://$address/openapi.json" \
    --checks all \
    --exclude-checks positive_data_acceptance,use_after_free,ensure_resource_availability,ignored_auth,object_level_authorization \
    --phases examples,coverage,fuzzing --max-examples "${EXAMPLES:-100}" --seed 20261122 \
    --workers 2 --request-timeout 20 --continue-on-failure --warnings off 2>&1 || { status=$?; tail -5 "$scratch/trace"; exit "$status"; }
kill -0 "$pid" || { echo "the server is gone" >&2; exit 1; }
if grep -q '"level":"ERROR"' "$scratch/trace"; then
    echo "the server reported faults:" >&2
    grep '"level":"ERROR"' "$scratch/trace" | head -5 >&2
    exit 1
fi
