"""A new school year and the school's own groups, from the command line."""
import json
import re
import unittest

from program import ProgramTest


class YearsTest(ProgramTest):
    def setUp(self):
        super().setUp()
        folder = self.generate("roster", "dfe")
        self.make_school()
        self.ok("import", *folder.glob("*roster_2026*"), "--school", "820/9991", "--year", 2026)
        self.ok("import", *folder.glob("*_KS2_2026.csv"), "--school", "820/9991", "--year", 2026)

    def roll_over(self, *more):
        return json.loads(self.ok("roll-over", "--school", "820/9991", "--to", 2027, "--format", "json", *more))

    def test_a_year_is_tried_started_once_and_taken_back(self):
        # given
        report = self.report()
        dry = self.roll_over("--dry-run")
        self.assertFalse(dry["applied"])
        self.assertIsNone(dry["batch"])
        self.assertGreater(dry["counts"]["moves"], 200)

        # when
        done = self.roll_over("--last-day", "2026-07-22")

        # then
        self.assertEqual(done["counts"], dry["counts"])
        self.assertEqual(self.report(), report)
        again = self.roll_over()
        self.assertIsNone(again["batch"])
        self.assertEqual(again["counts"]["placed"], dry["counts"]["moves"])
        self.ok("undo", done["batch"])
        self.assertEqual(self.roll_over("--dry-run")["counts"], dry["counts"])
        self.assertEqual(self.report(), report)

    def test_usage_and_refusals_have_their_exit_codes(self):
        for arguments, code in [
            (("--to", 2027, "--class", "nothing"), 2), (("--to", 2027, "--class", "No such=6 Owl"), 1),
            (("--to", 2027, "--stay", "H000000000000"), 1), (("--to", 2020), 1),
            (("--to", 2027, "--last-day", "22 July"), 2), (("--to", 2027, "--last-day", "2027-07-22"), 1),
        ]:
            got, _, err = self.run_program("roll-over", "--school", "820/9991", *arguments)
            self.assertEqual(got, code, f"{arguments}: {err}")
        self.assertIsNotNone(self.roll_over()["batch"])

    def groups(self):
        return {
            group["name"]: group["upns"]
            for group in json.loads(self.ok("groups", "list", "--school", "820/9991", "--format", "json"))["groups"]}

    def test_a_group_is_filled_by_rule_reported_and_taken_back(self):
        # given
        before = self.groups()
        upns = [pupil["upn"] for pupil in json.loads(self.results())["pupils"]]

        # when
        said = self.ok("groups", "fill", "Chess", "--school", "820/9991", "--rule", "girls", "--year-group", "6")

        # then: the report of the group is that of the girls
        girls = self.report(2026, "--group", "girls")
        chess = self.report(2026, "--group", "group:Chess")
        self.assertEqual(girls["subjects"]["reading"]["expected"], chess["subjects"]["reading"]["expected"])
        self.assertEqual(len(self.groups()["Chess"]), girls["cohort"])
        self.assertTrue(set(self.groups()["Chess"]) <= set(upns))

        # when
        self.ok("groups", "rename", "Chess", "Chess club", "--school", "820/9991")
        taken = self.groups()["Chess club"][0]
        self.ok("groups", "take-out", "Chess club", "--school", "820/9991", "--upn", taken)
        self.assertNotIn(taken, self.groups()["Chess club"])
        self.ok("groups", "take-out", "Chess club", "--school", "820/9991", "--all")

        # then
        self.assertEqual(self.groups(), before)
        self.assertRegex(said, r"leadline undo \d+")

        # and a role that may not is refused
        self.ok("user", "add", "--email", "r@x.example", "--role", "read-only", "--school", "820/9991", input="three-words-long\n")
        code, _, err = self.run_program(
            "groups", "fill", "Chess", "--school", "820/9991", "--rule", "girls", "--as", "r@x.example")
        self.assertEqual(code, 1)
        self.assertIn("may not add or change pupils", err)
        self.assertEqual(self.groups(), before)


if __name__ == "__main__":
    unittest.main()
