"""The Statutory Dashboard against a calculation made apart from the program, over the school's recorded results."""
import csv
import functools
import json
import pathlib
import shutil
import tempfile
import unittest

from program import Demo, ProgramTest

THRESHOLD = {2023: 32, 2024: 32, 2025: 32, 2026: 31}
SCHOOL = "820/9991"


def number(text):
    return int(text) if text is not None and text.isdigit() else None


def share(levels, least):
    """(numerator, denominator) of levels; None is in neither."""
    counted = [level for level in levels if level is not None]
    return sum(level >= least for level in counted), len(counted)


def profile(values):
    goals = [values.get(f"e{goal:02}") for goal in range(1, 18)]
    if "A" in goals:
        return 0
    first = goals[:12]
    return None if None in first else int(all(value == "2" for value in first))


def phonics(values, check, year):
    """1 met, 0 not, None not counted; and whether anything is recorded."""
    mark, outcome = values.get(f"{check}.mark"), values.get(f"{check}.outcome")
    code = next((text for text in (mark, outcome) if text in ("A", "D", "L", "Q")), None)
    if code:
        return (None if code == "L" else 0), code
    if number(mark) is not None:
        return int(number(mark) >= THRESHOLD[year]), None
    return ({"Wa": 1, "Wt": 0}.get(outcome)), None


def end_of_year2(values, year):
    first, _ = phonics(values, "y1", year - 1)
    second, code = phonics(values, "y2", year)
    if code == "L":
        return None
    return 1 if 1 in (first, second) else second


def score(text):
    """A scaled score as measures count it: 3 more with special consideration, at most 120."""
    if text is None or not text.rstrip("+").isdigit():
        return None
    return min(120, int(text.rstrip("+")) + (3 if text.endswith("+") else 0))


# Published raw marks of 110 in mathematics, of years whose conversion table does not ship.
MATHEMATICS_110 = {2024: 93, 2025: 95}


def test_level(values, subject, year):
    """2 higher, 1 expected, 0 below, None not eligible."""
    value, outcome = score(values.get(f"{subject}.scaled")), values.get(f"{subject}.outcome")
    if outcome in ("M", "L", "F", "P"):
        return None
    if value is not None:
        return 2 if value >= 110 else int(value >= 100)
    if outcome == "AS" and subject == "mathematics" and year in MATHEMATICS_110:
        return 2 if number(values.get("mathematics.total")) >= MATHEMATICS_110[year] else 1
    if outcome:
        return int(outcome == "AS")
    ta = values.get(f"{subject}.ta")
    return None if ta is None or ta in ("L", "F", "P") else 0


def ta_level(values, subject, left_out):
    ta = values.get(f"{subject}.ta")
    return None if ta is None or ta in left_out else {"GDS": 2, "EXS": 1}.get(ta, 0)


def together(levels):
    return None if None in levels else min(levels)


def headlines(pupils, year):
    """{measure: (numerator, denominator)} straight from the recorded values, by the rules of the measures."""
    def values(name, kind):
        return [pupil["values"].get(kind, {}) for pupil in pupils if pupil["year_group"] == name]

    found = {
        "eyfsp.gld": share([profile(each) for each in values("R", "eyfsp")], 1),
        "phonics.year1": share([phonics(each, "y1", year)[0] for each in values("1", "phonics")], 1),
        "phonics.end_of_year2": share([end_of_year2(each, year) for each in values("2", "phonics")], 1),
        "ks1.rwm": share([
            together([ta_level(each, subject, ("L",)) for subject in ("reading", "writing", "mathematics")])
            for each in values("2", "ks1")], 1),
    }
    marks = [each.get("mark") for each in values("4", "mtc")]
    took = [number(mark) for mark in marks if number(mark) is not None]
    found["mtc.average"] = (sum(took), len(took))
    found["mtc.full_marks"] = (took.count(25), sum(mark is not None and mark not in ("L", "Z") for mark in marks))
    key_stage_2 = values("6", "ks2")
    levels = {subject: [test_level(each, subject, year) for each in key_stage_2] for subject in ("reading", "gps", "mathematics")}
    for subject in ("writing", "science"):
        levels[subject] = [ta_level(each, subject, ("L", "F", "P")) for each in key_stage_2]
    rwm = [together(list(each)) for each in zip(levels["reading"], levels["writing"], levels["mathematics"])]
    found["ks2.rwm"], found["ks2.rwm_higher"] = share(rwm, 1), share(rwm, 2)
    for subject in ("reading", "writing", "mathematics", "gps", "science"):
        found[f"ks2.{subject}"] = share(levels[subject], 1)
    return found


