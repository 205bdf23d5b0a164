#!/bin/sh
# Makes a Debian package of an unpacked bundle: sh build.sh [BUNDLE_FOLDER] [OUTPUT.deb]   (needs dpkg-deb, nothing else)
# Models, results, token and certificate belong to the board, not to the package: an upgrade leaves them as they are.
set -eu
umask 022
here=$(cd "$(dirname "$0")" && pwd)
bundle=$(cd "${1:-$here/..}" && pwd)
version=$(sed -n 's/^Version: //p' "$here/control")
output=${2:-ganvas-board_${version}_all.deb}

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
chmod 755 "$stage"
sh "$bundle/install.sh" --root "$stage" --page "${GANVAS_PAGE:-$bundle/page}" >&2
mkdir -p "$stage/usr/share/ganvas/model" "$stage/DEBIAN"
find "$stage/var/lib/ganvas/models" -type f -exec mv {} "$stage/usr/share/ganvas/model/" \;
mv "$stage/etc/ganvas/board.json" "$stage/usr/share/ganvas/board.json"
rm -f "$stage/etc/ganvas/credentials"
rm -rf "$stage/etc/systemd"
cp "$here/control" "$stage/DEBIAN/control"
echo "Installed-Size: $(du -sk "$stage/usr" | cut -f 1)" >>"$stage/DEBIAN/control"
for script in postinst prerm postrm; do
  cp "$here/$script" "$stage/DEBIAN/$script"
  chmod 755 "$stage/DEBIAN/$script"
done
(cd "$stage" && find etc -type f | sed 's|^|/|') >"$stage/DEBIAN/conffiles"
dpkg-deb --root-owner-group --build "$stage" "$output" >&2
echo "$output"
