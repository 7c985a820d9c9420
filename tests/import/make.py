#!/usr/bin/env python3
"""Makes the handouts of this folder: `make.py [NAME…]`, with python-docx and openpyxl (../papers/requirements.txt) and LibreOffice.

Their words are invented, and no two handouts are of the same kind. What mitate makes of each is in `NAME.txt` beside it
(`UPDATE=1 cargo test --test suite import::`). The suite does not run this script.
"""

import copy, io, re, struct, subprocess, sys, tempfile, zipfile, zlib
from datetime import datetime, time
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Border, Side
from openpyxl.worksheet.datavalidation import DataValidation

HERE = Path(__file__).parent
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def run(text, props=""):
    return f'<w:r {NS}><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def add(paragraph, *runs):
    for xml in runs:
        paragraph._p.append(parse_xml(xml))
    return paragraph


def blank():
    """A document of python-docx without its template's words and pictures."""
    document = Document()
    document.core_properties.title = ""
    document.core_properties.author = ""
    return document


def png(shade):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    row = b"\0" + bytes([shade]) * 40
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 20, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(row * 20)) + chunk(b"IEND", b""))


def listening():
    """Headings, lists, a table, looks, a header: as python-docx writes them."""
    d = blank()
    d.add_heading("面接の前に確かめること", 0)
    d.add_heading("部屋の用意", 1)
    p = d.add_paragraph("時計は、")
    p.add_run("二人から見える所").bold = True
    p.add_run("に置きます。")
    p.add_run("急がせるため").italic = True
    p.add_run("ではありません。")
    p.add_run("古い版の文").font.strike = True
    p.add_run("は使いません。")
    p.add_run("席は本人が選びます。").underline = True
    for text in ["椅子は二つ", "机の角をはさむ", "出口をふさがない"]:
        d.add_paragraph(text, style="List Bullet")
    d.add_heading("順番", 3)
    for text in ["あいさつをする", "時間を伝える", "話してよいことを伝える"]:
        d.add_paragraph(text, style="List Number")
    d.add_heading("時間のめやす", 1)
    t = d.add_table(rows=3, cols=3)
    t.style = "Table Grid"
    for row, words in zip(t.rows, [("時刻", "すること", "分"), ("13:00", "はじめの話", "10"), ("13:10", "聴く", "30")]):
        for cell, text in zip(row.cells, words):
            cell.text = text
    for cell in t.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    d.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    d.add_paragraph("次のページの文。").add_run("行を\n分けた文。")
    d.sections[0].header.paragraphs[0].text = "部外秘 研修資料"
    d.sections[0].footer.paragraphs[0].text = "相談室"
    return d


def ruby_word():
    """Readings as Word writes them: w:ruby, EQ fields, and a sign in a circle."""
    d = blank()
    d.add_heading("ふりがなのある資料", 1)
    ruby = (f'<w:r {NS}><w:ruby><w:rubyPr><w:rubyAlign w:val="distributeSpace"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/>'
            '<w:hpsBaseText w:val="21"/><w:lid w:val="ja-JP"/></w:rubyPr><w:rt><w:r><w:t>みたて</w:t></w:r></w:rt>'
            '<w:rubyBase><w:r><w:t>見</w:t></w:r><w:r><w:t>立</w:t></w:r></w:rubyBase></w:ruby></w:r>')
    add(d.add_paragraph(), run("仮の"), ruby, run("を、三つの言葉で書きます。"))
    def field(kind):
        return f'<w:r {NS}><w:fldChar w:fldCharType="{kind}"/></w:r>'
    def instruction(text):
        return f'<w:r {NS}><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'
    add(d.add_paragraph(), run("昔の書き方の"), field("begin"), instruction(r' EQ \* jc2 \* "Font:ＭＳ 明朝" \* hps10 \o\ad(\s\up 9('),
        instruction("けいちょう"), instruction("),傾聴) "), field("end"), run("も読めます。"))
    simple = f'<w:fldSimple {NS} w:instr="EQ \\o\\ad(\\s\\up 9(しえん),支援)"/>'
    add(d.add_paragraph(), run("簡単な書き方の"), simple, run("。取り扱いは"), field("begin"), instruction(r" EQ \o\ac(○,秘) "), field("end"), run("です。"))
    odd = ruby.replace("見</w:t>", "A*B</w:t>").replace("みたて", "えーびー")
    add(d.add_paragraph(), run("｜この言葉《かな》は本文の記号です。"), odd)
    return d


