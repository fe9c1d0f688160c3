"""End of Key Stage 2 Outcomes: the page's numbers are the report's, and every number opens to its pupils."""

import re
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import expect

from grid import Grid
from leadline import ADMIN, GOVERNOR, OWNER, READER

AREAS = {
    "Reading, writing and mathematics": "rwm", "Reading": "reading", "Writing": "writing",
    "Mathematics": "mathematics", "Grammar, punctuation and spelling": "gps", "Science": "science",
}


def open_report(page, school, query="?group=all"):
    page.goto(school.address(f"reports/ks2-outcomes{query}"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("End of Key Stage 2 Outcomes, 2026")


def rows(page):
    """{"reading": ("41 of 59 (69%)", "higher standard 19 (32%)", ...)}"""
    found = {}
    for row in page.locator(".share-row").all():
        title = re.sub(r"\s*TA$", "", row.locator(".share-title").inner_text()).replace("\n", " ").strip()
        found[AREAS[title]] = row.locator(".share-figures p").all_inner_texts()
    return found


def half_up(count, of):
    """A share as a whole percent, halves upwards, without floating point."""
    return (200 * count + of) // (2 * of)


@pytest.mark.parametrize("group", ["all", "girls", "disadvantaged", "sen_support", "class:6 Kestrel"])
def test_the_numbers_are_those_of_the_report(standing_school, person, group):
    # given
    report = standing_school.report("--group", group)
    page = person(READER)

    # when
    open_report(page, standing_school, f"?group={group}")

    # then
    shown = rows(page)
    assert set(shown) == set(AREAS.values())
    for area, lines in shown.items():
        figures = report["subjects"][area]
        met, of = figures["expected"]["count"], figures["eligible"]
        assert lines[0] == f"{met} of {of} ({half_up(met, of)}%)", area
        if "higher" in figures:
            higher = figures["higher"]["count"]
            assert f"{higher} ({half_up(higher, of)}%)" in lines[1], area
        if "average_scaled_score" in figures:
            average = figures["average_scaled_score"]
            tenths = int(average["value"] * 10 + 0.5)
            assert f"average {tenths // 10}.{tenths % 10}, of {average['pupils']} score" in " ".join(lines), area
        if figures["not_recorded"]:
            assert f"{figures['not_recorded']} not yet recorded" in " ".join(lines), area
    cohort = report["cohort"]
    expect(page.locator(".lede")).to_contain_text(f"the {cohort} pupils")


def test_ranges_near_misses_and_codes_are_those_of_the_report(standing_school, person):
    # given
    subjects = standing_school.report()["subjects"]
    page = person(READER)

    # when
    open_report(page, standing_school)

    # then
    for title, area in AREAS.items():
        if "ranges" not in subjects[area]:
            continue
        section = page.locator("section.card", has=page.get_by_role("heading", name=f"{title}, scaled scores"))
        section.get_by_text("Figures as a table").click()
        counts = [int(text) for text in section.locator("table td").all_inner_texts()]
        assert counts == list(subjects[area]["ranges"].values()), area
        near = subjects[area]["near_misses"]
        expect(section.locator(".near b")).to_have_text("1 near miss" if near == 1 else f"{near} near misses")
        assert section.locator(".near .nowrap").count() == near
    table = page.locator("section.card", has=page.get_by_role("heading", name="Teacher assessment by code"))
    writing = {
        row.locator("b").inner_text(): int(row.locator("td").nth(1).inner_text()) for row in table.locator("tbody tr").all()}
    assert {code: count for code, count in writing.items() if count} == subjects["writing"]["codes"]


def test_every_number_opens_to_as_many_pupils(standing_school, person):
    # given
    page = person(READER)
    open_report(page, standing_school)
    links = page.locator("main a[href*='ks2-outcomes/pupils']").evaluate_all(
        "links => links.map(link => [link.href, link.textContent.trim()])")
    numbers = {address: int(re.match(r"\d+", text)[0]) for address, text in links}
    assert len(numbers) > 60

    for address, number in numbers.items():
        # when
        answer = page.request.get(address)

        # then
        html = answer.text()
        assert answer.ok, address
        lists = [section.split("</section>")[0] for section in html.split('<section class="card">')[1:]]
        measure = parse_qs(urlparse(address).query)["measure"][0]
        # What is left out or not yet recorded stands in the last list, with its reason.
        lengths = [len(re.findall(r'<tr><th scope="row">', each)) for each in lists]
        place = 2 if re.search(r"left_out|not_recorded|incomplete|awaiting", measure) and lengths[0] == 0 else 0
        assert lengths[place] == number, (measure, number, lengths)


def test_a_group_is_chosen_on_the_page_and_stands_in_the_address(standing_school, person):
    # given
    page = person(READER)
    open_report(page, standing_school)

    # when
    page.get_by_role("navigation", name="Group").get_by_role("link", name="Girls").click()

    # then
    page.wait_for_url("**group=girls")
    expect(page.get_by_role("navigation", name="Group").get_by_role("link", name="Girls")).to_have_attribute(
        "aria-current", "true")
    girls = standing_school.report("--group", "girls")["cohort"]
    expect(page.locator(".lede")).to_contain_text(f"{girls} pupils")

    # when
    page.get_by_role("navigation", name="Group").get_by_text("More groups").click()
    page.get_by_role("link", name="Born in summer").click()

    # then
    expect(page.locator(".lede")).to_contain_text("Born in summer")


def test_the_near_misses_open_to_the_pupils_and_each_to_their_results(standing_school, person):
    # given
    page = person(READER)
    open_report(page, standing_school)
    reading = page.locator("section.card", has=page.get_by_role("heading", name="Reading, scaled scores"))

    # when
    reading.get_by_role("link", name=re.compile("near miss")).click()

    # then
    listed = page.locator("main section.card").first
    page.wait_for_url("**/ks2-outcomes/pupils**")
    names, scores = listed.get_by_role("link").all_inner_texts(), listed.locator("td").all_inner_texts()
    recorded = [values.get("reading.scaled") for values in standing_school.results().values()]
    assert sorted(scores) == sorted(score for score in recorded if score in ("97", "98", "99"))

    # when
    listed.get_by_role("link", name=names[0], exact=True).click()

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text(names[0])
    expect(page.get_by_role("row", name=re.compile(f"Reading KS2 test: {scores[0]} "))).to_have_count(1)


def test_special_consideration_can_be_taken_out_of_the_figures(school, person):
    # given: one score of 97 with special consideration
    pupil = next(upn for upn, values in school.results().items() if values.get("reading.scaled") == "97")
    sitting = Grid(person(ADMIN), school)
    sitting.select(pupil, "reading.scaled")
    sitting.type("+")
    sitting.saved()
    page = person(OWNER)
    open_report(page, school)
    with_it = rows(page)["reading"][0]

    # when
    page.get_by_role("link", name="Show it without").click()

    # then
    expect(page.get_by_role("link", name="Apply it")).to_be_visible()
    without = rows(page)["reading"][0]
    count = school.report()["subjects"]["reading"]["expected"]["count"]
    fewer = school.report("--without-special-consideration")["subjects"]["reading"]["expected"]["count"]
    assert fewer == count - 1
    assert with_it.startswith(f"{count} of") and without.startswith(f"{fewer} of")

    # when
    page.get_by_role("link", name="Apply it").click()

    # then
    expect(page.get_by_role("link", name="Show it without")).to_be_visible()
    assert rows(page)["reading"][0] == with_it


def test_the_report_is_right_on_the_next_request_after_a_change(school, person):
    # given
    reader = person(READER)
    open_report(reader, school)
    before = rows(reader)["reading"][0]
    pupil = next(upn for upn, values in school.results().items() if values.get("reading.scaled") == "99")
    sitting = Grid(person(ADMIN), school)

    # when
    sitting.enter(pupil, "reading.paper1", "50", "Enter")
    sitting.saved()
    reader.reload()

    # then
    met = int(before.split(" ")[0])
    assert rows(reader)["reading"][0].startswith(f"{met + 1} of")


def test_paper_has_the_school_and_no_navigation(standing_school, person):
    # given
    page = person(READER)

    # when
    page.emulate_media(media="print")

    # then
    for address in ("reports/ks2-outcomes", "assessments/ks2/grid?class=6%20Kestrel", "assessments/ks2/grid?blank=1"):
        page.goto(standing_school.address(address))
        expect(page.locator(".print-header")).to_be_visible()
        expect(page.locator(".print-header")).to_contain_text("Saltmarsh Primary School")
        expect(page.locator(".print-header")).to_contain_text("R. Haddad")
        for navigation in page.locator("nav, [role=banner], header, button, .button").all():
            expect(navigation).to_be_hidden()
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_figures_are_taken_away_as_a_spreadsheet(standing_school, person):
    # given
    page = person(READER)
    open_report(page, standing_school)

    # when
    with page.expect_download() as download:
        page.get_by_role("link", name="Spreadsheet (CSV)").click()

    # then
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert download.value.suggested_filename == "8209991-ks2-outcomes-2026.csv"
    reading = standing_school.report()["subjects"]["reading"]["expected"]["count"]
    assert any("reading" in line.lower() and f",{reading}," in line for line in text.splitlines())


def is_worth_seeing(link):
    """Every report in every year; by group some groups of two years, because all of them would be thousands of pages."""
    group = re.search(r"group=([^&]*)", link)
    return not group or (
        group[1] in ("all", "girls", "ehc_plan", "disadvantaged%2Bboys") and re.search(r"/202[56]/", link) is not None)


def test_an_anonymised_reader_meets_no_pupil_on_any_page(standing_school, person):
    # given
    page = person(GOVERNOR)
    owner = person(OWNER)
    secrets = set()
    for year in (2024, 2025, 2026):
        secrets |= set(standing_school.pupils(year)) | set(standing_school.pupils(year).values())
        secrets |= {" ".join(reversed(name.split(", "))) for name in standing_school.pupils(year)}
    listed = owner.request.get(standing_school.address("pupils")).text()
    secrets |= set(re.findall(r"\b\d{1,2} [A-Z][a-z]+ 20(?:1[0-9]|2[01])\b", listed))
    assert len(secrets) > 400

    # when: every link is followed, and the addresses others would use are tried
    tried = [
        "assessments", "assessments/ks2", "assessments/ks2/grid", "pupils", "pupils?q=a", "files", "school/users",
        "reports/ks2-outcomes/pupils?measure=reading.expected", "reports/ks2-outcomes/pupils?measure=rwm.expected&group=boys"]
    waiting = [standing_school.origin + "/"] + [standing_school.address(each) for each in tried]
    waiting.append(f"{standing_school.origin}/api/v1/schools/8209991/results/2026/ks2")
    seen = set()
    while waiting:
        address = waiting.pop()
        if address in seen or not address.startswith(standing_school.origin):
            continue
        seen.add(address)
        answer = page.request.get(address)
        text = answer.text()

        # then
        found = [secret for secret in secrets if secret in text]
        assert not found, (address, found[:3])
        if "text/html" in answer.headers.get("content-type", ""):
            links = re.findall(r'href="(/[^"#]*)"', text)
            waiting += [
                standing_school.origin + link.replace("&amp;", "&") for link in links
                if "/assets/" not in link and is_worth_seeing(link)]
    assert len(seen) > 40


def test_the_grid_refuses_an_anonymised_reader_clearly(standing_school, person):
    # given
    page = person(GOVERNOR)

    # when
    answer = page.goto(standing_school.address("assessments/ks2/grid"))

    # then
    assert answer.status == 403
    expect(page.get_by_role("heading", level=1)).to_have_text("You cannot see pupils’ names and details")
    expect(page.get_by_role("main")).to_contain_text("Your role is Anonymised Read-only")
    expect(page.locator("table")).to_have_count(0)


def test_small_groups_are_withheld_from_an_anonymised_reader(standing_school, person):
    # given: three pupils with an EHC plan
    assert standing_school.report("--group", "ehc_plan")["cohort"] < 6
    page = person(GOVERNOR)

    # when
    open_report(page, standing_school, "?group=ehc_plan")

    # then
    expect(page.get_by_role("main")).to_contain_text("ithheld")
    expect(page.locator(".share-figures b")).to_have_count(0)
