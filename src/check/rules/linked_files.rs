//! A file that a text links to or shows is published, so it must be safe to open at the address of the course.
//!
//! A browser runs the scripts of a web page, of an SVG file that is opened by itself, and of some other kinds of file in the name
//! of the site they come from: they could read the answers of the learners.

use super::{each_body, span};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Course, Document, Found};
use crate::source::{Sources, Span};

/// The ends of names of files that browsers open as a page or run as a program: any XML may hold a page. A file whose name has no
/// end is what a browser takes it for.
const ACTIVE: &[&str] = &[
    "", "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "xml", "xsl", "xslt", "xsd", "dtd", "rng",
    "wsdl", "rss", "atom", "rdf", "opml", "xspf", "xul", "xbl", "mathml", "mml", "kml", "gpx", "svgz", "js",
    "mjs", "cjs", "wasm", "hta", "swf",
];

/// No link leads to a web page, a program, or an SVG file.
pub(super) fn links(document: &Document, _: &str, course: &Course, out: &mut Vec<Diagnostic>) {
    each_body(document, |body| {
        for link in &body.links {
            let Ok(Found::Asset(asset)) = course.locate(document, &link.target) else { continue };
            let extension = asset.path.rsplit_once('.').map_or("", |(_, it)| it).to_ascii_lowercase();
            let kind = match extension.as_str() {
                "svg" => "svg",
                extension if ACTIVE.contains(&extension) => "page",
                _ => continue,
            };
            let diagnostic = Diagnostic::new(Code::UnsafeFile, span(document, link.at));
            out.push(diagnostic.with("path", &*asset.path).with("kind", kind));
        }
    });
}

/// Every file that is published is a regular file, not too large, and, if it is an SVG file, only a picture. No photograph says
/// where it was taken: that may be the home or the school of the person it is about.
pub(super) fn faults(course: &Course, _: &Sources, out: &mut Vec<Diagnostic>) {
    for asset in course.used_assets() {
        out.extend(asset.faults.iter().map(|fault| fault.diagnostic(&asset.path)));
        if asset.has_place {
            let kind = match asset.path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
                "mp4" | "m4v" | "m4a" | "mov" | "3gp" => "film",
                "pdf" => "pdf",
                "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" | "heic" | "heif" | "tif" | "tiff" => {
                    "picture"
                }
                _ => "file",
            };
            out.push(Diagnostic::new(Code::PictureWithPlace, Span::file(&asset.path)).with("kind", kind));
        }
    }
}
