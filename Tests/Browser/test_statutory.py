"""The Statutory Dashboard and the report of each assessment, as a head, a teacher and a governor meet them."""

import json
import re
import shutil
import subprocess

import pytest
from playwright.sync_api import expect

from grid import Grid
from leadline import ADMIN, DFE, GOVERNOR, OWNER, READER

DASHBOARD = "analysis/statutory-dashboard"
REPORTS = {
    "eyfsp": "Early Years Foundation Stage Profile", "phonics": "Phonics screening check",
    "ks1": "End of Key Stage 1", "mtc": "Multiplication tables check",
}


def report(school, name="statutory-dashboard", group="all", year=2026):
    return json.loads(school.run(
        "report", name, "--school", DFE, "--year", year, "--group", group, "--format", "json"))


def figures(school, year=2026, **what):
    """{"eyfsp.gld": {...}} of one year."""
    return {each["measure"]: each for each in report(school, **what)["measures"] if each["year"] == year}


def open_dashboard(page, school, group="all", year=2026):
    page.goto(school.address(f"{DASHBOARD}?group={group.replace('+', '%2B')}", year))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Statutory Dashboard, {year}")


def tiles(page):
    """{"eyfsp.gld": ("67%", "37 of 55")}"""
    found = {}
    for tile in page.locator(".measure-tile").all():
        name = tile.locator("h2").get_attribute("id").removeprefix("tile-")
        figure = tile.locator(".measure-figure")
        found[name] = (
            figure.inner_text() if figure.count() else None,
            tile.locator(".measure-counts, .measure-none").inner_text())
    return found


def half_up(count, of):
    return (200 * count + of) // (2 * of)


@pytest.mark.parametrize("group", ["all", "girls", "disadvantaged+boys"])
def test_every_tile_has_the_counts_of_the_report(standing_school, person, group):
    # given
    recorded = figures(standing_school, group=group)
    page = person(READER)

    # when
    open_dashboard(page, standing_school, group)

    # then
    shown = tiles(page)
    assert list(shown) == list(recorded)
    for measure, (figure, words) in shown.items():
        count, of = recorded[measure]["numerator"], recorded[measure]["denominator"]
        if not of:
            assert figure is None
        elif measure == "mtc.average":
            assert figure == f"{(20 * count + of) // (2 * of) / 10:.1f}" and words == f"of 25, {of} pupils"
        else:
            assert (figure, words) == (f"{half_up(count, of)}%", f"{count} of {of}"), measure


def test_a_figure_of_an_earlier_year_opens_its_pupils_and_leads_back(standing_school, person):
    # given
    recorded = figures(standing_school, year=2025)["phonics.year1"]
    page = person(READER)
    open_dashboard(page, standing_school)
    row = page.get_by_role("row", name=re.compile("^Met the standard in Year 1"))

    # when
    row.get_by_role("link", name=f"{recorded['numerator']} of {recorded['denominator']}").first.click()

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text("Met the standard in Year 1, 2025")
    expect(page.locator(".behind-sum")).to_contain_text(f"{recorded['numerator']} of {recorded['denominator']}")
    page.wait_for_load_state()
    met = page.locator("section.card", has=page.get_by_role("heading", name="Met it", exact=False)).first
    assert met.locator("tbody tr").count() == recorded["numerator"]
    assert all(re.search(r"Wa$", text) for text in met.locator("td").all_inner_texts())

    # when
    page.get_by_role("navigation", name="Breadcrumb").get_by_role("link", name="Statutory Dashboard").click()

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text("Statutory Dashboard, 2026")


def test_a_saved_cell_is_in_the_dashboard_of_the_next_request(school, person):
    # given: somebody with 99 in reading, and a reader with the dashboard open
    reader = person(READER)
    open_dashboard(reader, school)
    before = tiles(reader)["ks2.reading"][1]
    pupil = next(upn for upn, values in school.results().items() if values.get("reading.scaled") == "99")
    sitting = Grid(person(ADMIN), school)

    # when
    sitting.enter(pupil, "reading.paper1", "50", "Enter")
    sitting.saved()
    reader.reload()

    # then
    met, of = map(int, before.split(" of "))
    assert tiles(reader)["ks2.reading"][1] == f"{met + 1} of {of}"


def test_a_result_from_the_command_line_is_in_the_next_request_too(school, person):
    # given
    reader = person(READER)
    open_dashboard(reader, school)
    before = tiles(reader)["mtc.full_marks"][1]
    answer = json.loads(school.run("results", "--school", DFE, "--year", 2026, "--format", "json"))
    pupil = next(each["upn"] for each in answer["pupils"] if each["values"].get("mtc", {}).get("mark") == "24")

    # when
    school.run("enter", "--school", DFE, "--year", 2026, text=f"upn,assessment,column,value\n{pupil},mtc,mark,25\n")
    reader.reload()

    # then
    met, of = map(int, before.split(" of "))
    assert tiles(reader)["mtc.full_marks"][1] == f"{met + 1} of {of}"


