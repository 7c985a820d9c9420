//! Where a photograph or a film was taken: telephones write it into the file, unseen. A PDF file may hold photographs as they are; files of
//! office programs, EPUB books and ZIP archives hold them among other files.

use std::io::{BufReader, Cursor, Read, Seek, SeekFrom};

use exif::{Exif, In, Reader, Tag};
use memchr::memmem::{Finder, find_iter};

use super::regular::FILE_LIMIT;
use crate::archive::any_file;

/// A file that can be looked through, on the disk or in another file.
pub(super) trait Readable: Read + Seek {}

impl<F: Read + Seek> Readable for F {}

/// The endings of the names of archives: of programs for offices, of books, and ZIP itself.
const ARCHIVES: [&str; 23] = [
    "zip", "epub", "docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xltx", "xltm", "pptx", "pptm", "ppsx",
    "ppsm", "potx", "potm", "odt", "ods", "odp", "odg", "pages", "numbers", "key",
];

/// How a file says where it was taken, if one of its kind may: a picture that a page shows, or a file that it only links to.
pub(super) fn says_place(ending: &str) -> Option<fn(&mut dyn Readable) -> bool> {
    match ending.to_ascii_lowercase().as_str() {
        "mp4" | "m4v" | "m4a" | "mov" | "3gp" => Some(film_says_place),
        // Older files of Word, Excel and PowerPoint hold photographs as a PDF file does.
        "pdf" | "doc" | "xls" | "ppt" => Some(pdf_says_place),
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" | "heic" | "heif" | "tif" | "tiff" => {
            Some(picture_says_place)
        }
        ending if ARCHIVES.contains(&ending) => Some(archive_says_place),
        _ => None,
    }
}

/// The part of a name after its last dot.
fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// How deep archives are searched that are in each other.
const DEPTH: usize = 3;

/// Whether a file in the archive says where it was taken.
fn archive_says_place(file: &mut dyn Readable) -> bool {
    says_inside(file, &mut (4 * FILE_LIMIT), DEPTH)
}

fn says_inside(file: &mut dyn Readable, left: &mut u64, depth: usize) -> bool {
    let is_wanted = |name: &str| says_place(ending(name)).is_some();
    any_file(&mut { file }, left, is_wanted, |name, bytes, left| {
        let mut bytes = Cursor::new(bytes);
        let is_archive = ARCHIVES.contains(&&*ending(name).to_ascii_lowercase());
        match says_place(ending(name)) {
            _ if is_archive => depth > 1 && says_inside(&mut bytes, left, depth - 1),
            Some(says_place) => says_place(&mut bytes),
            None => false,
        }
    })
}

/// Names in XMP, which is text that no format compresses as a rule.
const XMP: [&str; 4] = ["GPSLatitude", "GPSLongitude", "GPSDestLatitude", "GPSDestLongitude"];

/// Whether the picture says where it was taken, in its Exif or in its XMP. What cannot be read says nothing.
fn picture_says_place(file: &mut dyn Readable) -> bool {
    says_in_exif(file) || says_in_xmp(file)
}

/// Whether a photograph in the PDF file says where it was taken, or the file itself.
fn pdf_says_place(file: &mut dyn Readable) -> bool {
    says_in_xmp(file) || says_in_embedded_exif(file)
}

fn says_in_exif(file: &mut dyn Readable) -> bool {
    if file.rewind().is_err() {
        return false;
    }
    has_place(lenient().read_from_container(&mut BufReader::new(file)))
}

/// A reader that goes on behind what it cannot read.
fn lenient() -> Reader {
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    reader
}

fn has_place(read: Result<Exif, exif::Error>) -> bool {
    let Ok(exif) = read.or_else(|error| error.distill_partial_result(|_| ())) else { return false };
    let places = [Tag::GPSLatitude, Tag::GPSLongitude, Tag::GPSDestLatitude, Tag::GPSDestLongitude];
    places.iter().any(|tag| exif.get_field(*tag, In::PRIMARY).is_some())
}

fn says_in_xmp(file: &mut dyn Readable) -> bool {
    let names = XMP.map(Finder::new);
    let longest = XMP.iter().map(|name| name.len()).max().unwrap_or(0);
    in_pieces(file, 64 * 1024, longest - 1, |piece, _| names.iter().any(|name| name.find(piece).is_some()))
}

