//! The order in which options are shown if their order has no meaning.
//!
//! It is drawn from the exercise's id, so that screen, paper and slides show the same. A further attempt draws again in the
//! browser (`themes/default/scripts/work/drawn.js`).

/// The items in the order in which they are shown. `group` distinguishes several lists of one exercise.
pub fn drawn<'a, T>(
    items: &'a [T],
    keep: bool,
    exercise: &str,
    group: &str,
    id: impl Fn(&T) -> &str,
) -> Vec<&'a T> {
    let mut drawn: Vec<&T> = items.iter().collect();
    if !keep {
        drawn.sort_by_cached_key(|item| {
            *blake3::hash(format!("{exercise}/{group}/{}", id(item)).as_bytes()).as_bytes()
        });
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::drawn;

    #[test]
    fn an_order_is_the_same_in_every_build_and_differs_between_exercises() {
        let items: Vec<String> = (0..6).map(|n| format!("o{n}")).collect();
        let order = |exercise: &str| drawn(&items, false, exercise, "q", |it| it.as_str());
        assert_eq!(order("a"), order("a"));
        assert!((0..20).any(|n| order(&format!("x{n}")) != order("a")));
        let kept: Vec<&String> = items.iter().collect();
        assert_eq!(drawn(&items, true, "a", "q", |it| it.as_str()), kept);
    }

    #[test]
    fn the_first_of_the_file_comes_to_every_place_about_as_often() {
        let items = ["best", "b", "c"];
        let mut at = [0; 3];
        for n in 0..600 {
            let order = drawn(&items, false, &format!("exercise-{n}"), "turn", |it| it);
            at[order.iter().position(|it| **it == "best").unwrap()] += 1;
        }
        assert!(at.iter().all(|&count| (150..250).contains(&count)), "{at:?}");
    }
}
