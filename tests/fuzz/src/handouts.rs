//! Handouts: made at random, and damaged.

use std::fmt::Write as _;

use mitate::import;

use super::mutate::Dice;

/// The relations of a handout that is made: links.
pub const RELATIONS: &str = "<Relationships><Relationship Id=\"r1\" Type=\"http://x/hyperlink\" Target=\"https://example.com/\" TargetMode=\"External\"/><Relationship Id=\"r2\" Type=\"http://x/hyperlink\" Target=\"other.docx\" TargetMode=\"External\"/></Relationships>";

/// Two lists.
pub const NUMBERING: &str = "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"aiueo\"/><w:lvlText w:val=\"(%2)\"/></w:lvl></w:abstractNum>\
<w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/></w:lvl></w:abstractNum>\
<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>";

/// A Word file that is made at random.
pub struct MadeFile {
    dice: Dice,
    /// Its words. Each is in the file once, or twice where a program reads one of two.
    pub words: Vec<String>,
    /// The notes and the comments.
    pub notes: String,
    pub comments: String,
    notes_made: usize,
}

impl MadeFile {
    #[must_use]
    pub fn new(dice: Dice) -> Self {
        Self { dice, words: Vec::new(), notes: String::new(), comments: String::new(), notes_made: 0 }
    }

    fn word(&mut self) -> String {
        let word = format!("語{}終", self.words.len());
        self.words.push(word.clone());
        word
    }

    /// Blocks with others in them down to `depth`.
    #[must_use]
    pub fn blocks(&mut self, depth: usize) -> String {
        let mut out = String::new();
        for _ in 0..=self.dice.below(5) {
            match self.dice.below(if depth > 0 { 8 } else { 5 }) {
                0..=4 => out += &self.paragraph(depth),
                5 => {
                    let inner = self.blocks(depth - 1);
                    let kind = ["ins", "customXml", "moveTo"][self.dice.below(3)];
                    let _ = write!(out, "<w:{kind}>{inner}</w:{kind}>");
                }
                6 => {
                    let inner = self.blocks(depth - 1);
                    let gallery = [
                        "",
                        "<w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj>",
                        "<w:showingPlcHdr/>",
                    ][self.dice.below(3)];
                    let _ = write!(
                        out,
                        "<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
                    );
                }
                _ => out += &self.table(depth - 1),
            }
        }
        out
    }

    fn table(&mut self, depth: usize) -> String {
        let mut rows = String::new();
        for at in 0..=self.dice.below(3) {
            let mut cells = String::new();
            for _ in 0..=self.dice.below(3) {
                let format = [
                    "",
                    "<w:gridSpan w:val=\"2\"/>",
                    "<w:vMerge w:val=\"restart\"/>",
                    "<w:vMerge/>",
                    "<w:shd w:fill=\"DDDDDD\"/>",
                ][self.dice.below(5)];
                let inner = match self.dice.below(6) {
                    0 => "<w:p/>".to_owned(),
                    1 => self.filled_in(at),
                    _ => self.blocks(depth),
                };
                let _ = write!(cells, "<w:tc><w:tcPr>{format}</w:tcPr>{inner}</w:tc>");
            }
            let format =
                ["", "<w:tblHeader/>", "<w:del/>", "<w:gridBefore w:val=\"1\"/>"][self.dice.below(4)];
            let _ = write!(rows, "<w:tr><w:trPr>{format}</w:trPr>{cells}</w:tr>");
        }
        format!("<w:tbl>{rows}</w:tbl>")
    }

    /// What a cell of a form has in its row `at`: the number of the row, or something to fill in.
    fn filled_in(&mut self, at: usize) -> String {
        let words = match self.dice.below(6) {
            0 => at.to_string(),
            1 => "（　　　）人".to_owned(),
            2 => format!("□{} □{}", self.word(), self.word()),
            3 => "　　年　　月　　日".to_owned(),
            4 => "◎ ○ △ ×".to_owned(),
            _ => {
                return "<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
                    .to_owned();
            }
        };
        format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
    }

