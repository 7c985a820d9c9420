#!/usr/bin/env bash
# Fuzzes one target under libFuzzer: tests/fuzz/run.sh markdown|yaml|course [RUNS] [libFuzzer's options…]
#
# Works on stable Rust: the instrumentation that `cargo fuzz -s none` asks for, asked for by hand. Inputs that were found
# stay in tests/fuzz/target/corpus, and the next run goes on from them; those that fail are in tests/fuzz/target/crashes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

target=$1 runs=${2:-1000000}
shift $(($# > 1 ? 2 : 1))
host=$(rustc -vV | sed -n 's/^host: //p')
corpus=target/corpus/$target

export RUSTFLAGS='-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares'
# With --target, build scripts and macros are not instrumented.
cargo build --release --target "$host"
mkdir -p "$corpus" target/crashes
export MITATE_CORPUS=$PWD/$corpus
exec "target/$host/release/$target" -runs="$runs" -max_len=65536 -len_control=0 -timeout=60 -rss_limit_mb=4096 -print_final_stats=1 -artifact_prefix=target/crashes/ "$@" "$corpus"
