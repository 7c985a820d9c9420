//! The parts of a Word file beside its text: styles, settings, the foot of its pages, the properties that are not shown.

use std::fmt::Write as _;

use super::fill::escaped;
use crate::paper::address::PROPERTY;

/// The namespaces of a text.
pub const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" mc:Ignorable=\"w14\"";

/// The first line of every part.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// What a language decides of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperLanguage {
    /// The tag of the language.
    pub tag: String,
    /// Whether lines go from right to left.
    pub is_from_right: bool,
    /// The fonts, the first of those that are installed.
    pub fonts: Vec<String>,
    /// `A4` or `letter`.
    pub paper: String,
}

impl PaperLanguage {
    fn font(&self) -> &str {
        self.fonts.first().map_or("Calibri", |font| font)
    }

    /// The tag as Word takes it: with a region.
    fn word_tag(&self) -> String {
        match &*self.tag {
            "ja" => "ja-JP".into(),
            "en" => "en-GB".into(),
            "zh-Hans" => "zh-CN".into(),
            "zh-Hant" => "zh-TW".into(),
            "ko" => "ko-KR".into(),
            tag => tag.into(),
        }
    }

    /// The width and the height of the paper, in twentieths of a point.
    fn size(&self) -> (u32, u32) {
        if self.paper.eq_ignore_ascii_case("letter") { (12240, 15840) } else { (11906, 16838) }
    }
}

/// The parts that do not depend on answers: names and text.
pub fn fixed(
    title: &str,
    foot: &str,
    mark: Option<&str>,
    writing: &PaperLanguage,
) -> Vec<(&'static str, String)> {
    let mut parts = vec![
        ("[Content_Types].xml", content_types(mark.is_some())),
        ("_rels/.rels", relations(mark.is_some())),
        ("docProps/core.xml", core(title, writing)),
    ];
    if let Some(mark) = mark {
        parts.push(("docProps/custom.xml", custom(mark)));
    }
    parts.extend([
        ("word/_rels/document.xml.rels", document_relations()),
        ("word/fontTable.xml", fonts(writing)),
        ("word/footer1.xml", footer(foot)),
        ("word/settings.xml", settings(writing)),
        ("word/styles.xml", styles(writing)),
        ("word/theme/theme1.xml", theme(writing)),
    ]);
    parts.into_iter().map(|(name, text)| (name, format!("{HEAD}{text}"))).collect()
}

/// What comes before and after the blocks of a text.
pub fn around(writing: &PaperLanguage) -> (String, String) {
    let (width, height) = writing.size();
    let bidi = if writing.is_from_right { "<w:bidi/>" } else { "" };
    let before = format!("{HEAD}<w:document {NAMESPACES}><w:body>");
    let after = format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId1\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>\
         <w:pgMar w:top=\"850\" w:right=\"850\" w:bottom=\"850\" w:left=\"850\" w:header=\"425\" w:footer=\"425\" \
         w:gutter=\"0\"/>{bidi}</w:sectPr></w:body></w:document>"
    );
    (before, after)
}

fn content_types(has_mark: bool) -> String {
    let part = |name: &str, kind: &str| format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>");
    let custom = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}{}{}{}{}{}</Types>",
        part("/word/document.xml", &format!("{WORD}.document.main+xml")),
        part("/word/styles.xml", &format!("{WORD}.styles+xml")),
        part("/word/settings.xml", &format!("{WORD}.settings+xml")),
        part("/word/fontTable.xml", &format!("{WORD}.fontTable+xml")),
        part("/word/footer1.xml", &format!("{WORD}.footer+xml")),
        part("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        if has_mark { part("/docProps/custom.xml", custom) } else { String::new() },
    )
}

fn relations(has_mark: bool) -> String {
    let custom = if has_mark {
        format!(
            "<Relationship Id=\"rId3\" Type=\"{OFFICE}/relationships/custom-properties\" Target=\"docProps/custom.xml\"/>"
        )
    } else {
        String::new()
    };
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/relationships/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         {custom}</Relationships>"
    )
}

fn document_relations() -> String {
    let part = |id: u32, kind: &str, file: &str| {
        format!("<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/relationships/{kind}\" Target=\"{file}\"/>")
    };
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\">{}{}{}{}{}</Relationships>",
        part(1, "footer", "footer1.xml"),
        part(2, "styles", "styles.xml"),
        part(3, "settings", "settings.xml"),
        part(4, "fontTable", "fontTable.xml"),
        part(5, "theme", "theme/theme1.xml"),
    )
}

fn core(title: &str, writing: &PaperLanguage) -> String {
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        escaped(title),
        escaped(&writing.tag),
    )
}

/// Word shows this property nowhere but in its list of advanced properties.
fn custom(mark: &str) -> String {
    format!(
        "<Properties xmlns=\"{OFFICE}/custom-properties\" xmlns:vt=\"{OFFICE}/docPropsVTypes\">\
         <property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"{PROPERTY}\"><vt:lpwstr>{}</vt:lpwstr>\
         </property></Properties>",
        escaped(mark),
    )
}

