//! The diagrams of a case, as an author writes them and as the drawing takes them. One file a kind.

mod ecomap;
mod genogram;
mod timeline;
mod week;

use serde_json::{Value as Json, json};

use crate::yaml::{Id, Range};
pub use ecomap::{Consent, Ecomap, Flow, SystemKind, TieKind};
pub use genogram::{
    Child, ChildKind, ChildOf, Gender, Genogram, Labels, Relation, RelationKind, Relative, Union, UnionKind,
};
pub use timeline::{Lane, Timeline, Unit};
pub use week::{Day, Week, WeekCell, WeekKind, WeekRow};

/// Whether something that is shown from one stage of the case to another is shown in a certain stage.
pub type Shows<'a> = &'a dyn Fn(Option<&Id>, Option<&Id>) -> bool;

/// A JSON object without its nulls.
fn compact(mut json: Json) -> Json {
    if let Some(object) = json.as_object_mut() {
        object.retain(|_, value| !value.is_null());
    }
    json
}

/// A place in the file, for reports of what is wrong when it is drawn.
fn place(at: Range) -> Json {
    json!([at.start, at.end])
}
