#!/usr/bin/env python3
"""From saving an edit until every page that shows it is served again: `edits.py MITATE COURSE [--edits 5]`, one JSON line.

Works on a copy of the course in which every page names one term of a glossary. Each kind of edit is made several times; the clock
runs from just before the write until the answers of all watched pages hold what was written. Medians in milliseconds.
"""
import argparse
import http.client
import json
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

PORT = 4329
PATIENCE = 120  # seconds until an edit must be served
QUIET = 0.5  # seconds between edits: the server has rested


def get(url):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=PATIENCE)
    try:
        connection.request("GET", url)
        return connection.getresponse().read().decode()
    except OSError:
        return ""
    finally:
        connection.close()


def served(urls, word):
    """Waits until all of them hold the word."""
    end = time.monotonic() + PATIENCE
    left = list(urls)
    while left:
        left = [url for url in left if word not in get(url)]
        if time.monotonic() > end:
            raise SystemExit(f"not served: {word} at {left}")
        if left:
            time.sleep(0.002)


def prepared(course, folder):
    """The copy, with a term that is on every page, and a theme of its own."""
    copy = folder / "course"
    shutil.copytree(course, copy)
    for page in copy.glob("modules/*/p*.md"):
        page.write_text(f"{page.read_text()}\n[[計測語]]で測る。\n")
    theme = folder / "theme"
    (theme / "templates" / "part").mkdir(parents=True)
    own = Path(__file__).resolve().parent.parent / "themes/default/templates/part/pager.html"
    shutil.copy(own, theme / "templates" / "part" / "pager.html")
    (copy / "glossary.yaml").write_text("terms:\n  - { id: term, term: 計測語, definition: はじめの意味。 }\n")
    return copy, theme


def kinds(copy, theme):
    """Of each kind of edit: its file, how its text becomes another with a word in it, and the pages that then show the word."""
    folder = sorted((copy / "modules").iterdir())[1]
    pages = sorted(folder.glob("p*.md"))
    here, next_page, last = (f"/{page.parent.name}/{page.stem}/" for page in (pages[4], pages[5], pages[-1]))
    title = re.compile(r'^title: .*$', re.MULTILINE)

    def titled(text, word):
        return title.sub(f"title: 題{word}", text, count=1)

    return {
        "words of a page": (pages[4], lambda text, word: f"{text}\n{word}\n", [here]),
        "a heading of a page": (pages[4], lambda text, word: f"{text}\n## {word}\n\n文。\n", [here]),
        "a page's title, here, beside it and in the contents": (pages[4], titled, [here, next_page, last]),
        "the course's title": (copy / "course.yaml", titled, [here, last]),
        "a term that is on every page": (
            copy / "glossary.yaml", lambda text, word: text.replace("はじめの意味", word), [here, last, "/glossary/"]),
        "a template of a theme": (theme / "templates/part/pager.html", lambda text, word: f"{text}<p>{word}</p>\n", [here, last]),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mitate", type=Path)
    parser.add_argument("course", type=Path)
    parser.add_argument("--edits", type=int, default=5)
    parser.add_argument("--scratch", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mitate-edits-", dir=args.scratch) as scratch:
        copy, theme = prepared(args.course, Path(scratch))
        command = [args.mitate, "serve", copy, "--theme", theme, "--port", str(PORT)]
        server = subprocess.Popen([str(it) for it in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            found = {}
            for name, (file, change, urls) in kinds(copy, theme).items():
                served(urls, "</html>")
                original, times = file.read_text(), []
                for number in range(args.edits + 1):
                    time.sleep(QUIET)
                    word = f"editmark{number:04}"
                    begun = time.monotonic()
                    file.write_text(change(original, word))
                    served(urls, word)
                    if number > 0:  # the first warms up
                        times.append((time.monotonic() - begun) * 1000)
                file.write_text(original)
                time.sleep(QUIET)
                found[name] = round(statistics.median(times), 1)
            print(json.dumps(found, ensure_ascii=False))
        finally:
            server.terminate()
            server.wait(10)


if __name__ == "__main__":
    main()
