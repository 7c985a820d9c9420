//! Tables of a form: rows to fill in, and what is asked for each row and column.

use unicode_normalization::UnicodeNormalization as _;

use super::room::{
    ProposedKind, fields_beside_label, inline_fields, is_pattern, is_template, is_tick, kind_of,
};
use crate::import::handout::{HandoutBlock, HandoutCell, HandoutTable, Inline, TableRow, usual};

/// All lines of a cell as one.
pub(super) fn cell_line(cell: &HandoutCell) -> Vec<Inline> {
    cell.blocks.iter().flat_map(HandoutBlock::lines).flatten().cloned().collect()
}

/// The words of a cell on one line.
pub(super) fn cell_label(cell: &HandoutCell) -> String {
    cell.words().trim().replace('\n', " ")
}

/// Whether a cell has no words, and nothing else to see.
pub(super) fn is_blank(cell: &HandoutCell) -> bool {
    cell.words().trim().is_empty() && !has_control(cell)
}

/// Whether a cell is there to be filled in.
pub(super) fn is_room(cell: &HandoutCell) -> bool {
    let words = cell.words();
    is_blank(cell) || has_control(cell) || is_tick(&words) || is_template(&words) || is_pattern(words.trim())
}

fn has_control(cell: &HandoutCell) -> bool {
    cell_line(cell).iter().any(|it| matches!(it, Inline::Control(_)))
}

/// What follows each other in a table.
pub(super) enum TablePart {
    /// A cell as wide as the table: a heading of what follows, or room to write.
    Line(HandoutCell, usize),
    Rows(Vec<TableRow>),
}

/// The parts of a table. Each row knows how many lines are written into it; rows that are only the height of those above are left out.
pub(super) fn parts(table: &HandoutTable) -> Vec<TablePart> {
    let rows: Vec<&TableRow> = table.rows.iter().filter(|row| !row.cells.is_empty()).collect();
    let height = |at: usize, cell: &HandoutCell| {
        let goes_on =
            |row: &&&TableRow| row.cells.iter().any(|it| it.column == cell.column && it.is_continued);
        1 + rows[at + 1..].iter().take_while(goes_on).count()
    };
    let begun = |at: usize| rows[at].cells.iter().filter(|cell| !cell.is_continued);
    // A line of writing is as high as most cells with words: forms are often drawn on squared paper.
    let with_words =
        (0..rows.len()).flat_map(|at| begun(at).filter(|cell| !is_blank(cell)).map(move |cell| (at, cell)));
    let unit = usual(with_words.map(|(at, cell)| height(at, cell)));
    let mut parts: Vec<TablePart> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if begun(at).next().is_none() && row.cells.iter().all(is_blank) {
            continue;
        }
        let blank = begun(at).filter(|cell| is_blank(cell)).map(|cell| height(at, cell).div_ceil(unit));
        let lines = row.lines.max(blank.max().unwrap_or(1));
        if let Some(cell) = row.wide_cell(table.columns) {
            parts.push(TablePart::Line(cell.clone(), lines));
            continue;
        }
        let row = TableRow { cells: row.cells.clone(), lines };
        match parts.last_mut() {
            Some(TablePart::Rows(rows)) => rows.push(row),
            _ => parts.push(TablePart::Rows(vec![row])),
        }
    }
    parts
}

/// Rows with the cell at each column, that of a merged cell at each of its own; `None` if a row has a gap.
struct TableGrid<'t>(Vec<Vec<&'t HandoutCell>>);

impl<'t> TableGrid<'t> {
    fn new(rows: &'t [TableRow]) -> Option<Self> {
        let mut grid: Vec<Vec<&HandoutCell>> = Vec::new();
        for row in rows {
            let mut line: Vec<&HandoutCell> = Vec::new();
            for cell in &row.cells {
                if cell.column != line.len() {
                    return None;
                }
                let above = grid.last().and_then(|above| above.get(cell.column)).copied();
                let shown = if cell.is_continued && cell.words().trim().is_empty() { above? } else { cell };
                line.extend(std::iter::repeat_n(shown, cell.span.max(1)));
            }
            grid.push(line);
        }
        let columns = grid.first().map_or(0, Vec::len);
        grid.iter().all(|line| line.len() == columns).then_some(Self(grid))
    }

    fn columns(&self) -> usize {
        self.0.first().map_or(0, Vec::len)
    }

    /// How many rows at the beginning only say what is below them. The corner may be blank.
    fn heads(&self) -> usize {
        // A head may be what all cells below it are filled in with: ◎○△×.
        let below_are_blank = |column: usize| self.0[1..].iter().all(|line| is_blank(line[column]));
        let says = |(at, cell): (usize, &&HandoutCell)| {
            !is_room(cell) || at == 0 && is_blank(cell) || !is_blank(cell) && below_are_blank(at)
        };
        let is_head = |line: &&Vec<&HandoutCell>| line.iter().enumerate().all(says);
        let count = self.0.iter().take_while(is_head).count();
        if count < self.0.len() { count } else { 0 }
    }

