#!/usr/bin/env bash
# Runs the tests of mitate: Rust, the client scripts, and built sites in real browsers.
#
#   tests/run.sh        one sample of every kind: what CI runs, from one development build
#   tests/run.sh --all  everything: every page, paper, width, hand and browser, with the release build (tests/README.md)
#
# Installs what is missing (browsers, LibreOffice, Neovim, a Japanese font, pdftotext, unzip, bsdtar and Java when run as root, the
# pinned npm and Python packages), says what it does, goes on after a failure so that one run shows them all, and ends with one
# line that counts the tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case ${1-} in
  '') size=sample ;;
  --all) size=all ;;
  *) echo 'usage: tests/run.sh [--all]' >&2 && exit 2 ;;
esac
export MITATE_TESTS=$size
# The sample is the same in every run; --all draws new cases for the property tests, and prints the seed of a failure.
[[ $size == all ]] || export PROPTEST_RNG_SEED=${PROPTEST_RNG_SEED-1}

readonly browser_tests=tests/browser
scratch=$(mktemp -d)
readonly scratch
trap 'rm -rf "$scratch"' EXIT
failed_steps=()

# step NAME COMMAND…: says what is done, does it, remembers a failure.
step() {
  local name=$1 started=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if "$@"; then
    printf -- '-- %s: done in %d s\n' "$name" $((SECONDS - started))
  else
    printf -- '-- %s: FAILED after %d s\n' "$name" $((SECONDS - started))
    failed_steps+=("$name")
    return 1
  fi
}

# counted NAME COMMAND…: a step whose output is kept, for its numbers of tests.
counted() {
  step "$1" keep "${@:2}" || true
}

keep() {
  "$@" 2>&1 | tee -a "$scratch/output"
}

# sum OF_NODE OF_CARGO: how many tests of all counted steps ended so.
sum() {
  awk -v node="$1" -v cargo="$2;" '
    $2 == node && ($1 == "ℹ" || $1 == "#") { n += $3 }
    /^test result:/ { for (i = 2; i <= NF; i++) if ($i == cargo) n += $(i - 1) }
    END { print n + 0 }' "$scratch/output"
}

