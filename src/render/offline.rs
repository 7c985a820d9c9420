//! Reading without a network (`offline: true`): what the site has for it beside its pages.
//!
//! - `sw.js`: the service worker, the same for every course, at the top of the site, so that its scope is the site;
//! - `manifest.json`: the web manifest, with the colours and the icons of the theme;
//! - two lists of all other files, which depend on the bytes of each: `offline/files.json` has the path, the hash and the
//!   length of every file that the worker stores; `offline/edition.json` has the hash of that list and how much there is
//!   to store. So an edition is known by one hash, and what changed between two editions by comparing their lists.
//!
//! Without the key the site has none of these files.

use std::collections::BTreeMap;
use std::io::{self, Read};

use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::{Site, SitePath};
use crate::model::Course;

/// The service worker.
pub(super) const WORKER: &str = "sw.js";
/// The web manifest.
pub(super) const MANIFEST: &str = "manifest.json";
/// The list of all files.
const FILES: &str = "offline/files.json";
/// The hash and the size of that list.
const EDITION: &str = "offline/edition.json";

/// The theme's file that is published as [`WORKER`].
pub(super) const WORKER_ASSET: &str = "worker.js";
/// The style sheet that only a site with the key has.
const SHEET: &str = "offline";
/// The other files of the theme that only a site with the key has: the script of every page, the icons.
const ASSETS: [&str; 3] = ["offline.js", "icon-192.png", "icon-512.png"];

/// How many characters a short name may have: what phones show below an icon.
const SHORT: usize = 12;

/// The depth in a style sheet that means a rule for `:root` in no other.
const IN_ROOT: i32 = -1;

/// A file of a site, for the list of all files.
#[derive(Debug, Clone)]
pub struct FileDigest {
    /// Half of the SHA-256 hash of its bytes, in hexadecimal digits: browsers compute that by themselves. Half of a hash
    /// distinguishes any two, and takes half of the space in the list.
    hash: String,
    /// Its length in bytes.
    len: u64,
}

impl FileDigest {
    /// That of the bytes in `file`.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn read(mut file: impl Read) -> io::Result<Self> {
        let mut hasher = Sha256::new();
        let len = io::copy(&mut file, &mut hasher)?;
        Ok(Self { hash: half(hasher), len })
    }
}

fn half(hasher: Sha256) -> String {
    format!("{:x}", hasher.finalize())[..32].to_owned()
}

/// Whether the site of `course` can be read without a network.
pub(super) fn is_offline(course: &Course) -> bool {
    course.info().is_some_and(|info| info.offline)
}

/// Whether a site has the style sheet. That of a learning management system is in its packages only.
pub(super) fn has_sheet(sheet: &str, is_offline: bool) -> bool {
    (sheet != SHEET || is_offline) && sheet != super::LMS_SHEET
}

/// Whether a site has the file of the theme among its assets.
pub(super) fn has_asset(name: &str, is_offline: bool) -> bool {
    name != WORKER_ASSET && (is_offline || !ASSETS.contains(&name))
}

