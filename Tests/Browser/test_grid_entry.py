"""The entry grid: a sitting from choosing the class to locking the assessment."""

import re

import pytest
from playwright.sync_api import expect

from leadline import ADMIN, FULL_EDIT, READER

READING, READING_SCALED, READING_TA = "reading.paper1", "reading.scaled", "reading.ta"
MATHEMATICS = ("mathematics.paper1", "mathematics.paper2", "mathematics.paper3")


def test_a_sitting_begins_with_class_and_assessment_date_and_ends_locked(school, person):
    # given
    page = person(FULL_EDIT)
    page.goto(school.address("assessments"))

    # when
    page.get_by_role("link", name="Choose a class for End of Key Stage 2").click()
    page.get_by_role("row", name="6 Kestrel").get_by_role("link", name="Open Assessment").click()

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text("End of Key Stage 2, 6 Kestrel")
    expect(page.locator("#grid tbody tr")).to_have_count(30)
    expect(page.locator("#grid[role=grid]")).to_have_count(0)

    # when
    page.get_by_text("Edit Assessment", exact=True).click()
    expect(page.get_by_label("Assessment Date")).not_to_have_value("")
    page.get_by_label("Assessment Date").fill("2026-05-14")
    page.get_by_role("button", name="Start Editing").click()

    # then
    expect(page.locator("#grid[role=grid]")).to_be_visible()
    expect(page.locator(".grid-date")).to_contain_text("14 May 2026")
    expect(page.locator("#grid-chip")).to_have_text("All changes saved")

    # when
    page.get_by_role("link", name="Lock Assessment").click()

    # then
    expect(page.get_by_text("Edit Assessment", exact=True)).to_be_visible()
    expect(page.locator("#grid[role=grid]")).to_have_count(0)


def test_a_date_outside_the_school_year_does_not_start_a_sitting(school, person):
    # given
    page = person(ADMIN)

    # when
    page.goto(school.address("assessments/ks2/grid?edit=1&date=2027-01-10"))

    # then
    expect(page.locator("#grid[role=grid]")).to_have_count(0)
    expect(page.locator("#grid-date-error")).to_be_visible()
    expect(page.get_by_label("Assessment Date")).to_have_attribute("aria-invalid", "true")