fn fonts(writing: &PaperLanguage) -> String {
    let others = writing.fonts.iter().skip(1).cloned().collect::<Vec<_>>().join(",");
    let alternative = if others.is_empty() {
        String::new()
    } else {
        format!("<w:altName w:val=\"{}\"/>", escaped(&others))
    };
    let first = escaped(writing.font());
    format!("<w:fonts {NAMESPACES}><w:font w:name=\"{first}\">{alternative}</w:font></w:fonts>")
}

/// Word expects a theme, even if no style refers to it.
fn theme(writing: &PaperLanguage) -> String {
    let font = escaped(writing.font());
    let colour = |name: &str, value: &str| format!("<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>");
    let colours = [
        ("dk1", "24221F"),
        ("lt1", "FFFFFF"),
        ("dk2", "1F3F73"),
        ("lt2", "F2F2F0"),
        ("accent1", "1F3F73"),
        ("accent2", "A93420"),
        ("accent3", "2A5F43"),
        ("accent4", "8B8373"),
        ("accent5", "B9C6DB"),
        ("accent6", "504C45"),
        ("hlink", "1F3F73"),
        ("folHlink", "5D3A66"),
    ];
    let colours: String = colours.iter().map(|(name, value)| colour(name, value)).collect();
    let fonts = format!("<a:latin typeface=\"{font}\"/><a:ea typeface=\"{font}\"/><a:cs typeface=\"\"/>");
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = format!("<a:ln w=\"6350\">{fill}</a:ln>");
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    format!(
        "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"mitate\"><a:themeElements>\
         <a:clrScheme name=\"mitate\">{colours}</a:clrScheme><a:fontScheme name=\"mitate\"><a:majorFont>{fonts}</a:majorFont>\
         <a:minorFont>{fonts}</a:minorFont></a:fontScheme><a:fmtScheme name=\"mitate\"><a:fillStyleLst>{0}</a:fillStyleLst>\
         <a:lnStyleLst>{1}</a:lnStyleLst><a:effectStyleLst>{2}</a:effectStyleLst><a:bgFillStyleLst>{0}</a:bgFillStyleLst>\
         </a:fmtScheme></a:themeElements></a:theme>",
        fill.repeat(3),
        line.repeat(3),
        effect.repeat(3),
    )
}

/// The foot of every page: the title of the course, and the number of the page among all.
fn footer(title: &str) -> String {
    let field = |name: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {name} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    format!(
        "<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r>{}<w:tab/></w:r>{}\
         <w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>{}</w:p></w:ftr>",
        super::fill::text(title),
        field("PAGE"),
        field("NUMPAGES"),
    )
}

fn settings(writing: &PaperLanguage) -> String {
    let tag = escaped(&writing.word_tag());
    format!(
        "<w:settings {NAMESPACES}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"840\"/>\
         <w:characterSpacingControl w:val=\"compressPunctuation\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat><w:themeFontLang w:val=\"en-US\" w:eastAsia=\"{tag}\"/></w:settings>"
    )
}