def numbering():
    """Numbers of many forms, nested, and begun again."""
    d = blank()
    levels = lambda rows: "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/></w:lvl>' for n, (f, t) in enumerate(rows))
    root = d.part.numbering_part._element
    for child in list(root):
        root.remove(child)
    tables = {1: [("decimal", "%1."), ("decimalEnclosedCircle", "%2"), ("aiueoFullWidth", "（%3）")],
              2: [("decimalFullWidth", "第%1条"), ("japaneseCounting", "%2")],
              3: [("irohaFullWidth", "%1．")], 4: [("decimal", "(%1)"), ("decimal", "%1-%2")],
              5: [("bullet", "\uf0b7"), ("bullet", "o")]}
    for at, rows in tables.items():
        root.append(parse_xml(f'<w:abstractNum {NS} w:abstractNumId="{at}">{levels(rows)}</w:abstractNum>'))
    for at in tables:
        root.append(parse_xml(f'<w:num {NS} w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>'))
    root.append(parse_xml(f'<w:num {NS} w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'))
    def item(number, level, text):
        p = d.add_paragraph(text)
        p._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {NS}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))
    d.add_heading("番号のいろいろ", 1)
    for number, level, text in [(1, 0, "話を聴く"), (1, 1, "本人から"), (1, 1, "家族から"), (1, 2, "同居の人"), (1, 2, "離れた人"), (1, 0, "控えを書く"), (1, 1, "事実"), (1, 1, "感じたこと")]:
        item(number, level, text)
    d.add_paragraph("あいだの文。")
    item(1, 0, "続きの番号")
    item(9, 0, "一から始める番号")
    item(9, 0, "その次")
    d.add_heading("取り決め", 1)
    for number, level, text in [(2, 0, "目的"), (2, 1, "安全"), (2, 1, "秘密"), (2, 0, "会議")]:
        item(number, level, text)
    d.add_paragraph("いろはの順。")
    for text in ["朝の様子", "昼の様子"]:
        item(3, 0, text)
    d.add_paragraph("かっこの順。")
    for number, level, text in [(4, 0, "外の見出し"), (4, 1, "中の項目"), (4, 0, "次の見出し"), (5, 0, "点の項目"), (5, 1, "下の点")]:
        item(number, level, text)
    return d


