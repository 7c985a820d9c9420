//! The answer file: what a learner takes along. Its format is a published JSON Schema.

/// The JSON Schema of an answer file.
pub const SCHEMA: &str = include_str!("answers.schema.json");
