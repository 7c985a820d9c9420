//! ZIP archives, which are the same bytes whenever they have the same entries.

use std::io::{Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

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
