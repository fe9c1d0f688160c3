"""Results day as a school lives it, at the command line; the report against a calculation made apart from the program."""
import collections
import csv
import json
import unittest

from program import ProgramTest


def calculation(path):
    """End of Key Stage 2 Outcomes straight from the DfE's CSV, by the rules of the measures and nothing of the program's."""
    left_out_tests, left_out_ta = set("MLFP"), set("LFP")
    with open(path, encoding="utf-8-sig") as lines:
        pupils = list(csv.DictReader(lines))
    subjects = {}
    standings = collections.defaultdict(dict)  # UPN -> subject -> 0 below, 1 expected, 2 higher; absent: not eligible

    def score(row, subject):
        text = row[f"{subject}SCORE"]
        if not text:
            return None
        return int(text) + (3 if row[f"{subject}SPECCON"] else 0)

    for name, column, ta in [("reading", "READ", "READTAOUTCOME"), ("gps", "GPS", None), ("mathematics", "MAT", "MATTAOUTCOME")]:
        scores = []
        for row in pupils:
            outcome = row[f"{column}OUTCOME"]
            entry = outcome or score(row, column) or (ta and row[ta])
            if not entry or outcome in left_out_tests or (not outcome and ta and row[ta] in left_out_ta):
                continue
            value = score(row, column)
            if value is not None:
                scores.append(value)
                level = 2 if value >= 110 else 1 if value >= 100 else 0
            else:
                level = 1 if outcome == "AS" else 0
            standings[row["UPN"]][name] = level
        levels = [s[name] for s in standings.values() if name in s]
        subjects[name] = (len(levels), sum(v >= 1 for v in levels), sum(v == 2 for v in levels), scores)
    for name, column in [("writing", "WRITTAOUTCOME"), ("science", "SCITAOUTCOME")]:
        for row in pupils:
            if row[column] and row[column] not in left_out_ta:
                standings[row["UPN"]][name] = {"GDS": 2, "EXS": 1}.get(row[column], 0)
        levels = [s[name] for s in standings.values() if name in s]
        subjects[name] = (len(levels), sum(v >= 1 for v in levels), sum(v == 2 for v in levels), [])
    three = [min(s["reading"], s["writing"], s["mathematics"]) for s in standings.values()
             if {"reading", "writing", "mathematics"} <= s.keys()]
    subjects["rwm"] = (len(three), sum(v >= 1 for v in three), sum(v == 2 for v in three), [])
    return subjects


