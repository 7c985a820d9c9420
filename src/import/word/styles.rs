//! Styles of a Word file: which paragraphs are headings, the title, items of a list; what is bold.

use std::collections::HashMap;

use roxmltree::Node;

use crate::import::xml::{attribute, child, is_on, number, value};

/// What a style says of a paragraph or of words.
#[derive(Debug, Clone, Default)]
pub(super) struct WordStyle {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    /// The number of its list and its level.
    list: (Option<String>, Option<usize>),
    is_bold: Option<bool>,
    is_centred: bool,
    size: Option<u32>,
}

/// All styles of a file.
#[derive(Debug, Default)]
pub(super) struct WordStyles(HashMap<String, WordStyle>);

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ParagraphRole {
    Text,
    Title,
    Subtitle,
    Heading(u8),
    Quote,
    /// A line of a table of contents.
    Contents,
}

/// How many styles are followed to the one that they are based on: no file has a longer chain.
const CHAIN: usize = 20;

impl WordStyles {
    /// Reads `styles.xml`.
    pub(super) fn read(root: Node<'_, '_>) -> Self {
        let mut styles = HashMap::new();
        for style in root.children().filter(|node| node.tag_name().name() == "style") {
            let Some(id) = attribute(style, "styleId") else { continue };
            let (paragraph, run) = (child(style, "pPr"), child(style, "rPr"));
            let list = paragraph.and_then(|it| child(it, "numPr"));
            let read = WordStyle {
                name: value(style, "name").unwrap_or_default().to_lowercase(),
                based_on: value(style, "basedOn").map(str::to_owned),
                outline: paragraph.and_then(|it| value(it, "outlineLvl")).and_then(|it| it.parse().ok()),
                list: list.map_or((None, None), |list| {
                    (value(list, "numId").map(str::to_owned), number(list, "ilvl"))
                }),
                is_bold: run.and_then(|it| child(it, "b")).map(is_on),
                is_centred: paragraph.and_then(|it| value(it, "jc")) == Some("center"),
                size: run.and_then(|it| number(it, "sz")),
            };
            styles.insert(id.to_owned(), read);
        }
        Self(styles)
    }

    /// The style `id`, and those that it is based on.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s WordStyle> {
        let first = self.0.get(id);
        let next = move |style: &&'s WordStyle| self.0.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(CHAIN)
    }

    /// What a paragraph with the style `id` is.
    pub(super) fn role(&self, id: &str) -> ParagraphRole {
        // A file without styles has the names in the ids.
        let own = self.0.get(id).map_or_else(|| id.to_lowercase(), |style| style.name.clone());
        let names = self.chain(id).map(|style| style.name.clone());
        for name in [own].into_iter().chain(names) {
            let name: String = name.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
            match &*name {
                "title" | "表題" | "タイトル" => return ParagraphRole::Title,
                "quote" | "intensequote" | "引用文" | "引用文2" | "quotations" | "blocktext" => {
                    return ParagraphRole::Quote;
                }
                "subtitle" | "副題" | "サブタイトル" => return ParagraphRole::Subtitle,
                _ => {}
            }
            if let Some(level) = ["heading", "見出し", "berschrift", "titre"]
                .iter()
                .find_map(|start| level(name.strip_prefix(start)?))
            {
                return ParagraphRole::Heading(level);
            }
            if ["toc", "目次", "contents"]
                .iter()
                .any(|start| name.strip_prefix(start).and_then(level).is_some())
            {
                return ParagraphRole::Contents;
            }
        }
        let outline = self.chain(id).find_map(|style| style.outline).filter(|level| *level < 9);
        outline.map_or(ParagraphRole::Text, |level| ParagraphRole::Heading(level + 1))
    }

    /// The list of the style `id`, and the level in it.
    pub(super) fn list(&self, id: &str) -> (Option<&str>, Option<usize>) {
        let list = self.chain(id).find_map(|style| style.list.0.as_deref());
        (list, self.chain(id).find_map(|style| style.list.1))
    }

    /// How deep an item with the style `id` is by the name of the style: `List Bullet 2`.
    pub(super) fn depth(&self, id: &str) -> usize {
        let name = self.0.get(id).map_or("", |style| &style.name);
        let digits = ["list bullet ", "list number "].iter().find_map(|start| name.strip_prefix(start));
        digits.and_then(level).map_or(0, |level| usize::from(level) - 1)
    }

    pub(super) fn is_bold(&self, id: &str) -> bool {
        self.chain(id).find_map(|style| style.is_bold).unwrap_or(false)
    }

    pub(super) fn is_centred(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.is_centred)
    }

    /// The size of words in half points.
    pub(super) fn size(&self, id: &str) -> Option<u32> {
        self.chain(id).find_map(|style| style.size)
    }
}

/// The level of a heading: the digit behind its name, in either width.
fn level(digits: &str) -> Option<u8> {
    let mut digits = digits.chars();
    let (first, second) = (digits.next()?, digits.next());
    let digit = match first {
        '1'..='9' => u32::from(first) - u32::from('0'),
        '１'..='９' => u32::from(first) - u32::from('０'),
        _ => return None,
    };
    second.is_none().then(|| u8::try_from(digit).unwrap_or(9))
}
