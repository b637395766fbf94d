#!/bin/sh
# Installs the Debian packages named, as far as they are missing and this account may.
set -u
missing=""
for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' \
        || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
command -v apt-get >/dev/null 2>&1 || { echo "Not Debian: please install$missing" >&2; exit 0; }
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || { echo "No rights to install$missing; tests that need them will be listed" >&2; exit 0; }
    as_root="sudo -n"
fi
echo "Installing$missing ..."
$as_root apt-get update -qq >/dev/null
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null \
    || echo "Could not install$missing; tests that need them will be listed" >&2
exit 0
