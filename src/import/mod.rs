//! Handouts of authors as pages and forms of a course: bytes in; text, pictures and a list of what was not taken over out.
//!
//! [`word`] and [`excel`] read a file as a [`handout`], [`foreign`] the Markdown of other programs. [`markdown`] writes a page of it, [`form`]
//! proposes a form. Every word of a file is in the result or in the list.

mod escape;
mod excel;
mod foreign;
mod form;
mod handout;
mod heads;
mod line;
mod markdown;
mod parts;
mod word;
mod xml;

use self::handout::HandoutDocument;
pub use self::handout::{LeftKind, LeftOut};
use crate::guard::guarded;
use crate::paper::read::{OfficeKind, Refusal, office_parts};

/// A file that was read.
#[derive(Debug, Clone)]
pub struct ReadHandout {
    content: HandoutContent,
    /// Its title; that of the file's name if it has none.
    pub title: String,
}

#[derive(Debug, Clone)]
enum HandoutContent {
    Office(Box<HandoutDocument>),
    Markdown(Box<foreign::ForeignPage>),
}

/// What a file became.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The text of the page or of the form.
    pub text: String,
    /// The pictures of the page: their names, and their bytes.
    pub pictures: Vec<(String, Vec<u8>)>,
    /// What was not taken over, in the order of the file.
    pub left: Vec<LeftOut>,
}

/// Reads the file in `bytes`, whose name is `stem` and an `ending` in small letters.
///
/// # Errors
/// Why it is not read.
pub fn read(bytes: &[u8], stem: &str, ending: &str) -> Result<ReadHandout, Refusal> {
    // A program of others, and a fault of it, is no reason to stop: the other files are read all the same.
    guarded(|| read_unguarded(bytes, stem, ending)).unwrap_or_else(|reason| Err(Refusal::Damaged(reason)))
}

/// The same without a guard: a fault of mitate stops the process. Fuzzing looks for those.
///
/// # Errors
/// As [`read`].
pub fn read_unguarded(bytes: &[u8], stem: &str, ending: &str) -> Result<ReadHandout, Refusal> {
    let (content, title) = if matches!(ending, "md" | "markdown") && !bytes.starts_with(b"PK") {
        let page = foreign::read(bytes)?;
        let title = page.title.clone();
        (HandoutContent::Markdown(Box::new(page)), title)
    } else {
        let parts = office_parts(bytes).map_err(|why| match why {
            Refusal::NotAPaper => Refusal::NotAHandout,
            why => why,
        })?;
        if format!(".{ending}") != parts.kind.ending() {
            return Err(Refusal::WrongEnding(parts.kind.ending()));
        }
        let mut handout = match parts.kind {
            OfficeKind::Word => word::read(&parts)?,
            OfficeKind::Excel => excel::read(bytes, &parts)?,
        };
        parts::list_pictures(&parts, &mut handout);
        entitle(&mut handout);
        let title = handout.title.as_deref().map(markdown::plain);
        (HandoutContent::Office(Box::new(handout)), title)
    };
    let title = title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| stem.to_owned());
    Ok(ReadHandout { content, title })
}

/// If nothing says the title, the first heading is it, if no other is as high.
fn entitle(handout: &mut HandoutDocument) {
    use handout::HandoutBlock::Heading;
    let levels = || {
        handout.blocks.iter().filter_map(|it| if let Heading(level, _) = it { Some(*level) } else { None })
    };
    let highest = levels().min();
    let is_only = levels().filter(|level| Some(*level) == highest).count() == 1;
    let first =
        handout.blocks.iter().position(|it| it.lines().iter().any(|line| !handout::is_blank_line(line)));
    if let Some(at) = first.filter(|_| is_only && !handout.is_titled)
        && let Heading(level, line) = &handout.blocks[at]
        && Some(*level) == highest
    {
        handout.title = Some(line.clone());
        handout.is_titled = true;
        handout.blocks.remove(at);
    }
}

impl ReadHandout {
    /// Whether it can become a form.
    #[must_use]
    pub fn can_be_form(&self) -> bool {
        matches!(self.content, HandoutContent::Office(_))
    }

    /// The page, whose pictures are named after `id`.
    #[must_use]
    pub fn page(&self, id: &str) -> Imported {
        let handout = match &self.content {
            HandoutContent::Office(handout) => handout,
            HandoutContent::Markdown(page) => {
                return Imported {
                    text: page.text(&self.title),
                    pictures: Vec::new(),
                    left: page.left.clone(),
                };
            }
        };
        let mut left = handout.left.clone();
        let name = |at: usize, ending: &str| format!("{id}-{}.{ending}", at + 1);
        let pictures = handout.pictures.iter().enumerate();
        let pictures: Vec<(String, Vec<u8>)> =
            pictures.map(|(at, it)| (name(at, &it.ending), it.bytes.clone())).collect();
        let paths: Vec<(String, String)> = pictures
            .iter()
            .zip(&handout.pictures)
            .map(|((name, _), it)| (format!("../../images/{name}"), it.alt.clone()))
            .collect();
        let text = markdown::page(handout, &self.title, &paths, &mut left);
        Imported { text, pictures, left }
    }

    /// A proposal of a form; `None` if nothing in it is to be filled in.
    #[must_use]
    pub fn form(&self) -> Option<Imported> {
        let HandoutContent::Office(handout) = &self.content else { return None };
        let mut left = handout.left.clone();
        let text = form::form(handout, &self.title, &mut left)?;
        Some(Imported { text, pictures: Vec::new(), left })
    }
}
