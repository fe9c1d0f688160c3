"""`kill -9` at the worst moment: nothing acknowledged is gone, nothing is half there."""
import json
import random
import signal
import subprocess
import threading
import time
import unittest

from program import PASSWORD, PROGRAM, ProgramTest, Server


class Kill(ProgramTest):
    def setUp(self):
        super().setUp()
        self.made = self.generate("roster", "dfe")
        self.make_school()
        self.ok("import", self.made / "8209991_roster_2026.csv", "--school", "820/9991")
        self.ok("user", "add", "--email", "year6@school.example", "--role", "full-edit", "--school", "820/9991", input=PASSWORD + "\n")

    def test_what_was_acknowledged_while_typing_is_there_after_a_kill(self):
        # given eight people typing
        server = Server(self.data)
        token = server.sign_in("year6@school.example")
        year6 = self.ok("results", "--school", "820/9991", "--year", 2026, "--assessment", "ks2")
        upns = [p["upn"] for p in json.loads(year6)["pupils"]][:24]
        acknowledged = {}
        stop = threading.Event()

        def type_marks(mine):
            chance = random.Random(mine[0])
            while not stop.is_set():
                upn, mark = chance.choice(mine), str(chance.randrange(51))
                try:
                    status, answer = server.call("PUT", f"/api/v1/schools/8209991/results/2026/ks2/{upn}/reading.paper1", {"value": mark}, token)
                except Exception:
                    return
                if status == 200:
                    acknowledged[upn] = (mark, answer["revision"])

        people = [threading.Thread(target=type_marks, args=(upns[i::8],)) for i in range(8)]
        for person in people:
            person.start()
        time.sleep(2)

        # when
        server.kill()
        stop.set()
        for person in people:
            person.join()

        # then
        self.assertGreater(len(acknowledged), 10)
        again = Server(self.data)
        try:
            token = again.sign_in("year6@school.example")
            status, answer = again.call("GET", "/api/v1/schools/8209991/results/2026", token=token)
            self.assertEqual(status, 200)
            stored = {p["upn"]: p["values"].get("ks2", {}).get("reading.paper1") for p in answer["pupils"]}
            for upn, (mark, revision) in acknowledged.items():
                if stored[upn] == mark:
                    continue
                # A save that was under way when the server died may have been stored; never an older one.
                status, now = again.call("PUT", f"/api/v1/schools/8209991/results/2026/ks2/{upn}/reading.paper1",
                                         {"value": "1", "revision": revision}, token)
                self.assertEqual(status, 409, f"{upn}: {mark} was acknowledged and {stored[upn]} is stored")
                self.assertGreater(now["current"]["revision"], revision)
        finally:
            again.stop()
        self.ok("verify")

    def test_an_import_that_is_killed_leaves_nothing_or_all(self):
        results = self.made / "8209991_KS2_2026.csv"
        outcomes = set()
        for delay in (0.02, 0.05, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4, 0.6, 5):
            # when
            process = subprocess.Popen(
                [PROGRAM, "--data", self.data, "import", str(results), "--school", "820/9991", "--year", "2026"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(delay)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()

            # then
            dry = json.loads(self.ok("import", results, "--school", "820/9991", "--year", 2026, "--dry-run", "--format", "json"))
            is_there, is_absent = dry["counts"]["new"] == 0, dry["counts"]["new"] > 400
            self.assertTrue(is_there or is_absent, dry["counts"])
            batches = self.ok("batches", "--school", "820/9991").splitlines()
            standing = [b.split("\t")[0] for b in batches if "dfe-results" in b and b.endswith("stands")]
            self.assertEqual(len(standing), 1 if is_there else 0)
            outcomes.add(is_there)
            if standing:
                self.ok("undo", standing[0])
            self.ok("verify")
        self.assertIn(True, outcomes)
        self.assertIn(False, outcomes)


if __name__ == "__main__":
    unittest.main()
