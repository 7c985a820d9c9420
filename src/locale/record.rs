//! The record of a locale file, and how one falls back to another.

use super::checks::{Circles, NameRules, OutdatedWord, PersonalRules};
use super::dates::{DateRules, School, ShownDates};
use super::parts::{Raw, ScriptPattern, Words};
use crate::{choice, record};

record! {
    /// A language, as data: `locales/<tag>.yaml` of a theme.
    #[derive(Default)]
    pub struct LocaleRules {
        /// Whether blanks separate words.
        spaced "spaced": bool,
        /// How its texts are set.
        writing "writing": Option<Writing>,
        /// The size of paper.
        paper "paper": Option<Raw>,
        /// The few words that the HTML of a text carries by itself.
        blocks "blocks": Option<BlockWords>,
        /// Where sentences end.
        sentences "sentences": Option<SentenceRules>,
        /// How dates and hours are shown.
        shown_dates "shown-dates": Option<ShownDates>,
        /// How dates are read.
        dates "dates": Option<DateRules>,
        /// The school system.
        school "school": Option<School>,
        /// How words are looked for.
        search "search": Option<SearchRules>,
        /// How the terms of a glossary are divided.
        glossary "glossary": Option<GlossaryRows>,
        /// What scripts look for in what learners write, to ask back.
        questions "questions": Option<QuestionRules>,
        /// What data of living persons looks like.
        personal_data "personal-data": Option<PersonalRules>,
        /// What names of persons and institutions look like.
        names "names": Option<NameRules>,
        /// Words of themes that a case announces before it begins.
        hard_themes "hard-themes": Option<Words>,
        /// Words that the field has left behind.
        outdated "outdated": Vec<OutdatedWord>,
        /// Where the circle of a left-out word is a zero or a name.
        circles "circles": Option<Circles>,
    }
}

choice! {
    /// The direction of the lines.
    pub enum Direction {
        /// From left to right.
        Ltr "ltr",
        /// From right to left.
        Rtl "rtl",
    }
}

record! {
    /// How texts are set.
    pub struct Writing {
        /// The direction of the lines.
        direction "direction": Direction,
        /// The fonts of texts.
        sans "sans": Raw,
        /// The fonts of titles and numbers.
        serif "serif": Raw,
        /// The height of a line of text.
        leading "leading": Raw,
        /// The height of a line of a heading.
        leading_of_headings "leading-of-headings": Raw,
        /// How much of the letter-spacing of labels is kept, from 0 to 1.
        tracking "tracking": Raw,
        /// The features of the font in headings.
        features "features": Raw,
        /// Where a line may break within a word.
        word_break "word-break": Raw,
        /// The same where no other place is left.
        overflow_wrap "overflow-wrap": Raw,
        /// Whether words are hyphenated.
        hyphens "hyphens": Raw,
        /// The width of a column of times of day, where it is not that of the style sheet.
        row_names "row-names": Option<Raw>,
        /// The fonts of files for Word and Excel, separated by commas: the first of those that are installed is used.
        documents "documents": Option<Raw>,
        /// Whether characters have readings, which can be switched off.
        readings "readings": bool,
        /// What straight quotation marks in a text become: four characters.
        quotes "quotes": Option<Raw>,
    }
}

record! {
    /// Words that the HTML of a text carries by itself.
    pub struct BlockWords {
        /// The label of the table `{n}`.
        table "table": Raw,
        /// The label `{table}` of a table below a heading.
        table_heading "table-heading": Raw,
        /// An unticked box of a list.
        todo "todo": Raw,
        /// A ticked one.
        done "done": Raw,
        /// The title of `[!NOTE]`.
        note "note": Raw,
        /// The title of `[!TIP]`.
        tip "tip": Raw,
        /// The title of `[!IMPORTANT]`.
        important "important": Raw,
        /// The title of `[!WARNING]`.
        warning "warning": Raw,
        /// The title of `[!CAUTION]`.
        caution "caution": Raw,
        /// What a blank to fill in is in a text without markup.
        blank "blank": Raw,
    }
}

record! {
    /// Where sentences end.
    pub struct SentenceRules {
        /// The characters that end a sentence wherever they are.
        marks "marks": Raw,
        /// Those that end one only before a blank and the beginning of another.
        stops "stops": Option<Raw>,
        /// Pairs of brackets: no sentence ends within them.
        brackets "brackets": Raw,
        /// Whether `"` opens and closes in turn.
        straight_quotes "straight-quotes": bool,
        /// What may follow the mark within the sentence.
        closing "closing": Raw,
        /// Whether a sentence ends with what is quoted.
        ends_with_speech "ends-with-speech": bool,
        /// Abbreviations before a name.
        before_names "before-names": Words,
        /// Abbreviations before a number.
        before_numbers "before-numbers": Words,
        /// Abbreviations that are never the last word.
        never_last "never-last": Words,
        /// Verbs of saying: `"Ready?" Sam asked.` is one sentence.
        says "says": Words,
    }
}

record! {
    /// How words are looked for.
    pub struct SearchRules {
        /// The characters behind which an excerpt may begin.
        ends "ends": Raw,
        /// The endings that a word to look for loses, the longest first.
        endings "endings": Words,
        /// How many letters at least stay.
        stem "stem": u32,
    }
}

