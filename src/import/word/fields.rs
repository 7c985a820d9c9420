//! Fields: the instruction `EQ`, by which older programs wrote readings and signs in circles, and links.

/// What an instruction makes of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FieldMeaning {
    /// `EQ \* jc2 \o\ad(\s\up 9(かんじ),漢字)`.
    Ruby { base: String, reading: String },
    /// Signs over one another, such as 秘 in a circle: `EQ \o\ac(○,秘)`.
    Over(Vec<String>),
    /// `HYPERLINK "https://…"`.
    Link(String),
    /// `TOC`.
    Contents,
    /// Some other formula.
    Formula,
    /// A tick box of a form.
    Check,
    /// A text of a form.
    Blank,
    /// A list of a form.
    Choice,
    /// Any other: what it has come to is words.
    Result,
}

/// The meaning of `instruction`.
pub(super) fn meaning(instruction: &str) -> FieldMeaning {
    let instruction = instruction.trim();
    let (name, rest) = instruction.split_once([' ', '\\', '\u{a0}', '　']).unwrap_or((instruction, ""));
    let rest = &instruction[name.len().min(instruction.len() - rest.len())..];
    match &*name.to_ascii_uppercase() {
        "EQ" => equation(rest),
        "HYPERLINK" => link(rest),
        "TOC" => FieldMeaning::Contents,
        "FORMCHECKBOX" => FieldMeaning::Check,
        "FORMTEXT" => FieldMeaning::Blank,
        "FORMDROPDOWN" => FieldMeaning::Choice,
        _ => FieldMeaning::Result,
    }
}

fn link(rest: &str) -> FieldMeaning {
    let address = rest.trim().strip_prefix('"').and_then(|rest| rest.split('"').next());
    address.map_or(FieldMeaning::Result, |address| FieldMeaning::Link(address.to_owned()))
}

fn equation(rest: &str) -> FieldMeaning {
    let Some(parts) = overstrike(rest) else { return FieldMeaning::Formula };
    let is_raised = |part: &String| part.contains("\\up") || part.contains("\\UP");
    if let [first, second] = &parts[..]
        && let (raised, base) = if is_raised(first) { (first, second) } else { (second, first) }
        && is_raised(raised)
        && let Some(reading) = inside(raised)
    {
        let (base, reading) = (unescaped(base), unescaped(&reading));
        if !base.is_empty() && !reading.is_empty() {
            return FieldMeaning::Ruby { base, reading };
        }
    }
    FieldMeaning::Over(parts.iter().map(|part| unescaped(part)).collect())
}

/// The parts in the parentheses behind `\o` and its switches.
fn overstrike(text: &str) -> Option<Vec<String>> {
    let at = text.find("\\o").or_else(|| text.find("\\O"))?;
    let switches = &text[at + 2..];
    let open = switches.find('(')?;
    let is_switches =
        switches[..open].chars().all(|c| c == '\\' || c.is_ascii_alphabetic() || c.is_whitespace());
    is_switches.then(|| parts(&switches[open + 1..]))
}

/// The text up to the parenthesis that closes, divided at commas and semicolons outside of other parentheses.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    let mut is_escaped = false;
    for sign in text.chars() {
        let is_plain = is_escaped;
        is_escaped = !is_plain && sign == '\\';
        match sign {
            _ if is_plain => {}
            '(' => depth += 1,
            ')' if depth == 0 => break,
            ')' => depth -= 1,
            ',' | ';' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
    }
    parts
}

/// What is in the parentheses of `\s\up 9(かんじ)`.
fn inside(text: &str) -> Option<String> {
    let open = text.find('(')?;
    parts_whole(&text[open + 1..])
}

fn parts_whole(text: &str) -> Option<String> {
    let close = text.rfind(')')?;
    Some(text[..close].to_owned())
}

/// Words without the backslashes before their signs, and without switches.
fn unescaped(text: &str) -> String {
    let mut words = String::new();
    let mut signs = text.trim().chars();
    while let Some(sign) = signs.next() {
        if sign == '\\' {
            words.extend(signs.next());
        } else {
            words.push(sign);
        }
    }
    words.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ruby(base: &str, reading: &str) -> FieldMeaning {
        FieldMeaning::Ruby { base: base.to_owned(), reading: reading.to_owned() }
    }

    #[test]
    fn a_reading_is_found_in_every_order_and_spacing() {
        for instruction in [
            r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(みたて),見立)",
            r#" EQ \* jc2 \* "Font:ＭＳ 明朝" \* hps10 \o\ad(\s\up 9(みたて),見立) "#,
            r"eq \o(\s\up 9(みたて);見立)",
            r"EQ \o\al (見立,\s\up11(みたて))",
        ] {
            assert_eq!(meaning(instruction), ruby("見立", "みたて"), "{instruction}");
        }
        assert_eq!(meaning(r"EQ \o\ad(\s\up 9(a\,b),\(c\))"), ruby("(c)", "a,b"));
    }

    #[test]
    fn what_is_no_reading_is_something_else() {
        assert_eq!(meaning(r"EQ \o\ac(○,秘)"), FieldMeaning::Over(vec!["○".into(), "秘".into()]));
        assert_eq!(meaning(r"EQ \f(1,2)"), FieldMeaning::Formula);
        assert_eq!(
            meaning(r#"HYPERLINK "https://a.example/" \h"#),
            FieldMeaning::Link("https://a.example/".into())
        );
        assert_eq!(meaning(r#"TOC \o "1-3" \h"#), FieldMeaning::Contents);
        assert_eq!(meaning(r#"HYPERLINK \l "a""#), FieldMeaning::Result);
        assert_eq!(meaning(""), FieldMeaning::Result);
        assert_eq!(meaning("PAGE"), FieldMeaning::Result);
    }
}
