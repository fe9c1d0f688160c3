"""Results and pupils brought in by file: preview, taking, the notice, undo."""

import csv
import json
import re
import zipfile

import pytest
from playwright.sync_api import expect

from leadline import ADMIN, DFE, roster, upn
from rules import check_in_light_and_dark

NEW_TABLE_YEAR = 2027


def drop(page, path):
    """Chooses the file and opens its preview."""
    page.get_by_label("File", exact=True).set_input_files(path)
    page.get_by_role("button", name="Show the preview").click()
    expect(page.get_by_role("heading", level=1).filter(has_text="Preview").or_(page.get_by_role("alert"))).to_be_visible()


def take(page):
    page.get_by_role("button", name=re.compile(r"^Take [\d,]+ change")).click()


def counts(page):
    """{"new": 177, "the same already": 756}, as the filters of the preview say."""
    page.wait_for_load_state()
    pills = page.get_by_role("navigation", name="Filter by what would happen").get_by_role("link").all_inner_texts()
    parts = [re.fullmatch(r"([\d,]+) (.+)", pill.strip()) for pill in pills]
    return {part[2]: int(part[1].replace(",", "")) for part in parts if part}


def taken_away(page, link, folder):
    """What a link of the page downloads, under its own name."""
    with page.expect_download() as download:
        page.get_by_role("link", name=link, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def grid_taken_away(page, school, format, folder):
    page.goto(school.address("assessments/ks2/grid?class=6%20Kestrel"))
    page.locator("summary", has_text="Print or download").click()
    return taken_away(page, f"Download {format}", folder)


def text_of(path):
    """Everything written in a CSV or a workbook."""
    if path.suffix == ".csv":
        return path.read_text(encoding="utf-8-sig")
    with zipfile.ZipFile(path) as workbook:
        return "".join(workbook.read(name).decode() for name in workbook.namelist() if name.endswith(".xml"))


def without_results(school):
    """Takes out of the school what the DfE's file will bring, so that everything in it is new."""
    lines = ["upn,assessment,column,value,date"]
    for pupil, values in school.results().items():
        for column in values:
            if column.rsplit(".", 1)[1] in ("paper1", "paper2", "paper3", "ta"):
                lines.append(f"{pupil},ks2,{column},,2026-06-19")
    school.run("enter", "--school", "820/9991", "--year", 2026, text="\n".join(lines) + "\n")
    assert not any(school.results().values())


def test_the_dfes_file_is_previewed_taken_and_undone(school, person, tmp_path):
    # given: a school whose results come by file
    without_results(school)
    path = school.generate(tmp_path / "files") / "8209991_KS2_2026.csv"
    before = school.report()
    page = person(ADMIN)
    page.goto(school.address("files"))

    # when
    drop(page, path)

    # then: nothing is stored yet
    expect(page.get_by_role("heading", level=1)).to_have_text("Preview of 8209991_KS2_2026.csv")
    expect(page.get_by_text("Results file").first).to_be_visible()
    seen = counts(page)
    # The same already are totals and outcomes, which follow from the rest.
    assert set(seen) == {"new", "the same already"} and seen["new"] > 500
    assert school.report() == before

    # when
    take(page)

    # then
    notice = page.locator(".notice")
    expect(notice).to_contain_text(f"{seen['new']:,}")
    expect(notice.get_by_role("button", name="Undo")).to_be_visible()
    after = school.report()
    assert after["subjects"]["rwm"]["eligible"] == 59
    assert after != before

    # when: the very same file comes again
    page.goto(school.address("files"))
    drop(page, path)

    # then
    expect(page.locator("#warnings").locator("..")).to_contain_text("This very file was taken")
    assert set(counts(page)) == {"the same already"}
    expect(page.get_by_role("button", name="Nothing to take")).to_be_disabled()

    # when: it is undone from the list of what came in
    page.goto(school.address("files"))
    page.get_by_role("row", name=re.compile("8209991_KS2_2026.csv")).last.get_by_role("link", name=re.compile("^Undo")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Undo")
    page.get_by_role("main").get_by_role("button", name=re.compile("Undo|Take it back")).click()

    # then
    expect(page.locator(".notice")).to_be_visible()
    assert school.report() == before


def test_a_file_is_undone_at_once_by_the_notice(school, person, tmp_path):
    # given
    without_results(school)
    path = school.generate(tmp_path / "files") / "8209991_KS2_2026.csv"
    before = school.report()
    page = person(ADMIN)
    page.goto(school.address("files"))
    drop(page, path)
    take(page)

    # when
    page.locator(".notice").get_by_role("button", name="Undo").click()

    # then
    expect(page.locator(".notice")).to_be_visible()
    assert school.report() == before


def test_a_value_that_is_not_ticked_is_left_out(school, person, tmp_path):
    # given: a school whose results come by file
    without_results(school)
    path = school.generate(tmp_path / "files") / "8209991_KS2_2026.csv"
    page = person(ADMIN)
    page.goto(school.address("files"))
    drop(page, path)
    page.get_by_role("navigation", name="Filter by subject").get_by_role("link", name="Science").click()

    # when: one of the ticks is taken off
    boxes = page.get_by_role("checkbox", name=re.compile("^Take Science"))
    expect(boxes.first).to_be_visible()
    ticked = boxes.count()
    label = boxes.first.get_attribute("aria-label")
    boxes.first.uncheck()
    expect(page.locator("[data-ticks-state]")).to_have_text("Your ticks are kept.")
    take(page)
    expect(page.locator(".notice")).to_be_visible()

    # then: that value alone is not there
    pupil = school.pupils()[label.split(" of ", 1)[1]]
    recorded = school.results()
    assert "science.ta" not in recorded[pupil]
    assert sum("science.ta" in values for values in recorded.values()) == ticked - 1


@pytest.mark.parametrize("format", ["XLSX", "CSV"])
def test_the_grid_taken_away_and_dropped_back_is_nothing_new(school, person, tmp_path, format):
    # given
    page = person(ADMIN)

    # when
    path = grid_taken_away(page, school, format, tmp_path)

    # then
    assert path.name == f"8209991-ks2-2026-6-Kestrel-english.{format.lower()}"

    # when
    page.goto(school.address("files"))
    drop(page, path)

    # then
    assert set(counts(page)) == {"the same already"}
    expect(page.get_by_role("button", name="Nothing to take")).to_be_disabled()
    expect(page.get_by_role("checkbox", name=re.compile("^Take"))).to_have_count(0)


def test_what_was_filled_in_offline_is_ticked_value_by_value(school, person, tmp_path):
    # given: one value that is new, one that differs, one that cannot be, and all others as they are
    page = person(ADMIN)
    rows = list(csv.DictReader(grid_taken_away(page, school, "CSV", tmp_path).open(encoding="utf-8-sig")))
    pupils = [row["UPN"] for row in rows]
    school.run(
        "enter", "--school", DFE, "--year", 2026,
        text=f"upn,assessment,column,value,date\n{pupils[0]},ks2,reading.paper1,,2026-06-19\n")
    before = school.results()
    mark = "Reading paper 1"
    rows[1][mark] = "1" if rows[1][mark] != "1" else "2"
    rows[2][mark] = "51"
    path = tmp_path / "offline.csv"
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)

    # when
    page.goto(school.address("files"))
    drop(page, path)

    # then
    seen = counts(page)
    assert (seen["new"], seen["changed"], seen["not valid"]) == (1, 1, 1)
    boxes = page.get_by_role("checkbox", name=re.compile("^Take Reading"))
    expect(boxes).to_have_count(2)
    for box in boxes.all():
        expect(box).to_be_checked()
    button = page.get_by_role("button", name=re.compile("^Take"))
    expect(button).to_have_text("Take 2 changes")

    # when
    page.get_by_role("row").filter(has=boxes).filter(has_text=rows[1]["Name"]).get_by_role("checkbox").uncheck()

    # then
    expect(button).to_have_text("Take 1 change")
    expect(page.locator("[data-ticks-state]")).to_have_text("Your ticks are kept.")

    # when
    take(page)

    # then
    expect(page.locator(".notice")).to_be_visible()
    after = school.results()
    assert after[pupils[0]]["reading.paper1"] == rows[0][mark]
    assert {upn: after[upn] for upn in pupils[1:]} == {upn: before[upn] for upn in pupils[1:]}


@pytest.mark.parametrize("format", ["XLSX", "CSV"])
@pytest.mark.parametrize("table", ["pupils", "reports/ks2-outcomes"])
def test_a_table_of_another_page_is_taken_away(standing_school, person, tmp_path, table, format):
    # given
    page = person(ADMIN)
    page.goto(standing_school.address(table))

    # when
    path = taken_away(page, f"Spreadsheet ({format})", tmp_path)

    # then
    assert path.suffix == f".{format.lower()}"
    text = text_of(path)
    if table == "pupils":
        assert [name for name, upn in standing_school.pupils().items() if upn not in text] == []
    else:
        assert "Average scaled score" in text or "average_scaled_score" in text


def test_a_broken_file_is_refused_with_line_and_column(school, person, tmp_path):
    # given: a transfer file in which a tag is closed by another name
    whole = (school.generate(tmp_path / "files", "ks2") / "8209991_KS2_NAALLLL_001.xml").read_text()
    assert whole.count("</Surname>") > 10
    path = tmp_path / "broken.xml"
    path.write_text(whole.replace("</Surname>", "</Surnam>", 1))
    line = whole.split("</Surname>")[0].count("\n") + 1
    before = school.results()
    page = person(ADMIN)
    page.goto(school.address("files"))

    # when
    drop(page, path)

    # then
    expect(page.get_by_role("alert")).to_contain_text(re.compile(rf"line {line}\b|line {line + 1}\b", re.IGNORECASE))
    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"column \d+", re.IGNORECASE))
    expect(page.get_by_role("button", name=re.compile("^Take"))).to_have_count(0)
    assert school.results() == before