    fn paragraph(&mut self, depth: usize) -> String {
        let format = [
            "",
            "<w:pStyle w:val=\"Heading1\"/>",
            "<w:pStyle w:val=\"Heading3\"/>",
            "<w:pStyle w:val=\"Title\"/>",
            "<w:pStyle w:val=\"Subtitle\"/>",
            "<w:pStyle w:val=\"TOC1\"/>",
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
            "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>",
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>",
            "<w:jc w:val=\"center\"/>",
        ][self.dice.below(10)];
        let inner = self.line(depth);
        format!("<w:p><w:pPr>{format}</w:pPr>{inner}</w:p>")
    }

    fn run(&mut self) -> String {
        let format =
            ["", "", "", "<w:b/>", "<w:i/>", "<w:u w:val=\"single\"/>", "<w:strike/>", "<w:vanish/>"]
                [self.dice.below(8)];
        let around = [
            ("", ""),
            ("", "："),
            ("□", " □"),
            ("", "＿＿＿＿"),
            ("", "（　　　）"),
            ("", "「"),
            ("**", "`"),
            ("#", ""),
        ][self.dice.below(8)];
        let word = self.word();
        format!(
            "<w:r><w:rPr>{format}</w:rPr><w:t xml:space=\"preserve\">{}{word}{}</w:t></w:r>",
            around.0, around.1
        )
    }