impl Site {
    /// The paths of the lists of all other files. They are not among [`Site::paths`]: [`Site::lists`] makes them last.
    #[must_use]
    pub fn list_paths(&self) -> &'static [&'static str] {
        if is_offline(&self.course) { &[FILES, EDITION] } else { &[] }
    }

    /// The lists of all other files, by their paths. `files` are all files of [`Site::paths`].
    #[must_use]
    pub fn lists(&self, files: &BTreeMap<&SitePath, FileDigest>) -> Vec<(&'static str, Vec<u8>)> {
        if self.list_paths().is_empty() {
            return Vec::new();
        }
        // The browser itself stores the worker. The answers of a group are stored by none.
        let stored = || files.iter().filter(|(path, _)| ![WORKER, Self::GATHERED].contains(&path.as_str()));
        let row = |(path, file): (&&SitePath, &FileDigest)| json!([path, file.hash, file.len]);
        let rows: Vec<String> = stored().map(|it| row(it).to_string()).collect();
        let list = format!("[\n{}\n]\n", rows.join(",\n"));
        let edition = json!({
            "edition": half(Sha256::new_with_prefix(&list)),
            "files": rows.len(),
            "bytes": stored().map(|(_, file)| file.len).sum::<u64>(),
        });
        vec![(FILES, list.into_bytes()), (EDITION, format!("{edition}\n").into_bytes())]
    }

    /// The web manifest. Its addresses are relative to itself, so that a site may be in any folder of a host.
    pub(super) fn web_manifest(&self) -> Vec<u8> {
        let name = self.frame.title_on_paper(&self.theme);
        let style = self.theme.style("style");
        let paper = colour(&style, "paper");
        let png = |size: u32, purpose: &str| {
            let src = format!("assets/icon-{size}.png");
            json!({"src": src, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose})
        };
        let mut manifest = json!({
            "name": name,
            "short_name": short_name(&name),
            "lang": &*self.theme.locale.tag,
            "dir": self.frame.direction,
            "id": "./",
            "start_url": "./index.html",
            "scope": "./",
            "display": "minimal-ui",
            "icons": [
                {"src": "assets/favicon.svg", "sizes": "any", "type": "image/svg+xml"},
                png(192, "any"),
                png(512, "any"),
                png(512, "maskable"),
            ],
        });
        if let Some(paper) = paper {
            manifest["background_color"] = paper.into();
            manifest["theme_color"] = paper.into();
        }
        format!("{manifest:#}\n").into_bytes()
    }
}

/// The value of the colour `--name` in the last rule of a compact style sheet that is for every page in light: a rule for `:root`
/// that is in no other.
fn colour<'s>(style: &'s str, name: &str) -> Option<&'s str> {
    let (mut depth, mut from, mut found) = (0, 0, None);
    for (at, sign) in style.match_indices(['{', '}', ';']) {
        let part = style[from..at].trim();
        let declared = part.strip_prefix("--").and_then(|it| it.strip_prefix(name)?.strip_prefix(':'));
        if depth == IN_ROOT
            && let Some(value) = declared.map(str::trim).filter(|it| it.starts_with('#'))
        {
            found = Some(value);
        }
        match sign {
            "{" if depth == 0 && part == ":root" => depth = IN_ROOT,
            "{" => depth += 1,
            "}" if depth == IN_ROOT => depth = 0,
            "}" => depth -= 1,
            _ => {}
        }
        from = at + 1;
    }
    found
}

/// The name below an icon: the title if it is short, else its first words, else its first characters.
fn short_name(title: &str) -> String {
    let is_short = |text: &str| text.chars().count() <= SHORT;
    if is_short(title) {
        return title.to_owned();
    }
    let ends = title.char_indices().filter(|(_, c)| c.is_whitespace() || "：:・—–-（(「、,".contains(*c));
    let first = ends.map(|(at, _)| &title[..at]).rfind(|text| !text.is_empty() && is_short(text));
    first.map_or_else(|| title.chars().take(SHORT).collect(), |text| text.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{colour, short_name};

    #[test]
    fn the_colour_of_a_theme_is_the_last_one_for_every_page_in_light() {
        let style =
            ":root{--desk:#111;--paper:#fffdf9}@media screen{:root:not([data-theme=light]){--paper:#1c1c1d}}";
        assert_eq!(colour(style, "paper"), Some("#fffdf9"));
        assert_eq!(colour(&format!("{style}:root{{--paper:#eee}}"), "paper"), Some("#eee"));
        assert_eq!(
            colour(&format!("{style}@media print{{:root{{--paper:#fff}}}}"), "paper"),
            Some("#fffdf9")
        );
        assert_eq!(colour(":root{--paper:var(--desk);--paper-height:#1}", "paper"), None);
        assert_eq!(colour("", "paper"), None);
    }

    #[test]
    fn a_short_name_ends_between_words_if_it_can() {
        assert_eq!(short_name("見立ての基礎"), "見立ての基礎");
        assert_eq!(short_name("Case formulation in schools"), "Case");
        assert_eq!(short_name("支援の基本：はじめて相談を受ける人のために"), "支援の基本");
        assert_eq!(short_name("はじめて相談を受ける人のための見立て"), "はじめて相談を受ける人の");
    }
}
