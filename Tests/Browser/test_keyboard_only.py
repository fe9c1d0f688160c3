"""A class's six papers without a mouse, with no more keys than the digits and one for each cell."""

from playwright.sync_api import expect

from grid import Grid
from leadline import ADMIN, DFE, roster

PUPILS = [f"{tree}, {name}" for tree in ("Ash", "Birch", "Cedar", "Elm", "Fir", "Gorse") for name in ("Ada", "Ben", "Cai", "Eva", "Fay")]
ENGLISH = ("reading.paper1", "gps.paper1", "gps.paper2")
MATHEMATICS = ("mathematics.paper1", "mathematics.paper2", "mathematics.paper3")


class Keyboard:
    """Counts what is pressed."""

    def __init__(self, page):
        self.page = page
        self.presses = 0

    def press(self, key):
        self.presses += 1
        self.page.keyboard.press(key)

    def press_all(self, keys):
        for key in keys:
            self.press(key)

    def tab_to(self, locator):
        for _ in range(80):
            if locator.evaluate("element => element === document.activeElement || element.contains(document.activeElement)"):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {locator}")


def marks(serial, maxima):
    return [(7 * serial + 5 * place + maximum // 2) % (maximum + 1) for place, maximum in enumerate(maxima)]


def test_six_papers_for_thirty_pupils_take_their_digits_and_one_key_a_cell(school, person, tmp_path):
    # given: a class with nothing in
    path = tmp_path / "heron.csv"
    path.write_text(roster("6 Heron", PUPILS))
    school.run("import", path, "--school", DFE, "--year", 2026)
    upns = [school.pupils()[name] for name in PUPILS]
    page = person(ADMIN)
    keys = Keyboard(page)
    page.goto(school.address("assessments/ks2/grid?class=6%20Heron"))

    # when: the sitting is begun from the keyboard
    keys.tab_to(page.locator("summary", has_text="Edit Assessment"))
    keys.press("Enter")
    expect(page.get_by_label("Assessment Date")).not_to_have_value("")
    keys.tab_to(page.get_by_role("button", name="Start Editing"))
    keys.press("Enter")
    expect(page.locator("#grid[role=grid]")).to_be_visible()

    # and: English, across each pupil
    sitting = Grid.__new__(Grid)
    sitting.page, sitting.school, sitting.year = page, school, 2026
    sitting._read_columns()
    keys.tab_to(sitting.cell(upns[0], "reading.paper1"))
    keys.presses = 0
    digits = cells = 0
    expected = {}
    for serial, pupil in enumerate(upns):
        values = marks(serial, (50, 50, 20))
        for column, value in zip(ENGLISH, values):
            expect(sitting.cell(pupil, column)).to_be_focused()
            keys.press_all(str(value))
            keys.press("Tab")
            digits, cells = digits + len(str(value)), cells + 1
            expected[pupil, column] = str(value)
        # Writing is left for another evening: one key passes over it.
        expect(sitting.cell(pupil, "writing.ta")).to_be_focused()
        if pupil != upns[-1]:
            keys.press("Tab")
            cells += 1

    # then
    assert keys.presses <= digits + cells
    sitting.saved()

    # when: Mathematics, across each pupil
    keys.press("Escape")
    page.locator("nav[aria-label=Subject] a", has_text="Mathematics").focus()
    keys.press("Enter")
    page.wait_for_url("**subject=mathematics**")
    expect(page.locator("#grid[role=grid]")).to_be_visible()
    sitting._read_columns()
    keys.tab_to(sitting.cell(upns[0], "mathematics.paper1"))
    keys.presses = 0
    digits = cells = 0
    for serial, pupil in enumerate(upns):
        for column, value in zip(MATHEMATICS, marks(serial, (40, 35, 35))):
            expect(sitting.cell(pupil, column)).to_be_focused()
            keys.press_all(str(value))
            keys.press("Tab")
            digits, cells = digits + len(str(value)), cells + 1
            expected[pupil, column] = str(value)

    # then
    assert keys.presses <= digits + cells
    sitting.saved()
    recorded = school.results()
    assert {key: recorded[key[0]].get(key[1]) for key in expected} == expected
    for serial, pupil in enumerate(upns):
        total = sum(marks(serial, (40, 35, 35)))
        assert recorded[pupil]["mathematics.total"] == str(total)
        scaled = school.scaled("mathematics", total)
        assert recorded[pupil].get("mathematics.scaled", "N") == scaled


def test_a_column_is_typed_downwards_with_enter(school, person, tmp_path):
    # given
    path = tmp_path / "heron.csv"
    path.write_text(roster("6 Heron", PUPILS))
    school.run("import", path, "--school", DFE, "--year", 2026)
    upns = [school.pupils()[name] for name in PUPILS]
    sitting = Grid(person(ADMIN), school, class_name="6 Heron")
    keys = Keyboard(sitting.page)
    keys.tab_to(sitting.cell(upns[0], "reading.paper1"))
    keys.presses = 0

    # when
    for mark in (9, 18, 27, 36, 45):
        keys.press_all(str(mark))
        keys.press("Enter")

    # then
    assert keys.presses == 9 + 5
    sitting.saved()
    assert [school.results()[pupil]["reading.paper1"] for pupil in upns[:5]] == ["9", "18", "27", "36", "45"]
