"""Starting a new school year, and the school's own groups."""

import re

from playwright.sync_api import expect

from leadline import ADMIN, FULL_EDIT


def test_a_new_year_is_started_and_taken_back(school, person):
    # given
    page = person(ADMIN)
    page.goto(school.address("pupils"))
    page.get_by_role("link", name="Start the next year").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Start 2026/27")
    kestrel = page.get_by_role("row", name="Year 5, 5 Plover").get_by_role("textbox")
    expect(kestrel).to_have_value("6 Plover")

    # when: another name, one pupil who does the year again, a look, then the start
    kestrel.fill("6 Owl")
    page.locator("summary", has_text="Year 5, 5 Plover").click()
    again = page.locator("details[open] .tick").first
    name = again.inner_text().strip()
    again.locator("input").check()
    page.get_by_role("button", name="Show what would happen").click()
    expect(page.locator(".facts")).to_contain_text("Do the year again")
    expect(page.get_by_role("row", name="Year 5, 5 Plover").get_by_role("textbox")).to_have_value("6 Owl")
    page.get_by_role("button", name="Start 2026/27").click()

    # then
    expect(page.locator(".notice")).to_contain_text("2026/27 was started")
    page.get_by_label("Class", exact=True).select_option("6 Owl")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("tbody tr").first).to_contain_text("Year 6")
    page.goto(school.address("pupils?class=5%20Plover", year=2027))
    expect(page.locator("tbody")).to_contain_text(name)

    # and the year before is as it was
    page.goto(school.address("pupils?class=6%20Kestrel"))
    expect(page.locator("tbody tr")).to_have_count(30)

    # when
    page.goto(school.address("files"))
    page.get_by_role("link", name="New school year").first.click()
    page.get_by_role("link", name="Undo this").click()
    page.get_by_role("button", name="Undo this").click()

    # then
    page.goto(school.address("pupils", year=2027))
    expect(page.locator(".empty")).to_contain_text("2026/27 has not been started")


def test_a_group_is_made_by_rule_and_reported(school, person):
    # given
    page = person(FULL_EDIT)
    page.goto(school.address("pupils/groups"))

    # when
    page.get_by_label("Name of the group").fill("Chess")
    page.get_by_label("Class").select_option("6 Kestrel")
    page.get_by_label("Who are").select_option("girls")
    page.get_by_role("button", name="Show who fits").click()
    boxes = page.locator("tbody input[type=checkbox]")
    expect(page.get_by_role("button", name="Save the group")).to_be_visible()
    page.wait_for_load_state()
    listed = boxes.count()
    assert listed > 3
    boxes.first.uncheck()
    page.get_by_role("button", name="Save the group").click()

    # then
    expect(page.locator(".notice")).to_contain_text(f"{listed - 1} put in")
    page.goto(school.address("reports/ks2-outcomes?group=group:Chess"))
    expect(page.locator("main")).to_contain_text("Chess")

    # when
    page.goto(school.address("pupils/groups/members?name=Chess"))
    page.get_by_role("button", name="Remove the group").click()
    expect(page.locator(".notice")).to_contain_text("The group Chess was removed.")
    page.locator(".notice").get_by_role("button", name="Undo").click()

    # then
    expect(page.get_by_role("row", name=re.compile("Chess"))).to_contain_text(str(listed - 1))
