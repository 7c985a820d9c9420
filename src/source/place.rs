//! Where a photograph was taken: telephones write it into the picture, unseen.

use std::io::BufReader;
use std::path::Path;

use exif::{In, Reader, Tag};

use super::regular::{FILE_LIMIT, open_regular};

/// Whether the picture says where it was taken. What cannot be read says nothing.
pub(super) fn says_place(file: &Path) -> bool {
    let Ok(file) = open_regular(file, FILE_LIMIT) else { return false };
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    let read = reader.read_from_container(&mut BufReader::new(file));
    let read = read.or_else(|error| error.distill_partial_result(|_| ()));
    let places = [Tag::GPSLatitude, Tag::GPSLongitude, Tag::GPSDestLatitude, Tag::GPSDestLongitude];
    read.is_ok_and(|exif| places.iter().any(|tag| exif.get_field(*tag, In::PRIMARY).is_some()))
}
