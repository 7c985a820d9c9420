//! Counts steps of work, so that tests can hold work to a bound without a clock.
//!
//! Code whose work could grow faster than its input counts what it does: bytes looked through, entries compared. Outside of
//! tests counting is nothing.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static STEPS: Cell<usize> = const { Cell::new(0) };
}

/// Counts `steps` of this thread.
#[inline]
pub(crate) fn count(steps: usize) {
    #[cfg(test)]
    STEPS.with(|counted| counted.set(counted.get() + steps));
    let _ = steps;
}

/// The steps that `work` takes on this thread.
#[cfg(test)]
pub(crate) fn of(work: impl FnOnce()) -> usize {
    let before = STEPS.with(Cell::get);
    work();
    STEPS.with(Cell::get) - before
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::sync::Arc;

    use super::*;
    use crate::check::{CheckContext, check, check_alone};
    use crate::diagnostic::{Format, Language, messages, show, sorted};
    use crate::parse::parse_source;
    use crate::source::{Source, Sources};
    use crate::theme::default_locale;

    /// What is repeated, the path of the file, and its text for a number.
    type Input = (&'static str, &'static str, fn(usize) -> String);

    fn lines(n: usize, line: impl Fn(usize) -> String) -> String {
        (0..n).map(line).collect()
    }

    const INPUTS: &[Input] = &[
        ("double brackets", "modules/a/b.md", |n| "[[".repeat(n)),
        ("double braces", "modules/a/b.md", |n| "{{".repeat(n)),
        ("brackets", "modules/a/b.md", |n| "[".repeat(n)),
        ("footnote marks", "modules/a/b.md", |n| "[^".repeat(n)),
        ("bars of ruby", "modules/a/b.md", |n| "｜あ".repeat(n)),
        ("readings of ruby", "modules/a/b.md", |n| "｜あ《".repeat(n)),
        ("stars that open, then stars that do not close", "modules/a/b.md", |n| {
            " *あ".repeat(n) + &"あ**あ*".repeat(n)
        }),
        ("stars", "modules/a/b.md", |n| "*".repeat(n) + "a" + &"*".repeat(n)),
        ("headings with the same words", "modules/a/b.md", |n| "## a\n".repeat(n)),
        ("headings with the words of made anchors", "modules/a/b.md", |n| {
            lines(n, |i| format!("## a 2\n\n## a\n\n## a {i}\n"))
        }),
        ("links to headings", "modules/a/b.md", |n| lines(n, |i| format!("## 題 {i}\n\n[a](#題-{i})\n\n"))),
        ("dead links to headings", "modules/a/b.md", |n| {
            lines(n, |i| format!("## 題 {i}\n\n[a](#見出し-{i})\n\n"))
        }),
        ("addresses of mail in one line", "cases/a.md", |n| "a.b@".repeat(n)),
        ("addresses of mail in many lines", "cases/a.md", |n| "a@b.jp\n".repeat(n)),
        ("lost terms in one value", "modules/a/b.md", |n| {
            format!("---\ntitle: {}\nsummary: >\n{}---\n", "あ", "  [[あ]]\n".repeat(n))
        }),
        ("lost terms in one line", "modules/a/b.md", |n| {
            format!("---\ntitle: a\nsummary: '{}'\n---\n", "''[[あ]]".repeat(n))
        }),
        ("marks in a title", "modules/a/b.md", |n| {
            format!("---\ntitle: {}\n---\n", "｜声《こえ》H<b>2</b>".repeat(n))
        }),
        ("unknown keys", "modules/a/b.md", |n| format!("---\n{}---\n", lines(n, |i| format!("key{i}: 1\n")))),
        ("values in one line", "worksheets/a.yaml", |n| format!("title: [{}]\n", "x, ".repeat(n))),
        ("missing values in one line", "worksheets/a.yaml", |n| format!("title: [{}]\n", "{a: },".repeat(n))),
        ("names of values", "worksheets/a.yaml", |n| lines(n, |i| format!("key{i}: &name{i} x\n"))),
        ("quotations in one another", "modules/a/b.md", |n| ">".repeat(n)),
        ("lost cells and raw marks", "modules/a/b.md", |n| {
            format!("|a|\n|-|\n{}\n{}", "|a|b|\n".repeat(n), "##題\n\n".repeat(n))
        }),
        ("lines that begin with signs of items", "modules/a/b.md", |n| "・あ\n".repeat(n)),
        ("titles of persons in one word", "cases/a.md", |n| "さん".repeat(n)),
        ("names and titles", "cases/a.md", |n| "田中太郎、鈴木さん、".repeat(n)),
        ("different names", "cases/a.md", |n| {
            lines(n, |i| {
                format!("田中{}さん。\n", char::from_u32(0x4e00 + u32::try_from(i).unwrap()).unwrap())
            })
        }),
        ("dates in one line", "modules/a/b.md", |n| "2001-02-03、".repeat(n)),
        ("readings that never end in one line", "cases/a.md", |n| "《".repeat(n)),
        ("soft breaks between notes", "modules/a/b.md", |n| "あ[^1]\n**い**\n".repeat(n)),
    ];

    /// Reads, checks and shows a course of this one file.
    fn work(path: &str, text: &str) {
        let text = if text.starts_with("---") || path.ends_with(".yaml") {
            text.to_owned()
        } else {
            format!("---\ntitle: a\n---\n{text}")
        };
        let path: Arc<str> = Arc::from(path);
        let hash = blake3::hash(text.as_bytes());
        let source = Source { path: Arc::clone(&path), text: Arc::from(text), hash };
        let context = CheckContext::of_no_course(default_locale("ja"));
        let parsed = parse_source(&source, &context.locale);
        let mut diagnostics = parsed.diagnostics;
        diagnostics.extend(parsed.document.iter().flat_map(|it| check_alone(it, &source.text, &context)));
        let mut sources = Sources::default();
        sources.texts.insert(path, source);
        diagnostics.extend(check(parsed.document.into_iter().collect(), &sources, None).diagnostics);
        let diagnostics = sorted(diagnostics);
        for format in [Format::Human, Format::Short, Format::Json] {
            count(show(&diagnostics, &sources, messages(Language::En), format, false).len());
        }
    }

    #[test]
    fn doubling_the_input_at_most_doubles_the_work() {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().unwrap();
        let mut wrong = String::new();
        pool.install(|| {
            for (what, path, text) in INPUTS {
                let steps = |n: usize| of(|| work(path, &text(n)));
                // Of a long line a part is shown, and of many known names a part is compared: from there on work is bounded.
                let n = match *what {
                    what if what.starts_with("dead") => 1000,
                    what if what.contains("one line") => 600,
                    _ => 200,
                };
                let (once, twice) = (steps(n), steps(2 * n));
                assert!(once >= n / 2, "{what}: {once} steps are not all");
                if twice * 10 > once * 22 {
                    let _ = writeln!(wrong, "{what}: {once} steps, then {twice}");
                }
            }
        });
        assert!(wrong.is_empty(), "\n{wrong}");
    }
}
