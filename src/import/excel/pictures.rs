//! The pictures of a workbook, by sheets and rows.

use std::collections::BTreeMap;

use crate::import::handout::{HandoutPicture, LeftOut};
use crate::import::parts::{inside, picture, relations};
use crate::import::xml::{attribute, below, child, tree};
use crate::paper::read::{FoundPlace, OfficeParts, Refusal};

/// The pictures of each sheet, by its name: each with its row, from 0, or with what is listed instead.
pub(super) type SheetPictures = BTreeMap<String, Vec<(u32, Result<HandoutPicture, LeftOut>)>>;

/// The pictures of the workbook with `parts`.
///
/// # Errors
/// When a part is not XML.
pub(super) fn pictures(parts: &OfficeParts) -> Result<SheetPictures, Refusal> {
    let mut all = SheetPictures::new();
    let book = tree(parts.text(&parts.main).unwrap_or_default(), &parts.main)?;
    let targets = relations(parts, &parts.main)?;
    for sheet in book.descendants().filter(|it| it.tag_name().name() == "sheet") {
        let (Some(name), Some(target)) =
            (attribute(sheet, "name"), attribute(sheet, "id").and_then(|id| targets.get(id)))
        else {
            continue;
        };
        let sheet = inside(folder(&parts.main), target);
        let of_sheet = all.entry(name.to_owned()).or_default();
        for target in relations(parts, &sheet)?.values() {
            let drawing = inside(folder(&sheet), target);
            if let Some(text) = parts.text(&drawing).filter(|_| drawing.contains("drawings/drawing")) {
                drawn(parts, name, &drawing, text, of_sheet)?;
            }
        }
        of_sheet.sort_by_key(|(row, _)| *row);
    }
    Ok(all)
}

/// The pictures of the part `drawing` of a sheet.
fn drawn(
    parts: &OfficeParts,
    sheet: &str,
    drawing: &str,
    text: &str,
    out: &mut Vec<(u32, Result<HandoutPicture, LeftOut>)>,
) -> Result<(), Refusal> {
    let targets = relations(parts, drawing)?;
    for anchor in tree(text, drawing)?.root_element().children().filter(roxmltree::Node::is_element) {
        let from = child(anchor, "from");
        let at = |name: &str| {
            let number = from.and_then(|it| child(it, name)).and_then(|it| it.text());
            number.and_then(|it| it.trim().parse::<u32>().ok()).unwrap_or(0).min(1_048_575)
        };
        let (row, column) = (at("row"), at("col"));
        // What older programs show instead of what newer ones show is the same picture.
        let is_newer =
            |it: &roxmltree::Node<'_, '_>| it.ancestors().all(|it| it.tag_name().name() != "Fallback");
        for it in anchor.descendants().filter(|it| it.tag_name().name() == "pic").filter(is_newer) {
            let id = below(it, "blip").and_then(|it| attribute(it, "embed"));
            let Some(target) = id.and_then(|id| targets.get(id)) else { continue };
            let alt = below(it, "cNvPr").and_then(|it| attribute(it, "descr")).unwrap_or_default().trim();
            let place = FoundPlace::Sheet(sheet.to_owned(), super::reference(row, column));
            out.push((row, picture(parts, &inside(folder(drawing), target), alt, place)));
        }
    }
    Ok(())
}

/// The folder of a part.
pub(super) fn folder(part: &str) -> &str {
    part.rsplit_once('/').map_or("", |(folder, _)| folder)
}
