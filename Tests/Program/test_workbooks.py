"""The product's workbooks, opened again by another program's library and compared cell by cell with its CSV."""
import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import unittest
import zipfile

import program

DUMP = pathlib.Path(__file__).parent / "dump_workbook.py"


def python_with_openpyxl():
    """Debian's package belongs to Debian's Python, which need not be the one that runs the tests."""
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import openpyxl"], capture_output=True).returncode == 0:
            return python
    return None


PYTHON = python_with_openpyxl()


@unittest.skipUnless(PYTHON, "openpyxl is not installed (Debian: python3-openpyxl)")
class Workbooks(program.ProgramTest):
    def dump(self, path, *sheet):
        done = subprocess.run([PYTHON, DUMP, path, *sheet], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def school_with_results(self):
        made = self.generate("roster", "dfe")
        self.make_school()
        roster = next(made.glob("*roster*.csv"))
        # A name that a spreadsheet would run.
        text = roster.read_text(encoding="utf-8-sig").splitlines()
        heads = text[0].split(",")
        surname = [h.lower() for h in heads].index("surname")
        fields = text[1].split(",")
        fields[surname] = "=1+1"
        roster.write_text("\n".join([text[0], ",".join(fields), *text[2:]]) + "\n")
        self.ok("import", roster, "--school", "820/9991", "--year", 2026)
        results = next(p for p in made.glob("*.csv") if "roster" not in p.name)
        self.run_program("import", results, "--school", "820/9991", "--year", 2026)

    def compare(self, workbook, text):
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
        self.assertEqual(len(workbook["rows"]), len(rows))
        for number, (cells, fields) in enumerate(zip(workbook["rows"], rows), 1):
            for column, (cell, field) in enumerate(zip(cells, fields)):
                kind, value = cell
                self.assertNotEqual(kind, "f", f"row {number} column {column} is a formula")
                if field.startswith("'"):
                    field = field[1:]
                if kind == "n" and value is not None:
                    self.assertAlmostEqual(value, float(field), 6, f"row {number} column {column}")
                else:
                    self.assertEqual(value or "", field, f"row {number} column {column}")

    def test_results_and_report_have_the_cells_of_the_csv(self):
        # given
        self.school_with_results()
        for arguments in (
            ("results", "--school", "820/9991", "--year", 2026),
            ("report", "ks2-outcomes", "--school", "820/9991", "--year", 2026),
        ):
            with self.subTest(command=arguments[0]):
                path = self.folder / f"{arguments[0]}.xlsx"
                # when
                self.ok(*arguments, "--format", "xlsx", "-o", path)
                text = self.ok(*arguments, "--format", "csv")
                # then
                workbook = self.dump(path)
                self.compare(workbook, text)
                self.assertTrue(workbook["bold"])
                self.assertEqual(workbook["frozen"], "D2")
                self.assertEqual(workbook["sheets"][-1], "About this file")
                self.assertTrue(all(width > 5 for width in workbook["widths"]))
                about = {row[0]: row[1] for row in workbook["about"] if row[0]}
                self.assertIn("Saltmarsh Primary School", about["School"])
                self.assertEqual(about["School year"], "2025/26")
                self.assertEqual(about["By"], "Command line")
                self.assertIn("Taken", about)
                # Only its owner may read a file of names.
                self.assertEqual(path.stat().st_mode & 0o077, 0)

    def test_one_workbook_has_every_report_as_it_is_alone(self):
        # given
        made = self.generate("roster", "assessments")
        self.make_school()
        for path in sorted(made.iterdir(), key=lambda path: "roster" not in path.name):
            self.run_program("import", path, "--school", "820/9991", "--year", 2026)
        path = self.folder / "governors.xlsx"
        for group in ("all", "disadvantaged+girls"):
            with self.subTest(group=group):
                # when
                self.ok("report", "workbook", "--school", "820/9991", "--year", 2026, "--group", group, "-o", path)
                # then
                book = self.dump(path)
                self.assertEqual(
                    book["sheets"],
                    ["Statutory Dashboard", "KS2 outcomes", "EYFSP", "Phonics", "KS1", "MTC", "About this file"])
                for sheet, report in zip(
                    book["sheets"], ["statutory-dashboard", "ks2-outcomes", "eyfsp", "phonics", "ks1", "mtc"]):
                    text = self.ok(
                        "report", report, "--school", "820/9991", "--year", 2026, "--group", group, "--format", "csv")
                    self.assertGreater(len(text.splitlines()), 2)
                    self.compare(self.dump(path, sheet), text)
                about = {row[0]: row[1] for row in book["about"] if row[0]}
                self.assertEqual(about["Group"], "All pupils" if group == "all" else "Disadvantaged, girls")
                self.assertIn("KS2 outcomes", about)

    def test_a_formula_in_a_name_is_text_everywhere(self):
        # given
        self.school_with_results()
        path = self.folder / "results.xlsx"
        # when
        self.ok("results", "--school", "820/9991", "--year", 2026, "--format", "xlsx", "-o", path)
        # then
        cells = [cell for row in self.dump(path)["rows"] for cell in row if cell[1] == "=1+1"]
        self.assertEqual([kind for kind, _ in cells], ["s"])
        with zipfile.ZipFile(path) as archive:
            xml = archive.read("xl/worksheets/sheet1.xml").decode()
        self.assertNotIn("<f>", xml)
        self.assertIn("<t>=1+1</t>", xml)

    def test_results_come_back_as_a_workbook(self):
        # given
        self.school_with_results()
        path = self.folder / "results.xlsx"
        self.ok("results", "--school", "820/9991", "--year", 2026, "--format", "xlsx", "-o", path)
        before = self.results()
        # when
        code, out, err = self.run_program("import", path, "--school", "820/9991", "--year", 2026)
        # then
        self.assertEqual(code, 0, out + err)
        self.assertIn("Nothing new", out)
        self.assertEqual(self.results(), before)

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed (Debian: libreoffice-calc-nogui)")
    def test_libreoffice_shows_the_cells_of_the_csv_and_what_it_saves_is_taken_back(self):
        # given
        self.school_with_results()
        path = self.folder / "results.xlsx"
        self.ok("results", "--school", "820/9991", "--year", 2026, "--format", "xlsx", "-o", path)
        rows = list(csv.reader(io.StringIO(
            self.ok("results", "--school", "820/9991", "--year", 2026, "--format", "csv").removeprefix("\ufeff"))))
        before = self.results()

        # when: comma, quotation marks, UTF-8, values as they are and not as shown, every sheet
        self.convert(path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1")
        sheet = next(self.folder.glob("results-*Results*.csv"), None) or sorted(self.folder.glob("results-*.csv"))[0]
        shown = list(csv.reader(io.StringIO(sheet.read_text(encoding="utf-8"))))

        # then
        self.assertEqual(len(shown), len(rows))
        for number, (cells, fields) in enumerate(zip(shown, rows), 1):
            wanted = [field[1:] if field.startswith("'") else field for field in fields]
            self.assertEqual(cells, wanted, f"row {number}")

        # when
        again = self.folder / "saved"
        again.mkdir()
        self.convert(path, "xlsx", to=again)
        code, out, err = self.run_program("import", again / "results.xlsx", "--school", "820/9991", "--year", 2026)

        # then
        self.assertEqual(code, 0, out + err)
        self.assertIn("Nothing new", out)
        self.assertEqual(self.results(), before)

    def convert(self, path, form, to=None):
        done = subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{self.folder}/office", "--convert-to", form,
             "--outdir", to or self.folder, path], capture_output=True, text=True, timeout=180)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
