//! Papers for Word: Office Open XML, written by ourselves, because what is needed is small and no library has it.
//!
//! [`body`] writes pieces, [`form`] a form, [`blocks`] a text, [`looks`] the controls, [`parts`] what is beside the text; [`fill`] fills in.

mod blocks;
mod body;
pub mod fill;
pub mod form;
mod looks;
mod parts;
mod wide;

use std::io::Cursor;

use super::PaperPart;
use crate::archive::Archive;
use body::BodyWriter;
use fill::{Answers, LastLabels, PaperPiece, Template};
use form::PaperWords;
pub use looks::{BLANK, BOXES};
pub use parts::PaperLanguage;

/// A paper for Word, to be filled in.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct WordFile {
    /// The parts beside the text: names and contents.
    pub parts: Vec<(&'static str, String)>,
    /// The text.
    pub text: Template,
}

/// The name of the part that has the text.
pub const TEXT: &str = "word/document.xml";

/// What is written into a Word file.
pub struct WordContent<'a> {
    /// The title.
    pub title: &'a str,
    /// What is written small below the title.
    pub subtitle: &'a str,
    /// What is at the foot of every page.
    pub foot: &'a str,
    /// What the paper says of itself, if answers can be read back from it.
    pub mark: Option<String>,
    /// What is in it.
    pub parts: &'a [PaperPart],
    /// What an exercise that a text shows is called.
    pub exercises: &'a dyn Fn(&str) -> String,
    /// Words of the theme.
    pub words: &'a PaperWords,
    /// What the language decides.
    pub writing: &'a PaperLanguage,
    /// What is written between several values.
    pub between: &'a str,
}

/// The Word file of `content`.
#[must_use]
pub fn document(content: &WordContent<'_>) -> WordFile {
    let key = content.parts.iter().find_map(|part| match part {
        PaperPart::Form(form) => Some(&*form.key),
        _ => None,
    });
    let mut body = BodyWriter::new(key.unwrap_or_default(), content.between);
    let (before, after) = parts::around(content.writing);
    body.raw(&before);
    for (index, part) in content.parts.iter().enumerate() {
        if index == 0 {
            body.paragraph("Title", &super::prose::words(content.title));
            body.paragraph("Subtitle", &super::prose::words(content.subtitle));
        }
        match part {
            PaperPart::Blocks(blocks) => blocks::write(&mut body, blocks, 0, content.exercises),
            PaperPart::Form(form) => form::write(&mut body, form, content.words, content.exercises),
            PaperPart::NewPage => body.page_break(),
        }
    }
    let mut text = body.finish();
    text.pieces.push(PaperPiece::Xml(after));
    let mark = content.mark.as_deref();
    WordFile { parts: parts::fixed(content.title, content.foot, mark, content.writing), text }
}

impl WordFile {
    /// The bytes of the file with `answers` filled in.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub fn bytes(&self, answers: &Answers) -> zip::result::ZipResult<Vec<u8>> {
        let mut archive = Archive::new(Cursor::new(Vec::new()));
        for (name, text) in &self.parts {
            archive.add(name, text.as_bytes())?;
        }
        archive.add(TEXT, self.text.filled(answers, &LastLabels::new()).as_bytes())?;
        Ok(archive.finish()?.into_inner())
    }
}
