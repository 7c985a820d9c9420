//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    mitate::cli::run(std::env::args_os())
}
