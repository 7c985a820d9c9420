//! Reading SVG files: the size of the picture, and whatever in it is more than a picture.
//!
//! A browser that opens an SVG file by itself runs its scripts as if they belonged to the site, and a reference to another
//! host is a request that reveals the reader. So an SVG file may hold neither. The file is read by an XML parser: entities,
//! namespaces and encodings give too many ways to hide a name from a search in the text.

use std::collections::BTreeSet;

use roxmltree::{Attribute, Document, Node, ParsingOptions};

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Something in an SVG file that is more than a picture.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SvgFault {
    /// The line, from 1.
    pub line: u32,
    /// What it is.
    pub kind: SvgFaultKind,
    /// The element, the attribute or the address.
    pub name: String,
}

/// Why something does not belong into a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SvgFaultKind {
    /// It runs a script: `<script>`, `onclick="…"`, `javascript:…`.
    Script,
    /// It shows a web page: `<foreignObject>`, elements of HTML.
    Page,
    /// It refers to another file or host.
    Outside,
    /// It is not encoded in UTF-8, so that a browser could read another text than the one that was checked.
    Encoding,
}

/// What is known of an SVG file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Svg {
    /// Width and height in CSS pixels.
    pub size: Option<(u32, u32)>,
    pub faults: Vec<SvgFault>,
}

impl Svg {
    /// Reads an SVG file. What is not well-formed has no size.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let Ok(text) = std::str::from_utf8(bytes) else { return Self::default() };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if !is_bounded(text) {
            return Self::default();
        }
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let Ok(document) = Document::parse_with_options(text, options) else { return Self::default() };
        let mut faults = BTreeSet::new();
        if let Some(name) = foreign_encoding(text) {
            faults.insert(SvgFault { line: 1, kind: SvgFaultKind::Encoding, name });
        }
        let mut end_of_page = 0;
        for node in document.descendants() {
            // The content of an embedded web page is not reported too.
            if node.range().start < end_of_page {
                continue;
            }
            for (kind, name) in faults_of(node) {
                if kind == SvgFaultKind::Page {
                    end_of_page = node.range().end;
                }
                faults.insert(SvgFault { line: document.text_pos_at(node.range().start).row, kind, name });
            }
        }
        let root = document.root_element();
        let is_svg = root.tag_name().name() == "svg" && root.tag_name().namespace() == Some(SVG);
        Self { size: is_svg.then(|| size(root)).flatten(), faults: faults.into_iter().collect() }
    }
}

/// Whether the parser, which compares all attributes of an element and copies all namespaces around it, takes time in proportion
/// to the length of the text. No drawing program comes near these numbers.
fn is_bounded(text: &str) -> bool {
    let has_few_attributes = |tag: &[u8]| tag.iter().filter(|&&byte| byte == b'=').nth(1000).is_none();
    text.as_bytes().split(|&byte| byte == b'<').all(has_few_attributes)
        && text.match_indices("xmlns").nth(5000).is_none()
}

/// The encoding that the XML declaration names, if it is not one that reads as UTF-8 does.
fn foreign_encoding(text: &str) -> Option<String> {
    let declaration = text.strip_prefix("<?xml")?.split_once("?>")?.0;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let name = value[1..].split_once(quote)?.0;
    let is_utf8 = ["utf-8", "utf8", "us-ascii", "ascii"].iter().any(|it| name.eq_ignore_ascii_case(it));
    (!is_utf8).then(|| name.to_owned())
}

fn faults_of(node: Node<'_, '_>) -> Vec<(SvgFaultKind, String)> {
    if let Some(instruction) = node.pi() {
        let is_style = instruction.target.eq_ignore_ascii_case("xml-stylesheet");
        return is_style
            .then(|| (SvgFaultKind::Outside, instruction.target.to_owned()))
            .into_iter()
            .collect();
    }
    if !node.is_element() {
        return Vec::new();
    }
    let (name, namespace) = (node.tag_name().name(), node.tag_name().namespace());
    // Elements of drawing programs (sodipodi:…, rdf:…) mean nothing to a browser.
    let is_drawn = namespace.is_none_or(|it| it == SVG);
    let mut faults = Vec::new();
    if namespace.is_some_and(|it| it.contains("xhtml") || it.contains("MathML")) {
        faults.push((SvgFaultKind::Page, name.to_owned()));
    }
    if is_drawn {
        match name.to_ascii_lowercase().as_str() {
            "script" | "handler" | "listener" => faults.push((SvgFaultKind::Script, name.to_owned())),
            "foreignobject" | "iframe" | "embed" | "object" | "audio" | "video" | "canvas" => {
                faults.push((SvgFaultKind::Page, name.to_owned()));
            }
            "style" => {
                let sheet: String = node.descendants().filter_map(|it| it.text()).collect();
                faults.extend(outside_in_css(&sheet).map(|address| (SvgFaultKind::Outside, address)));
            }
            _ => {}
        }
    }
    faults.extend(node.attributes().flat_map(|attribute| faults_of_attribute(&attribute)));
    faults
}

