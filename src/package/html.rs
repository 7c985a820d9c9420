//! The package `html`: every page, style, script and picture of the site in one file, which shows them without a request.
//!
//! The file consists of a head with the policy, of the files of the site as [`Packed`]s in elements that browsers do not run, and of
//! a script, `single.js` (`themes/default/scripts/single/`), which inflates a page and shows it. The address of a page is that of
//! the file with its path behind [`ROOT`]: relative addresses on pages, and those that scripts put together, begin with it and so
//! lead to the page without being changed.
//!
//! The policy allows scripts and styles by their hashes, and nothing else: what a page runs is inlined by `single.js` as the same
//! text. Pages are alike, so a line that is on several of them is stored once ([`SharedLines`]).

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::io::{self, Read, Seek, SeekFrom, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::{Handout, PackOptions, each_file};
use crate::html::escaped;
use crate::output::Failure;

/// What comes before the path of a page in every address.
pub(super) const ROOT: &str = "?/";

/// How the file begins. By this mitate recognises its own packages.
const MARK: &str = "<!doctype html>\n<!-- mitate-package -->\n";

/// The script that shows pages: an entry of the theme's scripts, bundled by `npm run build`.
const SCRIPT: &str = include_str!("single.js");

/// The style of the few words that the file shows by itself.
const STYLE: &str = "body{margin:0;padding:15vh 1.5rem;font:1.1rem/1.8 sans-serif}";

/// The page that servers show for addresses that are not there. This file has no server.
const NOT_FOUND: &str = "404.html";

/// What begins a line of a page that is a reference to a shared line.
const REFERENCE: char = '\u{1}';

/// Lines shorter than this are not worth a reference.
const SHORT: usize = 24;

/// The source expression of a policy for a script or a style with the text `text`.
fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// Whether `file` is an HTML file that mitate wrote.
pub(super) fn is_own(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    file.seek(SeekFrom::Start(0))?;
    let mut start = Vec::new();
    file.take(MARK.len() as u64).read_to_end(&mut start)?;
    Ok(start == MARK.as_bytes())
}

/// A file of the site in the package: its path, and its bytes, deflated and in base64.
struct Packed {
    path: String,
    packed: String,
}

impl Packed {
    fn new(path: &str, bytes: &[u8]) -> io::Result<Self> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes)?;
        Ok(Self { path: path.to_owned(), packed: STANDARD.encode(encoder.finish()?) })
    }
}

/// The lines that several pages have, each with its number.
#[derive(Default)]
struct SharedLines<'p> {
    numbers: HashMap<&'p str, usize>,
    all: Vec<&'p str>,
}

impl<'p> SharedLines<'p> {
    /// Those of `pages`, in the order of their first places.
    fn of(pages: &'p [(String, String)]) -> Self {
        let mut count: HashMap<&str, usize> = HashMap::new();
        for (_, page) in pages {
            let own: BTreeSet<&str> = page.split('\n').filter(|line| line.len() >= SHORT).collect();
            for line in own {
                *count.entry(line).or_default() += 1;
            }
        }
        let mut lines = Self::default();
        for line in pages.iter().flat_map(|(_, page)| page.split('\n')) {
            // What looks like a reference is shared too, so that a page has no line that begins so but references.
            let is_shared = count.get(line).is_some_and(|count| *count > 1) || line.starts_with(REFERENCE);
            if is_shared && !lines.numbers.contains_key(line) {
                lines.numbers.insert(line, lines.all.len());
                lines.all.push(line);
            }
        }
        lines
    }

    /// `page` with references.
    fn without(&self, page: &str) -> String {
        let mut out = String::with_capacity(page.len() / 2);
        for (at, line) in page.split('\n').enumerate() {
            if at > 0 {
                out.push('\n');
            }
            match self.numbers.get(line) {
                Some(number) => {
                    let _ = write!(out, "{REFERENCE}{number}");
                }
                None => out.push_str(line),
            }
        }
        out
    }
}