def test_a_wrong_value_in_a_file_is_shown_with_its_line_and_never_taken(school, person, tmp_path):
    # given
    source = school.generate(tmp_path / "files") / "8209991_KS2_2026.csv"
    lines = source.read_text().splitlines()
    fields = lines[3].split(",")
    fields[7] = "51"
    lines[3] = ",".join(fields)
    path = tmp_path / "wrong.csv"
    path.write_text("\n".join(lines) + "\n")
    page = person(ADMIN)
    page.goto(school.address("files"))

    # when
    drop(page, path)

    # then
    assert counts(page)["not valid"] >= 1
    row = page.get_by_role("row").filter(has_text="marked out of 50")
    expect(row).to_contain_text("line 4")
    expect(row.get_by_role("checkbox")).to_have_count(0)


def test_a_file_dropped_on_the_page_opens_its_preview(school, person, tmp_path):
    # given
    page = person(ADMIN)
    page.goto(school.address("files"))
    text = roster("6 Heron", ["Ash, Ada"])

    # when
    page.evaluate(
        """text => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([text], "heron.csv", { type: "text/csv" }));
            const zone = document.querySelector("[data-drop]");
            zone.dispatchEvent(new DragEvent("dragover", { dataTransfer: transfer, bubbles: true, cancelable: true }));
            zone.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
        }""",
        text)

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text("Preview of heron.csv")


