#!/usr/bin/env python3
"""Every row of the table in benches/README.md, measured in one run and printed as Markdown.

    cargo build --profile dist --bin mitate --example floor
    benches/table.py [--sizes 1000,5000,10000,50000] [--runs 3] [--bench ../shared/bench] [--memory /dev/shm] [--disk /tmp]

It makes the courses with the bench folder's corpus.py, and times mitate and the floor in turn, so that a machine that drifts
drifts for both: a ratio is the median of the runs' own ratios. --memory is a folder in memory, --disk one on the disk whose file
system is measured; both get a scratch folder that is removed at the end. Pages as readers meet them: benches/page.mjs.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", PROJECT / "target")) / "dist"
PACKAGES = ["zip", "html"]
QUERIES = ["記録", "手順書", "担当者", "作業記録", "例外の扱い", "抜き取り検査", "a", "第9840回"]


class Run:
    """One run of a command: wall and processor seconds, peak memory in MiB."""

    def __init__(self, *command):
        start = time.monotonic()
        with tempfile.TemporaryFile() as said:
            child = subprocess.Popen([str(it) for it in command], stdout=said, stderr=said)
            _, status, usage = os.wait4(child.pid, 0)
            self.wall = time.monotonic() - start
            child.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            self.said = said.read().decode(errors="replace").strip()
        if child.returncode != 0:
            sys.exit(f"{command}: exit code {child.returncode}\n{self.said}")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024


def weight(folder):
    files = (Path(at) / name for at, _, names in os.walk(folder) for name in names)
    return sum(file.stat().st_size for file in files)


def cleared(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def edited(page, number):
    """The page with one line more at its end; put back by who calls."""
    text = page.read_text()
    page.write_text(f"{text}\n加筆しました。{number}\n")
    return text


def a_page(course):
    folder = sorted((course / "modules").iterdir())[1]
    return sorted(folder.glob("p*.md"))[4]


def round_of(args, course, scratch, number, bytes_of_site):
    """All that is measured of a course, once: what name it has, and its run."""
    runs = {}
    runs["floor, read and parse"] = Run(args.floor, course)
    runs["floor"] = Run(args.floor, course, cleared(scratch / "floor"), bytes_of_site)
    cleared(scratch / "floor")
    site = cleared(scratch / "site")
    runs["clean build"] = Run(args.mitate, "build", course, "--out", site)
    runs["second build, nothing changed"] = Run(args.mitate, "build", course, "--out", site)
    page = a_page(course)
    before = edited(page, number)
    try:
        runs["second build, one page changed"] = Run(args.mitate, "build", course, "--out", site)
    finally:
        page.write_text(before)
    cleared(site)
    runs["check"] = Run(args.mitate, "check", course)
    return runs


class Table:
    def __init__(self):
        print("| work | target | measured | ratio |\n|---|---|---|---|")

    def row(self, work, target, measured, ratio=""):
        print(f"| {work} | {target} | {measured} | {ratio} |", flush=True)


def median(rounds, name, what="wall"):
    return statistics.median(getattr(runs[name], what) for runs in rounds)


def ratio(rounds, name, to, what="wall"):
    return statistics.median(getattr(runs[name], what) / getattr(runs[to], what) for runs in rounds)


def compared(table, rounds, work, name, to, target):
    measured = f"{median(rounds, name):.2f} s / {median(rounds, to):.2f} s"
    of_cpu = ratio(rounds, name, to, "cpu")
    table.row(work, target, measured, f"{ratio(rounds, name, to):.1f} × (of processor time {of_cpu:.1f} ×)")


def rounds_in(args, course, scratch):
    site = cleared(scratch / "site")
    Run(args.mitate, "build", course, "--out", site)
    bytes_of_site = weight(site)
    cleared(site)
    return [round_of(args, course, scratch, number, bytes_of_site) for number in range(args.runs)]


def queries(table, args, course, scratch):
    site = cleared(scratch / "site")
    Run(args.mitate, "build", course, "--out", site)
    said = subprocess.run(["node", HERE / "query.mjs", site, *QUERIES], check=True, capture_output=True, text=True)
    found = json.loads(said.stdout)
    most = max(found, key=lambda one: one["bytes"])
    every = "; ".join(f"{one['query']} {one['bytes'] / 1000:.0f} KB ({one['files']} files)" for one in found)
    table.row("a query's files", "≤ 60 KB", every, f"at most {most['bytes'] / 1000:.0f} KB")
    cleared(site)


def packages(table, args, course, pages, scratch):
    """The packages of a course beside a clean build of it, in turn."""
    def file(kind):
        return scratch / f"package.{kind}"

    def round_of_packages():
        runs = {"clean build": Run(args.mitate, "build", course, "--out", cleared(scratch / "site"))}
        for kind in PACKAGES:
            file(kind).unlink(missing_ok=True)
            runs[kind] = Run(args.mitate, "package", course, "--as", kind, "--out", file(kind))
        return runs

    rounds = [round_of_packages() for _ in range(args.runs)]
    megabytes = weight(scratch / "site") / 1e6
    cleared(scratch / "site")
    for kind in PACKAGES:
        size = file(kind).stat().st_size / 1e6
        compared(table, rounds, f"`package --as {kind}` beside a clean build, {pages:,} pages, {megabytes:.1f} MB → {size:.1f} MB",
                 kind, "clean build", "")


def edits(table, args, course, pages, clean, scratch):
    """Rows of edits until they are served; `clean` is a clean build in seconds, which some of them may take."""
    command = [sys.executable, HERE / "edits.py", args.mitate, course, "--scratch", scratch]
    said = subprocess.run([str(it) for it in command], check=True, capture_output=True, text=True)
    soon = "≤ 25 ms" if pages == 1000 else "≤ 40 ms"
    for name, median_ms in json.loads(said.stdout).items():
        target = soon if name.startswith(("words", "a page's title")) else f"≤ a clean build, {clean * 1000:.0f} ms"
        table.row(f"edit of {name} → served, {pages:,} pages", target, f"{median_ms:.0f} ms")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,5000,10000,50000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--mitate", type=Path, default=TARGET / "mitate")
    parser.add_argument("--floor", type=Path, default=TARGET / "examples" / "floor")
    parser.add_argument("--bench", type=Path, default=PROJECT.parent / "shared" / "bench")
    parser.add_argument("--memory", type=Path, default=Path("/dev/shm"))
    parser.add_argument("--disk", type=Path, default=Path(tempfile.gettempdir()))
    args = parser.parse_args()
    args.bench = args.bench.resolve()
    sizes = [int(size) for size in args.sizes.split(",")]
    table = Table()
    bundled = [Run(args.mitate, "check", PROJECT / "content") for _ in range(5)]
    table.row("`check` of the bundled course", "< 50 ms", f"{statistics.median(run.wall for run in bundled) * 1000:.0f} ms")
    helped = [Run(args.mitate, "--help") for _ in range(5)]
    table.row("`mitate --help`", "< 10 ms", f"{statistics.median(run.wall for run in helped) * 1000:.0f} ms")
    memory, disk = (Path(tempfile.mkdtemp(prefix="mitate-table-", dir=at)) for at in (args.memory, args.disk))
    page_cost = {}
    try:
        one_file = memory / "bundled.html"
        Run(args.mitate, "package", PROJECT / "content", "--as", "html", "--out", one_file)
        table.row("the bundled course as one file", "≤ 6 MB", f"{one_file.stat().st_size / 1e6:.2f} MB")
        for pages in sizes:
            course = memory / f"course-{pages}"
            subprocess.run([sys.executable, args.bench / "corpus.py", "--pages", str(pages), "--flavour", "mitate", "--out", course],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            rounds = rounds_in(args, course, memory)
            for what in ("wall", "cpu"):
                page_cost[pages, what] = min(getattr(runs["clean build"], what) for runs in rounds) / pages
            compared(table, rounds, f"clean build, {pages:,} pages", "clean build", "floor", "≤ 3 × floor")
            compared(table, rounds, f"`check`, {pages:,} pages", "check", "floor, read and parse", "≤ 1.5 × read + parse")
            table.row(f"peak memory of a clean build, {pages:,} pages", "≤ 150 MiB at 10,000",
                      f"{median(rounds, 'clean build', 'peak'):.0f} MiB, at most {max(runs['clean build'].peak for runs in rounds):.0f}")
            second = "second build, nothing changed", "second build, one page changed"
            compared(table, rounds, f"{second[0]}, {pages:,} pages", second[0], "floor", "≤ 0.7 × floor")
            compared(table, rounds, f"{second[1]}, {pages:,} pages", second[1], "floor", "≤ 1 × floor")
            if pages in (1000, 10000):
                edits(table, args, course, pages, median(rounds, "clean build"), memory)
            if pages == 1000:
                packages(table, args, course, pages, memory)
            if pages == 10000:
                queries(table, args, course, memory)
                kind = subprocess.run(["stat", "-f", "-c", "%T", disk], capture_output=True, text=True).stdout.strip()
                on_disk = disk / "course"
                shutil.copytree(course, on_disk)
                rounds = rounds_in(args, on_disk, disk)
                for name, target in (("clean build", "≤ 3 × floor"), (second[0], "≤ 0.7 × floor"), (second[1], "≤ 1 × floor")):
                    compared(table, rounds, f"{name}, {pages:,} pages, on {kind}", name, "floor", target)
            cleared(course)
        first, last = sizes[0], sizes[-1]
        if last > first:
            grown = {what: page_cost[last, what] / page_cost[first, what] for what in ("wall", "cpu")}
            table.row(f"cost a page, {first:,} → {last:,}", "≤ 1.2 ×",
                      f"{page_cost[first, 'wall'] * 1000:.2f} → {page_cost[last, 'wall'] * 1000:.2f} ms, best of {args.runs}",
                      f"{grown['wall']:.2f} × (of processor time {grown['cpu']:.2f} ×)")
    finally:
        cleared(memory)
        cleared(disk)


if __name__ == "__main__":
    main()