/// Writes `handout` as one HTML file.
pub(super) fn write(
    handout: Handout<'_>,
    mut out: impl Write + Seek,
    options: PackOptions<'_>,
) -> Result<(), Failure> {
    let (mut pages, mut others) = (Vec::new(), Vec::new());
    let (mut scripts, mut styles) = (vec![source(SCRIPT)], vec![source(STYLE)]);
    each_file(handout.site, options, |path, bytes| {
        match path.rsplit_once('.') {
            Some((_, "html")) if path == NOT_FOUND => {}
            Some((_, "html")) => pages.push((path.to_owned(), text(&bytes))),
            Some((_, "js")) => {
                let script = inline(&text(&bytes), "</script", "<\\/script").replace("<!--", "<\\!--");
                scripts.push(source(&script));
                others.push((path.to_owned(), script.into_bytes()));
            }
            Some((_, "css")) => {
                let style = inline(&text(&bytes), "</style", "<\\/style");
                styles.push(source(&style));
                others.push((path.to_owned(), style.into_bytes()));
            }
            _ => others.push((path.to_owned(), bytes)),
        }
        Ok(())
    })?;
    let lines = SharedLines::of(&pages);
    let shared = Packed::new("", lines.all.join("\n").as_bytes()).map_err(options.fault)?;
    let pages = pages.par_iter().map(|(path, page)| Packed::new(path, lines.without(page).as_bytes()));
    let parts: io::Result<Vec<Packed>> =
        pages.chain(others.par_iter().map(|(path, bytes)| Packed::new(path, bytes))).collect();
    let parts = parts.map_err(options.fault)?;
    let mut write = || {
        out.write_all(head(handout, &scripts, &styles).as_bytes())?;
        for Packed { path, packed } in std::iter::once(&shared).chain(&parts) {
            writeln!(out, "<script type=\"text/plain\" data-file=\"{}\">{packed}</script>", escaped(path))?;
        }
        write!(out, "<script>{SCRIPT}</script>\n</body>\n</html>\n")?;
        out.flush()
    };
    Ok(write().map_err(options.fault)?)
}

fn text(bytes: &[u8]) -> String {
    // Parsers read a line end of Windows as one sign, and so do hashes.
    String::from_utf8_lossy(bytes).replace("\r\n", "\n")
}

/// `text` as it can be inside an element that `end` would close, in either case.
fn inline(text: &str, end: &str, instead: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = find(rest, end) {
        out.push_str(&rest[..at]);
        out.push_str(instead);
        rest = &rest[at + end.len()..];
    }
    out + rest
}

/// Where `part`, which is ASCII, is in `text`, in either case.
fn find(text: &str, part: &str) -> Option<usize> {
    text.as_bytes().windows(part.len()).position(|it| it.eq_ignore_ascii_case(part.as_bytes()))
}

/// Everything before the files: the policy, what is shown without scripts, and the words that the script shows.
fn head(handout: Handout<'_>, scripts: &[String], styles: &[String]) -> String {
    let Handout { site, theme, .. } = handout;
    let said = |key: &str| theme.messages.text(key, &[]);
    let info = site.course().info();
    let title = info.map_or("", |info| &info.title);
    let words = serde_json::json!({
        "unsaved": said("package-unsaved"),
        "old": said("package-old-browser"),
        "missing": said("not-found"),
        "home": said("to-home"),
    });
    let language = &*theme.locale.tag;
    format!(
        "{MARK}<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {}; style-src {}; img-src data: blob:; \
         media-src blob:; form-action 'none'; base-uri 'none'\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"mitate {}\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<noscript><p>{}</p></noscript>\n\
         <script type=\"application/json\" id=\"words\">{}</script>\n",
        scripts.join(" "),
        styles.join(" "),
        env!("CARGO_PKG_VERSION"),
        escaped(title),
        escaped(&said("package-needs-scripts")),
        words.to_string().replace('<', "\\u003c"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_several_pages_are_stored_once_and_nothing_else_looks_like_a_reference() {
        let long = "<p>a line that is long enough to be shared</p>";
        let page = |own: &str| ("p".to_owned(), format!("{own}\n{long}\n\u{1}0\n{long}"));
        let pages = [page("one"), page("two")];
        let lines = SharedLines::of(&pages);
        assert_eq!(lines.all, [long, "\u{1}0"]);
        assert_eq!(lines.without(&pages[0].1), "one\n\u{1}0\n\u{1}1\n\u{1}0");
    }

    #[test]
    fn what_would_end_an_element_is_replaced_in_either_case() {
        let text = "a = '</script>' + \"</SCRIPT \" + 見";
        assert_eq!(inline(text, "</script", "<\\/script"), "a = '<\\/script>' + \"<\\/script \" + 見");
    }
}