/// The length of the block in a JPEG file that holds its Exif, at most.
const EXIF_BLOCK: usize = 64 * 1024;

/// Looks for the Exif of JPEG files, which a PDF file holds uncompressed.
fn says_in_embedded_exif(file: &mut dyn Readable) -> bool {
    let mark = b"Exif\0\0";
    in_pieces(file, 16 * EXIF_BLOCK, EXIF_BLOCK, |piece, is_last| {
        // What begins near the end is looked at in the next piece, whole.
        let end = if is_last { piece.len() } else { piece.len().saturating_sub(EXIF_BLOCK) };
        find_iter(piece, mark).filter(|at| *at < end).any(|at| {
            let block = &piece[at + mark.len()..];
            has_place(lenient().read_raw(block[..block.len().min(EXIF_BLOCK)].to_vec()))
        })
    })
}

/// Whether `is_found` in one of the pieces of the file, each of which begins with the last `kept` bytes of the one before. It also learns
/// whether a piece is the last.
fn in_pieces(
    file: &mut dyn Readable,
    length: usize,
    kept: usize,
    is_found: impl Fn(&[u8], bool) -> bool,
) -> bool {
    if file.rewind().is_err() {
        return false;
    }
    let mut piece = Vec::with_capacity(length + kept);
    loop {
        let Ok(read) = (&mut *file).take(length as u64).read_to_end(&mut piece) else { return false };
        if is_found(&piece, read < length) {
            return true;
        }
        if read < length {
            return false;
        }
        piece.drain(..piece.len().saturating_sub(kept));
    }
}

/// The size of what describes a film, at most. An hour's is 2 MB.
const FILM_HEAD: u64 = 16_000_000;

/// Whether the film (MP4 or MOV) says where it was taken. It is a row of boxes, each with its length and its name; all but the
/// sound and the pictures is looked through.
fn film_says_place(file: &mut dyn Readable) -> bool {
    let mut at = 0;
    loop {
        let mut head = [0; 16];
        let begun = file.seek(SeekFrom::Start(at)).and_then(|_| file.read_exact(&mut head[..8]));
        let short = u64::from(u32::from_be_bytes(first(&head)));
        let length = match short {
            _ if begun.is_err() => return false,
            // The length does not fit into four bytes and comes behind the name; or the box is the rest of the file.
            1 if file.read_exact(&mut head[8..]).is_ok() => u64::from_be_bytes(first(&head[8..])),
            0 => u64::MAX,
            short => short,
        };
        if !matches!(&head[4..8], b"mdat" | b"free" | b"skip") {
            let mut inside = Vec::new();
            let read = (&mut *file).take(length.min(FILM_HEAD)).read_to_end(&mut inside);
            if read.is_ok() && says_in_boxes(&inside) {
                return true;
            }
        }
        match at.checked_add(length) {
            Some(next) if length >= 8 => at = next,
            _ => return false,
        }
    }
}

/// The first bytes of `bytes`, which are at least as many.
fn first<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut first = [0; N];
    first.copy_from_slice(&bytes[..N]);
    first
}

