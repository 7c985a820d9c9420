//! Mutated inputs: a fixed number from a fixed seed in every run. By hand there are a million, with
//! coverage (tests/README.md).

#[path = "../fuzz/src/targets.rs"]
pub(crate) mod targets;

use crate::course::project;
use targets::mutate::{Dice, mutated};
use targets::seeds;

/// Runs `target` on every seed and on `runs` mutated ones.
fn fuzz(target: fn(&[u8]), seeds: &[String], runs: u64) {
    assert!(seeds.len() > 20, "{} seeds", seeds.len());
    for seed in seeds {
        target(seed.as_bytes());
    }
    for run in 0..runs {
        let mut dice = Dice::new(run);
        let (text, other) = (&seeds[dice.below(seeds.len())], &seeds[dice.below(seeds.len())]);
        let input = mutated(text, other, &mut dice);
        let outcome = std::panic::catch_unwind(|| target(input.as_bytes()));
        assert!(outcome.is_ok(), "run {run} panics on this input:\n{input}");
    }
}

#[test]
fn any_markdown_is_read_and_what_is_wrong_is_shown_at_its_place() {
    fuzz(targets::documents, &seeds::documents(project(), ".md"), 1_500);
}

#[test]
fn any_yaml_is_read_and_what_is_wrong_is_shown_at_its_place() {
    fuzz(targets::documents, &seeds::documents(project(), ".yaml"), 3_000);
}

#[test]
fn any_paper_is_read_or_refused() {
    fuzz(targets::papers::paper, &targets::papers::seeds(), 200);
}

#[test]
fn any_handout_is_read_or_refused() {
    fuzz(targets::handouts::handout, &targets::handouts::seeds(project()), 500);
}

#[test]
fn any_course_is_checked_and_rendered_where_nothing_is_wrong() {
    fuzz(targets::course, &seeds::whole_courses(project()), 500);
}
