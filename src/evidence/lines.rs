//! The lines of the evidence: each is what was counted in the site, what the author states, or that it is not known.

use std::collections::BTreeSet;

use super::scan::Scan;
use super::tags::AddressUse;
use super::{AccessibilityResults, CheckFindings, Evidence, EvidencePart};
use crate::diagnostic::Messages;
use crate::model::{Course, Edition, Kind};
use crate::render::Site;
use crate::theme::Theme;
use crate::yaml::Text;

/// The page on which learners find and delete what they wrote.
pub(super) const ANSWERS: &str = "answers/index.html";

/// The most sources, areas, notes, addresses that are named one by one: with more, two pages are not enough.
pub(super) const NAMED: usize = 8;
/// The most characters of each of them.
pub(super) const ITEM: usize = 48;
/// The most files that are named where something is wrong.
const FILES: usize = 3;
/// The most characters of a text by the author.
const LONGEST: usize = 120;

/// What the lines are about.
pub(super) struct About<'a> {
    pub site: &'a Site,
    /// The theme of the site, for what is written on its pages.
    pub theme: &'a Theme,
    /// The words of the lines.
    pub messages: &'a Messages,
    pub scan: &'a Scan,
    pub findings: CheckFindings,
    pub results: Option<&'a AccessibilityResults>,
    /// The page of the answers, if there is one.
    pub answers: Option<String>,
}

