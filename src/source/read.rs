//! Walking the folder.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{BufReader, Read as _, Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

use super::characters::settled;
use super::place::says_place;
use super::regular::{FILE_LIMIT, TEXT_LIMIT, open_inside, read_inside};
use super::svg::Svg;
use super::{Asset, AssetFault, MANIFEST, Reading, Source, Sources, Span};
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Error;

/// What a walk found: a file to read, or why it is not read.
pub(super) enum WalkedFile {
    Text(Source),
    Asset(Asset),
    Wrong(Diagnostic),
    Unreadable(Diagnostic),
}

/// Reads the course in `folder`. `skip` are folders inside it that are not content, such as the theme. Folders that hold a
/// site that mitate wrote are skipped too.
///
/// # Errors
/// When the folder or a file in it cannot be read at all.
pub fn read(folder: &Path, skip: &[PathBuf]) -> Result<Reading, Error> {
    let (root, skip) = resolved(folder, skip)?;
    let mut sites = Vec::new();
    let walk = WalkDir::new(&root).sort_by_file_name().into_iter().filter_entry(|entry| {
        if entry.depth() == 0 {
            return true;
        }
        if is_hidden(entry.path()) || skip.iter().any(|path| path == entry.path()) {
            return false;
        }
        let is_site = entry.file_type().is_dir() && is_site(entry.path());
        if is_site {
            sites.push(entry.path().to_path_buf());
        }
        !is_site
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
    let found: Vec<WalkedFile> = files
        .par_iter()
        .map(|(file, is_link)| read_entry(&root, file, *is_link))
        .collect::<Result<_, _>>()?;
    let has_links = files.iter().any(|(_, is_link)| *is_link);
    let mut reading =
        Reading { sources: Arc::new(Sources { has_links, ..Sources::default() }), diagnostics: Vec::new() };
    for found in found {
        reading.add(found);
    }
    let hiding = sites.iter().filter(|site| holds_texts(site));
    reading.diagnostics.extend(hiding.map(|site| {
        Diagnostic::new(Code::HiddenFolder, Span::file(&course_path(&root, &site.join(MANIFEST))))
            .with("folder", &*course_path(&root, site))
    }));
    Ok(reading)
}

/// Whether a folder that is taken for a site holds Markdown or YAML, which no site does.
fn holds_texts(site: &Path) -> bool {
    let walk = WalkDir::new(site).into_iter().filter_entry(|entry| !is_hidden(entry.path()));
    walk.flatten().any(|entry| entry.file_type().is_file() && is_text(&entry.path().to_string_lossy()))
}

/// The paths of a course's folder and of those inside it that are not content, without links.
pub(super) fn resolved(folder: &Path, skip: &[PathBuf]) -> Result<(PathBuf, Vec<PathBuf>), Error> {
    let root = fs::canonicalize(folder).map_err(|error| Error::read(folder, error))?;
    Ok((root, skip.iter().filter_map(|path| fs::canonicalize(path).ok()).collect()))
}

impl Reading {
    pub(super) fn add(&mut self, found: WalkedFile) {
        let sources = Arc::make_mut(&mut self.sources);
        let twin = match found {
            WalkedFile::Text(source) => {
                sources.texts.insert(Arc::clone(&source.path), source).map(|it| it.path)
            }
            WalkedFile::Asset(asset) => {
                sources.assets.insert(Arc::clone(&asset.path), asset).map(|it| it.path)
            }
            WalkedFile::Wrong(diagnostic) => {
                self.diagnostics.push(diagnostic);
                None
            }
            WalkedFile::Unreadable(diagnostic) => {
                sources.unreadable.insert(Arc::clone(&diagnostic.span.path));
                self.diagnostics.push(diagnostic);
                None
            }
        };
        if let Some(path) = twin {
            // Two names that are the same but for how their characters are encoded: only one file can be linked.
            let twins = Diagnostic::new(Code::UnportableName, Span::file(&path));
            self.diagnostics.push(twins.with("why", "same").with("name", &*path).with("path", &*path));
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

/// Expects that `folder` holds a course.
///
/// # Errors
/// When it has no `course.yaml`, or something there that is no file.
pub fn expect_course(folder: &Path) -> Result<(), Error> {
    let file = folder.join("course.yaml");
    match fs::metadata(&file) {
        Ok(found) if found.is_file() => Ok(()),
        Ok(_) => Err(Error::NotAFile(file)),
        Err(_) => Err(Error::NoCourse(folder.to_path_buf())),
    }
}

/// Whether `folder` holds a site that mitate wrote.
#[must_use]
pub fn is_site(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(MANIFEST)).is_ok()
}

/// The bytes of an asset.
///
/// # Errors
/// When the file cannot be read.
pub fn read_asset(asset: &Asset) -> Result<Vec<u8>, Error> {
    read_inside(&asset.root, &asset.file, FILE_LIMIT)
}

/// Copies the bytes of an asset to `out` piece by piece. Gives their hash and length.
///
/// # Errors
/// When the file cannot be read; `fault` makes the error of a failure of `out`.
pub fn copy_asset(
    asset: &Asset,
    out: &mut dyn Write,
    fault: &dyn Fn(std::io::Error) -> Error,
) -> Result<(blake3::Hash, u64), Error> {
    let mut file = open_inside(&asset.root, &asset.file, FILE_LIMIT)?.take(FILE_LIMIT + 1);
    let (mut hasher, mut len) = (blake3::Hasher::new(), 0);
    let mut piece = vec![0; 64 * 1024];
    loop {
        match file.read(&mut piece).map_err(|error| Error::read(&asset.file, error))? {
            0 => break,
            read => {
                hasher.update(&piece[..read]);
                out.write_all(&piece[..read]).map_err(fault)?;
                len += read as u64;
            }
        }
    }
    if len > FILE_LIMIT {
        return Err(Error::TooLarge(asset.file.clone(), FILE_LIMIT));
    }
    Ok((hasher.finalize(), len))
}

/// The hash of an asset's bytes.
///
/// # Errors
/// When the file cannot be read.
pub fn hash_asset(asset: &Asset) -> Result<blake3::Hash, Error> {
    let fault = |error| Error::read(&asset.file, error);
    copy_asset(asset, &mut std::io::sink(), &fault).map(|(hash, _)| hash)
}

pub(super) fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(is_by_the_way)
}

/// Whether a file or folder of that name is no content: hidden files, and temporary files of editors and systems. Vim creates
/// `4913` to see whether it may write.
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

pub(super) fn read_entry(root: &Path, file: &Path, is_link: bool) -> Result<WalkedFile, Error> {
    let path = course_path(root, file);
    if is_link {
        let hidden = |target: &Path| target.iter().any(is_by_the_way);
        let why = match fs::canonicalize(file) {
            Err(_) => Some("gone"),
            Ok(target) if target.is_dir() => Some("folder"),
            Ok(target) => match target.strip_prefix(root) {
                Ok(inside) if target.is_file() => hidden(inside).then_some("hidden"),
                _ => Some("outside"),
            },
        };
        if let Some(why) = why {
            let shown =
                fs::read_link(file).map_or_else(|_| "?".into(), |target| target.display().to_string());
            let diagnostic = Diagnostic::new(Code::SymlinkOutside, Span::file(&path));
            return Ok(WalkedFile::Wrong(diagnostic.with("target", shown).with("why", why)));
        }
    }
    let found = fs::metadata(file).map_err(|error| Error::read(file, error))?;
    let limit = limit(&path);
    let fault = if !found.is_file() {
        Some(AssetFault::NotAFile)
    } else if found.len() > limit {
        Some(AssetFault::TooLarge { len: found.len(), limit })
    } else {
        None
    };
    if !is_text(&path) {
        return asset(path, (root, file), found.len(), fault).map(WalkedFile::Asset);
    }
    if let Some(fault) = fault {
        return Ok(WalkedFile::Unreadable(fault.diagnostic(&path)));
    }
    Ok(text_file(path, read_inside(root, file, limit)?))
}

/// The text file at `path` that holds `bytes`.
pub(super) fn text_file(path: Arc<str>, bytes: Vec<u8>) -> WalkedFile {
    match utf8(bytes) {
        Ok(text) => {
            let text = settled(&text);
            WalkedFile::Text(Source { hash: blake3::hash(text.as_bytes()), text: Arc::from(&*text), path })
        }
        Err(line) => WalkedFile::Unreadable(
            Diagnostic::new(Code::NotUtf8, Span::file(&path)).with("line", line.to_string()),
        ),
    }
}

/// `bytes` as text, or the number of the first line that is not UTF-8. UTF-16 and JIS may be valid UTF-8 by chance: the first has a zero in
/// each letter of ASCII, the second marks that change the set of characters.
pub(crate) fn utf8(bytes: Vec<u8>) -> Result<String, usize> {
    let line = |bytes: &[u8]| bytes.split(|&byte| byte == b'\n').count();
    let marks: [&[u8]; 3] = [b"\0", b"\x1b$", b"\x1b("];
    let is_plain = memchr::memchr2(0, b'\x1b', &bytes).is_none();
    match String::from_utf8(bytes) {
        Ok(text) if is_plain => Ok(text),
        Ok(text) => {
            let found = marks.iter().filter_map(|mark| memchr::memmem::find(text.as_bytes(), mark)).min();
            found.map_or(Ok(text.clone()), |at| Err(line(&text.as_bytes()[..at])))
        }
        Err(error) => Err(line(&error.as_bytes()[..error.utf8_error().valid_up_to()])),
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

/// Whether a file is Markdown or YAML, or was meant to be: one with a wrong ending is reported, and not handed out.
pub(super) fn is_text(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    [".md", ".yaml", ".yml", ".markdown", ".mdown", ".md.txt", ".yaml.txt", ".yml.txt"]
        .iter()
        .any(|end| path.ends_with(end))
}

fn is_svg(path: &str) -> bool {
    extension(path).eq_ignore_ascii_case("svg")
}

fn is_picture(path: &str) -> bool {
    matches!(extension(path).to_ascii_lowercase().as_str(), "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif")
}

fn limit(path: &str) -> u64 {
    if is_text(path) || is_svg(path) { TEXT_LIMIT } else { FILE_LIMIT }
}

fn asset(
    path: Arc<str>,
    (root, file): (&Path, &Path),
    len: u64,
    fault: Option<AssetFault>,
) -> Result<Asset, Error> {
    let mut asset = Asset {
        path,
        root: root.to_path_buf(),
        file: file.to_path_buf(),
        len,
        size: None,
        has_place: false,
        faults: Vec::new(),
    };
    if let Some(fault) = fault {
        asset.faults.push(fault);
    } else if is_svg(&asset.path) {
        let svg = Svg::read(&read_inside(root, file, TEXT_LIMIT)?);
        asset.size = svg.size;
        asset.faults = svg.faults.into_iter().map(AssetFault::Svg).collect();
    } else if let Some(says_place) = says_place(extension(&asset.path))
        && let Ok(open) = open_inside(root, file, FILE_LIMIT)
    {
        asset.size = picture_size(&asset.path, &open);
        asset.has_place = says_place(&mut &open);
    }
    Ok(asset)
}

/// Width and height of a photograph that a page can show.
fn picture_size(path: &str, mut file: &File) -> Option<(u32, u32)> {
    if !is_picture(path) || !is_whole(path, file) {
        return None;
    }
    file.rewind().ok()?;
    let size = imagesize::reader_size(BufReader::new(file)).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

/// Whether a picture has its end: a PNG or JPEG that was cut off shows half of itself, or nothing.
fn is_whole(path: &str, mut file: &File) -> bool {
    let mark: &[u8] = match extension(path).to_ascii_lowercase().as_str() {
        "png" => b"IEND",
        "jpg" | "jpeg" => b"\xff\xd9",
        _ => return true,
    };
    let mut tail = || -> Option<Vec<u8>> {
        let length = file.metadata().ok()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(4096))).ok()?;
        let mut tail = Vec::new();
        file.read_to_end(&mut tail).ok()?;
        Some(tail)
    };
    tail().is_some_and(|tail| tail.windows(mark.len()).any(|window| window == mark))
}
