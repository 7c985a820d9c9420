#!/usr/bin/env python3
"""collect.py MITATE [FILES [KILOBYTES]]: how long `mitate collect` takes for the answer files of a group, and its peak memory.

The files are made in a temporary folder, each of another person: attempts with Japanese text of a few paragraphs, in which there are
numbers as people write them. Targets: 400 files of 1 MB in 5 s and 200 MiB.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COURSE = Path(__file__).resolve().parent.parent / "tests/collect/course"
LETTERS = "傘雨人声朝夜話聞待見家学校友母父姉約束時間一人で帰りたかったのかもしれない。、「」"


def answers(seed: int, size: int) -> str:
    """An answer file of about `size` bytes."""
    rng = random.Random(seed)
    sheets, length, number = [], 0, 0
    while length < size and number < 9999:
        number += 1
        at = f"2026-11-{rng.randint(1, 28):02}T{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}.{rng.randint(0, 999):03}Z"
        text = "".join(rng.choices(LETTERS, k=rng.randint(100, 700))) + f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
        entry = lambda value: {"value": value, "rev": 1, "at": at}
        fields = {"say": entry(text), "@looked": entry(at)}
        sheets.append({"key": "exercise/words", "sheet": number, "labels": {"say": "なんと声をかけますか"}, "fields": fields})
        length += len(text.encode()) + 250
    course = {"id": "gathered", "title": "集める見本", "revision": 3}
    file = {"format": "mitate-answers", "version": 1, "course": course, "exported": "2026-11-29T17:00:00.000Z", "answers": sheets}
    return json.dumps(file, ensure_ascii=False, indent=1)


def main() -> None:
    mitate = Path(sys.argv[1]).resolve()
    count, kilobytes = (int(it) for it in (sys.argv[2:] + ["400", "1000"][len(sys.argv) - 2 :]))
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder, "in")
        inputs.mkdir()
        for seed in range(count):
            (inputs / f"{seed}.mitate.json").write_text(answers(seed, kilobytes * 1000))
        total = sum(it.stat().st_size for it in inputs.iterdir())
        print(f"{count} files, {total / 1e6:.0f} MB")
        for ending in ("ndjson", "csv", "xlsx"):
            out = Path(folder, f"rows.{ending}")
            # The peak of the children so far is kept, so each runs in a process that has no other child.
            start = time.monotonic()
            done = subprocess.run(
                [sys.executable, "-c", PEAK, mitate, "collect", inputs, "--course", COURSE, "--out", out],
                capture_output=True, text=True, check=False,
            )
            wall = time.monotonic() - start
            user, peak = done.stderr.split()[-2:]
            size = out.stat().st_size / 1e6
            print(f"{ending}: {wall:.1f} s, {float(user):.1f} s of processor, {int(peak) / 1024:.0f} MiB, {size:.0f} MB written")


PEAK = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
sys.exit(code)
"""

if __name__ == "__main__":
    main()
