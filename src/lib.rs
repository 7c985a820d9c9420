//! mitate (見立て, "formulation"): a static-site generator for training in case work and case formulation.
//!
//! It reads a folder of Markdown and YAML — a *course* — and writes a *site*: plain files that work from a web server and
//! from `file://`. These modules are the stages of the pipeline, in order:
//!
//! ```text
//! source    folder   -> Sources                    the only code that reads content
//! parse     Sources  -> Documents                  Markdown and YAML to typed values with spans; knows no other document
//! check     Documents-> Course                     resolves every reference, applies every rule
//! render    Course × Theme -> Site                 an ordered map from path to what makes its bytes; rendered on demand
//! output    Site     -> folder                     renders in parallel; renames into place, only what changed
//! ```
//!
//! [`pipeline`] strings them together. `check` stops after the third; `build` goes through; `serve` renders the path
//! that is asked for, from the newest course.
//!
//! Around them: [`model`] holds the records of a course, [`exercise`] the exercises in it, [`yaml`] reads YAML into records,
//! [`diagnostic`] reports to the author, [`locale`] holds languages as data, [`theme`] templates, styles and words, [`diagram`] draws, [`fresh`]
//! holds what is cached and when it is stale, [`package`] makes one file of a site, [`evidence`] says what an office asks about it, [`paper`] forms for Word and Excel and their answers,
//! [`import`] reads handouts, [`collect`] makes rows of what a group answered, [`schema`] says what can be written in each kind of file,
//! [`desk`] answers an editor, which [`lsp`] speaks with; [`cli`] and [`serve`] are what a user meets.
//! `tests/suite/floors.rs` lists which module may use which.
//!
//! # Invariants
//!
//! A test holds each of them and names it (`// Invariant 5.`).
//!
//! 1. Stages are functions from values to values and diagnostics. No stage calls another; they meet in [`pipeline`]. A module
//!    uses only the modules below it.
//! 2. Only [`source`], [`output`], [`theme`], [`cli`], [`serve`] and [`lsp`] touch files, sockets, clocks, the environment.
//! 3. An author's mistake is a [`diagnostic::Diagnostic`], and one run reports all of them; a fault of the environment is
//!    one [`error::Error`]. The exit code is 0, 1 for mistakes, 2 for the environment.
//! 4. A diagnostic has a stable code, a span, a message and a fix, in Japanese and English. A document that cannot be read
//!    stays known by its id: one mistake never causes another.
//! 5. After any error nothing is written, and the last good output stays as it was. A kill leaves every file whole, and the
//!    next build removes what it left. Nothing outside the output folder is written or removed.
//! 6. Same input, same bytes. A build after any edit equals a clean build ([`fresh`]).
//! 7. A kind of exercise is one Rust file, `exercise/K.rs`, one folder of the theme, `exercise/K/`, and two fixtures,
//!    `tests/sites/exercise-K` and `-wrong`. A type of field is `field/T.rs` and the folder `field/T/`.
//! 8. A check is one file in `check/rules`, a row in its table, a code with its sentences, and two fixtures in `tests/sites`.
//! 9. What the course or the place on a page decides (a link, a picture, an exercise, a sentence, a footnote, every id) is a
//!    typed node from parse to render: no id is on a page twice, and no text is read back out of HTML.
//! 10. The site makes no request to any other host, and reads and prints with scripts off.
//! 11. The learners' edition has no trace of what is for facilitators only: it is the site of another course, without that
//!     ([`model::for_learners`]).

pub mod source;

pub mod parse;

pub mod check;

pub mod render;

pub mod output;

pub mod pipeline;

pub mod answers;
mod archive;
pub mod cli;
pub mod collect;
pub mod desk;
pub mod diagnostic;
pub mod diagram;
pub mod error;
pub mod evidence;
pub mod exercise;
pub mod field;
pub mod fresh;
pub mod guard;
pub mod host;
mod html;
pub mod import;
pub mod locale;
pub mod lsp;
pub mod model;
pub mod package;
pub mod paper;
pub mod schema;
pub mod serve;
mod steps;
pub mod theme;
pub mod yaml;