install_programs() {
  local packages=()
  command -v chromium > /dev/null || packages+=(chromium)
  command -v firefox-esr > /dev/null || packages+=(firefox-esr)
  command -v pdftotext > /dev/null || packages+=(poppler-utils)
  command -v unzip > /dev/null || packages+=(unzip)
  command -v bsdtar > /dev/null || packages+=(libarchive-tools)
  command -v soffice > /dev/null || packages+=(libreoffice-writer-nogui libreoffice-calc-nogui)
  /usr/bin/python3 -c 'import uno' 2> /dev/null || packages+=(python3-uno)
  python3 -c 'import ensurepip' 2> /dev/null || packages+=(python3-venv)
  command -v java > /dev/null || packages+=(default-jre-headless)
  command -v nvim > /dev/null || packages+=(neovim)
  [[ -n $(fc-list :lang=ja 2> /dev/null || true) ]] || packages+=(fonts-noto-cjk)
  if ((${#packages[@]} == 0)); then
    echo 'all there'
  elif ((EUID == 0)); then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}"
  else
    echo "missing, and only root can install them: ${packages[*]}"
    return 1
  fi
}

# What reads papers: openxml-audit, python-docx and openpyxl, in the versions of tests/papers/requirements.txt.
install_paper_checkers() {
  python3 -m venv "$scratch/venv" \
    && "$scratch/venv/bin/pip" install --quiet --disable-pip-version-check --requirement tests/papers/requirements.txt
}

# A real LMS, in a Python of its own: the browser tests start it.
install_lms() {
  python3 -m venv "$scratch/lms" \
    && "$scratch/lms/bin/pip" install --quiet --disable-pip-version-check --requirement tests/lms/requirements.txt \
    && export MITATE_LMS_PYTHON=$scratch/lms/bin/python
}

papers_as_others_see_them() {
  "$MITATE_BIN" paper content --edition facilitator --out "$scratch/papers" \
    && "$MITATE_BIN" evidence content --out "$scratch/papers/evidence/" --as docx \
    && "$scratch/venv/bin/python" tests/papers/check.py "$scratch/papers" "$@"
}

accessibility_results() {
  node "$browser_tests/accessibility.js" "$MITATE_SITE" target/accessibility.json \
    && "$MITATE_BIN" evidence content --results target/accessibility.json --out target/evidence/ --force
}

language_server_in_neovim() {
  nvim --headless --clean -n -c 'luafile tests/lsp/neovim.lua'
}

in_browser_tests() {
  (cd "$browser_tests" && "$@")
}

touch "$scratch/output"
export PUPPETEER_SKIP_DOWNLOAD=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
export NODE_NO_WARNINGS=1

browsers=yes packages=yes
step 'browsers, fonts and other programs' install_programs || browsers=no
step 'npm packages' in_browser_tests npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || packages=no

step 'cargo fmt' cargo fmt --check || true
step 'cargo clippy' cargo clippy --all-targets -- -D warnings || true
step 'cargo doc' env RUSTDOCFLAGS='-D warnings' cargo doc --no-deps || true
# The tests build the program that the browser tests run.
counted 'cargo test' cargo test --no-fail-fast
binary=$PWD/target/debug/mitate
if [[ $size == all ]]; then
  step 'cargo build --release' cargo build --release || true
  binary=$PWD/target/release/mitate
fi

if [[ $packages == yes ]]; then
  step 'format of scripts and styles' in_browser_tests npm run --silent format:check || true
  step 'types of the scripts' in_browser_tests npm run --silent check || true
  step 'bundles are not stale' in_browser_tests npm run --silent stale || true
  counted 'unit tests of the scripts' in_browser_tests npm run --silent unit
fi

export MITATE_BIN=$binary
[[ -x $binary ]] && { step 'the language server in Neovim' language_server_in_neovim || true; }
[[ $size == all && -x $binary ]] && { step 'commands that are killed' tests/kills.py "$MITATE_BIN" --all || true; }

export MITATE_SITE=$scratch/site MITATE_FACILITATOR_SITE=$scratch/site-facilitator
if [[ $packages$browsers == yesyes && -x $binary ]] \
  && step 'build of the bundled course' "$MITATE_BIN" build content --out "$MITATE_SITE" \
  && step "build of its facilitators' edition" \
    "$MITATE_BIN" build content --edition facilitator --out "$MITATE_FACILITATOR_SITE"; then
  # Without PyPI the test with it is skipped, and says so.
  [[ $size == all ]] && { step 'wagtail-lms, an LMS' install_lms || unset 'failed_steps[-1]'; }
  counted 'public suites of Markdown and YAML' in_browser_tests npm run --silent suites
  counted 'built sites and mitate serve in browsers' in_browser_tests npm run --silent browser
  # Results for `mitate evidence --results`: of every page, so only where everything is looked at.
  [[ $size == all ]] && step 'accessibility of every page, as results' accessibility_results
else
  failed_steps+=('browser tests (not run)')
fi

if [[ $browsers == yes && -x $binary ]]; then
  # Their packages come from PyPI: a machine that reaches Debian and npm alone skips this, but not in --all.
  if install_paper_checkers; then
    only=()
    [[ $size == all ]] && only=(--all)
    counted 'papers in LibreOffice, openxml-audit and python-docx' papers_as_others_see_them "${only[@]}"
    counted 'papers that other programs filled in or saved again' \
      "$scratch/venv/bin/python" tests/papers/read_back.py "$MITATE_BIN"
  elif [[ $size == sample ]]; then
    printf -- '-- papers: not looked at by other programs, which cannot be installed\n# skipped 1\n' | keep cat
  else
    failed_steps+=('programs that read papers')
  fi
else
  failed_steps+=('papers (not run)')
fi

echo
passed=$(sum pass passed)
failed=$(($(sum fail failed) + $(sum cancelled -)))
skipped=$(($(sum skipped ignored)))
if ((${#failed_steps[@]} > 0)); then
  printf 'failed: %s\n' "${failed_steps[@]}"
fi
echo "$size: $passed passed, $failed failed, $skipped skipped in $SECONDS s"
((${#failed_steps[@]} == 0 && failed == 0))
