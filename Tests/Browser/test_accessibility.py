"""Every page for everybody: axe-core's WCAG 2.2 AA rules in light and dark, and no sideways scrolling on a phone."""

import re

import pytest
from playwright.sync_api import expect

from grid import Grid
from leadline import ADMIN, FULL_EDIT, GOVERNOR, OWNER, READER
from rules import CONTRAST, check_in_light_and_dark, faults

PAGES = {
    "assessments": (ADMIN, "assessments"),
    "choice of a class": (ADMIN, "assessments/ks2"),
    "grid, English": (ADMIN, "assessments/ks2/grid?class=6%20Kestrel"),
    "grid, summary": (READER, "assessments/ks2/grid?class=6%20Kestrel&subject=summary"),
    "grid, information key": (ADMIN, "assessments/ks2/grid?class=6%20Kestrel#grid-key"),
    "grid, wrong date": (ADMIN, "assessments/ks2/grid?class=6%20Kestrel&edit=1&date=2030-01-01"),
    "grid of a past day": (ADMIN, "assessments/ks2/grid?class=6%20Kestrel&on=2026-06-01"),
    "grid of the profile": (ADMIN, "assessments/eyfsp/grid"),
    "grid of an area": (ADMIN, "assessments/eyfsp/grid?subject=literacy"),
    "grid of phonics": (ADMIN, "assessments/phonics/grid"),
    "grid of phonics, Year 2": (READER, "assessments/phonics/grid?year-group=2"),
    "grid of Key Stage 1": (ADMIN, "assessments/ks1/grid"),
    "grid of the tables check": (ADMIN, "assessments/mtc/grid#grid-key"),
    "choice of a class, two year groups": (ADMIN, "assessments/phonics"),
    "blank grid": (ADMIN, "assessments/ks2/grid?class=6%20Kestrel&blank=1"),
    "pupils": (ADMIN, "pupils?q=bailey"),
    "no pupils found": (ADMIN, "pupils?q=zzzz"),
    "new pupil": (ADMIN, "pupils/new"),
    "new school year": (ADMIN, "pupils/new-year"),
    "a year not started": (ADMIN, "/schools/8209991/2027/pupils"),
    "groups": (FULL_EDIT, "pupils/groups"),
    "a group, by rule": (FULL_EDIT, "pupils/groups/members?name=Chess&rule=girls&class=6%20Kestrel&tick=1"),
    "reports": (ADMIN, "reports"),
    "outcomes": (OWNER, "reports/ks2-outcomes?group=all"),
    "outcomes of a group": (OWNER, "reports/ks2-outcomes?group=girls"),
    "outcomes, anonymised": (GOVERNOR, "reports/ks2-outcomes?group=all"),
    "pupils behind a number": (OWNER, "reports/ks2-outcomes/pupils?measure=reading.expected"),
    "analysis": (OWNER, "analysis"),
    "dashboard": (OWNER, "analysis/statutory-dashboard?group=all"),
    "dashboard of two groups crossed": (OWNER, "analysis/statutory-dashboard?group=disadvantaged%2Bboys"),
    "dashboard over the pandemic": (OWNER, "analysis/statutory-dashboard?group=all", 2022),
    "dashboard, anonymised": (GOVERNOR, "analysis/statutory-dashboard?group=ehc_plan"),
    "EYFSP": (OWNER, "reports/eyfsp?group=all"),
    "phonics": (OWNER, "reports/phonics?group=all"),
    "phonics of a group": (OWNER, "reports/phonics?group=boys"),
    "KS1": (OWNER, "reports/ks1?group=all", 2023),
    "multiplication": (OWNER, "reports/mtc?group=all"),
    "pupils behind a measure": (OWNER, "reports/pupils?measure=phonics.end_of_year2&group=all"),
    "conversion matrix": (READER, "analysis/conversion-matrix?group=all"),
    "conversion matrix of judgements": (
        READER, "analysis/conversion-matrix?from=year5.summer2&to=year6.summer2&to-subject=writing&group=girls"),
    "pupils of a matrix": (READER, "analysis/conversion-matrix/pupils?step=lower&group=all"),
    "progress between terms": (READER, "analysis/summative-progress?year-group=6&group=all"),
    "expectations": (READER, "analysis/expectations?group=all"),
    "choice of a class, judgements": (ADMIN, "assessments/summative"),
    "copying judgements": (FULL_EDIT, "assessments/summative/copy?class=6/6%20Kestrel&from=2024.summer2&to=2025.spring1", 2025),
    "copying judgements, nothing to copy": (ADMIN, "assessments/summative/copy"),
    "copying judgements, wrong order": (ADMIN, "assessments/summative/copy?from=2026.summer2&to=2026.spring1"),
    "grid of judgements": (ADMIN, "assessments/summative/grid?year-group=5"),
    "sheets for parents": (OWNER, "reports/parents?class=6%20Kestrel"),
    "sheets for parents, draft": (READER, "reports/parents?draft=1"),
    "files": (ADMIN, "files"),
    "what Full Edit takes back": (FULL_EDIT, "files"),
    "sending a file": (ADMIN, "files/send"),
    "a file with refusals": (ADMIN, "files/send?for=sta"),
    "a file that can go": (ADMIN, "files/send?for=mis"),
    "a file that goes with refusals": (ADMIN, "files/send?for=la&what=phonics"),
    "nobody to send": (ADMIN, "files/send", 2027),
    "a file that can’t be": (ADMIN, "files/send?for=school"),
    "school": (OWNER, "school"),
    "users": (OWNER, "school/users"),
    "terms, subjects and words": (OWNER, "school/judgements"),
    "conversion tables": (OWNER, "school/tables"),
    "conversion table": (OWNER, "school/tables/2/2026/reading"),
    "thresholds alone": (OWNER, "school/tables/2/2019/reading"),
    "refusal": (READER, "school/users"),
    "no such page": (READER, "nothing/here"),
    "help": (READER, "/help"),
    "sign in": (None, "/sign-in"),
}


