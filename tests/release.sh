#!/usr/bin/env bash
# Makes the Linux release of mitate in target/release-files, and installs it in an empty Debian.
#
#   tests/release.sh                   the binary (static with the musl target, else for glibc), a tarball, a .deb, licences, checksums
#   tests/release.sh --tag TAG --url BASE     … and the manifests for Homebrew and Scoop, which download from BASE/TAG/FILE
#   tests/release.sh --no-chroot       … without the empty Debian, which needs root and mmdebstrap
#
# The same commit and the same compiler give the same bytes. Tools that are missing are compiled into target/tools once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tag='' url='' chroot=yes
while (($# > 0)); do
  case $1 in
    --tag) tag=$2 && shift 2 ;;
    --url) url=$2 && shift 2 ;;
    --no-chroot) chroot=no && shift ;;
    *) echo 'usage: tests/release.sh [--tag TAG --url BASE] [--no-chroot]' >&2 && exit 2 ;;
  esac
done

readonly out=$PWD/target/release-files tools=$PWD/target/tools
export PATH=$tools/bin:$PATH
version=$(cargo metadata --no-deps --format-version 1 | python3 -c 'import json, sys; print(json.load(sys.stdin)["packages"][0]["version"])')
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
readonly version

# tool NAME VERSION: compiles a tool of cargo if it is missing.
tool() {
  command -v "$1" > /dev/null || cargo install --quiet --locked --root "$tools" "$1" --version "$2"
}

# Static where the target is installed: it runs on any Linux. Paths of this machine are left out of the binary.
target=x86_64-unknown-linux-gnu
if [[ -d $(rustc --print sysroot)/lib/rustlib/x86_64-unknown-linux-musl ]] && command -v musl-gcc > /dev/null; then
  target=x86_64-unknown-linux-musl
fi
readonly target files=$PWD/target/release-files/mitate-$version-$target
cargo_home=${CARGO_HOME:-$HOME/.cargo}
export RUSTFLAGS="--remap-path-prefix=$PWD=mitate --remap-path-prefix=$cargo_home=cargo"
export CFLAGS="-ffile-prefix-map=$PWD=mitate -ffile-prefix-map=$cargo_home=cargo"

echo "== licences and sources of all crates"
tool cargo-deny 0.20.2
cargo deny check licenses bans sources

echo "== binary for $target"
cargo build --locked --profile dist --target "$target"
readonly binary=$PWD/target/$target/dist/mitate

echo "== files beside it"
rm -rf "$out"
mkdir -p "$files/completions"
cp "$binary" README.md ARCHITECTURE.md CHANGELOG.md LICENSE LICENSE-APACHE LICENSE-MIT "$files"
# The theme, to copy from, and the pictures of README; the bundled course, with the manual in Japanese, under a name that no command takes
# for the course of somebody who names none.
git archive HEAD themes/default src/cli/sample/screenshot.png | tar -x -C "$files"
git archive --prefix=bundled-course/ HEAD:content | tar -x -C "$files"
tool cargo-about 0.9.3
cargo fetch --locked
cargo about generate --frozen --config tests/release/about.toml tests/release/third-party.hbs > "$files/THIRD-PARTY.txt"
cat tests/release/scripts.txt >> "$files/THIRD-PARTY.txt"
for shell in bash fish powershell zsh; do
  "$binary" completions "$shell" --lang en > "$files/completions/mitate.$shell"
done
"$binary" man --out "$files/man" --lang en
"$binary" man --out "$files/man/ja" --lang ja

echo "== tarball and .deb"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --mode=u+rwX,go+rX,go-w \
  -C "$out" -c "$(basename "$files")" | gzip -9 -n > "$files.tar.gz"
tool cargo-deb 3.8.0
ln -sfn "$(basename "$files")" "$out/files"
cargo deb --locked --no-build --no-strip --profile dist --target "$target" --output "$out/" --quiet
rm "$out/files"

if [[ -n $tag && -n $url ]]; then
  echo '== manifests'
  python3 tests/release/manifests.py --version "$version" --base "$url/$tag" --out "$out"
fi
(cd "$out" && sha256sum ./*.tar.gz ./*.deb | sed 's#\./##' > SHA256SUMS && cat SHA256SUMS)

[[ $chroot == yes ]] || exit 0
if ((EUID != 0)) || ! command -v mmdebstrap > /dev/null; then
  echo 'not tried in an empty Debian: that needs root and mmdebstrap (or --no-chroot)' >&2
  exit 1
fi
echo '== an empty Debian: the .deb installs, makes a course and its site, and goes away again'
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 755 "$scratch"
# MMDEBSTRAP_OPTIONS: what this machine needs to reach Debian, such as --aptopt=FILE.
read -r -a options <<< "${MMDEBSTRAP_OPTIONS-}"
mmdebstrap --quiet --variant=minbase "${options[@]}" stable "$scratch/debian"
cp "$out"/*.deb "$scratch/debian/root/"
chroot "$scratch/debian" bash -euc '
  cd /root
  dpkg --install ./*.deb
  mitate --version
  mitate new first --lang ja
  mitate check first
  mitate build first --out site
  test -s site/index.html
  test -s /usr/share/man/man1/mitate-build.1.gz
  test -s /usr/share/man/ja/man1/mitate-build.1.gz
  test -s /usr/share/bash-completion/completions/mitate
  test -s /usr/share/doc/mitate/THIRD-PARTY.txt
  dpkg --purge mitate
  test ! -e /usr/bin/mitate
'
echo "all done: $out"
