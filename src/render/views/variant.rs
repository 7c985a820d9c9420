//! A form in other words: the page of the form, with the words of the variant. Its answers are the form's.
//!
//! The theme's own words are in the language of the variant if the theme knows it, otherwise in that of the course.

use std::sync::Arc;

use tera::{Context, Value};

use super::super::frame::map;
use super::super::text::TextWriter;
use super::super::{Route, Site};
use super::worksheet::worksheet;
use crate::locale::LanguageTag;
use crate::model::{Document, EASY, Kind, form_and_variant};
use crate::theme::Theme;

/// The languages of the page of a variant.
pub(super) struct PageLanguage {
    /// The theme, in the language of its words.
    pub theme: Arc<Theme>,
    /// The attributes of the words of the form, if they are in another language than the theme's.
    words: String,
    /// The attributes of the theme's words within the form, in that case.
    pub own: String,
}

/// The languages of the page, if it shows a form in other words.
pub(super) fn language(site: &Site, route: &Route) -> Option<PageLanguage> {
    let Route::Variant(document) = route else { return None };
    let (tag, theme) = speaking(site, form_and_variant(&document.id).1);
    let is_same = theme.locale.tag == tag;
    let attributes = |tag: &LanguageTag| if is_same { String::new() } else { attributes(tag) };
    Some(PageLanguage { words: attributes(&tag), own: attributes(&theme.locale.tag), theme })
}

/// The language of a variant, and the theme in that language if it knows it.
pub(in super::super) fn speaking(site: &Site, variant: &str) -> (LanguageTag, Arc<Theme>) {
    let tag = tag_of(site, variant);
    let theme = site.theme.speaking(&tag).unwrap_or_else(|| Arc::clone(&site.theme));
    (tag, theme)
}

impl PageLanguage {
    /// Puts the languages into the values of the page.
    pub(super) fn put_into(&self, site: &Site, context: &mut Context) {
        let locale = &self.theme.locale;
        context.insert_value("words_lang", Value::safe_string(&self.words));
        if locale.tag == site.theme.locale.tag {
            return;
        }
        let writing = locale.rules.writing.as_ref();
        context.insert_value("lang", (&*locale.tag).into());
        context.insert_value("dir", writing.map_or("ltr", |it| it.direction.word()).into());
        context.insert_value("frame_lang", Value::safe_string(&attributes(&site.theme.locale.tag)));
    }
}

/// The page of the variant `document`.
pub(super) fn variant(
    site: &Site,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    let (form, variant) = form_and_variant(&document.id);
    let base = site.course.worksheet(form);
    let (Some(words), Some(base)) = (document.words(), base) else { return "404.html" };
    context.insert_value("form_title", (&*base.title).into());
    worksheet(&words.applied(base), form, variants(site, form, variant), writer, context)
}

/// The form `form` and its variants, as the switch shows them; nothing if it has none.
pub(super) fn variants(site: &Site, form: &str, shown: &str) -> Value {
    let of_form = site.course.of_kind(Kind::Variant).filter(|it| form_and_variant(&it.id).0 == form);
    let own = &site.theme.locale.tag;
    let line = |variant: &str, url: Option<String>| {
        let tag = tag_of(site, variant);
        let name = match variant {
            EASY => site.theme.messages.text("variant-easy", &[]),
            _ => tag.own_name().to_owned(),
        };
        map([
            // In addresses and in what is remembered, the form in its own words has the name of its language.
            ("variant", if variant.is_empty() { (&**own).into() } else { variant.into() }),
            ("name", name.into()),
            ("url", url.unwrap_or_default().into()),
            ("lang", Value::safe_string(&attributes(&tag))),
            ("is_shown", (variant == shown).into()),
        ])
    };
    let mut lines: Vec<Value> =
        of_form.map(|document| line(form_and_variant(&document.id).1, document.url())).collect();
    if lines.is_empty() {
        return Value::none();
    }
    let base = site.course.find(Kind::Worksheet, form).and_then(|document| document.url());
    lines.insert(0, line("", base));
    lines.into()
}

/// The language of a variant: easy words are in the course's own, and so is the form itself.
fn tag_of(site: &Site, variant: &str) -> LanguageTag {
    match variant {
        "" | EASY => site.theme.locale.tag.clone(),
        tag => LanguageTag::new(tag),
    }
}

fn attributes(tag: &LanguageTag) -> String {
    format!(" lang=\"{}\" dir=\"{}\"", &**tag, if tag.is_from_the_right() { "rtl" } else { "ltr" })
}
