#!/usr/bin/env python3
"""Fills forms with python-docx and openpyxl, saves them again with LibreOffice, and reads all of them back: same answers.

    read_back.py MITATE [COURSE]

MITATE is the program, COURSE a course with a form `everything` (default: the course of the browser tests). Needs python-docx, openpyxl
and soffice. LibreOffice starts once for each kind of saving.
"""

import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import docx
import openpyxl
from docx.oxml.ns import qn

LONG = "長い文。" * 750

# What people write, by the names of slots and options, and what must be read.
WRITTEN = {
    "place": "相談室",
    "said": "=1+1\n二行め <&> 👨‍👩‍👧",
    "day": "令和8年4月1日",
    "minutes": "４５",
    "person.label": "Aさん",
    "route=other": "☑",
    "told=time": "☑",
    "told=refuse": "レ",
    "ease=3": "☑",
    "places.home=hard": "☑",
    "done=good": "☑",
    "people.1.who": "母",
    "people.2.who": LONG,
    "people.2.near": "遠い",
    "people.2.mark": "〇",
    "present.1": "祖母",
    "week.morning.mon": "畑",
    "hours.8.does": "登校",
}
READ = {
    "place": "相談室",
    "said": "=1+1\n二行め <&> 👨‍👩‍👧",
    "day": "2026-04-01",
    "minutes": "45",
    "person.label": "Aさん",
    "route": "other",
    "told": ["time", "refuse"],
    "ease": "3",
    "places.home": "hard",
    "done": "good",
    "people.1.who": "母",
    "people.2.who": LONG,
    "people.2.near": "far",
    "people.2.mark": "good",
    "present.1": "祖母",
    "week.morning.mon": "畑",
    "hours.8.does": "登校",
}
# In a workbook one of some options is chosen from a list.
CHOSEN = {"route": "そのほか", "ease": "3", "done": "○"}


def write_into(sdt, text):
    """Writes `text` into a control, with line breaks, as a person does who does not know of prompts."""
    runs = list(sdt.find(qn("w:sdtContent")).iter(qn("w:t")))
    first, *more = text.split("\n")
    runs[0].text = first
    run = runs[0].getparent()
    for line in more:
        run.append(run.makeelement(qn("w:br"), {}))
        words = run.makeelement(qn("w:t"), {})
        words.text = line
        run.append(words)


def controls(document):
    for sdt in document.element.body.iter(qn("w:sdt")):
        tag = sdt.find(qn("w:sdtPr")).find(qn("w:tag"))
        if tag is not None:
            yield tag.get(qn("w:val")), sdt


def fill_docx(source, target):
    document = docx.Document(source)
    for name, sdt in controls(document):
        if name in WRITTEN:
            write_into(sdt, WRITTEN[name])
    document.save(target)


def without_controls(source, target):
    """Takes every control away and leaves its text, as `Remove content control` does."""
    document = docx.Document(source)
    for _, sdt in list(controls(document)):
        for part in list(sdt.find(qn("w:sdtContent"))):
            sdt.addprevious(part)
        sdt.getparent().remove(sdt)
    document.save(target)


def with_row(source, target):
    """Adds a row to the table of people by hand: without controls."""
    document = docx.Document(source)
    table = next(t for t in document.tables if any("周りの人" in c.text for c in t.rows[0].cells))
    row = copy.deepcopy(table.rows[-1]._tr)
    for kind in ("w:bookmarkStart", "w:bookmarkEnd", "w:sdt"):
        for element in list(row.iter(qn(kind))):
            element.getparent().remove(element)
    table._tbl.append(row)
    table.rows[-1].cells[1].paragraphs[0].add_run("足した人")
    document.save(target)


def fill_xlsx(source, target):
    book = openpyxl.load_workbook(source)
    form, data = book.worksheets[0], book.worksheets[1]
    cells = {}
    for name, _, formula in data.iter_rows(min_row=2, max_col=3):
        column, row = re.search(r"!\$([A-Z]+)\$(\d+)", formula.value).groups()
        cells[name.value] = form[column + row]
    for name, text in {**WRITTEN, **CHOSEN}.items():
        if name in cells:
            cells[name].value = text
            cells[name].data_type = "s"
    book.save(target)


def convert(folder, files, ending):
    profile = f"-env:UserInstallation=file://{folder}/profile"
    out = folder / f"as-{ending}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", out, *files]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return [out / f"{pathlib.Path(file).stem}.{ending}" for file in files]


def read(mitate, course, file, expected):
    out = file.with_suffix(file.suffix + ".json")
    command = [mitate, "read", file, "--course", course, "--out", out, "--lang", "en"]
    result = subprocess.run(command, capture_output=True, text=True)
    lines = [line for line in result.stdout.splitlines() if line.startswith("  ")]
    if result.returncode != 0 or lines:
        return [f"{file.name}: {result.stderr}{lines}"]
    fields = json.loads(out.read_text())["answers"][0]["fields"]
    answers = {name: entry["value"] for name, entry in fields.items()}
    names = sorted(answers.keys() | expected.keys())
    wrong = [name for name in names if answers.get(name) != expected.get(name)]
    return [f"{file}: {name}: {str(answers.get(name))[:80]!r} instead of {str(expected.get(name))[:80]!r}" for name in wrong]


def main():
    mitate = pathlib.Path(sys.argv[1]).resolve()
    here = pathlib.Path(__file__).resolve().parent
    course = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else here.parent / "browser" / "course"
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        subprocess.run([mitate, "paper", course, "--out", folder / "blank"], check=True, stdout=subprocess.DEVNULL)
        blank = folder / "blank" / "worksheets"
        word, excel = folder / "word.docx", folder / "excel.xlsx"
        fill_docx(blank / "everything.docx", word)
        fill_xlsx(blank / "everything.xlsx", excel)
        bare, rows = folder / "bare.docx", folder / "rows.docx"
        without_controls(word, bare)
        with_row(word, rows)
        added = {**READ, "people.5.who": "足した人"}

        docx_again = convert(folder, [word, bare, rows], "docx")
        through_odt = convert(folder / "odt", convert(folder, [word], "odt"), "docx")
        xlsx_again = convert(folder, [excel], "xlsx")
        # Controls that LibreOffice itself took out, and rows that it added and removed. Only the system's Python knows LibreOffice.
        office_bare, office_rows = folder / "office-bare.docx", folder / "office-rows.docx"
        script = here / "office.py"
        subprocess.run(["/usr/bin/python3", script, word, office_bare, office_rows], check=True)
        through_doc = convert(folder / "doc", convert(folder, [word], "doc"), "docx")
        expected = {rows: added, docx_again[2]: added, office_rows: added}
        files = [word, bare, rows, excel, *docx_again, *through_odt, *through_doc, *xlsx_again, office_bare, office_rows]
        differences = [read(mitate, course, file, expected.get(file, READ)) for file in files]
    for line in (line for lines in differences for line in lines):
        print(line)
    wrong = sum(1 for lines in differences if lines)
    # The lines that tests/run.sh counts.
    print(f"ℹ pass {len(files) - wrong}\nℹ fail {wrong}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
