//! The tests of what users meet: the program as a process on a folder. One binary, one module a concern.

mod build;
mod cli;
mod course;
mod sites;
mod tidy;
