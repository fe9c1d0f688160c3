"""Every statutory assessment in the grid, and all of them from one file."""

import json
import re

import pytest
from playwright.sync_api import expect

from leadline import ADMIN, DFE, FULL_EDIT
from rules import faults
from test_files import counts, drop, take

GOALS = [f"e{number:02}" for number in range(1, 18)]


def full_row(school):
    """A pupil of Reception with all 17 goals at 1 or 2."""
    return next(upn for upn, values in school.results(assessment="eyfsp").items()
                if all(values.get(goal) in ("1", "2") for goal in GOALS))


def test_a_for_one_goal_is_offered_for_all_and_one_undo_takes_it_back(grid, school):
    # given
    sitting = grid(FULL_EDIT, assessment="eyfsp", date="2026-06-26")
    pupil = full_row(school)
    before = school.results(assessment="eyfsp")[pupil]

    # when
    sitting.enter(pupil, "e01", "a", "Enter")
    sitting.saved()

    # then: the other goals are as they were until somebody accepts
    prompt = sitting.page.locator(".grid-message.offer")
    expect(prompt).to_contain_text("Enter A in the other 16 goals")
    assert school.results(assessment="eyfsp")[pupil]["e02"] == before["e02"]
    assert faults(sitting.page) == []

    # when: back to it and on to its choices, by keys alone
    sitting.type("Shift+F8")
    expect(sitting.cell(pupil, "e01")).to_be_focused()
    sitting.type("Tab")
    expect(prompt.get_by_role("button", name="Fill them in")).to_be_focused()
    sitting.type("Enter")
    sitting.saved()

    # then
    expect(prompt).to_have_count(0)
    after = school.results(assessment="eyfsp")[pupil]
    assert {after[goal] for goal in GOALS} == {"A"}
    expect(sitting.cell(pupil, "gld")).to_have_text("No")

    # when
    sitting.type("Control+z")
    sitting.saved()

    # then
    now = school.results(assessment="eyfsp")[pupil]
    assert now["e01"] == "A" and [now[goal] for goal in GOALS[1:]] == [before[goal] for goal in GOALS[1:]]

    # when
    sitting.type("Control+z")
    sitting.saved()

    # then
    assert school.results(assessment="eyfsp")[pupil] == before


def test_a_is_filled_in_goals_that_the_view_does_not_show(grid, school):
    # given
    sitting = grid(FULL_EDIT, assessment="eyfsp", subject="literacy", date="2026-06-26")
    pupil = full_row(school)
    before = school.results(assessment="eyfsp")[pupil]

    # when
    sitting.enter(pupil, "e09", "a", "Enter")
    sitting.saved()
    sitting.page.get_by_role("button", name="Fill them in").click()
    sitting.saved()

    # then
    after = school.results(assessment="eyfsp")[pupil]
    assert {after[goal] for goal in GOALS} == {"A"}

    # when
    sitting.type("Control+z")
    sitting.type("Control+z")
    sitting.saved()

    # then
    assert school.results(assessment="eyfsp")[pupil] == before


def test_the_offer_can_be_declined(grid, school):
    # given
    sitting = grid(FULL_EDIT, assessment="eyfsp", date="2026-06-26")
    pupil = full_row(school)
    sitting.enter(pupil, "e01", "a", "Enter")
    sitting.saved()

    # when
    sitting.page.get_by_role("button", name="Leave them").click()

    # then
    expect(sitting.page.locator(".grid-message")).to_have_count(0)
    assert school.results(assessment="eyfsp")[pupil]["e02"] != "A"


def test_a_phonics_mark_gives_its_outcome_by_the_years_threshold(grid, school):
    # given: 31 meets the standard of 2026
    sitting = grid(FULL_EDIT, assessment="phonics", date="2026-06-12")
    pupil = sitting.pupils()[0]

    # when
    sitting.enter(pupil, "y1.mark", "31", "Enter")

    # then
    expect(sitting.cell(pupil, "y1.outcome")).to_have_text("Wa")

    # when
    sitting.enter(pupil, "y1.mark", "30", "Enter")

    # then
    expect(sitting.cell(pupil, "y1.outcome")).to_have_text("Wt")
    sitting.saved()
    assert school.results(assessment="phonics")[pupil] == {"y1.mark": "30", "y1.outcome": "Wt"}


def test_the_check_of_year_2_shows_that_of_year_1_and_takes_its_own(grid, school):
    # given
    sitting = grid(FULL_EDIT, assessment="phonics", year_group=2, date="2026-06-12")
    values = school.results(assessment="phonics")
    pupil = next(upn for upn in sitting.pupils() if values[upn].get("y2.mark"))

    # then
    expect(sitting.cell(pupil, "y1.mark")).to_have_attribute("aria-readonly", "true")
    expect(sitting.cell(pupil, "y1.outcome")).to_have_text("Wt")

    # when
    sitting.enter(pupil, "y2.mark", "40", "Enter")

    # then
    expect(sitting.cell(pupil, "y2.outcome")).to_have_text("Wa")
    sitting.select(pupil, "y1.mark")
    expect(sitting.page.locator("#grid-line")).to_contain_text("Of 2024/25; change it in the phonics check of that year.")


