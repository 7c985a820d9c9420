//! The answer file: what a learner takes along. Its format is a published JSON Schema.

mod file;

pub use file::{
    AnswerEntry, AnswerValue, AnsweredSheet, CourseExported, Exported, InOrder, OtherAnswer, Unusable,
    is_field, is_time,
};

/// The JSON Schema of an answer file.
pub const SCHEMA: &str = include_str!("answers.schema.json");