fn faults_of_attribute(attribute: &Attribute<'_, '_>) -> Vec<(SvgFaultKind, String)> {
    let name = attribute.name();
    let value = attribute.value();
    match attribute.namespace() {
        Some(XML) if name == "base" => vec![(SvgFaultKind::Outside, value.to_owned())],
        Some(XLINK) if name == "href" => reference(value).into_iter().collect(),
        Some(_) => Vec::new(),
        None if name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) => {
            vec![(SvgFaultKind::Script, name.to_owned())]
        }
        None if matches!(name, "href" | "src") => reference(value).into_iter().collect(),
        // `<set attributeName="href" to="javascript:…">` changes a reference after it was loaded.
        None if name == "attributeName" => {
            let is_changed = value.ends_with("href") || value.starts_with("on");
            is_changed.then(|| (SvgFaultKind::Script, format!("{name}={value}"))).into_iter().collect()
        }
        None => outside_in_css(value).map(|address| (SvgFaultKind::Outside, address)).collect(),
    }
}

/// Pictures that may be embedded. An embedded SVG file could hold anything again.
const EMBEDDED: [&str; 5] =
    ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/avif"];

/// The fault of a reference. A place in the same file and an embedded photograph have none.
fn reference(address: &str) -> Option<(SvgFaultKind, String)> {
    let plain: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let lower = plain.to_ascii_lowercase();
    if plain.is_empty() || plain.starts_with('#') || EMBEDDED.iter().any(|it| lower.starts_with(it)) {
        return None;
    }
    let kind = if lower.starts_with("javascript:") { SvgFaultKind::Script } else { SvgFaultKind::Outside };
    Some((kind, plain.chars().take(80).collect()))
}

/// The addresses outside the file that a style refers to by `url(…)` or `@import`.
fn outside_in_css(css: &str) -> impl Iterator<Item = String> {
    let lower = css.to_ascii_lowercase();
    let mut found = Vec::new();
    // Functions that take an address as a text; and an escape could spell "url" or "@import" in another way.
    let takes_text = ["image-set(", "image(", "src("].iter().any(|function| lower.contains(function));
    if takes_text
        || lower.contains("@import")
        || lower.contains('\\') && (lower.contains('(') || lower.contains('@'))
    {
        found.push(css.trim().chars().take(80).collect());
    }
    let mut rest = lower.as_str();
    while let Some((_, behind)) = rest.split_once("url(") {
        let (address, behind) = behind.split_once(')').unwrap_or((behind, ""));
        let address = address.trim().trim_matches(['"', '\'']);
        found.extend(reference(address).map(|(_, name)| name));
        rest = behind;
    }
    found.into_iter()
}

