"""A file sent out: choosing, what would be refused, the way to the cell, the download, the list of what went."""

import re

from playwright.sync_api import expect

from leadline import ADMIN, FULL_EDIT
from rules import check_in_light_and_dark


def choose(page, **choices):
    for label, value in choices.items():
        page.get_by_label(label.replace("_", " "), exact=False).select_option(value)
    page.get_by_role("button", name="Check the file").click()
    expect(page.locator("#file")).to_be_visible()
    page.wait_for_load_state()


def test_what_would_be_refused_leads_to_the_cell_and_is_gone_when_it_is_entered(school, person):
    # given: the demo's youngest year misses a few judgements
    page = person(ADMIN)
    page.goto(school.address("files"))
    page.get_by_role("link", name="Send a file out").click()

    # when
    choose(page, Who_is_it_for="sta")

    # then
    expect(page.locator("#file")).to_contain_text("Not ready")
    rows = page.locator("table tbody tr", has_text="would be refused")
    before = rows.count()
    assert before > 0
    expect(page.get_by_role("button", name="Make the file")).to_have_count(0)
    check_in_light_and_dark(page)

    # when: the first line is put right in its cell
    line = rows.filter(has_text="Science teacher assessment is missing").first
    pupil = line.get_by_role("rowheader").inner_text()
    checked = page.url
    line.get_by_role("link", name=re.compile("Open the cell")).click()
    cell = page.locator("#grid td:focus")
    expect(page.locator("#grid tr:has(td:focus)").get_by_role("rowheader")).to_contain_text(pupil)
    expect(cell).to_be_in_viewport()
    page.keyboard.type("EXS")
    with page.expect_response(lambda answer: "/api/v1/" in answer.url and answer.request.method in ("PUT", "POST")):
        page.keyboard.press("Enter")
    page.goto(checked)

    # then
    expect(page.locator("table tbody tr", has_text="would be refused")).to_have_count(before - 1)


def test_the_file_is_saved_under_its_name_and_listed(school, person, tmp_path):
    # given
    page = person(ADMIN)
    page.goto(school.address("files/send"))
    choose(page, Who_is_it_for="mis", Whose="year:6")

    # when
    seen = page.get_by_label(re.compile("I have seen what the receiver would refuse"))
    if seen.count():
        seen.check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Make the file").click()

    # then
    name = download.value.suggested_filename
    assert re.fullmatch(r"8209991_CTF_8209991_001\.xml", name)
    download.value.save_as(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<CTfile>')
    page.goto(school.address("files"))
    expect(page.get_by_role("table", name="What went out")).to_contain_text(name)

    # and dropped here again it changes nothing
    page.get_by_label("File", exact=True).set_input_files(tmp_path / name)
    page.get_by_role("button", name="Show the preview").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Preview")
    expect(page.get_by_role("button", name="Nothing to take")).to_be_visible()


def test_single_pupils_are_ticked(school, person):
    page = person(ADMIN)
    page.goto(school.address("files/send"))
    page.locator("summary", has_text="Tick single pupils").click()
    page.get_by_role("checkbox").first.check()
    page.get_by_role("checkbox").nth(1).check()
    choose(page, Whose="ticked")
    expect(page.locator("dl.facts")).to_contain_text(re.compile(r"Pupils\s*2"))
    expect(page.locator("details.more")).to_have_attribute("open", "")


def test_who_may_not_send_is_told_so(standing_school, person):
    page = person(FULL_EDIT)
    answer = page.goto(standing_school.address("files/send"))
    assert answer.status == 403
    expect(page.get_by_role("main")).to_contain_text("send files out")
