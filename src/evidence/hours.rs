//! What a course asks of a learner's time, and what of its syllabus it covers.

use std::collections::HashSet;

use crate::model::{Course, Document, Kind, coverage};

/// Minutes that are known, and how many things say none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct StatedTime {
    /// How many things there are.
    pub count: usize,
    /// The minutes together of those that say them.
    pub minutes: u64,
    /// How many of them say none.
    pub unstated: usize,
}

impl StatedTime {
    fn add(&mut self, minutes: Option<u32>) {
        self.count += 1;
        match minutes {
            Some(minutes) => self.minutes += u64::from(minutes),
            None => self.unstated += 1,
        }
    }

    fn with(self, other: Self) -> Self {
        Self {
            count: self.count + other.count,
            minutes: self.minutes + other.minutes,
            unstated: self.unstated + other.unstated,
        }
    }
}

/// The time of a module, or of what is in none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ModuleTime {
    /// The title; `None` for exercises outside modules.
    pub title: Option<String>,
    /// Its pages.
    pub reading: StatedTime,
    /// The exercises that are shown there first.
    pub exercises: StatedTime,
}

/// The times of the modules of `course`, of exercises outside them, and their sum. Front pages are lists, and say no time of their own.
pub(super) fn times(course: &Course) -> (Vec<ModuleTime>, ModuleTime) {
    let mut seen = HashSet::new();
    let mut exercises = |document: &Document, time: &mut ModuleTime| {
        for place in &document.body.exercises {
            let Some(exercise) = course.find(Kind::Exercise, &place.id) else { continue };
            if seen.insert(place.id.clone()) {
                time.exercises.add(exercise.minutes());
            }
        }
    };
    let mut times = Vec::new();
    // What is on the shelf is to look things up, or for authors.
    for module in course.modules.iter().filter(|module| module.number.is_some()) {
        let mut time = ModuleTime { title: Some(module.title().to_owned()), ..ModuleTime::default() };
        if let Some(front) = &module.front {
            exercises(front, &mut time);
        }
        for page in &module.pages {
            time.reading.add(page.minutes());
            exercises(page, &mut time);
        }
        if time.reading.count > 0 || time.exercises.count > 0 {
            times.push(time);
        }
    }
    let mut others = ModuleTime::default();
    let others_of = course.documents.iter().filter(|it| !matches!(it.kind, Kind::Page | Kind::Module));
    others_of.for_each(|document| exercises(document, &mut others));
    if others.exercises.count > 0 {
        times.push(others);
    }
    let sum = times.iter().fold(ModuleTime::default(), |sum, time| ModuleTime {
        title: None,
        reading: sum.reading.with(time.reading),
        exercises: sum.exercises.with(time.exercises),
    });
    (times, sum)
}

/// The areas of the syllabus: the title of each, how many of its items something covers, and how many there are.
pub(super) fn areas(course: &Course) -> Vec<(String, usize, usize)> {
    let Some(syllabus) = course.syllabus() else { return Vec::new() };
    let coverage = coverage(course);
    let area = |area: &crate::model::Area| {
        let items: Vec<_> = syllabus.items.iter().filter(|item| *item.area == *area.id.name).collect();
        let covered = items.iter().filter(|item| coverage.of(&item.id).is_some()).count();
        (area.title.to_string(), covered, items.len())
    };
    syllabus.areas.iter().map(area).collect()
}