def test_a_group_is_crossed_and_stays_while_moving_between_reports(school, person):
    # given
    page = person(OWNER)
    open_dashboard(page, school)
    groups = page.get_by_role("navigation", name="Group")

    # when
    groups.get_by_role("link", name="Disadvantaged", exact=True).click()
    groups.get_by_text("Crossed with").click()
    groups.get_by_role("link", name="Boys", exact=True).last.click()

    # then
    expect(page.locator(".lede")).to_contain_text("“Disadvantaged, boys”")
    boys = figures(school, group="disadvantaged+boys")["ks2.rwm"]
    assert tiles(page)["ks2.rwm"][1] == f"{boys['numerator']} of {boys['denominator']}"

    # when: by the tabs, and by the menu of the whole program
    page.get_by_role("navigation", name="Reports of the year").get_by_role("link", name="Phonics").click()
    expect(page.locator(".lede")).to_contain_text("“Disadvantaged, boys”")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Reports").click()
    page.get_by_role("link", name="Open the report Multiplication tables check").click()

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text("Multiplication tables check, 2026")
    expect(page.locator(".lede")).to_contain_text("“Disadvantaged, boys”")
    page.get_by_role("navigation", name="Reports of the year").get_by_role("link", name="KS2").click()
    expect(page.locator(".lede")).to_contain_text("“Disadvantaged, boys”")

    # when
    page.get_by_role("navigation", name="Group").get_by_role("link", name="All pupils").click()
    page.goto(school.address("reports/eyfsp"))

    # then
    expect(page).not_to_have_url(re.compile("disadvantaged"))


@pytest.mark.parametrize("name", REPORTS)
def test_the_report_of_an_assessment_has_its_measures_over_three_years(standing_school, person, name):
    # given
    recorded = report(standing_school, name)["measures"]
    page = person(READER)

    # when
    page.goto(standing_school.address(f"reports/{name}?group=all"))

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{REPORTS[name]}, 2026")
    rows = page.locator(".measure-years tbody tr").all()
    by_measure = {}
    for each in recorded:
        by_measure.setdefault(each["measure"], []).append(each)
    assert len(rows) == len(by_measure)
    for row, years in zip(rows, by_measure.values()):
        cells = row.locator("td.number").all()
        for cell, each in zip(cells, years):
            if each["denominator"] and each["value"] is None:
                expect(cell).to_contain_text(f"{each['numerator']} of {each['denominator']}")


def test_phonics_shows_the_threshold_the_near_misses_and_who_is_checked_again(standing_school, person):
    # given
    recorded = report(standing_school, "phonics")
    marks = recorded["marks"][0]
    again = figures(standing_school, name="phonics")["phonics.recheck"]["numerator"]
    page = person(READER)

    # when
    page.goto(standing_school.address("reports/phonics?group=all"))

    # then
    section = page.locator("section.card", has=page.get_by_role("heading", name="Year 1, pupils by mark"))
    expect(section.locator("svg .rule-label")).to_contain_text(f"standard met from {marks['threshold']}")
    near = sum(marks["counts"][marks["threshold"] - 3:marks["threshold"]])
    expect(section.locator(".near").first).to_contain_text(f"{near} near miss")
    assert section.locator(".near").first.locator(".nowrap").count() == near
    expect(section.locator(".near").last).to_contain_text(f"{again} pupils must be checked again in Year 2, in 2027")
    assert section.locator(".near").last.locator(".nowrap").count() == again
    section.get_by_text("Figures as a table").click()
    shown = {int(row.locator("th").inner_text()): int(row.locator("td").inner_text())
             for row in section.locator("tbody tr").all()}
    assert shown == {mark: count for mark, count in enumerate(marks["counts"]) if count}


def test_years_of_the_pandemic_say_why_they_have_no_figure(standing_school, person):
    # given
    page = person(READER)

    # when
    open_dashboard(page, standing_school, year=2022)

    # then
    row = page.get_by_role("row", name=re.compile("^Good level of development"))
    expect(row.get_by_role("cell").nth(0)).to_contain_text("Not held because of the pandemic.")
    expect(row.get_by_role("cell").nth(1)).to_contain_text("Not collected because of the pandemic.")


@pytest.mark.parametrize("group", ["all", "girls"])
def test_it_prints_on_one_page_for_governors(standing_school, person, tmp_path, group):
    # given
    if not shutil.which("pdfinfo"):
        pytest.skip("pdfinfo counts the pages")
    page = person(OWNER)
    open_dashboard(page, standing_school, group)
    path = tmp_path / "dashboard.pdf"

    # when
    page.pdf(path=path, prefer_css_page_size=True)

    # then
    facts = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Pages:\s+1\n", facts), facts
    assert "A4" in facts
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    assert "Saltmarsh Primary School" in text and "M. Price" in text
    for each in figures(standing_school, group=group).values():
        if each["denominator"] and each["value"] is None:
            assert f"{each['numerator']} of {each['denominator']}" in text


def test_a_governor_sees_figures_that_open_nothing_and_no_small_group(standing_school, person):
    # given
    page = person(GOVERNOR)

    # when
    open_dashboard(page, standing_school)

    # then
    assert page.locator("main a[href*='reports/pupils']").count() == 0
    assert tiles(page)["ks2.rwm"][0] is not None

    # when
    open_dashboard(page, standing_school, "ehc_plan")

    # then
    assert all(figure is None for figure, _ in tiles(page).values())
    expect(page.get_by_role("main")).to_contain_text("Figures from which a pupil could be recognised are withheld")
