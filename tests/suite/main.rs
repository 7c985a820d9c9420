//! The tests of what users meet: the program as a process on a folder. One binary, one module a concern.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod add;
mod again;
mod answers;
mod authors;
mod basis;
mod build;
mod cli;
mod collect;
mod course;
mod curriculum;
mod desk;
mod editing;
mod editions;
mod english;
mod evidence;
mod explain;
mod expressions;
mod files;
mod fixes;
mod floors;
mod fuzz;
mod headings;
mod ids;
mod import;
mod import_hostile;
mod languages;
mod look;
mod lsp;
mod manual;
mod names;
mod nodes;
mod offline;
mod output;
mod own_words;
mod package;
mod panel;
mod papers;
mod papers_clumsy;
mod papers_hostile;
mod papers_read;
mod places;
#[cfg(unix)]
mod rename;
mod replaced;
mod schema;
mod serving;
mod silent;
mod sites;
mod tidy;
mod untouched;
mod words;
mod yaml_words;
