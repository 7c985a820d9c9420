//! Each stage on a course of 1,000 pages: `cargo bench`.
//!
//! The course is made here, page by page, of Japanese text with headings, a table, a list, terms and links; about 3 KB a
//! page, modules of 50 pages. For whole runs beside other generators see `benches/README.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::fmt::Write as _;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use divan::{Bencher, black_box};
use mitate::check::check;
use mitate::error::Error;
use mitate::fresh::Changed;
use mitate::model::{Edition, PaperFormat};
use mitate::output::{Folder, WriteOptions, write};
use mitate::package::{self, Handout, PackOptions, PackageKind};
use mitate::paper::docx::fill::Answers;
use mitate::parse::parse;
use mitate::pipeline::Workshop;
use mitate::render::route;
use mitate::source::{Source, Sources, read};
use mitate::theme::default_locale;
use rayon::prelude::*;
use tempfile::TempDir;

const PAGES: usize = 1_000;
const MODULE: usize = 50;

fn main() {
    divan::main();
}

fn page(number: usize) -> String {
    let mut text = format!("---\ntitle: 第{number}回の面接\norder: {number}\n---\n\n");
    for section in 1..=4 {
        let _ = write!(text, "## 場面{section}\n\n");
        for sentence in 0..5 {
            let _ = write!(
                text,
                "**「{number}-{sentence}」**と本人が言ったとき、[[ラポール]]はどう動いたか。\n答えは一つではない。"
            );
        }
        text.push_str("\n\n- 見たこと\n- 聞いたこと\n- まだわからないこと\n\n| 誰が | 何を |\n| --- | --- |\n| 担任 | 電話 |\n| 養護教諭 | 保健室 |\n\n");
    }
    let _ = writeln!(text, "[前の回](p{:05}.md)", number / MODULE * MODULE);
    text
}

/// A course of `pages` pages in a folder of its own.
fn course(pages: usize) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let put = |path: String, text: &str| {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap_or(Path::new("."))).expect("a folder");
        fs::write(file, text).expect("a file");
    };
    put("course.yaml".into(), "id: bench\ntitle: 測る教材\nlanguage: ja\nrevision: 1\n");
    put(
        "glossary.yaml".into(),
        "terms:\n  - { id: rapport, term: ラポール, definition: 信頼し合える関係。 }\n",
    );
    for number in 0..pages {
        let module = number / MODULE;
        if number % MODULE == 0 {
            put(
                format!("modules/m{module:03}/index.md"),
                &format!("---\ntitle: 第{module}部\norder: {module}\n---\n"),
            );
        }
        put(format!("modules/m{module:03}/p{number:05}.md"), &page(number));
    }
    folder
}

#[divan::bench(sample_count = 10)]
fn read_sources(bencher: Bencher<'_, '_>) {
    let folder = course(PAGES);
    bencher.bench(|| read(black_box(folder.path()), &[]).expect("a course"));
}

#[divan::bench(sample_count = 10)]
fn parse_documents(bencher: Bencher<'_, '_>) {
    let folder = course(PAGES);
    let sources = read(folder.path(), &[]).expect("a course").sources;
    let locale = default_locale("ja");
    bencher.bench(|| parse(black_box(&sources), &locale));
}

/// What once took time that grew with the square of its length. That it does not is held by `src/steps.rs`, without a clock.
#[divan::bench(args = ["[[", "{{", "[", "｜あ《", " *あ**", "## a\n"], sample_count = 3)]
fn parse_one_page_of_one_mark(bencher: Bencher<'_, '_>, mark: &str) {
    let path: Arc<str> = Arc::from("modules/a/b.md");
    let text = format!("---\ntitle: あ\n---\n{}\n", mark.repeat(100_000));
    let hash = blake3::hash(text.as_bytes());
    let mut sources = Sources::default();
    sources.texts.insert(Arc::clone(&path), Source { path, text: Arc::from(text), hash });
    let locale = default_locale("ja");
    bencher.bench(|| parse(black_box(&sources), &locale));
}

#[divan::bench(sample_count = 10)]
fn check_course(bencher: Bencher<'_, '_>) {
    let folder = course(PAGES);
    let sources = read(folder.path(), &[]).expect("a course").sources;
    let documents: Vec<_> =
        parse(&sources, &default_locale("ja")).into_iter().filter_map(|parsed| parsed.document).collect();
    bencher.bench(|| check(black_box(documents.clone()), &sources, None));
}

