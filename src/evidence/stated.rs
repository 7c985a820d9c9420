//! The lines on time, sources and rights: what the author states, added up.

use super::hours::{ModuleTime, StatedTime, areas, times};
use super::lines::{About, ITEM, NAMED, cut, short};
use crate::model::{Content, Kind};
use crate::paper::prose::{Prose, ProseWords, plain};

/// The most rows of the table of modules.
const MODULES: usize = 12;

impl About<'_> {
    // ---- time

    /// A time in hours and minutes, and how many things say none.
    fn duration(&self, time: StatedTime) -> String {
        let known = time.count - time.unstated;
        let minutes =
            [("hours", (time.minutes / 60).to_string()), ("minutes", (time.minutes % 60).to_string())];
        let text = match (time.minutes / 60, time.minutes % 60) {
            (0, _) => self.with("evidence-minutes", &minutes),
            (_, 0) => self.with("evidence-hours", &minutes),
            _ => self.with("evidence-hours-minutes", &minutes),
        };
        match (known, time.unstated) {
            (0, 0) => self.said("evidence-none"),
            (0, n) => self.counted("evidence-no-time", n),
            (_, 0) => text,
            (_, n) => self.with("evidence-some-time", &[("text", text), ("n", n.to_string())]),
        }
    }

    pub(super) fn time(&self) -> Vec<(&'static str, String)> {
        let (_, sum) = times(self.course());
        let areas = areas(self.course());
        let (covered, total) =
            areas.iter().fold((0, 0), |sum, (_, covered, all)| (sum.0 + covered, sum.1 + all));
        let named: Vec<String> = areas
            .iter()
            .map(|(title, covered, all)| {
                let numbers =
                    [("title", short(title)), ("n", covered.to_string()), ("total", all.to_string())];
                self.with("evidence-area", &numbers)
            })
            .collect();
        let syllabus = if areas.is_empty() {
            self.said("evidence-no-syllabus")
        } else {
            let numbers = [
                ("text", self.list(&named, NAMED)),
                ("n", covered.to_string()),
                ("total", total.to_string()),
            ];
            self.with("evidence-syllabus", &numbers)
        };
        let hours = [
            ("reading", self.duration(sum.reading)),
            ("exercises", self.duration(sum.exercises)),
            ("n", sum.exercises.count.to_string()),
        ];
        vec![("hours", self.with("evidence-time", &hours)), ("syllabus", syllabus)]
    }

    /// The modules, with the time of each.
    pub(super) fn table(&self) -> Vec<Vec<String>> {
        let (times, _) = times(self.course());
        if times.is_empty() {
            return Vec::new();
        }
        let head = ["evidence-column-module", "evidence-column-reading", "evidence-column-exercises"]
            .map(|it| self.said(it));
        let row = |time: &ModuleTime| {
            let title =
                time.title.as_deref().map_or_else(|| self.said("evidence-elsewhere"), |it| cut(it, ITEM));
            let exercises =
                [("text", self.duration(time.exercises)), ("n", time.exercises.count.to_string())];
            let exercises = if time.exercises.count == 0 {
                self.said("evidence-none")
            } else {
                self.with("evidence-exercise-time", &exercises)
            };
            vec![title, self.duration(time.reading), exercises]
        };
        let mut rows = vec![head.to_vec()];
        rows.extend(times.iter().take(MODULES).map(row));
        if times.len() > MODULES {
            rows.push(vec![
                self.counted("evidence-more-modules", times.len() - MODULES),
                String::new(),
                String::new(),
            ]);
        }
        rows
    }

    // ---- rights

    pub(super) fn rights(&self) -> Vec<(&'static str, String)> {
        let info = self.course().info();
        let licence = info.and_then(|info| info.licence.as_ref());
        let forms = self.number_of(Kind::Worksheet);
        let forms = match (forms, licence) {
            (0, _) => self.said("evidence-no-forms"),
            (_, None) => self.said("evidence-unstated"),
            (n, Some(_)) => self.counted("evidence-forms-licence", n),
        };
        let program = if self.scan.unknown_programs.is_empty() {
            self.with("evidence-program", &[("licence", env!("CARGO_PKG_LICENSE").into())])
        } else {
            self.unknown()
        };
        vec![
            ("sources", self.sources()),
            ("licence", self.stated(licence)),
            ("forms", forms),
            ("program", program),
            ("cost", self.stated(info.and_then(|it| it.cost.as_ref()))),
        ]
    }

    fn sources(&self) -> String {
        let course = self.course();
        let cited = course.info().map_or(&[][..], |info| &info.sources);
        let title = |title: &str, date: Option<&str>| match date {
            Some(date) => self.with("evidence-source", &[("title", short(title)), ("date", short(date))]),
            None => self.with("evidence-source-undated", &[("title", short(title))]),
        };
        let (mut checked, mut unchecked) = (Vec::new(), Vec::new());
        for source in cited {
            let text = title(&source.title, source.date.as_deref());
            match &source.checked {
                Some(day) => {
                    checked.push(self.with("evidence-checked", &[("text", text), ("date", short(day))]));
                }
                None => unchecked.push(text),
            }
        }
        let said = ProseWords::new(|key| self.said(key));
        for document in course.of_kind(Kind::Principle) {
            let Some(Content::Principles(set)) = &document.content else { continue };
            let Some(source) = &set.source else { continue };
            let prose = Prose { course, document, words: &said };
            let text = plain(&prose.line(source));
            if !cited.iter().any(|it| *it.title == *text) {
                unchecked.push(title(&text, None));
            }
        }
        if checked.is_empty() && unchecked.is_empty() {
            return self.said("evidence-unstated");
        }
        let mut parts = Vec::new();
        for (key, list) in
            [("evidence-sources-checked", &checked), ("evidence-sources-unchecked", &unchecked)]
        {
            if !list.is_empty() {
                parts
                    .push(self.with(key, &[("text", self.list(list, NAMED)), ("n", list.len().to_string())]));
            }
        }
        parts.join("\n")
    }
}
