//! Walking the folder.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

use super::{Asset, Reading, Source, Sources, Span};
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Error;

/// What a walk found: a file to read, or why it is not read.
pub(super) enum Found {
    Text(Source),
    Asset(Asset),
    Wrong(Diagnostic),
    Unreadable(Diagnostic),
}

/// Reads the course in `folder`. `skip` are folders inside it that are not content (the output, for one).
///
/// # Errors
/// When the folder or a file in it cannot be read at all.
pub fn read(folder: &Path, skip: &[PathBuf]) -> Result<Reading, Error> {
    let (root, skip) = resolved(folder, skip)?;
    let walk = WalkDir::new(&root).sort_by_file_name().into_iter().filter_entry(|entry| {
        entry.depth() == 0 || !is_hidden(entry.path()) && !skip.iter().any(|path| path == entry.path())
    });
    let mut files = Vec::new();
    for entry in walk {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(&root).to_path_buf();
            Error::read(&path, error.into())
        })?;
        if !entry.file_type().is_dir() {
            files.push((entry.path().to_path_buf(), entry.path_is_symlink()));
        }
    }
    let found: Vec<Found> = files
        .par_iter()
        .map(|(file, is_link)| read_entry(&root, file, *is_link))
        .collect::<Result<_, _>>()?;
    let has_links = files.iter().any(|(_, is_link)| *is_link);
    let mut reading =
        Reading { sources: Arc::new(Sources { has_links, ..Sources::default() }), diagnostics: Vec::new() };
    for found in found {
        reading.add(found);
    }
    Ok(reading)
}

/// The paths of a course's folder and of those inside it that are not content, without links.
pub(super) fn resolved(folder: &Path, skip: &[PathBuf]) -> Result<(PathBuf, Vec<PathBuf>), Error> {
    let root = fs::canonicalize(folder).map_err(|error| Error::read(folder, error))?;
    Ok((root, skip.iter().filter_map(|path| fs::canonicalize(path).ok()).collect()))
}

impl Reading {
    pub(super) fn add(&mut self, found: Found) {
        let sources = Arc::make_mut(&mut self.sources);
        match found {
            Found::Text(source) => {
                sources.texts.insert(Arc::clone(&source.path), source);
            }
            Found::Asset(asset) => {
                sources.assets.insert(Arc::clone(&asset.path), asset);
            }
            Found::Wrong(diagnostic) => self.diagnostics.push(diagnostic),
            Found::Unreadable(diagnostic) => {
                sources.unreadable.insert(Arc::clone(&diagnostic.span.path));
                self.diagnostics.push(diagnostic);
            }
        }
    }

    pub(super) fn remove(&mut self, path: &str) {
        let sources = Arc::make_mut(&mut self.sources);
        sources.texts.remove(path);
        sources.assets.remove(path);
        sources.unreadable.remove(path);
        self.diagnostics.retain(|diagnostic| &*diagnostic.span.path != path);
    }
}

/// The bytes of an asset.
///
/// # Errors
/// When the file cannot be read.
pub fn read_asset(asset: &Asset) -> Result<Vec<u8>, Error> {
    fs::read(&asset.file).map_err(|error| Error::read(&asset.file, error))
}

pub(super) fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(is_by_the_way)
}

/// Whether a file or folder of that name is no content: hidden ones, and those that editors and systems make in passing. `4913`
/// is what Vim creates to see whether it may write.
#[must_use]
pub fn is_by_the_way(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let lower = name.to_ascii_lowercase();
    let is_temporary = [".tmp", ".temp", ".bak", ".swp", ".swx", ".crdownload", ".part"]
        .iter()
        .any(|it| lower.ends_with(it));
    name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with("~$")
        || name.starts_with('#') && name.ends_with('#')
        || is_temporary
        || name.contains("___jb_")
        || matches!(&*name, "4913" | "Thumbs.db" | "desktop.ini" | "node_modules")
}

pub(super) fn read_entry(root: &Path, file: &Path, is_link: bool) -> Result<Found, Error> {
    let path = course_path(root, file);
    if is_link {
        let target = fs::canonicalize(file);
        let inside = target.as_ref().is_ok_and(|target| target.starts_with(root) && target.is_file());
        if !inside {
            let shown =
                fs::read_link(file).map_or_else(|_| "?".into(), |target| target.display().to_string());
            return Ok(Found::Wrong(
                Diagnostic::new(Code::SymlinkOutside, Span::file(&path)).with("target", shown),
            ));
        }
    }
    let is_text = matches!(extension(&path), "md" | "yaml" | "yml");
    if !is_text {
        let len = fs::metadata(file).map_err(|error| Error::read(file, error))?.len();
        let size = is_picture(&path).then(|| picture_size(file)).flatten();
        return Ok(Found::Asset(Asset { path, file: file.to_path_buf(), len, size }));
    }
    let bytes = fs::read(file).map_err(|error| Error::read(file, error))?;
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            Ok(Found::Text(Source { hash: blake3::hash(text.as_bytes()), text: Arc::from(text), path }))
        }
        Err(error) => {
            let line =
                error.as_bytes()[..error.utf8_error().valid_up_to()].split(|&byte| byte == b'\n').count();
            Ok(Found::Unreadable(
                Diagnostic::new(Code::NotUtf8, Span::file(&path)).with("line", line.to_string()),
            ))
        }
    }
}

pub(super) fn course_path(root: &Path, file: &Path) -> Arc<str> {
    let relative = file.strip_prefix(root).unwrap_or(file);
    let parts: Vec<String> =
        relative.components().map(|part| part.as_os_str().to_string_lossy().nfc().collect()).collect();
    Arc::from(parts.join("/"))
}

/// The part of a path after its last dot.
fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn is_picture(path: &str) -> bool {
    matches!(
        extension(path).to_ascii_lowercase().as_str(),
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "svg" | "avif"
    )
}

/// Width and height of a picture. SVG gives them as attributes or by its view box.
fn picture_size(file: &Path) -> Option<(u32, u32)> {
    if file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("svg")) {
        return svg_size(&fs::read_to_string(file).ok()?);
    }
    let size = imagesize::size(file).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

fn svg_size(svg: &str) -> Option<(u32, u32)> {
    let head = &svg[svg.find("<svg")?..];
    let head = &head[..head.find('>')?];
    let attribute = |name: &str| {
        let rest = &head[head.find(&format!(" {name}=\""))? + name.len() + 3..];
        Some(&rest[..rest.find('"')?])
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the range just before"
    )]
    let pixels = |text: &str| {
        let number: f64 = text.trim().trim_end_matches("px").parse().ok()?;
        (number > 0.0 && number < 100_000.0).then(|| number.round() as u32)
    };
    let stated = attribute("width").and_then(pixels).zip(attribute("height").and_then(pixels));
    stated.or_else(|| {
        let mut numbers = attribute("viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
        pixels(numbers.next()?).zip(pixels(numbers.next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_svg_states_its_size_by_attributes_or_view_box() {
        assert_eq!(svg_size(r#"<svg xmlns="x" width="40px" height="30">"#), Some((40, 30)));
        assert_eq!(svg_size(r#"<svg viewBox="0 0 640.4 480">"#), Some((640, 480)));
        assert_eq!(svg_size("<svg>"), None);
    }
}
