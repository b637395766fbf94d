#!/bin/sh
# Writes requirements.lock: every version with its hashes, for all platforms, without host names.
set -eu
bin="$1"
"$bin/python" -c 'import uv' 2>/dev/null || "$bin/python" -m pip install --quiet --disable-pip-version-check uv
UV_CUSTOM_COMPILE_COMMAND="make lock" "$bin/python" -m uv pip compile pyproject.toml --quiet \
    --universal --python-version 3.11 --extra dev --generate-hashes \
    --no-emit-index-url --no-emit-find-links --output-file requirements.lock
echo "requirements.lock is written; run make setup."
