//! Where a photograph was taken: telephones write it into the picture, unseen.

use std::fs::File;
use std::io::{BufReader, Read as _, Seek as _};

use exif::{In, Reader, Tag};
use memchr::memmem::Finder;

/// Whether the picture says where it was taken, in its Exif or in its XMP. What cannot be read says nothing.
pub(super) fn says_place(file: &File) -> bool {
    says_in_exif(file) || says_in_xmp(file)
}

fn says_in_exif(mut file: &File) -> bool {
    if file.rewind().is_err() {
        return false;
    }
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    let read = reader.read_from_container(&mut BufReader::new(file));
    let read = read.or_else(|error| error.distill_partial_result(|_| ()));
    let places = [Tag::GPSLatitude, Tag::GPSLongitude, Tag::GPSDestLatitude, Tag::GPSDestLongitude];
    read.is_ok_and(|exif| places.iter().any(|tag| exif.get_field(*tag, In::PRIMARY).is_some()))
}

/// XMP is text, which no format of pictures compresses as a rule: so the name of the property is looked for in the whole file.
fn says_in_xmp(mut file: &File) -> bool {
    let names = ["GPSLatitude", "GPSLongitude", "GPSDestLatitude", "GPSDestLongitude"].map(Finder::new);
    let longest = names.iter().map(|name| name.needle().len()).max().unwrap_or(0);
    if file.rewind().is_err() {
        return false;
    }
    let mut piece = vec![0; 64 * 1024];
    // The end of the piece before comes first: a name may begin in it.
    let mut kept = 0;
    loop {
        let Ok(read @ 1..) = file.read(&mut piece[kept..]) else { return false };
        let known = &piece[..kept + read];
        if names.iter().any(|name| name.find(known).is_some()) {
            return true;
        }
        let start = known.len().saturating_sub(longest - 1);
        kept = known.len() - start;
        piece.copy_within(start..start + kept, 0);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    fn says(folder: &Path, bytes: &[u8]) -> bool {
        let path = folder.join("a.jpg");
        fs::write(&path, bytes).unwrap();
        says_place(&File::open(path).unwrap())
    }

    #[test]
    fn a_place_in_xmp_is_found_wherever_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let xmp = b"<rdf:Description exif:GPSLatitude=\"35,41.4N\"/>";
        assert!(!says(folder.path(), b""));
        assert!(!says(folder.path(), &vec![7; 200_000]));
        for before in [0, 1, 65_500, 65_510, 65_520, 65_530, 65_536, 131_060] {
            let bytes = [&vec![7; before], &xmp[..], &[7; 999]].concat();
            assert!(says(folder.path(), &bytes), "{before}");
        }
    }
}
