"""A school's own terms, subjects and words for judgements: set on a page, used in the grid, taken back."""

import re

import pytest
from playwright.sync_api import expect

from leadline import ADMIN, FULL_EDIT, GOVERNOR, READER
from rules import check_in_light_and_dark, faults

WORDS = ["wts-", "wts", "exs", "exs+", "gds", "gds+"]
STORED = ["SBE", "BE", "JA", "SE", "AB", "SAB"]
PAGE = "school/judgements"


def form(page, name):
    return page.get_by_role("form", name=name)


def set_words(page, school, words=WORDS, day="2026-02-01"):
    page.goto(school.address(PAGE))
    for judgement, word in zip(STORED, words):
        page.locator(f"[name='{judgement}.short']").fill(word)
        page.locator(f"[name='{judgement}.words']").fill(f"In words {word}")
    page.get_by_label("In force from").fill(day)
    page.get_by_role("button", name="Save the words").click()


def test_the_schools_words_are_typed_listed_and_stand_in_history_and_are_taken_back(school, person, grid):
    # given
    page = person(ADMIN)
    page.goto(school.address("assessments/summative"))
    page.get_by_role("link", name="Terms, subjects and words").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Terms, subjects and words")

    # when
    set_words(page, school)

    # then
    expect(page.locator(".notice")).to_contain_text("From 1 February 2026 the words are wts-, wts, exs")
    expect(page.get_by_role("row", name="1 February 2026")).to_contain_text("In words exs+")

    # when
    sitting = grid(FULL_EDIT, assessment="summative", year_group="5", subject="spring1")
    pupil = sitting.pupils()[0]
    sitting.clear(pupil, "spring1.reading")
    sitting.enter(pupil, "spring1.reading", "Exs+", "Enter")
    sitting.saved()

    # then
    expect(sitting.cell(pupil, "spring1.reading")).to_have_text("exs+")
    assert school.results(assessment="summative")[pupil]["spring1.reading"] == "exs+"

    # when the list is opened on it, it is at the value that stands there
    sitting.select(pupil, "spring1.reading")
    sitting.type("Alt+ArrowDown")
    codes = sitting.page.locator("select.grid-codes")
    expect(codes.locator("option")).to_have_text([re.compile(f"^{re.escape(word)}\\s") for word in WORDS])
    assert codes.evaluate("list => list.value") == "exs+"
    sitting.type("ArrowDown", "Enter")
    sitting.saved()

    # then
    expect(sitting.cell(pupil, "spring1.reading")).to_have_text("gds")
    sitting.type("Control+z")
    sitting.saved()
    expect(sitting.cell(pupil, "spring1.reading")).to_have_text("exs+")

    # when a word of none of the six is typed
    sitting.enter(pupil, "spring1.writing", "nope", "Enter")

    # then
    cell = sitting.cell(pupil, "spring1.writing")
    sitting.select(pupil, "spring1.writing")
    expect(sitting.message(cell).first).to_contain_text("Enter wts-, wts, exs, exs+, gds, gds+.")
    sitting.type("Escape")

    # when
    history = sitting.page.context.new_page()
    history.goto(school.address(f"assessments/summative/history?pupil={pupil}&column=spring1.reading"))
    # then
    expect(history.locator("main")).to_contain_text("exs+")
    expect(history.locator("main")).not_to_contain_text("SE")

    # when
    page.locator(".notice").get_by_role("button", name="Undo").click()
    # then
    expect(page.locator(".notice")).to_contain_text("The settings are as they were before.")
    assert school.results(assessment="summative")[pupil]["spring1.reading"] == "SE"


