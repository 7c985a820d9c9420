//! "Did you mean": the known name nearest to one that is not known.

use crate::steps;

/// Of more known names than this the rest is not compared: what one mistake costs must not grow with the course.
const MOST_KNOWN: usize = 1000;

/// The nearest of `known`, when it is near enough to be what was meant.
#[must_use]
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = wrong.chars().count();
    // Short ids are all near each other: `m9` was not meant to be `m1`.
    if wrong.is_ascii() && length <= 3 {
        return None;
    }
    let limit = (length / 3).clamp(1, 3);
    let wrong = wrong.to_lowercase();
    known
        .into_iter()
        .take(MOST_KNOWN)
        .inspect(|_| steps::count(1))
        .filter(|name| name.chars().count().abs_diff(length) <= limit)
        .map(|name| (strsim::osa_distance(&wrong, &name.to_lowercase()), name))
        .filter(|&(distance, name)| distance <= limit && distance < length.max(name.chars().count()))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_is_near() {
        assert_eq!(nearest("titel", ["title", "order"]), Some("title"));
        assert_eq!(nearest("ラポル", ["ラポール", "傾聴"]), Some("ラポール"));
    }

    #[test]
    fn another_word_is_not() {
        assert_eq!(nearest("genogram", ["title", "order"]), None);
        assert_eq!(nearest("m9", ["m1"]), None);
    }
}
