//! A row as the cells of a table, for CSV and Excel.

use std::borrow::Cow;

use super::row::{AnswerRow, texts};

/// What is in a cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RowCell<'a> {
    Nothing,
    Flag(bool),
    Number(f64),
    Text(Cow<'a, str>),
}

/// The columns of a row in a table.
pub const COLUMNS: [&str; 23] = [
    "course",
    "revision",
    "person",
    "page",
    "work",
    "kind",
    "title",
    "attempt",
    "compared",
    "revised",
    "latest",
    "field",
    "label",
    "known",
    "earlier_of",
    "type",
    "text",
    "number",
    "choices",
    "sentences",
    "others",
    "personal",
    "withheld",
];

/// Between two texts that were put aside, in one cell.
const BETWEEN_OTHERS: &str = "\n---\n";

impl AnswerRow<'_> {
    /// The cells of a table, by [`COLUMNS`]. Ids are in lines.
    pub(super) fn cells(&self) -> [RowCell<'_>; COLUMNS.len()] {
        let said = |text: Option<&'_ str>| {
            text.map_or(RowCell::Nothing, |text| RowCell::Text(text.to_owned().into()))
        };
        let listed = |ids: Vec<&str>| {
            if ids.is_empty() { RowCell::Nothing } else { RowCell::Text(ids.join("\n").into()) }
        };
        let others: Vec<String> = self.others.iter().map(|it| texts(it).join("\n")).collect();
        #[expect(clippy::cast_precision_loss, reason = "revisions are small")]
        let revision = self.revision.map_or(RowCell::Nothing, |it| RowCell::Number(it as f64));
        [
            said(Some(self.course)),
            revision,
            RowCell::Number(self.person.into()),
            said(self.page),
            said(Some(&self.work)),
            said(self.kind),
            said(Some(&self.title)),
            RowCell::Number(self.attempt.into()),
            said(self.compared.as_deref()),
            RowCell::Flag(self.revised),
            RowCell::Flag(self.latest),
            said(Some(&self.field)),
            said(self.label.as_deref()),
            RowCell::Flag(self.known),
            said(self.earlier_of),
            said(Some(self.r#type.word())),
            said(self.text.as_deref()),
            self.number.map_or(RowCell::Nothing, RowCell::Number),
            listed(self.choices.iter().map(|it| it.id.as_str()).collect()),
            listed(self.sentences.iter().filter_map(|it| it.id.as_deref()).collect()),
            if others.is_empty() {
                RowCell::Nothing
            } else {
                RowCell::Text(others.join(BETWEEN_OTHERS).into())
            },
            RowCell::Flag(self.personal),
            RowCell::Flag(self.withheld),
        ]
    }
}
