"""Prints the cells of a workbook's first sheet, or of one named, as JSON, as openpyxl reads them. Usage: dump_workbook.py FILE [SHEET]"""
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheet = book[sys.argv[2]] if len(sys.argv) > 2 else book.worksheets[0]
print(json.dumps({
    "sheets": book.sheetnames,
    "frozen": sheet.freeze_panes,
    "bold": all(cell.font.b for cell in sheet[1]),
    "widths": [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]],
    "rows": [[[cell.data_type, None if cell.value is None else cell.value if isinstance(cell.value, (int, float)) else str(cell.value)]
              for cell in row] for row in sheet.iter_rows()],
    "about": [[cell.value for cell in row] for row in book.worksheets[-1].iter_rows()],
}))
