//! Packages for a learning management system (LMS): the site as it is, a document around it, and a manifest.
//!
//! The document `lms.html` is what an LMS opens. Its script, `lms.js` (`themes/default/scripts/lms/`), speaks to the LMS, and shows the
//! pages of the site in a frame. So the session begins once and ends once, however many pages are read in it; addresses, printing and
//! the policy of the pages stay those of the site, and no page holds a byte of the adapter. Only `assets/early.js` has something
//! before it, `learner.js`: on a computer that several people use, it gives each learner a store of their own.

use std::io::{Seek, Write};

use super::manifest::{iri, manifest};
use super::zip::PackageArchive;
use super::{Handout, PackOptions, PackageKind, each_file};
use crate::html::{escaped, in_script};
use crate::model::ReportLevel;
use crate::output::Failure;
use crate::render::{LMS_SHEET, Work};
use crate::yaml::ToWork;

/// The document that an LMS opens.
const DOCUMENT: &str = "lms.html";

/// The scripts: entries of the theme's scripts, bundled by `npm run build`.
const SCRIPT: &str = include_str!("lms.js");
const LEARNER: &str = include_str!("learner.js");

/// The script of every page that `learner.js` is before.
const FIRST_SCRIPT: &str = "assets/early.js";

/// The licence of the library that `lms.js` holds.
const LICENCE: &str = include_str!("fflate-licence.txt");

/// Writes `handout` as an archive for an LMS of `kind`.
pub(super) fn write(
    handout: Handout<'_>,
    kind: PackageKind,
    out: impl Write + Seek,
    options: PackOptions<'_>,
) -> Result<(), Failure> {
    let mut archive = PackageArchive::new(out, options);
    let works = handout.site.works();
    let own = [
        (DOCUMENT, document(handout, kind, &works)),
        ("lms.js", SCRIPT.to_owned()),
        ("lms.css", handout.theme.style(LMS_SHEET)),
        ("lms-licence.txt", LICENCE.to_owned()),
    ];
    let paths = own.iter().map(|(path, _)| *path).chain(handout.site.paths().map(String::as_str));
    let (name, text) = manifest(handout, kind, DOCUMENT, paths);
    archive.add(name, text.as_bytes())?;
    for (path, text) in &own {
        archive.add(path, text.as_bytes())?;
    }
    each_file(handout.site, options, |path, bytes| match path {
        FIRST_SCRIPT => archive.add(path, &[LEARNER.as_bytes(), &bytes].concat()),
        _ => archive.add(path, &bytes),
    })?;
    Ok(archive.finish()?)
}

/// The document around the pages.
fn document(handout: Handout<'_>, kind: PackageKind, works: &[Work]) -> String {
    let Handout { site, theme, .. } = handout;
    let info = site.course().info();
    let title = info.map_or("", |info| &*info.title);
    let id = info.map_or("", |info| &*info.id);
    let was = site.course().earlier_keys_in_words();
    let report = info.and_then(|info| info.report.as_ref()).map_or(ReportLevel::Progress, |it| it.value);
    // What is required of facilitators only is not in the edition for learners.
    let required = info.iter().flat_map(|info| &info.required).map(ToWork::key);
    let required: Vec<String> = required.filter(|key| works.iter().any(|work| work.key == *key)).collect();
    let titles: serde_json::Map<_, _> =
        works.iter().map(|work| (work.key.clone(), work.title.clone().into())).collect();
    let pages: Vec<&String> = site.paths().filter(|path| path.ends_with(".html")).collect();
    let course = serde_json::json!({
        "kind": kind.word(),
        "course": id,
        "iri": iri(handout),
        "title": title,
        "revision": info.map_or(1, |info| info.revision.value),
        "report": report.word(),
        "required": required,
        "works": titles,
        "pages": pages,
    });
    let said = |key: &str| escaped(&theme.messages.text(key, &[]));
    // Where the LRS is, an LMS says only when it launches the course: from then on the script lets nothing else be asked.
    let network = if kind == PackageKind::Cmi5 { "connect-src http: https:; " } else { "" };
    format!(
        "<!doctype html>\n<html lang=\"{language}\" data-course=\"{id}\" data-title=\"{title}\" data-base=\"\"{was}>\n<head>\n\
         <meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self'; \
         img-src 'self' data:; frame-src 'self'; {network}form-action 'none'; base-uri 'none'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"mitate {version}\">\n\
         <title>{title}</title>\n<link rel=\"icon\" href=\"assets/favicon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"stylesheet\" href=\"assets/style.css\">\n<link rel=\"stylesheet\" href=\"lms.css\">\n\
         <script src=\"lms.js\" defer></script>\n</head>\n<body class=\"lms\">\n<noscript><p>{needs_scripts}</p></noscript>\n\
         <aside class=\"lms-bar\" data-lms-bar data-state=\"new\" aria-label=\"{bar}\"></aside>\n\
         <main class=\"lms-told\" data-lms-told hidden></main>\n\
         <iframe class=\"lms-site\" title=\"{title}\" allow=\"clipboard-write; fullscreen\" hidden></iframe>\n\
         <template id=\"work-words\">{words}</template>\n\
         <script type=\"application/json\" id=\"lms\">{course}</script>\n</body>\n</html>\n",
        language = &*theme.locale.tag,
        title = escaped(title),
        was = if was.is_empty() { was } else { format!(" data-was=\"{was}\"") },
        version = env!("CARGO_PKG_VERSION"),
        needs_scripts = said("package-needs-scripts"),
        bar = said("lms-bar"),
        words = theme.script_words("lms"),
        course = in_script(&course.to_string()),
    )
}
