"""Beside the grid: the history of a cell, what is missing, the grid of another day, and the guided tour."""

from datetime import date, timedelta

from playwright.sync_api import expect

from leadline import ADMIN, FULL_EDIT, READER
from rules import faults

READING, GPS1 = "reading.paper1", "gps.paper1"
GPS1_NAME = "Grammar, punctuation and spelling Paper 1"


def test_the_history_of_a_cell_says_who_and_brings_a_value_back(grid, school):
    # given
    theirs, mine = grid(FULL_EDIT, class_name="6 Kestrel"), grid(ADMIN, class_name="6 Kestrel")
    pupil = mine.pupils()[0]
    before = school.results()[pupil][READING]
    theirs.enter(pupil, READING, "7", "Enter")
    theirs.saved()
    expect(mine.cell(pupil, READING)).to_have_text("7")
    mine.select(pupil, READING)

    # when
    mine.type("Alt+h")

    # then
    panel = mine.page.get_by_role("complementary", name="History of the cell")
    expect(panel).to_contain_text("Reading paper")
    expect(panel).to_contain_text("A. Okafor")

    # when
    panel.get_by_role("button", name=f"Restore {before}").first.click()

    # then
    mine.saved()
    assert school.results()[pupil][READING] == before
    expect(panel).to_contain_text("restored")
    # The button that was pressed is gone; the keyboard is back in the grid.
    expect(mine.cell(pupil, READING)).to_be_focused()

    # when: another cell
    mine.select(pupil, GPS1)

    # then
    expect(panel).to_contain_text(GPS1_NAME)


def test_what_is_missing_is_listed_and_f8_jumps_through_it(grid):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupils = sitting.pupils()
    for place in (3, 8):
        sitting.clear(pupils[place], GPS1)
    due = sitting.page.locator("#grid td.u").count()
    assert due == 2
    sitting.type("Control+Home")

    # when
    sitting.button("What is missing").click()

    # then
    panel = sitting.page.get_by_role("complementary", name="What is missing")
    expect(panel.locator("ol li")).to_have_count(due)
    expect(panel.get_by_role("progressbar").first).to_be_visible()

    # when
    panel.get_by_role("listitem").filter(has_text=GPS1_NAME).last.get_by_role("button").click()

    # then
    expect(sitting.cell(pupils[8], GPS1)).to_be_focused()

    # when, then
    sitting.type("Control+Home")
    for key, place in (("F8", 3), ("F8", 8), ("Shift+F8", 3)):
        sitting.type(key)
        expect(sitting.cell(pupils[place], GPS1)).to_be_focused()

    # when: one is filled in
    sitting.select(pupils[3], GPS1)
    sitting.type("30", "Enter")

    # then
    expect(panel.locator("ol li")).to_have_count(due - 1)


def test_the_grid_of_another_day_is_shown_and_left_again(grid, school):
    # given: a value of last week that is changed today
    school.seems_entered(days_ago=7)
    sitting = grid(class_name="6 Kestrel")
    page, pupil = sitting.page, sitting.pupils()[0]
    before = school.results()[pupil][READING]
    sitting.enter(pupil, READING, "7", "Enter")
    sitting.saved()
    page.get_by_role("link", name="Lock Assessment").click()
    expect(page.locator("summary", has_text="Edit Assessment")).to_be_visible()
    value = page.locator("#grid tbody tr").first.get_by_role("cell").first
    expect(value).to_have_text("7")

    # when
    yesterday = date.today() - timedelta(days=1)
    page.locator("summary", has_text="Show as on").click()
    page.get_by_label("Date", exact=True).fill(yesterday.isoformat())
    page.get_by_role("button", name="Show", exact=True).click()

    # then: the same class as it was, and nothing to enter it by
    banner = page.locator(".grid-past")
    expect(banner).to_contain_text(f"as it stood at the end of {yesterday.day} {yesterday:%B %Y}")
    expect(value).to_have_text(before)
    expect(page.locator("#grid tbody tr")).to_have_count(30)
    expect(page.locator("summary", has_text="Edit Assessment")).to_have_count(0)
    assert faults(page) == []

    # when: it is printed
    page.emulate_media(media="print")

    # then: the paper says of which day it is
    expect(banner).to_be_visible()
    page.emulate_media(media="screen")

    # when
    banner.get_by_role("link", name="Back to now").click()

    # then
    expect(banner).to_have_count(0)
    expect(value).to_have_text("7")


def test_a_day_to_come_is_refused_beside_the_grid_of_now(standing_school, person):
    # given
    page = person(READER)

    # when
    page.goto(standing_school.address("assessments/ks2/grid?class=6%20Kestrel&on=2099-01-01"))

    # then
    field = page.get_by_label("Date", exact=True)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#grid-on-error")).to_contain_text("must be today or earlier, not 1 January 2099")
    expect(page.locator(".grid-past")).to_have_count(0)
    expect(page.locator("#grid tbody tr")).to_have_count(30)
    assert faults(page) == []


def test_the_tour_is_offered_once_and_goes_from_step_to_step(school, person):
    # given
    page = person(FULL_EDIT)
    page.goto(school.address("assessments/ks2/grid?class=6%20Kestrel"))

    # when
    page.get_by_role("button", name="Show me how it works").click()

    # then
    tour = page.get_by_role("dialog", name="Show me")
    expect(tour.get_by_role("heading", name="Begin here")).to_be_focused()

    # when: the sitting is begun as the tour says
    page.get_by_text("Edit Assessment", exact=True).first.click()
    page.get_by_role("button", name="Start Editing").click()

    # then: it goes on by itself, and every step is about something that can be seen
    expect(tour.get_by_role("heading", name="One cell at a time")).to_be_focused()
    for heading in ("When something cannot be right", "Worked out for you", "When you are done"):
        tour.get_by_role("button", name="Next").press("Enter")
        expect(tour.get_by_role("heading", name=heading)).to_be_focused()
        expect(page.locator(".shown")).to_be_in_viewport()

    # when
    page.keyboard.press("Escape")

    # then
    expect(tour).to_be_hidden()
    page.reload()
    expect(page.locator("#grid[role=grid]")).to_be_visible()
    expect(tour).to_be_hidden()
    expect(page.locator("#grid-welcome")).to_be_hidden()


def test_the_tour_can_be_had_again_from_help_and_skipped(standing_school, person):
    # given
    page = person(ADMIN)
    page.goto(standing_school.origin + "/help")
    expect(page.get_by_role("main")).to_contain_text("Show me")
    page.goto(standing_school.address("assessments/ks2/grid?class=6%20Kestrel"))

    # when
    page.get_by_role("button", name="Show me", exact=True).click()

    # then
    tour = page.get_by_role("dialog", name="Show me")
    expect(tour).to_be_visible()

    # when
    tour.get_by_role("button", name="End the tour").click()

    # then
    expect(tour).to_be_hidden()


def test_who_only_reads_is_not_shown_how_to_enter(standing_school, person):
    # given
    page = person(READER)

    # when
    page.goto(standing_school.address("assessments/ks2/grid?class=6%20Kestrel"))

    # then
    expect(page.locator("#grid-welcome")).to_have_count(0)
