//! `tag`: a passage whose sentences are marked, each with one of some tags or with several.

use tera::Value;

use super::{Asked, Checker, ExerciseSheet, Group, SheetPart, SheetShape, SheetText, TaskKind};
use crate::diagnostic::Code;
use crate::host::{Host, Values};
use crate::record;
use crate::yaml::{Id, Record as _, Rich};

record! {
    /// A passage and the tags for its sentences.
    pub struct Tag {
        /// The tags.
        tags "tags": Vec<Group>,
        /// Whether a sentence may have several tags.
        several "several": bool,
        /// The sentences of the passage, in order.
        sentences "sentences": Vec<TaggedSentence>,
    }
}

record! {
    /// A sentence to be tagged.
    pub struct TaggedSentence {
        /// Its id within the exercise. Stored answers depend on it: never change it.
        id "id": Id,
        /// What it says.
        text "text": Rich,
        /// The author's tags; none if no tag fits. Without `several`, any of them is accepted.
        tags "tags": Vec<Id>,
        /// Why. Shown only afterwards.
        because "because": Option<Rich>,
    }
}

/// What is stored for a sentence that gets no tag: an answer, and no author's id.
const NONE: &str = "-";

impl TaskKind for Tag {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.at_least(2, self.tags.len(), "tags", checker.head());
        checker.at_least(2, self.sentences.len(), "sentences", checker.head());
        let known: Vec<&str> = self.tags.iter().map(|tag| &*tag.id.name).collect();
        for sentence in &self.sentences {
            checker.known(&sentence.tags, &known);
            if !sentence.tags.is_empty() && sentence.because.is_none() {
                checker.report(Code::MissingKey, sentence.id.at, |it| it.with("key", "because"));
            }
        }
        let used: Vec<&str> = self.sentences.iter().flat_map(|it| &it.tags).map(|tag| &**tag).collect();
        checker.none_empty(&self.tags.iter().map(|tag| (&tag.id, &tag.title)), &used);
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        vec![self.sentences.iter().map(|it| &it.id).collect(), self.tags.iter().map(|it| &it.id).collect()]
    }

    fn view(&self, page: &dyn Host) -> Values {
        let sentence = |(index, sentence): (usize, &TaggedSentence)| {
            let ids: Vec<&str> = sentence.tags.iter().map(|tag| &**tag).collect();
            let titles =
                self.tags.iter().filter(|tag| ids.contains(&&*tag.id)).map(|tag| Value::from(&*tag.title));
            let computed = [
                ("number", (index + 1).into()),
                ("settled", ids.join("|").into()),
                ("tag_titles", titles.collect::<Vec<_>>().into()),
            ];
            sentence.view_with(page, computed)
        };
        vec![
            ("none", NONE.into()),
            ("sentences", self.sentences.iter().enumerate().map(sentence).collect::<Vec<_>>().into()),
        ]
    }

    fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let none = (!self.several).then(|| (NONE.to_owned(), page.said("tag-none", &[])));
        let options = || self.tags.iter().map(Group::option).chain(none.clone());
        let sentences = self.sentences.iter();
        sentences
            .map(|it| Asked::new(&*it.id, &it.text.body.plain).options(options()).several(self.several))
            .collect()
    }

    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let abouts = self
            .tags
            .iter()
            .filter_map(|tag| Some(SheetText::Named(tag.title.to_string(), tag.about.as_ref()?)));
        let how = page.said(if self.several { "how-tag-several" } else { "how-tag" }, &[]);
        let part = SheetPart::of(self.asked(page)).reading(abouts.collect());
        vec![part.shaped(SheetShape::Matrix(how))].into()
    }
}
