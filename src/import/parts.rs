//! What a part of an Office file refers to: other parts, and pictures.

use std::collections::BTreeMap;

use super::handout::{HandoutDocument, HandoutPicture, LeftKind, LeftOut};
use super::xml::{attribute, tree};
use crate::paper::read::{FoundPlace, OfficeParts, Refusal};

/// The targets of the part `name`, by their ids, as they are written.
///
/// # Errors
/// When the part that lists them is not XML.
pub(super) fn relations(parts: &OfficeParts, name: &str) -> Result<BTreeMap<String, String>, Refusal> {
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let path = format!("{folder}/_rels/{file}.rels").trim_start_matches('/').to_owned();
    let mut relations = BTreeMap::new();
    if let Some(text) = parts.text(&path) {
        for it in tree(text, &path)?.root_element().children() {
            if let (Some(id), Some(target)) = (attribute(it, "Id"), attribute(it, "Target")) {
                relations.insert(id.to_owned(), target.to_owned());
            }
        }
    }
    Ok(relations)
}

/// The name of the part that a target leads to from a part in `folder`.
pub(super) fn inside(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut folders: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                folders.pop();
            }
            part => folders.push(part),
        }
    }
    folders.join("/")
}

/// The picture in the part `name`, whose words are `alt`.
///
/// # Errors
/// What is listed where browsers do not show it.
pub(super) fn picture(
    parts: &OfficeParts,
    name: &str,
    alt: &str,
    place: FoundPlace,
) -> Result<HandoutPicture, LeftOut> {
    let found = parts.files.get(name).and_then(|bytes| Some((bytes, ending_of(bytes)?)));
    let Some((bytes, ending)) = found else {
        let words = format!("{} {alt}", file_name(name)).trim().to_owned();
        return Err(LeftOut { place, what: LeftKind::Picture, words });
    };
    Ok(HandoutPicture {
        part: name.to_owned(),
        bytes: bytes.clone(),
        ending: ending.to_owned(),
        alt: alt.to_owned(),
        place,
    })
}

/// The ending for a picture that browsers show, by how its bytes begin: its name may have another.
fn ending_of(bytes: &[u8]) -> Option<&'static str> {
    let starts: [(&[u8], &str); 3] =
        [(b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif")];
    let found = starts.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, ending)| *ending);
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP".as_slice());
    found.or(is_webp.then_some("webp"))
}

/// The name of the file that a part is.
pub(super) fn file_name(part: &str) -> &str {
    part.rsplit('/').next().unwrap_or_default()
}

/// Lists the pictures of the file that are in no text: those of headers, of backgrounds and of cells.
pub(super) fn list_pictures(parts: &OfficeParts, handout: &mut HandoutDocument) {
    for name in parts.files.keys().filter(|name| name.contains("/media/")) {
        let file = file_name(name);
        // Programs write each SVG as PNG, too.
        let is_copy = file.to_ascii_lowercase().ends_with(".svg");
        let is_taken = handout.pictures.iter().any(|it| it.part == *name);
        let is_listed = handout
            .left
            .iter()
            .any(|it| it.what == LeftKind::Picture && it.words.split(' ').any(|word| word == file));
        if is_copy || is_taken || is_listed {
            continue;
        }
        let of_header =
            |part: &&String| ["header", "footer", "vmlDrawing"].iter().any(|it| part.contains(it));
        let is_in_header = parts
            .files
            .keys()
            .filter(|part| part.ends_with(".rels"))
            .filter(of_header)
            .any(|part| parts.text(part).is_some_and(|text| text.contains(file)));
        let place = if is_in_header { FoundPlace::Header } else { FoundPlace::Box };
        handout.left.push(LeftOut { place, what: LeftKind::Picture, words: file.to_owned() });
    }
}