/// Width and height as the attributes or the view box give them.
fn size(root: Node<'_, '_>) -> Option<(u32, u32)> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked just before"
    )]
    let pixels = |text: &str| {
        let number: f64 = text.trim().trim_end_matches("px").parse().ok()?;
        (number > 0.0 && number < 100_000.0).then(|| number.round() as u32)
    };
    let attribute = |name: &str| root.attribute(name).and_then(pixels);
    attribute("width").zip(attribute("height")).or_else(|| {
        let mut numbers =
            root.attribute("viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
        pixels(numbers.next()?).zip(pixels(numbers.next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(inside: &str) -> Svg {
        let text = format!(
            "<svg xmlns=\"{SVG}\" xmlns:xlink=\"{XLINK}\" xmlns:s=\"urn:drawing-program\" width=\"4\" height=\"3\">\n{inside}\n</svg>"
        );
        Svg::read(text.as_bytes())
    }

    #[test]
    fn an_svg_states_its_size_by_attributes_or_view_box() {
        let size = |attributes: &str| Svg::read(format!("<svg xmlns='{SVG}' {attributes}/>").as_bytes()).size;
        assert_eq!(size(r#"width="40px" height="30""#), Some((40, 30)));
        assert_eq!(size("viewBox='0 0 640.4 480'"), Some((640, 480)));
        assert_eq!(size(""), None);
        assert_eq!(Svg::read(b"<svg width='4' height='3'><g></svg>"), Svg::default());
        assert_eq!(Svg::read(b"not xml"), Svg::default());
        let many = (0..2000).map(|number| format!(" a{number}='1'")).collect::<Vec<_>>().concat();
        assert_eq!(size(&format!("width='4' height='3'{many}")), None);
    }

    #[test]
    fn a_picture_has_no_fault() {
        let pictures = [
            "<defs><linearGradient id='a'/></defs><rect fill='url(#a)' style='stroke: url(\"#a\")'/>",
            "<use href='#a'/><use xlink:href='#a'/><image href='data:image/png;base64,AAAA'/>",
            "<style>.a { fill: red } @media print { .a { fill: none } }</style><title>on the way</title>",
            "<s:view s:href='http://a.example/' s:onclick='1'/><metadata s:about='http://a.example/'/>",
            "<a><text font-family=\"'Noto Sans'\" overflow='visible'>javascript:</text></a>",
        ];
        for picture in pictures {
            assert_eq!(read(picture), Svg { size: Some((4, 3)), faults: Vec::new() }, "{picture}");
        }
    }

    #[test]
    fn whatever_is_more_than_a_picture_is_a_fault() {
        use SvgFaultKind::{Encoding, Outside, Page, Script};
        let faults = [
            ("<script>1</script>", Script),
            ("<x:script xmlns:x='http://www.w3.org/2000/svg'/>", Script),
            ("<rect onclick='1'/>", Script),
            ("<rect onLoad='1'/>", Script),
            ("<a href='java&#10;script:1'/>", Script),
            ("<a xlink:href=' JavaScript:1'/>", Script),
            ("<set attributeName='href' to='#a'/>", Script),
            ("<set attributeName='xlink:href' to='#a'/>", Script),
            ("<foreignObject/>", Page),
            ("<p xmlns='http://www.w3.org/1999/xhtml'/>", Page),
            ("<image href='https://a.example/a.png'/>", Outside),
            ("<image href='//a.example/a.png'/>", Outside),
            ("<image xlink:href='other.png'/>", Outside),
            ("<image href='data:image/svg+xml,%3Csvg/%3E'/>", Outside),
            ("<a href='https://a.example/'/>", Outside),
            ("<rect fill='url( //a.example/#a )'/>", Outside),
            ("<style>rect { mask: IMAGE-SET(\"http://a.example/a.png\" 1x) }</style>", Outside),
            ("<rect style='fill:url(\"http://a.example/#a\")'/>", Outside),
            ("<style>@import '//a.example/a.css';</style>", Outside),
            ("<style><![CDATA[ rect { fill: u\\72l(//a.example/) } ]]></style>", Outside),
            ("<g xml:base='http://a.example/'/>", Outside),
            ("<?xml-stylesheet href='http://a.example/'?>", Outside),
        ];
        for (inside, kind) in faults {
            let found: Vec<_> = read(inside).faults.iter().map(|it| (it.line, it.kind)).collect();
            assert_eq!(found, [(2, kind)], "{inside}");
        }
        let encoded = format!("<?xml version='1.0' encoding=\"Shift_JIS\"?><svg xmlns='{SVG}'/>");
        let found: Vec<_> = Svg::read(encoded.as_bytes()).faults.iter().map(|it| it.kind).collect();
        assert_eq!(found, [Encoding]);
        let entity = format!(
            "<!DOCTYPE svg [<!ENTITY a \"<script/>\">]><svg xmlns='{SVG}' width='1' height='1'>&a;</svg>"
        );
        assert!(Svg::read(entity.as_bytes()).faults.iter().any(|it| it.kind == Script));
    }
}
