//! A panel: what several practitioners answered to an exercise that weighs new information. It shows how far they agree, and why
//! they don't. It is never a score, and never one expert: a spread of fewer than [`Panel::LEAST`] people is not shown.

use super::Kind;
use crate::yaml::{At, Id, Named, Rich, Text};
use crate::{choice, record};

/// The weights, from much weaker to much stronger: the number, the value that is stored, and the key of its words. With a plain `0`,
/// it would be the first of the keys of an object in JavaScript.
pub const WEIGHTS: [(i64, &str, &str); 5] = [
    (-2, "-2", "concordance-much-weaker"),
    (-1, "-1", "concordance-weaker"),
    (0, "+0", "concordance-same"),
    (1, "+1", "concordance-stronger"),
    (2, "+2", "concordance-much-stronger"),
];

choice! {
    /// Where the answers of a panel come from.
    pub enum PanelSource {
        /// The authors of the course wrote them.
        Example "example",
        /// Practitioners gave them, and agreed that they are shown.
        Collected "collected",
    }
}

record! {
    /// What several practitioners answered to an exercise: `panels/<exercise>.yaml`.
    pub struct Panel {
        /// Where the answers come from: `example` if authors wrote them, `collected` if `mitate panel` gathered them.
        source "source": PanelSource,
        /// The people, at least three. Nothing here may say who they are.
        people "people": Vec<PanelPerson>,
    }
}

record! {
    /// One of a panel.
    pub struct PanelPerson {
        /// What they do, if that can't show who they are.
        role "role": Option<Text>,
        /// What `mitate panel` knows the answers by when it meets them again: a hash that says nothing of the person.
        token "from": Option<Text>,
        /// The answers.
        answers "answers": Vec<PanelAnswer>,
    }
}

record! {
    /// What one of a panel answered in a round.
    pub struct PanelAnswer {
        /// The id of the round.
        round "round": Id,
        /// From -2 (much weaker) to 2 (much stronger).
        weigh "weigh": At<i64>,
        /// Why.
        why "why": Option<Rich>,
    }
}

impl Named for Panel {
    const KIND: Kind = Kind::Panel;
}

impl Panel {
    /// The fewest people that a spread is shown of.
    pub const LEAST: usize = 3;

    /// How the round was weighed.
    #[must_use]
    pub fn spread(&self, round: &str) -> Spread<'_> {
        let mut answers: Vec<(&PanelPerson, &PanelAnswer)> = self
            .people
            .iter()
            .filter_map(|person| Some((person, person.answers.iter().find(|it| &*it.round.name == round)?)))
            .collect();
        answers.sort_by_key(|(_, answer)| answer.weigh.value);
        Spread { answers }
    }
}

/// How a round was weighed by a panel, from much weaker to much stronger.
pub struct Spread<'a> {
    /// The answers, each with who gave it.
    pub answers: Vec<(&'a PanelPerson, &'a PanelAnswer)>,
}

impl Spread<'_> {
    /// How many gave that weight.
    #[must_use]
    pub fn count(&self, weight: i64) -> usize {
        self.answers.iter().filter(|(_, answer)| answer.weigh.value == weight).count()
    }

    /// How many said weaker, unchanged, stronger.
    #[must_use]
    pub fn sides(&self) -> [usize; 3] {
        let count = |weights: [i64; 2]| weights.iter().map(|&weight| self.count(weight)).sum();
        [count([-2, -1]), self.count(0), count([1, 2])]
    }

    /// Whether so few answered that nothing may be shown.
    #[must_use]
    pub fn is_too_few(&self) -> bool {
        self.answers.len() < Panel::LEAST
    }

    /// Whether the panel is divided: at least a quarter said weaker, and at least a quarter stronger.
    #[must_use]
    pub fn is_split(&self) -> bool {
        let [weaker, _, stronger] = self.sides();
        let fewer = weaker.min(stronger);
        fewer > 0 && fewer * 4 >= self.answers.len()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::yaml::Range;

    fn panel(weights: &[i64]) -> Panel {
        let id = || Id { name: Arc::from("r"), at: Range::default() };
        let person = |&value: &i64| PanelPerson {
            role: None,
            token: None,
            answers: vec![PanelAnswer { round: id(), weigh: At { value, at: Range::default() }, why: None }],
        };
        Panel { source: PanelSource::Example, people: weights.iter().map(person).collect() }
    }

    #[test]
    fn a_panel_is_split_when_a_quarter_is_on_each_side() {
        for (weights, is_split) in [
            (&[1, 1, 2, 0][..], false),
            (&[-1, 0, 1], true),
            (&[-1, 1, 1, 1, 1], false),
            (&[-1, -2, 1, 1, 2, 0, 0, 0], true),
            (&[0, 0, 0], false),
        ] {
            assert_eq!(panel(weights).spread("r").is_split(), is_split, "{weights:?}");
        }
    }

    #[test]
    fn answers_are_from_weaker_to_stronger_and_others_keep_their_order() {
        let panel = panel(&[1, -2, 0, 1]);
        let spread = panel.spread("r");
        let weights: Vec<i64> = spread.answers.iter().map(|(_, answer)| answer.weigh.value).collect();
        assert_eq!(weights, [-2, 0, 1, 1]);
        assert_eq!(spread.sides(), [1, 1, 2]);
    }

    #[test]
    fn two_answers_are_too_few() {
        assert!(panel(&[1, 1]).spread("r").is_too_few());
        assert!(!panel(&[1, 1, 0]).spread("r").is_too_few());
        assert!(panel(&[1, 1, 0]).spread("other").is_too_few());
    }
}