record! {
    /// The rows of characters that a glossary is divided into. A term that begins with another character is listed under that.
    pub struct GlossaryRows {
        /// Each row: its first character in the order of Unicode, and behind it the one that names the row, if that differs.
        rows "rows": Words,
        /// The last character of the last row.
        last "last": Raw,
    }
}

impl GlossaryRows {
    /// The name of the row that `character` is in.
    #[must_use]
    pub fn row_of(&self, character: char) -> Option<char> {
        if self.last.chars().next().is_none_or(|last| character > last) {
            return None;
        }
        let has_begun = |row: &&str| row.starts_with(|begin| begin <= character);
        self.rows.list().take_while(has_begun).last()?.chars().next_back()
    }
}

record! {
    /// What scripts look for in what learners write. The first group of a pattern is what is quoted, or all of it.
    pub struct QuestionRules {
        /// The characters that end a sentence there.
        ends "ends": Raw,
        /// A diagnosis given as the cause.
        diagnosis "diagnosis": Vec<ScriptPattern>,
        /// What sounds settled.
        certain "certain": Option<ScriptPattern>,
        /// What takes it back.
        hedged "hedged": Option<ScriptPattern>,
        /// A word that says something of a strength.
        word "word": Option<ScriptPattern>,
        /// Words that say nothing of a strength by themselves.
        common "common": Words,
        /// The label of a field for goals.
        goal "goal": Option<ScriptPattern>,
        /// What makes the person the object of a sentence.
        object "object": Option<ScriptPattern>,
        /// What looks like it and is not.
        no_object "no-object": Option<ScriptPattern>,
    }
}

impl LocaleRules {
    /// What this file says, and for what it does not mention what `below` says.
    #[must_use]
    pub fn or(self, below: Self) -> Self {
        Self {
            spaced: self.spaced || below.spaced,
            writing: self.writing.or(below.writing),
            paper: self.paper.or(below.paper),
            blocks: self.blocks.or(below.blocks),
            sentences: self.sentences.or(below.sentences),
            shown_dates: self.shown_dates.or(below.shown_dates),
            dates: self.dates.or(below.dates),
            school: self.school.or(below.school),
            search: self.search.or(below.search),
            glossary: self.glossary.or(below.glossary),
            questions: self.questions.or(below.questions),
            personal_data: self.personal_data.or(below.personal_data),
            names: self.names.or(below.names),
            hard_themes: self.hard_themes.or(below.hard_themes),
            outdated: if self.outdated.is_empty() { below.outdated } else { self.outdated },
            circles: self.circles.or(below.circles),
        }
    }

    /// The same without what is checked: another language's words would find nothing, or the wrong things.
    #[must_use]
    pub fn without_checks(self) -> Self {
        let own = Self {
            spaced: false,
            personal_data: None,
            names: None,
            hard_themes: None,
            circles: None,
            ..self
        };
        Self { outdated: Vec::new(), questions: None, ..own }
    }

    /// Whether it lacks anything of what falls back to English: all that is written, not checked.
    #[must_use]
    pub fn falls_back(&self) -> bool {
        let is_there = [
            self.writing.is_some(),
            self.paper.is_some(),
            self.blocks.is_some(),
            self.sentences.is_some(),
            self.shown_dates.is_some(),
            self.dates.is_some(),
            self.school.is_some(),
            self.search.is_some(),
        ];
        is_there.contains(&false)
    }

    /// The checks that it says nothing of.
    #[must_use]
    pub fn unchecked(&self) -> Vec<&'static str> {
        let checks = [
            ("personal-data", self.personal_data.is_some()),
            ("names", self.names.is_some()),
            ("hard-themes", self.hard_themes.is_some()),
            ("outdated", !self.outdated.is_empty()),
        ];
        checks.into_iter().filter(|(_, is_there)| !is_there).map(|(name, _)| name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn a_character_is_in_the_row_that_began_last() {
        let mut out = Vec::new();
        let text = "glossary:\n  rows: αΑ δΔ\n  last: ω\n";
        let rows = read(&"locales/el.yaml".into(), text, &mut out).unwrap().glossary.unwrap();
        assert!(out.is_empty(), "{out:?}");
        for (character, row) in [
            ('α', Some('Α')),
            ('γ', Some('Α')),
            ('δ', Some('Δ')),
            ('ω', Some('Δ')),
            ('a', None),
            ('漢', None),
        ] {
            assert_eq!(rows.row_of(character), row, "{character}");
        }
        let text = include_str!("../../themes/default/locales/ja.yaml");
        let rows = read(&"locales/ja.yaml".into(), text, &mut out).unwrap().glossary.unwrap();
        let row = |characters: &str| {
            characters.chars().map(|it| rows.row_of(it).unwrap_or('-')).collect::<String>()
        };
        assert_eq!(
            row("ぁあぉかがこごさぞたっどなのはぱぽまもゃやゅよらろゎわをんゔ"),
            "あああかかかかささたたたななはははままややややららわわわわわ"
        );
        assert_eq!(row("漢a-"), "---");
    }
}
