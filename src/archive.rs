//! ZIP archives. Those that are written are the same bytes whenever they have the same entries; those that are read are
//! someone else's, and bounded in every respect.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek, SeekFrom, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The most bytes that the entries of an archive may have together once they are inflated: 64 MB.
pub(crate) const INFLATED_LIMIT: usize = 64_000_000;

/// The most entries of an archive.
pub(crate) const ENTRY_LIMIT: usize = 2_000;

/// The signature of an entry in the directory of an archive.
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";

/// An archive that is being written. Entries have no time and no owner; a name that is not ASCII has the flag for UTF-8.
pub(crate) struct Archive<W: Write + Seek> {
    writer: ZipWriter<W>,
}

impl<W: Write + Seek> Archive<W> {
    /// An empty archive.
    pub(crate) fn new(out: W) -> Self {
        Self { writer: ZipWriter::new(out) }
    }

    /// Adds a compressed file. Names have `/` between folders.
    ///
    /// # Errors
    /// When it cannot be written, or the name is already there.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) -> zip::result::ZipResult<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.writer.start_file(name, options)?;
        Ok(self.writer.write_all(bytes)?)
    }

    /// Sets the comment at the end of the archive.
    ///
    /// # Errors
    /// When it is longer than an archive can hold.
    pub(crate) fn set_comment(&mut self, comment: &str) -> zip::result::ZipResult<()> {
        self.writer.set_comment(comment)
    }

    /// Ends the archive.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn finish(self) -> zip::result::ZipResult<W> {
        self.writer.finish()
    }
}

/// Why an archive is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It is truncated, or its entries overlap, or are stored in a way that is not known.
    Damaged,
    /// Entries need a password.
    Encrypted,
    /// There are more than [`ENTRY_LIMIT`] entries.
    TooMany,
    /// There are more than [`INFLATED_LIMIT`] bytes.
    TooLarge,
}

/// All files of the archive in `bytes` by name. Nothing is inflated beyond the limits, whatever sizes the archive claims.
///
/// # Errors
/// Why it is not read.
pub(crate) fn files(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, Unread> {
    // Each entry of a directory takes memory as soon as the directory is read.
    if memchr::memmem::find_iter(bytes, DIRECTORY_ENTRY).take(ENTRY_LIMIT + 1).count() > ENTRY_LIMIT {
        return Err(Unread::TooMany);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| reason(&error))?;
    if archive.has_overlapping_entries().map_err(|error| reason(&error))? {
        return Err(Unread::Damaged);
    }
    // Of two entries with the same name, programs read different ones.
    if entries(bytes).is_some_and(|count| count != archive.len()) {
        return Err(Unread::Damaged);
    }
    let mut files = BTreeMap::new();
    let mut left = INFLATED_LIMIT;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|error| reason(&error))?;
        let name = entry.name().map_err(|error| reason(&error))?.into_owned();
        if name.ends_with('/') {
            continue;
        }
        let mut file = Vec::new();
        entry.take(left as u64 + 1).read_to_end(&mut file).map_err(|_| Unread::Damaged)?;
        left = left.checked_sub(file.len()).ok_or(Unread::TooLarge)?;
        if files.insert(name, file).is_some() {
            return Err(Unread::Damaged);
        }
    }
    Ok(files)
}

/// The most bytes of the directory of an archive that is searched: some 100,000 entries.
const DIRECTORY_LIMIT: u32 = 8_000_000;

/// Whether `is_found` is true of one of the files of an archive that `is_wanted` by their names. `left` is how many bytes may be inflated.
/// What is damaged, encrypted or too large is passed over.
pub(crate) fn any_file(
    archive: &mut (impl Read + Seek),
    left: &mut u64,
    is_wanted: impl Fn(&str) -> bool,
    mut is_found: impl FnMut(&str, &[u8], &mut u64) -> bool,
) -> bool {
    if directory_length(archive).is_none_or(|length| length > DIRECTORY_LIMIT) {
        return false;
    }
    let Ok(mut archive) = ZipArchive::new(archive) else { return false };
    (0..archive.len()).any(|index| {
        let Ok(entry) = archive.by_index(index) else { return false };
        let Ok(name) = entry.name().map(std::borrow::Cow::into_owned) else { return false };
        if !is_wanted(&name) || entry.size() > *left {
            return false;
        }
        let mut file = Vec::new();
        // What was inflated before the damage may say enough.
        let _ = entry.take(*left).read_to_end(&mut file);
        *left -= file.len() as u64;
        is_found(&name, &file, left)
    })
}

/// How many bytes the directory of the archive has, as its end says.
fn directory_length(archive: &mut (impl Read + Seek)) -> Option<u32> {
    let length = archive.seek(SeekFrom::End(0)).ok()?;
    archive.seek(SeekFrom::Start(length.saturating_sub(u64::from(u16::MAX) + 22))).ok()?;
    let mut tail = Vec::new();
    archive.read_to_end(&mut tail).ok()?;
    let end = memchr::memmem::rfind(&tail, b"PK\x05\x06")?;
    tail.get(end + 12..end + 16)?.try_into().ok().map(u32::from_le_bytes)
}

/// How many entries the end of the archive in `bytes` says that there are; `None` if they are too many for it.
fn entries(bytes: &[u8]) -> Option<usize> {
    let end = memchr::memmem::rfind(bytes, b"PK\x05\x06")?;
    let count = bytes.get(end + 10..end + 12)?;
    let count = u16::from_le_bytes([*count.first()?, *count.get(1)?]);
    (count != u16::MAX).then_some(usize::from(count))
}

fn reason(error: &ZipError) -> Unread {
    match error {
        ZipError::InvalidPassword => Unread::Encrypted,
        ZipError::UnsupportedArchive(why) if why.contains("assword") => Unread::Encrypted,
        _ => Unread::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = Archive::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            archive.add(name, bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn two_entries_with_one_name_are_refused() {
        let mut bytes = archive(&[("a.xml", b"<a/>"), ("b.xml", b"<b/>")]);
        assert_eq!(files(&bytes).unwrap().len(), 2);
        while let Some(at) = memchr::memmem::find(&bytes, b"b.xml") {
            bytes[at] = b'a';
        }
        assert_eq!(files(&bytes), Err(Unread::Damaged));
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = archive(&[("a/b.xml", b"<b/>"), ("用紙.txt", "文字".as_bytes())]);
        let files = files(&bytes).unwrap();
        assert_eq!(files["a/b.xml"], b"<b/>");
        assert_eq!(files["用紙.txt"], "文字".as_bytes());
    }

    #[test]
    fn an_archive_is_inflated_up_to_the_limit_and_not_a_byte_further() {
        let half = vec![0; INFLATED_LIMIT / 2];
        assert_eq!(files(&archive(&[("a", &half), ("b", &half)])).unwrap().len(), 2);
        assert_eq!(files(&archive(&[("a", &half), ("b", &half), ("c", b"1")])), Err(Unread::TooLarge));
    }

    #[test]
    fn a_truncated_archive_is_damaged() {
        let bytes = archive(&[("a", b"1234"), ("b", b"5678")]);
        for length in 0..bytes.len() {
            assert_eq!(files(&bytes[..length]), Err(Unread::Damaged), "{length} of {}", bytes.len());
        }
    }

    #[test]
    fn an_archive_of_too_many_entries_is_not_opened() {
        let names: Vec<String> = (0..=ENTRY_LIMIT).map(|n| n.to_string()).collect();
        let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert_eq!(files(&archive(&entries)), Err(Unread::TooMany));
        assert_eq!(files(&archive(&entries[1..])).unwrap().len(), ENTRY_LIMIT);
    }
}
