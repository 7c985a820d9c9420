//! The forms of the course as workbooks for Excel.

use super::papers::Paper;
use super::papers::words::{fonts, form_words};
use super::{Site, views};
use crate::answers::AnswerValue;
use crate::model::{Document, Kind};
use crate::paper::docx::fill::Answers;
use crate::paper::form::Form;
use crate::paper::xlsx::{SheetWords, workbook};

impl Site {
    /// Whether the paper of `form` has the day of a date before the month, in the language of its words.
    #[must_use]
    pub fn is_day_first(&self, form: &Form) -> bool {
        let (_, theme) = views::speaking(self, &form.variant);
        let parts = [("y", "2001"), ("m", "12"), ("d", "31")].map(|(name, value)| (name, value.to_owned()));
        let date = theme.messages.text("paper-date", &parts);
        date.find("31") < date.find("12")
    }

    /// The workbook of the form that `document` is, filled in with `answers`.
    pub(super) fn xlsx(&self, document: &Document, answers: &Answers) -> Result<Vec<u8>, String> {
        let form = self.form(document).ok_or_else(|| document.path.to_string())?;
        workbook(&form, &self.mark(&form), &self.sheet_words(&form), answers)
            .map_err(|error| error.to_string())
    }

    /// The blank paper of `form` for Word. An answer that the form does not ask for is in it, because so are the words around those.
    #[must_use]
    pub fn blank_docx(&self, form: &Form) -> Option<Vec<u8>> {
        let id = |paper: &Paper| match paper.kind() {
            Kind::Variant => format!("worksheet/{}", paper.id().replace('.', "/")),
            kind => format!("{}/{}", kind.word(), paper.id()),
        };
        let named =
            if form.variant.is_empty() { form.key.clone() } else { format!("{}/{}", form.key, form.variant) };
        let paper = self.papers().into_iter().find(|paper| paper.is_form() && id(paper) == named)?;
        let rest = ("rest-of-answers".to_owned(), AnswerValue::Text("rest-of-answers".to_owned()));
        self.docx(&paper).bytes(&Answers::from([rest])).ok()
    }

    /// What the workbook of `form` says beside the form's own words, in the language of the form.
    #[must_use]
    pub fn sheet_words(&self, form: &Form) -> SheetWords {
        let (_, theme) = views::speaking(self, &form.variant);
        let said = |key: &str| theme.messages.text(key, &[]);
        let title = self.course.info().map_or_else(String::new, |info| info.title.to_string());
        let revision = theme.messages.text("form-revision", &[("n", form.revision.to_string())]);
        let source =
            if form.revision == 0 { title } else { format!("{title}{}{revision}", said("sign-gap")) };
        SheetWords {
            form: said("workbook-form"),
            data: said("workbook-data"),
            heads: ["workbook-name", "workbook-label", "workbook-value"].map(said),
            source,
            choose: said("workbook-choose"),
            required: theme.messages.text("workbook-required", &[("word", said("required"))]),
            example: format!("{} ", said("example")),
            slash: said("sign-slash"),
            to: said("workbook-to"),
            date: said("workbook-date"),
            range: form_words(&theme).range,
            font: fonts(&theme).into_iter().next().unwrap_or_default(),
        }
    }
}
