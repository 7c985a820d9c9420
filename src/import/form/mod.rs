//! A proposal of a form for what is to be filled in in a handout: cells without words beside words, lines to write on, boxes to tick.
//!
//! It is a proposal: ids are numbers, and an author looks at every field. What is read as no field is a sentence of help, or it is listed.
//! [`room`] finds what is filled in in a line, [`rows`] and [`tables`] in a table; [`text`] writes the YAML.

mod choices;
mod room;
mod rows;
mod tables;
mod text;

use self::choices::says_many;
use self::room::{ProposedKind, inline_fields, missed};
use self::text::text;
use super::handout::{
    HandoutBlock, HandoutDocument, Inline, ItemMark, LeftKind, LeftOut, is_blank_line, words_of,
};
use super::markdown::label;
use super::parts::file_name;
use crate::paper::read::FoundPlace;

/// A section that is proposed.
#[derive(Default)]
struct ProposedSection {
    title: String,
    help: Vec<String>,
    fields: Vec<ProposedField>,
}

/// A field that is proposed.
struct ProposedField {
    label: String,
    help: String,
    kind: ProposedKind,
}

/// The most lines and rows that a field has.
const MOST: usize = 30;

/// The form for `handout`; `None` if nothing is to be filled in. What is no field goes to `left`.
pub(super) fn form(handout: &HandoutDocument, title: &str, left: &mut Vec<LeftOut>) -> Option<String> {
    let mut proposal = FormProposal {
        sections: vec![ProposedSection::default()],
        waiting: None,
        paragraphs: 0,
        ruled: None,
        left,
    };
    proposal.blocks(&handout.blocks);
    for note in &handout.notes {
        for line in note.iter().flat_map(HandoutBlock::lines) {
            proposal.leave(FoundPlace::Note, &label(line));
        }
    }
    proposal.flush();
    let sections = proposal.sections;
    if sections.iter().all(|section| section.fields.is_empty()) {
        return None;
    }
    for picture in &handout.pictures {
        let words = format!("{} {}", file_name(&picture.part), picture.alt).trim().to_owned();
        left.push(LeftOut { place: picture.place.clone(), what: LeftKind::FormPicture, words });
    }
    Some(text(title, handout.subtitle.as_deref().map(label), sections))
}

/// What was proposed so far.
struct FormProposal<'l> {
    sections: Vec<ProposedSection>,
    /// A paragraph that may be the label of what follows.
    waiting: Option<(FoundPlace, String)>,
    paragraphs: usize,
    /// The paragraph that was a line to write on.
    ruled: Option<usize>,
    left: &'l mut Vec<LeftOut>,
}

