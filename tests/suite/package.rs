//! Packages: the site as one file, whole or not at all, and never over a file that mitate did not write.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use regex::Regex;

use crate::course::{
    build, bundled_site, files, mitate, mitate_in, project, put, small, stderr, stdout, temporary,
};
use crate::fuzz::targets::archives::unzipped;

/// The small course is in `course`; packages it with `more` arguments, from the folder above it.
fn package(folder: &Path, more: &[&str]) -> Output {
    mitate_in(folder, &[&["package", "course"][..], more].concat())
}

fn expect_packed(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(output), stderr(output));
}

/// The names in `folder`.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The bundled course as an archive, in a folder of its own.
fn bundled() -> (tempfile::TempDir, PathBuf) {
    let folder = temporary();
    let out = folder.path().join("p.zip");
    expect_packed(&mitate(&["package", "content", "--as", "zip", "--out", out.to_str().unwrap()]));
    (folder, out)
}

/// What is in a package, by its path there.
pub fn opened(file: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    if fs::read(file).unwrap().starts_with(b"PK") {
        return entries(file);
    }
    inflated(&fs::read_to_string(file).unwrap())
}

/// The files in the package `html`, and what is around them as `(around)`.
fn inflated(html: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    static PART: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("<script type=\"text/plain\" data-file=\"([^\"]*)\">([A-Za-z0-9+/=]*)</script>\n").unwrap()
    });
    let bytes_of = |base64: &str| {
        let signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let (mut deflated, mut bits, mut count) = (Vec::new(), 0_usize, 0);
        for sign in base64.trim_end_matches('=').chars() {
            bits = (bits << 6 | signs.find(sign).unwrap()) & 0xffff;
            count += 6;
            if count >= 8 {
                count -= 8;
                deflated.push(u8::try_from(bits >> count & 0xff).unwrap());
            }
        }
        let mut bytes = Vec::new();
        flate2::read::DeflateDecoder::new(&*deflated).read_to_end(&mut bytes).unwrap();
        bytes
    };
    let mut found: BTreeMap<PathBuf, Vec<u8>> =
        PART.captures_iter(html).map(|part| (PathBuf::from(&part[1]), bytes_of(&part[2]))).collect();
    let shared = String::from_utf8(found.remove(Path::new("")).unwrap()).unwrap();
    let shared: Vec<&str> = shared.split('\n').collect();
    for (_, page) in found.iter_mut().filter(|(path, _)| path.extension().is_some_and(|it| it == "html")) {
        let text = String::from_utf8(std::mem::take(page)).unwrap();
        let lines = text.split('\n').map(|line| match line.strip_prefix('\u{1}') {
            Some(number) => shared[number.parse::<usize>().unwrap()],
            None => line,
        });
        *page = lines.collect::<Vec<_>>().join("\n").into_bytes();
    }
    found.insert("(around)".into(), PART.replace_all(html, "").into_owned().into_bytes());
    found
}

/// The bundled course as one HTML file.
fn bundled_html() -> &'static str {
    static HTML: LazyLock<String> = LazyLock::new(|| {
        let folder = temporary();
        let out = folder.path().join("p.html");
        expect_packed(&mitate(&["package", "content", "--as", "html", "--out", out.to_str().unwrap()]));
        fs::read_to_string(out).unwrap()
    });
    &HTML
}

#[test]
fn one_file_holds_what_build_writes() {
    let mut found = inflated(bundled_html());
    let around = String::from_utf8(found.remove(Path::new("(around)")).unwrap()).unwrap();
    assert!(around.contains("<noscript><p>この教材を読むには、ブラウザーのJavaScriptが必要です。"));
    assert!(!around.contains("unsafe") && !around.contains("'self'"), "{around}");
    let site = bundled_site();
    assert!(site.keys().filter(|path| !path.ends_with("404.html")).eq(found.keys()));
    for (path, bytes) in &found {
        if path.extension().is_some_and(|it| it == "html") {
            let (page, built) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&site[path]));
            // The same page, but for the way to the root of the site.
            let base = "../".repeat(path.components().count() - 1);
            let with = |html: &str, base: &str| html.replace("?/", "").replace(&format!("=\"{base}"), "=\"");
            assert!(page.contains("data-base=\"?/\""), "{}", path.display());
            assert!(with(&page, "") == with(&built, &base), "{}", path.display());
        } else if path.extension().is_none_or(|it| it != "js" && it != "css") {
            assert!(*bytes == site[path], "{}", path.display());
        }
    }
}

