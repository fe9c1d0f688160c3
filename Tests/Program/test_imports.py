"""Files that come in: zips, several schools in one file, what is decided beforehand, uploads that end half way."""
import io
import json
import os
import pathlib
import socket
import struct
import time
import unittest
import zipfile

from program import PASSWORD, ProgramTest, Server

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def upn(twelve):
    """The UPN whose characters 2 to 13 these are."""
    total = sum((LETTERS.index(c) if c.isalpha() else int(c)) * place for place, c in enumerate(twelve, start=2))
    return LETTERS[total % 23] + twelve


AMIRA, BEN, KIM, LEE = (upn(f"82099912000{number}") for number in range(1, 5))
TEMPORARY, PERMANENT = upn("82099912009A"), upn("820999120099")


class ImportTest(ProgramTest):
    def setUp(self):
        super().setUp()
        for number, name in ((1, "Saltmarsh"), (2, "Ferndale"), (3, "Oakwood")):
            self.ok("school", "add", "--dfe", f"820/999{number}", "--name", f"{name} Primary School")
        self.roster("820/9991", f"{AMIRA},Ahmed,Amira,2014-11-01", f"{BEN},Brook,Ben,2014-11-02")
        self.roster("820/9992", f"{KIM},Else,Kim,2014-11-03")

    def roster(self, school, *lines):
        heading = "UPN,Surname,Forename,Date of birth,Year group"
        self.ok("import", self.write("roster.csv", heading, *(f"{line},6" for line in lines)), "--school", school, "--year", 2026)

    def write(self, name, *lines):
        path = self.folder / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def zip(self, *files, name="all.zip"):
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for inner, content in files:
                archive.writestr(inner, content)
        return path

    def take(self, path, *more, school="820/9991"):
        """(exit code, decoded answers, standard error)"""
        where = ("--school", school) if school else ("--all-schools",)
        code, out, err = self.run_program("import", path, *where, "--year", 2026, "--format", "json", *more)
        return code, [json.loads(line) for line in out.splitlines()], err

    def values(self, school="820/9991"):
        answer = json.loads(self.ok("results", "--school", school, "--year", 2026))
        return {pupil["upn"]: pupil["values"].get("ks2", {}) for pupil in answer["pupils"]}

    def left_in_folder(self):
        """What waits or was left behind; files that were taken stay."""
        folder = pathlib.Path(self.data) / "files"
        return [name for name in os.listdir(folder) if name != "taken"] if folder.exists() else []


class ZipTest(ImportTest):
    def test_each_file_of_a_zip_is_a_batch(self):
        path = self.zip(
            ("writing.csv", f"UPN,WRITTAOUTCOME\n{AMIRA},EXS\n"), ("more/science.csv", f"UPN,SCITAOUTCOME\n{BEN},EXS\n"),
            ("__MACOSX/._writing.csv", "x"), (".DS_Store", "x"))
        code, answers, err = self.take(path)
        self.assertEqual(code, 0, err)
        self.assertEqual([answer["file"] for answer in answers], ["all.zip/writing.csv", "all.zip/more/science.csv"])
        self.assertEqual(len({answer["batch"] for answer in answers}), 2)
        self.assertIn("__MACOSX/._writing.csv", err)
        self.ok("undo", answers[0]["batch"])
        self.assertEqual(self.values()[AMIRA].get("writing.ta"), None)
        self.assertEqual(self.values()[BEN]["science.ta"], "EXS")
        self.assertEqual(self.left_in_folder(), [])

    def test_what_cannot_be_read_is_named_and_the_others_are_taken(self):
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as archive:
            archive.writestr("a.csv", "x")
        path = self.zip(
            ("broken.xml", "<CTfile><Header>"), ("inner.zip", inner.getvalue()), ("writing.csv", f"UPN,WRITTAOUTCOME\n{AMIRA},EXS\n"))
        code, answers, err = self.take(path)
        self.assertEqual(code, 3)
        self.assertEqual(len(answers), 1)
        self.assertIn("all.zip/broken.xml: ", err)
        self.assertIn("all.zip/inner.zip: This is a zip inside a zip", err)
        self.assertEqual(self.values()[AMIRA]["writing.ta"], "EXS")
        self.assertEqual(self.left_in_folder(), [])

    def test_a_zip_that_plays_a_trick_is_refused_whole(self):
        good = ("writing.csv", f"UPN,WRITTAOUTCOME\n{AMIRA},EXS\n")
        link = zipfile.ZipInfo("link.csv")
        link.external_attr = 0o120777 << 16
        for bad, words in (
            (("../../evil.csv", "x"), "leads out of its folder"), (("/evil.csv", "x"), "root of a disk"), ((link, "/etc/passwd"), "is a link"),
            (("bomb.csv", b"\0" * (24 << 20)), "200 times its size"),
        ):
            code, answers, err = self.take(self.zip(good, bad))
            self.assertEqual((code, answers), (1, []), err)
            self.assertIn(words, err)
        many = self.zip(*((f"{number}.csv", "x") for number in range(201)))
        code, _, err = self.take(many)
        self.assertEqual(code, 1)
        self.assertIn("must have 200 files or fewer; it has 201", err)
        cut = self.folder / "cut.zip"
        cut.write_bytes(self.zip(good).read_bytes()[:-10])
        code, _, err = self.take(cut)
        self.assertEqual(code, 1)
        self.assertIn("The zip is damaged", err)
        self.assertEqual(self.values()[AMIRA], {})
        self.assertEqual(self.left_in_folder(), [])
        self.assertFalse((self.folder.parent / "evil.csv").exists())

    def test_an_entry_that_claims_a_password_is_refused_by_name(self):
        data = bytearray(self.zip(("locked.csv", "0123456789012345")).read_bytes())
        # The bit of the general flags that says so, in both headers.
        data[6] |= 1
        directory = data.index(struct.pack("<I", 0x02014B50))
        data[directory + 8] |= 1
        path = self.folder / "locked.zip"
        path.write_bytes(data)
        code, _, err = self.take(path)
        self.assertEqual(code, 1)
        self.assertIn("“locked.csv” in it: it is locked by a password", err)