    fn line(&mut self, depth: usize) -> String {
        let mut out = String::new();
        for _ in 0..self.dice.below(5) {
            let part = match self.dice.below(if depth > 0 { 18 } else { 8 }) {
                0..=4 => self.run(),
                5 => format!("<w:r><w:{}/></w:r>", ["br", "tab", "cr", "noBreakHyphen"][self.dice.below(4)]),
                6 => {
                    let (base, reading) = (self.word(), self.word());
                    format!(
                        "<w:r><w:ruby><w:rt><w:r><w:t>{reading}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>{base}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
                    )
                }
                7 => {
                    let word = self.word();
                    format!("<w:del><w:r><w:delText>{word}</w:delText></w:r></w:del>")
                }
                8 => {
                    let target = ["r:id=\"r1\"", "r:id=\"r2\"", "w:anchor=\"a\""][self.dice.below(3)];
                    let inner = self.line(depth - 1);
                    format!("<w:hyperlink {target}>{inner}</w:hyperlink>")
                }
                9 => {
                    let inner = self.line(depth - 1);
                    let kind = ["ins", "smartTag", "moveTo", "moveFrom"][self.dice.below(4)];
                    format!("<w:{kind}>{inner}</w:{kind}>")
                }
                10 => self.field(depth - 1),
                11 => {
                    let word = self.word();
                    let instruction =
                        ["EQ \\o\\ad(\\s\\up 9(", "EQ \\o\\ac(○,", "EQ \\f(1,"][self.dice.below(3)];
                    let end = if instruction.contains("\\up") {
                        format!("{}),{word})", self.word())
                    } else {
                        format!("{word})")
                    };
                    format!("<w:fldSimple w:instr=\"{instruction}{end}\"/>")
                }
                12 => {
                    self.notes_made += 1;
                    let number = self.notes_made;
                    let inner = self.paragraph(0);
                    let _ = write!(self.notes, "<w:footnote w:id=\"{number}\">{inner}</w:footnote>");
                    format!("<w:r><w:footnoteReference w:id=\"{number}\"/></w:r>")
                }
                13 => {
                    let inner = self.paragraph(0);
                    let _ = write!(self.comments, "<w:comment>{inner}</w:comment>");
                    String::new()
                }
                14 => {
                    let inner = self.blocks(depth - 1);
                    format!(
                        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{inner}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                    )
                }
                15 => {
                    let inner = self.line(depth - 1);
                    let kind = [
                        "",
                        "<w:showingPlcHdr/><w:date/>",
                        "<w:showingPlcHdr/><w:text/>",
                        "<w:dropDownList><w:listItem w:value=\"LIST\"/></w:dropDownList>",
                        "<w:showingPlcHdr/><w:dropDownList><w:listItem w:value=\"LIST\"/></w:dropDownList>",
                    ][self.dice.below(5)];
                    let kind = if kind.contains("LIST") {
                        kind.replace("LIST", &self.word())
                    } else {
                        kind.to_owned()
                    };
                    format!("<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
                }
                16 => {
                    let word = self.word();
                    format!("<m:oMath><m:r><m:t>{word}</m:t></m:r></m:oMath>")
                }
                _ => {
                    let word = self.word();
                    format!("<w:r><w:pict><v:shape><v:textpath string=\"{word}\"/></v:shape></w:pict></w:r>")
                }
            };
            out += &part;
        }
        out
    }

    /// A field between its marks.
    fn field(&mut self, depth: usize) -> String {
        let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        let instruction = match self.dice.below(6) {
            0 => format!("EQ \\o\\ad(\\s\\up 9({}),{})", self.word(), self.word()),
            1 => "TOC \\o".to_owned(),
            2 => "HYPERLINK \"https://example.com/\"".to_owned(),
            3 => "PAGE".to_owned(),
            4 => "FORMTEXT".to_owned(),
            _ => "HYPERLINK \\l \"a\"".to_owned(),
        };
        let instruction = instruction.replace('"', "&quot;");
        let result =
            if self.dice.below(2) == 0 { String::new() } else { mark("separate") + &self.line(depth) };
        let end = if self.dice.below(8) == 0 { String::new() } else { mark("end") };
        format!("{}<w:r><w:instrText>{instruction}</w:instrText></w:r>{result}{end}", mark("begin"))
    }
}

/// Any bytes are read as a handout, or refused: in XML, in a workbook, in Markdown.
pub fn handout(input: &[u8]) {
    let text = String::from_utf8_lossy(&input[..input.len().min(super::LONGEST)]);
    if let Some(markdown) = text.strip_prefix("md\n") {
        if let Ok(handout) = import::read_unguarded(markdown.as_bytes(), "name", "md") {
            let _ = handout.page("name");
        }
        return;
    }
    let types = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let files = super::archives::Files::from([
        ("[Content_Types].xml".to_owned(), types.as_bytes().to_vec()),
        ("word/document.xml".to_owned(), text.as_bytes().to_vec()),
        ("word/numbering.xml".to_owned(), format!("<n xmlns:w=\"w\">{NUMBERING}</n>").into_bytes()),
        ("word/_rels/document.xml.rels".to_owned(), RELATIONS.as_bytes().to_vec()),
    ]);
    if let Ok(handout) = import::read_unguarded(&super::archives::zipped(&files), "name", "docx") {
        let _ = (handout.page("name"), handout.form());
    }
}

/// Documents that are made at random, and Markdown of other programs.
#[must_use]
pub fn seeds(project: &std::path::Path) -> Vec<String> {
    let namespaces =
        "xmlns:w=\"w\" xmlns:r=\"r\" xmlns:mc=\"mc\" xmlns:w14=\"w14\" xmlns:m=\"m\" xmlns:v=\"v\"";
    let made = |seed| {
        let body = MadeFile::new(Dice::new(seed)).blocks(3);
        format!("<w:document {namespaces}><w:body>{body}</w:body></w:document>")
    };
    let mut seeds: Vec<String> = (0..30).map(made).filter(|it| it.len() < super::LONGEST).collect();
    for name in ["hugo.md", "zola.md"] {
        let text = std::fs::read_to_string(project.join("tests/import").join(name)).unwrap_or_default();
        seeds.push(format!("md\n{text}"));
    }
    seeds
}
