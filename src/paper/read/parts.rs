//! The parts of an Office file, checked before anything reads them: what kind of file it is, no macro, no document type, no link to
//! another file, no part too deep or not XML.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::Refusal;
use crate::archive;

/// The deepest nesting of elements.
const DEPTH_LIMIT: usize = 64;

/// The most elements of a part that begin a cell, a paragraph or a row.
pub(crate) const CELL_LIMIT: usize = 100_000;

/// What a file is by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OfficeKind {
    Word,
    Excel,
}

impl OfficeKind {
    /// The ending of its name.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Word => ".docx",
            Self::Excel => ".xlsx",
        }
    }
}

/// The parts of an Office file by name.
pub(crate) struct OfficeParts {
    pub(crate) kind: OfficeKind,
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// The name of the part that the file is about.
    pub(crate) main: String,
}

/// Reads the parts of the Office file in `bytes`.
///
/// # Errors
/// Why it is not read.
pub(crate) fn parts(bytes: &[u8]) -> Result<OfficeParts, Refusal> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(compound(bytes));
    }
    if !bytes.starts_with(b"PK") {
        return Err(Refusal::NotAPaper);
    }
    let files = archive::files(bytes)?;
    let is_macro = |name: &str| {
        let name = name.to_ascii_lowercase();
        name.ends_with("vbaproject.bin") || name.contains("/activex/")
    };
    if files.keys().any(|name| is_macro(name)) {
        return Err(Refusal::Macro);
    }
    for (name, file) in &files {
        if name.ends_with(".xml") || name.ends_with(".rels") {
            expect_plain(name, file)?;
        }
    }
    let (kind, main) = main_part(&files)?;
    Ok(OfficeParts { kind, files, main })
}

impl OfficeParts {
    /// The part `name` as text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.files.get(name).and_then(|file| text(file))
    }

    /// The parts whose names begin with `start`, in order.
    pub(crate) fn beginning<'a>(&'a self, start: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let named =
            self.files.iter().filter(move |(name, _)| name.starts_with(start) && name.ends_with(".xml"));
        named.filter_map(|(name, file)| Some((name.as_str(), text(file)?)))
    }
}

fn text(file: &[u8]) -> Option<&str> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    std::str::from_utf8(file).ok()
}

/// What a compound file is: one with a password holds the stream `EncryptedPackage`.
fn compound(bytes: &[u8]) -> Refusal {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if memchr::memmem::find(bytes, &name).is_some() { Refusal::Encrypted } else { Refusal::Old }
}

/// The kind of file, and its main part, as the types of its parts say.
fn main_part(files: &BTreeMap<String, Vec<u8>>) -> Result<(OfficeKind, String), Refusal> {
    let types = files.get("[Content_Types].xml").and_then(|file| text(file)).ok_or(Refusal::NotAPaper)?;
    let mut reader = Reader::from_str(types);
    loop {
        let event = reader.read_event().map_err(|_| Refusal::Damaged("[Content_Types].xml".to_owned()))?;
        let element = match &event {
            Event::Start(element) | Event::Empty(element) => element,
            Event::Eof => return Err(Refusal::NotAPaper),
            _ => continue,
        };
        let kind = attribute(element, "ContentType").unwrap_or_default();
        if kind.contains("macroEnabled") {
            return Err(Refusal::Macro);
        }
        let kind = if kind.ends_with("wordprocessingml.document.main+xml") {
            OfficeKind::Word
        } else if kind.ends_with("spreadsheetml.sheet.main+xml") {
            OfficeKind::Excel
        } else {
            continue;
        };
        let name = attribute(element, "PartName").unwrap_or_default();
        let name = name.trim_start_matches('/').to_owned();
        let is_there = files.contains_key(&name);
        return if is_there { Ok((kind, name)) } else { Err(Refusal::Damaged(name)) };
    }
}

/// Looks at every element of a part, before anyone reads it.
fn expect_plain(name: &str, file: &[u8]) -> Result<(), Refusal> {
    let damaged = || Refusal::Damaged(name.to_owned());
    let mut reader = Reader::from_str(text(file).ok_or_else(damaged)?);
    let (mut depth, mut cells) = (0, 0);
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::DocType(_) => return Err(Refusal::DocumentType(name.to_owned())),
            Event::Start(element) => {
                depth += 1;
                expect_element(name, &element, &mut cells)?;
            }
            Event::Empty(element) => expect_element(name, &element, &mut cells)?,
            Event::End(_) => depth -= 1,
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(damaged()),
            _ => {}
        }
        if depth > DEPTH_LIMIT {
            return Err(Refusal::TooLarge("levels", DEPTH_LIMIT));
        }
    }
}

fn expect_element(name: &str, element: &BytesStart<'_>, cells: &mut usize) -> Result<(), Refusal> {
    let local = element.local_name();
    if name.ends_with(".rels") {
        let is_outside =
            attribute(element, "TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("External"));
        // Programs make a link of every address that is typed: it is words. Nothing else may lead out of the file.
        let is_link = attribute(element, "Type").is_some_and(|kind| kind.ends_with("/hyperlink"));
        if is_outside && !is_link {
            return Err(Refusal::Outside(attribute(element, "Target").unwrap_or_default()));
        }
    } else if name.starts_with("xl/worksheets/")
        && matches!(local.as_ref(), "c" | "row" | "f" | "dimension" | "mergeCell")
        && ["r", "ref"].iter().filter_map(|it| attribute(element, it)).any(|it| !is_reference(&it))
    {
        return Err(Refusal::Damaged(name.to_owned()));
    } else if matches!(local.as_ref(), "tc" | "p" | "c" | "si") {
        *cells += 1;
        if *cells > CELL_LIMIT {
            return Err(Refusal::TooLarge("cells", CELL_LIMIT));
        }
    }
    Ok(())
}

/// Whether `text` is a cell, a row, or a range of a sheet of Excel: not more than `XFD1048576`.
fn is_reference(text: &str) -> bool {
    text.split(':').all(|part| {
        let part = part.replace('$', "");
        let digits = part.trim_start_matches(|sign: char| sign.is_ascii_alphabetic());
        part.len() - digits.len() <= 3 && digits.len() <= 7 && digits.bytes().all(|it| it.is_ascii_digit())
    })
}

/// The attribute of an element by its name without a prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|it| it.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