class SchoolsTest(ImportTest):
    def trust(self):
        return self.write(
            "trust.csv", "LAESTAB,UPN,SURNAME,WRITTAOUTCOME", f"8209991,{AMIRA},Ahmed,EXS", f"8209992,{KIM},Else,GDS", f"8209999,{LEE},Secret,EXS",
            f"8209991,{BEN},Brook,WTS")

    def test_every_line_goes_to_the_school_that_it_names(self):
        code, answers, err = self.take(self.trust(), "--dry-run", school=None)
        self.assertEqual(code, 3, err)
        self.assertEqual(self.values()[AMIRA], {})
        code, answers, err = self.take(self.trust(), school=None)
        self.assertEqual(code, 3)
        self.assertEqual([(answer["school"], answer["counts"]["new"]) for answer in answers], [("820/9991", 2), ("820/9992", 1)])
        for answer in answers:
            self.assertEqual([share["lines"] for share in answer["schools"]], [2, 1, 1])
            self.assertNotIn("Secret", json.dumps(answer))
            self.assertNotIn(LEE, json.dumps(answer))
        self.assertIn("trust.csv: 820/9999: 1 line left out, the first is line 4.", err)
        self.assertEqual(self.values()[BEN]["writing.ta"], "WTS")
        self.assertEqual(self.values("820/9992")[KIM]["writing.ta"], "GDS")
        self.ok("undo", answers[1]["batch"])
        self.assertEqual(self.values("820/9992")[KIM], {})

    def test_a_person_gets_only_the_schools_they_may_bring_files_in_for(self):
        self.ok("user", "add", "--email", "lead@school.example", "--role", "account-admin", "--school", "820/9991", input=f"{PASSWORD}\n")
        code, answers, err = self.take(self.trust(), "--as", "lead@school.example", school=None)
        self.assertEqual(code, 3, err)
        self.assertEqual([answer["school"] for answer in answers], ["820/9991"])
        self.assertIn("820/9992: 1 line left out", err)
        self.assertNotIn("Ferndale", err + json.dumps(answers))
        self.ok("user", "add", "--email", "reader@school.example", "--role", "read-only", "--school", "820/9991", input=f"{PASSWORD}\n")
        code, answers, err = self.take(self.trust(), "--as", "reader@school.example", school=None)
        self.assertEqual((code, answers), (1, []))

    def test_wrong_usage_is_told(self):
        self.assertEqual(self.run_program("import", self.trust())[0], 2)
        self.assertEqual(self.run_program("import", self.trust(), "--school", "820/9991", "--all-schools")[0], 2)

    def test_a_former_number_is_the_schools_own(self):
        self.ok("school", "change", "--school", "820/9991", "--dfe", "820/4001", "--urn", "149999")
        self.assertIn("820/4001\t149999\tSaltmarsh Primary School (formerly 820/9991)", self.ok("school", "list"))
        code, answers, err = self.take(self.trust(), school=None)
        self.assertEqual([(answer["school"], answer["counts"]["new"]) for answer in answers], [("820/4001", 2), ("820/9992", 1)])
        self.assertIn("2 lines carry 820/9991, a former DfE number of this school, and are taken as its own.", answers[0]["warnings"])
        code, _, err = self.run_program("school", "change", "--school", "820/4001", "--former-dfe", "820/9992")
        self.assertEqual(code, 1)
        self.assertIn("belongs to Ferndale Primary School already", err)
        self.ok("school", "change", "--school", "820/4001", "--remove-former-dfe", "820/9991")
        self.assertNotIn("formerly", self.ok("school", "list"))