    /// Whether each row below the first has the same numbers behind its label.
    fn is_circled(&self) -> bool {
        let Some([head, body @ ..]) = self.0.get(..).filter(|grid| grid.len() > 2 && self.columns() > 2)
        else {
            return false;
        };
        let number = |cell: &HandoutCell| cell.words().trim().nfkc().collect::<String>().parse::<u32>().ok();
        let numbers = |line: &Vec<&HandoutCell>| {
            line[1..].iter().map(|cell| number(cell)).collect::<Option<Vec<u32>>>()
        };
        let first = numbers(&body[0]);
        numbers(head).is_none()
            && head.iter().all(|cell| cell.column == 0 || !is_blank(cell))
            && first.is_some()
            && body.iter().all(|line| !is_room(line[0]) && numbers(line) == first)
    }

    /// The words of the cells at the columns `columns` of the rows `rows`, each cell once.
    fn words(&self, rows: std::ops::Range<usize>, columns: std::ops::Range<usize>) -> Vec<String> {
        let mut seen: Vec<&HandoutCell> = Vec::new();
        for line in &self.0[rows] {
            for cell in &line[columns.clone()] {
                if !seen.iter().any(|it| std::ptr::eq(*it, *cell)) {
                    seen.push(cell);
                }
            }
        }
        seen.into_iter().map(cell_label).filter(|words| !words.is_empty()).collect()
    }

    /// What heads a column.
    fn head(&self, heads: usize, column: usize) -> String {
        self.words(0..heads, column..column + 1).join("：")
    }
}

/// Whether words are the number of a row.
fn is_number(words: &str) -> bool {
    !words.is_empty() && words.chars().all(|c| c.is_numeric() || ".．)）".contains(c))
}

/// The columns of a table whose rows below the first are blank.
pub(super) struct RepeatedRows {
    pub(super) columns: Vec<(String, ProposedKind)>,
    /// What heads the numbers of the rows, which is no column.
    pub(super) numbers: Option<String>,
    pub(super) count: usize,
}

/// The columns of a table whose rows below its heads are blank, or numbered.
pub(super) fn repeated(rows: &[TableRow]) -> Option<RepeatedRows> {
    let grid = TableGrid::new(rows)?;
    let (heads, columns) = (grid.heads(), grid.columns());
    let body = rows.get(heads..).filter(|body| heads > 0 && columns > 1 && !body.is_empty())?;
    let first = &body[0];
    let words = |cell: &HandoutCell| cell.words().trim().to_owned();
    let fits = |cell: &HandoutCell| {
        let words = words(cell);
        let is_pattern = is_pattern(&words) && !has_control(cell);
        words.is_empty() || cell.column == 0 && is_number(&words) || is_pattern || is_template(&words)
    };
    let is_alike =
        |(cell, first): (&HandoutCell, &HandoutCell)| is_number(&words(cell)) || words(cell) == words(first);
    let is_same = |row: &TableRow| {
        row.cells.len() == columns
            && row.cells.iter().all(|cell| !cell.is_continued && fits(cell))
            && row.cells.iter().zip(&first.cells).all(is_alike)
    };
    let is_headed = (0..columns).all(|column| !grid.head(heads, column).is_empty());
    if !is_headed || !body.iter().all(is_same) {
        return None;
    }
    // With a single row below two labels, these could be anything; with more they head columns.
    if body.len() == 1 && columns < 3 && !words(&first.cells[0]).is_empty() {
        return None;
    }
    let is_counted = body.iter().all(|row| is_number(&words(&row.cells[0])));
    let column = |at: usize| {
        let head = grid.head(heads, at);
        let cell = &first.cells[at];
        let own = inline_fields(&words(cell), &cell_line(cell)).into_iter().next();
        match own.map_or_else(|| kind_of(&head), |(_, kind)| kind) {
            // Columns have no unit and no scale of their own.
            ProposedKind::Number(unit) => (format!("{head}（{unit}）"), ProposedKind::Text),
            ProposedKind::Scale(min, max, low, high) => {
                (head, ProposedKind::One(steps(min, max, &low, &high)))
            }
            kind => {
                let room = words(cell);
                let is_units = is_template(&room) && kind == ProposedKind::Text;
                (if is_units { format!("{head}（{}）", squeezed(&room)) } else { head }, kind)
            }
        }
    };
    let mut columns: Vec<_> = (0..columns).map(column).collect();
    let numbers = is_counted.then(|| columns.remove(0).0);
    Some(RepeatedRows { columns, numbers, count: body.len() })
}

