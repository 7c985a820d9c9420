//! Addresses of other hosts in texts.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use percent_encoding::percent_decode_str;

/// Names that look like addresses and are none: nothing is loaded by them.
const NAMES: [&str; 7] = [
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/2000/xmlns/",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/1998/Math/MathML",
    "https://json-schema.org/draft/2020-12/schema",
];
/// What the names within Word and Excel files begin with.
const OFFICE: [&str; 3] =
    ["http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/office/", "http://purl.org/dc/"];

/// Whether `address` is a name of the kind that files have as part of their format.
pub(super) fn is_name(address: &str) -> bool {
    NAMES.contains(&address) || OFFICE.iter().any(|start| address.starts_with(start))
}

/// Every address with a host in `text`, such as `https://a.example/b`, wherever it is.
pub(super) fn with_host(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices("://") {
        let is_of_scheme = |sign: char| sign.is_ascii_alphanumeric() || "+-.".contains(sign);
        let before = &text[..at];
        let start = before.trim_end_matches(is_of_scheme).len();
        let scheme = before[start..].trim_start_matches(|sign: char| !sign.is_ascii_alphabetic());
        if scheme.is_empty() {
            continue;
        }
        let behind = &text[at + 3..];
        let end = behind.find(|sign: char| !is_of_address(sign)).unwrap_or(behind.len());
        let rest = behind[..end].trim_end_matches([',', '.', ';', ':', '!', '?', ')', ']', '\'', '*']);
        // Signs such as `」` and `…` begin no host; letters of any script do.
        if behind.starts_with(|sign: char| sign.is_alphanumeric() || sign == '[') {
            let is_of_host = |sign: char| sign.is_alphanumeric() || ".-_/".contains(sign);
            let address = if rest.is_empty() {
                &behind[..behind.find(|sign| !is_of_host(sign)).unwrap_or(behind.len())]
            } else {
                rest
            };
            found.insert(format!("{}://{address}", scheme.to_ascii_lowercase()));
        }
    }
    found
}

fn is_of_address(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(sign)
}

/// The address that `value`, the whole value of an attribute or a string, leads to, if that is on a different host or for a different program.
pub(super) fn whole(value: &str) -> Option<String> {
    // A browser ignores blanks and controls around an address, and tabs and line ends within it; it reads `\` as `/`.
    let value: String =
        value.trim_matches(|sign: char| sign <= ' ').chars().filter(|it| !"\t\n\r".contains(*it)).collect();
    let value = value.replace('\\', "/");
    if let Some(rest) = value.strip_prefix("//") {
        return (!rest.trim_matches('/').is_empty()).then_some(value);
    }
    let (scheme, rest) = value.split_once(':')?;
    let is_scheme = scheme.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && scheme.chars().all(|sign| sign.is_ascii_alphanumeric() || "+-.".contains(sign));
    let is_own = ["data", "blob"].contains(&&*scheme.to_ascii_lowercase());
    (is_scheme && !is_own && !rest.is_empty()).then(|| format!("{}:{rest}", scheme.to_ascii_lowercase()))
}

/// The schemes that a browser loads from other hosts by, also without the slashes behind them.
const SCHEMES: [&str; 5] = ["https:", "http:", "wss:", "ws:", "ftp:"];

/// The addresses of other hosts in `text` that have no `://`: `//a.example`, `https:a.example`. In a program, only those that begin a text and
/// have a host with a dot.
pub(super) fn leading_out(text: &str, is_program: bool) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let begins = |at: usize| {
        let before = &text[..at];
        let is_begun = before.ends_with(['"', '\'', '`', '(', '=', ' ', ',']);
        is_begun || (!is_program && (before.is_empty() || before.ends_with(['<', ';', '\n', '\t', '\r'])))
    };
    let host = |behind: &str| {
        let is_end =
            |sign: char| sign.is_whitespace() || sign.is_control() || "\"'`()<>,;/?#\\".contains(sign);
        behind[..behind.find(is_end).unwrap_or(behind.len())].to_owned()
    };
    for (at, _) in text.match_indices("//") {
        let behind = &text[at + 2..];
        let name = host(behind);
        let is_host = if is_program {
            let is_plain = name.chars().all(|sign| sign.is_alphanumeric() || "-.:@[]".contains(sign));
            is_plain && name.contains('.') && !name.starts_with('.')
        } else {
            name.starts_with(|sign: char| sign.is_alphanumeric() || "[_%-".contains(sign))
        };
        if begins(at) && is_host {
            found.insert(format!("//{name}"));
        }
    }
    let lower = text.to_ascii_lowercase();
    for scheme in SCHEMES {
        for (at, _) in lower.match_indices(scheme) {
            let behind = &lower[at + scheme.len()..];
            let name = host(behind.trim_start_matches('/'));
            let is_host = name.starts_with(|sign: char| sign.is_alphanumeric() || sign == '[');
            if begins(at) && !behind.starts_with("//") && is_host {
                found.insert(format!("{scheme}{name}"));
            }
        }
    }
    found
}

