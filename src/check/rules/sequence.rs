//! A form that is filled repeatedly names only fields that exist, and requires before the next sheet only fields that are on
//! every sheet: otherwise learners could never go on.

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::field::{FieldKind, defaults};
use crate::model::{Column, Course, Document, Field, Kind, Sequence, SystemKind, TieKind, Worksheet};
use crate::source::Sources;
use crate::yaml::Id;

/// Columns that the program itself adds to a table of marked rows.
const OWN: [&str; 2] = ["if-not", "if-not-why"];
const TABLE: &[FieldKind] = &[FieldKind::Table];
const CHOICES: &[FieldKind] = &[FieldKind::Choice, FieldKind::Choices];

pub(super) fn sequence(document: &Document, _: &str, _: &CheckContext, out: &mut Vec<Diagnostic>) {
    let Some(form) = document.worksheet() else { return };
    let Some(sequence) = &form.sequence else { return };
    let mut check = SequenceCheck { document, form, sequence, out };
    check.names();
    check.before_next();
    check.rows();
    check.opens_and_ending();
    check.ecomap();
}

/// The field that `unlike` names exists in the other form.
pub(super) fn unlike(course: &Course, _: &Sources, out: &mut Vec<Diagnostic>) {
    for document in &course.documents {
        for field in document.fields() {
            let Some(unlike) = &field.unlike else { continue };
            let Some(other) = course.find(Kind::Worksheet, &unlike.worksheet) else { continue };
            let Some(form) = other.worksheet() else { continue };
            if form.fields().all(|it| it.id.name != unlike.field.name) {
                let known = form.fields().map(|it| &*it.id.name);
                let diagnostic = Diagnostic::new(Code::UnknownField, span(document, unlike.field.at));
                out.push(
                    diagnostic.with("id", &*unlike.field).with("by", "unlike").near(&unlike.field, known),
                );
            }
        }
    }
}

struct SequenceCheck<'a, 'o> {
    document: &'a Document,
    form: &'a Worksheet,
    sequence: &'a Sequence,
    out: &'o mut Vec<Diagnostic>,
}

