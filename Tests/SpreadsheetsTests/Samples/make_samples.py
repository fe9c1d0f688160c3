#!/usr/bin/python3
"""Makes the workbooks of this folder. Needs openpyxl (Debian: python3-openpyxl). Usage: make_samples.py

The committed files are what the tests read; run this only to add or change one. Fictional pupils, UPNs of local authority 820.
"""

import datetime
import pathlib
import zipfile

import openpyxl
from openpyxl.styles import Font

FOLDER = pathlib.Path(__file__).parent
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FIXED = (2026, 7, 7, 9, 0, 0)


def openpyxl_marks():
    """Another program's workbook: every kind of cell, a hidden sheet before it and one with notes behind it."""
    book = openpyxl.Workbook()
    hidden = book.active
    hidden.title = "Lists"
    hidden.sheet_state = "hidden"
    hidden["A1"] = "EXS"
    sheet = book.create_sheet("Marks R&D")
    sheet.append(["UPN", "Surname", "Forename", "Date of birth", "Reading paper 1", "Share", "Code", "Done", "Sum", "At"])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.append(["A820200123456", "O’Brien", "Siân", datetime.date(2014, 11, 3), 38, 0.45, 7, True, "=E2+1",
                  datetime.datetime(2026, 5, 14, 9, 30)])
    sheet.append(["B820200123456", "=2+3", " Zoë ", datetime.date(2015, 2, 28), 38.0, 0.5, 12, False, None, None])
    sheet["B3"].data_type = "s"
    sheet.append([])
    sheet.append(["C820200123456", "Davies & Sons <x>", "line\nbreak", "03/11/2014", 0.1 + 0.2, 1, 1234567, None, None, "#N/A"])
    for row in (2, 3, 5):
        sheet.cell(row, 6).number_format = "0%"
        sheet.cell(row, 7).number_format = "000"
    sheet["D2"].number_format = "dd/mm/yyyy"
    sheet["D3"].number_format = "[$-809]d mmmm yyyy;@"
    sheet.merge_cells("H5:I5")
    book.create_sheet("Notes")["A1"] = "Made in May"
    book.create_sheet("About this file")["A1"] = "passed over"
    book.save(FOLDER / "openpyxl-marks.xlsx")


def package(name, parts, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(FOLDER / name, "w") as archive:
        for path, text in parts.items():
            info = zipfile.ZipInfo(path, FIXED)
            info.compress_type = method
            archive.writestr(info, text)


def relationship(number, kind, target):
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'


def relationships(*links):
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(links)}</Relationships>'


def inline_texts():
    """As LibreOffice and lean writers do it: inline texts, no cell names, absolute targets, prefixes, dates from 1904."""
    package("inline-1904.xlsx", {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relationships(relationship(1, "officeDocument", "/XL/book.xml")),
        "xl/book.xml": f'{HEAD}<x:workbook xmlns:x="{MAIN}" xmlns:r="{OFFICE}/relationships"><x:workbookPr date1904="1"/>'
        '<x:sheets><x:sheet name="Blatt" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
        "xl/_rels/book.xml.rels": relationships(
            relationship(1, "worksheet", "/xl/pages/../pages/one.xml"), relationship(2, "styles", "look.xml")),
        "xl/look.xml": f'{HEAD}<x:styleSheet xmlns:x="{MAIN}"><x:numFmts count="1">'
        '<x:numFmt numFmtId="165" formatCode="DD/MM/YY&quot; h&quot;"/></x:numFmts><x:cellStyleXfs><x:xf numFmtId="9"/></x:cellStyleXfs>'
        '<x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="165"/><x:xf numFmtId="22"/></x:cellXfs></x:styleSheet>',
        "xl/pages/one.xml": f'{HEAD}<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row/><x:row>'
        '<x:c t="inlineStr"><x:is><x:t>Name</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Born</x:t></x:is></x:c>'
        '<x:c t="inlineStr"><x:is><x:r><x:t>Rich </x:t></x:r><x:r><x:t>text</x:t></x:r><x:rPh sb="0" eb="1"><x:t>no</x:t></x:rPh></x:is></x:c>'
        '</x:row><x:row><x:c t="str"><x:f>A1&amp;B1</x:f><x:v>Ann &amp; Bob</x:v></x:c><x:c s="1"><x:v>40484</x:v></x:c>'
        '<x:c s="2"><x:v>40484.5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    })


def bomb():
    """32 MB of blanks in some 32 kB."""
    package("bomb.xlsx", {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relationships(relationship(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships"><sheets>'
        '<sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(relationship(1, "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{" " * (32 << 20)}</sheetData></worksheet>',
    })


if __name__ == "__main__":
    openpyxl_marks()
    inline_texts()
    bomb()
