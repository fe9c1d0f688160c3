"""A school's own terms, subjects and words of judgements: by command and by another program, while a server runs."""
import json
import unittest

from program import PASSWORD, ProgramTest, Server

SCHOOL = ("--school", "820/9991")
PATH = "/api/v1/schools/8209991/judgement-settings"
WORDS = {
    "SBE": ("WT-", "Well below"), "BE": ("WT", "Working towards"), "JA": ("EXS", "Expected"), "SE": ("EXS+", "Expected, secure"),
    "AB": ("GD", "Greater depth"), "SAB": ("GD+", "Well above")}
TERMS = {
    "autumn1": ("2025-09-03", "2025-10-24"), "autumn2": ("2025-11-03", "2025-12-19"), "spring1": ("2026-01-05", "2026-02-13"),
    "spring2": ("2026-02-23", "2026-03-27"), "summer1": ("2026-04-13", "2026-05-22"), "summer2": ("2026-06-01", "2026-07-20")}


class JudgementSettingsTest(ProgramTest):
    def setUp(self):
        super().setUp()
        folder = self.generate("roster")
        self.make_school()
        self.ok("import", *folder.glob("*roster_2026*"), *SCHOOL, "--year", 2026)
        self.pupil = json.loads(self.ok("results", *SCHOOL, "--year", 2026, "--assessment", "ks2"))["pupils"][0]["upn"]

    def settings(self, *more):
        return json.loads(self.ok("school", "settings", *SCHOOL, "--year", 2026, "--format", "json", *more))

    def relabel(self, day="2026-02-14", *more):
        words = [part for name, (short, full) in WORDS.items() for part in ("--word", f"{name}={short}:{full}")]
        return self.settings("--words-from", day, *words, *more)

    def enter(self, column, value):
        self.ok("enter", *SCHOOL, "--year", 2026, input=f"upn,assessment,column,value\n{self.pupil},summative,{column},{value}")

    def judged(self):
        pupils = json.loads(self.ok("results", *SCHOOL, "--year", 2026, "--assessment", "summative"))["pupils"]
        return next(pupil["values"]["summative"] for pupil in pupils if pupil["upn"] == self.pupil)

    def test_what_is_set_by_command_holds_at_once_and_is_taken_back(self):
        # given
        before = self.settings()
        self.assertEqual(before["subjects"], ["reading", "writing", "mathematics"])
        self.assertEqual([words["from"] for words in before["words"]], [None])
        self.enter("autumn1.reading", "SE")
        self.enter("summer2.reading", "SE")

        # when
        terms = [part for name, days in TERMS.items() for part in ("--term", f"{name}={days[0]}..{days[1]}")]
        self.settings("--subject", "reading", "--subject", "science", *terms)
        now = self.relabel()

        # then
        self.assertEqual(now["subjects"], ["reading", "science"])
        self.assertEqual(now["terms"][0]["dates"]["spring1"], {"first": "2026-01-05", "last": "2026-02-13"})
        self.assertEqual(now["words"][1]["labels"]["SE"], {"short": "EXS+", "words": "Expected, secure"})
        # Spring 1 ends the day before by the school's dates.
        self.enter("spring1.science", "SE")
        self.enter("spring2.science", "exs+")
        self.assertEqual(
            self.judged(),
            {"autumn1.reading": "SE", "summer2.reading": "EXS+", "spring1.science": "SE", "spring2.science": "EXS+"})
        text = self.ok("school", "settings", *SCHOOL, "--year", 2026)
        self.assertIn("Words from 2026-02-14 on", text)
        self.assertIn("Working towards", text)
        history = json.loads(self.ok(
            "history", *SCHOOL, "--year", 2026, "--assessment", "summative", "--pupil", self.pupil, "--column",
            "summer2.reading", "--format", "json"))
        self.assertEqual(history["entries"][0]["to"], "EXS+")

        # when
        back = self.settings("--undo")

        # then
        self.assertEqual(len(back["words"]), 1)
        self.assertEqual(back["subjects"], ["reading", "science"])
        self.assertEqual(self.judged()["summer2.reading"], "SE")
        self.assertFalse(self.settings("--usual-terms")["terms"][0]["own"])

    def test_usage_refusals_and_conflicts_have_their_exit_codes(self):
        revision = self.settings("--subject", "reading")["revision"]
        self.ok("user", "add", "--email", "reader@school.example", "--role", "read-only", *SCHOOL, input=f"{PASSWORD}\n")
        self.relabel("2026-02-14")
        for arguments, code, reason in [
            (("--format", "csv"), 2, "text or json"),
            (("--subject", "alchemy"), 2, "subject"),
            (("--subject", "literacy"), 1, "is not a subject that teachers judge"),
            (("--word", "BE=WT:Towards"), 2, "together"),
            (("--words-from", "2026-09-01", "--word", "BE"), 2, "must be like"),
            (("--words-from", "soon", "--word", "BE=WT:Towards"), 2, "must be a date"),
            (("--words-from", "2026-02-01", "--word", "BE=WT:Towards"), 1, "must be from that day or a later one"),
            (("--words-from", "2026-09-01", "--word", "BE=SE:Towards"), 1, "stands for “Securely At”"),
            (("--term", "autumn1=2025-09-03..2025-10-24"), 2, "each of the six terms"),
            (("--undo", "--subject", "reading"), 2, "--undo alone"),
            (("--subject", "writing", "--revision", revision), 1, "has changed these settings since you saw them"),
            (("--subject", "writing", "--as", "reader@school.example"), 1, "may not change the school’s settings"),
        ]:
            got, _, err = self.run_program("school", "settings", *SCHOOL, *arguments)
            self.assertEqual(got, code, f"{arguments}: {err}")
            self.assertIn(reason, err)
        self.ok("school", "settings", *SCHOOL, "--as", "reader@school.example")
        self.assertEqual(self.settings()["subjects"], ["reading"])

    def test_another_program_sets_them_while_the_command_changes_them_too(self):
        # given
        for email, role in [("head@school.example", "account-owner"), ("reader@school.example", "read-only")]:
            self.ok("user", "add", "--email", email, "--role", role, *SCHOOL, input=f"{PASSWORD}\n")
        server = Server(self.data)
        try:
            head, reader = server.sign_in("head@school.example"), server.sign_in("reader@school.example")
            status, seen = server.call("GET", f"{PATH}?year=2026", token=reader)
            self.assertEqual(status, 200, seen)
            change = {
                "revision": seen["revision"], "subjects": ["reading", "science"],
                "words": {"from": "2026-02-14", "labels": {name: {"short": short, "words": full}
                                                          for name, (short, full) in WORDS.items()}},
                "terms": [{"year": 2026, "dates": {name: {"first": first, "last": last}
                                                   for name, (first, last) in TERMS.items()}}]}
            # then
            self.assertEqual(server.call("PUT", PATH, change, token=reader)[0], 403)
            status, now = server.call("PUT", f"{PATH}?year=2026", change, token=head)
            self.assertEqual(status, 200, now)
            self.assertEqual(now["terms"][0]["own"], True)
            status, refusal = server.call("PUT", PATH, change, token=head)
            self.assertEqual(status, 409, refusal)
            path = f"/api/v1/schools/8209991/results/2026/summative/{self.pupil}/summer2.science"
            status, saved = server.call("PUT", path, {"value": "gd"}, token=head)
            self.assertEqual((status, saved["value"]), (200, "GD"))
            # when another process changes the words while the server runs
            self.settings("--words-from", "2026-02-14", "--word", "AB=TOP:Above all")
            # then
            status, saved = server.call("PUT", path, {"value": "top", "revision": saved["revision"]}, token=head)
            self.assertEqual((status, saved["value"]), (200, "TOP"))
            status, refusal = server.call("PUT", path, {"value": "GD", "revision": saved["revision"]}, token=head)
            self.assertEqual(status, 422)
            self.assertEqual(refusal["allowed"], "WT-, WT, EXS, EXS+, TOP, GD+")
            status, refusal = server.call(
                "PUT", PATH, {"terms": [{"year": 2026, "dates": {}}], "subjects": []}, token=head)
            self.assertEqual(status, 422, refusal)
            status, back = server.call("POST", f"{PATH}/undo", {}, token=head)
            self.assertEqual(status, 200)
            self.assertEqual(back["words"][1]["labels"]["AB"]["short"], "GD")
        finally:
            server.stop()


if __name__ == "__main__":
    unittest.main()
