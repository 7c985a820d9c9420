//! What the files of a site hold: addresses of other hosts, programs that are not the standard theme's, and what pages forbid a browser.
//!
//! What can't be known by reading is counted as the worse: an address that might be loaded as one that is, a program
//! that is not byte for byte the standard theme's as an unknown one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::addresses::{carried, is_name, leading_out, read_text, unescaped, whole, with_host};
use super::markup::{MarkupPart, MarkupTag, parts};
use super::tags::{ADDRESSES, AddressUse, is_data, is_program, loads_by_other_name, resolved, runs, use_of};
use crate::archive;
use crate::theme::Theme;

/// What was found in the files of a site.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// How many files there are.
    pub files: usize,
    /// How many of them were read as text.
    pub read: usize,
    /// The endings of the others, and how many files have them.
    pub unread: BTreeMap<String, usize>,
    /// The addresses of other hosts, by how they are there, each with the first file that has it.
    pub addresses: BTreeMap<AddressUse, BTreeMap<String, String>>,
    /// How many pages there are.
    pub pages: usize,
    /// How many of them forbid a browser to load anything from other hosts, and to send anything there.
    pub guarded: usize,
    /// The files with programs that are not the standard theme's.
    pub unknown_programs: BTreeSet<String>,
    /// How many programs and pages name cookies.
    pub cookies: usize,
    /// The fields for passwords.
    pub passwords: usize,
    /// The forms that are sent somewhere.
    pub sent_forms: usize,
    /// A line for each file, in order: its SHA-256 and its path, as `sha256sum` writes them.
    sums: String,
    /// The fields of many lines.
    pub writable: usize,
    /// The files that pages load programs from.
    loaded: BTreeSet<(String, String)>,
    /// The files that were read as programs.
    programs: BTreeSet<String>,
}

/// What a site is compared with.
pub(super) struct Standard {
    theme: Theme,
    /// The programs within pages.
    inline: BTreeSet<String>,
}

impl Standard {
    /// That of the standard theme.
    pub(super) fn new(theme: Theme) -> Self {
        let mut inline = BTreeSet::new();
        for (path, text) in theme.texts().filter(|(path, _)| path.ends_with(".html")) {
            for part in parts(text) {
                if let MarkupPart::Raw(tag, program) = part
                    && path.starts_with("templates/")
                    && is_program(&tag)
                    && !program.contains("{{")
                    && !program.contains("{%")
                {
                    inline.insert(program.to_owned());
                }
            }
        }
        Self { theme, inline }
    }

    fn is_own(&self, path: &str, bytes: &[u8]) -> bool {
        let name = if path == "sw.js" { Some("worker.js") } else { path.strip_prefix("assets/") };
        name.and_then(|name| self.theme.asset(name)).is_some_and(|own| own == bytes)
    }
}

/// Endings of files that hold no text, and are only shown or heard.
const MEDIA: [&str; 20] = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "woff", "woff2", "ttf", "otf", "mp3", "m4a",
    "ogg", "oga", "wav", "mp4", "webm", "ogv",
];

