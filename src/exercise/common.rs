//! What every exercise has, whatever its kind.

use super::{Asked, Checker, TaskKind};
use crate::diagnostic::Code;
use crate::field;
use crate::host::{Host, Values};
use crate::model::{Audience, Field, Item};
use crate::yaml::{At, Id, Record as _, Rich, Text, To};
use crate::{choice, record};

/// The names that ratings by the rubric are kept under.
const RUBRIC: [&str; 2] = ["rate", "evidence"];

record! {
    /// What every exercise has.
    pub struct Common {
        /// The title.
        title "title": Text,
        /// The ids that it had before, if it was answered under them. Answers are stored under ids: with these they are found again.
        was "was": Vec<Id>,
        /// What it practises, in a few words, if the title alone does not say it.
        subtitle "subtitle": Option<Text>,
        /// About how many minutes it takes. Learners see it before they begin.
        minutes "minutes": u32,
        /// The scene, and what the learner is asked to do.
        ask "ask": Rich,
        /// Further fields, after the ones of the kind.
        fields "fields": Vec<Field>,
        /// Examples to compare the learner's answer with. Shown only afterwards.
        examples "examples": Vec<Example>,
        /// How to think about it. Shown only afterwards.
        thinking "thinking": Option<Rich>,
        /// Where practitioners differ, and why. Shown only afterwards.
        differs "differs": Option<Rich>,
        /// A rating of the learner's answer. Shown only afterwards, except for the kind `rubric`.
        rubric "rubric": Option<Rubric>,
        /// Who it is for, if not everyone: `facilitator`.
        audience "for": Option<At<Audience>>,
        /// The syllabus items that it practises.
        covers "covers": Vec<To<Item>>,
        /// The syllabus items that it lets the learner assess.
        assesses "assesses": Vec<To<Item>>,
    }
}

choice! {
    /// How good an example is.
    pub enum Level {
        /// One to learn from.
        Good "good",
        /// One that a decent colleague would write, and that misses something.
        Near "near",
    }
}

record! {
    /// An example of an answer.
    pub struct Example {
        /// How good it is.
        level "level": Level,
        /// The field that it answers.
        to "for": Option<Id>,
        /// The answer.
        text "text": Rich,
        /// Why it works, or what it misses.
        because "because": Rich,
    }
}

record! {
    /// Criteria, and what each level of them looks like.
    pub struct Rubric {
        /// The names of the levels, from low to high.
        levels "levels": At<Vec<Text>>,
        /// The criteria.
        criteria "criteria": Vec<Criterion>,
    }
}

record! {
    /// A criterion of a rubric.
    pub struct Criterion {
        /// Its id within the exercise.
        id "id": Id,
        /// What is checked.
        text "text": Rich,
        /// What each level looks like, in the order of the levels.
        descriptors "descriptors": At<Vec<Rich>>,
        /// How to reach the next level.
        toward "toward": Option<Rich>,
    }
}

impl Common {
    /// Reports what is wrong in it, in an exercise of that kind.
    pub fn check(&self, kind: &dyn TaskKind, checker: &mut Checker<'_>) {
        let own = kind.own_fields();
        for field in &self.fields {
            let id = &*field.id.name;
            let of_rubric = self.rubric.is_some() && RUBRIC.contains(&id);
            if of_rubric || kind.own_names().contains(&id) || own.iter().any(|(name, _)| *name == id) {
                checker.report(Code::ReservedField, field.id.at, |it| it.with("id", id));
            }
        }
        let fields = self.fields.iter().map(|field| &*field.id.name);
        let known: Vec<&str> = own.iter().map(|(name, _)| *name).chain(fields).collect();
        for to in self.examples.iter().filter_map(|example| example.to.as_ref()) {
            if !known.contains(&&*to.name) {
                checker.report(Code::UnknownField, to.at, |it| {
                    it.with("id", &**to).with("by", "for").near(to, known.iter().copied())
                });
            }
        }
        let Some(rubric) = &self.rubric else { return };
        checker.at_least(2, rubric.levels.len(), "levels", rubric.levels.at);
        for criterion in &rubric.criteria {
            let (given, wanted) = (criterion.descriptors.len(), rubric.levels.len());
            if given != wanted {
                checker.report(Code::RubricDescriptors, criterion.descriptors.at, |it| {
                    let it = it.with("id", &*criterion.id).with("given", given.to_string());
                    it.with("levels", wanted.to_string())
                });
            }
        }
    }

    /// Its computed values for the templates. `kind` is the kind of exercise.
    #[must_use]
    pub fn view(&self, kind: &dyn TaskKind, page: &dyn Host) -> Values {
        let label = |id: &Id| {
            let own = kind
                .own_fields()
                .iter()
                .find(|(name, _)| *name == &*id.name)
                .map(|(_, key)| page.said(key, &[]));
            own.or_else(|| {
                self.fields.iter().find(|field| field.id.name == id.name).map(|it| it.label.to_string())
            })
        };
        let example = |example: &Example| {
            example.view_with(page, [("for", example.to.as_ref().and_then(label).into())])
        };
        vec![
            ("examples", self.examples.iter().map(example).collect::<Vec<_>>().into()),
            ("is_rating", kind.is_rating().into()),
        ]
    }

    pub(super) fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let mut asked = field::asked(&self.fields, page);
        asked.extend(self.asked_of_rubric(page));
        asked
    }

    /// The fields that the ratings by the rubric are kept under.
    #[must_use]
    pub fn asked_of_rubric(&self, page: &dyn Host) -> Vec<Asked> {
        let rubric = self.rubric.iter().flat_map(|rubric| {
            rubric.criteria.iter().flat_map(|criterion| {
                let label = criterion.text.body.plain.clone();
                let levels = rubric.levels.iter().enumerate();
                let rate = Asked::new(format!("rate.{}", &*criterion.id), &label)
                    .options(levels.map(|(level, name)| (level.to_string(), name.to_string())));
                let evidence = page.said("asked-evidence", &[("criterion", rate.label.clone())]);
                [rate, Asked::new(format!("evidence.{}", &*criterion.id), &evidence)]
            })
        });
        rubric.collect()
    }
}
