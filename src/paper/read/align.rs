//! Which row of the blank form a row is, if nothing names it: the order is the same, and what is printed agrees.

use super::plain::plain;
use super::rows::NamedRow;
use super::template::BlankCell;

/// For each row of `grid` the row of the template that it is: the order is the same, and what is printed agrees as far as possible.
pub(super) fn aligned(template: &[Vec<BlankCell>], grid: &[NamedRow<'_>]) -> Vec<Option<usize>> {
    let texts: Vec<Vec<(usize, String)>> = grid
        .iter()
        .map(|row| row.row.cells.iter().map(|cell| (cell.column, plain(&cell.text()))).collect())
        .collect();
    let width = template.len() + 1;
    let mut best = vec![0_u32; width * (grid.len() + 1)];
    let scores = |f: usize, t: usize| score(&template[t], &grid[f], &texts[f]);
    for f in (0..grid.len()).rev() {
        for t in (0..template.len()).rev() {
            let skip = best[(f + 1) * width + t].max(best[f * width + t + 1]);
            let both = scores(f, t).map_or(0, |score| score + best[(f + 1) * width + t + 1]);
            best[f * width + t] = skip.max(both);
        }
    }
    let mut rows = vec![None; grid.len()];
    let (mut f, mut t) = (0, 0);
    while f < grid.len() && t < template.len() {
        let here = best[f * width + t];
        match scores(f, t) {
            Some(score) if here == score + best[(f + 1) * width + t + 1] => {
                rows[f] = Some(t);
                (f, t) = (f + 1, t + 1);
            }
            _ if here == best[f * width + t + 1] => t += 1,
            _ => f += 1,
        }
    }
    rows
}

/// How well a row fits one of the template; `None` if it does not fit at all.
fn score(template: &[BlankCell], row: &NamedRow<'_>, texts: &[(usize, String)]) -> Option<u32> {
    let own =
        row.all().filter(|name| template.iter().any(|cell| cell.slots().any(|slot| slot == *name))).count();
    if own > 0 {
        return Some(100 + u32::try_from(own).unwrap_or(0));
    }
    if row.all().next().is_some() {
        return None;
    }
    let (mut agreeing, mut printed) = (0, 0);
    for (column, cell) in template.iter().enumerate().filter(|(_, cell)| !cell.words.is_empty()) {
        printed += 1;
        let text = texts.iter().find(|(at, _)| *at == column).map_or("", |(_, text)| text.as_str());
        if text == cell.words {
            agreeing += 2;
        } else if text.starts_with(&*cell.words) || text.ends_with(&*cell.words) {
            agreeing += 1;
        }
    }
    let width = texts.iter().map(|(column, _)| column + 1).max().unwrap_or(0);
    match (printed, agreeing) {
        (0, _) => (width == template.len() || texts.iter().all(|(_, text)| text.is_empty())).then_some(1),
        (_, agreeing) if agreeing >= printed => Some(10 * agreeing),
        _ => None,
    }
}
