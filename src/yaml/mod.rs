//! YAML with places: text to [`Node`], [`Node`] to typed values.
//!
//! The only module that knows the YAML library. A [`Node`] keeps the byte range of every key and value; a type that
//! is a [`Shape`] reads itself from a node, reports every mistake (not only the first), and describes itself
//! as JSON Schema and as a value for templates. The [`record!`](crate::record) and [`choice!`](crate::choice) macros declare a
//! shape once, for all four.

mod cause;
mod decode;
mod label;
mod macros;
mod node;
mod offsets;
mod reference;
mod scalar;
mod schema;
mod shapes;
mod sketch;
mod slips;
mod values;
mod view;

pub use decode::{Decoder, Fields, ParseRich, Record, Shape, Visitor, one_of};
pub use label::{Label, LabelPart};
pub use node::{Key, Node, Range, Value, parse};
pub use offsets::Offsets;
pub(crate) use offsets::Traced;
pub use reference::{Named, To, ToPage, ToWork};
pub use schema::{NAMES, RecordSchema, Schemas};
pub use shapes::{At, Exact, Gapped, Id, Rich, Text};
pub use sketch::sketch;
pub use view::{RichWriter, View};
