//! Papers: forms and texts of the course as files for Word and Excel, to be filled in and read back.
//!
//! [`form`] is a form as papers show it, [`exercise`] an exercise as a form, [`prose`] a text as papers show it, [`address`] names what is filled in, [`docx`] writes Word,
//! [`xlsx`] Excel, and [`read`] reads both back.

pub mod address;
pub mod docx;
mod exercise;
pub mod form;
pub mod prose;
pub mod read;
pub mod xlsx;

/// A part of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperPart {
    /// Text.
    Blocks(Vec<prose::TextBlock>),
    /// A form to fill in. A paper has at most one.
    Form(form::Form),
    /// What follows begins on a new page.
    NewPage,
}
