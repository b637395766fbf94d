#!/bin/sh
# Run the tests in two lanes, a core each: the check and SQLite; PostgreSQL and then the browser. Show both whole.
# Usage: tools/both.sh MAKE
set -u
said=$(mktemp)
{ "$1" --no-print-directory postgresql && "$1" --no-print-directory browser; } > "$said" 2>&1 &
other=$!
"$1" --no-print-directory sqlite
first=$?
wait "$other"
second=$?
echo "--- on PostgreSQL, and in the browser ---"
cat "$said"
rm -f "$said"
[ "$first" -eq 0 ] && [ "$second" -eq 0 ]
