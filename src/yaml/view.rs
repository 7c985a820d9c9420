//! Records as values for templates: each field under its key of the schema, with `_` for `-`.

use tera::value::Key;
use tera::{Map, Value};

use super::{Rich, Shape};

/// What writes the rich texts of a record as HTML.
pub trait RichWriter {
    /// A text as a value that templates do not escape again.
    fn rich(&self, text: &Rich) -> Value;
}

/// The values of one record, or of several that share a mapping.
pub struct View<'w> {
    writer: &'w dyn RichWriter,
    values: Map,
}

impl<'w> View<'w> {
    /// A view with the values that are computed. A field of the same name is left out: its texts are not written.
    pub fn with(
        writer: &'w dyn RichWriter,
        computed: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> Self {
        let values = computed.into_iter().map(|(key, value)| (Key::from(key), value)).collect();
        Self { writer, values }
    }

    /// Adds the field `name`, whose key in YAML is `key`; as `name_html` with its readings, if it is a label.
    pub fn field<T: Shape>(&mut self, key: &'static str, name: &'static str, value: &T) {
        // A template cannot name `does-not-know`.
        let key = Key::from(if key.contains('-') { name } else { key });
        if self.values.contains_key(&key) {
            return;
        }
        if let (Some(marked), Some(plain)) = (value.marked_view(), key.as_str()) {
            self.values.insert(Key::from(format!("{plain}_html")), marked);
        }
        self.values.insert(key, value.view(self.writer));
    }

    /// The values.
    #[must_use]
    pub fn finish(self) -> Map {
        self.values
    }
}
