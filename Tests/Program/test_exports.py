"""Files that go out: names, exit codes, the schema, the way back in."""
import csv
import hashlib
import json
import pathlib
import subprocess
import unittest

from program import ProgramTest, Server

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "docs/schemas/ctf.xsd"


class ExportTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.out = self.folder / "out"
        folder = self.generate("roster", "ks2", "ctf", seed=5)
        self.make_school()
        rosters = sorted(folder.rglob("*roster_2026*"))
        for path in rosters + sorted(folder.rglob("*2026*.xml")):
            code, _, err = self.run_program("import", path, "--school", "820/9991", "--year", 2026)
            self.assertIn(code, (0, 3), err)
        self.enter_the_younger_years(rosters[0])

    def enter_the_younger_years(self, roster):
        """The profile, the phonics check and the multiplication tables check of everybody."""
        lines = ["upn,assessment,column,value,date"]
        with roster.open(encoding="utf-8-sig", newline="") as file:
            for pupil in csv.DictReader(file):
                columns = {
                    "Reception": [("eyfsp", f"e{goal:02}", "2") for goal in range(1, 18)], "Year 1": [("phonics", "y1.mark", "35")],
                    "Year 2": [("phonics", "y2.mark", "A")], "Year 4": [("mtc", "mark", "21")],
                }.get(pupil["Year group"], [])
                lines += [f"{pupil['UPN']},{kind},{column},{value},2026-06-12" for kind, column, value in columns]
        self.ok("enter", "--school", "820/9991", "--year", 2026, input="\n".join(lines) + "\n")

    def export(self, *arguments):
        return self.run_program("export", "ctf", "--school", "820/9991", *arguments)

    def written(self, *arguments, codes=(0, 3)):
        """The path of the file that the command says it wrote."""
        code, out, err = self.export("-o", self.out, "--format", "json", *arguments)
        self.assertIn(code, codes, err)
        answer = json.loads(out)
        path = self.out / answer["file"]
        self.assertTrue(answer["written"])
        self.assertEqual(hashlib.sha256(path.read_bytes()).hexdigest(), answer["sha256"])
        self.assertEqual(code, 3 if answer["findings"] else 0)
        return path

    def hold_against_schema(self, path):
        done = subprocess.run(["xmllint", "--noout", "--schema", SCHEMA, path], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr[:2000])

    def complete_key_stage_2(self):
        """Every judgement of the return, so that nothing would be refused."""
        code, out, _ = self.export("--for", "sta", "--year", 2026, "--check", "--format", "json")
        lines = ["upn,assessment,column,value,date"]
        for finding in json.loads(out)["findings"]:
            if finding["severity"] == "refusal" and finding.get("column"):
                value = "EXS" if finding["column"] in ("writing.ta", "science.ta") else "PK4"
                lines.append(f"{finding['upn']},ks2,{finding['column']},{value},2026-06-19")
        if len(lines) > 1:
            self.ok("enter", "--school", "820/9991", "--year", 2026, input="\n".join(lines) + "\n")

    def test_every_kind_of_file_keeps_the_schema(self):
        self.complete_key_stage_2()
        names = []
        for arguments in [
            ("--for", "mis", "--year", 2026), ("--for", "la", "--year", 2026), ("--for", "820/9992", "--year", 2026),
            ("--for", "mis", "--year", 2026, "--year-group", 6), ("--for", "sta", "--year", 2026),
            ("--for", "la", "--year", 2026, "--assessment", "eyfsp"),
            ("--for", "la", "--year", 2026, "--assessment", "phonics"),
            ("--for", "mis", "--year", 2026, "--assessment", "mtc"), ("--for", "mis", "--year", 2026, "--assessment", "ks2"),
        ]:
            path = self.written(*arguments)
            names.append(path.name)
            self.hold_against_schema(path)
            data = path.read_bytes()
            self.assertFalse(data.startswith(b"\xef\xbb\xbf"))
            self.assertNotIn(b"></", data, "an empty element")
            self.assertIn(b"<CTFversion>25.0</CTFversion>", data)
        self.assertEqual(names, [
            "8209991_CTF_8209991_001.xml", "8209991_CTF_820LLLL_001.xml", "8209991_CTF_8209992_001.xml",
            "8209991_CTF_8209991_002.xml", "8209991_KS2_NAALLLL_001.xml", "8209991_FSP_820LLLL_002.xml",
            "8209991_PHO_820LLLL_003.xml", "8209991_MTC_8209991_003.xml", "8209991_KS2_8209991_004.xml"])
        listed = self.ok("export", "list", "--school", "820/9991")
        for name in names:
            self.assertIn(name, listed)

    def test_key_stage_1_of_its_last_statutory_year_keeps_the_schema(self):
        # given: today's Year 5 when it was Year 2
        roster = self.folder / "roster_2023.csv"
        lines = ["upn,assessment,column,value,date"]
        with next(self.folder.rglob("*roster_2026*")).open(encoding="utf-8-sig", newline="") as file:
            pupils = [pupil for pupil in csv.DictReader(file) if pupil["Year group"] == "Year 5"]
        with roster.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, pupils[0])
            writer.writeheader()
            for pupil in pupils:
                writer.writerow(pupil | {"School year": "2022/23", "Year group": "Year 2", "Class": "2 Curlew"})
                for column, value in [("reading.ta", "GDS"), ("writing.ta", "EXS"), ("mathematics.ta", "PK2"), ("science.ta", "HNM")]:
                    lines.append(f"{pupil['UPN']},ks1,{column},{value},2023-06-12")
        code, _, err = self.run_program("import", roster, "--school", "820/9991", "--year", 2023)
        self.assertIn(code, (0, 3), err)
        self.ok("enter", "--school", "820/9991", "--year", 2023, input="\n".join(lines) + "\n")

        # when
        path = self.written("--for", "la", "--year", 2023, "--assessment", "ks1")

        # then
        self.assertEqual(path.name, "8209991_KS1_820LLLL_001.xml")
        self.hold_against_schema(path)
        data = path.read_text(encoding="utf-8")
        self.assertIn("<CTFversion>22.0</CTFversion>", data)
        self.assertEqual(data.count("<StageAssessment>"), 4 * len(pupils))
        self.assertNotIn("<Sex>", data, "called Gender until version 23")

    def test_the_same_state_has_the_same_bytes_and_comes_back_from_an_empty_school(self):
        first = self.written("--for", "mis", "--year", 2026)
        second = self.written("--for", "mis", "--year", 2026)
        self.assertEqual(first.read_bytes(), second.read_bytes())
        before = self.results()
        for time in ("once", "twice"):
            said = json.loads(self.ok("import", first, "--school", "820/9991", "--format", "json"))
            self.assertIsNone(said["batch"], time)
            self.assertEqual(said["counts"]["new"] + said["counts"]["changed"], 0, time)
        self.assertEqual(self.results(), before)
        self.assertEqual(self.written("--for", "mis", "--year", 2026).read_bytes(), first.read_bytes())

        # when: another installation with the school and nothing in it
        other = str(self.folder / "other")
        self.data, here = other, self.data
        self.make_school()
        self.ok("import", first, "--school", "820/9991")
        again = self.folder / "again"
        code, _, err = self.export("--for", "mis", "--year", 2026, "-o", again)
        self.assertIn(code, (0, 3), err)
        self.data = here
        self.assertEqual((again / "8209991_CTF_8209991_001.xml").read_bytes(), first.read_bytes())

    def test_a_return_with_a_refusal_is_not_made_and_a_check_writes_nothing(self):
        self.complete_key_stage_2()
        upn = next(
            pupil["upn"] for pupil in json.loads(self.results())["pupils"]
            if pupil["values"].get("ks2", {}).get("writing.ta"))
        self.ok("enter", "--school", "820/9991", "--year", 2026, input=f"upn,assessment,column,value\n{upn},ks2,writing.ta,\n")

        # when
        code, _, err = self.export("--for", "sta", "--year", 2026, "-o", self.out)

        # then
        self.assertEqual(code, 1)
        self.assertIn("Would be refused: ", err)
        self.assertIn("Writing teacher assessment is missing.", err)
        self.assertIn(upn, err)
        self.assertFalse(list(self.out.glob("*")) if self.out.exists() else [])
        for destination, expected in [("sta", 1), ("mis", 3)]:
            code, out, err = self.export("--for", destination, "--year", 2026, "--check")
            self.assertEqual(code, expected, err)
        self.assertEqual(self.ok("export", "list", "--school", "820/9991"), "")

        # put right, it is the first
        self.ok("enter", "--school", "820/9991", "--year", 2026, input=f"upn,assessment,column,value\n{upn},ks2,writing.ta,EXS\n")
        self.assertEqual(self.written("--for", "sta", "--year", 2026).name, "8209991_KS2_NAALLLL_001.xml")

    def test_usage_and_refusals_have_their_exit_codes(self):
        for role in ("full-edit", "read-only", "anonymised"):
            self.ok("user", "add", "--email", f"{role}@x.example", "--role", role, "--school", "820/9991", input="three-words-long\n")
            for command in [("ctf", "--for", "mis", "--year", 2026, "--check"), ("ctf", "--for", "mis", "--year", 2026, "-o", self.out), ("list",)]:
                code, out, err = self.run_program("export", *command, "--school", "820/9991", "--as", f"{role}@x.example")
                self.assertEqual((code, out), (1, ""), f"{role} {command}")
                self.assertIn("send files out", err)
        self.assertFalse(self.out.exists())
        for arguments, expected in [
            (("--for", "mis", "--year", 2026), 2), (("--for", "nobody", "--year", 2026, "--check"), 2),
            (("--for", "mis", "--year", 2026, "--check", "--class", "6 A", "--year-group", "6"), 2),
            (("--for", "sta", "--year", 2026, "--assessment", "mtc", "--check"), 1),
            (("--for", "mis", "--year", 2026, "--class", "No such", "--check"), 1),
            (("--for", "la", "--year", 2026, "--assessment", "ks1", "--check"), 1),
            (("--for", "820/9991", "--year", 2026, "--check"), 1),
        ]:
            code, _, err = self.export(*arguments)
            self.assertEqual(code, expected, f"{arguments}: {err}")

    def test_the_api_checks_and_makes_the_same_file(self):
        for role in ("account-admin", "full-edit", "read-only", "anonymised"):
            self.ok("user", "add", "--email", f"{role}@x.example", "--role", role, "--school", "820/9991", input="three-words-long\n")
        path = self.written("--for", "mis", "--year", 2026)
        server = Server(self.data)
        self.addCleanup(server.stop)
        place = "/api/v1/schools/8209991/exports"
        for role, status in [("account-admin", 200), ("full-edit", 403), ("read-only", 403), ("anonymised", 403)]:
            token = server.sign_in(f"{role}@x.example")
            self.assertEqual(server.call("GET", f"{place}/ctf/2026?for=mis", token=token)[0], status)
            self.assertEqual(server.call("GET", place, token=token)[0], status)
            if status == 403:
                self.assertEqual(server.call("POST", f"{place}/ctf/2026?for=mis", token=token)[0], status)
        token = server.sign_in("account-admin@x.example")
        check = server.call("GET", f"{place}/ctf/2026?for=mis", token=token)[1]
        self.assertEqual(check["file"], "8209991_CTF_8209991_002.xml")
        self.assertFalse(check["written"])
        listed = server.call("GET", place, token=token)[1]
        self.assertEqual([line["sha256"] for line in listed], [hashlib.sha256(path.read_bytes()).hexdigest()])


if __name__ == "__main__":
    unittest.main()
