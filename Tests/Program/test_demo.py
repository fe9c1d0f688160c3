"""The demo is made once: what somebody tries in it is there the next day."""
import json
import unittest

from program import Demo, ProgramTest


class DemoTest(ProgramTest):
    def test_what_was_changed_in_the_demo_is_still_there_when_it_is_started_again(self):
        # given
        Demo(self.data).stop()
        pupil = next(p for p in json.loads(self.results())["pupils"] if p["values"].get("ks2", {}).get("writing.ta") == "EXS")
        self.ok(
            "enter", "--school", "820/9991", "--year", 2026,
            input=f"upn,assessment,column,value\n{pupil['upn']},ks2,writing.ta,GDS\n")
        before = self.results()

        # when
        Demo(self.data).stop()

        # then
        self.assertEqual(json.loads(self.results()), json.loads(before))


if __name__ == "__main__":
    unittest.main()
