//! Elements of a part by their names without prefixes: programs choose prefixes, and strict files have other namespaces.

use roxmltree::{Document, Node, ParsingOptions};

use crate::paper::read::Refusal;

/// The most elements and texts of a part.
const NODE_LIMIT: u32 = 2_000_000;

/// The tree of a part, which was checked before.
///
/// # Errors
/// When it is not XML.
pub(super) fn tree<'t>(text: &'t str, name: &str) -> Result<Document<'t>, Refusal> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODE_LIMIT, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Refusal::TooLarge("cells", NODE_LIMIT as usize),
        _ => Refusal::Damaged(name.to_owned()),
    })
}

/// The first child of that name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|it| it.tag_name().name() == name)
}

/// The first element below of that name.
pub(super) fn below<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|it| it.tag_name().name() == name)
}

/// The attribute of that name.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|it| it.name() == name).map(|it| it.value())
}

/// The value of the first child of that name.
pub(super) fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    attribute(child(node, name)?, "val")
}

/// The same as a number.
pub(super) fn number<T: std::str::FromStr>(node: Node<'_, '_>, name: &str) -> Option<T> {
    value(node, name)?.parse().ok()
}

/// Whether a switch is on: it has no value, or one that says so.
pub(super) fn is_on(node: Node<'_, '_>) -> bool {
    !matches!(attribute(node, "val"), Some("0" | "false" | "off" | "none"))
}

/// Whether the value of an attribute says yes.
pub(super) fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// All words below a node, a line for each paragraph.
pub(super) fn all_words(node: Node<'_, '_>) -> String {
    let mut words = String::new();
    for it in node.descendants() {
        match it.tag_name().name() {
            "p" if !words.is_empty() && !words.ends_with('\n') => words.push('\n'),
            "t" | "delText" | "v" => words.push_str(it.text().unwrap_or_default()),
            "tab" | "br" => words.push(' '),
            // Readings of older programs, and words in the shape of a curve.
            "instrText" | "fldSimple" => {
                let text = it.text().filter(|text| !text.trim().is_empty());
                let instruction = attribute(it, "instr").or(text).unwrap_or_default();
                // Names of other fields are no words: `PAGE`.
                let name = instruction.trim_start();
                if name.starts_with("EQ") || !name.starts_with(|c: char| c.is_ascii_uppercase()) {
                    words.push_str(instruction);
                }
            }
            // The choices of a list.
            "listItem" => {
                words.push(' ');
                words.push_str(attribute(it, "displayText").or(attribute(it, "value")).unwrap_or_default());
            }
            "textpath" => words.push_str(attribute(it, "string").unwrap_or_default()),
            _ => {}
        }
    }
    words.trim().to_owned()
}
