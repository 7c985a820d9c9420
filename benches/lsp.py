#!/usr/bin/env python3
"""How long an editor waits for `mitate lsp`: `lsp.py MITATE COURSE [--times 20]`, one JSON line.

Opens the first page of the course and types at its end. Milliseconds: until the problems of the opened page are reported, and medians from
a keystroke until the problems that it makes are reported, until keys of the front matter and the terms of the course are offered.
"""
import argparse
import json
import statistics
import subprocess
import time
from pathlib import Path


class Editor:
    def __init__(self, mitate, course):
        self.server = subprocess.Popen([mitate, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.next = 0
        folder = course.resolve().as_uri()
        self.ask("initialize", {"capabilities": {}, "workspaceFolders": [{"uri": folder, "name": "course"}]})
        self.tell("initialized", {})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()

    def read(self):
        length = 0
        while (line := self.server.stdout.readline().strip()):
            length = int(line.split(b":")[1])
        return json.loads(self.server.stdout.read(length))

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def ask(self, method, params):
        self.next += 1
        self.send({"id": self.next, "method": method, "params": params})
        while (message := self.read()).get("id") != self.next:
            pass
        return message["result"]

    def problems(self, uri, code, is_there):
        """Waits until what is wrong with a file has that code, or has it no more."""
        while True:
            message = self.read()
            params = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri:
                if any(it["code"] == code for it in params["diagnostics"]) == is_there:
                    return


def timed(act):
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mitate", type=Path)
    parser.add_argument("course", type=Path)
    parser.add_argument("--times", type=int, default=20)
    args = parser.parse_args()
    editor = Editor(args.mitate, args.course)
    page = sorted(path for path in args.course.glob("modules/*/*.md") if path.name != "index.md")[0].resolve()
    uri, text = page.as_uri(), page.read_text()
    line = text.count("\n") + (not text.endswith("\n"))
    wrong = text + ("" if text.endswith("\n") else "\n") + "[[nothing has this name]]\n"
    version = 0

    def change(to):
        nonlocal version
        version += 1
        editor.tell("textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": to}]})

    def opened():
        document = {"uri": uri, "languageId": "markdown", "version": 0, "text": wrong}
        editor.tell("textDocument/didOpen", {"textDocument": document})
        editor.problems(uri, "unknown-term", True)

    def typed():
        change(text)
        editor.problems(uri, "unknown-term", False)
        change(wrong)
        editor.problems(uri, "unknown-term", True)

    def completed(at):
        change(wrong)
        assert editor.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": at}) is not None

    first = timed(opened)
    times = {
        "problems": [timed(typed) / 2 for _ in range(args.times)],
        "keys": [timed(lambda: completed({"line": 1, "character": 0})) for _ in range(args.times)],
        "terms": [timed(lambda: completed({"line": line, "character": 2})) for _ in range(args.times)],
    }
    medians = {name: round(statistics.median(all), 1) for name, all in times.items()}
    print(json.dumps({"course": str(args.course), "opened": round(first, 1), **medians}))
    editor.ask("shutdown", None)
    editor.tell("exit", None)


main()
