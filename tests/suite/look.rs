//! `theme` in `course.yaml`: a logo, an accent and a font reach every page, and nothing else is published.

use std::fs;

use mitate::pipeline::Workshop;
use mitate::render::Bytes;

use crate::course::{build, put, small, temporary};

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
    // A site that is one file has no font file beside it to load.
    let loaded = Workshop::new(&course, None, &[]).unwrap().load().unwrap();
    let site = loaded.site().unwrap().with_root("root/");
    let Ok(Some(Bytes::Made(style))) = site.render("assets/style.css") else { panic!("a style sheet") };
    let style = String::from_utf8(style).unwrap();
    assert!(style.contains("--ai:#8a1c5b") && !style.contains("@font-face"));
}