type LineArguments<'a> = &'a [(&'static str, String)];

impl About<'_> {
    pub(super) fn evidence(&self) -> Evidence {
        let info = self.course().info();
        let title = info.map_or("", |info| &*info.title);
        Evidence {
            title: self.with("evidence-title", &[("title", short(title))]),
            lead: self.with("evidence-lead", &[("version", env!("CARGO_PKG_VERSION").into())]),
            parts: vec![
                self.part("what", self.what()),
                EvidencePart { table: self.table(), ..self.part("time", self.time()) },
                self.part("rights", self.rights()),
                self.part("data", self.data()),
                self.part("network", self.network()),
                self.part("access", self.access()),
                self.part("cases", self.cases()),
            ],
            hash: self.scan.hash(),
            pages: self.scan.pages,
        }
    }

    pub(super) fn course(&self) -> &Course {
        self.site.course()
    }

    pub(super) fn said(&self, key: &str) -> String {
        self.messages.text(key, &[])
    }

    pub(super) fn with(&self, key: &str, arguments: LineArguments<'_>) -> String {
        self.messages.text(key, arguments)
    }

    pub(super) fn counted(&self, key: &str, n: usize) -> String {
        self.with(key, &[("n", n.to_string())])
    }

    fn part(&self, name: &str, rows: Vec<(&str, String)>) -> EvidencePart {
        let rows = rows.into_iter().map(|(name, value)| (self.said(&format!("evidence-name-{name}")), value));
        EvidencePart {
            title: self.said(&format!("evidence-part-{name}")),
            rows: rows.collect(),
            table: Vec::new(),
        }
    }

    /// What the author states; 未確認 if that is nothing.
    pub(super) fn stated(&self, text: Option<&Text>) -> String {
        let text = text.map(|text| text.trim()).filter(|text| !text.is_empty());
        text.map_or_else(
            || self.said("evidence-unstated"),
            |text| self.with("evidence-stated", &[("text", short(text))]),
        )
    }

    /// `items`, the first of them one by one.
    pub(super) fn list(&self, items: &[String], most: usize) -> String {
        let named = items.iter().take(most).map(|item| cut(item, ITEM)).collect::<Vec<_>>();
        let named = named.join(&self.said("list-separator"));
        match items.len().saturating_sub(most) {
            0 => named,
            more => self.with("evidence-and-more", &[("text", named), ("n", more.to_string())]),
        }
    }

    /// How many documents of a kind the edition has.
    pub(super) fn number_of(&self, kind: Kind) -> usize {
        self.course().of_kind(kind).count()
    }

    // ---- what it is

    fn what(&self) -> Vec<(&'static str, String)> {
        let info = self.course().info();
        let authors: Vec<String> =
            info.iter().flat_map(|info| &info.authors).map(|author| author.to_string()).collect();
        let authors = if authors.is_empty() {
            self.said("evidence-unstated")
        } else {
            self.with("evidence-stated", &[("text", self.list(&authors, FILES))])
        };
        let edition = match self.course().edition {
            Edition::Learner => "evidence-edition-learner",
            Edition::Facilitator => "evidence-edition-facilitator",
            Edition::Open => "evidence-edition-open",
        };
        let version = self.with(
            "evidence-version",
            &[
                ("n", info.map_or(1, |info| info.revision.value).to_string()),
                ("edition", self.said(edition)),
                ("version", env!("CARGO_PKG_VERSION").into()),
            ],
        );
        let contents = [
            ("evidence-pages", self.scan.pages),
            ("evidence-exercises", self.number_of(Kind::Exercise)),
            ("evidence-forms", self.number_of(Kind::Worksheet)),
            ("evidence-case-count", self.number_of(Kind::Case)),
            ("evidence-meetings", self.number_of(Kind::Meeting)),
        ];
        let contents = contents.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| self.counted(key, n));
        vec![
            (
                "course",
                info.map_or_else(String::new, |info| {
                    self.with(
                        "evidence-course",
                        &[("title", short(&info.title)), ("id", info.id.to_string())],
                    )
                }),
            ),
            ("audience", self.stated(info.and_then(|it| it.audience.as_ref()))),
            ("authors", authors),
            ("contact", self.stated(info.and_then(|it| it.contact.as_ref()))),
            ("date", self.stated(info.and_then(|it| it.date.as_ref()))),
            ("version", version),
            ("contents", contents.collect::<Vec<_>>().join(&self.said("list-separator"))),
            (
                "hash",
                self.with("evidence-hash", &[("hash", self.scan.hash()), ("n", self.scan.files.to_string())]),
            ),
        ]
    }

    // ---- data

    /// That a line isn't known, because programs are not the standard ones.
    pub(super) fn unknown(&self) -> String {
        let programs: Vec<String> = self.scan.unknown_programs.iter().cloned().collect();
        let arguments = [("text", self.list(&programs, FILES)), ("n", programs.len().to_string())];
        self.with("evidence-unknown-programs", &arguments)
    }

    /// `line`, if every program is the standard theme's.
    fn if_standard(&self, line: impl FnOnce() -> String) -> String {
        if self.scan.unknown_programs.is_empty() { line() } else { self.unknown() }
    }

    /// That nobody writes on a page: known only if no page has a field of many lines.
    fn nothing_to_write(&self) -> String {
        self.said(if self.scan.writable == 0 { "evidence-nothing-to-write" } else { "evidence-writable" })
    }

    fn has_works(&self) -> bool {
        self.answers.is_some()
    }

    fn data(&self) -> Vec<(&'static str, String)> {
        let stored = self.if_standard(|| {
            if self.has_works() { self.said("evidence-stored") } else { self.nothing_to_write() }
        });
        let sent = self.if_standard(|| {
            let key = if self.scan.sent_forms == 0 { "evidence-not-sent" } else { "evidence-forms-sent" };
            self.counted(key, self.scan.sent_forms)
        });
        let cookies = self.if_standard(|| self.counted("evidence-cookies", self.scan.cookies));
        let account = self.if_standard(|| self.counted("evidence-passwords", self.scan.passwords));
        vec![
            ("stored", stored),
            ("sent", sent),
            ("cookies", cookies),
            ("account", account),
            ("delete", self.deleted()),
        ]
    }

    /// How what was written is deleted: by the button of the page, if it is there.
    fn deleted(&self) -> String {
        let Some(page) = &self.answers else {
            return self.if_standard(|| self.nothing_to_write());
        };
        let label = self.theme.messages.text("wipe", &[]);
        let name = self.theme.messages.text("my-answers", &[]);
        let shown = [&label, &name].iter().all(|it| page.contains(&crate::html::escaped(it)));
        if shown && page.contains("data-wipe") {
            self.if_standard(|| {
                self.with("evidence-delete", &[("page", name.clone()), ("button", label.clone())])
            })
        } else {
            self.said("evidence-no-button")
        }
    }

    // ---- network

    fn network(&self) -> Vec<(&'static str, String)> {
        let scan = self.scan;
        let count = |how| scan.count(how).to_string();
        let mut scanned =
            self.with("evidence-scanned", &[("n", scan.read.to_string()), ("total", scan.files.to_string())]);
        let others: Vec<String> = scan
            .unread_documents()
            .map(|(ending, n)| format!("{} {n}", if ending.is_empty() { "?" } else { ending }))
            .collect();
        if !others.is_empty() {
            scanned.push_str(&self.with("evidence-not-scanned", &[("text", self.list(&others, NAMED))]));
        }
        let active = scan.count(AddressUse::Active);
        let mut outside = self.counted("evidence-active", active);
        if let Some(found) = scan.addresses.get(&AddressUse::Active) {
            let found: Vec<String> =
                found.iter().map(|(address, path)| format!("{} ({path})", short(address))).collect();
            outside.push_str(&self.with("evidence-those", &[("text", self.list(&found, FILES))]));
        }
        let hosts =
            scan.addresses.get(&AddressUse::Link).into_iter().flat_map(|it| it.keys()).map(|it| host(it));
        let hosts: Vec<String> = hosts.collect::<BTreeSet<_>>().into_iter().collect();
        let mut links = self.counted("evidence-links", scan.count(AddressUse::Link));
        if !hosts.is_empty() {
            links.push_str(&self.with("evidence-those", &[("text", self.list(&hosts, NAMED))]));
        }
        links.push_str(&self.with("evidence-words", &[("n", count(AddressUse::Words))]));
        let policy = [("n", scan.guarded.to_string()), ("total", scan.pages.to_string())];
        let offline = if self.site.paths().any(|path| path == "sw.js") {
            "evidence-offline"
        } else {
            "evidence-no-offline"
        };
        let offline = self.if_standard(|| {
            let from_folder = if active == 0 { self.said("evidence-from-folder") } else { String::new() };
            self.said(offline) + &from_folder
        });
        vec![
            ("scanned", scanned),
            ("outside", outside),
            ("links", links),
            ("policy", self.with("evidence-policy", &policy)),
            ("server", self.said("evidence-server")),
            ("offline", offline),
        ]
    }

    // ---- accessibility

    fn access(&self) -> Vec<(&'static str, String)> {
        let not_done = || self.said("evidence-not-done");
        let (checks, browsers) = match self.results {
            None => (not_done(), not_done()),
            Some(results) if !results.hash.eq_ignore_ascii_case(&self.scan.hash()) => {
                let other = self.with("evidence-other-site", &[("hash", results.hash[..12].to_owned())]);
                (other, not_done())
            }
            Some(results) => {
                let lines = results.checks.iter().map(|check| {
                    let arguments = [
                        ("tool", format!("{} {}", check.tool, check.version)),
                        ("browser", check.browser.clone()),
                        ("date", check.date.clone()),
                        ("count", check.pages.to_string()),
                        ("total", self.scan.pages.to_string()),
                        ("n", check.problems.to_string()),
                    ];
                    self.with("evidence-check", &arguments)
                });
                let browsers: BTreeSet<&str> = results.checks.iter().map(|it| &*it.browser).collect();
                let browsers = browsers.into_iter().collect::<Vec<_>>().join(&self.said("list-separator"));
                (lines.collect::<Vec<_>>().join("\n"), self.with("evidence-browsers", &[("text", browsers)]))
            }
        };
        vec![("checks", checks), ("people", self.said("evidence-people")), ("browsers", browsers)]
    }

    // ---- cases

    fn cases(&self) -> Vec<(&'static str, String)> {
        let unchecked = &self.site.locale().unchecked;
        let is_checked = |name: &str| !unchecked.contains(&name);
        let personal = if is_checked("personal-data") && is_checked("names") {
            self.counted("evidence-personal", self.findings.names)
        } else {
            self.said("evidence-not-done")
        };
        let cases: Vec<_> = self.course().of_kind(Kind::Case).filter_map(|it| it.case()).collect();
        let with_notes: Vec<_> = cases.iter().filter(|case| !case.content_notes.is_empty()).collect();
        let named: BTreeSet<String> =
            with_notes.iter().flat_map(|case| &case.content_notes).map(|it| it.to_string()).collect();
        let named: Vec<String> = named.into_iter().collect();
        let mut content_notes = if named.is_empty() {
            self.said("evidence-no-notes")
        } else {
            let count = with_notes.len().to_string();
            self.with("evidence-notes", &[("text", self.list(&named, NAMED)), ("n", count)])
        };
        if is_checked("hard-themes") {
            content_notes.push_str(&self.counted("evidence-without-note", self.findings.without_note));
        }
        let fictional = if cases.is_empty() {
            self.said("evidence-no-cases")
        } else {
            self.counted("evidence-fictional", cases.len())
        };
        vec![("fictional", fictional), ("personal", personal), ("notes", content_notes)]
    }
}

/// The host of an address, or all of an email address.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default().to_owned()
}

/// The beginning of a text by the author.
pub(super) fn short(text: &str) -> String {
    cut(text, LONGEST)
}

/// The first characters of a text.
pub(super) fn cut(text: &str, longest: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(longest) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
