//! A form in other words has the sections, fields, options, rows and columns of the form: a family that fills in the one is read in
//! the other.

use super::span;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::locale::LanguageTag;
use crate::model::{
    Course, Document, EASY, Field, FieldWords, FormPart, FormWords, Kind, Worksheet, form_and_variant,
    words_of,
};
use crate::yaml::{Id, Range};

pub(super) fn variants(document: &Document, _: &str, course: &Course, out: &mut Vec<Diagnostic>) {
    if document.kind != Kind::Variant {
        return;
    }
    let (form, variant) = form_and_variant(&document.id);
    let Some(base) = course.find(Kind::Worksheet, form) else {
        let it = Diagnostic::new(Code::VariantWithoutForm, document.span()).with("id", form);
        let it = it.with("name", format!("{form}.yaml"));
        let meant = nearest(form, course.ids(Kind::Worksheet));
        out.push(meant.into_iter().fold(it, |it, meant| it.with("suggestion", meant)));
        return;
    };
    let tag = LanguageTag::new(variant);
    if variant != EASY && course.info().is_some_and(|info| **info.language == *tag) {
        let it = Diagnostic::new(Code::UnknownVariant, document.span()).with("what", "same");
        out.push(it.with("variant", variant).with("name", format!("{form}.{EASY}.yaml")));
    }
    if let (Some(words), Some(form)) = (document.words(), base.worksheet()) {
        Comparison { document, base, out }.form(form, words);
    }
}

/// Where a form and its words differ.
struct Comparison<'a> {
    document: &'a Document,
    base: &'a Document,
    out: &'a mut Vec<Diagnostic>,
}

impl Comparison<'_> {
    fn form(&mut self, form: &Worksheet, words: &FormWords) {
        let top = Range::default();
        self.said("summary", form.summary.is_some(), words.summary.is_some(), top);
        self.said("instructions", form.instructions.is_some(), words.instructions.is_some(), top);
        let (sections, given) = (ids(&form.sections), ids(&words.sections));
        self.same("section", &sections, &given, top);
        for (section, words) in pairs(&form.sections, &words.sections) {
            self.said("help", section.help.is_some(), words.help.is_some(), words.id.at);
            self.same("field", &ids(&section.fields), &ids(&words.fields), words.id.at);
            for (field, words) in pairs(&section.fields, &words.fields) {
                self.field(field, words);
            }
        }
        let sequence = words.sequence.as_ref();
        let Some(own) = &form.sequence else {
            if sequence.is_some() {
                self.unsaid("sequence", top);
            }
            return;
        };
        let ending = sequence.is_some_and(|it| it.ending.is_some());
        self.said("sequence.ending", own.ending.is_some(), ending, top);
    }

    fn field(&mut self, field: &Field, words: &FieldWords) {
        let at = words.id.at;
        let keys = [
            ("help", field.help.is_some(), words.help.is_some()),
            ("example", field.example.is_some(), words.example.is_some()),
            ("unit", field.unit.is_some(), words.unit.is_some()),
            ("low", field.low.is_some(), words.low.is_some()),
            ("high", field.high.is_some(), words.high.is_some()),
        ];
        for (key, is_there, is_said) in keys {
            self.said(key, is_there, is_said, at);
        }
        self.same("option", &ids(&field.options), &ids(&words.options), at);
        self.same("row", &ids(&field.rows), &ids(&words.rows), at);
        self.same("column", &ids(&field.columns), &ids(&words.columns), at);
        for (column, words) in pairs(&field.columns, &words.columns) {
            self.same("option", &ids(&column.options), &ids(&words.options), words.id.at);
        }
    }

    /// The form says something under `key` that these words leave out. The other way round, help for readers of these words is
    /// welcome; a unit or the ends of a scale that the form does not have are not.
    fn said(&mut self, key: &'static str, is_there: bool, is_said: bool, at: Range) {
        if is_there && !is_said {
            let it = Diagnostic::new(Code::VariantDiffers, span(self.document, at)).with("what", "unsaid");
            self.out.push(it.with("part", key).with("id", key).related(self.base.span()));
        } else if is_said && !is_there && matches!(key, "unit" | "low" | "high" | "sequence.ending") {
            self.unsaid(key, at);
        }
    }

    /// The form has nothing under `key`.
    fn unsaid(&mut self, key: &str, at: Range) {
        let it = Diagnostic::new(Code::VariantDiffers, span(self.document, at)).with("what", "needless");
        self.out.push(it.with("part", key).with("id", key).related(self.base.span()));
    }

    /// Both have the same parts, each once.
    fn same(&mut self, part: &'static str, own: &[&Id], given: &[&Id], at: Range) {
        let report = |what: &str, place: Range, id: &str| {
            let it = Diagnostic::new(Code::VariantDiffers, span(self.document, place)).with("what", what);
            it.with("part", part).with("id", id)
        };
        let missing = own.iter().filter(|id| !given.iter().any(|it| it.name == id.name));
        let mut found: Vec<Diagnostic> =
            missing.map(|id| report("missing", at, id).related(span(self.base, id.at))).collect();
        for (index, id) in given.iter().enumerate() {
            if let Some(first) = given[..index].iter().find(|it| it.name == id.name) {
                found.push(report("twice", id.at, id).related(span(self.document, first.at)));
            } else if !own.iter().any(|it| it.name == id.name) {
                let left = own.iter().filter(|own| !given.iter().any(|it| it.name == own.name));
                found.push(report("extra", id.at, id).near(id, left.map(|it| &*it.name)));
            }
        }
        // A misspelt id is one mistake, not also a missing one.
        let meant: Vec<String> = found.iter().filter_map(suggestion).map(str::to_owned).collect();
        found.retain(|it| {
            !is_missing(it) || !argument(it, "id").is_some_and(|id| meant.iter().any(|it| it == id))
        });
        self.out.append(&mut found);
    }
}

fn argument<'d>(it: &'d Diagnostic, name: &str) -> Option<&'d str> {
    it.arguments.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
}

fn suggestion(it: &Diagnostic) -> Option<&str> {
    argument(it, "suggestion")
}

fn is_missing(it: &Diagnostic) -> bool {
    argument(it, "what") == Some("missing")
}

fn ids<P: FormPart>(parts: &[P]) -> Vec<&Id> {
    parts.iter().map(FormPart::id).collect()
}

/// The parts of a form, each with its words.
fn pairs<'a, P: FormPart, W: FormPart>(
    parts: &'a [P],
    words: &'a [W],
) -> impl Iterator<Item = (&'a P, &'a W)> {
    parts.iter().filter_map(|part| Some((part, words_of(words, part)?)))
}
