#!/bin/sh
# Says in one line which Debian package is missing; silent when all is there.
set -u
python="${1:-}"
missing=""
command -v git >/dev/null 2>&1 || missing="$missing git"
command -v make >/dev/null 2>&1 || missing="$missing make"
if [ -z "$python" ]; then
    missing="$missing python3.11 python3.11-venv"
elif ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    missing="$missing python3.11 python3.11-venv"
elif ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    missing="$missing python3.11-venv"
fi
[ -z "$missing" ] && exit 0
echo "Missing on this machine:$missing. On Debian: apt-get install$missing" >&2
exit 1
