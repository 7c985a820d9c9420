//! A process: stages on a ring (cycle) or in a column (path), arrows between them, dashed ways back.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::{Point, number};
use crate::html::escaped;
use crate::model::{Process, ProcessShape, ProcessStage};

/// The words of a process diagram, in the site's language.
pub struct ProcessLabels {
    /// The title.
    pub title: String,
    /// What the order of a cycle means.
    pub cycle: String,
    /// What the order of a path means.
    pub path: String,
    /// What comes before the ways back.
    pub back: String,
    /// What separates them.
    pub separator: String,
}

const BOX_WIDTH: f64 = 136.0;
const BOX_HEIGHT: f64 = 62.0;
const RING_WIDTH: f64 = 560.0;
const COLUMN_BOX_WIDTH: f64 = 236.0;
const COLUMN_BOX_HEIGHT: f64 = 46.0;
const COLUMN_STEP: f64 = 74.0;
const COLUMN_WIDTH: f64 = 360.0;
/// From an arrow's tip to the box it points at.
const GAP: f64 = 5.0;
/// Cells (a full-width character is two) that fit on one line of a box of the ring.
const LINE_CELLS: usize = 18;
/// The size of a title, and the step from line to line.
const TEXT_SIZE: f64 = 13.0;
const LINE_STEP: f64 = 16.5;
/// Room for the badges that project beyond the boxes.
const MARGIN: f64 = 12.0;
/// The size of text in brackets.
const SMALL_SIZE: f64 = 11.0;
/// How many small characters have the width of how many others.
const SMALLER: (usize, usize) = (13, 11);

struct ProcessLayout {
    width: f64,
    height: f64,
    box_width: f64,
    box_height: f64,
    centres: Vec<Point>,
}

