//! The fuzz targets under libFuzzer. What they hold is in `targets.rs`.

#[path = "targets.rs"]
mod targets;

use std::path::Path;
use std::{env, fs};

pub use targets::handouts::handout;
pub use targets::papers::paper;
pub use targets::{course, documents, mutate, papers, seeds};

/// Writes the seeds of `target` into the folder `MITATE_CORPUS`, where that is empty.
///
/// # Panics
/// When they cannot be written.
pub fn sow(target: &str) {
    let Some(folder) = env::var_os("MITATE_CORPUS") else { return };
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    if fs::read_dir(&folder).is_ok_and(|mut files| files.next().is_some()) {
        return;
    }
    let seeds = match target {
        "markdown" => seeds::documents(&project, ".md"),
        "yaml" => seeds::documents(&project, ".yaml"),
        "paper" => papers::seeds(),
        "handout" => targets::handouts::seeds(&project),
        _ => seeds::whole_courses(&project),
    };
    for (number, seed) in seeds.iter().enumerate() {
        fs::write(Path::new(&folder).join(format!("seed-{number:04}")), seed).unwrap();
    }
    println!("{} seeds", seeds.len());
}

/// Declares a libFuzzer target: half of the mutations are ours, half are libFuzzer's.
#[macro_export]
macro_rules! target {
    ($name:literal, $function:path) => {
        libfuzzer_sys::fuzz_target!(init: $crate::sow($name), |input: &[u8]| $function(input));
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            if seed % 2 == 0 {
                return libfuzzer_sys::fuzzer_mutate(data, size, max_size);
            }
            let text = String::from_utf8_lossy(&data[..size]).into_owned();
            let mut dice = $crate::mutate::Dice::new(u64::from(seed));
            let mutated = $crate::mutate::mutated(&text, &text, &mut dice);
            let length = mutated.len().min(max_size);
            data[..length].copy_from_slice(&mutated.as_bytes()[..length]);
            length
        });
    };
}
