"""What is typed reaches the server or stays on the screen, with a bad connection and with two people at one cell."""

import re

from playwright.sync_api import expect

from leadline import ADMIN, FULL_EDIT

CELL = "reading.paper1"
SCORE = "reading.scaled"


def unaware(grid):
    """A sitting that does not hear of others' changes as they happen."""
    sitting = grid(ADMIN, class_name="6 Kestrel")
    sitting.page.route("**/events/**", lambda route: route.abort())
    sitting.page.reload()
    expect(sitting.page.locator("#grid[role=grid]")).to_be_visible()
    return sitting


def test_who_types_later_sees_both_values_and_can_keep_their_own(grid, school):
    # given: two people before the same grid
    pupil = school.pupils()["Bailey, Florence"]
    early, late = grid(FULL_EDIT, class_name="6 Kestrel"), unaware(grid)
    early.enter(pupil, CELL, "30", "Enter")
    early.saved()

    # when
    late.enter(pupil, CELL, "35", "Enter")

    # then
    cell = late.cell(pupil, CELL)
    message = late.message(cell)
    expect(message).to_contain_text("“30”")
    expect(message).to_contain_text("A. Okafor")
    expect(message).to_contain_text("“35”")
    expect(cell).to_have_text("35")
    assert school.results()[pupil][CELL] == "30"

    # when
    message.get_by_role("button", name="Keep mine: 35").click()

    # then
    late.saved()
    expect(late.cell(pupil, SCORE)).to_have_text(school.scaled("reading", 35))
    assert school.results()[pupil][CELL] == "35"


def test_who_types_later_can_take_the_other_value(grid, school):
    # given
    pupil = school.pupils()["Bailey, Florence"]
    early, late = grid(FULL_EDIT, class_name="6 Kestrel"), unaware(grid)
    early.enter(pupil, CELL, "30", "Enter")
    early.saved()
    late.enter(pupil, CELL, "35", "Enter")

    # when
    late.page.get_by_role("button", name="Take theirs: 30").click()

    # then
    expect(late.cell(pupil, CELL)).to_have_text("30")
    expect(late.cell(pupil, SCORE)).to_have_text(school.scaled("reading", 30))
    late.saved()
    assert school.results()[pupil][CELL] == "30"


def test_the_same_value_typed_twice_is_no_conflict(grid, school):
    # given
    pupil = school.pupils()["Bailey, Florence"]
    early, late = grid(FULL_EDIT, class_name="6 Kestrel"), unaware(grid)
    early.enter(pupil, CELL, "30", "Enter")
    early.saved()

    # when
    late.enter(pupil, CELL, "30", "Enter")

    # then
    late.saved()
    expect(late.page.locator(".grid-message")).to_have_count(0)


def test_what_is_typed_offline_is_kept_and_sent_when_the_connection_is_back(grid, school):
    # given
    pupils = school.pupils()
    first, second = pupils["Bailey, Florence"], pupils["Bailey, Tyrell"]
    before = school.results()
    sitting = grid(class_name="6 Kestrel")
    sitting.page.context.set_offline(True)

    # when
    sitting.enter(first, CELL, "44", "Enter")
    sitting.enter(second, CELL, "45", "Enter")

    # then
    expect(sitting.page.locator("#grid-chip")).to_have_text("2 not saved")
    expect(sitting.page.locator("#grid-offline")).to_contain_text("kept in this browser and sent by itself")
    expect(sitting.cell(first, CELL)).to_have_attribute("title", re.compile("Not saved yet"))
    expect(sitting.cell(first, CELL)).to_have_text("44")
    assert school.results() == before

    # when
    sitting.page.context.set_offline(False)

    # then
    sitting.saved()
    expect(sitting.cell(first, SCORE)).to_have_text(school.scaled("reading", 44))
    assert [school.results()[pupil][CELL] for pupil in (first, second)] == ["44", "45"]


def test_the_page_says_that_it_saves_and_when_it_has(grid, school):
    # given: a slow server
    pupil = school.pupils()["Bailey, Florence"]
    sitting = grid(class_name="6 Kestrel")
    held = []
    sitting.page.route(re.compile(r".*/api/v1/.*"), lambda route: held.append(route))

    # when
    sitting.enter(pupil, CELL, "28", "Enter")

    # then
    expect(sitting.page.locator("#grid-chip")).to_have_text("Saving")
    expect(sitting.cell(pupil, CELL)).to_have_text("28")
    assert len(held) == 1

    # when
    held[0].continue_()

    # then
    sitting.saved()
    expect(sitting.cell(pupil, CELL)).to_have_attribute("title", re.compile("Saved just now"))


def test_nothing_is_lost_when_the_page_is_loaded_again_offline(grid, school):
    # given: a value that the server did not take, because it could not be reached
    pupil = school.pupils()["Bailey, Florence"]
    sitting = grid(class_name="6 Kestrel")
    sitting.page.on("dialog", lambda dialog: dialog.accept())
    sitting.page.route(re.compile(r".*/api/v1/.*"), lambda route: route.abort())
    sitting.enter(pupil, CELL, "29", "Enter")
    expect(sitting.page.locator("#grid-chip")).to_have_text("1 not saved")

    # when
    sitting.page.unroute(re.compile(r".*/api/v1/.*"))
    sitting.page.reload()

    # then
    expect(sitting.cell(pupil, CELL)).to_have_text("29")
    sitting.saved()
    assert school.results()[pupil][CELL] == "29"


def test_who_was_signed_out_signs_in_in_another_tab_and_tries_again(grid, school):
    # given: signed out in another tab
    pupil = school.pupils()["Bailey, Florence"]
    sitting = grid(class_name="6 Kestrel")
    tab = sitting.page.context.new_page()
    tab.goto(school.address("pupils"))
    tab.locator("header summary").last.click()
    tab.get_by_role("button", name="Sign out").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Sign in")
    sitting.page.bring_to_front()
    sitting.enter(pupil, CELL, "29", "Enter")
    again = sitting.page.get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    expect(sitting.page.locator("#grid-chip")).to_have_text("1 not saved")

    # when
    tab.get_by_label("Email address").fill("office@saltmarsh.example")
    tab.get_by_label("Password").fill("three-words-demo")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    sitting.page.bring_to_front()
    again.click()

    # then
    sitting.saved()
    assert school.results()[pupil][CELL] == "29"