def test_a_pupil_list_adds_pupils_to_the_grid(school, person, tmp_path):
    # given
    path = tmp_path / "heron.csv"
    path.write_text(roster("6 Heron", ["Ash, Ada", "Birch, Ben"]))
    page = person(ADMIN)
    page.goto(school.address("files"))

    # when
    drop(page, path)
    expect(page.get_by_text("Pupil list").first).to_be_visible()
    take(page)
    expect(page.locator(".notice")).to_contain_text("2 new pupils")

    # then
    page.goto(school.address("assessments/ks2/grid?class=6%20Heron"))
    expect(page.locator("#grid tbody th")).to_have_text([re.compile("Ash, Ada"), re.compile("Birch, Ben")])


def test_a_table_loaded_by_the_page_gives_next_years_scores_at_once(school, person):
    # given: a pupil of 2027, added by hand, with marks for which there is no table yet
    page = person(ADMIN)
    page.goto(school.address("pupils/new", NEW_TABLE_YEAR))
    page.get_by_label("Surname", exact=True).fill("Rowan")
    page.get_by_label("Forename", exact=True).fill("Rosa")
    page.get_by_label("Date of birth").fill("2016-03-04")
    page.get_by_label("UPN", exact=True).or_(page.get_by_label("UPN (optional)", exact=True)).fill(upn(9991, 950))
    page.get_by_label("Year group").select_option(label="Year 6")
    page.get_by_label("Class").fill("6 Rowan")
    page.get_by_role("button", name="Add the pupil").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rowan, Rosa")
    page.goto(school.address("assessments/ks2/grid?edit=1&date=2026-11-20", NEW_TABLE_YEAR))
    row = page.get_by_role("row", name="Rowan, Rosa")
    row.locator("td").first.click()
    page.keyboard.type("40")
    page.keyboard.press("Enter")
    expect(page.locator("#grid-chip")).to_have_text("All changes saved")
    expect(row.locator("td").nth(1)).not_to_have_text("113")
    page.goto(school.address("reports/ks2-outcomes", NEW_TABLE_YEAR))
    expect(page.get_by_text("1 waiting for the 2027 table").first).to_be_visible()

    # when
    table = json.loads(page.request.get(f"{school.origin}/api/v1/tables/2/2026/reading").body())
    lines = ["year,key_stage,subject,raw_score,scaled_score"]
    lines += [f"{NEW_TABLE_YEAR},2,reading,{row['raw']},{row['scaled']}" for row in table]
    page.goto(school.address("school/tables", NEW_TABLE_YEAR))
    page.get_by_label("Or paste it here").fill("\n".join(lines))
    page.get_by_role("button", name="Load the table").click()
    expect(page.locator(".notice")).to_be_visible()

    # then
    expected = school.scaled("reading", 40, NEW_TABLE_YEAR)
    page.goto(school.address("assessments/ks2/grid", NEW_TABLE_YEAR))
    expect(page.get_by_role("row", name="Rowan, Rosa").locator("td").nth(1)).to_have_text(expected)
    page.goto(school.address("reports/ks2-outcomes", NEW_TABLE_YEAR))
    reading = page.locator(".share-row").filter(has_text="Reading").filter(has_not_text="writing").first
    expect(reading).to_contain_text("1 of 1 (100%)")
    report = school.report(year=NEW_TABLE_YEAR)["subjects"]["reading"]
    assert (report["expected"]["count"], report["average_scaled_score"]["value"]) == (1, int(expected))


