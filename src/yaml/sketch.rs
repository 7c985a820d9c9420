//! How a value is written right whose author left out what is around it: the keys of a record, the brackets of a list, a number
//! without its unit.

use unicode_normalization::UnicodeNormalization as _;

use super::values::in_quotes;
use super::{Id, Node, Record, RecordSchema, Schemas, Shape, Value};

/// `text` as a `T` in braces: with every key that has to be there, and the text in the first that takes any text. `None` if `T` has
/// to have more than words.
#[must_use]
pub fn sketch<T: Record>(text: &str, index: usize) -> Option<String> {
    let (mut schemas, mut record) = (Schemas::default(), RecordSchema::default());
    T::describe(&mut schemas, &mut record);
    let letter = char::from(b'a' + u8::try_from(index).ok().filter(|index| *index < 26)?);
    let mut text = Some(text);
    let mut keys = Vec::new();
    for (key, schema) in record.required() {
        let is_id = schema["pattern"] == Id::PATTERN;
        let word = schema["enum"].as_array().and_then(|words| words.first()?.as_str());
        let value = match (word, &schema["type"]) {
            (Some(word), _) => word.to_owned(),
            (None, kind) if kind == "integer" => "1".to_owned(),
            (None, serde_json::Value::Array(_)) if is_id => letter.to_string(),
            (None, serde_json::Value::Array(_)) => text.take().unwrap_or("…").to_owned(),
            _ => return None,
        };
        keys.push(format!("{key}: {value}"));
    }
    // Without a place for the words of the author, nothing is gained.
    text.is_none().then(|| format!("{{ {} }}", keys.join(", ")))
}

/// The first of `items`, and all that is written from the first to the last, with the keys of a `T`.
pub(super) fn with_keys<T: Shape>(items: &[Node], text: &str) -> Option<(String, String)> {
    let source = |start: u32, end: u32| text.get(start as usize..end as usize);
    let (mut at, mut one, mut all) = (items.first()?.at.start, None, String::new());
    for (index, item) in items.iter().enumerate() {
        let written = source(item.at.start, item.at.end)?.trim_end();
        let is_plain = !written.contains(['\n', ',', '[', ']', '{', '}', '#', ':']);
        let is_quoted = written.starts_with(['"', '\'']);
        let words = if is_quoted || is_plain { written.to_owned() } else { in_quotes(written) };
        let right = T::sketch(&words, index)?;
        all.push_str(source(at, item.at.start)?);
        all.push_str(&right);
        at = item.at.end;
        one.get_or_insert(right);
    }
    Some((one?, all))
}

/// What a value of another type would have to be, where that is plain: `[a]` for a list, digits for a number.
pub(super) fn retyped(expected: &str, value: &Value, written: &str) -> Option<String> {
    let is_scalar = !matches!(value, Value::List(_) | Value::Map(_) | Value::Null);
    match expected {
        "list" if is_scalar && !written.contains('\n') => Some(format!("[{}]", several(written.trim_end()))),
        "count" | "integer" => {
            let narrow: String = written.trim_matches(['"', '\'']).nfkc().collect();
            let digits: String = narrow.chars().take_while(char::is_ascii_digit).collect();
            let unit = &narrow[digits.len()..];
            (!digits.is_empty() && !unit.starts_with(['.', ',', '-'])).then_some(digits)
        }
        _ => None,
    }
}

/// Words with full-width commas between them, as the items of a list. Of a sentence nothing changes.
fn several(written: &str) -> String {
    let words: Vec<&str> = written.split(['、', '，']).map(str::trim).collect();
    let is_word = |word: &&str| (1..=8).contains(&word.chars().count()) && !word.contains(['。', '"', '\'']);
    if words.iter().all(is_word) { words.join(", ") } else { written.to_owned() }
}
