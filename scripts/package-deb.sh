#!/usr/bin/env bash
# Makes the server's Debian package and looks it over.
#   scripts/package-deb.sh [PROGRAM [FOLDER]]
# PROGRAM: a built ugnay-buffer (otherwise a release build is made). FOLDER: where the package goes (target/debian).
# Needs dpkg-dev; lintian has its say where it is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
target="${CARGO_TARGET_DIR:-target}"
program="${1:-}"
out="${2:-$target/debian}"
if [ -z "$program" ]; then
  cargo build --locked --release -p ugnay-buffer
  program="$target/release/ugnay-buffer"
fi

version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
arch=$(dpkg --print-architecture)
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root="$work/root"
doc="$root/usr/share/doc/ugnay-buffer"
umask 022

install -D -m 0755 "$program" "$root/usr/bin/ugnay-buffer"
strip --strip-unneeded "$root/usr/bin/ugnay-buffer"
install -d "$root/lib/systemd/system" "$root/DEBIAN" "$doc"
install -m 0644 packaging/systemd/* "$root/lib/systemd/system/"
install -D -m 0644 packaging/debian/environment "$root/etc/ugnay-buffer/environment"
install -m 0644 packaging/debian/copyright docs/OPERATING.md docs/openapi.json "$doc/"
install -D -m 0644 packaging/debian/ugnay-buffer.8 "$root/usr/share/man/man8/ugnay-buffer.8"
gzip -9n "$root/usr/share/man/man8/ugnay-buffer.8"
# The same input makes the same package.
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}"
printf 'ugnay-buffer (%s) unstable; urgency=medium\n\n  * See the repository.\n\n -- The Ugnay authors <ugnay@example.org>  %s\n' \
  "$version" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$doc/changelog.gz"
install -m 0755 packaging/debian/postinst packaging/debian/prerm packaging/debian/postrm "$root/DEBIAN/"
echo /etc/ugnay-buffer/environment >"$root/DEBIAN/conffiles"

# Which libraries it needs, in which versions, is what the program says.
mkdir "$work/debian"
printf 'Source: ugnay-buffer\n\nPackage: ugnay-buffer\nArchitecture: any\n' >"$work/debian/control"
needs=$(cd "$work" && dpkg-shlibdeps -O root/usr/bin/ugnay-buffer 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
[ -n "$needs" ] || { echo "package-deb: the program's libraries are not known" >&2; exit 1; }
cat >"$root/DEBIAN/control" <<CONTROL
Package: ugnay-buffer
Version: $version
Section: net
Priority: optional
Architecture: $arch
Maintainer: The Ugnay authors <ugnay@example.org>
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)
Depends: $needs, adduser
Recommends: age, ca-certificates
Suggests: postgresql
Description: buffer server of an Ugnay federation
 Keeps sealed blobs under random names and publishes the federation's
 transparency log. It holds no key that opens a blob.
CONTROL
package="$out/ugnay-buffer_${version}_$arch.deb"
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null

# What must be in it, and nothing that must not.
listed=$(dpkg-deb --contents "$package" | awk '{print $1, $6}')
for must in '-rwxr-xr-x ./usr/bin/ugnay-buffer' '-rw-r--r-- ./lib/systemd/system/ugnay-buffer.service' \
  '-rw-r--r-- ./etc/ugnay-buffer/environment' '-rw-r--r-- ./usr/share/doc/ugnay-buffer/copyright'; do
  grep -qxF -- "$must" <<<"$listed" || { echo "package-deb: not as it should be: $must" >&2; exit 1; }
done
if grep -E '\.(key|toml|sqlite|pem)$' <<<"$listed"; then echo "package-deb: no data belongs into it" >&2; exit 1; fi
if command -v systemd-analyze >/dev/null; then
  for unit in packaging/systemd/*.service; do
    # 0 is closed, 100 is open; ours stands far below this.
    systemd-analyze security --offline=true --threshold=25 --no-pager "$unit" >"$work/security" ||
      { tail -1 "$work/security" >&2; exit 1; }
    tail -1 "$work/security"
  done
fi
if command -v lintian >/dev/null; then lintian --allow-root --fail-on error "$package"; fi
echo "$package"