def test_a_table_with_a_hole_is_refused_and_says_where(school, person):
    # given
    page = person(ADMIN)
    page.goto(school.address("school/tables"))
    lines = ["year,key_stage,subject,raw_score,scaled_score", "2027,2,reading,0,N", "2027,2,reading,2,81"]

    # when
    page.get_by_label("Or paste it here").fill("\n".join(lines))
    page.get_by_role("button", name="Load the table").click()

    # then
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("1")
    expect(page.get_by_label("Or paste it here")).to_have_value(re.compile("2027,2,reading,2,81"))


def test_a_zip_is_its_files_one_by_one(school, person, tmp_path):
    page = person(ADMIN)
    pupils = list(school.pupils().values())[:2]
    path = tmp_path / "results.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number, pupil in enumerate(pupils):
            archive.writestr(f"class {number}/writing.csv", f"UPN,WRITTAOUTCOME\n{pupil},EXS\n")
        archive.writestr("__MACOSX/._writing.csv", "x")
    page.goto(school.address("files"))
    page.get_by_label("File", exact=True).set_input_files(path)
    page.get_by_role("button", name="Show the preview").click()
    expect(page.get_by_text("2 files wait below.")).to_be_visible()
    expect(page.get_by_text("Left out of the zip, because computers add them by themselves: __MACOSX/._writing.csv.")).to_be_visible()
    page.get_by_role("link", name="results.zip/class 0/writing.csv").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Preview of results.zip/class 0/writing.csv")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("link", name="results.zip/class 0/writing.csv")).to_have_count(0)
    expect(page.get_by_role("link", name="results.zip/class 1/writing.csv")).to_be_visible()


def test_a_file_of_several_schools_has_a_preview_in_each(school, person, tmp_path):
    page = person(ADMIN)
    mine = list(school.pupils().values())[0]
    school.run("school", "add", "--dfe", "820/9992", "--name", "Ferndale Primary School")
    school.run("user", "add", "--email", "office@saltmarsh.example", "--role", "account-admin", "--school", "820/9992")
    path = tmp_path / "trust.csv"
    path.write_text(
        f"LAESTAB,UPN,SURNAME,WRITTAOUTCOME\n8209991,{mine},Mine,EXS\n8209992,{upn(9992, 700)},Else,EXS\n8200001,{upn(1, 701)},Secret,EXS\n")
    page.goto(school.address("files"))
    drop(page, path)
    table = page.get_by_role("table", name="Schools in this file")
    expect(table.get_by_role("row")).to_have_count(5)
    expect(page.get_by_text("Secret")).to_have_count(0)
    check_in_light_and_dark(page)
    table.get_by_role("button", name="Open its preview for 820/9992 (Ferndale Primary School)").click()
    page.wait_for_url("**/schools/8209992/**")
    expect(page.get_by_role("heading", level=1)).to_have_text("Preview of trust.csv")
    expect(page.get_by_role("table", name="Schools in this file")).to_be_visible()
