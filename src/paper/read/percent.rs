//! The cells of a workbook that are shown as percentages: Excel keeps `45%` as the number 0.45.

use std::collections::{BTreeMap, HashMap, HashSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Refusal;
use super::parts::{OfficeParts, attribute};

/// The formats of percentages that every workbook has.
const BUILT_IN: [&str; 2] = ["9", "10"];

/// The cells of each sheet, by its name, that are shown as percentages: their references, such as `H5`.
pub(super) type PercentCells = HashMap<String, HashSet<String>>;

/// The cells of `parts` that are shown as percentages.
///
/// # Errors
/// When a part is not XML.
pub(super) fn percent_cells(parts: &OfficeParts) -> Result<PercentCells, Refusal> {
    let (folder, file) = parts.main.rsplit_once('/').unwrap_or(("", &parts.main));
    let styles = styles(parts, &format!("{folder}/styles.xml"))?;
    let mut cells = PercentCells::new();
    if styles.is_empty() {
        return Ok(cells);
    }
    let mut targets: BTreeMap<String, String> = BTreeMap::new();
    elements(parts, &format!("{folder}/_rels/{file}.rels"), |element| {
        if let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) {
            let own = format!("{folder}/{target}");
            targets.insert(id, target.strip_prefix('/').map_or(own, str::to_owned));
        }
    })?;
    let mut sheets = Vec::new();
    elements(parts, &parts.main, |element| {
        if element.local_name().as_ref() == "sheet" {
            sheets.push((attribute(element, "name"), attribute(element, "id")));
        }
    })?;
    for (name, id) in sheets {
        let (Some(name), Some(part)) = (name, id.and_then(|id| targets.get(&id))) else { continue };
        let of_sheet = cells.entry(name).or_default();
        elements(parts, part, |element| {
            let style = attribute(element, "s").and_then(|style| style.parse::<usize>().ok());
            if element.local_name().as_ref() == "c" && style.is_some_and(|style| styles.contains(&style)) {
                of_sheet.extend(attribute(element, "r"));
            }
        })?;
    }
    Ok(cells)
}

/// The numbers of the styles that show percentages.
fn styles(parts: &OfficeParts, name: &str) -> Result<HashSet<usize>, Refusal> {
    let mut formats: HashSet<String> = BUILT_IN.map(str::to_owned).into();
    let (mut styles, mut count, mut is_cell) = (HashSet::new(), 0, false);
    elements(parts, name, |element| match element.local_name().as_ref() {
        "numFmt" if attribute(element, "formatCode").is_some_and(|code| code.contains('%')) => {
            formats.extend(attribute(element, "numFmtId"));
        }
        "cellXfs" => is_cell = true,
        "cellStyles" | "dxfs" => is_cell = false,
        "xf" if is_cell => {
            if attribute(element, "numFmtId").is_some_and(|format| formats.contains(&format)) {
                styles.insert(count);
            }
            count += 1;
        }
        _ => {}
    })?;
    Ok(styles)
}

/// Calls `each` with the elements of the part `name`.
fn elements(parts: &OfficeParts, name: &str, mut each: impl FnMut(&BytesStart<'_>)) -> Result<(), Refusal> {
    let mut reader = Reader::from_str(parts.text(name).unwrap_or_default());
    loop {
        match reader.read_event().map_err(|_| Refusal::Damaged(name.to_owned()))? {
            Event::Start(element) | Event::Empty(element) => each(&element),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// `number` as a percentage, without the digits that only calculating adds.
pub(super) fn percent(number: f64) -> String {
    format!("{}%", (number * 1e12).round() / 1e10)
}
