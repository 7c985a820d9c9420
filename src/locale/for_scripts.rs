//! What scripts get of a locale, as JSON: only what they use, with every pattern written out.

use serde_json::{Value as Json, json};

use super::Locale;
use super::checks::PersonalRules;
use super::dates::{DateForm, DatePeriod, DateRules, GradeBand, School};
use super::parts::{Pattern, Words};
use super::record::QuestionRules;

impl Locale {
    /// How the drawings read dates, as JSON in a text.
    #[must_use]
    pub fn dates_for_scripts(&self) -> &str {
        self.dates_for_scripts.get_or_init(|| self.date_rules().to_string())
    }

    fn date_rules(&self) -> Json {
        let Some(dates) = &self.rules.dates else { return json!({}) };
        let (months, thirds, periods) = (&dates.months, &dates.thirds, &dates.periods);
        let full = |form: &str| format!("^(?:{})$", expanded(form, months, thirds, periods));
        let all = |forms: &[DateForm]| forms.iter().map(|form| full(&form.0)).collect::<Vec<_>>();
        let periods_in_months = periods
            .iter()
            .map(|it| json!({ "names": lower(&it.names), "from": it.from, "months": it.months }));
        let school = self.rules.school.as_ref();
        json!({
            "spaced": self.rules.spaced,
            "begins": school.map_or(1, |it| it.begins),
            "bySchoolYear": dates.periods_of_school_year,
            "bareGrades": school.is_some_and(|it| it.bare_numbers),
            "months": months.iter().map(lower).collect::<Vec<_>>(),
            "thirds": thirds.iter().map(lower).collect::<Vec<_>>(),
            "periods": periods_in_months.collect::<Vec<_>>(),
            "ages": all(&dates.ages),
            "dates": all(&dates.dates),
            "bareMonths": all(&dates.bare_months),
            "bands": school.map(bands).unwrap_or_default(),
            "grades": school.map(|school| grades(school, dates)).unwrap_or_default(),
        })
    }

    /// How dates on the axis that `unit` names may be written.
    #[must_use]
    pub fn date_examples(&self, unit: &str) -> Vec<&str> {
        let dates = self.rules.dates.as_ref().and_then(|it| it.examples.as_ref());
        let found = match unit {
            "grade" => self.rules.school.as_ref().map(|it| &it.examples),
            "age" => dates.map(|it| &it.age),
            "month" => dates.map(|it| &it.month),
            _ => dates.map(|it| &it.year),
        };
        found.into_iter().flatten().map(|it| &**it).collect()
    }

    /// How dates are shown.
    #[must_use]
    pub fn shown_dates_for_scripts(&self) -> Json {
        let dates = self.rules.shown_dates.as_ref();
        let tag = dates.and_then(|it| it.tag.as_deref()).unwrap_or(&self.tag);
        json!({ "tag": tag, "hour": dates.map_or("2-digit", |it| &*it.hour) })
    }

    /// What looks like personal data in what learners write.
    #[must_use]
    pub fn personal_for_scripts(&self) -> Json {
        let Some(rules) = &self.rules.personal_data else { return json!({}) };
        let PersonalRules { shapes, invented, births, name_labels, .. } = rules;
        let shapes = shapes.iter().filter(|it| !it.only_in_courses);
        json!({
            "shapes": shapes.map(|it| (it.what.word(), &it.pattern.source)).collect::<Vec<_>>(),
            "invented": source(invented.as_ref()),
            "births": source(births.as_ref()),
            "names": source(name_labels.as_ref()),
        })
    }

    /// The fields whose answer says who someone is, and the answers to them that are no name.
    #[must_use]
    pub fn called_for_scripts(&self) -> Json {
        let Some(rules) = &self.rules.personal_data else { return json!({}) };
        json!({ "labels": source(rules.called_labels.as_ref()), "roles": source(rules.called_roles.as_ref()) })
    }

