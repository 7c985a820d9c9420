#!/usr/bin/env python3
"""Kills running commands at random moments, and looks at what they leave.

    tests/kills.py MITATE [--all] [--seed N]

A kill has hit if the process died of it. After each, every file in the output must be a whole one, of the run before or of this one; and
the same command, run again to its end, must leave what a clean run leaves, and nothing beside it. Without --all, each command is hit
three times; with it, `build` 200 times and each other 20 times. The exit code is 1 if a file was torn or something was left.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parent
MANIFEST = ".mitate-manifest.json"
# How many pages are added to the sample: a build takes long enough to be hit.
PAGES = 120


def is_debris(path):
    return any(part.endswith(".mitate-new") for part in path.parts)


def files(folder):
    """The bytes of every file in a folder but the manifest, and the paths of what is not finished."""
    found, debris = {}, []
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if is_debris(inside):
            debris.append(inside)
        elif path.is_file() and path.name != MANIFEST:
            found[inside] = path.read_bytes()
    return found, debris


class Command:
    """A command that is killed: what it reads, what it writes, and how its input changes between two runs."""

    def __init__(self, name, arguments, output, change=None, fresh=None):
        self.name, self.arguments, self.output = name, arguments, output
        self.change, self.fresh = change, fresh


class Trial:
    def __init__(self, mitate, folder, command, chance):
        self.mitate, self.folder, self.command, self.chance = mitate, folder, command, chance
        self.tries = self.hits = self.torn = self.left = self.wrong = self.unfinished = 0

    def start(self):
        return subprocess.Popen(
            [self.mitate, *self.command.arguments, "--lang", "en"],
            cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )

    def whole_run(self):
        process = self.start()
        said = process.communicate()[1].decode()
        if process.returncode not in (0, 1):
            sys.exit(f"{self.command.name}: {said}")

    def prepare(self, version):
        if self.command.change:
            self.command.change(self.folder, version)
        if self.command.fresh:
            self.command.fresh(self.folder)

    def output(self):
        return files(self.folder / self.command.output)

    def run(self, wanted):
        # What a clean run leaves of each version, and how long it takes.
        clean, length = [], 0
        for version in (0, 1):
            target = self.folder / self.command.output
            if not self.command.fresh and target.exists():
                shutil.rmtree(target)
            self.prepare(version)
            begun = time.monotonic()
            self.whole_run()
            length = time.monotonic() - begun
            clean.append(self.output()[0])
        before = self.untouched()
        version = 1
        while self.hits < wanted and self.tries < 10 * wanted:
            version = 1 - version
            self.prepare(version)
            self.tries += 1
            process = self.start()
            time.sleep(self.chance.uniform(0, length))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            self.hits += process.returncode == -signal.SIGKILL
            found, unfinished = self.output()
            self.unfinished += bool(unfinished)
            for path, data in found.items():
                if data not in (clean[0].get(path), clean[1].get(path), before.get(path)):
                    self.torn += 1
                    print(f"{self.command.name}: {path} is torn", file=sys.stderr)
            self.whole_run()
            found, unfinished = self.output()
            self.left += bool(unfinished)
            if self.command.fresh:
                # A second import is put beside the first, which may have come to its end.
                wrong = [path for path, data in clean[version].items() if found.get(path) != data]
            else:
                wrong = [] if found == clean[version] else ["other files than a clean run's"]
            self.wrong += bool(wrong)
            for path in [*unfinished, *wrong]:
                print(f"{self.command.name}: {path} is left or wrong", file=sys.stderr)

    def untouched(self):
        """What is in the output before the command."""
        if not self.command.fresh:
            return {}
        self.command.fresh(self.folder)
        return self.output()[0]


def change_course(folder, version):
    module = next((folder / "course/modules").iterdir())
    for number in range(PAGES):
        page = module / f"{number + 200}-more-{number}.md"
        page.write_text(f"---\ntitle: Page {number}\n---\n{['First', 'Second'][version]} words. " + "They listen. " * 40 + "\n")


def fresh_course(folder):
    shutil.rmtree(folder / "into", ignore_errors=True)
    shutil.copytree(folder / "small", folder / "into")


def change_answers(folder, version):
    """A group with one more, or one less."""
    more = folder / "group" / "more.mitate.json"
    if version:
        shutil.copy(TESTS / "collect/group/in" / first_answers(), more)
    else:
        more.unlink(missing_ok=True)


def first_answers():
    return min(path.name for path in (TESTS / "collect/group/in").iterdir() if path.suffix == ".json")


def commands():
    handouts = [str(path) for path in sorted((TESTS / "import").glob("*.docx"))]
    collect = ["collect", "group", "--course", str(TESTS / "collect/course"), "--force", "--out"]
    return [
        Command("build", ["build", "course", "--out", "o/site"], "o", change_course),
        Command("package", ["package", "course", "--as", "zip", "--out", "o/a.zip"], "o", change_course),
        Command("package (html)", ["package", "course", "--as", "html", "--out", "o/a.html"], "o", change_course),
        Command("paper", ["paper", "course", "--out", "o/papers"], "o", change_course),
        Command("evidence", ["evidence", "course", "--force", "--out", "o/"], "o", change_course),
        Command("collect", [*collect, "o/rows.ndjson"], "o", change_answers),
        Command("collect (xlsx)", [*collect, "o/rows.xlsx"], "o", change_answers),
        Command("collect (site)", [*collect, "o/board", "--as", "site"], "o", change_answers),
        Command("import", ["import", *handouts, "--into", "into"], "into", fresh=fresh_course),
    ]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("mitate", type=Path)
    arguments.add_argument("--all", action="store_true")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", help="the command to kill")
    options = arguments.parse_args()
    mitate, chance = str(options.mitate.resolve()), random.Random(options.seed)
    failed = False
    print("command           tries  hits  unfinished after the kill  torn  left after the next run  wrong")
    for command in commands():
        if options.only not in (None, command.name):
            continue
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            for name, more in (("course", ["--sample"]), ("small", [])):
                subprocess.run([mitate, "new", name, "--lang", "en", *more], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            (folder / "o").mkdir()
            (folder / "group").mkdir()
            for number in range(60):
                for path in (TESTS / "collect/group/in").rglob("*.json"):
                    shutil.copy(path, folder / "group" / f"{number}-{path.name}")
            trial = Trial(mitate, folder, command, chance)
            trial.run((200 if command.name == "build" else 20) if options.all else 3)
            failed |= trial.torn + trial.left + trial.wrong > 0 or trial.hits == 0
            print(
                f"{command.name:16} {trial.tries:6} {trial.hits:5} {trial.unfinished:26} {trial.torn:5} {trial.left:24} {trial.wrong:6}",
                flush=True,
            )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
