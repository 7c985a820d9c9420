#!/usr/bin/env bash
# Fuzzes one target under libFuzzer: tests/fuzz/run.sh markdown|yaml|course|paper|handout [RUNS] [libFuzzer's options…]
#
# Works on stable Rust: the instrumentation that `cargo fuzz -s none` asks for, asked for by hand. Below the target folder
# (CARGO_TARGET_DIR, or tests/fuzz/target), `corpus/` keeps the inputs that were found, so that the next run continues from
# them, and `crashes/` keeps the inputs that fail.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

target=$1 runs=${2:-1000000}
shift $(($# > 1 ? 2 : 1))
host=$(rustc -vV | sed -n 's/^host: //p')
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
corpus=$CARGO_TARGET_DIR/corpus/$target
crashes=$CARGO_TARGET_DIR/crashes

export RUSTFLAGS='-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares'
# With --target, build scripts and macros are not instrumented.
cargo build --release --target "$host"
mkdir -p "$corpus" "$crashes"
export MITATE_CORPUS=$corpus
exec "$CARGO_TARGET_DIR/$host/release/$target" -runs="$runs" -max_len=4096 -len_control=0 -entropic=0 -reload=0 -timeout=60 -rss_limit_mb=4096 -print_final_stats=1 -artifact_prefix="$crashes/" "$@" "$corpus"
