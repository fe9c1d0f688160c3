"""End of Key Stage 2 Outcomes of many schools at the command line, against a calculation made apart from the program."""
import collections
import csv
import io
import json
import unittest

from program import ProgramTest
from test_results_day import calculation


class TrustOutcomes(ProgramTest):
    def setUp(self):
        super().setUp()
        made = self.folder / "gen"
        self.ok("generate", "--schools", 3, "--seed", 7, "-o", made, "--files", "roster,dfe")
        self.schools = []
        for place, row in enumerate(csv.DictReader(io.StringIO((made / "schools.csv").read_text("utf-8-sig")))):
            digits, name = row["dfe"], row["name"] + ", East"
            dfe = f"{digits[:3]}/{digits[3:]}"
            self.ok("school", "add", "--dfe", dfe, "--name", name, *(("--trust", "Marsh Trust") if place < 2 else ()))
            self.ok("import", made / f"{digits}_roster_2026.csv", "--school", dfe, "--year", 2026)
            self.ok("import", made / f"{digits}_KS2_2026.csv", "--school", dfe, "--year", 2026)
            self.schools.append((dfe, name, calculation(made / f"{digits}_KS2_2026.csv")))

    def report(self, *arguments):
        return self.ok("report", "ks2-outcomes", "--year", 2026, *arguments)

    def test_the_lines_of_each_school_are_its_own_and_the_last_are_their_total(self):
        for whose, schools in ((("--all-schools",), self.schools), (("--trust", "Marsh Trust"), self.schools[:2])):
            with self.subTest(whose=whose):
                # when
                text = self.report(*whose, "--format", "csv")
                rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
                by_school = collections.defaultdict(list)
                for row in rows:
                    by_school[row.pop("dfe"), row.pop("school")].append(row)

                # then: each school once, the total last, and each school's lines those of its own report
                self.assertEqual(set(by_school), {(dfe, name) for dfe, name, _ in schools} | {("", "")})
                self.assertEqual(list(by_school)[-1], ("", ""))
                for dfe, name, _ in schools:
                    own = self.report("--school", dfe, "--format", "csv")
                    self.assertEqual(by_school[dfe, name], list(csv.DictReader(io.StringIO(own.lstrip("\ufeff")))))

                # then: the total is what all pupils together make
                total = {(row["measure"], row["subject"]): row for row in by_school["", ""]}
                for subject in ("reading", "writing", "gps", "mathematics", "rwm", "science"):
                    eligible, expected, higher, scores = zip(*(figures[subject] for _, _, figures in schools))
                    row = total["expected", subject]
                    self.assertEqual((int(row["numerator"]), int(row["denominator"])), (sum(expected), sum(eligible)), subject)
                    self.assertAlmostEqual(float(row["percent"]), 100 * sum(expected) / sum(eligible))
                    if subject != "science":
                        self.assertEqual(int(total["higher", subject]["numerator"]), sum(higher), subject)
                    scores = [score for of_school in scores for score in of_school]
                    if scores:
                        row = total["average_scaled_score", subject]
                        self.assertEqual(int(row["denominator"]), len(scores))
                        self.assertAlmostEqual(float(row["average"]), sum(scores) / len(scores))

    def test_the_text_is_the_total_and_other_forms_are_refused_by_name(self):
        text = self.report("--trust", "Marsh Trust")
        self.assertTrue(text.startswith("End of Key Stage 2 outcomes 2026: 2 schools\n"), text)
        pupils = json.loads(self.report("--trust", "Marsh Trust", "--format", "json"))["total"]["cohort"]
        self.assertIn(f"All pupils: {pupils} pupils", text)
        code, _, err = self.run_program("report", "ks2-outcomes", "--all-schools", "--year", 2026, "--format", "xlsx", "-o", self.folder / "x.xlsx")
        self.assertEqual(code, 2, err)
        self.assertIn("The format must be one of text, json, csv for many schools.", err)


if __name__ == "__main__":
    unittest.main()