impl Scan {
    /// Adds a file. Files are added in the order of their paths.
    pub(super) fn add(&mut self, path: &str, bytes: &[u8], standard: &Standard) {
        self.files += 1;
        let _ = writeln!(self.sums, "{:x}  ./{path}", Sha256::digest(bytes));
        let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.'));
        let ending = ending.map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase());
        let text = || read_text(bytes);
        match &*ending {
            "html" | "htm" | "xhtml" | "xht" => self.page(path, &text(), standard),
            "svg" | "xml" => self.markup(path, &text(), standard),
            "css" => self.active(path, &text()),
            "js" | "mjs" | "cjs" => self.script(path, bytes, standard),
            "json" | "webmanifest" => self.json(path, &text()),
            "txt" | "md" | "csv" | "tsv" | "vtt" | "srt" => self.words(path, &text()),
            "docx" | "xlsx" | "pptx" | "odt" | "ods" | "odp" => {
                if !self.office(path, bytes) {
                    *self.unread.entry(ending).or_default() += 1;
                    return;
                }
            }
            _ => {
                *self.unread.entry(ending).or_default() += 1;
                return;
            }
        }
        self.read += 1;
    }

    /// Ends the scan: what pages load must be among the files that were read as programs. A browser runs a text file too.
    pub(super) fn end(&mut self) {
        for (page, program) in std::mem::take(&mut self.loaded) {
            if !self.programs.contains(&program) {
                self.unknown_programs.insert(page);
            }
        }
    }

    /// The SHA-256 of all files: that of the lines that `sha256sum` writes for them, in the order of their paths.
    pub(super) fn hash(&self) -> String {
        format!("{:x}", Sha256::digest(&self.sums))
    }

    /// How many addresses are there in that way.
    pub(super) fn count(&self, how: AddressUse) -> usize {
        self.addresses.get(&how).map_or(0, BTreeMap::len)
    }

    /// The endings of the files that were not read, but for those that hold no text, with how many there are.
    pub(super) fn unread_documents(&self) -> impl Iterator<Item = (&str, usize)> {
        let others = self.unread.iter().filter(|(ending, _)| !MEDIA.contains(&&***ending));
        others.map(|(ending, count)| (&**ending, *count))
    }

    fn found(&mut self, how: AddressUse, path: &str, address: String) {
        let how = if is_name(&address) { AddressUse::Words } else { how };
        self.addresses.entry(how).or_default().entry(address).or_insert_with(|| path.to_owned());
    }

    fn words(&mut self, path: &str, text: &str) {
        for it in with_host(text) {
            self.found(AddressUse::Words, path, it);
        }
    }

    /// What a program may load: addresses as they are, and as they are behind escapes.
    fn program(&mut self, path: &str, text: &str) {
        self.cookies += usize::from(text.contains("document.cookie") || text.contains("cookieStore"));
        let plain = unescaped(text);
        for text in [text, &*plain] {
            let mut found = with_host(text);
            found.extend(leading_out(text, true));
            for it in found {
                self.found(AddressUse::Active, path, it);
            }
        }
        self.carried(path, text);
    }

    /// What a browser may load by itself: addresses as they are, as they are behind escapes, and as a browser takes them, which reads
    /// `\` as `/` and ignores tabs and line ends within an address.
    fn active(&mut self, path: &str, text: &str) {
        let plain = unescaped(text);
        let taken = |text: &str| text.replace('\\', "/").replace(['\t', '\n', '\r'], "");
        for text in [text, &*plain, &*taken(text), &*taken(&plain)] {
            let mut found = with_host(text);
            found.extend(leading_out(text, false));
            for it in found {
                self.found(AddressUse::Active, path, it);
            }
        }
        self.carried(path, text);
    }

    /// What `text` holds as `data:` addresses in Base64.
    fn carried(&mut self, path: &str, text: &str) {
        for inner in carried(text) {
            self.active(path, &inner);
        }
    }

    fn json(&mut self, path: &str, text: &str) {
        // A browser follows the addresses of a web manifest.
        if path == "manifest.json" || path.ends_with(".webmanifest") {
            self.active(path, text);
            return;
        }
        match serde_json::from_str(text) {
            Ok(value) => self.data(path, &value),
            Err(_) => self.active(path, text),
        }
    }

    fn data(&mut self, path: &str, value: &serde_json::Value) {
        match value {
            serde_json::Value::String(text) => self.words(path, text),
            serde_json::Value::Array(values) => values.iter().for_each(|value| self.data(path, value)),
            serde_json::Value::Object(values) => {
                for (key, value) in values {
                    self.words(path, key);
                    self.data(path, value);
                }
            }
            _ => {}
        }
    }

    /// A script is the standard theme's, or data that is handed to one, or unknown.
    fn script(&mut self, path: &str, bytes: &[u8], standard: &Standard) {
        self.programs.insert(path.to_owned());
        let text = read_text(bytes);
        if let Some(data) = handed_over(&text) {
            self.data(path, &data);
            return;
        }
        if !standard.is_own(path, bytes) {
            self.unknown_programs.insert(path.to_owned());
        }
        self.program(path, &text);
    }

    /// The texts of an office file. Says whether it could be read.
    fn office(&mut self, path: &str, bytes: &[u8]) -> bool {
        let Ok(files) = archive::files(bytes) else { return false };
        for (name, bytes) in &files {
            let text = String::from_utf8_lossy(bytes);
            for part in parts(&text) {
                match part {
                    MarkupPart::Tag(tag) => {
                        let is_outside = tag.attribute("targetmode").is_some_and(|it| it == "External");
                        let is_link = tag.attribute("type").is_some_and(|it| it.ends_with("/hyperlink"));
                        // A link of a document opens when it is chosen; anything else is loaded with it.
                        let how = if !name.ends_with(".rels") || !is_outside {
                            AddressUse::Words
                        } else if is_link {
                            AddressUse::Link
                        } else {
                            AddressUse::Active
                        };
                        for (_, value) in &tag.attributes {
                            for it in with_host(value) {
                                self.found(how, path, it);
                            }
                        }
                    }
                    MarkupPart::Text(text) | MarkupPart::Raw(_, text) | MarkupPart::Aside(text) => {
                        self.words(path, text);
                    }
                }
            }
        }
        true
    }

    fn page(&mut self, path: &str, text: &str, standard: &Standard) {
        self.pages += 1;
        self.guarded += usize::from(is_guarded(text));
        self.markup(path, text, standard);
    }

    fn markup(&mut self, path: &str, text: &str, standard: &Standard) {
        for part in parts(text) {
            match part {
                MarkupPart::Text(text) => self.words(path, &super::markup::decoded(text)),
                MarkupPart::Tag(tag) => self.tag(path, &tag),
                MarkupPart::Raw(tag, text) => match &*tag.name {
                    "script" if is_data(&tag) => {
                        self.json(path, text);
                        self.within(path, text);
                    }
                    "script" => {
                        let is_own = text.trim().is_empty() || standard.inline.contains(text);
                        if !is_own {
                            self.unknown_programs.insert(path.to_owned());
                        }
                        self.program(path, text);
                    }
                    "style" => {
                        self.active(path, text);
                        self.within(path, text);
                    }
                    _ => {
                        self.words(path, &super::markup::decoded(text));
                        self.within(path, text);
                    }
                },
                MarkupPart::Aside(text) => {
                    self.active(path, text);
                    let declares = ["<!entity", "<!attlist", "<?xml-stylesheet"]
                        .iter()
                        .any(|it| text.to_ascii_lowercase().contains(it));
                    let inner = text.trim_start_matches(['<', '!', '-', '/', '?']);
                    let hides = parts(inner).iter().any(|it| matches!(it, MarkupPart::Tag(tag) if runs(tag)));
                    if declares || hides {
                        self.unknown_programs.insert(path.to_owned());
                    }
                }
            }
        }
    }

    /// The tags in the content of a title, a style or data: within a drawing a browser reads them as tags.
    fn within(&mut self, path: &str, text: &str) {
        for part in parts(text) {
            if let MarkupPart::Tag(tag) = part {
                self.tag(path, &tag);
            }
        }
    }

    fn tag(&mut self, path: &str, tag: &MarkupTag) {
        if runs(tag) {
            self.unknown_programs.insert(path.to_owned());
        }
        if tag.name == "script" {
            for name in ["src", "href", "xlink:href"] {
                if let Some(program) = tag.attribute(name) {
                    self.loaded.insert((path.to_owned(), resolved(path, program)));
                }
            }
        }
        if loads_by_other_name(path, tag) {
            self.unknown_programs.insert(path.to_owned());
        }
        self.writable += usize::from(tag.name == "textarea" || tag.attribute("contenteditable").is_some());
        let kind = tag.attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
        self.passwords += usize::from(tag.name == "input" && kind == "password");
        self.sent_forms += usize::from(tag.name == "form" && tag.attribute("action").is_some());
        self.sent_forms += usize::from(tag.attribute("formaction").is_some());
        for (name, value) in &tag.attributes {
            match (use_of(tag, name), whole(value).filter(|_| ADDRESSES.contains(&&**name))) {
                // The rest of an address within the site is what it hands over, such as words that are looked for.
                (AddressUse::Words, _) | (AddressUse::Link, None) => self.words(path, value),
                (how, Some(address)) => self.found(how, path, address),
                (AddressUse::Active, None) => self.active(path, value),
            }
        }
        let names_cookie =
            tag.attribute("http-equiv").is_some_and(|it| it.trim().eq_ignore_ascii_case("set-cookie"));
        self.cookies += usize::from(tag.name == "meta" && names_cookie);
    }
}

