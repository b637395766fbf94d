#!/bin/sh
# Run the tests on SQLite and on PostgreSQL side by side, a core and a home each; show both whole.
# Usage: tools/both.sh MAKE
set -u
said=$(mktemp)
"$1" --no-print-directory postgresql > "$said" 2>&1 &
other=$!
"$1" --no-print-directory sqlite
first=$?
wait "$other"
second=$?
echo "--- on PostgreSQL ---"
cat "$said"
rm -f "$said"
[ "$first" -eq 0 ] && [ "$second" -eq 0 ]
