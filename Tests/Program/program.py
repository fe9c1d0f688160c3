"""Runs the built program as a person at a terminal or a browser would."""
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request

PROGRAM = os.environ["LEADLINE_PROGRAM"]
PASSWORD = "three-words-long"


class ProgramTest(unittest.TestCase):
    """A folder of its own for every test."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="leadline-test-"))
        self.data = str(self.folder / "data")

    def tearDown(self):
        shutil.rmtree(self.folder)

    def run_program(self, *arguments, input=None):
        """(exit code, standard output, standard error)"""
        done = subprocess.run(
            [PROGRAM, "--data", self.data, *map(str, arguments)], input=input, stdin=None if input is not None else subprocess.DEVNULL,
            capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr

    def ok(self, *arguments, input=None):
        code, out, err = self.run_program(*arguments, input=input)
        self.assertEqual(code, 0, f"{arguments}: {out}{err}")
        return out

    def generate(self, *files, seed=3):
        self.ok("generate", "--schools", 1, "--seed", seed, "-o", self.folder / "gen", "--files", ",".join(files))
        return self.folder / "gen"

    def make_school(self):
        self.ok("school", "add", "--dfe", "820/9991", "--urn", "999991", "--name", "Saltmarsh Primary School")

    def results(self, year=2026):
        return self.ok("results", "--school", "820/9991", "--year", year)

    def report(self, year=2026, *more):
        return json.loads(self.ok("report", "ks2-outcomes", "--school", "820/9991", "--year", year, "--format", "json", *more))


class Server:
    """`leadline serve` on a free port."""

    command = "serve"

    def __init__(self, data):
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.process = subprocess.Popen(
            [PROGRAM, "--data", data, self.command, "--port", str(self.port)], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        for _ in range(2400):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz").read()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("the server did not start")

    def call(self, method, path, body=None, token=None):
        """(status, decoded JSON)"""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", method=method, data=None if body is None else json.dumps(body).encode())
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or b"null")

    def sign_in(self, email):
        status, answer = self.call("POST", "/api/v1/sign-in", {"email": email, "password": PASSWORD})
        assert status == 200, answer
        return answer["token"]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


class Demo(Server):
    """`leadline demo`: ready once its school is made."""

    command = "demo"
