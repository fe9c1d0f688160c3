"""Two people at random in one grid, against a model: what both see and what is stored is what the model says.

300 steps, or 2,000 with LEADLINE_LONG=1. A failing run says its seed; LEADLINE_SEED repeats it.
"""

import os
import random

from playwright.sync_api import expect

from leadline import ADMIN, FULL_EDIT

STEPS = 2_000 if os.environ.get("LEADLINE_LONG") else 300
# Marks alone, so that no cell closes another: the model needs no rules of the assessment.
MAXIMA = {"reading.paper1": 50, "gps.paper1": 50, "gps.paper2": 20}
COLUMNS = list(MAXIMA)
KEPT = 100


class Stored:
    """The cells as they are stored, each with the number of its changes."""

    def __init__(self, values):
        self.values = values
        self.revisions = dict.fromkeys(values, 0)

    def put(self, cell, value):
        """Stores a value; answers the entry that takes it back, or None where nothing changed."""
        if self.values[cell] == value:
            return None
        entry = {"cell": cell, "before": self.values[cell], "seen": self.revisions[cell], "revision": self.revisions[cell] + 1}
        self.values[cell] = value
        self.revisions[cell] += 1
        return entry


class Person:
    """One of the two: a grid, and what Undo and Redo would take back."""

    def __init__(self, sitting, stored):
        self.sitting, self.stored = sitting, stored
        self.stacks = {"undo": [], "redo": []}

    def does(self, changes):
        """An action of this person, as the model sees it; answers what it changed."""
        entries = [entry for cell, value in changes.items() if (entry := self.stored.put(cell, value))]
        if entries:
            self.stacks["undo"] = [*self.stacks["undo"], entries][-KEPT:]
            self.stacks["redo"] = []
        return entries

    def takes_back(self, door):
        """Undo or redo: cells that somebody changed since stay as they are."""
        if not self.stacks[door]:
            return []
        inverse = []
        for entry in self.stacks[door].pop():
            if self.stored.revisions[entry["cell"]] != entry["revision"]:
                continue
            if not (undone := self.stored.put(entry["cell"], entry["before"])):
                continue
            inverse.append(undone)
            # The cell is again as it was before the entry: older entries know it by its new revision.
            for action in [*self.stacks["undo"], *self.stacks["redo"]]:
                for other in action:
                    if other["cell"] == entry["cell"] and other["revision"] == entry["seen"]:
                        other["revision"] = undone["revision"]
        if inverse:
            self.stacks["redo" if door == "undo" else "undo"].append(inverse)
        return inverse

    def settles(self, choice):
        """Waits until everything is saved, choosing wherever somebody was quicker."""
        page = self.sitting.page
        buttons = page.get_by_role("button", name=choice)
        for _ in range(20):
            self.sitting.painted()
            expect(page.locator("#grid-chip")).not_to_have_text("Saving")
            if buttons.count() == 0:
                break
            buttons.first.click()
        self.sitting.saved()

    def sees(self, cells):
        """Waits until the page shows what is stored, others' changes included: what is done next is meant for that."""
        for cell in cells:
            expect(self.sitting.cell(*cell)).to_have_text(self.stored.values[cell] or "due")


