//! What the theme and the language say on papers.

use crate::locale::LanguageTag;
use crate::paper::docx::PaperLanguage;
use crate::paper::docx::form::PaperWords;
use crate::theme::Theme;

/// Words of the theme that are written on forms.
pub(crate) fn form_words(theme: &Theme) -> PaperWords {
    let said = |key: &str| theme.messages.text(key, &[]);
    let pattern = |key: &str, names: &[&'static str]| {
        let named: Vec<(&'static str, String)> =
            names.iter().map(|name| (*name, format!("{{{name}}}"))).collect();
        theme.messages.text(key, &named)
    };
    PaperWords {
        instructions: said("instructions"),
        required: said("required"),
        example: said("example"),
        rest: said("paper-rest"),
        slash: said("sign-slash"),
        date: pattern("paper-date", &["y", "m", "d"]),
        blank_date: said("blank-date"),
        range: pattern("range", &["min", "max"]),
        colon: said("sign-colon"),
        space: said("sign-space"),
    }
}

/// The fonts of papers, the best first.
pub(crate) fn fonts(theme: &Theme) -> Vec<String> {
    let fonts =
        theme.locale.rules.writing.as_ref().and_then(|it| it.documents.as_deref()).unwrap_or("Calibri");
    fonts.split(',').map(|font| font.trim().to_owned()).collect()
}

/// What the language of the words decides, and otherwise that of the theme.
pub(super) fn writing(tag: &LanguageTag, theme: &Theme) -> PaperLanguage {
    PaperLanguage {
        tag: tag.to_string(),
        is_from_right: tag.is_from_the_right(),
        fonts: fonts(theme),
        paper: theme.locale.rules.paper.as_deref().unwrap_or("A4").to_owned(),
    }
}
