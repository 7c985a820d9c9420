//! Pictures of a Word file, boxes of text, and drawings whose words are listed.

use roxmltree::Node;

use super::WordImport;
use super::runs::{OpenLine, alternative};
use super::xml::{attribute, below};
use crate::import::handout::{HandoutBlock, HandoutPicture, Inline, LeftKind, WordLook};

impl WordImport<'_> {
    /// A picture, a box of text, or a drawing whose words are listed.
    pub(super) fn drawing(&mut self, node: Node<'_, '_>, open: &mut OpenLine) {
        let alt =
            below(node, "docPr").and_then(|it| attribute(it, "descr")).unwrap_or_default().trim().to_owned();
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
    }

    fn picture(&mut self, id: Option<&str>, alt: &str, open: &mut OpenLine) {
        let Some(target) = id.and_then(|id| self.relation(id)) else { return };
        let name = self.inside(&target);
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        let is_shown = matches!(&*ending, "png" | "jpg" | "jpeg" | "gif" | "webp");
        match self.parts.files.get(&name) {
            Some(bytes) if is_shown && is_picture(bytes) => {
                let picture = HandoutPicture {
                    bytes: bytes.clone(),
                    ending: if ending == "jpeg" { "jpg".to_owned() } else { ending },
                    alt: alt.to_owned(),
                    place: self.place.clone(),
                };
                self.out.pictures.push(picture);
                let at = self.out.pictures.len() - 1;
                self.push(Inline::Picture(at), open);
            }
            _ => {
                let file = name.rsplit('/').next().unwrap_or_default();
                self.leave(LeftKind::Picture, format!("{file} {alt}").trim());
            }
        }
    }
}

/// Whether `bytes` begin as a picture does that browsers show.
fn is_picture(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 4] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF"];
    starts.iter().any(|start| bytes.starts_with(start))
}