def test_a_mark_gives_its_scaled_score_at_once_and_enter_moves_down(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupils = school.pupils()
    first, second = pupils["Bailey, Florence"], pupils["Bailey, Tyrell"]

    # when
    sitting.enter(first, READING, "38", "Enter")

    # then
    expect(sitting.cell(first, READING_SCALED)).to_have_text(school.scaled("reading", 38))
    expect(sitting.cell(first, "reading.outcome")).to_have_text("AS")
    expect(sitting.cell(second, READING)).to_be_focused()
    sitting.saved()
    recorded = school.results()[first]
    assert recorded[READING] == "38"
    assert recorded[READING_SCALED] == school.scaled("reading", 38)


def test_total_and_scaled_score_wait_for_every_paper(grid, school):
    # given
    sitting = grid(subject="mathematics")
    pupil = school.pupils()["Abbott, Erin"]
    sitting.clear(pupil, *MATHEMATICS)
    expect(sitting.cell(pupil, "mathematics.total")).to_have_text("–")

    # when
    sitting.enter(pupil, MATHEMATICS[0], "30", "Tab", "21", "Tab")

    # then
    sitting.saved()
    expect(sitting.cell(pupil, "mathematics.total")).to_have_text("–")
    expect(sitting.cell(pupil, "mathematics.scaled")).not_to_contain_text(re.compile(r"\d"))
    assert "mathematics.total" not in school.results()[pupil]

    # when
    sitting.type("19", "Tab")

    # then
    expect(sitting.cell(pupil, "mathematics.total")).to_have_text("70")
    expect(sitting.cell(pupil, "mathematics.scaled")).to_have_text(school.scaled("mathematics", 70))


def test_arrows_move_tab_goes_to_what_is_to_be_filled_and_escape_restores(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupils = school.pupils()
    first, second = pupils["Bailey, Florence"], pupils["Bailey, Tyrell"]
    before = sitting.cell(first, READING).inner_text()

    # when, then: arrows visit every cell
    sitting.select(first, READING)
    sitting.type("ArrowRight")
    expect(sitting.cell(first, READING_SCALED)).to_be_focused()
    sitting.type("ArrowDown")
    expect(sitting.cell(second, READING_SCALED)).to_be_focused()
    sitting.type("ArrowLeft", "ArrowUp")
    expect(sitting.cell(first, READING)).to_be_focused()

    # when, then: Tab passes over what is worked out or closed
    sitting.type("Tab")
    expect(sitting.cell(first, "gps.paper1")).to_be_focused()
    sitting.type("Shift+Tab")
    expect(sitting.cell(first, READING)).to_be_focused()

    # when: something is typed and given up
    sitting.type("12", "Escape")

    # then
    expect(sitting.cell(first, READING)).to_have_text(before)
    expect(sitting.cell(first, READING)).to_be_focused()
    sitting.saved()
    assert school.results()[first][READING] == before


def test_an_impossible_mark_is_kept_on_the_screen_explained_and_not_stored(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = school.pupils()["Bailey, Florence"]
    stored = school.results()[pupil][READING]

    # when
    sitting.enter(pupil, READING, "51", "Enter")

    # then
    cell = sitting.cell(pupil, READING)
    expect(cell).to_have_attribute("aria-invalid", "true")
    expect(cell).to_have_text("51")
    message = sitting.message(cell)
    expect(message).to_contain_text("marked out of 50")
    expect(message).to_contain_text("Enter a whole number from 0 to 50, or a code")
    red = message.evaluate("box => getComputedStyle(box.firstChild).color")
    assert [int(part) for part in re.findall(r"\d+", red)][0] > 150, red
    expect(sitting.page.locator("#grid-chip")).to_have_text("1 not saved")
    assert school.results()[pupil][READING] == stored

    # when: it is corrected
    sitting.enter(pupil, READING, "31", "Enter")

    # then
    expect(cell).not_to_have_attribute("aria-invalid", "true")
    expect(message).to_have_count(0)
    sitting.saved()
    assert school.results()[pupil][READING] == "31"


@pytest.mark.parametrize("typed", ["-1", "3.5", "1e1", "ten", "٣", "999999999999999999999"])
def test_what_is_no_mark_is_never_turned_into_one(grid, school, typed):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = school.pupils()["Bailey, Florence"]
    stored = school.results()[pupil][READING]

    # when
    sitting.select(pupil, READING)
    sitting.page.keyboard.insert_text(typed) if not typed.isascii() else sitting.page.keyboard.type(typed)
    if not typed.isascii():
        sitting.page.keyboard.press("F2")
        sitting.page.keyboard.press("Control+A")
        sitting.page.keyboard.insert_text(typed)
    sitting.type("Enter")

    # then
    expect(sitting.cell(pupil, READING)).to_have_attribute("aria-invalid", "true")
    expect(sitting.cell(pupil, READING)).to_have_text(typed)
    assert school.results()[pupil][READING] == stored


def test_an_invalid_value_can_be_given_up_with_its_button(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = school.pupils()["Bailey, Florence"]
    stored = school.results()[pupil][READING]
    sitting.enter(pupil, READING, "99", "Enter")
    expect(sitting.cell(pupil, READING)).to_have_attribute("aria-invalid", "true")

    # when
    sitting.page.get_by_role("button", name=f"Back to {stored}").click()

    # then
    expect(sitting.cell(pupil, READING)).to_have_text(stored)
    sitting.saved()


def test_a_code_is_typed_or_chosen_from_its_list(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupils = school.pupils()
    first, second = pupils["Bailey, Florence"], pupils["Bailey, Tyrell"]
    sitting.clear(first, READING)
    sitting.clear(second, READING)

    # when: typed, in small letters
    sitting.enter(first, READING, "a", "Enter")

    # then
    expect(sitting.cell(first, READING)).to_have_text("A")
    expect(sitting.cell(first, "reading.outcome")).to_have_text("A")

    # when: chosen from the list
    sitting.select(second, READING)
    sitting.type("Alt+ArrowDown")
    expect(sitting.page.get_by_role("listbox")).to_be_visible()
    expect(sitting.page.get_by_role("option", name="Working below the standard of the test")).to_be_visible()
    sitting.type("B", "Enter")

    # then
    expect(sitting.page.get_by_role("listbox")).to_have_count(0)
    expect(sitting.cell(second, READING)).to_have_text("B")
    sitting.saved()
    assert school.results()[first][READING] == "A"
    assert school.results()[second][READING] == "B"


def test_test_and_teacher_assessment_close_each_other_until_cleared(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = school.pupils()["Bailey, Florence"]
    teacher_assessment = sitting.cell(pupil, READING_TA)
    expect(teacher_assessment).to_have_text("closed")

    # when
    sitting.select(pupil, READING_TA)

    # then: the closed cell says why and takes nothing
    expect(sitting.page.locator("#grid-line")).to_contain_text("Clear")
    sitting.type("PK6", "Enter")
    expect(teacher_assessment).to_have_text("closed")

    # when
    sitting.clear(pupil, READING)

    # then
    expect(teacher_assessment).not_to_have_text("closed")

    # when
    sitting.enter(pupil, READING_TA, "PK6", "Enter")

    # then: the other way round
    expect(teacher_assessment).to_have_text("PK6")
    expect(sitting.cell(pupil, READING)).to_have_text("closed")
    sitting.select(pupil, READING)
    expect(sitting.page.locator("#grid-line")).to_contain_text("PK6")

    # when
    sitting.clear(pupil, READING_TA)

    # then
    expect(sitting.cell(pupil, READING)).not_to_have_text("closed")
    sitting.enter(pupil, READING, "33", "Enter")
    expect(sitting.cell(pupil, READING_SCALED)).to_have_text(school.scaled("reading", 33))


def test_working_below_the_test_calls_for_a_teacher_assessment(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = school.pupils()["Bailey, Florence"]
    sitting.clear(pupil, READING)

    # when
    sitting.enter(pupil, READING, "B", "Enter")

    # then
    expect(sitting.cell(pupil, READING_TA)).to_have_text("due")
    sitting.enter(pupil, READING_TA, "PK4", "Enter")
    expect(sitting.cell(pupil, READING_TA)).to_have_text("PK4")
    sitting.saved()
    recorded = school.results()[pupil]
    assert (recorded[READING], recorded[READING_TA]) == ("B", "PK4")


def test_the_information_key_opens_beside_the_grid_with_this_years_codes(grid):
    # given
    sitting = grid(class_name="6 Kestrel")
    key = sitting.page.get_by_role("complementary", name="Information key")
    expect(key).to_be_hidden()

    # when
    sitting.page.get_by_role("button", name="Information key").click()

    # then
    expect(key).to_be_visible()
    expect(key.get_by_role("heading", level=2)).to_have_text("Codes for 2026")
    expect(key).to_contain_text("Working below the standard of the test")
    expect(key).to_contain_text("Working at greater depth")
    expect(sitting.page.locator("#grid")).to_be_visible()

    # when
    key.get_by_role("link", name="Close").click()

    # then
    expect(key).to_be_hidden()


def test_each_subject_filter_shows_its_columns_and_summary_all_outcomes(standing_school, person):
    # given
    page = person(READER)
    page.goto(standing_school.address("assessments/ks2/grid"))
    headings = page.locator("#grid thead tr").first

    # when, then
    for name, subjects in {
        "Mathematics": ["Mathematics"],
        "Science": ["Science"],
        "Summary": ["Reading", "Grammar, punctuation and spelling", "Writing", "Mathematics", "Science"],
        "English": ["Reading", "Grammar, punctuation and spelling", "Writing"],
    }.items():
        page.get_by_role("navigation", name="Subject").get_by_role("link", name=name).click()
        expect(headings.locator("th[scope=colgroup]")).to_have_text(subjects)
        expect(page.locator("#grid tbody tr")).to_have_count(59)


def test_the_pupils_can_be_put_in_the_order_of_a_column(standing_school, person):
    # given
    page = person(READER)
    page.goto(standing_school.address("assessments/ks2/grid?class=6%20Kestrel"))

    # when
    page.locator("#grid thead a", has_text="Scaled").first.click()

    # then
    page.wait_for_url("**order=**")
    expect(page.locator("#grid th[aria-sort]")).to_contain_text("Scaled")
    scores = [int(text) for text in page.locator("#grid tbody tr td:nth-of-type(2)").all_inner_texts() if text.isdigit()]
    assert len(scores) > 20
    assert scores == sorted(scores) or scores == sorted(scores, reverse=True)


def test_the_number_of_results_in_follows_every_entry(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = school.pupils()["Bailey, Florence"]
    done, due = sitting.progress()

    # when
    sitting.clear(pupil, READING)

    # then
    expect(sitting.page.locator("#grid-progress")).to_have_text(f"{done - 1} of {due} results in")

    # when
    sitting.enter(pupil, READING, "40", "Enter")

    # then
    expect(sitting.page.locator("#grid-progress")).to_have_text(f"{done} of {due} results in")


def test_special_consideration_is_a_plus_on_the_scaled_score(grid, school):
    # given: 97 in reading
    sitting = grid(subject="english")
    pupil = next(upn for upn, values in school.results().items() if values.get(READING_SCALED) == "97")
    at_expected = school.report()["subjects"]["reading"]["expected"]["count"]

    # when
    sitting.select(pupil, READING_SCALED)
    sitting.type("+")

    # then
    expect(sitting.cell(pupil, READING_SCALED)).to_have_text("97+")
    sitting.saved()
    assert school.report()["subjects"]["reading"]["expected"]["count"] == at_expected + 1

    # when
    sitting.type("+")

    # then
    expect(sitting.cell(pupil, READING_SCALED)).to_have_text("97")
    sitting.saved()
    assert school.report()["subjects"]["reading"]["expected"]["count"] == at_expected


def test_another_score_with_a_plus_is_refused_and_the_right_one_taken(grid, school):
    # given: 97 in reading, worked out
    sitting = grid(subject="english")
    pupil = next(upn for upn, values in school.results().items() if values.get(READING_SCALED) == "97")

    # when: another score is typed over it
    sitting.select(pupil, READING_SCALED)
    sitting.type("98+", "Enter")

    # then: it stays visible, in red, with what is allowed and nothing that is not
    message = sitting.message(sitting.cell(pupil, READING_SCALED))
    expect(message).to_contain_text("The scaled score is worked out")
    expect(message).to_contain_text("add + for special consideration (97+).")
    expect(message).not_to_contain_text("80 to 120")
    assert school.results()[pupil][READING_SCALED] == "97"

    # when: the right one is typed whole
    sitting.select(pupil, READING_SCALED)
    sitting.type("97+", "Enter")

    # then
    sitting.saved()
    expect(sitting.cell(pupil, READING_SCALED)).to_have_text("97+")
    assert school.results()[pupil][READING_SCALED] == "97+"


def test_what_was_entered_is_there_after_a_reload_and_for_a_reader(grid, school, person):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = school.pupils()["Bailey, Florence"]
    sitting.enter(pupil, READING, "47", "Enter")
    sitting.saved()

    # when
    sitting.page.reload()

    # then
    expect(sitting.cell(pupil, READING)).to_have_text("47")

    # when
    page = person(READER)
    page.goto(school.address("assessments/ks2/grid?class=6%20Kestrel"))

    # then
    row = page.get_by_role("row", name="Bailey, Florence")
    expect(row.locator("td").first).to_have_text("47")
    expect(row.locator("td").nth(1)).to_have_text(school.scaled("reading", 47))


def test_locking_with_an_invalid_value_asks_first_and_names_it(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = school.pupils()["Bailey, Florence"]
    stored = school.results()[pupil][READING]
    sitting.enter(pupil, READING, "77", "Enter")
    expect(sitting.cell(pupil, READING)).to_have_attribute("aria-invalid", "true")

    # when
    sitting.page.get_by_role("link", name="Lock Assessment").click()

    # then
    alert = sitting.page.locator("#grid-alert")
    expect(alert).to_contain_text("One value is not saved")
    expect(alert).to_contain_text("Bailey, Florence")

    # when
    alert.get_by_role("button", name="Lock without it").click()

    # then
    expect(sitting.page.get_by_text("Edit Assessment", exact=True)).to_be_visible()
    assert school.results()[pupil][READING] == stored


def test_the_grid_reads_without_javascript_and_says_what_editing_needs(standing_school, person):
    # given
    page = person(ADMIN, java_script_enabled=False)
    address = standing_school.address("assessments/ks2/grid?class=6%20Kestrel")

    # when
    page.goto(address)

    # then
    expect(page.locator("#grid tbody tr")).to_have_count(30)
    expect(page.get_by_role("row", name="Bailey, Florence").locator("td").first).to_have_text("21")
    page.get_by_role("link", name="Information key").click()
    expect(page.get_by_role("complementary", name="Information key")).to_be_visible()

    # when
    page.goto(address + "&edit=1&date=2026-05-14")

    # then
    expect(page.locator("noscript p")).to_be_visible()
    assert "Editing needs JavaScript" in page.locator("noscript p").text_content()
    expect(page.locator("#grid tbody tr")).to_have_count(30)