/// Whether one of the boxes is a place: the old one of MOV files (`+35.68+139.76/` behind two numbers), that of telephones, the key
/// of Apple's, or XMP.
fn says_in_boxes(inside: &[u8]) -> bool {
    let says_old = |at: usize| matches!(inside.get(at + 8), Some(b'+' | b'-'));
    find_iter(inside, b"\xa9xyz").any(says_old)
        || find_iter(inside, b"loci").any(|at| inside.get(at + 4..at + 8) == Some(&[0; 4]))
        || find_iter(inside, b"location.ISO6709").next().is_some()
        || XMP.iter().any(|name| find_iter(inside, name).next().is_some())
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::path::Path;

    use super::*;

    fn says(folder: &Path, bytes: &[u8]) -> bool {
        let path = folder.join("a.jpg");
        fs::write(&path, bytes).unwrap();
        picture_says_place(&mut File::open(path).unwrap())
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

    #[test]
    fn a_place_in_a_photograph_of_a_pdf_file_is_found_wherever_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let photograph = include_bytes!("../../tests/sites/picture-with-place/in/images/room.jpg");
        let path = folder.path().join("a.pdf");
        let says = |before: usize| {
            fs::write(&path, [&vec![7; before], &photograph[..], &[7; 999]].concat()).unwrap();
            pdf_says_place(&mut File::open(&path).unwrap())
        };
        for near in [0, EXIF_BLOCK, 15 * EXIF_BLOCK, 16 * EXIF_BLOCK, 17 * EXIF_BLOCK] {
            for before in [near.saturating_sub(100), near, near + 100] {
                assert!(says(before), "{before}");
            }
        }
        fs::write(&path, [&[7; 999][..], b"Exif\0\0II*\0"].concat()).unwrap();
        assert!(!pdf_says_place(&mut File::open(&path).unwrap()));
    }

    /// A ZIP archive with these files.
    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = crate::archive::Archive::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            archive.add(name, bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn a_place_in_a_photograph_of_an_archive_is_found() {
        let photograph = include_bytes!("../../tests/sites/picture-with-place/in/images/room.jpg");
        let plain = include_bytes!("../../tests/sites/picture-with-place-not/in/images/room.jpg");
        let says = |bytes: &[u8]| says_place("DOCX").unwrap()(&mut Cursor::new(bytes));
        let document = archive(&[("word/document.xml", b"<a/>"), ("word/media/image1.JPEG", photograph)]);
        assert!(says(&document));
        assert!(!says(&archive(&[("word/media/image1.jpeg", plain), ("a.txt", photograph)])));
        let inner = archive(&[("a.docx", &document)]);
        assert!(says(&inner) && says(&archive(&[("a.txt", b""), ("b/c.ZIP", &inner)])));
        // Deeper archives are not opened.
        let mut deep = document.clone();
        for _ in 0..1000 {
            deep = archive(&[("a.zip", &deep)]);
        }
        assert!(!says(&deep));
        // What is damaged says nothing, and nothing fails.
        for length in 0..document.len() {
            says(&document[..length]);
            let mut other = document.clone();
            other[length] ^= 0xff;
            says(&other);
        }
    }

    #[test]
    fn an_archive_is_inflated_up_to_a_limit_in_all() {
        let photograph = include_bytes!("../../tests/sites/picture-with-place/in/images/room.jpg");
        let empty = vec![0; 1_000_000];
        let bytes = archive(&[("a.png", &empty), ("b.png", &empty), ("c.jpg", photograph)]);
        let says = |mut left: u64| says_inside(&mut Cursor::new(&bytes), &mut left, 1);
        assert!(says(2_000_000 + photograph.len() as u64));
        assert!(!says(2_000_000 + photograph.len() as u64 - 1));
    }

    /// A box of a film.
    fn boxed(name: &[u8], inside: &[u8]) -> Vec<u8> {
        let length = u32::try_from(8 + inside.len()).unwrap().to_be_bytes();
        [&length[..], name, inside].concat()
    }

    #[test]
    fn a_place_in_a_film_is_found_and_chance_bytes_of_its_pictures_are_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.mp4");
        let says = |boxes: &[&[u8]]| {
            fs::write(&path, boxes.concat()).unwrap();
            film_says_place(&mut File::open(&path).unwrap())
        };
        let (head, place) = (boxed(b"ftyp", b"isom"), boxed(b"\xa9xyz", b"\0\x12\x15\xc7+35.6895+139.6917/"));
        let pictures = boxed(b"mdat", &place);
        let film = boxed(b"moov", &boxed(b"udta", &place));
        assert!(says(&[&head, &pictures, &film]) && says(&[&head, &film, &pictures]));
        assert!(says(&[&head, &boxed(b"moov", &boxed(b"loci", &[0; 30]))]));
        assert!(says(&[&head, &boxed(b"moov", b"com.apple.quicktime.location.ISO6709")]));
        let long = [&1_u32.to_be_bytes()[..], b"mdat", &(16 + 5_u64).to_be_bytes(), b"12345"].concat();
        assert!(says(&[&head, &long, &film]));
        assert!(!says(&[&head, &pictures, &boxed(b"moov", b"\xa9xyz")]));
        for cut in
            [&b""[..], b"\0\0\0", &0_u32.to_be_bytes(), &1_u32.to_be_bytes(), b"\0\0\0\x07free", &[255; 40]]
        {
            assert!(!says(&[cut]), "{cut:?}");
        }
    }
}
