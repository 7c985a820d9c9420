//! JSON Schema of records, under construction.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::Shape;

/// The word in the schema of an id that says what kind of thing it names. It is no word of JSON Schema.
pub const NAMES: &str = "names";

/// JSON Schema under construction: every record is defined once and referred to by name.
#[derive(Debug, Default)]
pub struct Schemas {
    definitions: BTreeMap<&'static str, Json>,
}

/// One record of a schema under construction.
#[derive(Debug, Default)]
pub struct RecordSchema {
    properties: serde_json::Map<String, Json>,
    required: Vec<&'static str>,
}

impl RecordSchema {
    /// The keys that have to be there, each with its schema.
    pub(super) fn required(&self) -> impl Iterator<Item = (&'static str, &Json)> {
        self.required.iter().map(|key| (*key, &self.properties[*key]))
    }

    /// Adds a field.
    pub fn field(&mut self, key: &'static str, doc: &str, required: bool, mut schema: Json) {
        if let Some(object) = schema.as_object_mut() {
            object.insert("description".into(), doc.trim().into());
        }
        self.properties.insert(key.into(), schema);
        if required {
            self.required.push(key);
        }
    }
}

impl Schemas {
    /// The schema of a record: a reference to its definition, which is made the first time.
    pub fn record(
        &mut self,
        name: &'static str,
        doc: &str,
        fill: impl FnOnce(&mut Self, &mut RecordSchema),
    ) -> Json {
        if let Some(known) = self.definitions.get(name) {
            debug_assert!(
                known.is_null() || known["description"] == doc.trim(),
                "two records are named {name}"
            );
        } else {
            self.definitions.insert(name, Json::Null);
            let mut record = RecordSchema::default();
            fill(self, &mut record);
            let schema = json!({
                "type": "object",
                "description": doc.trim(),
                "properties": record.properties,
                "required": record.required,
                "additionalProperties": false,
            });
            self.definitions.insert(name, schema);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// The whole schema of `T`.
    #[must_use]
    pub fn document<T: Shape>(title: &str) -> Json {
        let mut schemas = Self::default();
        let root = T::schema(&mut schemas);
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": title,
            "$defs": schemas.definitions,
            "allOf": [root],
        })
    }
}
