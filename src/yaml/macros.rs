//! The macros that declare shapes: each once, for reading, for the schema and for templates.

/// Declares a record: a struct, how it is read, its schema, and its value for templates, in one table.
///
/// The name of a field in YAML is the field's name with `-` for `_`. A field is required unless its type has a value
/// for absence: `Option<T>` and `Vec<T>` have, `bool` is `false`.
#[macro_export]
macro_rules! record {
    ($(#[doc = $doc:literal])* $(#[derive($($derive:path),*)])? pub struct $name:ident {
        $($(#[doc = $field_doc:literal])* $field:ident $key:literal : $type:ty,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, $($($derive),*)?)]
        pub struct $name { $($(#[doc = $field_doc])* pub $field: $type,)* }

        impl $crate::yaml::Record for $name {
            fn take(
                fields: &mut $crate::yaml::Fields<'_>,
                decoder: &mut $crate::yaml::Decoder<'_>,
            ) -> Option<Self> {
                let _ = (&fields, &decoder);
                $(let $field = fields.take::<$type>($key, decoder);)*
                Some(Self { $($field: $field?,)* })
            }

            fn describe(schemas: &mut $crate::yaml::Schemas, record: &mut $crate::yaml::RecordSchema) {
                let _ = (&schemas, &record);
                $(record.field(
                    $key,
                    concat!($($field_doc),*),
                    <$type as $crate::yaml::Shape>::absent().is_none(),
                    <$type as $crate::yaml::Shape>::schema(schemas),
                );)*
            }

            fn show(&self, view: &mut $crate::yaml::View<'_>) {
                let _ = &view;
                $(view.field($key, stringify!($field), &self.$field);)*
            }
        }

        impl $crate::yaml::Shape for $name {
            fn decode(node: &$crate::yaml::Node, decoder: &mut $crate::yaml::Decoder<'_>) -> Option<Self> {
                let mut fields = decoder.fields::<Self>(node)?;
                let record = <Self as $crate::yaml::Record>::take(&mut fields, decoder);
                fields.finish(decoder);
                record
            }

            fn sketch(text: &str, index: usize) -> Option<String> {
                $crate::yaml::sketch::<Self>(text, index)
            }

            fn visit<'a>(&'a self, visitor: &mut dyn $crate::yaml::Visitor<'a>) {
                let _ = &visitor;
                $($crate::yaml::Shape::visit(&self.$field, visitor);)*
            }

            fn schema(schemas: &mut $crate::yaml::Schemas) -> serde_json::Value {
                let describe = <Self as $crate::yaml::Record>::describe;
                schemas.record(stringify!($name), concat!($($doc),*), describe)
            }

            fn view(&self, writer: &dyn $crate::yaml::RichWriter) -> tera::Value {
                $crate::yaml::Record::view_with(self, writer, [])
            }
        }
    };
}

/// Declares a choice among words: an enum, how it is read, its schema, and its value for templates.
#[macro_export]
macro_rules! choice {
    ($(#[doc = $doc:literal])* pub enum $name:ident { $($(#[doc = $variant_doc:literal])* $variant:ident $word:literal,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $variant_doc])* $variant,)* }

        impl $name {
            /// Every word, as it is written.
            pub const WORDS: &[&str] = &[$($word),*];

            /// Every choice, in the order of [`Self::WORDS`].
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word, as it is written.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl $crate::yaml::Shape for $name {
            fn decode(node: &$crate::yaml::Node, decoder: &mut $crate::yaml::Decoder<'_>) -> Option<Self> {
                match $crate::yaml::one_of(Self::WORDS, node, decoder)? {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }

            fn schema(_: &mut $crate::yaml::Schemas) -> serde_json::Value {
                serde_json::json!({ "enum": Self::WORDS, "description": concat!($($doc),*).trim() })
            }

            fn view(&self, _: &dyn $crate::yaml::RichWriter) -> tera::Value {
                self.word().into()
            }
        }
    };
}