#[divan::bench(sample_count = 10)]
fn render_every_page(bencher: Bencher<'_, '_>) {
    let folder = course(PAGES);
    let loaded = Workshop::new(folder.path(), None, &[]).and_then(|mut it| it.load()).expect("a course");
    bencher.bench(|| {
        let site = route(&loaded.course, &loaded.theme);
        site.paths().map(|path| site.render(path).is_ok()).filter(|ok| *ok).count()
    });
}

#[divan::bench(sample_count = 10)]
fn render_one_page_after_routing(bencher: Bencher<'_, '_>) {
    let folder = course(PAGES);
    let loaded = Workshop::new(folder.path(), None, &[]).and_then(|mut it| it.load()).expect("a course");
    bencher.bench(|| {
        let site = route(black_box(&loaded.course), &loaded.theme);
        site.render("m000/p00007/index.html").is_ok()
    });
}

#[divan::bench(sample_count = 5)]
fn load_after_one_edit(bencher: Bencher<'_, '_>) {
    let folder = course(PAGES);
    let mut workshop = Workshop::new(folder.path(), None, &[]).expect("a course");
    drop(workshop.load_after(Changed::Anything).expect("a course"));
    let file = fs::canonicalize(folder.path()).expect("a folder").join("modules/m003/p00160.md");
    let mut number = 0;
    bencher.bench_local(|| {
        number += 1;
        fs::write(&file, format!("{}\n加筆{number}\n", page(160))).expect("a file");
        Arc::clone(
            &workshop.load_after(Changed::Paths(std::slice::from_ref(&file))).expect("a course").course,
        )
    });
}

#[divan::bench(sample_count = 5)]
fn write_a_clean_build(bencher: Bencher<'_, '_>) {
    let folder = course(PAGES);
    let loaded = Workshop::new(folder.path(), None, &[]).and_then(|mut it| it.load()).expect("a course");
    bencher.with_inputs(|| tempfile::tempdir().expect("a temporary folder")).bench_refs(|out| {
        let site = loaded.site().expect("a course without mistakes");
        let folder = Folder::lock(out.path(), true, &mut || false).expect("a folder").expect("a lock");
        let stop = AtomicBool::new(false);
        write(&site, folder, WriteOptions { progress: &|_, _| {}, stop: &stop, inputs: None, program: None })
            .is_ok()
    });
}

/// Beside [`write_a_clean_build`]: the same site as one file, into memory.
#[divan::bench(args = ["zip", "html"], sample_count = 5)]
fn package_a_course(bencher: Bencher<'_, '_>, kind: &str) {
    let folder = course(PAGES);
    let loaded = Workshop::new(folder.path(), None, &[]).and_then(|mut it| it.load()).expect("a course");
    let kind =
        [PackageKind::Zip, PackageKind::Html].into_iter().find(|it| it.word() == kind).expect("a kind");
    bencher.bench(|| {
        let site = kind.site(loaded.site().expect("a course without mistakes"));
        let stop = AtomicBool::new(false);
        let fault = |error| Error::write(Path::new("memory"), error);
        let options = PackOptions { progress: &|_, _| {}, stop: &stop, fault: &fault };
        let mut out = Cursor::new(Vec::new());
        package::write(Handout { site: &site, theme: &loaded.theme, name: "bench" }, kind, &mut out, options)
            .is_ok()
            .then(|| out.into_inner().len())
    });
}

/// A family of the vectors that browser and generator share, drawn with its relations and described. Target: 60 persons with 60
/// relations below 100 ms of processor time, 200 persons with 200 relations below 300 ms.
#[divan::bench(args = ["sixty", "two-hundred"], sample_count = 10)]
fn draw_a_family(bencher: Bencher<'_, '_>, name: &str) {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/shared/diagrams/genogram/{name}.json"));
    let text = fs::read_to_string(file).expect("a vector");
    let vector: serde_json::Value = serde_json::from_str(&text).expect("a vector");
    let words = serde_json::json!({});
    bencher.bench_local(|| mitate::diagram::draw("genogram", black_box(&vector["data"]), &words).is_ok());
}

/// Every paper of the bundled course for Word, facilitators' included.
#[divan::bench(sample_count = 5)]
fn write_every_paper(bencher: Bencher<'_, '_>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut workshop =
        Workshop::new(&folder, None, &[]).expect("a course").of_edition(Some(Edition::Facilitator));
    let site = workshop.load().expect("it loads").site().expect("nothing is wrong");
    bencher.bench(|| {
        let papers = site.papers();
        let bytes = papers.par_iter().map(|paper| {
            site.paper(paper, PaperFormat::Docx, &Answers::new()).expect("it can be written").len()
        });
        bytes.sum::<usize>()
    });
}
