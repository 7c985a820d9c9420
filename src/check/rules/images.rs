//! Every picture is in the course, small enough to load, and described in words; its size can be read, so that nothing
//! moves while a page loads.

use std::sync::LazyLock;

use regex::Regex;

use super::{each_body, span};
use crate::check::meant_file::meant_file;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Course, Document, Missing};

/// More bytes than this take seconds on a phone.
const LARGE: u64 = 2_000_000;

/// Alt texts that say only that there is a picture, or the name that a camera gave it.
static WEAK_ALT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = "図|図表|表|写真|画像|絵|イラスト|挿絵|スクリーンショット|無題|名称未設定|image|img|photo|picture|figure|fig|screenshot|untitled|dsc|dscn|pxl|scan";
    Regex::new(&format!(r"(?i)^(?:{words})?[\s_.\-:：()（）0-9０-９一二三四五六七八九十]*(?:\.(?:png|jpe?g|svg|gif|webp|avif))?$")).ok()
});

/// Whether an alt text does not describe its picture.
fn is_weak(alt: &str, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    !alt.is_empty() && (alt == name || WEAK_ALT.as_ref().is_some_and(|pattern| pattern.is_match(alt)))
}

pub(super) fn images(document: &Document, _: &str, course: &Course, out: &mut Vec<Diagnostic>) {
    each_body(document, |body| {
        for image in &body.images {
            let diagnostic =
                |code| Diagnostic::new(code, span(document, image.at)).with("path", &*image.path);
            if is_weak(image.alt.trim(), &image.path) {
                out.push(diagnostic(Code::WeakAlt).with("alt", image.alt.trim()));
            }
            out.extend(fault(course, &document.path, &image.path, diagnostic));
        }
    });
}

/// What is wrong with the picture at `path`, as seen from the file `from`.
pub(super) fn fault(
    course: &Course,
    from: &str,
    path: &str,
    diagnostic: impl Fn(Code) -> Diagnostic,
) -> Option<Diagnostic> {
    match course.locate_image(from, path) {
        Ok(asset) if asset.size.is_some() && asset.len > LARGE => {
            let size = format!("{}.{}", asset.len / 1_000_000, asset.len % 1_000_000 / 100_000);
            Some(diagnostic(Code::LargePicture).with("size", size))
        }
        Ok(asset) if asset.size.is_some() || !asset.faults.is_empty() => None,
        Ok(_) => Some(diagnostic(Code::ImageUnreadable)),
        Err(Missing::Outside) => Some(diagnostic(Code::OutsideCourse)),
        Err(_) => {
            let known: Vec<&str> = course.assets.keys().map(|path| &**path).collect();
            let diagnostic = diagnostic(Code::ImageNotFound);
            Some(match meant_file(from, path, &known) {
                Some(meant) => diagnostic.meant(path, &meant),
                None => diagnostic,
            })
        }
    }
}
