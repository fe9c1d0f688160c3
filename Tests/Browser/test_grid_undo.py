"""Undo and redo: cell and block, after a reload, and where somebody else was there since."""

from playwright.sync_api import expect

from leadline import ADMIN, FULL_EDIT

READING, GPS1, GPS2 = "reading.paper1", "gps.paper1", "gps.paper2"


def test_single_changes_are_taken_back_and_made_again_one_by_one(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = sitting.pupils()[0]
    before = school.results()[pupil][READING]
    sitting.enter(pupil, READING, "11", "Enter")
    sitting.saved()
    sitting.enter(pupil, READING, "12", "Enter")
    sitting.saved()

    # when, then
    for keys, value in (
        ("Control+z", "11"), ("Control+z", before), ("Control+y", "11"), ("Control+Shift+Z", "12"), ("Control+z", "11"),
        ("Control+z", before), ("Control+z", before),
    ):
        sitting.type(keys)
        expect(sitting.cell(pupil, READING)).to_have_text(value)
        sitting.saved()
        assert school.results()[pupil][READING] == value


def test_the_buttons_say_what_they_would_take_back(grid):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = sitting.pupils()[0]

    # then
    expect(sitting.button("Undo: nothing yet")).to_be_visible()

    # when
    sitting.enter(pupil, READING, "17", "Enter")
    sitting.saved()

    # then
    expect(sitting.button("Undo: 17 in Bailey, Florence, Reading paper")).to_be_visible()

    # when
    sitting.button("Undo: 17").click()

    # then
    expect(sitting.button("Redo: 17 in Bailey, Florence")).to_be_visible()
    expect(sitting.cell(pupil, READING)).to_be_focused()


def test_what_a_colleague_typed_as_well_is_not_mine_to_undo(grid, school):
    # given: I do not hear that a colleague is quicker with the same value
    mine, theirs = grid(ADMIN, class_name="6 Kestrel"), grid(FULL_EDIT, class_name="6 Kestrel")
    pupil = mine.pupils()[0]
    mine.page.route("**/events/**", lambda route: route.abort())
    mine.page.reload()
    expect(mine.page.locator("#grid[role=grid]")).to_be_visible()
    theirs.enter(pupil, READING, "13", "Enter")
    theirs.saved()

    # when
    mine.enter(pupil, READING, "13", "Enter")
    mine.saved()

    # then
    expect(mine.button("Undo: nothing yet")).to_be_visible()
    mine.type("Control+z")
    mine.saved()
    assert school.results()[pupil][READING] == "13"


def test_undo_still_works_after_a_reload(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = sitting.pupils()[0]
    before = school.results()[pupil][READING]
    sitting.enter(pupil, READING, "11", "Enter")
    sitting.saved()

    # when
    sitting.page.reload()
    expect(sitting.page.locator("#grid[role=grid]")).to_be_visible()
    sitting.type("Control+z")

    # then
    expect(sitting.cell(pupil, READING)).to_have_text(before)
    sitting.saved()
    assert school.results()[pupil][READING] == before


def test_a_cell_that_somebody_changed_since_says_so_and_the_others_are_undone(grid, school):
    # given: a block of three of which a colleague changes one
    mine, theirs = grid(ADMIN, class_name="6 Kestrel"), grid(FULL_EDIT, class_name="6 Kestrel")
    pupils = mine.pupils()[:3]
    before = [school.results()[pupil][READING] for pupil in pupils]
    mine.select(pupils[0], READING)
    mine.type("Shift+ArrowDown", "Shift+ArrowDown", "Delete")
    mine.saved()
    expect(theirs.cell(pupils[1], READING)).to_have_text("due")
    theirs.enter(pupils[1], READING, "5", "Enter")
    theirs.saved()

    # when
    mine.type("Control+z")

    # then
    message = mine.message(mine.cell(pupils[1], READING))
    expect(message).to_contain_text("“5”")
    expect(message.get_by_role("button", name=f"Keep mine: {before[1]}")).to_be_visible()
    stored = school.results()
    assert [stored[pupil][READING] for pupil in pupils] == [before[0], "5", before[2]]


def test_an_invalid_value_goes_with_its_undo(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = sitting.pupils()[0]
    before = school.results()[pupil][READING]
    sitting.enter(pupil, READING, "99", "Enter")
    expect(sitting.cell(pupil, READING)).to_have_attribute("aria-invalid", "true")

    # when
    sitting.type("Control+z")

    # then
    expect(sitting.cell(pupil, READING)).to_have_text(before)
    sitting.saved()


def test_what_was_done_in_another_view_is_undone_and_done_again(grid, school):
    # given: a mark in English, then on to Mathematics
    sitting = grid(class_name="6 Kestrel")
    pupil = sitting.pupils()[0]
    before = school.results()[pupil][READING]
    sitting.enter(pupil, READING, "17", "Enter")
    sitting.saved()
    sitting.page.get_by_role("navigation", name="Subject").get_by_role("link", name="Mathematics").click()
    sitting.page.wait_for_url("**subject=mathematics**")
    expect(sitting.page.locator("#grid[role=grid]")).to_be_visible()

    # then: what would be taken back is named
    expect(sitting.button("Undo: 17 in Bailey, Florence, Reading paper")).to_be_visible()

    # when
    sitting.button("Undo: 17").click()

    # then: said, and not talked over by the saving of a cell that this view has no name for
    said = sitting.page.locator("#grid-polite")
    expect(sitting.button("Redo: 17 in Bailey, Florence, Reading paper")).to_be_visible()
    sitting.saved()
    expect(said).to_have_text("Undone, in another view: 17 in Bailey, Florence, Reading paper.")
    assert school.results()[pupil][READING] == before

    # when
    sitting.button("Redo: 17").click()

    # then
    expect(sitting.button("Undo: 17 in Bailey")).to_be_visible()
    sitting.saved()
    expect(said).to_have_text("Done again, in another view: 17 in Bailey, Florence, Reading paper.")
    assert school.results()[pupil][READING] == "17"


def test_what_somebody_changed_since_in_another_view_stays_and_is_told(grid, school):
    # given
    mine, theirs = grid(ADMIN, class_name="6 Kestrel"), grid(FULL_EDIT, class_name="6 Kestrel")
    pupil = mine.pupils()[0]
    mine.enter(pupil, READING, "17", "Enter")
    mine.saved()
    expect(theirs.cell(pupil, READING)).to_have_text("17", timeout=2000)
    theirs.enter(pupil, READING, "18", "Enter")
    theirs.saved()
    mine.page.get_by_role("navigation", name="Subject").get_by_role("link", name="Mathematics").click()
    mine.page.wait_for_url("**subject=mathematics**")

    # when
    mine.button("Undo: 17").click()

    # then
    expect(mine.page.get_by_role("alert").first).to_contain_text("1 value of another view stayed unchanged (17 in Bailey, Florence")
    assert school.results()[pupil][READING] == "18"
    expect(mine.page.locator("#grid-chip")).to_have_text("All changes saved")


def test_a_value_that_was_refused_and_given_up_leaves_nothing_to_undo(grid):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = sitting.pupils()[0]
    sitting.enter(pupil, READING, "99", "Enter")
    expect(sitting.cell(pupil, READING)).to_have_attribute("aria-invalid", "true")

    # when
    sitting.enter(pupil, READING, "Escape")

    # then
    expect(sitting.button("Undo: nothing yet")).to_have_attribute("aria-disabled", "true")