impl<'a> SequenceCheck<'a, '_> {
    /// Sections and fields that are on some sheets only, and fields that are copied to the next sheet.
    fn names(&mut self) {
        let sequence = self.sequence;
        for id in sequence.first.iter().chain(&sequence.later) {
            if self.form.sections.iter().all(|section| section.id.name != id.name) {
                self.field(id);
            }
        }
        for id in &sequence.carry {
            self.field(id);
        }
    }

    fn before_next(&mut self) {
        let sequence = self.sequence;
        for recorded in &sequence.before_next {
            let Some(field) = self.field(&recorded.field) else { continue };
            self.on_every_sheet(&recorded.field);
            let mut options = &field.options;
            if let Some(id) = &recorded.column {
                let Some(column) = self.column(field, id) else { continue };
                options = &column.options;
            }
            if let Some(is) = &recorded.is {
                self.one_of(is, &options.iter().map(|it| &*it.id.name).collect::<Vec<_>>());
            }
        }
    }

    fn rows(&mut self) {
        let sequence = self.sequence;
        let Some(rows) = &sequence.rows else { return };
        let Some(table) = self.field_of(&rows.table, TABLE) else { return };
        self.on_every_sheet(&rows.table);
        if let Some(mark) = self.column(table, &rows.mark) {
            if mark.kind() == FieldKind::Mark {
                for option in &mark.options {
                    self.one_of(&option.id, &defaults::MARKS);
                }
            } else {
                self.wrong_kind(&rows.mark, mark.kind(), "mark");
            }
        }
        if let Some(person) = &rows.person {
            self.column(table, person);
        }
        if let Some(new) = &rows.new {
            self.field_of(new, &[FieldKind::List]);
        }
        for column in table.columns.iter().filter(|column| OWN.contains(&&*column.id)) {
            let diagnostic = Diagnostic::new(Code::DuplicateId, span(self.document, column.id.at));
            self.out.push(diagnostic.with("id", &*column.id));
        }
    }

    fn opens_and_ending(&mut self) {
        let sequence = self.sequence;
        for opens in &sequence.opens {
            self.field_of(&opens.table, &[FieldKind::Table, FieldKind::List]);
        }
        let Some(ending) = &sequence.ending else { return };
        if let Some(field) = self.field_of(&ending.field, CHOICES) {
            self.one_of(&ending.is, &field.options.iter().map(|it| &*it.id.name).collect::<Vec<_>>());
        }
    }

    fn ecomap(&mut self) {
        let sequence = self.sequence;
        let Some(map) = &sequence.ecomap else { return };
        let Some(table) = self.field_of(&map.table, TABLE) else { return };
        self.column(table, &map.who);
        for (id, words) in [(&map.side, SystemKind::WORDS), (&map.tie, TieKind::WORDS)] {
            let Some(id) = id else { continue };
            let Some(column) = self.column(table, id) else { continue };
            for option in &column.options {
                self.one_of(&option.id, words);
            }
            if column.options.is_empty() {
                self.wrong_kind(id, column.kind(), "choice");
            }
        }
        if let Some(center) = &map.center {
            self.field(center);
        }
    }

    /// The field of that id; reports if there is none.
    fn field(&mut self, id: &Id) -> Option<&'a Field> {
        let found = self.form.fields().find(|field| field.id.name == id.name);
        if found.is_none() {
            self.unknown(id, "sequence", self.form.fields().map(|field| &*field.id.name));
        }
        found
    }

    fn field_of(&mut self, id: &Id, kinds: &[FieldKind]) -> Option<&'a Field> {
        let field = self.field(id)?;
        if kinds.contains(&field.kind.value) {
            return Some(field);
        }
        let wanted: Vec<_> = kinds.iter().map(|kind| kind.word()).collect();
        self.wrong_kind(id, field.kind.value, &wanted.join(", "));
        None
    }

    fn column(&mut self, field: &'a Field, id: &Id) -> Option<&'a Column> {
        let found = field.column(id);
        if found.is_none() {
            self.unknown(id, "column", field.columns.iter().map(|column| &*column.id.name));
        }
        found
    }

    /// What is required before the next sheet is on the first sheet and on the later ones.
    fn on_every_sheet(&mut self, id: &Id) {
        let sections = self.form.sections.iter();
        let section = sections
            .filter(|section| section.fields.iter().any(|field| field.id.name == id.name))
            .map(|section| &section.id.name)
            .next();
        let only = |ids: &[Id]| ids.iter().any(|it| it.name == id.name || Some(&it.name) == section);
        let when = match (only(&self.sequence.first), only(&self.sequence.later)) {
            (true, _) => "first",
            (_, true) => "later",
            _ => return,
        };
        let diagnostic = Diagnostic::new(Code::NotOnEverySheet, span(self.document, id.at));
        self.out.push(diagnostic.with("id", &**id).with("when", when));
    }

    fn one_of(&mut self, id: &Id, known: &[&str]) {
        if !known.contains(&&**id) {
            let diagnostic = Diagnostic::new(Code::UnknownValue, span(self.document, id.at));
            let diagnostic = diagnostic.with("value", &**id).with("known", known.join(", "));
            self.out.push(diagnostic.near(id, known.iter().copied()));
        }
    }

    fn unknown<'k>(&mut self, id: &Id, by: &'static str, known: impl Iterator<Item = &'k str>) {
        let diagnostic = Diagnostic::new(Code::UnknownField, span(self.document, id.at));
        self.out.push(diagnostic.with("id", &**id).with("by", by).near(id, known));
    }

    fn wrong_kind(&mut self, id: &Id, kind: FieldKind, wanted: &str) {
        let diagnostic = Diagnostic::new(Code::SequenceNeedsKind, span(self.document, id.at));
        self.out.push(diagnostic.with("id", &**id).with("kind", kind.word()).with("wanted", wanted));
    }
}
