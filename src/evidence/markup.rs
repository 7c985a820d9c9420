//! Reading HTML and SVG as browsers do, as far as it decides what is loaded and run.
//!
//! Where a browser could read a file in two ways, the reader takes the one that loads or runs more.

/// A part of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MarkupPart<'t> {
    /// What is shown as text.
    Text(&'t str),
    /// What is between the tags of an element whose content is no markup, such as `script`, and that element.
    Raw(MarkupTag, &'t str),
    /// A start tag.
    Tag(MarkupTag),
    /// A comment, a declaration, an instruction.
    Aside(&'t str),
}

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MarkupTag {
    /// Its name in small letters.
    pub name: String,
    /// Its attributes: names in small letters, values with their characters decoded.
    pub attributes: Vec<(String, String)>,
}

impl MarkupTag {
    /// The value of an attribute. Of two with one name the first counts.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| &**value)
    }
}

/// The elements whose content is no markup.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// The parts of `text`, in order.
pub(super) fn parts(text: &str) -> Vec<MarkupPart<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        let (part, after) = next(from);
        match part {
            // A `<` that begins no tag is text.
            None => {
                parts.push(MarkupPart::Text(&rest[..=at]));
                rest = &rest[at + 1..];
            }
            Some(part) => {
                parts.push(MarkupPart::Text(before));
                let raw = match &part {
                    MarkupPart::Tag(tag) if RAW.contains(&&*tag.name) => Some(tag.clone()),
                    _ => None,
                };
                parts.push(part);
                rest = after;
                if let Some(tag) = raw {
                    let end = raw_end(rest, &tag.name);
                    parts.push(MarkupPart::Raw(tag, &rest[..end]));
                    rest = &rest[end..];
                }
            }
        }
    }
    parts.push(MarkupPart::Text(rest));
    parts.retain(|part| !matches!(part, MarkupPart::Text("")));
    parts
}

/// Where the content of the element `name` ends in `text`.
fn raw_end(text: &str, name: &str) -> usize {
    let ends = text.match_indices("</").map(|(at, _)| at);
    let is_end = |at: &usize| {
        let behind = &text.as_bytes()[at + 2..];
        behind.len() >= name.len()
            && behind[..name.len()].eq_ignore_ascii_case(name.as_bytes())
            && behind.get(name.len()).is_none_or(|sign| b" \t\n\r\x0c/>".contains(sign))
    };
    ends.into_iter().find(is_end).unwrap_or(text.len())
}

/// The part that begins at the `<` of `text`, and what is behind it. A `<` that begins nothing gives no part.
fn next(text: &str) -> (Option<MarkupPart<'_>>, &str) {
    let until = |end: &str| match text.find(end) {
        Some(at) => (Some(MarkupPart::Aside(&text[..at])), &text[at + end.len()..]),
        None => (Some(MarkupPart::Aside(text)), ""),
    };
    let mut signs = text.chars().skip(1);
    match signs.next() {
        Some('!') if text.starts_with("<!--") => {
            // A browser ends a comment at the first of these; the reader looks into comments too, so that nothing is hidden by them.
            let ends = ["-->", "--!>"].map(|end| text.find(end).map(|at| at + end.len()));
            let end = ends.into_iter().flatten().min().unwrap_or(text.len());
            (Some(MarkupPart::Aside(&text[..end])), &text[end..])
        }
        Some('!' | '?' | '/') => until(">"),
        Some(sign) if sign.is_ascii_alphabetic() => {
            let (tag, rest) = tag(&text[1..]);
            (Some(MarkupPart::Tag(tag)), rest)
        }
        _ => (None, text),
    }
}