class ResultsDay(ProgramTest):
    def test_roster_and_results_come_in_once_and_go_out_right(self):
        for seed in (1, 3, 11):
            with self.subTest(seed=seed):
                self.tearDown()
                self.setUp()
                # given a school with its pupils
                made = self.generate("roster", "dfe", seed=seed)
                results = made / "8209991_KS2_2026.csv"
                self.make_school()
                self.ok("import", made / "8209991_roster_2026.csv", "--school", "820/9991")
                empty = self.results()

                # when the DfE's file is looked at, nothing is stored
                dry = json.loads(self.ok("import", results, "--school", "820/9991", "--year", 2026, "--dry-run", "--format", "json"))
                self.assertFalse(dry["applied"])
                self.assertIsNone(dry["batch"])
                self.assertEqual(self.results(), empty)

                # when it is applied, it is stored
                first = json.loads(self.ok("import", results, "--school", "820/9991", "--year", 2026, "--format", "json"))
                self.assertTrue(first["applied"])
                self.assertEqual(first["counts"], dry["counts"])
                self.assertEqual(sum(first["counts"].values()), len(first["items"]))
                self.assertGreater(first["counts"]["new"], 400)
                full = self.results()

                # then the report is what a calculation apart from the program makes of the same file
                report = self.report()
                for name, (eligible, expected, higher, scores) in calculation(results).items():
                    figures = report["subjects"][name]
                    self.assertEqual(figures["eligible"], eligible, name)
                    self.assertEqual(figures["expected"]["count"], expected, name)
                    self.assertAlmostEqual(figures["expected"]["percent"], 100 * expected / eligible, msg=name)
                    if name != "science":
                        self.assertEqual(figures["higher"]["count"], higher, name)
                    if scores:
                        self.assertEqual(figures["average_scaled_score"]["pupils"], len(scores), name)
                        self.assertAlmostEqual(figures["average_scaled_score"]["value"], sum(scores) / len(scores), msg=name)

                # when the same file comes again, nothing is new
                again = json.loads(self.ok("import", results, "--school", "820/9991", "--year", 2026, "--format", "json"))
                self.assertEqual(again["counts"]["new"] + again["counts"]["changed"], 0)
                self.assertIsNone(again["batch"])
                self.assertEqual(self.results(), full)

                # when it is taken back, all is as before
                self.ok("undo", first["batch"])
                self.assertEqual(self.results(), empty)
                self.assertEqual(self.run_program("undo", first["batch"])[0], 1)
                self.ok("verify")

    def test_groups_that_partition_the_cohort_add_up_to_it(self):
        # given
        made = self.generate("roster", "dfe")
        self.make_school()
        self.ok("import", made / "8209991_roster_2026.csv", "--school", "820/9991")
        self.ok("import", made / "8209991_KS2_2026.csv", "--school", "820/9991", "--year", 2026)

        # then
        whole = self.report()["subjects"]
        for family in [("girls", "boys"), ("disadvantaged", "not_disadvantaged"), ("no_sen", "sen_support", "ehc_plan"), ("eal", "not_eal"),
                       ("born_autumn", "born_spring", "born_summer")]:
            parts = [self.report(2026, "--group", group)["subjects"] for group in family]
            for subject in whole:
                self.assertEqual(sum(p[subject]["eligible"] for p in parts), whole[subject]["eligible"], (family, subject))
                self.assertEqual(sum(p[subject]["expected"]["count"] for p in parts), whole[subject]["expected"]["count"], (family, subject))

    def test_a_table_loaded_at_nine_makes_the_report_right_at_nine(self):
        # given a raw total of a year without a table
        made = self.generate("roster")
        roster = (made / "8209991_roster_2026.csv").read_text(encoding="utf-8-sig").replace("2025/26", "2024/25")
        (self.folder / "roster.csv").write_text(roster)
        self.make_school()
        self.ok("import", self.folder / "roster.csv", "--school", "820/9991")
        upn = next(r["UPN"] for r in csv.DictReader(roster.splitlines()) if r["Year group"] == "Year 6")
        marks = "upn,assessment,column,value\n" + "".join(
            f"{upn},ks2,mathematics.paper{n},{mark}\n" for n, mark in [(1, 30), (2, 15), (3, 12)])
        self.ok("enter", "--school", "820/9991", "--year", 2025, input=marks)
        before = next(p for p in json.loads(self.results(2025))["pupils"] if p["upn"] == upn)["values"]["ks2"]
        self.assertEqual(before["mathematics.total"], "57")
        self.assertEqual(before["mathematics.outcome"], "NS")
        self.assertNotIn("mathematics.scaled", before)

        # when a hand-made table that agrees with the thresholds (58 -> 100, 95 -> 110) is loaded
        def scaled(raw):
            return "N" if raw < 5 else max(80, 100 + (raw - 58) // 2) if raw < 58 else min(109, 100 + (raw - 58) // 4) if raw < 95 else 110

        table = "year,key_stage,subject,raw_score,scaled_score\n" + "".join(f"2025,2,mathematics,{r},{scaled(r)}\n" for r in range(111))
        (self.folder / "table.csv").write_text(table)
        self.ok("tables", "add", self.folder / "table.csv")

        # then
        after = next(p for p in json.loads(self.results(2025))["pupils"] if p["upn"] == upn)["values"]["ks2"]
        self.assertEqual(after["mathematics.scaled"], str(scaled(57)))
        self.assertEqual(self.report(2025)["subjects"]["mathematics"]["average_scaled_score"]["pupils"], 1)
        self.assertEqual(self.ok("convert", "--year", 2025, "--subject", "mathematics", 57, 58).split(), ["57", "99", "58", "100"])

    def test_a_special_consideration_entered_by_hand_survives_every_import(self):
        # given a pupil with a score just under the standard, marked by hand
        made = self.generate("roster", "dfe", "ks2")
        self.make_school()
        self.ok("import", made / "8209991_roster_2026.csv", "--school", "820/9991")
        results = made / "8209991_KS2_2026.csv"
        self.ok("import", results, "--school", "820/9991", "--year", 2026)
        row = next(r for r in csv.DictReader(open(results, encoding="utf-8-sig")) if r["READSCORE"] and not r["READSPECCON"])
        plus = row["READSCORE"] + "+"
        self.ok("enter", "--school", "820/9991", "--year", 2026, input=f"upn,assessment,column,value\n{row['UPN']},ks2,reading.scaled,{plus}\n")

        # when
        self.ok("import", results, "--school", "820/9991", "--year", 2026)
        self.ok("import", made / "8209991_KS2_NAALLLL_001.xml", "--school", "820/9991")

        # then
        values = next(p for p in json.loads(self.results())["pupils"] if p["upn"] == row["UPN"])["values"]["ks2"]
        self.assertEqual(values["reading.scaled"], plus)


class BadInput(ProgramTest):
    def test_files_that_lie_are_refused_with_a_reason_and_nothing_is_stored(self):
        # given
        made = self.generate("roster", "dfe", "ks2")
        self.make_school()
        self.ok("import", made / "8209991_roster_2026.csv", "--school", "820/9991")
        ctf = (made / "8209991_KS2_NAALLLL_001.xml").read_bytes()
        results = (made / "8209991_KS2_2026.csv").read_bytes()
        roster = (made / "8209991_roster_2026.csv").read_bytes()
        head, rest = results.split(b"\r\n" if b"\r\n" in results else b"\n", 1)
        files = {
            "truncated.xml": ctf[: len(ctf) // 2],
            "doctype.xml": ctf.replace(b"<CTfile>", b'<!DOCTYPE CTfile [<!ENTITY a "b">]><CTfile>', 1),
            "entity.xml": ctf.replace(b"<Surname>", b"<Surname>&xxe;", 1),
            "deep.xml": b"<?xml version='1.0'?><CTfile>" + b"<a>" * 10_000 + b"</a>" * 10_000 + b"</CTfile>",
            "root.xml": ctf.replace(b"CTfile>", b"ATfile>"),
            "nul.xml": ctf.replace(b"<Surname>", b"<Surname>\0", 1),
            "wrong-encoding.xml": ctf.replace(b"utf-8", b"utf-77", 1),
            "quote.csv": head + b'\n"' + rest,
            "ragged.csv": head + b"\nA,B\n" + rest,
            "duplicate.csv": head + b",UPN\n" + rest.replace(b"\n", b",\n"),
            "empty.csv": b"",
            "binary.csv": bytes(range(256)) * 50,
            "twice.csv": roster + roster.split(b"\n", 2)[1] + b"\n",
            "workbook.xlsx": b"PK\x03\x04" + bytes(500),
        }
        for name, content in files.items():
            with self.subTest(file=name):
                path = self.folder / name
                path.write_bytes(content)
                before = self.results()

                # when
                code, out, err = self.run_program("import", path, "--school", "820/9991", "--year", 2026)

                # then
                self.assertIn(code, (1, 3), out + err)
                self.assertGreater(len(err.strip()), 20, err)
                self.assertNotIn("Fatal", err)
                if code == 1:
                    self.assertEqual(self.results(), before)

    def test_odd_encodings_and_separators_are_understood(self):
        # given
        made = self.generate("roster")
        text = (made / "8209991_roster_2026.csv").read_text(encoding="utf-8-sig")
        expected = None
        for name, content in {
            "utf8": text.encode(), "bom": text.encode("utf-8-sig"), "utf16": text.encode("utf-16"),
            "semicolons": text.replace(",", ";").encode(), "tabs": text.replace(",", "\t").encode(),
        }.items():
            with self.subTest(form=name):
                self.tearDown()
                self.setUp()
                self.make_school()
                path = self.folder / "roster.csv"
                path.write_bytes(content)

                # when
                self.ok("import", path, "--school", "820/9991")

                # then
                expected = expected or self.results()
                self.assertEqual(self.results(), expected)


if __name__ == "__main__":
    unittest.main()