impl FormProposal<'_> {
    fn leave(&mut self, place: FoundPlace, words: &str) {
        if !words.trim().is_empty() {
            self.left.push(LeftOut { place, what: LeftKind::NotAField, words: words.trim().to_owned() });
        }
    }

    fn section(&mut self) -> &mut ProposedSection {
        if self.sections.is_empty() {
            self.sections.push(ProposedSection::default());
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last]
    }

    fn field(&mut self, label: &str, kind: ProposedKind) {
        let label = label.trim().trim_end_matches(['：', ':']).trim();
        let label = label.replace('\n', " ");
        let kind = match kind {
            ProposedKind::One(options) if says_many(&label) => ProposedKind::Many(options),
            kind => kind,
        };
        // Boxes in rows of their own belong to one list.
        if let (ProposedKind::Many(more), Some(field)) = (&kind, self.section().fields.last_mut())
            && let ProposedKind::Many(options) = &mut field.kind
            && field.label == label
        {
            return options.extend(more.iter().cloned());
        }
        self.section().fields.push(ProposedField { label, help: String::new(), kind });
    }

    /// Words that wait for what follows are help: of the section, or of the field before them.
    fn flush(&mut self) {
        let Some((place, words)) = self.waiting.take() else { return };
        let section = self.section();
        match section.fields.last_mut() {
            None => section.help.push(words),
            Some(field) if field.help.is_empty() => field.help = words,
            Some(_) => self.leave(place, &words),
        }
    }

    fn blocks(&mut self, blocks: &[HandoutBlock]) {
        let mut at = 0;
        while let Some(block) = blocks.get(at) {
            at += 1;
            match block {
                HandoutBlock::Heading(_, line) => {
                    self.flush();
                    let title = label(line);
                    let section = self.section();
                    if section.fields.is_empty() && section.help.is_empty() && section.title.is_empty() {
                        section.title = title;
                    } else {
                        self.sections.push(ProposedSection { title, ..ProposedSection::default() });
                    }
                }
                HandoutBlock::Table(table) => self.table(table),
                HandoutBlock::Quote(inner) => self.blocks(inner),
                HandoutBlock::Item(_, ItemMark::Check(_), _) => {
                    let start = at - 1;
                    while matches!(blocks.get(at), Some(HandoutBlock::Item(_, ItemMark::Check(_), _))) {
                        at += 1;
                    }
                    let options: Vec<String> =
                        blocks[start..at].iter().flat_map(HandoutBlock::lines).map(label).collect();
                    let words = self.waiting.take().map(|(_, words)| words).unwrap_or_default();
                    self.field(&words, ProposedKind::Many(options));
                }
                HandoutBlock::Item(_, mark, line) => {
                    let mark = match mark {
                        ItemMark::Number(number) => format!("{number}. "),
                        ItemMark::Written(mark) => format!("{mark} "),
                        ItemMark::Bullet | ItemMark::Check(_) => String::new(),
                    };
                    self.line(line, &mark, &blocks[at..]);
                }
                HandoutBlock::Paragraph(line) => self.line(line, "", &blocks[at..]),
            }
        }
    }

    /// A paragraph. `rest` is what follows it: blank paragraphs are room to write.
    fn line(&mut self, line: &[Inline], mark: &str, rest: &[HandoutBlock]) {
        if is_blank_line(line) {
            return;
        }
        let blank =
            rest.iter().take_while(|it| matches!(it, HandoutBlock::Paragraph(line) if is_blank_line(line)));
        let blank = blank.count();
        let words = format!("{mark}{}", label(line));
        let all = words_of(line);
        let mut fields = inline_fields(&format!("{words}{}", &all[all.trim_end().len()..]), line);
        if let [(name, kind)] = &mut fields[..]
            && name.trim().is_empty()
        {
            if let Some((_, waiting)) = self.waiting.take() {
                *name = waiting;
            } else if *kind == ProposedKind::Text
                && self.ruled == Some(self.paragraphs)
                && let Some(field) = self.section().fields.last_mut()
                && let ProposedKind::Text | ProposedKind::Lines(_) = field.kind
            {
                // A line to write on below another is more room.
                let lines = if let ProposedKind::Lines(lines) = field.kind { lines } else { 1 };
                field.kind = ProposedKind::Lines((lines + 1).min(MOST));
                self.paragraphs += 1;
                self.ruled = Some(self.paragraphs);
                return;
            }
            self.ruled = Some(self.paragraphs + 1);
        }
        self.paragraphs += 1;
        let place = FoundPlace::Paragraph(self.paragraphs);
        if fields.is_empty() {
            let asks = words.ends_with(['：', ':', '？', '?']) || words.ends_with("ください。");
            if asks && blank > 0 {
                self.flush();
                return self.field(
                    &words,
                    if blank > 1 { ProposedKind::Lines(blank.min(MOST)) } else { ProposedKind::Text },
                );
            }
            self.flush();
            self.waiting = Some((place, words));
            return;
        }
        self.flush();
        self.leave(place, &missed(&words, &fields));
        for (name, kind) in fields {
            self.field(&name, kind);
        }
    }
}