def test_the_tables_check_takes_25_and_not_26(grid, school):
    # given
    sitting = grid(FULL_EDIT, assessment="mtc", date="2026-06-08")
    first, second = sitting.pupils()[:2]
    before = school.results(assessment="mtc")[second]

    # when
    sitting.enter(first, "mark", "25", "Enter")
    sitting.type("26", "Enter")

    # then
    expect(sitting.message(sitting.cell(second, "mark"))).to_contain_text("0 to 25")
    expect(sitting.page.locator("#grid-chip")).to_have_text("1 not saved")
    values = school.results(assessment="mtc")
    assert values[first]["mark"] == "25" and values[second] == before


def test_key_stage_1_is_optional_and_may_still_be_entered(grid, school, person):
    # given
    page = person(FULL_EDIT)
    page.goto(school.address("assessments"))
    expect(page.get_by_role("region", name="End of Key Stage 1")).to_contain_text("Optional since 2024: nothing is due.")
    sitting = grid(FULL_EDIT, assessment="ks1", date="2026-05-22")
    pupil = sitting.pupils()[0]

    # when: marks leave the teacher assessment open
    sitting.enter(pupil, "reading.paper1", "18", "Tab")
    sitting.type("15", "Tab")

    # then
    expect(sitting.cell(pupil, "reading.total")).to_have_text("33")
    expect(sitting.cell(pupil, "reading.ta")).to_be_focused()

    # when
    sitting.type("exs", "Enter")
    sitting.saved()

    # then
    assert school.results(assessment="ks1")[pupil]["reading.ta"] == "EXS"


@pytest.mark.parametrize("assessment", ["eyfsp", "ks1", "ks2", "mtc"])
def test_a_year_without_the_assessment_says_why(standing_school, person, assessment):
    # given
    page = person(ADMIN)

    # when
    page.goto(standing_school.address(f"assessments/{assessment}/grid", 2021))

    # then
    expect(page.get_by_role("heading", level=1)).to_contain_text("has no results in 2020/21")
    expect(page.get_by_role("main")).to_contain_text(re.compile("pandemic|since 2022"))
    assert faults(page) == []


# Phonics stays as it is and comes as the same.
COMES_BY_FILE = {
    "eyfsp": re.compile(r"e\d\d").fullmatch, "mtc": re.compile("mark").fullmatch, "phonics": lambda column: False,
    "ks1": lambda column: False, "ks2": re.compile(r".*\.(paper\d|ta)").fullmatch,
}


def everything(school):
    answer = json.loads(school.run("results", "--school", DFE, "--year", 2026, "--format", "json"))
    return {pupil["upn"]: pupil["values"] for pupil in answer["pupils"]}


def test_one_file_brings_all_assessments_but_the_one_that_is_not_ticked(school, person, tmp_path):
    # given: the school lacks what the file will bring
    path = school.generate(tmp_path / "files", "assessments") / "8209991_CTF_8209991_001.xml"
    lines = ["upn,assessment,column,value"]
    for pupil, values in everything(school).items():
        for assessment, columns in values.items():
            lines += [f"{pupil},{assessment},{column}," for column in columns if COMES_BY_FILE[assessment](column)]
    school.run("enter", "--school", DFE, "--year", 2026, text="\n".join(lines) + "\n")
    before = everything(school)
    # What was cleared after a file was written is a conflict; this one was written later.
    path.write_text(re.sub("<DateTime>[^<]*", "<DateTime>2030-01-01T09:00:00", path.read_text()))
    page = person(ADMIN)
    page.goto(school.address("files"))

    # when
    drop(page, path)

    # then
    boxes = page.get_by_role("group", name="Assessments to take")
    for name in ("Early Years Foundation Stage Profile", "Phonics screening check", "Multiplication tables check", "End of Key Stage 2"):
        expect(boxes.get_by_label(re.compile(name))).to_be_checked()

    # when
    boxes.get_by_label(re.compile("Multiplication tables check")).uncheck()
    page.get_by_role("button", name="Update the preview").click()

    # then
    expect(page.locator("#warnings").locator("..")).to_contain_text("Multiplication tables check: ")
    assert faults(page) == []
    assert counts(page)["new"] > 1000

    # when
    take(page)

    # then
    expect(page.locator(".notice")).to_be_visible()
    after = everything(school)
    assert sum("eyfsp" in values for values in after.values()) > 50
    assert sum("ks2" in values for values in after.values()) > 50
    assert not any("mtc" in values for values in after.values())

    # when
    page.locator(".notice").get_by_role("button", name="Undo").click()

    # then
    expect(page.locator(".notice")).to_contain_text("taken back")
    assert everything(school) == before