def test_a_subject_switched_on_has_its_columns_at_once(school, person, grid):
    # given
    page = person(ADMIN)
    page.goto(school.address(PAGE))

    # when
    page.get_by_label("Science", exact=True).check()
    page.get_by_role("button", name="Save the subjects").click()

    # then
    expect(page.locator(".notice")).to_contain_text("Switched on: science.")
    sitting = grid(FULL_EDIT, assessment="summative", year_group="5", subject="science")
    pupil = sitting.pupils()[0]
    sitting.enter(pupil, "autumn1.science", "ja", "Enter")
    sitting.saved()
    assert school.results(assessment="summative")[pupil]["autumn1.science"] == "JA"


def test_dates_that_can_not_be_are_refused_at_their_fields_with_what_was_typed(school, person):
    # given
    page = person(ADMIN)
    page.goto(school.address(PAGE))

    # when
    page.locator("[name='autumn2.first']").fill("2025-10-20")
    page.locator("[name='summer2.last']").fill("")
    page.get_by_role("button", name="Save the dates").click()

    # then
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("Enter the last day of Summer 2.")
    expect(page.locator("[name='autumn2.first']")).to_have_value("2025-10-20")
    assert faults(page) == []

    # when
    page.locator("[name='summer2.last']").fill("2026-07-20")
    page.get_by_role("button", name="Save the dates").click()

    # then
    link = summary.get_by_role("link", name="Autumn 2 must begin after Autumn 1 ends, on 31 October 2025.")
    link.click()
    expect(page.locator("[name='autumn2.first']")).to_be_focused()

    # when
    page.locator("[name='autumn2.first']").fill("2025-11-03")
    page.get_by_role("button", name="Save the dates").click()

    # then
    expect(page.locator(".notice")).to_contain_text("The terms of 2025/26 have the dates entered.")
    page.get_by_role("button", name="Go back to the usual dates").click()
    expect(page.locator(".notice")).to_contain_text("The terms of 2025/26 have the usual dates again.")


def test_words_of_another_judgement_are_refused_and_nothing_is_lost(school, person):
    # given
    page = person(ADMIN)

    # when
    set_words(page, school, ["wts-", "SE", "exs", "exs+", "gds", ""])

    # then
    summary = page.locator(".error-summary")
    expect(summary).to_contain_text("“SE” can’t stand for “Below”: it stands for “Securely At”. Enter other words.")
    expect(summary).to_contain_text("Enter for “Significantly Above” a short form of 1 to 6 characters")
    expect(page.locator("[name='JA.words']")).to_have_value("In words exs")
    expect(page.get_by_label("In force from")).to_have_value("2026-02-01")
    assert faults(page) == []


def test_the_second_of_two_people_is_told_and_keeps_what_was_typed(school, person):
    # given
    first, second = person(ADMIN), person(ADMIN)
    for page in (first, second):
        page.goto(school.address(PAGE))

    # when
    first.get_by_label("Music").check()
    first.get_by_role("button", name="Save the subjects").click()
    expect(first.locator(".notice")).to_contain_text("music")
    second.get_by_label("History").check()
    second.get_by_role("button", name="Save the subjects").click()

    # then
    expect(second.locator(".error-summary")).to_contain_text("has changed these settings since you saw them")
    expect(second.get_by_label("History")).to_be_checked()
    assert faults(second) == []

    # when the first takes the own change back after another one
    second.get_by_role("button", name="Save the subjects").click()
    expect(second.locator(".notice")).to_contain_text("history")
    first.locator(".notice").get_by_role("button", name="Undo").click()

    # then
    expect(first.locator(".error-summary")).to_contain_text("has changed these settings since you saw them")


@pytest.mark.parametrize("role", [READER, GOVERNOR, FULL_EDIT])
def test_who_may_not_change_them_reads_them(standing_school, person, role):
    # given
    page = person(role)

    # when
    page.goto(standing_school.address("school"))
    page.get_by_role("link", name="Terms, subjects and words").click()

    # then
    expect(page.locator("main form")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("Reading, Writing, Mathematics")
    expect(page.locator("main")).to_contain_text("1 September 2025 to 31 October 2025")
    check_in_light_and_dark(page)
