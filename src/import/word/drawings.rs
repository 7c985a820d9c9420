//! Pictures of a Word file, boxes of text, and drawings whose words are listed.

use roxmltree::Node;

use super::WordImport;
use super::runs::{OpenLine, alternative};
use crate::import::handout::{HandoutBlock, Inline, LeftKind, WordLook};
use crate::import::parts::picture;
use crate::import::xml::{attribute, below};

impl WordImport<'_> {
    /// A picture, a box of text, or a drawing whose words are listed.
    pub(super) fn drawing(&mut self, node: Node<'_, '_>, open: &mut OpenLine) {
        let alt =
            below(node, "docPr").and_then(|it| attribute(it, "descr")).unwrap_or_default().trim().to_owned();
        let pictures = self.out.pictures.len() + self.out.left.len();
        let mut next = vec![node];
        while let Some(it) = next.pop() {
            match it.tag_name().name() {
                "txbxContent" => {
                    let blocks = self.boxed(it);
                    if !blocks.is_empty() {
                        open.boxes.push(HandoutBlock::Quote(blocks));
                    }
                    continue;
                }
                "blip" => self.picture(attribute(it, "embed"), &alt, open),
                "imagedata" => self.picture(attribute(it, "id"), &alt, open),
                "textpath" => self.say(attribute(it, "string").unwrap_or_default(), WordLook::Plain, open),
                "chart" | "relIds" => {
                    let parts: Vec<&str> = it.attributes().map(|it| it.value()).collect();
                    self.drawn(&parts);
                }
                "OLEObject" => {
                    self.leave(LeftKind::Embedded, attribute(it, "ProgID").unwrap_or_default());
                }
                "AlternateContent" => {
                    next.extend(alternative(it));
                    continue;
                }
                // Words of a shape outside of a box.
                "t" => self.say(it.text().unwrap_or_default(), WordLook::Plain, open),
                _ => {}
            }
            next.extend(it.children().filter(Node::is_element).collect::<Vec<_>>().into_iter().rev());
        }
        // The words for shapes that are no picture.
        if self.out.pictures.len() + self.out.left.len() == pictures {
            self.leave(LeftKind::Drawing, &alt);
        }
    }

    fn picture(&mut self, id: Option<&str>, alt: &str, open: &mut OpenLine) {
        let Some(id) = id else { return };
        let Some(target) = self.relation(id) else {
            return self.leave(LeftKind::Picture, if alt.is_empty() { id } else { alt });
        };
        match picture(self.parts, &self.inside(&target), alt, self.place.clone()) {
            Ok(picture) => {
                self.out.pictures.push(picture);
                self.push(Inline::Picture(self.out.pictures.len() - 1), open);
            }
            Err(left) => self.out.left.push(left),
        }
    }
}
