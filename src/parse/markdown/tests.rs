//! What authors write, and what becomes of it; and that nothing an author writes breaks the page.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::{ParseOptions, parse};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Locale;
use crate::model::{Body, Note, Piece, Target};
use crate::theme::default_locale;
use crate::yaml::Offsets;

static JAPANESE: LazyLock<Arc<Locale>> = LazyLock::new(|| default_locale("ja"));
static ENGLISH: LazyLock<Arc<Locale>> = LazyLock::new(|| default_locale("en"));

/// A Japanese text by itself.
fn japanese() -> ParseOptions<'static> {
    ParseOptions::new(&JAPANESE)
}

fn body(text: &str, options: ParseOptions<'_>) -> (Body, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let body = parse(text, &Offsets::of_run(0, text.len()), &Arc::from("a.md"), options, &mut out);
    (body, out)
}

/// The pieces as HTML, with typed pieces closed as they will be.
fn html_of(body: &Body) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Html(html) => html.clone(),
        Piece::HeadingStart(index) => format!("<h{}>", body.headings[*index as usize].level),
        Piece::HeadingEnd(index) => format!("</h{}>", body.headings[*index as usize].level),
        Piece::LinkStart(_) => "<a>".into(),
        Piece::LinkEnd(_) => "</a>".into(),
        Piece::Image(_) | Piece::Blank(_) => "<img>".into(),
        Piece::Code { .. } => "<pre></pre>".into(),
        Piece::Exercise(_) => "<section></section>".into(),
        Piece::Facilitator(index) => {
            format!("<aside>{}</aside>", html_of(&body.facilitator[*index as usize]))
        }
        Piece::SentenceStart(_) => "<span>".into(),
        Piece::SentenceEnd(_) => "</span>".into(),
        Piece::WordStart(_) => "<ruby>".into(),
        Piece::WordEnd(index) => format!("<rt>{}</rt></ruby>", body.read_words[*index as usize].reading),
        Piece::FootnoteRef(index) => format!("<sup>{}</sup>", body.marks[*index as usize].note + 1),
    };
    let note = |note: &Note| -> String {
        let pieces: String = note.pieces.iter().map(piece).collect();
        format!("<li>{pieces}{}</li>", if note.ends_in_paragraph { "</p>" } else { "" })
    };
    body.pieces.iter().map(piece).chain(body.notes.iter().map(note)).collect()
}

fn events(text: &str) -> Vec<super::events::Spanned<'_>> {
    super::events::events(text, &mut super::Ties::default())
}

fn html(text: &str) -> String {
    html_of(&body(text, japanese()).0)
}