def boxes():
    """Text boxes in two forms at once, tick boxes of three kinds, controls."""
    d = blank()
    d.add_heading("参加の申し込み", 1)
    inner = '<w:txbxContent><w:p><w:r><w:t>締め切りは金曜日の夕方です。</w:t></w:r></w:p><w:p><w:r><w:t>二行目の注意。</w:t></w:r></w:p></w:txbxContent>'
    alternate = (f'<w:r {NS} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
                 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">'
                 f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="box"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
                 f'<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')
    add(d.add_paragraph("次の枠を先に読んでください。"), alternate)
    add(d.add_paragraph(), f'<w:r {NS} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textpath string="飾り文字の題"/></v:shape></w:pict></w:r>')
    def check(state, sign):
        return (f'<w:sdt {NS} {W14}><w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox></w:sdtPr>'
                f'<w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>')
    add(d.add_paragraph(), check(0, "☐"), run(" 一日目に出る"))
    add(d.add_paragraph(), check(1, "☒"), run(" 二日目に出る"))
    legacy = (f'<w:r {NS}><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="c"/><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>'
              f'|<w:r {NS}><w:instrText> FORMCHECKBOX </w:instrText></w:r>|<w:r {NS}><w:fldChar w:fldCharType="end"/></w:r>').split("|")
    add(d.add_paragraph(), *legacy, run("昼食が要る"))
    add(d.add_paragraph(), f'<w:r {NS}><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', run("駐車場を使う"))
    prompt = f'<w:sdt {NS}><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>ここに名前を入力</w:t></w:r></w:sdtContent></w:sdt>'
    add(d.add_paragraph(), run("呼ばれたい名前："), prompt)
    choice = (f'<w:sdt {NS}><w:sdtPr><w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText="会場" w:value="a"/><w:listItem w:displayText="画面" w:value="b"/></w:dropDownList></w:sdtPr>'
              '<w:sdtContent><w:r><w:t>選んでください</w:t></w:r></w:sdtContent></w:sdt>')
    add(d.add_paragraph(), run("出かた："), choice)
    return d


def tracked():
    """Changes that were recorded, comments, hidden words, a table of contents."""
    d = blank()
    field = lambda kind: f'<w:r {NS}><w:fldChar w:fldCharType="{kind}"/></w:r>'
    add(d.add_paragraph(), field("begin"), f'<w:r {NS}><w:instrText> TOC \\o "1-3" </w:instrText></w:r>', field("separate"), run("目次の一行目 1"))
    add(d.add_paragraph(), run("目次の二行目 2"), field("end"))
    d.add_heading("直しの残る資料", 1)
    add(d.add_paragraph(), run("ここに"), f'<w:ins {NS} w:id="1" w:author="a">{run("足した言葉")}</w:ins>',
        f'<w:del {NS} w:id="2" w:author="a"><w:r><w:delText>消した言葉</w:delText></w:r></w:del>', run("があります。"))
    add(d.add_paragraph(), run("見える文。"), run("隠した文。", "<w:vanish/>"))
    add(d.add_paragraph(), f'<w:moveFrom {NS} w:id="3" w:author="a">{run("移した文")}</w:moveFrom>', run("前"))
    add(d.add_paragraph(), f'<w:moveTo {NS} w:id="4" w:author="a">{run("移した文")}</w:moveTo>', run("後"))
    add(d.add_paragraph(), f'<w:hyperlink {NS} w:anchor="_Toc1">{run("資料の中へのリンク")}</w:hyperlink>', run("と、"),
        f'<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a=b+c</m:t></m:r></m:oMath>')
    p = d.add_paragraph("覚え書きのある段落。")
    try:
        d.add_comment(p.runs, text="数字を確かめること", author="a", initials="a")
    except AttributeError:
        pass
    return d


def pictures():
    """Pictures with words and without, and one in a format that browsers do not show."""
    d = blank()
    d.add_heading("席の図", 1)
    d.add_paragraph("机の角をはさんで座ります。")
    d.add_picture(io.BytesIO(png(80)))
    d.inline_shapes[0]._inline.docPr.set("descr", "机の角をはさんで座る二人")
    d.add_picture(io.BytesIO(png(160)))
    d.add_paragraph("図の後の文。")
    d.add_picture(io.BytesIO(png(240)))
    d.inline_shapes[2]._inline.docPr.set("descr", "古い形式の図")
    return d


