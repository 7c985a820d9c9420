//! The keys that answers were stored under before their exercise, form or meeting got another id (`was`).

use std::collections::BTreeMap;

use super::{Course, Document};

impl Course {
    /// The keys that answers were stored under before (`was`), each with the one that they are stored under now.
    #[must_use]
    pub fn earlier_keys(&self) -> BTreeMap<String, String> {
        let key = |document: &Document, id: &str| format!("{}/{id}", document.kind.word());
        let keys = self.documents.iter().flat_map(|it| {
            let earlier = it.earlier_ids().unwrap_or_default().iter();
            earlier.map(move |id| (key(it, id), key(it, &it.id)))
        });
        keys.collect()
    }

    /// The same for the scripts of a page, which read it in `data-was`.
    #[must_use]
    pub fn earlier_keys_in_words(&self) -> String {
        let pairs: Vec<String> =
            self.earlier_keys().iter().map(|(earlier, now)| format!("{earlier}={now}")).collect();
        pairs.join(" ")
    }
}
