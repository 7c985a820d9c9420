//! Files as the protocol names them: by `file:` addresses.

use std::path::{Component, Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stays as it is in a path.
const SET: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The file that an address names; `None` for what is no file.
pub(super) fn file(address: &str) -> Option<PathBuf> {
    let path = address.strip_prefix("file://")?;
    let path = percent_decode_str(path.split(['?', '#']).next()?).decode_utf8().ok()?;
    // A share of Windows has the name of its computer before the path.
    let path = if path.starts_with('/') { path } else { format!("//{path}").into() };
    let drive = path.strip_prefix('/').filter(|it| it.as_bytes().get(1) == Some(&b':'));
    let path = Path::new(drive.unwrap_or(&path)).to_path_buf();
    (!path.components().any(|part| part == Component::ParentDir)
        && !path.as_os_str().as_encoded_bytes().contains(&0))
    .then_some(path)
}

/// The address of a file.
pub(super) fn address(file: &Path) -> String {
    let path = file.to_string_lossy().replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{}", utf8_percent_encode(&path, SET))
}

/// The path of `file` in the course in `folder`, as the course has it.
pub(super) fn inside(folder: &Path, file: &Path) -> Option<String> {
    use unicode_normalization::UnicodeNormalization as _;
    let parts = file.strip_prefix(folder).ok()?.components();
    let parts: Vec<String> = parts.map(|part| part.as_os_str().to_string_lossy().nfc().collect()).collect();
    (!parts.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_its_file_and_back() {
        for (path, there) in [
            ("/家/a b#c.md", "file:///%E5%AE%B6/a%20b%23c.md"),
            ("/a-b_c.d~/e.yaml", "file:///a-b_c.d~/e.yaml"),
        ] {
            assert_eq!(address(Path::new(path)), there);
            assert_eq!(file(there).as_deref(), Some(Path::new(path)));
        }
        assert_eq!(file("file:///c%3A/x/a.md").as_deref(), Some(Path::new("c:/x/a.md")));
        assert_eq!(address(Path::new("c:/x/a.md")), "file:///c%3A/x/a.md");
        for other in [
            "untitled:Untitled-1",
            "file:///a/../b",
            "https://example.jp/a.md",
            "file:///a%00b",
            "file:///%ff",
        ] {
            assert_eq!(file(other), None, "{other}");
        }
    }

    #[test]
    fn a_path_in_a_course_has_composed_letters() {
        let folder = Path::new("/c");
        assert_eq!(inside(folder, Path::new("/c/images/か\u{3099}.png")).as_deref(), Some("images/が.png"));
        assert_eq!(inside(folder, Path::new("/d/a.md")), None);
        assert_eq!(inside(folder, folder), None);
    }
}