def emf(path):
    """Makes the third picture of a file one of an old format."""
    with zipfile.ZipFile(path) as z:
        files = {name: z.read(name) for name in z.namelist()}
    rels = "word/_rels/document.xml.rels"
    files[rels] = files[rels].replace(b"media/image3.png", b"media/image3.emf")
    files["word/media/image3.emf"] = b"\x01\0\0\0" + files.pop("word/media/image3.png")[:40]
    types = files["[Content_Types].xml"]
    files["[Content_Types].xml"] = types.replace(b"</Types>", b'<Default Extension="emf" ContentType="image/x-emf"/></Types>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in files.items():
            z.writestr(name, data)


def slim(path):
    """Takes out what no handout needs: the template's theme, picture and second styles."""
    with zipfile.ZipFile(path) as z:
        files = {name: z.read(name) for name in z.namelist()}
    gone = [name for name in files if re.search(r"thumbnail|theme|stylesWithEffects|customXml|webSettings|fontTable", name)]
    for name in gone:
        del files[name]
    for name in [name for name in files if name.endswith(".rels") or name == "[Content_Types].xml"]:
        text = files[name].decode()
        files[name] = re.sub(r"<(Relationship|Override)\b[^>]*(thumbnail|theme|stylesWithEffects|customXml|webSettings|fontTable)[^>]*/>", "", text).encode()
    styles = files["word/styles.xml"].decode()
    styles = re.sub(r"<w:latentStyles.*?</w:latentStyles>", "", styles, flags=re.S)
    used = set(re.findall(r'w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', files["word/document.xml"].decode()))
    kept = lambda match: match.group(0) if match.group(1) in used or 'w:default="1"' in match.group(0)[:200] else ""
    files["word/styles.xml"] = re.sub(r'<w:style [^>]*w:styleId="([^"]+)".*?</w:style>', kept, styles, flags=re.S).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        for name, data in files.items():
            z.writestr(name, data)


def marks():
    """Signs that mean something to Markdown or to mitate."""
    d = blank()
    d.add_heading("記号 #1 {注} の見本", 1)
    for text in ["# 見出しではない", "- 項目ではない", "1. 番号ではない", "> 引用ではない", ": 説明ではない", "=== 線ではない", "::: 囲みではない",
                 "3*4*5 と **太字** と _斜体_ と __下線__", "[[用語]] と [リンク](https://example.com/a_b) と ![画像](a.png)", "[^1] は脚注ではない",
                 "<b>太字</b> と &amp; と <!-- 覚え書き -->".replace("&", "&"), "`コード` と \\ と C:\\work\\資料", "｜漢字《かんじ》 と {{空欄}} と ~~取り消し~~",
                 "| 表 | では | ない |", "　字下げの　全角　空白", "10:00~11:00 と 5 < 6", "https://example.com/一覧_表*2 を見る", "~~~", "```"]:
        d.add_paragraph(text)
    t = d.add_table(rows=2, cols=2)
    for cell, text in zip((c for r in t.rows for c in r.cells), ["a|b", "**c**", "`d|e`", "[[f]]"]):
        cell.text = text
    return d


def intake():
    """A form: merged cells, boxes, marks, dates, rows to fill in."""
    d = blank()
    p = d.add_paragraph()
    p.alignment = 1
    p.add_run("聴き取りの用紙").bold = True
    d.add_paragraph("練習用です。実在の人のことは書きません。")
    d.add_heading("一 はじめに", 1)
    t = d.add_table(rows=6, cols=4)
    t.style = "Table Grid"
    c = lambda r, k: t.cell(r, k)
    c(0, 0).text = "記入日"; c(0, 1).text = "令和　　年　　月　　日"; c(0, 2).text = "書いた人"; 
    c(1, 0).text = "呼び名"; c(1, 1).merge(c(1, 3))
    c(2, 0).text = "連絡の希望"; c(2, 1).merge(c(2, 3)).text = "□電話　□手紙　□会って話す"
    c(3, 0).merge(c(4, 0)).text = "暮らし"; c(3, 1).text = "朝"; c(3, 2).merge(c(3, 3)); c(4, 1).text = "夜"; c(4, 2).merge(c(4, 3))
    c(5, 0).text = "通訳"; c(5, 1).text = "有 ・ 無"; c(5, 2).text = "同席する人"; c(5, 3).text = "（　　　）人"
    t.rows[1].height = 1200 * 635
    d.add_heading("二 これまでのこと", 1)
    d.add_paragraph("書ける所だけ書いてください。")
    t = d.add_table(rows=4, cols=3)
    t.style = "Table Grid"
    for cell, text in zip(t.rows[0].cells, ["いつ", "どこで", "あったこと"]):
        cell.text = text
    d.add_heading("三 ふりかえり", 1)
    t = d.add_table(rows=3, cols=2)
    for row, words in zip(t.rows, [("見るところ", "◎○△×"), ("話を最後まで聴けた", ""), ("次の約束を決めた", "")]):
        for cell, text in zip(row.cells, words):
            cell.text = text
    d.add_paragraph("いちばん心に残った言葉：")
    for _ in range(3):
        d.add_paragraph()
    add(d.add_paragraph(), run("次に会う日"), run("　　　　　　　", '<w:u w:val="single"/>'))
    d.add_paragraph("ご協力ありがとうございました。")
    return d


FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="ア, イ, ウ, ..." style:num-prefix="(" style:num-suffix=")"/></text:list-style>
</office:automatic-styles><office:body><office:text>%s</office:text></office:body></office:document>"""

LIBRE = """<text:h text:outline-level="1">家庭訪問の手引き</text:h>
<text:p>はじめに<text:ruby><text:ruby-base>訪問</text:ruby-base><text:ruby-text>ほうもん</text:ruby-text></text:ruby>の目的を伝えます<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>目的は一文で言います。</text:p></text:note-body></text:note>。<text:span text:style-name="B">急に行かない</text:span>ことが大切です。</text:p>
<text:h text:outline-level="2">持ちもの</text:h>
<text:list text:style-name="N"><text:list-item><text:p>名札</text:p></text:list-item><text:list-item><text:p>記録の紙</text:p><text:list><text:list-item><text:p>白紙</text:p></text:list-item><text:list-item><text:p>地図</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>水筒</text:p></text:list-item></text:list>
<text:p><draw:frame text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box><text:p>枠の中の注意書き</text:p></draw:text-box></draw:frame>枠の外の段落。<text:line-break/>改行の後。<text:tab/>タブの後。</text:p>
<text:p>詳しくは<text:a xlink:type="simple" xlink:href="https://example.com/visit">窓口の案内</text:a>を見ます<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>案内は毎年変わります。</text:p></text:note-body></text:note>。</text:p>
<table:table><table:table-column table:number-columns-repeated="3"/><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>曜日と時間</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>担当</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>月曜</text:p></table:table-cell><table:table-cell><text:p>午前</text:p></table:table-cell><table:table-cell><text:p>青の班</text:p></table:table-cell></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell><text:p>午後</text:p></table:table-cell><table:table-cell><text:p>緑の班</text:p></table:table-cell></table:table-row></table:table>"""

ENGLISH = """<html><head><title>Before the first visit</title></head><body><h1>Before the first visit</h1><p>Read the <b>whole</b> note &mdash; twice.</p>
<h2>What to bring</h2><ul><li>A name badge</li><li>Paper<ul><li>blank</li><li>lined</li></ul></li></ul><ol><li>Knock</li><li>Wait</li></ol>
<h2>Who to tell</h2><table border="1"><tr><th>Day</th><th>Team</th></tr><tr><td>Monday</td><td>Blue</td></tr></table><p>See <a href="https://example.org/guide">the guide</a>.</p></body></html>"""


def office(text, ending):
    """What LibreOffice makes of a text."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"in.{ending}"
        source.write_text(text, encoding="utf-8")
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *(["--infilter=HTML (StarWriter)"] if ending == "html" else []), "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source)], check=True, capture_output=True)
        return (Path(folder) / "in.docx").read_bytes()


def duties():
    """Two sheets that are read, one that is hidden, merged cells, a comment."""
    book = Workbook()
    sheet = book.active
    sheet.title = "当番"
    sheet["A1"] = "相談室の当番表"
    sheet["A2"] = "休みの日は、前の週に伝えます。"
    for row, words in enumerate([("時間帯", None, "月", "火"), ("午前", "受付", "青", "赤"), (None, "電話", "緑", "白"), ("午後", "受付", "赤", "青")], 4):
        for column, text in enumerate(words, 1):
            sheet.cell(row, column, text)
    sheet.merge_cells("A4:B4")
    sheet.merge_cells("A5:A6")
    sheet["C5"].comment = Comment("青は新しい人", "a")
    sheet["A9"] = "割合"; sheet["B9"] = 0.5; sheet["A10"] = "次の見直し"; sheet["B10"] = "2027年3月"
    other = book.create_sheet("持ちもの")
    for row in [("品", "数"), ("名札", 12), ("水筒 | 大", 3)]:
        other.append(row)
    hidden = book.create_sheet("下書き")
    hidden["A1"] = "見せない言葉"
    hidden.sheet_state = "hidden"
    return book


def checkup():
    """A form in cells that are merged across a fine ruler of columns."""
    book = Workbook()
    sheet = book.active
    sheet.title = "様式"
    line = Border(*[Side(style="thin")] * 4)
    def put(cells, text=None):
        for row in sheet[cells]:
            for cell in row:
                cell.border = line
        sheet.merge_cells(cells)
        sheet[cells.split(":")[0]] = text
    put("A1:T1", "月末のふりかえり")
    put("A3:D3", "名前（仮名）"); put("E3:J3"); put("K3:M3", "記入日"); put("N3:T3", "　　年　　月　　日")
    put("A4:D5", "よかったこと"); put("E4:T5")
    put("A6:D6", "休めた日"); put("E6:T6", "□月　□火　□水　□木　□金")
    put("A7:D7", "面談の希望"); put("E7:T7", "□はい　□いいえ")
    put("A9:B9", "番号"); put("C9:J9", "したこと"); put("K9:T9", "気づいたこと")
    for row in range(10, 14):
        put(f"A{row}:B{row}", row - 9); put(f"C{row}:J{row}"); put(f"K{row}:T{row}")
    return book


def outing():
    """Numbers in their formats, a picture beside the title and one between two tables."""
    book = Workbook()
    sheet = book.active
    sheet.title = "費用"
    for row, cells in {
        1: ["遠足の費用"],
        3: ["日付", datetime(2026, 10, 4), "ggge\"年\"m\"月\"d\"日\"(aaa)"],
        4: ["出発", time(9, 5), "h:mm"],
        5: ["ひとりの費用", 1250, "\"¥\"#,##0"],
        6: ["出席の見込み", 0.825, "0.0%"],
        7: ["差し引き", -300, "#,##0;[Red]\\-#,##0"],
        8: ["人数", 24, "0\"人\""],
        9: ["集合の番号", 7, "000"],
        10: ["内部の番号", 4711, ";;;"],
    }.items():
        for column, value in enumerate(cells[:2], 1):
            sheet.cell(row, column, value)
        if len(cells) > 2:
            sheet.cell(row, 2).number_format = cells[2]
    sheet["A16"], sheet["B16"] = "持ちもの", "数"
    sheet["A17"], sheet["B17"] = "水筒", 24
    for name, at in [("map", "A12"), ("logo", "D1")]:
        picture = Image(io.BytesIO(png(90 if name == "map" else 200)))
        sheet.add_image(picture, at)
    return book


def ruled(d, rows):
    """A table with borders: None goes on with the cell before it, "^" with the cell above it."""
    table = d.add_table(rows=len(rows), cols=max(len(row) for row in rows))
    table.style = "Table Grid"
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            if words is None or words == "^":
                continue
            right, below = column, at
            while right + 1 < len(row) and row[right + 1] is None:
                right += 1
            while below + 1 < len(rows) and column < len(rows[below + 1]) and rows[below + 1][column] == "^":
                below += 1
            cell = table.cell(at, column)
            if (right, below) != (column, at):
                cell = cell.merge(table.cell(below, right))
            for extra in cell._tc.findall(qn("w:p"))[1:]:
                cell._tc.remove(extra)
            cell.text = words
    return table


def home_visit():
    """A record with merged cells, words to circle, boxes, units, and a table of seals."""
    d = blank()
    p = d.add_paragraph()
    p.alignment = 1
    p.add_run("家庭訪問の記録").bold = True
    d.add_paragraph("令和　　年　　月　　日（　　）　　時　　分～　　時　　分").alignment = 2
    d.add_paragraph("記録者：　　　　　　　　　　").alignment = 2
    ruled(d, [
        ["ふりがな", "", None, "性別", "男・女・その他"],
        ["氏名", "", None, "学年・組", "　　年　　組"],
        ["保護者", "", None, "続柄", "父・母・祖父母・その他（　　　　）"],
        ["訪問の種別", "□ 定期　□ 緊急　□ その他（　　　　）", None, None, None],
        ["面接者", "□本人 □父 □母", None, "在宅", "有 ・ 無"],
        ["家の様子", "家の中", "", None, None],
        ["^", "家族の関係", "", None, None],
        ["本人の様子", "表情", "明るい ・ ふつう ・ 暗い", None, None],
        ["^", "睡眠", "よく眠れる　・　眠れない　・　昼夜逆転", None, None],
        ["^", "食事", "1 ・ 2 ・ 3 ・ 4 ・ 5", None, None],
        ["次の予定", "有（　　月　　日）・無", None, None, None],
        ["気づいたこと", "", None, None, None],
    ])
    d.add_paragraph("※この記録は、学年主任と養護教諭に回します。")
    ruled(d, [["校長", "教頭", "学年主任"], ["", "", ""]])
    return d


def support():
    """A plan with two rows of headings, a heading across the table, marks, and a date with a seal."""
    d = blank()
    d.add_heading("支援シート（様式２）", 0)
    ruled(d, [
        ["領域", None, "いまの様子", "手立て", "評価", None],
        ["^", None, "^", "^", "１学期", "２学期"],
        ["学習", "国語", "", "", "◎・○・△", "◎・○・△"],
        ["^", "算数", "", "", "◎・○・△", "◎・○・△"],
        ["その他", None, "", "", "", ""],
    ])
    d.add_paragraph("")
    ruled(d, [
        ["配慮すること", None, None],
        ["内容", "担当", "有無"],
        ["座席の位置", "担任", "有・無"],
        ["読み上げ", "支援員", "有・無"],
    ])
    d.add_paragraph("保護者の確認　　令和　年　月　日　　氏名　　　　　　　　　　㊞")
    return d


def assessment():
    """Questions with numbers to circle, options without boxes, rows to rate, lists that a typist wrote."""
    d = blank()
    d.add_paragraph("様子を知るシート", style="Title")
    d.add_paragraph("あてはまるものに○をつけてください。")
    for words in [
        "１．性別　　男 ・ 女 ・ その他", "２．通院　　□有　□無", "３．服薬　　はい／いいえ",
        "４．相談している所　　（　　　　　　　　　　）", "５．困っている度合い　　１・２・３・４・５",
        "６．家族の理解　　十分　どちらともいえない　不十分", "７．好きなこと：", "", "",
    ]:
        d.add_paragraph(words)
    ruled(d, [
        ["項目", "あてはまる", "やや", "あてはまらない"],
        ["朝起きられない", "３", "２", "１"], ["忘れ物が多い", "３", "２", "１"],
    ])
    d.add_paragraph("")
    ruled(d, [["気になること", "はい", "いいえ"], ["食欲がない", "□", "□"], ["頭が痛い", "□", "□"]])
    d.add_paragraph("")
    ruled(d, [
        ["出席のようす", "毎日登校・別室登校・不登校"], ["困ること（複数可）", "①学習　②友人　③その他（　　）"],
        ["危険の度合い", "低 1―2―3―4―5 高"],
    ])
    d.add_paragraph("次までにすること", style="Quote")
    d.add_paragraph("・担任：家に電話する")
    d.add_paragraph("　・電話は夕方に")
    return d


def squared():
    """A form on squared paper: merged cells only, a title of two rows, headings across the sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = "共通シート"
    edge = Side(style="thin")

    def cell(top, left, bottom, right, words=None):
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        sheet.cell(top, left).value = words
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                sheet.cell(row, column).border = Border(edge, edge, edge, edge)

    cell(1, 1, 2, 40, "共通のシート")
    cell(4, 1, 5, 8, "名前"), cell(4, 9, 5, 20), cell(4, 21, 5, 28, "性別"), cell(4, 29, 5, 40, "男 ・ 女")
    cell(6, 1, 6, 40, "本人の願い"), cell(7, 1, 12, 40)
    cell(13, 1, 14, 10, "学年")
    for at, grade in enumerate(["小１", "小２", "小３"]):
        cell(13, 11 + at * 10, 14, 20 + at * 10, grade)
    for at, row in enumerate(["出席日数", "遅刻"]):
        cell(15 + at * 2, 1, 16 + at * 2, 10, row)
        for column in range(3):
            cell(15 + at * 2, 11 + column * 10, 16 + at * 2, 20 + column * 10)
    cell(20, 1, 20, 40, "評価：　１　２　３　４　５　（○で囲む）")
    return book


def card():
    """Boxes in rows of their own, a list to choose from, a row and a column that are hidden, numbers in cells to circle."""
    book = Workbook()
    sheet = book.active
    sheet.title = "個人票"
    rows = [["個人票", None, None], ["きっかけ", "□友人", None], [None, "□学業", None], [None, "□家庭", None],
            ["登校の状況", "", None], ["見せない行", "秘密の言葉", None], ["記録者：", None, None]]
    for at, row in enumerate(rows, 1):
        for column, words in enumerate(row, 1):
            sheet.cell(at, column).value = words
            sheet.cell(at, column).border = Border(Side(style="thin"))
    sheet.merge_cells("A1:C1"), sheet.merge_cells("A2:A4")
    for at in range(2, 8):
        sheet.merge_cells(f"B{at}:C{at}")
    sheet.row_dimensions[6].hidden = True
    sheet["E2"], sheet.column_dimensions["E"].hidden = "見せない列", True
    choices = DataValidation(type="list", formula1='"毎日,ときどき,休み"')
    sheet.add_data_validation(choices)
    choices.add("B5")
    for column, words in enumerate(["満足の度合い", 1, 2, 3, 4], 1):
        sheet.cell(9, column).value = words
    return book


DOCX = dict(listening=listening, numbering=numbering, boxes=boxes, tracked=tracked, pictures=pictures, marks=marks, intake=intake)
DOCX.update({"ruby-word": ruby_word, "home-visit": home_visit, "support": support, "assessment": assessment})


def main():
    named = sys.argv[1:]
    for name, make in DOCX.items():
        if not named or name in named:
            document = make()
            document.part.package.parts  # all parts are loaded
            document.save(HERE / f"{name}.docx")
            if name == "pictures":
                emf(HERE / "pictures.docx")
            slim(HERE / f"{name}.docx")
    for name, make in dict(duties=duties, checkup=checkup, outing=outing, squared=squared, card=card).items():
        if not named or name in named:
            make().save(HERE / f"{name}.xlsx")
    for name, text, ending in [("visit", FODT % LIBRE, "fodt"), ("english", ENGLISH, "html")]:
        if not named or name in named:
            (HERE / f"{name}.docx").write_bytes(office(text, ending))


main()