/// Reads a start tag from its name on.
fn tag(text: &str) -> (MarkupTag, &str) {
    let is_blank = |sign: char| sign.is_ascii_whitespace();
    let end = text.find(|sign: char| is_blank(sign) || sign == '/' || sign == '>').unwrap_or(text.len());
    let mut tag = MarkupTag { name: text[..end].to_ascii_lowercase(), attributes: Vec::new() };
    let mut rest = &text[end..];
    loop {
        rest = rest.trim_start_matches(|sign: char| is_blank(sign) || sign == '/');
        if let Some(behind) = rest.strip_prefix('>') {
            return (tag, behind);
        }
        if rest.is_empty() {
            return (tag, rest);
        }
        // An `=` at the beginning is part of the name.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let end = rest[first..]
            .find(|sign: char| is_blank(sign) || matches!(sign, '/' | '>' | '='))
            .map_or(rest.len(), |at| at + first);
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start_matches(is_blank);
        let mut value = "";
        if let Some(behind) = rest.strip_prefix('=') {
            rest = behind.trim_start_matches(is_blank);
            (value, rest) = match rest.chars().next() {
                Some(quote @ ('"' | '\'')) => rest[1..].split_once(quote).unwrap_or((&rest[1..], "")),
                _ => {
                    rest.split_at(rest.find(|sign: char| is_blank(sign) || sign == '>').unwrap_or(rest.len()))
                }
            };
        }
        tag.attributes.push((name, decoded(value)));
    }
}

/// The characters that a name between `&` and `;` means, as far as an address or a program can be written with them.
const NAMED: [(&str, char); 17] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("colon", ':'),
    ("sol", '/'),
    ("bsol", '\\'),
    ("period", '.'),
    ("Tab", '\t'),
    ("NewLine", '\n'),
    ("num", '#'),
    ("quest", '?'),
    ("equals", '='),
    ("percnt", '%'),
    ("lpar", '('),
    ("rpar", ')'),
];

/// `text` with its character references decoded.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((sign, length)) = reference(&rest[1..]) {
            out.push(sign);
            rest = &rest[1 + length..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out + rest
}

/// The character that `text`, which follows a `&`, means, and how long its reference is there.
fn reference(text: &str) -> Option<(char, usize)> {
    if let Some(number) = text.strip_prefix('#') {
        let (digits, radix, lead) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16, 2),
            None => (number, 10, 1),
        };
        let length = digits.find(|sign: char| !sign.is_digit(radix)).unwrap_or(digits.len());
        let sign = char::from_u32(u32::from_str_radix(&digits[..length], radix).ok()?)?;
        let semicolon = usize::from(digits[length..].starts_with(';'));
        return Some((sign, lead + length + semicolon));
    }
    NAMED.iter().find_map(|(name, sign)| {
        let behind = text.strip_prefix(name)?;
        behind.starts_with(';').then_some((*sign, name.len() + 1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(text: &str) -> Vec<MarkupTag> {
        let tag = |part| if let MarkupPart::Tag(tag) = part { Some(tag) } else { None };
        parts(text).into_iter().filter_map(tag).collect()
    }

    #[test]
    fn attributes_are_read_however_they_are_written() {
        for text in [
            "<IMG SRC=\"https://a.example/x\">",
            "<img src='https://a.example/x'>",
            "<img src=https://a.example/x>",
            "<img/src=https://a.example/x>",
            "<img alt=\">\" src\n=\n\"https&colon;//a.example&#x2f;x\" />",
            "<p>1 < 2</p><img src=&#104;ttps://a.example/x >",
        ] {
            let found = tags(text).pop().unwrap();
            assert_eq!(
                (&*found.name, found.attribute("src")),
                ("img", Some("https://a.example/x")),
                "{text}"
            );
        }
    }

    #[test]
    fn the_content_of_a_script_is_no_markup_and_ends_with_its_end_tag() {
        let text = "<script>a = '<img src=x>'; '</scripts>'</SCRIPT ><img src=y>";
        let found = parts(text);
        let content = found.iter().find_map(|part| match part {
            MarkupPart::Raw(tag, text) if tag.name == "script" => Some(*text),
            _ => None,
        });
        assert_eq!(content, Some("a = '<img src=x>'; '</scripts>'"));
        assert_eq!(tags(text).len(), 2);
    }
}
