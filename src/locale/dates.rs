//! How a language writes dates, and the school system that grades are counted in.

use serde_json::Value as Json;

use super::for_scripts::expanded;
use super::parts::{Raw, ScriptPattern, Words};
use crate::record;
use crate::yaml::{At, Decoder, Node, RichWriter, Schemas, Shape};

record! {
    /// How dates and hours are shown.
    pub struct ShownDates {
        /// The tag that they are written by, if it is not the course's own.
        tag "tag": Option<Raw>,
        /// How the hour is shown: `2-digit` or `numeric`.
        hour "hour": Raw,
    }
}

record! {
    /// How dates are read.
    pub struct DateRules {
        /// The names of the months, in order.
        months "months": Vec<Words>,
        /// The names of the thirds of a month.
        thirds "thirds": Vec<Words>,
        /// Terms and seasons.
        periods "periods": Vec<DatePeriod>,
        /// Whether terms and seasons are counted from the beginning of the school year.
        periods_of_school_year "periods-of-school-year": bool,
        /// How an age is written: `years`, `part`, `months`, `half`.
        ages "ages": Vec<DateForm>,
        /// How a date is written: `{year}`, `{month}`, `{day}`, `{third}`, `{period}`, `{fiscal}`.
        dates "dates": Vec<DateForm>,
        /// How a month without a year is written.
        bare_months "bare-months": Vec<DateForm>,
        /// How dates on each axis may be written, shown beside one that cannot be read.
        examples "examples": Option<DateExamples>,
        /// What may follow a grade: `{month}`, `{day}`, `{third}`, `{period}`.
        within_grades "within-grades": Vec<DateForm>,
        /// What may stand before a grade.
        before_grades "before-grades": Vec<DateForm>,
    }
}

record! {
    /// Examples of dates on the axes of timelines. Those of school years are in the school system.
    pub struct DateExamples {
        /// On an axis of ages.
        age "age": Vec<Raw>,
        /// Of years.
        year "year": Vec<Raw>,
        /// Of months.
        month "month": Vec<Raw>,
    }
}

record! {
    /// A part of a year that has a name.
    pub struct DatePeriod {
        /// Its names.
        names "names": Words,
        /// Its first month.
        from "from": u32,
        /// How many months it has.
        months "months": u32,
    }
}

record! {
    /// A school system.
    pub struct School {
        /// The first month of a school year.
        begins "begins": u32,
        /// Whether a number alone is a grade.
        bare_numbers "bare-numbers": bool,
        /// Examples of dates in it.
        examples "examples": Vec<Raw>,
        /// The grades, from the first on.
        grades "grades": Vec<GradeBand>,
    }
}

record! {
    /// Grades that are counted together.
    pub struct GradeBand {
        /// The system, where there are several: grades of two are never mixed.
        system "system": Option<Raw>,
        /// The place of its first grade on the axis.
        at "at": At<i64>,
        /// How many grades it has.
        count "count": u32,
        /// What a grade is called; `{n}` is its number.
        label "label": Raw,
        /// How a grade is written; `{n}` is its number.
        forms "forms": Vec<DateForm>,
    }
}

/// A pattern of which a part may be a name that the scripts fill in: `{month}`.
#[derive(Debug, Clone)]
pub struct DateForm(pub Raw);

impl Shape for DateForm {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let raw = Raw::decode(node, decoder)?;
        ScriptPattern::read(expanded(&raw, &[], &[], &[]), node, decoder)?;
        Some(Self(raw))
    }
    fn schema(schemas: &mut Schemas) -> Json {
        Raw::schema(schemas)
    }
    fn view(&self, writer: &dyn RichWriter) -> tera::Value {
        self.0.view(writer)
    }
}