fn codes(text: &str) -> Vec<Code> {
    body(text, japanese()).1.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn emphasis_stands_beside_japanese_punctuation() {
    assert_eq!(html("これは**「重要」**です"), "<p>これは<strong>「重要」</strong>です</p>\n");
    assert_eq!(html("**真。**テスト"), "<p><strong>真。</strong>テスト</p>\n");
    assert_eq!(html("**「甲」**と**「乙」**"), "<p><strong>「甲」</strong>と<strong>「乙」</strong></p>\n");
    assert_eq!(
        html("*「語」*と***（三）***を"),
        "<p><em>「語」</em>と<em><strong>（三）</strong></em>を</p>\n"
    );
    assert_eq!(html("**「[傾聴](term:x)」**という"), "<p><strong>「<a>傾聴</a>」</strong>という</p>\n");
    assert_eq!(html(r"これは\*「星」*です"), "<p>これは*「星」*です</p>\n");
    let (code, _) = body("```\n*あ*と**「い」**\n```", japanese());
    assert_eq!(code.pieces, [Piece::Code { language: String::new(), text: "*あ*と**「い」**\n".into() }]);
    assert_eq!(html("`**「」**`と2 * 3 * 4"), "<p><code>**「」**</code>と2 * 3 * 4</p>\n");
}

#[test]
fn a_line_break_between_japanese_lines_is_no_space() {
    assert_eq!(html("一行目\n二行目"), "<p>一行目二行目</p>\n");
    assert_eq!(html("一行目、\n**二行目**"), "<p>一行目、<strong>二行目</strong></p>\n");
    assert_eq!(html("one\ntwo"), "<p>one\ntwo</p>\n");
    assert_eq!(html("日本\nABC"), "<p>日本\nABC</p>\n");
}

#[test]
fn ruby_terms_and_footnotes_in_text() {
    let ruby = "<ruby>見立<rp>（</rp><rt>みた</rt><rp>）</rp></ruby>";
    assert_eq!(html("｜見立《みた》て"), format!("<p>{ruby}て</p>\n"));
    let (found, _) = body("会う。[[ラポール|信頼]]を。", japanese());
    assert_eq!(html_of(&found), "<p>会う。<a>信頼</a>を。</p>\n");
    assert_eq!(found.links[0].target, Target::Term("ラポール".into()));
    assert_eq!((found.links[0].at.start, found.links[0].at.end), (11, 23));
    let notes = html("語[^1]と語[^1]。\n\n[^1]: 注の文。\n");
    assert_eq!(notes, "<p>語<sup>1</sup>と語<sup>1</sup>。</p>\n<li><p>注の文。</p></li>");
    let (found, _) = body("乙[^b]甲[^a]。\n\n[^a]: 甲の注[^b]。\n[^b]: 乙の注。\n\n### fn 1\n", japanese());
    let marks: Vec<(u32, u32)> = found.marks.iter().map(|mark| (mark.note, mark.nth)).collect();
    assert_eq!(marks, [(0, 1), (1, 1), (0, 2)]);
    assert_eq!((found.notes.len(), found.headings[0].id.as_str()), (2, "section-fn-1"));
    assert_eq!(codes("語[^x]。"), [Code::UndefinedFootnote]);
    assert_eq!(codes("語。\n\n[^x]: 注\n"), [Code::UnusedFootnote]);
}

#[test]
fn words_without_markup_leave_readings_and_marks_out() {
    let plain = |text: &str| body(text, japanese()).0.plain;
    assert_eq!(plain("1 &lt; 2 &amp; ｜見立《みた》て[^1]\n\n次\n\n[^1]: 注\n"), "1 < 2 & 見立て\n次\n\n注");
    assert_eq!(
        plain("## 題\n\n- 甲\n- **乙**[丙](a.md)\n\n| 丁 | 戊 |\n| - | - |\n"),
        "題\n甲\n乙丙\n丁\n戊"
    );
    assert_eq!(plain("> [!NOTE]\n> 中\n\n![絵](a.png)\n\n```\nx\n```\n"), "補足\n中\n絵\nx");
}

#[test]
fn headings_have_anchors_and_an_order() {
    let (found, diagnostic) = body("## はじめの 場面\n\n### 声 {#voice}\n\n## はじめの 場面\n", japanese());
    let ids: Vec<&str> = found.headings.iter().map(|heading| heading.id.as_str()).collect();
    assert_eq!((ids, diagnostic.len()), (vec!["はじめの-場面", "voice", "はじめの-場面-2"], 0));
    assert_eq!(codes("# 題"), [Code::HeadingOne]);
    assert_eq!(codes("## 一\n\n#### 三"), [Code::HeadingJump]);
    assert_eq!(codes("### 三"), [Code::HeadingJump]);
    assert_eq!(codes("## 一 {#a}\n\n## 二 {#a}"), [Code::DuplicateAnchor]);
}

#[test]
fn pictures_need_words_and_lie_in_the_course() {
    let (found, diagnostic) = body("![校門](images/gate.png \"朝\")", japanese());
    assert_eq!((html_of(&found).as_str(), diagnostic.len()), ("<img>", 0));
    assert_eq!(found.images[0].caption.as_deref(), Some("朝"));
    assert_eq!(codes("![](a.png)"), [Code::MissingAlt]);
    assert_eq!(codes("![x](https://example.com/a.png)"), [Code::RemoteImage]);
}

#[test]
fn an_exercise_is_named_by_one_line() {
    let (found, diagnostic) = body("```exercise\nbiestek-utterances\n```\n", japanese());
    assert_eq!((&*found.exercises[0].id, diagnostic.len()), ("biestek-utterances", 0));
    assert_eq!((found.exercises[0].at.start, found.exercises[0].at.end), (12, 30));
    assert_eq!(codes("```exercise\n```\n"), [Code::EmptyExercise]);
    assert_eq!(codes("```exercise\nあ\n```\n"), [Code::EmptyExercise]);
}

#[test]
fn raw_html_is_reported_and_left_out() {
    assert_eq!(codes("a<b onclick=x>c</b>"), [Code::RawHtml]);
    assert_eq!(codes("<div>\n一行目\n二行目\n</div>\n"), [Code::RawHtml]);
    assert_eq!(codes("<!--\n一行目\n\n二行目\n-->\n"), []);
    assert_eq!(html("<script>alert(1)</script>\n\nあ"), "<p>あ</p>\n");
    assert_eq!(codes("<!-- 覚え書き -->\n\nあ"), []);
    assert_eq!(codes("[a](javascript:alert(1))"), [Code::UnsafeLink]);
}

#[test]
fn sentences_have_ids_numbers_and_stages() {
    let options = ParseOptions { sentences: true, ..japanese() };
    let (found, _) = body(
        "## 一 {#a}\n\n朝だ。**眠い。**Aは「行く。」と言った。\n\n## 二 {#b}\n\n- [[語]]が来た。次。\n",
        options,
    );
    let shape: Vec<(u32, u32, &str)> =
        found.sentences.iter().map(|it| (it.stage, it.number, it.text.as_str())).collect();
    let expected = [
        (1, 1, "朝だ。"),
        (1, 2, "眠い。"),
        (1, 3, "Aは「行く。」と言った。"),
        (2, 1, "語が来た。"),
        (2, 2, "次。"),
    ];
    assert_eq!(shape, expected);
    assert!(is_balanced(&html_of(&found)), "{}", html_of(&found));
}

#[test]
fn sentences_do_not_go_on_over_blocks_or_half_of_a_markup() {
    let marked = |text: &str| -> Vec<String> {
        let (found, _) = body(text, ParseOptions { sentences: true, ..japanese() });
        assert!(is_balanced(&html_of(&found)), "{}", html_of(&found));
        found.sentences.iter().map(|it| it.text.clone()).collect()
    };
    assert_eq!(
        marked("朝だ。「行く。」と言う。\n（夜。）と。"),
        ["朝だ。", "「行く。」と言う。", "（夜。）と。"]
    );
    assert_eq!(marked("- 親\n  - 子\n- 次。`a。b`と｜漢《かん》。"), ["親", "子", "次。", "a。bと漢。"]);
    assert_eq!(marked("- 甲\n  ```\n  x\n  ```\n  乙"), ["甲", "乙"]);
    assert_eq!(marked("甲。[^1]乙。\n\n[^1]: 注。\n\n> 引く。\n"), ["甲。", "乙。", "引く。"]);
    assert_eq!(
        marked("**真。次。**後。| 甲。\n\n| 表。 |\n| --- |\n| 中。 |\n"),
        ["真。次。", "後。", "| 甲。"]
    );
}

#[test]
fn a_link_holds_no_link() {
    assert_eq!(html("[見る[[語]]](a.md)"), "<p><a>見る語</a></p>\n");
    let note = html("[見る[^1]](a.md)\n\n[^1]: 注\n");
    assert!(note.starts_with("<p>[見る<sup"), "{note}");
    let (found, diagnostic) = body("![a ![b](c.png) [[d]]](e.png)", japanese());
    assert_eq!(
        (found.images.len(), found.images[0].alt.as_str(), found.links.len(), diagnostic.len()),
        (1, "a b d", 0, 0)
    );
    let (found, _) = body("<a@example.jp>", japanese());
    assert_eq!(found.links[0].target, Target::External("mailto:a@example.jp".into()));
}

#[test]
fn terms_stand_in_tables_and_beside_entities_but_not_behind_a_backslash() {
    let (found, _) = body("| 甲 |\n| --- |\n| [[語\\|言い方]] |\n\n[[Q&amp;A]]\\[[x]]`[[y]]`", japanese());
    let terms: Vec<&Target> = found.links.iter().map(|link| &link.target).collect();
    assert_eq!(terms, [&Target::Term("語".into()), &Target::Term("Q&A".into())]);
    assert!(html_of(&found).contains("<td><a>言い方</a></td>"));
    assert_eq!(
        html("甲\n[[乙|b]]\n｜丙《へい》\n**丁**"),
        "<p>甲\n<a>b</a>\n<ruby>丙<rp>（</rp><rt>へい</rt><rp>）</rp></ruby><strong>丁</strong></p>\n"
    );
}

#[test]
fn an_anchor_given_by_hand_is_never_made_for_another() {
    let (found, diagnostic) = body("## voice\n\n## 声 {#voice}\n", japanese());
    assert_eq!((found.headings[0].id.as_str(), diagnostic.len()), ("voice-2", 0));
    let (_, diagnostic) = body("## 一 {#a}\n\n## 二 {#a}", japanese());
    assert_eq!(diagnostic[0].related.as_ref().map(|span| span.start), Some(0));
}

#[test]
fn only_whole_comments_are_left_out_in_silence() {
    assert_eq!(codes("<!-- a\n\nb -->\n\nあ<!-- c -->い"), []);
    assert_eq!(codes("<!-- 閉じない\n\nあ"), [Code::RawHtml]);
    assert_eq!(codes("<!-- a --><script>x</script> -->"), [Code::RawHtml]);
    assert_eq!(codes("<div>\n<p>\n</div>"), [Code::RawHtml]);
}

#[test]
fn deep_nesting_is_survived() {
    let deep = |open: &str, close: &str| format!("あ{}語{}*「」*", open.repeat(3000), close.repeat(3000));
    for text in [
        deep("_", "_"),
        deep("![", "](x)"),
        deep("*", "*"),
        deep("> ", ""),
        deep("[[", "]]"),
        deep("_a ", " a_"),
    ] {
        let (found, _) = body(&text, ParseOptions { sentences: true, ..japanese() });
        assert!(is_balanced(&html_of(&found)));
    }
}

#[test]
fn a_value_of_one_paragraph_has_no_tags_around_it() {
    let inline = ParseOptions { inline: true, ..japanese() };
    assert_eq!(html_of(&body("**短い**文", inline).0), "<strong>短い</strong>文");
    assert_eq!(html_of(&body("一\n\n二", inline).0), "<p>一</p>\n<p>二</p>\n");
}

#[test]
fn tables_alerts_and_definitions() {
    let table = html("| 甲 | 乙 |\n| --- | ---: |\n| 一 | 二 |\n");
    let cornered = html("|  | 乙 |\n| --- | --- |\n| 一 | 二 |\n");
    let headless = html("|  |  |\n| --- | --- |\n| 一 | 二 |\n");
    assert!(headless.contains("<thead hidden>") && !cornered.contains("hidden"), "{headless}");
    assert!(cornered.contains("<tr><td></td>"), "the empty corner is no heading: {cornered}");
    assert!(cornered.contains("<tr><th scope=\"row\">一</th><td>二</td>"), "rows have headings: {cornered}");
    assert!(
        table.contains("<th scope=\"col\" class=\"align-right\">乙</th>") && table.contains("<td>一</td>"),
        "{table}"
    );
    assert!(
        html("> [!NOTE]\n> 中身\n")
            .starts_with("<div class=\"alert alert-note\" role=\"note\"><p class=\"alert-title\">補足</p>")
    );
    assert_eq!(html("語\n: 説明\n"), "<dl>\n<dt>語</dt>\n<dd>説明</dd>\n</dl>\n");
    assert_eq!(html("$100と$200"), "<p>$100と$200</p>\n");
}

/// Whether every tag is closed in its order, and no link holds a link.
fn is_balanced(html: &str) -> bool {
    let mut open: Vec<String> = Vec::new();
    for tag in html.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else { return false };
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default().to_owned();
        match tag.starts_with('/') {
            true if open.pop().as_ref() != Some(&name) => return false,
            false if name == "a" && open.contains(&name) => return false,
            false if !matches!(name.as_str(), "br" | "hr" | "img") => open.push(name),
            _ => {}
        }
    }
    open.is_empty()
}