/// The texts that `text` holds as `data:` addresses in Base64, without pictures, fonts and sounds.
pub(super) fn carried(text: &str) -> Vec<String> {
    const BASE64: GeneralPurpose = GeneralPurpose::new(
        &alphabet::STANDARD,
        GeneralPurposeConfig::new()
            .with_decode_padding_mode(DecodePaddingMode::Indifferent)
            .with_decode_allow_trailing_bits(true),
    );
    let lower = text.to_ascii_lowercase();
    let mut texts = Vec::new();
    for (at, _) in lower.match_indices("data:") {
        let Some(comma) = lower[at..].find(',').map(|comma| at + comma) else { break };
        let head = &lower[at + 5..comma];
        let is_picture = head.starts_with("image/") && !head.starts_with("image/svg");
        let is_media = is_picture || ["font/", "audio/", "video/"].iter().any(|it| head.starts_with(it));
        if is_media || head.len() > 200 || !head.contains("base64") {
            continue;
        }
        let is_of_base64 =
            |sign: char| sign.is_ascii_alphanumeric() || "+/=%".contains(sign) || sign.is_whitespace();
        let behind = &text[comma + 1..];
        let encoded = &behind[..behind.find(|sign| !is_of_base64(sign)).unwrap_or(behind.len())];
        let encoded: String = percent_decode_str(encoded)
            .decode_utf8_lossy()
            .chars()
            .filter(|sign| !sign.is_whitespace() && *sign != '=')
            .collect();
        if let Ok(bytes) = BASE64.decode(encoded) {
            texts.push(read_text(&bytes));
        }
    }
    texts
}

/// The text of a file. In UTF-16 most signs have a zero byte: such a file is read in every way in which a browser could read it.
pub(super) fn read_text(bytes: &[u8]) -> String {
    let plain = String::from_utf8_lossy(bytes);
    if !bytes.contains(&0) && !bytes.starts_with(&[0xff, 0xfe]) && !bytes.starts_with(&[0xfe, 0xff]) {
        return plain.into_owned();
    }
    let wide = |pair: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|it| pair([it[0], it[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    [wide(u16::from_le_bytes), wide(u16::from_be_bytes), plain.into_owned()].join("\n")
}

/// `text` as other readers than a human see it: with the escapes of CSS, of scripts and of addresses decoded.
pub(super) fn unescaped(text: &str) -> String {
    let percent = percent_decode_str(text).decode_utf8_lossy().into_owned();
    let mut out = String::with_capacity(percent.len());
    let mut signs = percent.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign != '\\' {
            out.push(sign);
            continue;
        }
        let lead = signs.next_if(|it| matches!(it, 'u' | 'x'));
        let is_in_braces = lead == Some('u') && signs.next_if_eq(&'{').is_some();
        let most = match lead {
            Some('x') => 2,
            Some(_) if !is_in_braces => 4,
            _ => 6,
        };
        let mut digits = String::new();
        while digits.len() < most
            && let Some(digit) = signs.next_if(char::is_ascii_hexdigit)
        {
            digits.push(digit);
        }
        if is_in_braces {
            signs.next_if_eq(&'}');
        } else if lead.is_none() && !digits.is_empty() {
            // In a style sheet one blank ends an escape.
            signs.next_if(char::is_ascii_whitespace);
        }
        match u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32) {
            Some(sign) => out.push(sign),
            None => out.extend(lead.or_else(|| signs.next_if_eq(&'\\'))),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_wherever_it_is_and_a_name_is_no_address() {
        let found = |text: &str| with_host(text).into_iter().collect::<Vec<_>>();
        assert_eq!(
            found("「https://a.example/見」と(http://b.example/c)。"),
            ["http://b.example/c", "https://a.example/"]
        );
        assert_eq!(found("x=wss://a.example:8000/?q=1&r=2;"), ["wss://a.example:8000/?q=1&r=2"]);
        assert_eq!(found("HTTPS://例え.example/a"), ["https://例え.example/a"]);
        assert_eq!(found("「https://」が要る。https://… ://a"), [] as [&str; 0]);
        assert!(is_name("http://www.w3.org/2000/svg"));
        assert!(!is_name("http://www.w3.org/2000/svg.js"));
    }

    #[test]
    fn a_value_leads_to_another_host_however_it_is_written() {
        for value in [
            "//a.example/x",
            " /\\a.example/x",
            "\\\\a.example/x",
            "ht\ntps://a.example/x",
            "HTTP:a.example/x",
            "mailto:a@a.example",
        ] {
            assert!(whole(value).is_some(), "{value:?}");
        }
        for value in ["a/b.html", "../a", "#a", "", "data:image/png;base64,AA", "?a:b", "a/b:c"] {
            assert_eq!(whole(value), None, "{value:?}");
        }
    }

    #[test]
    fn escapes_are_decoded() {
        for text in [
            "\\68 ttps://a.example",
            "\\000068ttps://a.example",
            "https:\\/\\/a.example",
            "\\u0068ttps://a.example",
            "\\x68ttps:\\u{2f}\\u{2F}a.example",
            "https%3A%2F%2Fa.example",
        ] {
            assert_eq!(unescaped(text), "https://a.example", "{text}");
        }
    }
}
