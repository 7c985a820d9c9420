//! Content types by the end of a path.

/// The content type of the file at `path` of a site.
pub(super) fn content_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    match extension.as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::content_type;

    #[test]
    fn text_says_its_encoding() {
        for path in ["index.html", "assets/style.css", "assets/site.js", "files/読んで.txt"] {
            assert!(content_type(path).ends_with("; charset=utf-8"), "{path}");
        }
    }

    #[test]
    fn pictures_fonts_and_papers_are_what_they_are() {
        let known = [
            ("a.svg", "image/svg+xml"),
            ("a.PNG", "image/png"),
            ("a.jpg", "image/jpeg"),
            ("a.webp", "image/webp"),
            ("a.avif", "image/avif"),
            ("a.gif", "image/gif"),
            ("a.ico", "image/x-icon"),
            ("a.json", "application/json"),
            ("a.pdf", "application/pdf"),
            ("a.woff2", "font/woff2"),
        ];
        for (path, expected) in known {
            assert_eq!(content_type(path), expected);
        }
    }

    #[test]
    fn what_is_not_known_is_only_bytes() {
        assert_eq!(content_type("a.xyz"), "application/octet-stream");
        assert_eq!(content_type("folder.html/none"), "application/octet-stream");
    }
}
