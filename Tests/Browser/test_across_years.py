"""Conversion matrix, progress between terms and expectations: what the pages show is what the reports say."""

import json
import re

import pytest
from playwright.sync_api import expect

from grid import Grid
from leadline import ADMIN, DFE, FULL_EDIT, GOVERNOR, OWNER, PARTIAL_EDIT, READER
from rules import check_in_light_and_dark

POINTS = [
    "eyfsp.gld", "eyfsp.goals", "phonics.year1", "phonics.end_of_year2", "ks1", "mtc", "ks2.ta", "ks2.test",
    "year5.summer2", "year6.spring1",
]
MATRIX = "analysis/conversion-matrix"


def api(page, school, report, query):
    answer = page.request.get(f"{school.origin}/api/v1/schools/8209991/reports/{report}/2026?{query}")
    assert answer.status == 200, answer.text()
    return answer.json()


def shown_counts(page):
    """The counts of the matrix, by row and column."""
    return [
        [int(re.match(r"\D*(\d+)", cell).group(1)) for cell in row.locator("td:not(.matrix-total)").all_inner_texts()]
        for row in page.locator("table.matrix tbody tr").all()
    ]


@pytest.mark.parametrize("start", POINTS)
def test_every_pair_of_assessments_opens_and_shows_the_report(standing_school, person, start):
    # given
    page = person(READER)
    for end in POINTS:
        # when
        page.goto(standing_school.address(f"{MATRIX}?from={start}&to={end}&group=all"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Conversion matrix")
        report = api(page, standing_school, "conversion-matrix", f"from={start}&to={end}&group=all")

        # then
        if report["total"] == 0:
            expect(page.get_by_text("No pupil has both results")).to_be_visible()
        else:
            assert shown_counts(page) == [[cell["count"] for cell in row] for row in report["cells"]], (start, end)
        assert report["total"] + report["without"] == report["pupils"]
        if report["without"]:
            expect(page.locator("details.more summary")).to_contain_text(f"{report['without']} pupil")


def test_who_met_the_standard_before_and_not_now_and_what_their_teacher_thought_in_three_clicks(
        standing_school, person):
    # given
    page = person(READER)
    page.goto(standing_school.address("assessments"))
    report = json.loads(standing_school.run(
        "report", "conversion-matrix", "--school", DFE, "--year", 2026, "--format", "json"))
    lower = report["steps"]["lower"]

    # when
    page.get_by_role("link", name="Analysis", exact=True).click()
    page.get_by_role("link", name="Open Conversion matrix").click()
    page.get_by_role("link", name=f"{lower} lower").click()

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text("Lower")
    rows = page.locator("section", has=page.get_by_role("heading", name="Lower")).locator("tbody tr")
    expect(rows).to_have_count(lower)
    for text in rows.all_inner_texts():
        assert text.count("·") == 2, text


def test_from_and_to_are_exchanged_by_one_click(standing_school, person):
    # given
    page = person(READER)
    page.goto(standing_school.address(f"{MATRIX}?from=year5.summer2&to=ks2.test&group=all"))
    there = shown_counts(page)

    # when
    page.get_by_role("link", name="Exchange From and To").click()

    # then
    expect(page.locator("table.matrix caption")).to_contain_text("From Key Stage 2 test, reading")
    assert shown_counts(page) == [list(column) for column in zip(*there)]


def test_the_choices_are_made_with_lists_and_stand_in_the_address(standing_school, person):
    # given
    page = person(ADMIN)
    page.goto(standing_school.address(f"{MATRIX}?group=all"))

    # when
    page.get_by_label("From", exact=True).select_option("phonics.year1")
    page.get_by_label("To", exact=True).select_option("ks2.test")
    page.get_by_label("To subject").select_option("mathematics")
    page.get_by_role("button", name="Show").click()

    # then
    expect(page.locator("table.matrix caption")).to_contain_text(
        "From Phonics, Year 1 (down) to Key Stage 2 test, mathematics (across)")
    assert "from=phonics.year1" in page.url and "to-subject=mathematics" in page.url
    expect(page.get_by_text("One side has no higher standard")).to_be_visible()


def test_progress_is_that_of_the_report_and_opens_to_names_with_both_judgements(standing_school, person):
    # given
    page = person(READER)
    query = "from=2026.autumn1&to=2026.summer2&year-group=6&group=all"
    report = api(page, standing_school, "summative-progress", query)
    reading = report["figures"][0]

    # when
    page.goto(standing_school.address(f"analysis/summative-progress?{query}"))
    figures = page.locator(".progress-row").first.locator("li").all_inner_texts()

    # then
    for name, step in [("Below expected", "below"), ("Expected", "expected"), ("Better than expected", "better")]:
        count = reading[step]["count"]
        assert any(line.startswith(f"{name}: {count} of {reading['assessed']} (") for line in figures), (name, figures)

    # when
    page.locator(".progress-row").first.get_by_role("link", name=re.compile(f"^{reading['better']['count']} of")).last.click()

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text("Reading: better than expected")
    rows = page.locator("section", has=page.get_by_role("heading", name="Better than expected")).locator("tbody tr")
    expect(rows).to_have_count(reading["better"]["count"])


def test_expectations_say_how_many_of_those_who_started_here_met_the_standard(standing_school, person):
    # given
    page = person(OWNER)
    report = api(page, standing_school, "expectations", "group=all")
    assert len(report["cohorts"]) >= 2

    # when
    page.goto(standing_school.address("analysis/expectations?group=all"))

    # then
    for row in report["rows"]:
        if row["past"] > 1:
            expect(page.get_by_text(
                f"Of {row['past']} pupils who started here, {row['met']} met the standard.").first).to_be_visible()

    # when: of Key Stage 1 the school knows one cohort at most
    page.goto(standing_school.address("analysis/expectations?from=ks1&group=all"))

    # then
    expect(page.get_by_role("heading", name="Too few cohorts to say")).to_be_visible()


@pytest.mark.parametrize("path", [MATRIX, f"{MATRIX}.csv", "analysis/summative-progress", "analysis/expectations"])
def test_a_reader_without_names_is_told_why_not(standing_school, person, path):
    # given
    page = person(GOVERNOR)

    # when
    answer = page.request.get(standing_school.address(path))

    # then
    assert answer.status == 403
    assert "Anonymised Read-only" in answer.text()


def test_judgements_are_typed_into_the_grid_of_any_year_group(school, person):
    # given
    page = person(ADMIN)
    page.goto(school.address("assessments/summative"))

    # when
    page.get_by_role("link", name="Open Assessment for Year 4").first.click()

    # then
    expect(page.get_by_role("heading", level=1)).to_contain_text("Summative assessment, Year 4")
    expect(page.get_by_role("columnheader", name=re.compile("Autumn 1")).first).to_be_visible()
    expect(page.locator("#grid-progress")).to_have_text(re.compile(r"^[\d,]+ judgements in$"))

    # when
    sitting = Grid(page, school, assessment="summative", subject="summer2", year_group="4", date="2026-06-30")
    pupil = sitting.pupils()[0]
    before = page.locator("#grid-progress").text_content()
    sitting.clear(pupil, "summer2.reading")

    # then
    expect(page.locator("#grid-progress")).not_to_have_text(before)
    expect(page.locator("#grid-progress")).to_have_text(re.compile(r"^[\d,]+ judgements in$"))

    # when
    sitting.enter(pupil, "summer2.reading", "just at", "Enter")
    sitting.saved()

    # then
    expect(sitting.cell(pupil, "summer2.reading")).to_have_text("JA")
    expect(page.locator("#grid-progress")).to_have_text(before)


def test_a_term_is_begun_with_the_one_before_and_taken_back(school, person):
    # given
    page = person(FULL_EDIT)

    def judged():
        pupils = school.results(2025, "summative")
        return {upn: values["autumn1.reading"] for upn, values in pupils.items() if "autumn1.reading" in values}

    assert judged() == {}
    page.goto(school.address("assessments/summative", 2025))
    page.get_by_role("link", name="copy judgements forward").click()

    # when
    page.get_by_label("Class", exact=True).select_option("6/6 Kestrel")
    page.get_by_label("Copy from").select_option("2024.summer2")
    page.get_by_label("To", exact=True).select_option("2025.autumn1")
    page.get_by_role("button", name="Show").click()

    # then
    expect(page.locator(".copy-table")).to_be_visible()
    page.wait_for_load_state()
    copied = page.locator(".copy-table .tag.done").count()
    button = page.get_by_role("button", name=f"Copy {copied} judgements")
    expect(button).to_be_visible()
    assert judged() == {}

    # when
    button.click()

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text("Summative assessment, 6 Kestrel")
    expect(page.get_by_text(f"{copied} judgements were copied from Summer 2, 2023/24 to Autumn 1, 2024/25.")).to_be_visible()
    assert 0 < len(judged()) <= copied

    # when
    page.get_by_role("button", name="Undo this copy").click()

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text("Summative assessment")
    assert judged() == {}


def test_a_class_teacher_is_told_why_a_year_that_is_over_is_closed(standing_school, person):
    # given
    page = person(PARTIAL_EDIT)

    # when
    page.goto(standing_school.address("assessments/summative/grid?class=6%20Kestrel"))

    # then
    expect(page.get_by_text("It enters judgements of the current school year")).to_be_visible()
    expect(page.get_by_role("button", name="Start Editing")).to_have_count(0)


def test_a_name_in_a_report_leads_to_everything_of_the_pupil_on_one_sheet(standing_school, person):
    # given
    page = person(READER)
    page.goto(standing_school.address(f"{MATRIX}/pupils?step=lower&group=all"))
    link = page.locator("main tbody a").first
    name = link.inner_text()

    # when
    link.focus()
    page.keyboard.press("Enter")

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_role("img", name=f"Results of {name}")).to_be_visible()
    upn = standing_school.pupils()[name]
    report = json.loads(standing_school.run(
        "report", "pupil", "--school", DFE, "--year", 2026, "--upn", upn, "--format", "json"))
    judged = [result for result in report["results"] if result["term"]]
    expect(page.locator(".flight-chart .flight-dot")).to_have_count(len(judged))
    expect(page.locator(".flight-results abbr")).to_have_count(len(judged))
    expect(page.locator(".flight-results td p b")).to_have_count(len(report["results"]) - len(judged))
    check_in_light_and_dark(page)

    # when
    page.emulate_media(media="print", color_scheme="light")
    document = page.pdf(prefer_css_page_size=True)

    # then
    assert document.count(b"/Type /Page\n") == 1


def test_a_reader_without_names_may_not_see_a_pupil_over_time(standing_school, person):
    page = person(GOVERNOR)
    answer = page.request.get(standing_school.address("pupils/1/over-time"))
    assert answer.status == 403