/// A paragraph style: its id, the properties of the paragraph and those of its text.
struct Paragraph(&'static str, &'static str, &'static str);

/// Sizes are in half points, spaces in twentieths of a point.
const PARAGRAPHS: &[Paragraph] = &[
    Paragraph(
        "Title",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"80\"/>",
        "<w:b/><w:sz w:val=\"34\"/>",
    ),
    Paragraph(
        "Subtitle",
        "<w:spacing w:before=\"0\" w:after=\"160\"/>",
        "<w:color w:val=\"504C45\"/><w:sz w:val=\"17\"/>",
    ),
    Paragraph(
        "heading 1",
        "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:sz w:val=\"28\"/>",
    ),
    Paragraph(
        "heading 2",
        "<w:keepNext/><w:spacing w:before=\"300\" w:after=\"100\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:sz w:val=\"24\"/>",
    ),
    Paragraph(
        "heading 3",
        "<w:keepNext/><w:spacing w:before=\"220\" w:after=\"80\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:sz w:val=\"22\"/>",
    ),
    Paragraph(
        "heading 4",
        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/><w:outlineLvl w:val=\"3\"/>",
        "<w:b/>",
    ),
    Paragraph(
        "Section",
        "<w:keepNext/><w:spacing w:before=\"260\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:color w:val=\"1F3F73\"/><w:sz w:val=\"23\"/>",
    ),
    Paragraph(
        "Lead",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"80\"/>",
        "<w:color w:val=\"504C45\"/><w:sz w:val=\"18\"/>",
    ),
    Paragraph("Item", "<w:spacing w:before=\"0\" w:after=\"60\"/>", ""),
    Paragraph(
        "Label",
        "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"264\" w:lineRule=\"auto\"/>",
        "<w:b/><w:sz w:val=\"19\"/>",
    ),
    Paragraph(
        "Question",
        "<w:keepNext/><w:spacing w:before=\"20\" w:after=\"20\" w:line=\"264\" w:lineRule=\"auto\"/>",
        "<w:b/><w:sz w:val=\"19\"/>",
    ),
    Paragraph(
        "Name",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"252\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        "<w:sz w:val=\"17\"/>",
    ),
    Paragraph(
        "TableCell",
        "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"288\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"20\"/>",
    ),
    Paragraph(
        "Small",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"264\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"18\"/>",
    ),
    Paragraph(
        "Number",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"264\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        "<w:sz w:val=\"18\"/>",
    ),
    Paragraph(
        "ListLine",
        "<w:pBdr><w:between w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"8B8373\"/></w:pBdr>\
         <w:tabs><w:tab w:val=\"left\" w:pos=\"400\"/></w:tabs><w:spacing w:before=\"80\" w:after=\"0\" w:line=\"340\" w:lineRule=\"atLeast\"/>\
         <w:ind w:left=\"400\" w:hanging=\"400\"/>",
        "<w:sz w:val=\"19\"/>",
    ),
    Paragraph(
        "Help",
        "<w:spacing w:before=\"0\" w:after=\"20\" w:line=\"252\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"504C45\"/><w:sz w:val=\"16\"/>",
    ),
    Paragraph(
        "Required",
        "<w:spacing w:before=\"0\" w:after=\"20\" w:line=\"252\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"A93420\"/><w:sz w:val=\"16\"/>",
    ),
    Paragraph(
        "Caption",
        "<w:spacing w:before=\"60\" w:after=\"120\"/>",
        "<w:color w:val=\"504C45\"/><w:sz w:val=\"18\"/>",
    ),
    Paragraph(
        "Exercise",
        "<w:spacing w:before=\"120\" w:after=\"120\"/>",
        "<w:b/><w:color w:val=\"1F3F73\"/>",
    ),
    Paragraph(
        "ApartTitle",
        "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/>",
        "<w:b/><w:color w:val=\"1F3F73\"/><w:sz w:val=\"19\"/>",
    ),
    Paragraph(
        "Code",
        "<w:spacing w:before=\"60\" w:after=\"60\"/>",
        "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\"/><w:sz w:val=\"18\"/>",
    ),
    Paragraph(
        "Rule",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"8B8373\"/></w:pBdr><w:spacing w:before=\"60\" w:after=\"120\"/>",
        "<w:sz w:val=\"8\"/>",
    ),
    Paragraph(
        "Between",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>",
        "<w:sz w:val=\"4\"/>",
    ),
    Paragraph(
        "footer",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"10206\"/></w:tabs><w:spacing w:before=\"0\" w:after=\"0\"/>",
        "<w:color w:val=\"444444\"/><w:sz w:val=\"16\"/>",
    ),
];

/// The name of a style is what Word calls it; its id has no blanks and begins with a capital.
fn id(name: &str) -> String {
    let mut id = name.replace(' ', "");
    if let Some(first) = id.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    id
}

fn styles(writing: &PaperLanguage) -> String {
    let font = escaped(writing.font());
    let tag = escaped(&writing.word_tag());
    let bidi = if writing.is_from_right { "<w:bidi/>" } else { "" };
    let mut out = format!(
        "<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:eastAsia=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"{font}\"/>\
         <w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\" w:bidi=\"{tag}\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr>{bidi}<w:spacing w:after=\"120\" w:line=\"312\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
    );
    for Paragraph(name, paragraph, run) in PARAGRAPHS {
        let run = if run.is_empty() { String::new() } else { format!("<w:rPr>{run}</w:rPr>") };
        let _ = write!(
            out,
            "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
             <w:pPr>{paragraph}</w:pPr>{run}</w:style>",
            id(name)
        );
    }
    let border = |side: &str, size: u32| {
        format!("<w:{side} w:val=\"single\" w:sz=\"{size}\" w:space=\"0\" w:color=\"24221F\"/>")
    };
    let sides = ["top", "left", "bottom", "right"].map(|side| border(side, 8)).concat();
    let _ = write!(
        out,
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"100\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"Form\"><w:name w:val=\"Form\"/><w:basedOn w:val=\"TableNormal\"/>\
         <w:tblPr><w:tblBorders>{sides}{}{}</w:tblBorders></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"Apart\"><w:name w:val=\"Apart\"/><w:basedOn w:val=\"TableNormal\"/>\
         <w:tblPr><w:tblBorders><w:left w:val=\"single\" w:sz=\"24\" w:space=\"0\" w:color=\"B9C6DB\"/></w:tblBorders></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"Cards\"><w:name w:val=\"Cards\"/><w:basedOn w:val=\"TableNormal\"/>\
         <w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr></w:style></w:styles>",
        border("insideH", 4),
        border("insideV", 4),
    );
    out
}