/// What a script is handed, if it is nothing but data: `mitateCourse({…});`.
fn handed_over(text: &str) -> Option<serde_json::Value> {
    let (name, rest) = text.split_once('(')?;
    let is_name =
        name.starts_with("mitate") && name.chars().all(|it| it.is_ascii_alphanumeric() || it == '.');
    let data = rest.trim_end().strip_suffix(");")?;
    is_name.then(|| serde_json::from_str(&format!("[{data}]")).ok())?
}

/// Whether a page forbids the browser, before it loads anything, to load from other hosts and to send anything there.
fn is_guarded(text: &str) -> bool {
    for part in parts(text) {
        let tag = match part {
            MarkupPart::Tag(tag) => tag,
            // A text, or an end tag such as `</p>`, begins the body, and a policy there counts for nothing.
            MarkupPart::Text(text) if !text.trim().is_empty() => return false,
            MarkupPart::Aside(end) if end.starts_with("</") => {
                if end.to_ascii_lowercase().starts_with("</title") {
                    continue;
                }
                return false;
            }
            _ => continue,
        };
        match &*tag.name {
            "html" | "head" | "title" => {}
            "meta" => {
                let is_policy = tag
                    .attribute("http-equiv")
                    .is_some_and(|it| it.trim().eq_ignore_ascii_case("content-security-policy"));
                if is_policy {
                    return tag.attribute("content").is_some_and(is_closed);
                }
                if tag.attribute("http-equiv").is_some() {
                    return false;
                }
            }
            _ => return false,
        }
    }
    false
}

