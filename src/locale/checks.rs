//! What the checks look for in a language: personal data, names, outdated words.

use super::parts::{Pattern, Raw, Words};
use crate::{choice, record};

record! {
    /// What data of living persons looks like.
    pub struct PersonalRules {
        /// The shapes, in the order in which they are looked for.
        shapes "shapes": Vec<PersonalShape>,
        /// An address that is invented.
        invented "invented": Option<Pattern>,
        /// The beginning of a phone number that anyone may call.
        public_phones "public-phones": Option<Pattern>,
        /// What the words before or behind a date say if it is of a birth.
        births "births": Option<Pattern>,
        /// What the words right behind a date say if it is of a birth.
        births_behind "births-behind": Option<Pattern>,
        /// The label of a field that asks for a living person's name.
        name_labels "name-labels": Option<Pattern>,
        /// The label of a field that says who someone is: by a role or a letter, or by a name.
        called_labels "called-labels": Option<Pattern>,
        /// A word of an answer to such a field that names nobody.
        called_roles "called-roles": Option<Pattern>,
    }
}

choice! {
    /// Kinds of personal data.
    pub enum PersonalKind {
        /// A phone number.
        Phone "phone",
        /// An email address.
        Mail "mail",
        /// A postcode.
        Postcode "postcode",
        /// A full date.
        BirthDate "birth-date",
        /// A street address.
        Address "address",
        /// The number of a person: of insurance, of health care, of a school.
        Number "number",
        /// What someone is called in a service on the internet.
        Account "account",
        /// A name.
        Name "name",
    }
}

record! {
    /// One way to write personal data.
    pub struct PersonalShape {
        /// What it is.
        what "what": PersonalKind,
        /// What it looks like.
        pattern "pattern": Pattern,
        /// Whether it is looked for in courses only, not in what learners write.
        only_in_courses "only-in-courses": bool,
        /// Whether it is looked for in what learners write only.
        only_in_answers "only-in-answers": bool,
    }
}

choice! {
    /// How names are found.
    pub enum NameMethod {
        /// By Japanese titles, scripts and lists.
        Japanese "japanese",
        /// By titles before names, and capitals.
        Latin "latin",
    }
}

record! {
    /// What names look like.
    pub struct NameRules {
        /// How they are found.
        method "method": NameMethod,
        /// Titles behind any name.
        honorifics "honorifics": Words,
        /// Offices that are a title only beside a known family name.
        offices "offices": Words,
        /// Titles before a name.
        titles "titles": Words,
        /// Titles that are whole words: a full stop behind one ends the sentence.
        whole_titles "whole-titles": Words,
        /// Words that are no name behind a title.
        no_names "no-names": Words,
        /// Titles in Latin letters behind a name and a hyphen.
        hyphenated "hyphenated": Words,
        /// Family names.
        surnames "surnames": Words,
        /// Given names.
        given "given": Words,
        /// Family names in Latin letters.
        latin_surnames "latin-surnames": Words,
        /// Given names in Latin letters.
        latin_given "latin-given": Words,
        /// Family names that are hardly ever another word.
        unmistakable "unmistakable": Words,
        /// Words for roles: no names.
        roles "roles": Words,
        /// The last characters of words for roles.
        role_ends "role-ends": Option<Raw>,
        /// The last words of roles in katakana.
        katakana_role_ends "katakana-role-ends": Words,
        /// Characters that number sons and daughters.
        birth_order "birth-order": Option<Raw>,
        /// The last characters of family names.
        surname_ends "surname-ends": Option<Raw>,
        /// The last characters of given names.
        given_ends "given-ends": Option<Raw>,
        /// The same behind a family name.
        given_behind_surname "given-behind-surname": Option<Raw>,
        /// Institutions that carry names.
        institutions "institutions": Option<Institutions>,
    }
}

record! {
    /// Institutions that carry names.
    pub struct Institutions {
        /// The name of one, as a whole.
        pattern "pattern": Pattern,
        /// The kinds, longer words before those that they end with.
        kinds "kinds": Words,
        /// The kinds that are schools.
        schools "schools": Words,
        /// Words before a kind that are no name.
        general "general": Words,
    }
}

record! {
    /// A word that the field has left behind.
    pub struct OutdatedWord {
        /// The word.
        word "word": Raw,
        /// What is said now.
        say "say": Raw,
    }
}

record! {
    /// Where `〇` is right.
    pub struct Circles {
        /// Characters of numbers around a zero.
        numbers "numbers": Raw,
        /// What follows a left-out name.
        places "places": Raw,
    }
}