    /// The follow-up questions of a hypothesis log.
    #[must_use]
    pub fn questions_for_scripts(&self) -> Json {
        let Some(QuestionRules { ends, diagnosis, certain, hedged, word, common, .. }) =
            &self.rules.questions
        else {
            return json!({});
        };
        json!({
            "diagnosis": diagnosis.iter().map(|it| &**it).collect::<Vec<&str>>(),
            "certain": certain.as_deref(),
            "hedged": hedged.as_deref(),
            "word": word.as_deref(),
            "common": common.list().collect::<Vec<_>>(),
            "ends": &**ends,
        })
    }

    /// What is pointed out in goals.
    #[must_use]
    pub fn goals_for_scripts(&self) -> Json {
        let Some(QuestionRules { goal, object, no_object, .. }) = &self.rules.questions else {
            return json!({});
        };
        json!({ "goal": goal.as_deref(), "object": object.as_deref(), "noObject": no_object.as_deref() })
    }

    /// How the search cuts excerpts and words.
    #[must_use]
    pub fn search_for_scripts(&self) -> Json {
        let Some(search) = &self.rules.search else { return json!({}) };
        json!({
            "ends": &*search.ends,
            "spaced": self.rules.spaced,
            "endings": search.endings.list().collect::<Vec<_>>(),
            "stem": search.stem,
        })
    }

    /// All of it, by name: what `tests/shared/locales` holds.
    #[must_use]
    pub fn for_scripts(&self) -> Json {
        json!({
            "@dates": self.date_rules(),
            "@shown-dates": self.shown_dates_for_scripts(),
            "@personal": self.personal_for_scripts(),
            "@called": self.called_for_scripts(),
            "@questions": self.questions_for_scripts(),
            "@goals": self.goals_for_scripts(),
            "@search": self.search_for_scripts(),
        })
    }
}

fn source(pattern: Option<&Pattern>) -> Option<&str> {
    pattern.map(|it| it.source.as_str())
}

fn lower(words: &Words) -> Vec<String> {
    words.list().map(str::to_lowercase).collect()
}

fn bands(school: &School) -> Vec<Json> {
    let band = |it: &GradeBand| json!({ "system": it.system.as_deref(), "at": it.at.value, "count": it.count, "label": &*it.label });
    school.grades.iter().map(band).collect()
}

/// Every way to write a grade: the number of its band, and the pattern.
fn grades(school: &School, dates: &DateRules) -> Vec<(usize, String)> {
    let (months, thirds, periods) = (&dates.months, &dates.thirds, &dates.periods);
    let part = |form: &DateForm| expanded(&form.0, months, thirds, periods);
    let mut all = Vec::new();
    for (number, band) in school.grades.iter().enumerate() {
        for form in &band.forms {
            let grade = part(form);
            all.push((number, format!("^(?:{grade})$")));
            all.extend(
                dates.within_grades.iter().map(|it| (number, format!("^(?:{grade})(?:{})$", part(it)))),
            );
            all.extend(
                dates.before_grades.iter().map(|it| (number, format!("^(?:{})(?:{grade})$", part(it)))),
            );
        }
    }
    all
}

/// A form with what it names written out as groups.
pub(super) fn expanded(form: &str, months: &[Words], thirds: &[Words], periods: &[DatePeriod]) -> String {
    let names = |words: Vec<&Words>| {
        let mut all: Vec<String> =
            words.into_iter().flat_map(Words::list).map(|word| escaped(&word.to_lowercase())).collect();
        all.sort_by_key(|word| std::cmp::Reverse(word.len()));
        all.join("|")
    };
    form.replace("{year}", r"(?:[xX](?<offset>[+-]\d{1,3})?|(?<year>\d{4}))")
        .replace("{month}", r"(?<month>\d{1,2})")
        .replace("{monthname}", &format!("(?<name>{})", names(months.iter().collect())))
        .replace("{day}", r"(?<day>\d{1,2})")
        .replace("{third}", &format!("(?<third>{})", names(thirds.iter().collect())))
        .replace("{period}", &format!("(?<period>{})", names(periods.iter().map(|it| &it.names).collect())))
        .replace("{n}", r"(?<n>\d{1,2})")
}

/// A word as a pattern that both engines read.
fn escaped(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if ".+*?()[]{}|^$\\/".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
