//! The forms of a course as papers show them.

use super::text::TextWriter;
use super::{Site, minutes, views};
use crate::model::{Content, Document, Kind, form_and_variant};
use crate::paper::form::{Form, FormMaker};
use crate::paper::prose::Prose;

impl Site {
    /// Every form of the course, in its own words and in those of its variants: forms, minutes of meetings, exercises.
    #[must_use]
    pub fn forms(&self) -> Vec<Form> {
        let kinds = [Kind::Worksheet, Kind::Variant, Kind::Meeting, Kind::Exercise];
        let documents = kinds.into_iter().flat_map(|kind| self.course.of_kind(kind));
        documents.filter_map(|document| self.form(document)).collect()
    }

    /// The form that `document` is, or that is on its page; `None` if it has none.
    pub(super) fn form(&self, document: &Document) -> Option<Form> {
        let (id, variant) = form_and_variant(&document.id);
        let (_, theme) = views::speaking(self, variant);
        let writer = TextWriter::new(&self.course, &theme, document, "");
        let title = theme.messages.text("for-facilitator", &[]);
        let maker = FormMaker { prose: self.prose(document, &title), host: &writer };
        match document.content.as_ref()? {
            Content::Worksheet(form) => Some(Form::of_worksheet(form, id, "", maker)),
            Content::Variant(words) => {
                let form = words.applied(self.course.worksheet(id)?);
                Some(Form::of_worksheet(&form, id, variant, maker))
            }
            Content::Meeting(meeting) => {
                let sections = minutes::sections(meeting, &writer);
                Some(Form::of_minutes(id, document.title(), &sections, maker))
            }
            Content::Exercise(exercise) => Some(Form::of_exercise(exercise, id, maker)),
            _ => None,
        }
    }

    fn prose<'a>(&'a self, document: &'a Document, for_facilitators: &'a str) -> Prose<'a> {
        Prose { course: &self.course, document, for_facilitators }
    }
}