/// Packages the small course for an LMS, with `more` in its course.yaml, and opens the package. Its title is kept.
fn for_lms(kind: &str, more: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let folder = temporary();
    small(&folder.path().join("course"));
    let config = folder.path().join("course/course.yaml");
    fs::write(&config, fs::read_to_string(&config).unwrap() + more).unwrap();
    expect_packed(&package(folder.path(), &["--as", kind, "--out", "p.zip"]));
    entries(&folder.path().join("p.zip"))
}

/// The text of a file in a package.
fn text_of(entries: &BTreeMap<PathBuf, Vec<u8>>, path: &str) -> String {
    String::from_utf8(entries[Path::new(path)].clone()).unwrap()
}

// Invariant 6.
#[test]
fn a_package_for_an_lms_is_the_site_with_a_document_around_it() {
    let folder = temporary();
    small(&folder.path().join("course"));
    build(&folder.path().join("course"), &folder.path().join("site"));
    let site = files(&folder.path().join("site"));
    let mut found = for_lms("scorm12", "");
    assert_eq!(found, for_lms("scorm12", ""));
    let manifest = text_of(&found, "imsmanifest.xml");
    let listed: Vec<&str> =
        manifest.split("<file href=\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
    found.remove(Path::new("imsmanifest.xml"));
    let names: Vec<&str> = found.keys().map(|it| it.to_str().unwrap()).collect();
    let mut sorted = listed.clone();
    sorted.sort_unstable();
    let mut all = names.clone();
    all.sort_unstable();
    assert_eq!(sorted, all);
    for path in ["lms.html", "lms.js", "lms.css", "lms-licence.txt"] {
        assert!(found.remove(Path::new(path)).is_some_and(|it| !it.is_empty()), "{path}");
    }
    let early = found.get_mut(Path::new("assets/early.js")).unwrap();
    assert!(
        early.ends_with(&site[Path::new("assets/early.js")])
            && early.len() > site[Path::new("assets/early.js")].len()
    );
    *early = site[Path::new("assets/early.js")].clone();
    assert!(found == site);
}

#[test]
fn no_byte_of_the_adapter_is_in_a_site() {
    for (path, bytes) in bundled_site() {
        let has = |word: &[u8]| bytes.windows(word.len()).any(|it| it == word);
        assert!(!has(b"suspend_data") && !has(b"mitateStore"), "{}", path.display());
    }
}

#[test]
fn a_manifest_has_stable_ids_of_ascii_and_the_title_as_it_is() {
    for (kind, version) in [("scorm12", "1.2"), ("scorm2004", "2004 4th Edition")] {
        expect_manifest(kind, version);
    }
}

fn expect_manifest(kind: &str, version: &str) {
    let manifest = text_of(&for_lms(kind, ""), "imsmanifest.xml");
    let id = Regex::new("identifier(?:ref)?=\"([^\"]*)\"").unwrap();
    let ids: Vec<&str> = id.captures_iter(&manifest).map(|it| it.get(1).unwrap().as_str()).collect();
    assert_eq!(ids, ["mitate-small", "course", "pages", "site", "site"]);
    assert!(manifest.contains(&format!("<schemaversion>{version}</schemaversion>")));
    roxmltree::Document::parse(&manifest).unwrap();
    let title = manifest.split("<title>").nth(1).unwrap().split('<').next().unwrap();
    assert!(!title.is_empty());
}

#[test]
fn a_package_by_cmi5_waits_for_completion_if_that_is_reported() {
    let manifest = |more: &str| text_of(&for_lms("cmi5", more), "cmi5.xml");
    let document = manifest("");
    let parsed = roxmltree::Document::parse(&document).unwrap();
    let of = |name: &str| parsed.descendants().filter(|it| it.has_tag_name(name)).collect::<Vec<_>>();
    assert_eq!(of("courseStructure").len() + of("course").len() + of("au").len(), 3);
    assert_eq!(of("course")[0].attribute("id"), Some("urn:mitate:small"));
    assert_eq!(of("au")[0].attribute("id"), Some("urn:mitate:small:pages"));
    assert!(of("langstring").iter().all(|it| it.attribute("lang") == Some("ja") && it.text().is_some()));
    assert!(document.contains("moveOn=\"Completed\""));
    assert!(manifest("report: answers\n").contains("moveOn=\"Completed\""));
    assert!(manifest("report: none\n").contains("moveOn=\"NotApplicable\""));
}

#[test]
fn only_a_package_by_cmi5_may_ask_another_host() {
    let policy = |kind: &str| text_of(&for_lms(kind, ""), "lms.html").contains("connect-src");
    assert_eq!(["scorm12", "scorm2004", "cmi5"].map(policy), [false, false, true]);
}

#[test]
fn what_a_course_reports_and_requires_is_in_the_document_for_an_lms() {
    let course = |more: &str| {
        let document = text_of(&for_lms("scorm12", more), "lms.html");
        let json =
            document.split("id=\"lms\">").nth(1).unwrap().split("</script>").next().unwrap().to_owned();
        serde_json::from_str::<serde_json::Value>(&json).unwrap()
    };
    assert_eq!(course("")["report"], "progress");
    assert_eq!(course("report: none\n")["report"], "none");
    assert_eq!(course("report: answers\n")["report"], "answers");
    assert_eq!(course("")["required"], serde_json::json!([]));
}

#[test]
fn how_much_an_lms_holds_is_said() {
    let folder = temporary();
    small(&folder.path().join("course"));
    let output = package(folder.path(), &["--as", "scorm12", "--lang", "ja"]);
    assert!(stdout(&output).contains("LMSが必ず預かるのは4096字です。"), "{}", stdout(&output));
    let output = package(folder.path(), &["--as", "scorm12", "--lang", "en"]);
    assert!(stdout(&output).contains("every one holds at least 4096 characters."), "{}", stdout(&output));
    let output = package(folder.path(), &["--as", "cmi5", "--lang", "ja"]);
    assert!(stdout(&output).contains("LMSに預けるのは480000字までです"), "{}", stdout(&output));
}

#[test]
fn the_bundled_course_in_one_file_is_at_most_six_megabytes() {
    assert!(bundled_html().len() <= 6_000_000, "{}", bundled_html().len());
}

// Invariant 6.
#[test]
fn one_file_of_the_same_course_is_the_same_bytes() {
    let folder = temporary();
    let out = folder.path().join("p.html");
    expect_packed(&mitate(&["package", "content", "--as", "html", "--out", out.to_str().unwrap()]));
    assert!(fs::read_to_string(out).unwrap() == *bundled_html());
}

/// The files in an archive, under the names that it has for them.
fn entries(archive: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    unzipped(&fs::read(archive).unwrap()).into_iter().map(|(name, bytes)| (name.into(), bytes)).collect()
}

/// What `program` unpacks of the bundled course is what `build` writes. A machine without the program fails: nothing is known then.
fn unpacks_what_build_writes(program: &str, package: &str, arguments: &[&str]) {
    let (_folder, archive) = bundled();
    let folder = temporary();
    let arguments = arguments.iter().map(|it| it.replace("ARCHIVE", archive.to_str().unwrap()));
    let mut command = Command::new(program);
    // The names are UTF-8 whatever the system's language is; `unzip` and bsdtar show them in that of the environment.
    command.args(arguments).current_dir(folder.path()).env("LC_ALL", "C.UTF-8");
    let output = command.output().unwrap_or_else(|error| {
        panic!("{program} can't be started ({error}): install {package}, or run tests/run.sh as root")
    });
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    let mut found = files(folder.path());
    let readme = found.remove(Path::new("mitate-basic/はじめにお読みください.txt")).unwrap();
    assert!(readme.starts_with("\u{feff}見立ての基礎\r\n".as_bytes()));
    let inner =
        |(path, bytes): (PathBuf, _)| (path.strip_prefix("mitate-basic").unwrap().to_path_buf(), bytes);
    let found: BTreeMap<PathBuf, Vec<u8>> = found.into_iter().map(inner).collect();
    assert!(found == *bundled_site());
}

#[test]
fn unzip_unpacks_what_build_writes() {
    unpacks_what_build_writes("unzip", "unzip", &["-q", "ARCHIVE"]);
}

#[test]
fn bsdtar_unpacks_what_build_writes() {
    unpacks_what_build_writes("bsdtar", "libarchive-tools", &["-xf", "ARCHIVE"]);
}

#[test]
fn python_unpacks_what_build_writes() {
    let unpack = "import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1]) as z:\n  assert z.testzip() is None\n  z.extractall()";
    unpacks_what_build_writes("python3", "python3", &["-c", unpack, "ARCHIVE"]);
}

// Invariant 6.
#[test]
fn the_same_course_is_the_same_bytes() {
    let (one, other) = (bundled(), bundled());
    assert!(fs::read(one.1).unwrap() == fs::read(other.1).unwrap());
}

/// Names that Windows can hold, in paths that it can unpack; `check` reports those of the course, and here are also mitate's.
#[test]
fn windows_can_hold_every_name() {
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com1", "lpt1"];
    let (_folder, archive) = bundled();
    let mut seen = std::collections::BTreeSet::new();
    for path in entries(&archive).keys() {
        let path = path.to_str().unwrap();
        assert!(path.encode_utf16().count() <= 180, "{path}");
        assert!(seen.insert(path.to_lowercase()), "{path}");
        for name in path.split('/') {
            assert!(!name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']), "{path}");
            assert!(!name.ends_with(['.', ' ']) && !name.chars().any(char::is_control), "{path}");
            let stem = name.split('.').next().unwrap().to_lowercase();
            assert!(!DEVICES.contains(&&*stem), "{path}");
        }
    }
    assert!(seen.len() > 60);
}

#[test]
fn a_path_that_windows_cannot_unpack_is_refused() {
    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    let long = "あ".repeat(70);
    let (inner, file) = (format!("files/{long}"), format!("files/{long}/{long}/{long}.txt"));
    put(&course, &file, "text");
    put(&course, "modules/01-first/20-ask.md", &format!("---\ntitle: 問う\n---\n[紙](../../{file})\n"));
    let output = package(folder.path(), &["--as", "zip"]);
    assert_eq!(output.status.code(), Some(2), "{}{}", stdout(&output), stderr(&output));
    assert!(stderr(&output).contains("the limit in a package is 180"), "{}", stderr(&output));
    assert_eq!(names(folder.path()), ["course"]);
    fs::remove_dir_all(course.join(inner)).unwrap();
}

#[test]
fn the_text_beside_the_site_is_in_its_language_and_speaks_of_answers_if_it_has_some() {
    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    let readme = |name: &str| {
        expect_packed(&package(folder.path(), &["--as", "zip", "--out", "p.zip"]));
        let found = entries(&folder.path().join("p.zip"));
        let bytes = found.get(&Path::new("small").join(name)).unwrap_or_else(|| panic!("{name}")).clone();
        String::from_utf8(bytes).unwrap()
    };
    let text = readme("はじめにお読みください.txt");
    assert!(text.lines().count() > 10 && text.matches("\r\n").count() == text.matches('\n').count());
    assert!(!text.contains("わたしの答え"), "{text}");
    put(&course, "course.yaml", "id: small\ntitle: A small course\nlanguage: en\nrevision: 1\n");
    let text = readme("README.txt");
    assert!(text.starts_with("\u{feff}A small course\r\n\r\nHOW TO OPEN IT\r\n"), "{text}");
    let bundled = bundled_site();
    assert!(bundled.contains_key(Path::new("answers/index.html")));
    let (_folder, archive) = self::bundled();
    let found = entries(&archive);
    let text = String::from_utf8_lossy(&found[Path::new("mitate-basic/はじめにお読みください.txt")]);
    assert!(text.contains("「わたしの答え」のページで「すべて消す」"), "{text}");
}

#[test]
fn each_edition_has_a_name_of_its_own() {
    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    let output = package(folder.path(), &["--as", "zip"]);
    expect_packed(&output);
    assert!(stdout(&output).starts_with("Learner’s edition: "), "{}", stdout(&output));
    let output = package(folder.path(), &["--as", "zip", "--edition", "facilitator"]);
    expect_packed(&output);
    assert!(stdout(&output).starts_with("Facilitator’s edition (don’t publish it): "), "{}", stdout(&output));
    assert_eq!(names(folder.path()), ["course", "small-facilitator.zip", "small.zip"]);
    for (archive, top) in [("small.zip", "small"), ("small-facilitator.zip", "small-facilitator")] {
        let found = entries(&folder.path().join(archive));
        assert!(found.keys().all(|path| path.starts_with(top)), "{archive}");
    }
}

#[test]
fn only_a_package_of_mitates_own_is_replaced() {
    let folder = temporary();
    small(&folder.path().join("course"));
    let out = folder.path().join("p.zip");
    let pack = || package(folder.path(), &["--as", "zip", "--out", "p.zip"]);
    for foreign in [
        &b""[..],
        b"mine",
        b"<!doctype html>\n<title>mine</title>",
        b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
    ] {
        fs::write(&out, foreign).unwrap();
        let output = pack();
        assert_eq!(output.status.code(), Some(2), "{}", stdout(&output));
        assert!(stderr(&output).contains("mitate didn’t create it"), "{}", stderr(&output));
        assert_eq!(fs::read(&out).unwrap(), foreign);
    }
    fs::remove_file(&out).unwrap();
    expect_packed(&pack());
    let first = fs::read(&out).unwrap();
    // A package of another kind is mitate's own too.
    expect_packed(&package(folder.path(), &["--as", "html", "--out", "p.zip"]));
    assert!(fs::read(&out).unwrap() != first);
    put(&folder.path().join("course"), "modules/01-first/20-ask.md", "---\ntitle: 別の題\n---\n");
    expect_packed(&pack());
    assert!(fs::read(&out).unwrap() != first);
    assert_eq!(names(folder.path()), ["course", "p.zip"]);
}

#[test]
fn a_place_that_is_none_for_a_file_is_refused_and_unchanged() {
    let folder = temporary();
    small(&folder.path().join("course"));
    fs::create_dir(folder.path().join("o")).unwrap();
    for (out, message, fix) in [
        ("o", "o is a folder", "--out o/small.zip"),
        ("new/", "new/ is a folder", "--out new/small.zip"),
        ("..", ".. is a folder", "--out ../small.zip"),
        ("course/p.zip", "is inside the course", "--out course/../p.zip"),
        ("course/new/p.zip", "is inside the course", "--out course/../p.zip"),
        ("course/course.yaml", "is inside the course", "--out course/../course.yaml"),
    ] {
        let output = package(folder.path(), &["--as", "zip", "--out", out]);
        assert_eq!(output.status.code(), Some(2), "{out}: {}", stdout(&output));
        let said = stderr(&output);
        assert!(said.contains(message) && said.contains(fix), "{out}: {said}");
        assert_eq!(names(folder.path()), ["course", "o"], "{out}");
    }
    let output = mitate_in(&folder.path().join("course"), &["package", "--as", "zip"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--out ../small.zip"), "{}", stderr(&output));
    let output =
        mitate_in(&folder.path().join("course"), &["package", "--as", "zip", "--out", "../small.zip"]);
    expect_packed(&output);
    expect_packed(&package(folder.path(), &["--as", "zip", "--out", "a/b/p.zip"]));
    assert_eq!(names(folder.path()), ["a", "course", "o", "small.zip"]);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    use std::os::unix::fs::symlink;
    let folder = temporary();
    small(&folder.path().join("course"));
    put(folder.path(), "victim.txt", "mine");
    let pack = || package(folder.path(), &["--as", "zip", "--out", "p.zip"]);
    let links = [("p.zip", "victim.txt"), ("p.zip", "nowhere"), (".p.zip.mitate-new", "victim.txt")];
    for (link, target) in links {
        symlink(target, folder.path().join(link)).unwrap();
        let output = pack();
        assert_eq!(output.status.code(), Some(2), "{link}: {}", stdout(&output));
        assert!(stderr(&output).contains("mitate didn’t create it"), "{link}: {}", stderr(&output));
        fs::remove_file(folder.path().join(link)).unwrap();
        assert_eq!(names(folder.path()), ["course", "victim.txt"], "{link}");
    }
    // A package of the course that is reached by a link to the course's folder.
    symlink("course", folder.path().join("way")).unwrap();
    let output = package(folder.path(), &["--as", "zip", "--out", "way/p.zip"]);
    assert!(stderr(&output).contains("is inside the course"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(folder.path().join("victim.txt")).unwrap(), "mine");
}

/// What a killed process left is removed, but not while that process is alive.
#[test]
fn a_file_that_was_left_halfway_is_replaced() {
    let folder = temporary();
    small(&folder.path().join("course"));
    let left = folder.path().join(".p.zip.mitate-new");
    let pack = || package(folder.path(), &["--as", "zip", "--out", "p.zip"]);
    fs::write(&left, "half").unwrap();
    let busy = fs::File::open(&left).unwrap();
    busy.lock().unwrap();
    let output = pack();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("Another mitate is writing p.zip"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(&left).unwrap(), "half");
    drop(busy);
    expect_packed(&pack());
    assert_eq!(names(folder.path()), ["course", "p.zip"]);
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_package_and_nothing_else() {
    let folder = temporary();
    small(&folder.path().join("course"));
    expect_packed(&package(folder.path(), &["--as", "zip", "--out", "p.zip"]));
    let before = fs::read(folder.path().join("p.zip")).unwrap();
    for (blocks, kind, out) in
        [(0, "zip", "p.zip"), (16, "zip", "p.zip"), (16, "zip", "new/folder/q.zip"), (16, "html", "p.zip")]
    {
        // A file may have so many blocks; the signal that would end the process is ignored, so that writing fails instead.
        let command = format!(
            "trap '' XFSZ; ulimit -f {blocks}; exec {} package course --as {kind} --out {out}",
            env!("CARGO_BIN_EXE_mitate")
        );
        let mut shell = Command::new("sh");
        let output =
            shell.args(["-c", &command]).env("LC_ALL", "C").current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", stdout(&output));
        let said = stderr(&output);
        assert!(
            said.starts_with(&format!("error: {out} can’t be written")) && said.lines().count() == 2,
            "{said}"
        );
        assert_eq!(names(folder.path()), ["course", "p.zip"]);
        assert!(fs::read(folder.path().join("p.zip")).unwrap() == before);
    }
}

// Invariant 5.
#[test]
fn a_course_with_a_mistake_leaves_the_old_package() {
    let folder = temporary();
    small(&folder.path().join("course"));
    expect_packed(&package(folder.path(), &["--as", "zip", "--out", "p.zip"]));
    let before = fs::read(folder.path().join("p.zip")).unwrap();
    put(&folder.path().join("course"), "modules/01-first/30-x.md", "---\ntitle: x\n---\n[a](role:nobody)\n");
    let output = package(folder.path(), &["--as", "zip", "--out", "p.zip"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("unknown-reference"), "{}", stderr(&output));
    assert!(stdout(&output).contains("nothing was written"), "{}", stdout(&output));
    assert!(fs::read(folder.path().join("p.zip")).unwrap() == before);
    assert_eq!(names(folder.path()), ["course", "p.zip"]);
}

#[test]
fn a_kind_that_is_none_is_refused_with_those_that_are() {
    for (lang, said) in [("en", "[possible values: zip"), ("ja", "書けるのは次のどれかです：zip")]
    {
        let output = mitate_in(project(), &["package", "content", "--as", "rar", "--lang", lang]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
    }
    let output = mitate_in(project(), &["package", "content", "--lang", "ja"]);
    assert!(stderr(&output).contains("--as"), "{}", stderr(&output));
}

/// A site that has pictures and papers of the course holds them too.
#[test]
fn files_of_the_course_are_in_the_package() {
    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    put(&course, "files/紙.txt", "手で書く紙");
    put(&course, "modules/01-first/20-ask.md", "---\ntitle: 問う\n---\n[紙](../../files/紙.txt)\n");
    let info = "id: small\ntitle: 小さな教材\nlanguage: ja\nrevision: 1\noffline: true\n";
    put(&course, "course.yaml", info);
    expect_packed(&package(folder.path(), &["--as", "zip", "--out", "p.zip"]));
    build(&course, &folder.path().join("site"));
    let mut found = entries(&folder.path().join("p.zip"));
    found.remove(Path::new("small/はじめにお読みください.txt")).unwrap();
    let site = files(&folder.path().join("site"));
    assert!(site.keys().any(|path| path.ends_with("紙.txt")));
    // Also the lists of all files, for reading offline from a server on which it is unpacked.
    assert!(site.contains_key(Path::new("offline/files.json")));
    let found: BTreeMap<PathBuf, Vec<u8>> = found
        .into_iter()
        .map(|(path, bytes)| (path.strip_prefix("small").unwrap().to_path_buf(), bytes))
        .collect();
    assert!(found == site);
    // In one file there is nothing to read offline: it is there.
    expect_packed(&package(folder.path(), &["--as", "html", "--out", "p.html"]));
    let found = inflated(&fs::read_to_string(folder.path().join("p.html")).unwrap());
    assert_eq!(found[Path::new("files/files/紙.txt")], "手で書く紙".as_bytes());
    let home = String::from_utf8_lossy(&found[Path::new("index.html")]);
    assert!(!home.contains("manifest") && !home.contains("offline"), "{home}");
}
