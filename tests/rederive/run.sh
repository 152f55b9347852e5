#!/bin/sh
# Re-derives the golden files of crates/seal, crates/release, crates/sync and crates/wire in Python, in a virtual environment of its own.
# VENV names where it is kept (default: target/rederive-venv). PYTHON names the interpreter.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
venv=${VENV:-$here/../../target/rederive-venv}
python=${PYTHON:-python3}
if [ ! -x "$venv/bin/python" ]; then
    "$python" -m venv "$venv"
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt"
"$venv/bin/python" "$here/rederive.py" "$here/../../crates/seal"
"$venv/bin/python" "$here/objects.py" "$here/../../crates/release"
"$venv/bin/python" "$here/sync.py" "$here/../../crates/sync"
exec "$venv/bin/python" "$here/wire.py" "$here/../../crates/wire"
