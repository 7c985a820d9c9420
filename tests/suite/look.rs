//! `theme` in `course.yaml`: a logo, an accent and a font reach every page, and nothing else is published.

use std::fs;

use crate::course::{build, mitate_in, put, small, stderr, temporary};

#[test]
fn a_course_has_its_own_logo_accent_and_font() {
    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    let settings = fs::read_to_string(course.join("course.yaml")).unwrap();
    let theme = "theme: { logo: images/our logo.svg, accent: '#8A1C5B', font: fonts/ours.woff2 }\n";
    put(&course, "course.yaml", &format!("{settings}{theme}"));
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\"/>\n";
    put(&course, "images/our logo.svg", logo);
    put(&course, "images/other.svg", logo);
    put(&course, "fonts/ours.woff2", "wOF2");
    build(&course, &folder.path().join("site"));
    let read = |path: &str| fs::read_to_string(folder.path().join("site").join(path)).unwrap();
    let page = read("index.html");
    let image =
        "<img class=\"logo\" src=\"files/images/our%20logo.svg\" width=\"64\" height=\"32\" alt=\"\">";
    assert!(page.contains(image) && !page.contains("class=\"seal\""), "{page}");
    let style = read("assets/style.css");
    // Behind the theme's own colours, and lighter on dark pages.
    let (own, chosen) = style.rsplit_once(":root{--ai:#8a1c5b;").unwrap();
    assert!(own.contains("--ai:#1f3f73") && chosen.matches("--ai:#").count() == 2, "{chosen}");
    assert!(!chosen.contains("--ai:#8a1c5b"), "{chosen}");
    assert!(chosen.contains("url(\"../files/fonts/ours.woff2\")"), "{chosen}");
    assert_eq!(read("files/fonts/ours.woff2"), "wOF2");
    assert!(!folder.path().join("site/files/images/other.svg").exists(), "nothing shows it");
    // A single file has no font file beside it to load.
    let packed = mitate_in(folder.path(), &["package", "course", "--as", "html", "--out", "one.html"]);
    assert_eq!(packed.status.code(), Some(0), "{}", stderr(&packed));
    let one = fs::read_to_string(folder.path().join("one.html")).unwrap();
    assert!(one.contains("--ai:#8a1c5b") && !one.contains("@font-face"));
}