def step(dice, person, other, pupils):
    """One thing that a person does, in the grid and in the model; answers its name and the cells it changed."""
    sitting, values = person.sitting, person.stored.values
    row, column = dice.randrange(len(pupils)), dice.choice(COLUMNS)
    rows = pupils[row : row + dice.randint(1, 4)]
    marks = {(pupil, column): str(dice.randint(0, MAXIMA[column])) for pupil in rows}
    at = (pupils[row], column)
    what = dice.choices(["type", "clear", "paste", "fill", "race", "undo", "redo", "reload"], [34, 8, 12, 8, 8, 15, 11, 4])[0]
    if what == "reload":
        sitting.page.reload()
        expect(sitting.page.locator("#grid[role=grid]")).to_be_visible()
        return what, []
    sitting.select(*at)
    if what in ("undo", "redo"):
        key = "Control+z" if what == "undo" else "Control+y"
        if person.stacks[what]:
            # The action begins when nothing else is on its way, on a busy machine some time after the key.
            with sitting.page.expect_response(lambda answer: answer.request.method in ("PUT", "POST")):
                sitting.type(key)
        else:
            sitting.type(key)
        person.settles("Take theirs")
        return what, person.takes_back(what)
    if what == "race":
        return what, race(dice, person, other, at)
    person.sees((pupil, column) for pupil in pupils[max(row - 1, 0) : row + 4])
    if what == "type":
        changes = {at: marks[at]}
        sitting.type(marks[at], dice.choice(["Enter", "Tab", "ArrowDown"]))
    elif what == "clear":
        changes = dict.fromkeys(marks, "")
        sitting.type(*["Shift+ArrowDown"] * (len(rows) - 1), "Delete")
    elif what == "paste":
        changes = marks
        sitting.paste("\n".join(marks.values()) + "\n")
        expect(sitting.cell(rows[-1], column)).to_have_text(marks[rows[-1], column])
    else:
        # Of a single cell, what stands above; the first of these pupils has another above, so there it is left out.
        rows = rows if len(rows) > 1 or row == 0 else pupils[row - 1 : row + 1]
        sitting.select(rows[0], column)
        changes = {(pupil, column): values[rows[0], column] for pupil in rows[1:]}
        if changes:
            sitting.type(*["Shift+ArrowDown"] * (len(rows) - 1), "Control+d")
    person.settles("Keep mine")
    return what, person.does(changes)


def race(dice, person, other, cell):
    """Both type into one cell; the other is quicker, and the person chooses which value stays."""
    marks = [str(mark) for mark in range(MAXIMA[cell[1]] + 1)]
    # Who types what stands there changes nothing.
    mine = dice.choice([mark for mark in marks if mark != person.stored.values[cell]])
    theirs = dice.choice([mark for mark in marks if mark != mine])
    choice = dice.choice(["Keep mine", "Take theirs"])
    for each in (person, other):
        each.sees([cell])
    person.sitting.enter(*cell, mine)
    other.sitting.enter(*cell, theirs, "Enter")
    other.settles("Keep mine")
    was_quicker = other.does({cell: theirs})
    person.sitting.type("Enter")
    person.settles(choice)
    if was_quicker and choice == "Take theirs":
        # What was typed came to nothing, but it was typed.
        person.stacks["redo"] = []
        return was_quicker
    return was_quicker + person.does({cell: mine})


def told(entry, stored):
    """`M820999119005 reading.paper1 32 -> 46` of a change."""
    pupil, column = entry["cell"]
    return f"{pupil} {column} {entry['before'] or 'empty'} -> {stored.values[entry['cell']] or 'empty'}"


def in_a_row(pupils, results):
    """The longest run of pupils, as the grid has them, with a mark in every column."""
    runs = [[]]
    for pupil in pupils:
        if all(results[pupil].get(column, "").isdigit() for column in COLUMNS):
            runs[-1].append(pupil)
        else:
            runs.append([])
    return max(runs, key=len)[:8]


def test_two_people_at_random_leave_what_a_model_says(grid, school):
    # given
    seed = int(os.environ.get("LEADLINE_SEED", random.randrange(1_000_000)))
    dice = random.Random(seed)
    sittings = [grid(role, class_name="6 Peregrine") for role in (ADMIN, FULL_EDIT)]
    results = school.results()
    pupils = in_a_row(sittings[0].pupils(), results)
    stored = Stored({(pupil, column): results[pupil][column] for pupil in pupils for column in COLUMNS})
    people = [Person(sitting, stored) for sitting in sittings]
    done = []

    try:
        # when
        for number in range(STEPS):
            who = dice.randrange(2)
            what, entries = step(dice, people[who], people[1 - who], pupils)
            done.append(f"{who} {what} " + ", ".join(told(entry, stored) for entry in entries))
            if number % 10 == 9:
                for person in people:
                    person.sees(stored.values)

        # then
        for person in people:
            person.sees(stored.values)
        results = school.results()
        assert {cell: results[cell[0]].get(cell[1], "") for cell in stored.values} == stored.values
    except Exception as problem:
        last = "\n".join(done[-25:])
        raise AssertionError(f"LEADLINE_SEED={seed}, step {len(done)}, the last:\n{last}") from problem