def address(school, path, year=2026):
    return school.origin + path if path.startswith("/") else school.address(path, year)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_keeps_the_rules_and_fits_a_phone(standing_school, person, name):
    # given
    role, *place = PAGES[name]
    page = person(role)

    # when
    page.goto(address(standing_school, *place))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.evaluate("for (const more of document.querySelectorAll('details.more')) more.open = true")

    # then
    check_in_light_and_dark(page)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_sitting_with_an_error_keeps_the_rules_and_fits_a_phone(school, person):
    # given
    sitting = Grid(person(ADMIN), school, class_name="6 Kestrel")
    pupil = school.pupils()["Bailey, Florence"]

    # when
    sitting.enter(pupil, "reading.paper1", "51", "Enter")
    expect(sitting.cell(pupil, "reading.paper1")).to_have_attribute("aria-invalid", "true")
    sitting.page.get_by_role("button", name="Information key").click()

    # then
    check_in_light_and_dark(sitting.page)
    sitting.page.set_viewport_size({"width": 360, "height": 740})
    assert sitting.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert faults(sitting.page) == []


def test_a_list_of_codes_and_an_open_cell_keep_the_rules(school, person):
    # given
    sitting = Grid(person(ADMIN), school, class_name="6 Kestrel")
    pupil = school.pupils()["Bailey, Florence"]

    # when, then
    sitting.select(pupil, "reading.paper1")
    sitting.type("Alt+ArrowDown")
    expect(sitting.page.get_by_role("listbox")).to_be_visible()
    check_in_light_and_dark(sitting.page)
    sitting.type("Escape", "F2")
    expect(sitting.page.locator(".grid-input")).to_be_focused()
    check_in_light_and_dark(sitting.page)