/// Whether a policy lets a browser load and send only within the own host.
fn is_closed(policy: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut is_closed = true;
    for directive in policy.split(';') {
        let mut words = directive.split_ascii_whitespace();
        let Some(name) = words.next() else { continue };
        // Of two with one name the first counts.
        if !seen.insert(name.to_ascii_lowercase()) {
            continue;
        }
        let is_local = |word: &str| {
            let word = word.to_ascii_lowercase();
            matches!(&*word, "'self'" | "'none'" | "'unsafe-inline'" | "data:" | "blob:")
                || ["'sha256-", "'sha384-", "'sha512-"].iter().any(|it| word.starts_with(it))
        };
        is_closed &= words.all(is_local);
    }
    is_closed && ["default-src", "form-action"].iter().all(|it| seen.contains(*it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standard() -> Standard {
        Standard::new(Theme::load(None, "ja").unwrap().0)
    }

    fn scanned(files: &[(&str, &str)]) -> Scan {
        let (mut scan, standard) = (Scan::default(), standard());
        for (path, text) in files {
            scan.add(path, text.as_bytes(), &standard);
        }
        scan.end();
        scan
    }

    #[test]
    fn an_address_that_is_planted_in_a_file_is_counted() {
        let active = [
            ("a.html", "<img src=\"https://evil.example/a\">"),
            ("a.html", "<img srcset=\"a.png 1x, //evil.example/a 2x\">"),
            ("a.html", "<link rel=prefetch href=//evil.example/a>"),
            ("a.html", "<p style=\"background:url(https://evil.example/a)\">"),
            ("a.html", "<style>@import '\\68ttps://evil.example/a'</style>"),
            ("a.html", "<meta http-equiv=refresh content='0;url=https://evil.example/a'>"),
            ("a.html", "<a href=b.html ping=https://evil.example/a>"),
            ("a.html", "<!-- <img src=https://evil.example/a> -->"),
            ("a.html", "<!--><img src=https://evil.example/a>-->"),
            ("a.html", "<script>fetch('https://evil.example/a')</script>"),
            ("a.html", "<video poster='ht&Tab;tps://evil.example/a'>"),
            ("a.css", "a{background:url(https://evil.example/a)}"),
            ("a.css", "a{background:url(//evil.example/a)}"),
            ("a.css", "@import\"//evil.example/a\";"),
            ("a.css", "a{background:url(data:image/svg+xml,%3Cimage href='https%3A//evil.example/a'/%3E)}"),
            ("a.js", "fetch(\"https://evil.example/a\")"),
            ("a.js", "fetch('//evil.example/a')"),
            ("a.js", "fetch(\"https:\\/\\/evil.example/a\")"),
            ("a.js", "new WebSocket(`wss://evil.example/a`)"),
            ("a.svg", "<svg><image href=\"https://evil.example/a\"/></svg>"),
            ("a.svg", "<svg><use xlink:href=\"//evil.example/a\"/></svg>"),
            ("a.svg", "<?xml-stylesheet href=\"https://evil.example/a\"?><svg/>"),
            ("a.html", "<img srcset='/\\evil/a 1x'>"),
            ("a.html", "<img srcset='a.png 1x,\n//evil 2x'>"),
            ("a.html", "<img srcset='https:evil.example/a 1x'>"),
            ("a.html", "<link rel=preload as=image imagesrcset=//evil/a>"),
            ("a.html", "<a href=b.html ping='b.html //user@evil/a'>"),
            ("a.html", "<meta http-equiv=refresh content='0;//[::1]/a'>"),
            ("a.html", "<meta http-equiv=refresh content='0;url=https:/evil.example/a'>"),
            (
                "a.html",
                "<link rel=icon href='data:image/svg+xml;base64,PGltYWdlIGhyZWY9Imh0dHBzOi8vZXZpbC5leGFtcGxlL2EiLz4='>",
            ),
            ("a.html", "<svg><style><image href=//xn--r8jz45g.example/a></style></svg>"),
            ("a.html", "<svg><title><img src=https://evil.example/a></title></svg>"),
            ("a.css", "a{background:url(\n//evil.example/a)}"),
            ("a.css", "a{background:url(\t//intranet/a)}"),
            ("a.css", "a{background:url(//evil.example#a)}"),
            ("a.css", "a{background:url(https:evil.example/a)}"),
            ("a.css", "a{background:url('h\ttps:/\t/evil.example/a')}"),
            ("a.css", "a{background:url('/\\\\evil.example/a')}"),
            ("a.css", "@import url(data:text/css;base64,QGltcG9ydCAiaHR0cHM6Ly9ldmlsLmV4YW1wbGUvYSI7);"),
            ("a.js", "fetch(\"https:evil.example/a\")"),
            ("manifest.json", "{\"icons\":[{\"src\":\"https:evil.example/a\"}]}"),
            ("manifest.json", "{\"start_url\":\"https://evil.example/a\"}"),
            ("a.json", "not JSON https://evil.example/a"),
        ];
        for (path, text) in active {
            let scan = scanned(&[(path, text)]);
            assert!(scan.count(AddressUse::Active) > 0, "{path}: {text}");
        }
        for (low, high) in [(0, 1), (1, 0)] {
            let mut wide = vec![0; 2];
            (wide[low], wide[high]) = (0xff, 0xfe);
            for byte in "a{background:url(//evil.example/a)}".bytes() {
                let mut pair = [0; 2];
                pair[low] = byte;
                wide.extend(pair);
            }
            let mut scan = Scan::default();
            scan.add("a.css", &wide, &standard());
            assert!(scan.count(AddressUse::Active) > 0, "UTF-16");
        }
        let words = [
            ("a.html", "<p>https://evil.example/a</p>"),
            ("a.html", "<p title='https://evil.example/a'>"),
            ("a.json", "{\"a\":[\"https:\\/\\/evil.example/a\"]}"),
            ("a.js", "mitateCourse({\"a\":\"https:\\u002f/evil.example/a\"});\n"),
            ("a.csv", "a,https://evil.example/a"),
        ];
        for (path, text) in words {
            let scan = scanned(&[(path, text)]);
            assert_eq!(
                (scan.count(AddressUse::Words), scan.count(AddressUse::Active)),
                (1, 0),
                "{path}: {text}"
            );
        }
        let links =
            scanned(&[("a.html", "<a href='https://a.example/'>a</a> <a href='mailto:b@a.example'>b</a>")]);
        assert_eq!((links.count(AddressUse::Link), links.count(AddressUse::Active)), (2, 0));
    }

    #[test]
    fn a_program_that_is_not_the_standard_one_is_unknown() {
        let unknown = [
            ("a/b.html", "<script>a()</script>"),
            ("a/b.html", "<script type=MODULE>a()</script>"),
            ("a/b.html", "<script type=importmap>{}</script>"),
            ("a/b.html", "<p onclick='a()'>"),
            ("a/b.html", "<a href='java&#10;script:a()'>"),
            ("a/b.html", "<iframe src=c.html></iframe>"),
            ("a/b.html", "<base href='../c/'>"),
            ("a/b.html", "<!--><p onclick='a()'>-->"),
            ("a/b.html", "<script src='../../c.js'></script>"),
            ("a/b.html", "<script src='//a.example/c.js'></script>"),
            ("assets/site.js", "a()"),
            ("a/c.js", "eval({})"),
            ("a/c.js", "mitateCourse({}); a();"),
            ("a/c.js", "mitateCourse(a());"),
            ("a/b.html", "<svg><style><img onerror=a()></style></svg>"),
            ("a/b.html", "<svg><title><p onclick=a()></title></svg>"),
            ("a/b.html", "<svg><script type='application/json'><img onerror=a()></script></svg>"),
            ("a/b.html", "<link rel=manifest href=m.txt>"),
            ("a/b.html", "<link rel='a StyleSheet' href='data:text/css,a'>"),
            ("a/c.svg", "<?xml-stylesheet type='text/xsl' href='a.xsl'?><svg/>"),
            ("a/c.svg", "<svg><script>a()</script></svg>"),
            ("a/c.svg", "<svg><set attributeName='xlink:href' to='javascript:a()'/></svg>"),
            ("a/c.svg", "<!DOCTYPE svg [<!ENTITY a SYSTEM 'b'>]><svg/>"),
        ];
        for (path, text) in unknown {
            assert_eq!(scanned(&[(path, text)]).unknown_programs.len(), 1, "{path}: {text}");
        }
        let run_as_text = [("a.html", "<script src=c.txt></script>"), ("c.txt", "a()")];
        assert_eq!(scanned(&run_as_text).unknown_programs.len(), 1);
        let standard = standard();
        let site = String::from_utf8_lossy(standard.theme.asset("site.js").unwrap()).into_owned();
        let known = [
            ("assets/site.js", &*site),
            (
                "a/b.html",
                "<script src='../assets/site.js' defer></script><script type='application/json'>{}</script>",
            ),
            ("answers/course.js", "mitateCourse({\"a\":1});\n"),
            ("search/shard-0.js", "mitateSearch.shard(0,{\"a\":1});"),
        ];
        assert_eq!(scanned(&known).unknown_programs, BTreeSet::new());
    }

    #[test]
    fn a_page_is_guarded_if_its_policy_comes_first_and_is_closed() {
        let page = |policy: &str| {
            format!(
                "<!doctype html><html><head><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><title>a</title></head>"
            )
        };
        let closed = "default-src 'none'; script-src 'self' 'sha256-a='; img-src 'self' data:; connect-src 'self'; form-action 'none'";
        assert!(is_guarded(&page(closed)));
        for policy in [
            "default-src *; form-action 'none'",
            "default-src 'none'; connect-src https:; form-action 'none'",
            "default-src 'none'; img-src a.example; form-action 'none'",
            "default-src 'none'",
            "img-src 'self'; form-action 'none'",
            "connect-src *; connect-src 'self'; default-src 'self'; form-action 'none'",
        ] {
            assert!(!is_guarded(&page(policy)), "{policy}");
        }
        for before in ["<img src=a>", "a", "</p>", "<!doctype html><html><head>a", "<head></head></br>"] {
            assert!(!is_guarded(&format!("{before}{}", page(closed))), "{before}");
        }
        assert!(is_guarded(&format!("\n<!-- a -->\n{}", page(closed))));
        assert!(!is_guarded("<!doctype html><title>a</title>"));
    }
}
