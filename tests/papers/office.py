#!/usr/bin/python3
"""LibreOffice as a person uses it: takes every control out of a filled form, and adds and removes rows. Needs python3-uno.

    office.py SOURCE WITHOUT_CONTROLS WITH_ROWS

Writes both from SOURCE. LibreOffice starts once.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

PIPE = "mitate-papers"


def setting(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def desktop(process):
    """The desktop of the LibreOffice that was just started."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while process.poll() is None:
        try:
            context = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except Exception:  # NoConnectException, which exists at run time only
            time.sleep(0.1)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise SystemExit("LibreOffice ended")


def cells(document):
    for name in document.TextTables.ElementNames:
        table = document.TextTables.getByName(name)
        for cell in table.CellNames:
            yield table.getCellByName(cell)


def controls(cell):
    paragraphs = cell.createEnumeration()
    while paragraphs.hasMoreElements():
        paragraph = paragraphs.nextElement()
        if not paragraph.supportsService("com.sun.star.text.Paragraph"):
            continue
        portions = paragraph.createEnumeration()
        while portions.hasMoreElements():
            if portions.nextElement().TextPortionType == "ContentControl":
                yield paragraph


def without_controls(document):
    """Writes the words of each cell again, as someone does who selects a cell and types: its controls are gone."""
    changed = 0
    for cell in cells(document):
        if next(controls(cell), None):
            words = cell.String
            cell.String = ""
            cursor = cell.createTextCursor()
            cursor.gotoEnd(True)
            cursor.String = words
            changed += 1
    assert changed > 20, changed
    assert not any(next(controls(cell), None) for cell in cells(document))


def with_rows(document):
    """In the table of people: a row more at the end, and the third row gone."""
    tables = [document.TextTables.getByName(name) for name in document.TextTables.ElementNames]
    people = next(table for table in tables if "周りの人" in table.getCellByName(table.CellNames[0]).String)
    people.Rows.insertByIndex(people.Rows.Count, 1)
    names = [name for name in people.CellNames if name.endswith(str(people.Rows.Count))]
    people.getCellByName(names[1]).String = "足した人"
    third = next(at for at in range(people.Rows.Count) if people.getCellByName(f"A{at + 1}").String.strip() == "3")
    people.Rows.removeByIndex(third, 1)


def main():
    source, *targets = (pathlib.Path(it).resolve() for it in sys.argv[1:])
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore"]
        process = subprocess.Popen([*command, f"--accept=pipe,name={PIPE};urp;"], stderr=subprocess.DEVNULL)
        try:
            office = desktop(process)
            for target, change in zip(targets, [without_controls, with_rows]):
                document = office.loadComponentFromURL(source.as_uri(), "_blank", 0, (setting("Hidden", True),))
                change(document)
                document.storeToURL(target.as_uri(), (setting("FilterName", "MS Word 2007 XML"),))
                document.close(True)
            office.terminate()
        finally:
            process.terminate()
            process.wait()


main()
