"""Reports as pages that stand alone: one file, nothing outside it, the figures of the JSON."""
import html
import json
import re
import unittest

from program import ProgramTest

SCHOOL = ("--school", "820/9991", "--year", 2026)


class HTMLTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.make_school()
        folder = self.generate("roster", "dfe", "assessments")
        for path in sorted(folder.iterdir(), key=lambda path: "roster" not in path.name):
            if path.name != "schools.csv":
                self.run_program("import", path, *SCHOOL)

    def page(self, *arguments):
        path = self.folder / "report.html"
        self.ok("report", *arguments, *SCHOOL, "--format", "html", "-o", path)
        page = path.read_text(encoding="utf-8")
        for outside in ("href=", "src=", "action=", "<link", "<script", "<form", "<button", "@import", "http:", "https:"):
            self.assertNotIn(outside, page, arguments)
        self.assertEqual(re.findall(r"url\((?!#)", page), [])
        self.assertTrue(page.startswith("<!doctype html>") and page.endswith("</html>\n"))
        self.assertIn("Saltmarsh Primary School (820/9991), school year 2025/26. Written on ", page)
        body = page[page.index("<body"):]
        return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body)))

    def figures(self, *arguments):
        return json.loads(self.ok("report", *arguments, *SCHOOL, "--format", "json"))

    def test_ks2_outcomes_has_the_figures_of_the_json(self):
        report = self.figures("ks2-outcomes")
        text = self.page("ks2-outcomes")
        self.assertNotIn("opens the pupils", text)
        for subject in report["subjects"].values():
            if subject.get("expected"):
                self.assertIn(f"{round(subject['expected']['percent'])}%", text)
        rwm = report["subjects"]["rwm"]
        self.assertIn(f"{rwm['expected']['count']} of {rwm['eligible']}", text)

    def test_the_dashboard_and_each_assessment_have_the_figures_of_the_json(self):
        for name in ("statutory-dashboard", "eyfsp", "phonics", "ks1", "mtc"):
            text = self.page(name)
            self.assertNotIn("opens the pupils", text)
            measures = [m for m in self.figures(name)["measures"] if m["year"] == 2026 and m["denominator"] and m["percent"] is not None]
            for measure in measures:
                self.assertIn(f"{measure['numerator']} of {measure['denominator']}", text, (name, measure))

    def test_the_others_stand_alone_as_well(self):
        results = json.loads(self.ok("results", *SCHOOL))
        upn = next(pupil["upn"] for pupil in results["pupils"] if pupil["values"].get("ks2"))
        surname = next(pupil["surname"] for pupil in results["pupils"] if pupil["upn"] == upn)
        self.assertIn(surname, self.page("pupil", "--upn", upn))
        self.assertIn("How it is counted", self.page("conversion-matrix"))
        self.assertIn("How it is counted", self.page("summative-progress"))
        self.assertIn("How it is counted", self.page("expectations"))
        self.assertIn(surname, self.page("parents"))

    def test_many_schools_have_no_page(self):
        code, _, err = self.run_program("report", "ks2-outcomes", "--all-schools", "--year", 2026, "--format", "html")
        self.assertEqual(code, 2, err)


if __name__ == "__main__":
    unittest.main()
