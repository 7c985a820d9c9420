//! The floor: the least that a generator must do. `cargo run --release --example floor -- COURSE [OUT [BYTES]]`.
//!
//! 1. it walks the folder, reads every Markdown file and parses it with pulldown-cmark, in parallel;
//! 2. with `OUT` it writes each page's HTML there, into fresh folders;
//! 3. with `BYTES` it fills the pages up, so that all of them together have as many bytes as the site to compare with.
//!
//! No templates, no links, no search. It is run beside mitate by the bench folder's `full_build.py`: see `README.md`.

#![expect(clippy::expect_used, reason = "a measuring program: what fails is seen at once")]

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser};
use rayon::prelude::*;
use walkdir::WalkDir;

const FILLING: &str = "<!-- filled to the size of the page that is compared with -->\n";

fn main() {
    let mut arguments = std::env::args().skip(1);
    let course = PathBuf::from(arguments.next().expect("the folder of a course"));
    let out = arguments.next().map(PathBuf::from);
    let bytes: usize = arguments.next().map_or(0, |it| it.parse().expect("a number of bytes"));
    let files: Vec<PathBuf> = WalkDir::new(&course)
        .into_iter()
        .map(|entry| entry.expect("a folder that can be read").into_path())
        .filter(|path| path.extension().is_some_and(|it| it == "md"))
        .collect();
    let share = bytes.div_ceil(files.len().max(1));
    let total: usize = files.par_iter().map(|file| page(&course, file, out.as_deref(), share)).sum();
    println!("{} pages, {total} bytes", files.len());
}

/// Makes one page, at least `share` bytes long; returns its length.
fn page(course: &Path, file: &Path, out: Option<&Path>, share: usize) -> usize {
    let text = fs::read_to_string(file).expect("a text");
    let mut page = String::with_capacity(share.max(text.len() * 2));
    Parser::new_ext(&text, Options::all()).for_each(|event| push(&event, &mut page));
    while page.len() < share {
        page.push_str(&FILLING[..FILLING.len().min(share - page.len())]);
    }
    if let Some(out) = out {
        let inside = file.strip_prefix(course).expect("a path inside").with_extension("");
        let folder = out.join(inside);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("index.html"), &page).expect("a file");
    }
    page.len()
}

/// Every text, and a tag for all else: as many bytes as HTML has, without its rules.
fn push(event: &Event<'_>, page: &mut String) {
    match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
            for part in text.split_inclusive(['<', '&']) {
                page.push_str(part);
                page.push_str(if part.ends_with(['<', '&']) { "amp;" } else { "" });
            }
        }
        Event::Start(_) => page.push_str("<tag>"),
        Event::End(_) => page.push_str("</tag>\n"),
        _ => page.push_str("<tag>\n"),
    }
}