class DecisionTest(ImportTest):
    def test_a_permanent_upn_takes_the_place_of_a_temporary_one(self):
        self.roster("820/9991", f"{TEMPORARY},New,Noor,2014-11-09")
        path = self.write("results.csv", "UPN,SURNAME,FORENAMES,DOB,WRITTAOUTCOME", f"{PERMANENT},New,Noor,2014-11-09,EXS")
        code, answers, err = self.take(path)
        self.assertEqual(code, 3)
        self.assertIn("May be New, Noor", err)
        code, answers, err = self.take(path, "--pupil", f"{PERMANENT}={TEMPORARY}")
        self.assertEqual(code, 0, err)
        self.assertEqual([item["column"] for item in answers[0]["items"]], ["upn", "writing.ta"])
        self.assertEqual(self.values()[PERMANENT]["writing.ta"], "EXS")
        self.ok("undo", answers[0]["batch"])
        self.assertIn(TEMPORARY, self.values())
        code, _, err = self.take(path, "--pupil", f"{LEE}={TEMPORARY}")
        self.assertEqual(code, 3)
        self.assertIn("is nothing that could be decided", err)

    def test_who_may_be_meant_is_listed_and_said_pupil_by_pupil(self):
        self.ok("import", self.write("new.csv", "Surname,Forename,Date of birth,Year group", "Noupn,Nils,2014-12-01,6"), "--school", "820/9991", "--year", 2026)
        path = self.write("results.csv", "UPN,SURNAME,FORENAMES,DOB,WRITTAOUTCOME",
            f"{LEE},BROOK,BEN,2014-11-02,EXS", ",Ahmed,Amira,,GDS", f"{PERMANENT},Ahmed,Amira,2013-01-01,WTS", ",Noupn,Nils,2014-12-01,GDS")
        code, answers, err = self.take(path, "--dry-run")
        self.assertEqual((code, answers[0]["counts"]["new"]), (3, 0))
        asked = {who["pupil"]: [(c["upn"], c["likeness"]) for c in who["candidates"]] for who in answers[0]["proposals"]}
        self.assertEqual(asked, {
            LEE: [(BEN, "name_and_date_of_birth")], "line 3": [(AMIRA, "name")], "line 5": [(None, "name_and_date_of_birth")]})
        self.assertIn("another date of birth than the file’s, 1 January 2013", err)
        nils = answers[0]["proposals"][2]["candidates"][0]["id"]
        text = self.run_program("import", path, "--school", "820/9991", "--year", 2026, "--dry-run")[1]
        self.assertIn(f'--pupil "{LEE}={BEN}" for Brook, Ben, born 2 November 2014', text)
        self.assertIn(f'--pupil "line 5=id {nils}" for Noupn, Nils', text)
        code, answers, err = self.take(path, "--pupil", f"{LEE}={BEN}", "--pupil", f"line 5=id {nils}")
        self.assertEqual((code, answers[0]["counts"]["new"]), (3, 2), err)
        self.assertEqual([who["answer"] is None for who in answers[0]["proposals"]], [False, True, False])
        self.assertEqual(self.values()[BEN]["writing.ta"], "EXS")
        self.assertEqual(self.values()[AMIRA], {})

    def test_conflicts_are_taken_for_all_or_one_by_one(self):
        lines = "\n".join(f"{pupil},ks2,reading.scaled,97+,2026-07-07" for pupil in (AMIRA, BEN))
        self.ok("enter", "--school", "820/9991", "--year", 2026, input=f"upn,assessment,column,value,date\n{lines}\n")
        path = self.write("scores.csv", "UPN,READSCORE,WRITTAOUTCOME", f"{AMIRA},99,EXS", f"{BEN},101,GDS")
        code, answers, err = self.take(path, "--dry-run")
        self.assertEqual((code, answers[0]["counts"]["conflict"]), (3, 2))
        code, answers, err = self.take(path, "--take-value", f"{AMIRA}:reading.scaled", "--leave-value", f"{BEN}:writing.ta")
        self.assertEqual((code, answers[0]["counts"]["conflict"]), (3, 1), err)
        self.assertEqual(self.values()[AMIRA]["reading.scaled"], "99+")
        self.assertNotIn("writing.ta", self.values()[BEN])
        code, answers, err = self.take(path, "--take-conflicts")
        self.assertEqual(code, 0, err)
        self.assertEqual(self.values()[BEN]["reading.scaled"], "101+")

    def test_a_file_that_was_taken_is_given_out_as_it_came(self):
        path = self.write("results.csv", "UPN,WRITTAOUTCOME", f"{AMIRA},EXS")
        batch = self.take(path)[1][0]["batch"]
        copy = os.path.join(self.folder, "copy.csv")
        self.ok("batches", "--school", "820/9991", "--file", batch, "-o", copy)
        with open(path, "rb") as came, open(copy, "rb") as kept:
            self.assertEqual(came.read(), kept.read())

    def test_an_official_score_that_the_table_contradicts_is_told(self):
        path = self.write("scores.csv", "UPN,READMRK,READSCORE", f"{AMIRA},20,110", f"{BEN},20,97")
        out = self.ok("import", path, "--school", "820/9991", "--year", 2026, "--dry-run")
        self.assertIn("1 differs from what is worked out here:", out)
        self.assertIn("110 is the official score; the 2026 table gives 97 for 20 marks.", out)

    def test_what_is_worked_out_may_be_entered_again_and_nothing_else(self):
        def enter(*lines):
            return self.run_program("enter", "--school", "820/9991", "--year", 2026, input="upn,assessment,column,value,date\n" + "\n".join(lines) + "\n")

        first = enter(f"{AMIRA},ks2,reading.paper1,20,2026-07-07")
        self.assertEqual(first[0], 0, first)
        for column, value in (("reading.scaled", "97"), ("reading.total", "20"), ("reading.outcome", "NS")):
            self.assertEqual(enter(f"{AMIRA},ks2,{column},{value},2026-07-07")[0], 0, column)
        for column, value in (("reading.scaled", "98"), ("reading.total", "21"), ("reading.outcome", "AS")):
            self.assertEqual(enter(f"{AMIRA},ks2,{column},{value},2026-07-07")[0], 1, column)


