//! The file that a path was meant to lead to, as it is written in the file that names it.

use crate::diagnostic::nearest;

/// The path from the file `from` to the one of the files `known` that the path `wrong` was probably meant to lead to: the file of
/// that name, else one of a name that is near.
pub(super) fn meant_file(from: &str, wrong: &str, known: &[&str]) -> Option<String> {
    fn name(path: &str) -> &str {
        path.rsplit('/').next().unwrap_or(path)
    }
    let wrong_name = wrong.rsplit('/').next().filter(|name| !name.is_empty())?;
    let is_it = |path: &&&str| name(path).to_lowercase() == wrong_name.to_lowercase();
    // Of several, the one that has most of the folders that the author wrote.
    let folders = |path: &str| {
        let ends = path.rsplit('/').zip(wrong.rsplit('/'));
        ends.take_while(|(a, b)| a == b).count()
    };
    let same = known.iter().filter(is_it).max_by_key(|path| folders(path));
    let meant = same.or_else(|| {
        let near = nearest(wrong_name, known.iter().map(|path| name(path)))?;
        known.iter().find(|path| name(path) == near)
    })?;
    Some(relative(from, meant)).filter(|path| path != wrong)
}

/// The path from the file `from` to the file `to`.
fn relative(from: &str, to: &str) -> String {
    let folders: Vec<&str> = from.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect();
    let target: Vec<&str> = to.split('/').collect();
    let last = target.len() - 1;
    let shared = folders.iter().zip(&target[..last]).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", folders.len() - shared);
    up.chain(target[shared..].iter().copied()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_that_name_is_meant_wherever_it_is() {
        let known =
            ["images/a.svg", "modules/01-m/10-p.md", "modules/02-n/index.md", "modules/01-m/index.md"];
        let from = "modules/01-m/20-q.md";
        for (wrong, meant) in [
            ("images/a.svg", Some("../../images/a.svg")),
            ("A.svg", Some("../../images/a.svg")),
            ("../images/a.svg", Some("../../images/a.svg")),
            ("10-q.md", Some("10-p.md")),
            ("02-n/index.md", Some("../02-n/index.md")),
            ("nothing.md", None),
            ("images/", None),
        ] {
            assert_eq!(meant_file(from, wrong, &known).as_deref(), meant, "{wrong}");
        }
        assert_eq!(relative("course.yaml", "images/a.svg"), "images/a.svg");
    }
}