/// The diagram of `process` as inline SVG. Each stage links to its place on the page (`#id`).
#[must_use]
pub fn process(process: &Process, labels: &ProcessLabels) -> String {
    let count = process.stages.len();
    let cells = match process.shape {
        ProcessShape::Cycle if count > 8 => LINE_CELLS - 4,
        ProcessShape::Cycle => LINE_CELLS,
        ProcessShape::Path => LINE_CELLS * 2,
    };
    let titles: Vec<Vec<TitleLine>> = process.stages.iter().map(|stage| lines(&stage.title, cells)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a title has few lines")]
    let text_height = titles.iter().map(Vec::len).max().unwrap_or(1) as f64 * LINE_STEP;
    let layout = match process.shape {
        ProcessShape::Cycle => ring(count, BOX_HEIGHT.max(text_height + 10.0)),
        ProcessShape::Path => column(count, COLUMN_BOX_HEIGHT.max(text_height + 10.0)),
    };
    let mut out = format!(
        "<svg class=\"process process-{}\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\" role=\"group\" \
         aria-labelledby=\"process-title process-desc\"><title id=\"process-title\">{}</title><desc id=\"process-desc\">{}</desc>",
        process.shape.word(),
        number(layout.width),
        number(layout.height),
        number(layout.width),
        number(layout.height),
        escaped(&labels.title),
        escaped(&description(process, labels)),
    );
    out.push_str(
        "<defs><marker id=\"process-tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" \
         orient=\"auto-start-reverse\" markerUnits=\"userSpaceOnUse\"><path class=\"process-tip\" d=\"M0 0 8 4 0 8Z\"/></marker></defs>",
    );
    arrows(process, &layout, &mut out);
    for (index, (stage, lines)) in process.stages.iter().zip(&titles).enumerate() {
        draw_stage(index, stage, lines, &layout, &mut out);
    }
    out.push_str("</svg>");
    out
}

#[expect(clippy::cast_precision_loss, reason = "a process has few stages")]
fn ring(count: usize, box_height: f64) -> ProcessLayout {
    let n = count.max(1) as f64;
    let box_width = if count > 8 { BOX_WIDTH - 24.0 } else { BOX_WIDTH };
    let radius_x = (n * 34.0).clamp(100.0, (RING_WIDTH - box_width) / 2.0 - MARGIN);
    // The box at the top and its neighbours overlap sideways: then one must be below the other.
    let drop = 1.0 - (std::f64::consts::TAU / n).cos();
    let radius_y = radius_x.max((box_height + 10.0) / drop.max(0.1));
    let centre = Point { x: RING_WIDTH / 2.0, y: radius_y + box_height / 2.0 + MARGIN };
    let centres = (0..count).map(|index| {
        let angle = std::f64::consts::TAU * index as f64 / n - std::f64::consts::FRAC_PI_2;
        Point { x: centre.x + radius_x * angle.cos(), y: centre.y + radius_y * angle.sin() }
    });
    ProcessLayout {
        width: RING_WIDTH,
        height: centre.y * 2.0,
        box_width,
        box_height,
        centres: centres.collect(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a process has few stages")]
fn column(count: usize, box_height: f64) -> ProcessLayout {
    let step = COLUMN_STEP + box_height - COLUMN_BOX_HEIGHT;
    let centres = (0..count).map(|index| Point {
        x: COLUMN_BOX_WIDTH / 2.0 + MARGIN,
        y: box_height / 2.0 + MARGIN + step * index as f64,
    });
    ProcessLayout {
        width: COLUMN_WIDTH,
        height: step * count.saturating_sub(1) as f64 + box_height + MARGIN * 2.0,
        box_width: COLUMN_BOX_WIDTH,
        box_height,
        centres: centres.collect(),
    }
}

fn arrows(process: &Process, layout: &ProcessLayout, out: &mut String) {
    let count = layout.centres.len();
    let last = if process.shape == ProcessShape::Cycle { count } else { count.saturating_sub(1) };
    for index in 0..last {
        let (from, to) = (layout.centres[index], layout.centres[(index + 1) % count]);
        let (start, end) = (edge(from, to, layout), edge(to, from, layout));
        let _ = write!(
            out,
            "<path class=\"process-arrow\" marker-end=\"url(#process-tip)\" d=\"M{} {}L{} {}\"/>",
            number(start.x),
            number(start.y),
            number(end.x),
            number(end.y)
        );
    }
    for (index, stage) in process.stages.iter().enumerate() {
        let back =
            stage.back_to.as_ref().and_then(|id| process.stages.iter().position(|it| it.id.name == id.name));
        if let Some(target) = back.filter(|&target| target < index) {
            way_back(process.shape, layout, index, target, out);
        }
    }
}

/// A dashed line from a stage back to an earlier one: through the ring, or at the right of the column.
fn way_back(shape: ProcessShape, layout: &ProcessLayout, from: usize, to: usize, out: &mut String) {
    let (a, b) = (layout.centres[from], layout.centres[to]);
    let path = match shape {
        ProcessShape::Cycle => {
            let middle = Point { x: layout.width / 2.0, y: layout.height / 2.0 };
            let bend = a.towards(b, 0.5).towards(middle, 0.55);
            let (start, end) = (edge(a, bend, layout), edge(b, bend, layout));
            format!(
                "M{} {}Q{} {} {} {}",
                number(start.x),
                number(start.y),
                number(bend.x),
                number(bend.y),
                number(end.x),
                number(end.y)
            )
        }
        ProcessShape::Path => {
            let x = a.x + layout.box_width / 2.0 + GAP;
            let out_to = (x + 28.0 + 14.0 * (a.y - b.y) / COLUMN_STEP).min(layout.width - 8.0);
            // Two ways that touch the same box do so at different heights.
            let (start, end) = (a.y - 10.0, b.y + 10.0);
            format!(
                "M{} {}C{} {} {} {} {} {}",
                number(x),
                number(start),
                number(out_to),
                number(start),
                number(out_to),
                number(end),
                number(x),
                number(end)
            )
        }
    };
    let _ = write!(out, "<path class=\"process-back\" marker-end=\"url(#process-tip)\" d=\"{path}\"/>");
}

/// Where the line from the centre of a box towards `to` leaves the box, and a little further.
fn edge(centre: Point, to: Point, layout: &ProcessLayout) -> Point {
    let (dx, dy) = ((to.x - centre.x).abs(), (to.y - centre.y).abs());
    let half = (layout.box_width / 2.0, layout.box_height / 2.0);
    let to_edge = (half.0 / dx.max(0.001)).min(half.1 / dy.max(0.001));
    let gap = GAP / centre.distance(to).max(0.001);
    centre.towards(to, (to_edge + gap).min(1.0))
}

fn draw_stage(
    index: usize,
    stage: &ProcessStage,
    lines: &[TitleLine],
    layout: &ProcessLayout,
    out: &mut String,
) {
    let centre = layout.centres[index];
    let (x, y) = (centre.x - layout.box_width / 2.0, centre.y - layout.box_height / 2.0);
    let _ = write!(
        out,
        "<a class=\"process-stage\" href=\"#{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\"/>",
        &*stage.id,
        number(x),
        number(y),
        number(layout.box_width),
        number(layout.box_height),
    );
    // At the outer corner of a ring, where no arrow ends.
    let is_right = centre.x > layout.width / 2.0 + 1.0;
    let badge = if is_right { x + layout.box_width - 1.0 } else { x + 1.0 };
    let _ = write!(
        out,
        "<circle class=\"process-badge\" cx=\"{}\" cy=\"{}\" r=\"9\"/>\
         <text class=\"process-number\" x=\"{}\" y=\"{}\" font-size=\"11\" text-anchor=\"middle\">{}</text>",
        number(badge),
        number(y + 3.0),
        number(badge),
        number(y + 7.0),
        index + 1,
    );
    #[expect(clippy::cast_precision_loss, reason = "a title has few lines")]
    let first = centre.y + TEXT_SIZE * 0.36 - LINE_STEP * (lines.len() - 1) as f64 / 2.0;
    let _ = write!(out, "<text class=\"process-title\" font-size=\"{TEXT_SIZE}\" text-anchor=\"middle\">");
    let mut baseline = first;
    for line in lines {
        let size = if line.is_small { format!(" font-size=\"{SMALL_SIZE}\"") } else { String::new() };
        let _ = write!(
            out,
            "<tspan x=\"{}\" y=\"{}\"{size}>{}</tspan>",
            number(centre.x),
            number(baseline),
            escaped(&line.text)
        );
        baseline += LINE_STEP;
    }
    out.push_str("</text></a>");
}

/// A line of a title.
#[derive(Debug, PartialEq, Eq)]
struct TitleLine {
    text: String,
    /// It is text in brackets.
    is_small: bool,
}

/// The lines of a title, broken between words. Text in full-width brackets at its end is on lines of its own.
fn lines(title: &str, cells: usize) -> Vec<TitleLine> {
    let broken = |text: &str, cells: usize, is_small: bool| -> Vec<TitleLine> {
        let fits = |lines: &[String]| lines.iter().all(|line| line.width() <= cells);
        let lines = if text.width() <= cells {
            vec![text.to_owned()]
        } else {
            // A line may be a little longer than asked for, so that no word is cut: then it is asked for less.
            let usual = super::script::lines(text, cells / 2);
            let shorter = if fits(&usual) { None } else { Some(super::script::lines(text, cells / 2 - 2)) };
            shorter.filter(|lines| fits(lines)).unwrap_or(usual)
        };
        lines.into_iter().map(|text| TitleLine { text, is_small }).collect()
    };
    let bracket = title.find('（').filter(|_| title.ends_with('）') && title.width() > cells);
    let (name, rest) = title.split_at(bracket.unwrap_or(title.len()));
    let mut lines = broken(name, cells, false);
    if !rest.is_empty() {
        lines.extend(broken(rest, cells * SMALLER.0 / SMALLER.1, true));
    }
    lines
}

/// The diagram in words.
fn description(process: &Process, labels: &ProcessLabels) -> String {
    let order = if process.shape == ProcessShape::Cycle { &labels.cycle } else { &labels.path };
    let stages: Vec<String> = process
        .stages
        .iter()
        .enumerate()
        .map(|(index, stage)| format!("{}. {}", index + 1, &*stage.title))
        .collect();
    let back = process.stages.iter().filter_map(|stage| {
        let target = process
            .stages
            .iter()
            .find(|it| Some(&it.id.name) == stage.back_to.as_ref().map(|id| &id.name))?;
        Some(format!("{}→{}", &*stage.title, &*target.title))
    });
    let back: Vec<String> = back.collect();
    let mut out = format!("{order} {}", stages.join(" "));
    if !back.is_empty() {
        let _ = write!(out, " {}{}", labels.back, back.join(&labels.separator));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_on_a_ring_do_not_touch() {
        for count in 2..=10 {
            let layout = ring(count, BOX_HEIGHT);
            for (i, a) in layout.centres.iter().enumerate() {
                let half = layout.box_width / 2.0;
                assert!(a.x - half >= 0.0 && a.x + half <= layout.width, "{count}: {a:?}");
                for b in &layout.centres[i + 1..] {
                    let apart =
                        (a.x - b.x).abs() >= layout.box_width + 4.0 || (a.y - b.y).abs() >= BOX_HEIGHT + 8.0;
                    assert!(apart, "{count}: {a:?} {b:?}");
                }
            }
        }
    }

    #[test]
    #[expect(clippy::cast_precision_loss, reason = "a line is short")]
    fn a_long_title_breaks_between_words_and_brackets_are_on_their_own() {
        let texts = |title: &str| lines(title, 18).into_iter().map(|line| line.text).collect::<Vec<_>>();
        assert_eq!(texts("モニタリング"), ["モニタリング"]);
        assert_eq!(texts("サービス等利用計画の作成"), ["サービス等利用", "計画の作成"]);
        assert_eq!(texts("モニタリングとエバリュエーション"), ["モニタリングと", "エバリュエーション"]);
        assert_eq!(texts("インテーク（受理・であい）"), ["インテーク", "（受理・であい）"]);
        let long = lines("みなおしとふりかえり（モニタリング、エバリュエーション）", 18);
        let width = |line: &TitleLine| {
            line.text.width() as f64 / 2.0 * if line.is_small { SMALL_SIZE } else { TEXT_SIZE }
        };
        assert!(long.iter().all(|line| width(line) < BOX_WIDTH - 2.0 * GAP), "{long:?}");
    }
}