/// The steps of a scale as options.
fn steps(min: i64, max: i64, low: &str, high: &str) -> Vec<String> {
    let step = |step: i64| match step {
        step if step == min && !low.is_empty() => format!("{step}（{low}）"),
        step if step == max && !high.is_empty() => format!("{step}（{high}）"),
        step => step.to_string(),
    };
    (min..=max.min(min + 20)).map(step).collect()
}

/// Words with single blanks.
fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A table that asks something for each of its rows and columns.
pub(super) struct CrossedTable<'t> {
    /// The words that head the labels.
    pub(super) corner: Vec<String>,
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<CrossedRow<'t>>,
    /// The columns with only boxes to tick or numbers to circle.
    pub(super) ticked: Vec<usize>,
}

/// A row of it.
pub(super) struct CrossedRow<'t> {
    pub(super) label: String,
    /// Its cells below the heads; `None` where a merged cell only goes on.
    pub(super) cells: Vec<Option<&'t HandoutCell>>,
    pub(super) lines: usize,
}

/// The table with heads above, labels before, and room everywhere else.
pub(super) fn crossed(rows: &[TableRow]) -> Option<CrossedTable<'_>> {
    let grid = TableGrid::new(rows)?;
    let (heads, columns) = (grid.heads(), grid.columns());
    // Numbers to circle are the same in each row.
    let is_circled = heads == 0 && grid.is_circled();
    let heads = if is_circled { 1 } else { heads };
    let body = grid.0.get(heads..).filter(|body| heads > 0 && !body.is_empty())?;
    let first_words = |line: &[&HandoutCell]| line[0].words().trim().to_owned();
    let is_counted = body.iter().all(|line| is_number(&first_words(line)));
    let says = |column: usize| column == 0 && is_counted || body.iter().all(|line| !is_room(line[column]));
    let labels = if is_circled { 1 } else { (0..columns).take_while(|column| says(*column)).count() };
    let has_labels = labels > usize::from(is_counted) && labels < columns;
    if !has_labels || !is_circled && !body.iter().all(|line| line[labels..].iter().all(|cell| is_room(cell)))
    {
        return None;
    }
    let is_ticked = |column: &usize| is_circled || body.iter().all(|line| is_tick(&line[*column].words()));
    let ticked: Vec<usize> = (labels..columns).filter(is_ticked).map(|column| column - labels).collect();
    // A label and room beside it are a table of two columns only if something says what to do there.
    let is_wide =
        columns > 2 || body.iter().all(|line| !is_blank(line[1])) || is_pattern(&grid.head(heads, 1));
    if !is_wide {
        return None;
    }
    let row = |(at, line): (usize, &Vec<&'_ HandoutCell>)| {
        let mut label = String::new();
        for words in grid.words(heads + at..heads + at + 1, 0..labels) {
            if !label.is_empty() {
                label.push_str(if is_number(&label) { " " } else { "：" });
            }
            label.push_str(&words);
        }
        let goes_on = |column: usize| {
            let is_same =
                |other: Option<&&HandoutCell>| other.is_some_and(|other| std::ptr::eq(*other, line[column]));
            column > 0 && is_same(line.get(column - 1)) || at > 0 && is_same(body[at - 1].get(column))
        };
        (label, (labels..columns).map(goes_on).collect::<Vec<bool>>())
    };
    let made: Vec<(String, Vec<bool>)> = body.iter().enumerate().map(row).collect();
    let rows = made.into_iter().enumerate().map(|(at, (label, goes_on))| CrossedRow {
        label,
        cells: goes_on
            .iter()
            .enumerate()
            .map(|(column, goes_on)| (!goes_on).then_some(body[at][labels + column]))
            .collect(),
        lines: rows[heads + at].lines,
    });
    Some(CrossedTable {
        corner: grid.words(0..heads, 0..labels),
        heads: (labels..columns).map(|column| grid.head(heads, column)).collect(),
        rows: rows.collect(),
        ticked,
    })
}

/// The options that the only column of a table has in each of its rows.
pub(super) fn same_options(table: &CrossedTable<'_>) -> Option<Vec<String>> {
    let options = |row: &CrossedRow<'_>| {
        let cell = row.cells.first().copied().flatten()?;
        match &fields_beside_label(cell.words().trim(), &cell_line(cell))[..] {
            [(name, ProposedKind::One(options))] if name.trim().is_empty() => Some(options.clone()),
            _ => None,
        }
    };
    let first =
        table.rows.first().and_then(options).filter(|_| table.heads.len() == 1 && table.rows.len() > 1)?;
    table.rows.iter().all(|row| options(row).as_ref() == Some(&first)).then_some(first)
}
