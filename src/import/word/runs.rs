//! What is in a paragraph of a Word file: words and how they look, readings, links, marks of notes, pictures, boxes of text.

use roxmltree::Node;

use super::fields::{FieldMeaning, meaning};
use super::{NoteId, WordImport};
use crate::import::handout::{
    FormControl, HandoutBlock, Inline, LeftKind, WordLook, is_blank_line, words_and_readings, words_of,
};
use crate::import::xml::{all_words, attribute, below, child, is_on, value};
use crate::paper::read::symbol;

/// A paragraph that is being read.
#[derive(Debug, Default)]
pub(super) struct OpenLine {
    pub(super) line: Vec<Inline>,
    /// The boxes that are anchored in it.
    pub(super) boxes: Vec<HandoutBlock>,
    /// Whether words are bold by the paragraph's style.
    pub(super) is_bold: bool,
    /// Whether a page begins behind or before it.
    pub(super) breaks_page: bool,
}

/// A field between its marks.
#[derive(Debug, Default)]
pub(super) struct OpenField {
    pub(super) instruction: String,
    /// Words of the text that are in the instruction, as only damaged files have them.
    pub(super) said: String,
    /// Whether what follows is what the field has come to.
    is_result: bool,
    /// Whether the tick box of a form is ticked, and the words of its list.
    is_ticked: bool,
    choices: Vec<String>,
    /// Where the result begins in the line.
    start: usize,
}

