"""Teachers' judgements from the command line: entered, copied forward, taken back, by who may."""
import json
import unittest

from program import ProgramTest

SCHOOL = ("--school", "820/9991")


class JudgementsTest(ProgramTest):
    def setUp(self):
        super().setUp()
        folder = self.generate("roster")
        self.make_school()
        self.ok("import", *folder.glob("*roster_2026*"), *SCHOOL, "--year", 2026)
        self.pupils = [
            pupil["upn"]
            for pupil in json.loads(self.ok("results", *SCHOOL, "--year", 2026, "--assessment", "ks2"))["pupils"]]
        lines = ["upn,assessment,column,value"]
        lines += [f"{upn},summative,autumn1.reading,JA" for upn in self.pupils[:3]]
        lines += [f"{self.pupils[0]},summative,autumn2.reading,Above"]
        self.ok("enter", *SCHOOL, "--year", 2026, input="\n".join(lines))

    def judged(self, column):
        pupils = json.loads(self.ok("results", *SCHOOL, "--year", 2026, "--assessment", "summative"))["pupils"]
        values = {pupil["upn"]: pupil["values"].get("summative", {}).get(column) for pupil in pupils}
        return {upn: value for upn, value in values.items() if value}

    def copy(self, *more):
        return json.loads(self.ok(
            "copy-judgements", *SCHOOL, "--year-group", 6, "--from", "2026.autumn1", "--to", "2026.autumn2",
            "--format", "json", *more))

    def test_a_term_is_begun_with_the_one_before_and_taken_back(self):
        # given
        before = self.judged("autumn2.reading")
        self.assertEqual(before, {self.pupils[0]: "AB"})
        dry = self.copy("--dry-run")
        self.assertFalse(dry["applied"])
        self.assertEqual((dry["counts"]["copied"], dry["counts"]["kept"]), (2, 1))
        self.assertEqual(self.judged("autumn2.reading"), before)

        # when
        done = self.copy()

        # then
        self.assertEqual(done["counts"], dry["counts"])
        self.assertEqual(
            self.judged("autumn2.reading"), {self.pupils[0]: "AB", self.pupils[1]: "JA", self.pupils[2]: "JA"})
        self.assertIsNone(self.copy()["batch"])
        self.ok("undo", done["batch"])
        self.assertEqual(self.judged("autumn2.reading"), before)

    def test_usage_and_refusals_have_their_exit_codes(self):
        copy = ("--year-group", 6, "--from", "2026.autumn1", "--to", "2026.autumn2")
        for arguments, code, reason in [
            (("--year-group", 6, "--from", "autumn1", "--to", "2026.autumn2"), 2, "from"),
            (("--year-group", 9, "--from", "2026.autumn1", "--to", "2026.autumn2"), 2, "year group"),
            (("--year-group", 6, "--from", "2026.autumn2", "--to", "2026.autumn1"), 1, "must be before"),
            ((*copy, "--class", "No such"), 1, "There is nobody of No such"),
            ((*copy, "--subject", "science"), 1, "one that the school judges"),
            ((*copy, "--format", "csv"), 2, "text or json"),
        ]:
            got, _, err = self.run_program("copy-judgements", *SCHOOL, *arguments)
            self.assertEqual(got, code, f"{arguments}: {err}")
            self.assertIn(reason, err)

    def test_a_partial_edit_user_has_classes_and_may_not_change_a_year_that_is_over(self):
        # given
        add = ("user", "add", "--email", "wren@school.example", "--role", "partial-edit", *SCHOOL, "--class", "1 Finch")
        got, _, err = self.run_program(*add, "--class", "No such", input="three-words-long\n")
        self.assertEqual(got, 1)
        self.assertIn("There is no class “No such” at the school. Enter one or more of 1 Finch,", err)
        self.ok(*add, "--class", "5 curlew", input="three-words-long\n")

        # then: the year of these pupils is not the one that is going on, or they are in other classes
        got, _, err = self.run_program(
            "enter", *SCHOOL, "--year", 2026, "--as", "wren@school.example",
            input=f"upn,assessment,column,value\n{self.pupils[0]},summative,spring1.reading,JA")
        self.assertEqual(got, 1, err)
        self.assertEqual(self.judged("spring1.reading"), {})
        self.assertIn("1 Finch, 5 Curlew", self.ok("user", "list", *SCHOOL))


if __name__ == "__main__":
    unittest.main()