@pytest.mark.parametrize("width", [360, 1366])
def test_every_state_of_a_sitting_keeps_the_rules(school, person, width):
    # given: a range, a saved cell, values that are wrong, a conflict, a line that is down
    sitting = Grid(person(ADMIN, viewport={"width": width, "height": 800}), school, class_name="6 Kestrel")
    page, pupils = sitting.page, sitting.pupils()
    sitting.enter(pupils[0], "reading.paper1", "1", "Enter")
    sitting.saved()
    sitting.enter(pupils[1], "reading.paper1", "51", "Enter")
    expect(sitting.cell(pupils[1], "reading.paper1")).to_have_attribute("aria-invalid", "true")
    sitting.select(pupils[2], "reading.paper1")
    sitting.type("Shift+ArrowDown", "Shift+ArrowRight")

    # then
    check_in_light_and_dark(page)

    # when, then: each panel and dialog
    for name, role in (("What is missing", "complementary"), ("History of the cell", "complementary")):
        sitting.button(name).click()
        expect(page.get_by_role(role, name=name)).to_be_visible()
        check_in_light_and_dark(page)
        sitting.button(name).click()
    for name, dialog in (("Paste from spreadsheet", "Paste from spreadsheet"), (re.compile("^Fill$"), "Fill"), ("Keys", "Keys")):
        sitting.button(name).click()
        expect(page.get_by_role("dialog", name=dialog)).to_be_visible()
        check_in_light_and_dark(page)
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Show me", exact=True).click()
    expect(page.get_by_role("dialog", name="Show me")).to_be_visible()
    check_in_light_and_dark(page)
    page.get_by_role("button", name="End the tour").click()
    page.context.set_offline(True)
    expect(page.locator("#grid-offline")).to_be_visible()
    check_in_light_and_dark(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.set_offline(False)


def test_a_conflict_and_the_dialog_before_a_paste_keep_the_rules_and_fit_a_phone(school, person):
    # given: somebody was quicker
    mine = Grid(person(ADMIN), school, class_name="6 Kestrel")
    theirs = Grid(person(FULL_EDIT), school, class_name="6 Kestrel")
    page, pupils = mine.page, mine.pupils()
    mine.enter(pupils[0], "reading.paper1", "20")
    theirs.enter(pupils[0], "reading.paper1", "40", "Enter")
    theirs.saved()

    # when
    mine.type("Enter")

    # then
    message = mine.message(mine.cell(pupils[0], "reading.paper1"))
    expect(message.get_by_role("button")).to_have_text(["Keep mine: 20", "Take theirs: 40"])
    check_in_light_and_dark(page)

    # when: a block of two pupils, one of them of nowhere, with a column that is none
    mine.select(pupils[3], "reading.paper1")
    mine.paste(f"UPN\tReading paper\tShoe size\n{pupils[1]}\t22\t3\nA123456789012\t40\t4\n")

    # then
    expect(page.get_by_role("dialog", name="Before it is pasted")).to_be_visible()
    check_in_light_and_dark(page)
    page.set_viewport_size({"width": 360, "height": 740})
    assert faults(page, CONTRAST) == []
    page.keyboard.press("Escape")
    expect(message).to_be_visible()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_preview_of_a_file_keeps_the_rules_and_fits_a_phone(school, person, tmp_path):
    # given
    path = school.generate(tmp_path / "files") / "8209991_KS2_2026.csv"
    page = person(ADMIN)
    page.goto(school.address("files"))
    page.get_by_label("File", exact=True).set_input_files(path)

    # when
    page.get_by_role("button", name="Show the preview").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Preview")

    # then
    check_in_light_and_dark(page)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

    # when: taken, and looked at afterwards
    page.get_by_role("button", name="Take").click()
    expect(page.locator(".notice")).to_be_visible()

    # then
    check_in_light_and_dark(page)


def test_a_refused_form_keeps_the_rules_and_leads_to_its_fields(school, person):
    # given
    page = person(ADMIN)
    page.goto(school.address("pupils/new"))

    # when
    page.get_by_role("button", name="Add the pupil").click()

    # then
    expect(page.get_by_role("alert")).to_be_visible()
    check_in_light_and_dark(page)
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.get_by_label("Surname", exact=True)).to_be_focused()


def test_everything_that_can_be_pressed_is_large_enough_for_a_finger(standing_school, person):
    # given
    page = person(ADMIN, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)

    # when
    for path in ("assessments/ks2", "files", "school/users", "assessments/ks2/grid?class=6%20Kestrel"):
        page.goto(standing_school.address(path))

        # then
        small = page.locator("main .button:visible, main button:visible, main select:visible").evaluate_all(
            "all => all.map(one => [one.textContent.trim(), one.getBoundingClientRect().height]).filter(one => one[1] < 43.5)")
        assert small == [], path