YEAR_GROUPS = {"eyfsp": "R", "ks1": "2", "mtc": "4", "ks2": "6"}


class Statutory(ProgramTest):
    """The school of the demo, made once: each test has a copy of its own."""

    @classmethod
    def setUpClass(cls):
        cls.template = pathlib.Path(tempfile.mkdtemp(prefix="leadline-demo-"))
        Demo(cls.template / "data").stop()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.template)

    def setUp(self):
        super().setUp()
        shutil.copytree(self.template / "data", self.data)

    def dashboard(self, *more, year=2026):
        return json.loads(self.ok(
            "report", "statutory-dashboard", "--school", SCHOOL, "--year", year, "--format", "json", *more))

    def results(self, year):
        answer = json.loads(self.ok("results", "--school", SCHOOL, "--year", year, "--format", "json"))
        return {pupil["upn"]: pupil["values"] for pupil in answer["pupils"]}

    def pupils(self, year):
        """Everybody with results in a year: their values, and the year group that these tell."""
        before = self.results(year - 1)
        found = []
        for upn, values in self.results(year).items():
            group = next((YEAR_GROUPS[kind] for kind in values if kind in YEAR_GROUPS), None)
            if "phonics" in values:
                # Who has a result of the check in the year before as well is in Year 2 now.
                again = "y2.mark" in values["phonics"] or "y2.outcome" in values["phonics"]
                group = "2" if again or "phonics" in before.get(upn, {}) else "1"
            found.append({"upn": upn, "values": values, "year_group": group})
        return found

    @functools.cached_property
    def roll(self):
        """What the pupil list of 2026 says of everybody, by UPN."""
        with open(self.generate("roster", seed=1) / "8209991_roster_2026.csv", encoding="utf-8-sig") as file:
            return {
                row["UPN"]: {
                    "sex": row["Sex"], "class": row["Class"],
                    "disadvantaged": "Y" in (row["FSM6"], row["Looked after"], row["Post looked after"])}
                for row in csv.DictReader(file)}

    def pupils_of(self, condition):
        """Those of 2026 of whom the pupil list says something."""
        return [pupil for pupil in self.pupils(2026) if condition(self.roll[pupil["upn"]])]

    def figures(self, report, year):
        return {each["measure"]: (each["numerator"], each["denominator"], each["percent"], each["value"])
                for each in report["measures"] if each["year"] == year}

    def check(self, shown, expected):
        self.assertEqual(set(shown), set(expected))
        for measure, (numerator, denominator) in expected.items():
            with self.subTest(measure=measure):
                self.assertEqual(shown[measure][:2], (numerator, denominator))
                percent, value = shown[measure][2:]
                whole = None if denominator == 0 else numerator / denominator
                if measure == "mtc.average":
                    self.assertIsNone(percent)
                    self.assertEqual(value, None if whole is None else whole)
                elif whole is None:
                    self.assertIsNone(percent)
                else:
                    self.assertAlmostEqual(percent, 100 * whole, places=9)

    def test_the_dashboard_is_the_calculation_over_the_results_for_every_year_and_group(self):
        report = self.dashboard()
        self.assertEqual(report["years"], [2024, 2025, 2026])
        for year in report["years"]:
            pupils = self.pupils(year)
            self.assertGreater(len(pupils), 200)
            self.check(self.figures(report, year), headlines(pupils, year))
        for group, condition in {
            "girls": lambda pupil: pupil["sex"] == "F",
            "disadvantaged": lambda pupil: pupil["disadvantaged"],
            "disadvantaged+boys": lambda pupil: pupil["disadvantaged"] and pupil["sex"] == "M",
            "class:6 Kestrel": lambda pupil: pupil["class"] == "6 Kestrel",
        }.items():
            with self.subTest(group=group):
                shown = self.figures(self.dashboard("--group", group), 2026)
                self.check(shown, headlines(self.pupils_of(condition), 2026))

    def test_changes_and_gaps_are_from_unrounded_figures(self):
        report = self.dashboard()
        by_year = {year: headlines(self.pupils(year), year) for year in report["years"]}
        split = [headlines(self.pupils_of(lambda pupil: pupil["disadvantaged"] is known), 2026) for known in (False, True)]
        for each in report["measures"]:
            factor = 1 if each["measure"] == "mtc.average" else 100
            def figure(counts):
                return factor * counts[0] / counts[1] if counts[1] else None
            before = figure(by_year[each["year"] - 1][each["measure"]]) if each["year"] > 2024 else None
            now = figure(by_year[each["year"]][each["measure"]])
            with self.subTest(measure=each["measure"], year=each["year"]):
                if before is None or now is None:
                    self.assertIsNone(each["change"])
                else:
                    self.assertAlmostEqual(each["change"], now - before, places=9)
                if each["year"] == 2026 and now is not None:
                    others, own = (figure(part[each["measure"]]) for part in split)
                    if others is not None and own is not None:
                        self.assertAlmostEqual(each["disadvantage_gap"], others - own, places=9)

    def test_an_entered_value_is_in_the_next_report(self):
        before = self.figures(self.dashboard(), 2026)["mtc.full_marks"]
        pupil = next(each for each in self.pupils(2026)
                     if number(each["values"].get("mtc", {}).get("mark")) not in (None, 25))
        self.ok("enter", "--school", SCHOOL, "--year", 2026,
                input=f"upn,assessment,column,value\n{pupil['upn']},mtc,mark,25\n")
        after = self.figures(self.dashboard(), 2026)["mtc.full_marks"]
        self.assertEqual(after[:2], (before[0] + 1, before[1]))

    def test_schools_of_a_trust_and_all_schools_with_their_total(self):
        self.ok("school", "add", "--dfe", "820/9997", "--urn", 999997, "--name", "Fenwick Primary School", "--trust", "Marsh Trust")
        common = ("report", "statutory-dashboard", "--year", 2026)
        own = [{**each, "national": None} for each in self.dashboard()["measures"]]
        all_schools = json.loads(self.ok(*common, "--all-schools", "--format", "json"))
        self.assertEqual([each["school"] for each in all_schools["schools"]], ["820/9997", SCHOOL])
        self.assertIsNone(all_schools["total"]["school"])
        self.assertEqual([{**each, "national": None} for each in all_schools["total"]["measures"]], own)
        rows = list(csv.DictReader(self.ok(*common, "--trust", "Marsh Trust", "--format", "csv").lstrip("\ufeff").splitlines()))
        self.assertEqual({(row["dfe"], row["school"]) for row in rows}, {("820/9997", "Fenwick Primary School"), ("", "")})
        self.assertIn("2 schools", self.ok(*common, "--all-schools"))
        for arguments, words in (
            (("--trust", "No Trust"), "There is no school of the trust “No Trust”"),
            (("--trust", "Marsh Trust", "--all-schools"), "Enter one of --school, --trust and --all-schools."),
            (("--all-schools", "--format", "xlsx"), "The format must be one of text, json, csv for many schools."),
        ):
            code, _, err = self.run_program(*common, *arguments)
            self.assertNotEqual(code, 0)
            self.assertIn(words, err)

    def test_each_report_writes_each_form_and_refuses_a_group_that_does_not_exist(self):
        for name in ("statutory-dashboard", "eyfsp", "phonics", "ks1", "mtc"):
            common = ("report", name, "--school", SCHOOL, "--year", 2026)
            with self.subTest(report=name):
                self.assertIn("Saltmarsh Primary School, 820/9991", self.ok(*common))
                self.assertEqual(json.loads(self.ok(*common, "--format", "json"))["report"], name)
                self.assertTrue(self.ok(*common, "--format", "csv").lstrip("\ufeff").startswith("measure,title,group,year,"))
                file = self.folder / f"{name}.xlsx"
                self.ok(*common, "--format", "xlsx", "-o", file)
                self.assertTrue(file.read_bytes().startswith(b"PK"))
                code, _, err = self.run_program(*common, "--group", "nobody")
                self.assertEqual(code, 2)
                self.assertIn("There is no group", err)


if __name__ == "__main__":
    unittest.main()
