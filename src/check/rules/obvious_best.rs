//! An exercise is not won without reading it: the best option is not the longest every time, nor at one place, nor of one length among the
//! others.

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::exercise::{Exercise, Task};
use crate::model::Document;
use crate::yaml::Range;

/// From how many questions on a pattern is one.
const FEWEST: usize = 3;

/// From how many questions on one length is a pattern. If each has three options, chance makes all four alike in one of forty exercises.
const FEWEST_OF_ONE_LENGTH: usize = 4;

/// How long the best option is among the others, if none is of the same length.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LengthRank {
    Shortest,
    Middle,
    Longest,
}

/// A question with one best option: its place, the place of the best among the options, and how long each is.
struct RankedQuestion {
    at: Range,
    best: usize,
    lengths: Vec<usize>,
    is_kept: bool,
}

impl RankedQuestion {
    /// How long the best is among the others; none if another is of the same length.
    fn rank(&self) -> Option<LengthRank> {
        let best = self.lengths[self.best];
        let count = |is: &dyn Fn(usize) -> bool| self.lengths.iter().filter(|&&length| is(length)).count();
        if count(&|length| length == best) > 1 {
            return None;
        }
        Some(match (count(&|length| length < best), count(&|length| length > best)) {
            (0, _) => LengthRank::Shortest,
            (_, 0) => LengthRank::Longest,
            _ => LengthRank::Middle,
        })
    }
}

pub(super) fn obvious_best(document: &Document, _: &str, _: &CheckContext, out: &mut Vec<Diagnostic>) {
    let Some(exercise) = document.exercise() else { return };
    let turns = turns(exercise);
    let Some(first) = turns.first() else { return };
    let of_rank = |rank| turns.iter().filter(|turn| turn.rank() == Some(rank)).count();
    let longest = of_rank(LengthRank::Longest);
    if longest >= FEWEST && longest * 4 >= turns.len() * 3 {
        let diagnostic = Diagnostic::new(Code::LongestIsBest, span(document, first.at));
        out.push(diagnostic.with("n", longest.to_string()).with("total", turns.len().to_string()));
    }
    for (rank, word) in [(LengthRank::Shortest, "shortest"), (LengthRank::Middle, "middle")] {
        let count = of_rank(rank);
        // In all of them, or in all but one of six.
        if turns.len() >= FEWEST_OF_ONE_LENGTH && count * 6 >= turns.len() * 5 {
            let diagnostic = Diagnostic::new(Code::BestAtOneLength, span(document, first.at));
            let diagnostic = diagnostic.with("n", count.to_string()).with("rank", word);
            out.push(diagnostic.with("total", turns.len().to_string()));
        }
    }
    // A drawn order puts it anywhere.
    let kept: Vec<&RankedQuestion> = turns.iter().filter(|turn| turn.is_kept).collect();
    if let Some(first) = kept.first()
        && kept.len() >= FEWEST
        && kept.iter().all(|turn| turn.best == first.best)
    {
        let diagnostic = Diagnostic::new(Code::BestInOnePlace, span(document, first.at));
        out.push(
            diagnostic.with("place", (first.best + 1).to_string()).with("total", kept.len().to_string()),
        );
    }
}

fn turns(exercise: &Exercise) -> Vec<RankedQuestion> {
    match &exercise.task {
        Task::Dialogue(dialogue) => {
            let turns = dialogue.turns.iter().filter_map(|turn| {
                let is_best =
                    turn.options.iter().map(|reply| !reply.honours.is_empty() && reply.strains.is_empty());
                let lengths = turn.options.iter().map(|reply| length(&reply.say.body.plain));
                only_best(turn.id.at, is_best, lengths, dialogue.keep_order)
            });
            turns.collect()
        }
        Task::Questions(choice) => {
            let turns = choice.questions.iter().filter_map(|question| {
                let is_best = question.options.iter().map(|option| option.settled);
                let lengths = question.options.iter().map(|option| length(&option.text.body.plain));
                only_best(question.id.at, is_best, lengths, question.keep_order)
            });
            turns.collect()
        }
        _ => Vec::new(),
    }
}

/// A turn of several options of which exactly one is the best.
fn only_best(
    at: Range,
    is_best: impl Iterator<Item = bool>,
    lengths: impl Iterator<Item = usize>,
    is_kept: bool,
) -> Option<RankedQuestion> {
    let best: Vec<usize> =
        is_best.enumerate().filter(|(_, is_best)| *is_best).map(|(place, _)| place).collect();
    let lengths: Vec<usize> = lengths.collect();
    let [best] = best[..] else { return None };
    (lengths.len() > 1).then_some(RankedQuestion { at, best, lengths, is_kept })
}

fn length(text: &str) -> usize {
    text.chars().filter(|character| !character.is_whitespace()).count()
}
