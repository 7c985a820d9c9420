#!/usr/bin/env python3
"""Papers as other programs see them: openxml-audit finds no fault, python-docx reads them, LibreOffice prints them on A4 with every word.

    check.py PAPERS [--all]

PAPERS is a folder that `mitate paper` wrote. Without --all: the first paper of every folder and ending, and the longest form, in Word and in
Excel.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
import openpyxl
from docx.oxml.ns import qn

# LibreOffice takes no more files at once.
MOST = 100
# A4 in points, and how far a printed glyph may reach into the margins of 15 mm.
A4 = (595, 842)
MARGIN = 30
WORDS = [qn("w:t"), qn("w:br"), qn("w:tab")]
EXPORT = {
    ".docx": 'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}}',
    ".xlsx": "pdf:calc_pdf_Export",
}
# The name of the sheet that is hidden.
HIDDEN = "mitate"


def chosen(folder, takes_all):
    papers = sorted(it for it in folder.rglob("*") if it.suffix in EXPORT)
    if takes_all:
        return papers
    kinds = {}
    for paper in papers:
        part = re.search(r"-(run-sheet|cards|minutes|\d+)$", paper.stem)
        part = "" if part is None else "stage" if part[1].isdigit() else part[1]
        kinds.setdefault((paper.parent.name, paper.suffix, part), paper)
    forms = [it for it in papers if it.parent.name == "worksheets"]
    longest = [max((it for it in forms if it.suffix == ending), key=lambda it: it.stat().st_size) for ending in EXPORT]
    return sorted({*kinds.values(), *longest})


def words(paper):
    """The words of each paragraph that has no readings: those are printed between the lines, and a PDF mixes them with the words."""
    if paper.suffix == ".xlsx":
        for sheet in openpyxl.load_workbook(paper, data_only=True):
            if sheet.title != HIDDEN:
                first = 2 if sheet.column_dimensions["A"].hidden else 1
                for row in sheet.iter_rows(min_col=first, values_only=True):
                    yield from (it.replace("\n", " ") for it in row if isinstance(it, str) and it.strip())
        return
    body = docx.Document(str(paper)).element.body
    for paragraph in body.iter(qn("w:p")):
        if next(paragraph.iter(qn("w:ruby")), None) is not None:
            continue
        # A line break divides what is printed as a tab does.
        text = "".join((it.text or "") if it.tag == qn("w:t") else " " for it in paragraph.iter(*WORDS))
        if text.strip():
            yield text


def plain(text):
    """Without blanks, and without the forms of characters that a font shows alike."""
    import unicodedata

    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def printed(papers, folder):
    """The PDF of each paper, made by one LibreOffice at a time."""
    links = folder / "in"
    links.mkdir()
    names = {}
    for number, paper in enumerate(papers):
        names[paper] = f"{number}{paper.suffix}"
        os.symlink(paper.resolve(), links / names[paper])
    batches = [
        (ending, of_ending[first : first + MOST])
        for ending in EXPORT
        for of_ending in [[it for it in papers if it.suffix == ending]]
        for first in range(0, len(of_ending), MOST)
    ]
    for ending, batch in batches:
        files = [str(links / names[it]) for it in batch]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", EXPORT[ending], "--outdir", str(folder), *files]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return {paper: (folder / name).with_suffix(".pdf") for paper, name in names.items()}


def faults(paper, pdf):
    if not pdf.is_file():
        return ["LibreOffice made no PDF of it"]
    found = []
    box = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    for width, height in re.findall(r'<page width="([\d.]+)" height="([\d.]+)"', box):
        if (round(float(width)), round(float(height))) != A4:
            found.append(f"a page is {width} by {height}")
    for left, right, word in re.findall(r'<word xMin="([\d.-]+)" yMin="[^"]*" xMax="([\d.-]+)"[^>]*>([^<]*)<', box):
        if float(left) < MARGIN or float(right) > A4[0] - MARGIN:
            found.append(f"beyond the margin: {word}")
    if paper.suffix == ".xlsx":
        found += [f"cut off, or printed over: {first} and {second}" for first, second in overlaps(box)][:3]
    if paper.parent.name == "evidence" and len(re.findall("<page ", box)) > 2:
        found.append("more than two pages")
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    shown = plain(text)
    for paragraph in words(paper):
        # Page numbers and repeated heads are between the lines of two pages: a piece may be there in two halves. Where fonts meet, a PDF
        # does not hold the order: letters, other characters and the signs between words are looked for by themselves.
        pieces = [plain(it) for it in re.findall(r"[!-~À-ɏ]{1,8}|[^\s!-~À-ɏ：／]{1,8}", paragraph)]
        lost = [it for it in pieces if it not in shown and not halves(it, shown)]
        if lost:
            found.append(f"not printed: {lost[:3]}")
    return found


def overlaps(box):
    """Words that are printed where others are: what is too long for its cell."""
    for page in box.split("<page ")[1:]:
        sides = r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<'
        found = [(*map(float, it[:4]), it[4]) for it in re.findall(sides, page)]
        # What a font leaves free above and below the signs.
        found = [(left, top + 0.3 * (low - top), right, low - 0.3 * (low - top), word) for left, top, right, low, word in found]
        found.sort(key=lambda it: it[1])
        for at, (left, _, right, low, word) in enumerate(found):
            for other in found[at + 1 :]:
                if other[1] >= low:
                    break
                if min(right, other[2]) - max(left, other[0]) > 1:
                    yield word, other[4]


def halves(piece, shown):
    return any(piece[:at] in shown and piece[at:] in shown for at in range(1, len(piece)))


def main():
    folder, takes_all = Path(sys.argv[1]), "--all" in sys.argv[2:]
    papers = chosen(folder, takes_all)
    failed = 0
    audit = Path(sys.executable).parent / "openxml-audit"
    for paper in papers:
        result = subprocess.run([str(audit), "-q", str(paper)], capture_output=True, text=True)
        if result.returncode != 0:
            failed += 1
            print(f"{paper}: {result.stdout.strip()}")
    with tempfile.TemporaryDirectory() as scratch:
        for paper, pdf in printed(papers, Path(scratch)).items():
            for fault in faults(paper, pdf):
                failed += 1
                print(f"{paper}: {fault}")
    # The lines that tests/run.sh counts.
    print(f"ℹ pass {len(papers) - failed if failed < len(papers) else 0}\nℹ fail {failed}")
    sys.exit(failed > 0)


main()