impl WordImport<'_> {
    /// Reads the children of a paragraph, or of something in it.
    pub(super) fn line(&mut self, node: Node<'_, '_>, open: &mut OpenLine) {
        node.children().filter(Node::is_element).for_each(|it| self.part(it, open));
    }

    /// Reads something in a paragraph.
    pub(super) fn part(&mut self, it: Node<'_, '_>, open: &mut OpenLine) {
        match it.tag_name().name() {
            "r" => self.run(it, open),
            "hyperlink" => self.link(it, open),
            "fldSimple" => self.simple_field(it, open),
            "ins" | "moveTo" | "smartTag" | "customXml" | "dir" | "bdo" | "sdtContent" => self.line(it, open),
            "sdt" => self.control(it, open),
            "del" | "moveFrom" => self.leave(LeftKind::Deleted, &all_words(it)),
            "AlternateContent" => {
                if let Some(chosen) = alternative(it) {
                    self.line(chosen, open);
                }
            }
            "oMath" | "oMathPara" => {
                let words = all_words(it).replace('\n', " ");
                self.leave(LeftKind::Formula, &words);
                self.say(&words, WordLook::Plain, open);
            }
            "ruby" => self.ruby(it, open),
            _ => {}
        }
    }

    fn run(&mut self, run: Node<'_, '_>, open: &mut OpenLine) {
        let format = child(run, "rPr");
        let has = |name: &str| format.and_then(|it| child(it, name)).map(is_on);
        let of_style = format.and_then(|it| value(it, "rStyle"));
        if has("vanish") == Some(true) {
            return self.leave(LeftKind::Hidden, &all_words(run));
        }
        let is_underlined = has("u") == Some(true);
        let is_bold =
            has("b").unwrap_or_else(|| open.is_bold || of_style.is_some_and(|it| self.styles.is_bold(it)));
        let look = if has("strike") == Some(true) || has("dstrike") == Some(true) {
            WordLook::Struck
        } else if is_bold || is_underlined || has("em") == Some(true) {
            WordLook::Strong
        } else if has("i") == Some(true) {
            WordLook::Slanted
        } else {
            WordLook::Plain
        };
        self.run_children(run, look, is_underlined, open);
    }

    fn run_children(&mut self, run: Node<'_, '_>, look: WordLook, is_underlined: bool, open: &mut OpenLine) {
        for it in run.children().filter(Node::is_element) {
            match it.tag_name().name() {
                "t" => {
                    let text = it.text().unwrap_or_default();
                    // A line to write on is a row of underlined blanks.
                    let is_rule = is_underlined && !text.is_empty() && text.chars().all(char::is_whitespace);
                    if is_rule {
                        self.say(&"＿".repeat(text.chars().count().div_ceil(2)), WordLook::Plain, open);
                    } else {
                        self.say(text, look, open);
                    }
                }
                "tab" | "ptab" if is_underlined => self.say("＿＿＿＿", WordLook::Plain, open),
                "tab" | "ptab" => self.say("　", look, open),
                "br" if matches!(attribute(it, "type"), Some("page" | "column")) => open.breaks_page = true,
                "br" | "cr" => self.push(Inline::Break, open),
                "noBreakHyphen" => self.say("-", look, open),
                "sym" => {
                    let code = attribute(it, "char").unwrap_or_default();
                    self.symbol(code, look, open);
                }
                "fldChar" => self.field_mark(it, open),
                "instrText" => {
                    let text = it.text().unwrap_or_default();
                    if let Some(field) = self.fields.last_mut() {
                        field.instruction.push_str(text);
                    }
                }
                "delText" => self.leave(LeftKind::Deleted, it.text().unwrap_or_default()),
                "footnoteReference" => self.note(NoteId::Foot, it, open),
                "endnoteReference" => self.note(NoteId::End, it, open),
                "ruby" => self.ruby(it, open),
                "drawing" | "pict" | "object" => self.drawing(it, open),
                "AlternateContent" => {
                    if let Some(chosen) = alternative(it) {
                        self.run_children(chosen, look, is_underlined, open);
                    }
                }
                _ => {}
            }
        }
    }

    /// Words go into the line, into an instruction, or, in a table of contents, into the list of what was left out.
    pub(super) fn say(&mut self, text: &str, look: WordLook, open: &mut OpenLine) {
        if let Some(field) = self.fields.last_mut().filter(|field| !field.is_result) {
            field.instruction.push_str(text);
            field.said.push_str(text);
            return;
        }
        let mut plain = String::new();
        for sign in text.chars() {
            match sign {
                '\n' | '\r' | '\t' | '\u{a0}' => plain.push(' '),
                '\u{f020}'..='\u{f0ff}' => {
                    self.push_words(&std::mem::take(&mut plain), look, open);
                    self.symbol(&format!("{:X}", u32::from(sign)), look, open);
                }
                '\u{200b}'
                | '\u{2060}'
                | '\u{feff}'
                | '\u{ad}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}' => {}
                c if c.is_control() => {}
                c => plain.push(c),
            }
        }
        self.push_words(&plain, look, open);
    }

    fn push_words(&mut self, words: &str, look: WordLook, open: &mut OpenLine) {
        if words.is_empty() {
            return;
        }
        if self.is_contents() {
            self.contents.push_str(words);
            return;
        }
        match open.line.last_mut() {
            Some(Inline::Words(before, its)) if *its == look => before.push_str(words),
            _ => open.line.push(Inline::Words(words.to_owned(), look)),
        }
    }

    pub(super) fn push(&mut self, inline: Inline, open: &mut OpenLine) {
        if let Some(field) = self.fields.last_mut().filter(|field| !field.is_result) {
            let words = words_and_readings(&[inline]);
            field.instruction.push_str(&words);
            field.said.push_str(&words);
        } else if self.is_contents() {
            self.contents.push_str(&words_and_readings(&[inline]));
        } else {
            open.line.push(inline);
        }
    }

    /// Whether what is read is in a table of contents.
    pub(super) fn is_contents(&self) -> bool {
        self.in_contents
            || self.fields.iter().any(|it| it.is_result && meaning(&it.instruction) == FieldMeaning::Contents)
    }

    fn symbol(&mut self, code: &str, look: WordLook, open: &mut OpenLine) {
        match symbol(code) {
            "\u{fffd}" => match bullet(code) {
                Some(sign) => self.push_words(sign, look, open),
                None => self.leave(LeftKind::Symbol, &format!("U+{}", code.to_ascii_uppercase())),
            },
            sign => self.push_words(sign, look, open),
        }
    }

    fn ruby(&mut self, ruby: Node<'_, '_>, open: &mut OpenLine) {
        let mut part = |name: &str| {
            let mut inner = OpenLine::default();
            if let Some(it) = child(ruby, name) {
                self.line(it, &mut inner);
            }
            inner.line
        };
        let (reading, base) = (part("rt"), part("rubyBase"));
        self.reading(base, &words_of(&reading), open);
    }

    /// Words with their reading. Without one, or without words, what is there stays.
    fn reading(&mut self, base: Vec<Inline>, reading: &str, open: &mut OpenLine) {
        let words = words_of(&base);
        let (words, reading) = (words.trim().to_owned(), reading.trim());
        if words.is_empty() || reading.is_empty() {
            for it in base {
                self.push(it, open);
            }
            return self.push_words(reading, WordLook::Plain, open);
        }
        if self.is_contents() {
            return self.push_words(&format!("{words}（{reading}）"), WordLook::Plain, open);
        }
        self.push(Inline::Ruby { base: words, reading: reading.to_owned() }, open);
    }

    fn link(&mut self, node: Node<'_, '_>, open: &mut OpenLine) {
        let address = attribute(node, "id").and_then(|id| self.relation(id));
        let anchor = attribute(node, "anchor").filter(|_| address.is_none()).map(|it| format!("#{it}"));
        let mut inner = OpenLine { is_bold: open.is_bold, ..OpenLine::default() };
        self.line(node, &mut inner);
        open.boxes.append(&mut inner.boxes);
        self.linked(address.or(anchor), inner.line, open);
    }

    /// A link, if its address is one that a page may have; else only its words.
    fn linked(&mut self, address: Option<String>, words: Vec<Inline>, open: &mut OpenLine) {
        let is_kept = address.as_deref().is_some_and(|address| {
            let lower = address.to_ascii_lowercase();
            ["https://", "http://", "mailto:", "tel:"].iter().any(|start| lower.starts_with(start))
        });
        match address {
            Some(address) if is_kept && !words.is_empty() => self.push(Inline::Link(address, words), open),
            address => {
                if let Some(address) = address.filter(|_| !self.is_contents()) {
                    self.leave(LeftKind::Link, &address);
                }
                for it in words {
                    self.push(it, open);
                }
            }
        }
    }

    // ---- fields

    fn simple_field(&mut self, node: Node<'_, '_>, open: &mut OpenLine) {
        let instruction = attribute(node, "instr").unwrap_or_default().to_owned();
        let start = open.line.len();
        self.fields.push(OpenField { instruction, is_result: true, start, ..OpenField::default() });
        self.line(node, open);
        self.end_field(open);
    }

    fn field_mark(&mut self, node: Node<'_, '_>, open: &mut OpenLine) {
        match attribute(node, "fldCharType") {
            Some("begin") => {
                let is_on_in = |name: &str| below(node, name).is_some_and(is_on);
                let is_ticked =
                    if below(node, "checked").is_some() { is_on_in("checked") } else { is_on_in("default") };
                let choices = node.descendants().filter(|it| it.tag_name().name() == "listEntry");
                let choices = choices.filter_map(|it| attribute(it, "val")).map(str::to_owned).collect();
                self.fields.push(OpenField { is_ticked, choices, ..OpenField::default() });
            }
            Some("separate") => {
                let start = open.line.len();
                if let Some(field) = self.fields.last_mut() {
                    (field.is_result, field.start) = (true, start);
                }
            }
            Some("end") => self.end_field(open),
            _ => {}
        }
    }

    fn end_field(&mut self, open: &mut OpenLine) {
        let was_contents = self.is_contents();
        let Some(field) = self.fields.pop() else { return };
        self.leave(LeftKind::Field, field.said.trim());
        let start = if field.is_result { field.start.min(open.line.len()) } else { open.line.len() };
        match meaning(&field.instruction) {
            FieldMeaning::Ruby { base, reading } => {
                self.leave_result(&open.line.split_off(start), &format!("{base}{reading}"));
                self.reading(vec![Inline::plain(base)], &reading, open);
            }
            FieldMeaning::Over(parts) => {
                self.leave_result(&open.line.split_off(start), &parts.concat());
                self.leave(LeftKind::Field, &parts.join(" "));
                self.say(&parts.concat(), WordLook::Plain, open);
            }
            FieldMeaning::Link(address) => {
                let words = open.line.split_off(start);
                self.linked(Some(address), words, open);
            }
            FieldMeaning::Formula => self.leave(LeftKind::Field, &field.instruction),
            FieldMeaning::Check => {
                self.say(if field.is_ticked { "☑" } else { "☐" }, WordLook::Plain, open);
            }
            FieldMeaning::Choice => {
                self.leave(LeftKind::Prompt, &field.choices.join("、"));
                self.push(Inline::Control(FormControl::Choice(field.choices)), open);
            }
            FieldMeaning::Blank if is_blank_line(&open.line[start..]) => {
                open.line.truncate(start);
                self.push(Inline::Control(FormControl::Text), open);
            }
            FieldMeaning::Contents if was_contents && !self.is_contents() => self.leave_contents(),
            FieldMeaning::Blank | FieldMeaning::Contents | FieldMeaning::Result => {}
        }
    }

    /// What an equation shows in a program that cannot calculate it, unless that is what it says.
    fn leave_result(&mut self, line: &[Inline], said: &str) {
        let words = crate::import::markdown::plain(line);
        if !said.contains(words.trim()) {
            self.leave(LeftKind::Field, &words);
        }
    }

    /// A content control: what is in it, unless that is what it shows while it is empty.
    fn control(&mut self, node: Node<'_, '_>, open: &mut OpenLine) {
        let Some(content) = child(node, "sdtContent") else { return };
        let Some(control) = self.form_control(node, content) else { return self.line(content, open) };
        match control {
            Ok(control) => self.push(Inline::Control(control), open),
            Err(sign) => self.say(sign, WordLook::Plain, open),
        }
    }

    /// What there is to fill in in a control, or the sign of a tick box; `None` if it is filled in.
    pub(super) fn form_control(
        &mut self,
        node: Node<'_, '_>,
        content: Node<'_, '_>,
    ) -> Option<Result<FormControl, &'static str>> {
        let kind = child(node, "sdtPr")?;
        if let Some(box_) = child(kind, "checkbox") {
            let is_ticked = child(box_, "checked").is_some_and(is_on);
            return Some(Err(if is_ticked { "☑" } else { "☐" }));
        }
        let list = child(kind, "dropDownList").or_else(|| child(kind, "comboBox"));
        // Other programs than Word do not say that what is shown is a prompt.
        let shown = all_words(content);
        let is_empty_choice = list.is_some_and(|list| {
            let mut items = list.children().filter(|it| it.tag_name().name() == "listItem");
            items.any(|it| {
                attribute(it, "displayText") == Some(shown.trim())
                    && attribute(it, "value").is_none_or(str::is_empty)
            })
        });
        let is_no_date = child(kind, "date").is_some() && !shown.contains(char::is_numeric);
        let is_prompt = child(kind, "showingPlcHdr").is_some_and(is_on) || is_empty_choice || is_no_date;
        if let Some(list) = list {
            self.leave(LeftKind::Prompt, &choices(list).join("、"));
        }
        if !is_prompt {
            return None;
        }
        self.leave(LeftKind::Prompt, &all_words(content));
        Some(Ok(match list {
            Some(list) => FormControl::Choice(choices(list)),
            None if child(kind, "date").is_some() => FormControl::Date,
            None => FormControl::Text,
        }))
    }

    fn note(&mut self, of: fn(String) -> NoteId, node: Node<'_, '_>, open: &mut OpenLine) {
        let id = of(attribute(node, "id").unwrap_or_default().to_owned());
        let at = self.notes.iter().position(|it| *it == id).unwrap_or_else(|| {
            self.notes.push(id);
            self.notes.len() - 1
        });
        self.push(Inline::Note(at), open);
    }
}

/// The words that a list lets people choose.
fn choices(list: Node<'_, '_>) -> Vec<String> {
    let items = list.children().filter(|it| it.tag_name().name() == "listItem");
    let shown = items.filter_map(|it| attribute(it, "displayText").or_else(|| attribute(it, "value")));
    shown.filter(|it| !it.trim().is_empty()).map(str::to_owned).collect()
}

/// The form of a content that programs of today show.
pub(super) fn alternative<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child(node, "Choice").or_else(|| child(node, "Fallback"))
}

/// The character for a bullet of a symbol font.
fn bullet(code: &str) -> Option<&'static str> {
    Some(match code.to_ascii_uppercase().trim_start_matches('F').trim_start_matches('0') {
        "B7" | "6C" | "9F" => "●",
        "6E" => "■",
        "76" => "❖",
        "D8" => "➢",
        "E0" | "E8" => "→",
        "4A" => "☺",
        "AB" => "★",
        _ => return None,
    })
}