class LeavingTest(ImportTest):
    """A browser that goes while its file is under way."""

    def setUp(self):
        super().setUp()
        self.ok("user", "add", "--email", "lead@school.example", "--role", "account-admin", "--school", "820/9991", input=f"{PASSWORD}\n")
        self.server = Server(self.data)
        self.addCleanup(self.server.stop)
        self.token = self.server.sign_in("lead@school.example")

    def send(self, body, length):
        """Sends a part of a request, or all of it, and is gone without waiting for an answer."""
        head = (
            f"POST /api/v1/schools/8209991/imports?year=2026 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {self.token}\r\n"
            f"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: {length}\r\n\r\n")
        with socket.create_connection(("127.0.0.1", self.server.port)) as connection:
            connection.sendall(head.encode() + body)
            # Until the server has begun to receive the file, so that there is something to clean up.
            self.until(lambda: self.left_in_folder() or self.batches())

    def batches(self):
        return self.server.call("GET", "/api/v1/schools/8209991/batches", token=self.token)[1]

    def until(self, condition):
        for _ in range(400):
            if condition():
                return
            time.sleep(0.05)
        self.fail("it did not come to that")

    def multipart(self, text):
        return (
            '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n' + text + "\r\n--b--\r\n").encode()

    def test_an_upload_that_ends_half_way_leaves_nothing(self):
        before = self.batches()
        body = self.multipart("UPN,WRITTAOUTCOME\n" + f"{AMIRA},EXS\n" * 20000)
        self.send(body[: len(body) // 2], len(body))
        self.until(lambda: not self.left_in_folder())
        self.assertEqual(self.batches(), before)
        self.assertEqual(self.values()[AMIRA], {})

    def test_a_browser_that_goes_while_its_file_is_applied_leaves_all_of_it_or_nothing(self):
        before = len(self.batches())
        body = self.multipart(f"UPN,WRITTAOUTCOME,SCITAOUTCOME\n{AMIRA},EXS,EXS\n{BEN},GDS,EXS\n")
        head_only = len(body)
        self.send(body, head_only)
        self.until(lambda: not self.left_in_folder())
        stored = sum(len(values) for values in self.values().values())
        self.assertIn((len(self.batches()) - before, stored > 0), ((1, True), (0, False)))
        if stored:
            self.assertEqual({upn: values.get("science.ta") for upn, values in self.values().items()}, {AMIRA: "EXS", BEN: "EXS"})


if __name__ == "__main__":
    unittest.main()