fn fragments() -> impl Strategy<Value = String> {
    let fragment = prop::sample::select(vec![
        "**",
        "*",
        "***",
        "「",
        "」",
        "。",
        "あ",
        "語",
        "a",
        " ",
        "\n",
        "\n\n",
        "[",
        "]",
        "[[",
        "]]",
        "(",
        ")",
        "![",
        "`",
        "｜",
        "《",
        "》",
        "[^1]",
        "[^1]: ",
        "## ",
        "# ",
        "- ",
        "1. ",
        "> ",
        "> [!NOTE]\n",
        "| ",
        "\n| --- |\n",
        "<b>",
        "</b>",
        "<script>",
        "\\",
        "&amp;",
        "&",
        "<",
        "~~",
        ": ",
        "```\n",
        "```exercise\n",
        "{#id}",
        "[a](role:b)",
        "[a](javascript:b)",
        "    ",
        "[^1]: 注\n",
        "\n    ",
        "・",
        "！",
        "<!--",
        "-->",
        "<http://a>",
        "_",
        "___",
        "\u{3000}",
        "가",
    ]);
    prop::collection::vec(fragment, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_becomes_balanced_html_without_foreign_tags(text in fragments(), sentences: bool, inline: bool, blanks: bool, english: bool) {
        let locale = if english { &ENGLISH } else { &JAPANESE };
        let (found, diagnostic) = body(&text, ParseOptions { sentences, inline, blanks, ..ParseOptions::new(locale) });
        let html = html_of(&found);
        prop_assert!(is_balanced(&html), "{text:?}\n{html}");
        prop_assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
        for diagnostic in diagnostic {
            prop_assert!(diagnostic.span.end as usize <= text.len());
            prop_assert!(text.is_char_boundary(diagnostic.span.start as usize));
        }
        for link in &found.links {
            prop_assert!(text.get(link.at.start as usize..link.at.end as usize).is_some());
        }
    }

    #[test]
    fn any_text_at_all_is_survived(text in "\\PC{0,200}") {
        for locale in [&JAPANESE, &ENGLISH] {
            let (found, _) = body(&text, ParseOptions { sentences: true, locale, ..japanese() });
            prop_assert!(is_balanced(&html_of(&found)));
        }
    }

    #[test]
    fn mending_emphasis_leaves_text_without_japanese_alone(text in "[a-c*_ .,\\[\\]()`\n]{0,60}") {
        let events = events(&text);
        prop_assert_eq!(super::emphasis::repair(events.clone(), &text), events);
    }

    #[test]
    fn mending_emphasis_changes_nothing_where_only_letters_stand(text in "[あ語a* \n]{0,40}") {
        let events = events(&text);
        let kinds = |events: Vec<super::events::Spanned<'_>>| -> Vec<pulldown_cmark::Event<'static>> {
            super::events::join(events, &text, &mut HashMap::new()).into_iter().map(|(event, _)| event.into_static()).collect()
        };
        prop_assert_eq!(kinds(super::emphasis::repair(events.clone(), &text)), kinds(events));
    }

    #[test]
    fn mending_emphasis_loses_no_character(text in "[あ語「」。a* ]{0,40}") {
        let words = |events: Vec<super::events::Spanned<'_>>| -> String {
            events.into_iter().filter_map(|(event, _)| match event {
                pulldown_cmark::Event::Text(text) => Some(text.replace('*', "")),
                _ => None,
            }).collect()
        };
        let before = words(events(&text));
        prop_assert_eq!(words(super::emphasis::repair(events(&text), &text)), before);
    }
}
