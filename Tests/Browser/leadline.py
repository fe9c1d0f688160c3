"""The built program as a school uses it: a data folder, a server on a free port, and commands beside it."""

import contextlib
import json
import os
import pathlib
import shutil
import socket
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request

PROGRAM = os.environ.get("LEADLINE_PROGRAM", "leadline")
PASSWORD = "three-words-demo"
DFE = "820/9991"
OWNER, ADMIN, FULL_EDIT, PARTIAL_EDIT, READER, GOVERNOR = (
    "head", "office", "year6", "assistant", "reader", "governor")
ROLES = (OWNER, ADMIN, FULL_EDIT, PARTIAL_EDIT, READER, GOVERNOR)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class School:
    """The demo's school over a data folder of its own, served until `stop`."""

    def __init__(self, folder, command="serve"):
        self.folder = pathlib.Path(folder)
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.log = self.folder.with_name(self.folder.name + ".log")
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [PROGRAM, "--data", str(self.folder), command, "--port", str(self.port)], stdout=log, stderr=log)
        self._wait_until_ready()

    def _wait_until_ready(self):
        for _ in range(1200):
            if self.process.poll() is not None:
                raise RuntimeError(f"the program ended: {self.log.read_text()}")
            try:
                with urllib.request.urlopen(f"{self.origin}/readyz", timeout=1):
                    return
            except (urllib.error.URLError, TimeoutError):
                time.sleep(0.05)
        raise RuntimeError("the program was not ready within a minute")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def address(self, page="", year=2026):
        """The address of a page below the school and year."""
        return f"{self.origin}/schools/8209991/{year}/{page}"

    def run(self, *arguments, text=None):
        """Standard output of a command over the same data."""
        done = subprocess.run(
            [PROGRAM, "--data", str(self.folder), *map(str, arguments)], input=text, text=True, capture_output=True)
        assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
        return done.stdout

    def results(self, year=2026, assessment="ks2"):
        """What is recorded: {upn: {column: value}}."""
        answer = json.loads(
            self.run("results", "--school", DFE, "--year", year, "--assessment", assessment, "--format", "json"))
        return {pupil["upn"]: pupil["values"].get(assessment, {}) for pupil in answer["pupils"]}

    def pupils(self, year=2026):
        """The pupils of Year 6 by name: {"Abbott, Erin": upn}."""
        answer = json.loads(self.run("results", "--school", DFE, "--year", year, "--assessment", "ks2", "--format", "json"))
        return {f"{pupil['surname']}, {pupil['forename']}": pupil["upn"] for pupil in answer["pupils"]}

    def report(self, *arguments, year=2026):
        return json.loads(
            self.run("report", "ks2-outcomes", "--school", DFE, "--year", year, "--format", "json", *arguments))

    def scaled(self, subject, mark, year=2026):
        """The scaled score of a mark as the command line looks it up."""
        line = self.run("convert", "--year", year, "--subject", subject, mark).split()
        assert line[0] == str(mark)
        return line[1]

    def seems_entered(self, days_ago):
        """Lets every result so far have been entered some days ago. The data refuse that, so their guard is away meanwhile."""
        with contextlib.closing(sqlite3.connect(self.folder / "leadline.sqlite")) as data, data:
            name = "result_ledger_no_update"
            guard = data.execute("SELECT sql FROM sqlite_master WHERE name = ?", [name]).fetchone()[0]
            data.execute(f"DROP TRIGGER {name}")
            data.execute(
                "UPDATE result_ledger SET at = strftime('%Y-%m-%dT%H:%M:%fZ', at, ?)", [f"-{days_ago} days"])
            data.execute(guard)

    def generate(self, folder, files="dfe,roster"):
        """Files of the very school of the demo."""
        self.run("generate", "--schools", 1, "--seed", 1, "--output", folder, "--files", files)
        return pathlib.Path(folder)


class Template:
    """A finished demo folder, from which each school of a test is copied, and who is signed in to it."""

    def __init__(self, folder, sessions):
        self.folder = folder
        self.sessions = sessions

    def copy(self, folder):
        shutil.copytree(self.folder, folder)
        return School(folder)


def upn(establishment, serial):
    """A made-up UPN of local authority 820 with its right check letter."""
    digits = f"820{establishment:04}26{serial:03}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(2, 14)))
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[total % 23] + digits


def roster(class_name, names, year="2025/26", establishment=9991):
    """A pupil list in CSV with pupils of Year 6."""
    lines = ["UPN,Surname,Forename,Date of birth,Sex,School year,Year group,Class,Date of entry"]
    for serial, name in enumerate(names, start=1):
        surname, forename = name.split(", ")
        lines.append(
            f"{upn(establishment, 900 + serial)},{surname},{forename},2015-{1 + serial // 28:02}-{1 + serial % 28:02},F,{year},Year 6,{class_name},2024-09-03")
    return "\n".join(lines) + "\n"
