"""The grid from the keyboard, after the WAI-ARIA pattern for grids: moving, selecting, copying, filling, clearing."""

import re

import pytest
from playwright.sync_api import expect

READING, GPS1, GPS2 = "reading.paper1", "gps.paper1", "gps.paper2"


@pytest.fixture
def sitting(grid):
    return grid(class_name="6 Kestrel")


def selected(sitting):
    """Which cells say that they are selected."""
    return sitting.page.locator("#grid td[aria-selected=true]").count()


def test_the_grid_is_one_stop_for_tab_and_escape_leads_out(sitting):
    # given
    pupil = sitting.pupils()[3]
    sitting.select(pupil, READING)

    # then: one cell alone is in the order of the page
    assert sitting.page.locator("#grid [tabindex='0']").count() == 1
    expect(sitting.page.locator("#grid")).to_have_attribute("aria-multiselectable", "true")

    # when
    sitting.type("Escape")

    # then
    expect(sitting.page.get_by_role("link", name="Lock Assessment")).to_be_focused()

    # when
    sitting.type("Shift+Tab")
    sitting.page.locator("#grid td[tabindex='0']").focus()

    # then: back where it was left
    expect(sitting.cell(pupil, READING)).to_be_focused()


def test_every_moving_key_goes_where_the_pattern_says(sitting):
    # given
    pupils = sitting.pupils()
    first, last = sitting.columns[0], sitting.columns[-1]
    sitting.select(pupils[2], GPS1)

    # when, then
    for key, pupil, column in (
        ("Home", 2, first), ("End", 2, last), ("Control+Home", 0, first), ("Control+End", -1, last),
        ("PageUp", -11, last), ("PageDown", -1, last), ("ArrowDown", -1, last), ("ArrowRight", -1, last),
        ("Control+Home", 0, first), ("PageDown", 10, first), ("Enter", 11, first), ("Shift+Enter", 10, first),
        ("ArrowLeft", 10, first),
    ):
        sitting.type(key)
        expect(sitting.cell(pupils[pupil], column)).to_be_focused()


def test_shift_with_arrows_selects_a_range_and_the_active_cell_stays(sitting):
    # given
    pupils = sitting.pupils()
    sitting.select(pupils[1], READING)

    # when
    sitting.type("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight")

    # then
    assert selected(sitting) == 6
    expect(sitting.cell(pupils[1], READING)).to_be_focused()
    expect(sitting.page.locator("#grid-polite")).to_have_text("6 cells selected")

    # when
    sitting.type("ArrowDown")

    # then
    assert selected(sitting) == 1
    expect(sitting.cell(pupils[2], READING)).to_be_focused()

    # when, then: to the ends
    sitting.type("Control+Shift+End")
    assert selected(sitting) == (len(pupils) - 2) * len(sitting.columns)
    sitting.type("Escape")
    assert selected(sitting) == 1


def test_a_range_is_selected_by_dragging_and_by_shift_and_click(sitting):
    # given
    pupils = sitting.pupils()
    start, end = sitting.cell(pupils[0], READING), sitting.cell(pupils[3], READING)

    # when
    start.hover()
    sitting.page.mouse.down()
    sitting.cell(pupils[2], READING).hover()
    end.hover()
    sitting.page.mouse.up()

    # then
    assert selected(sitting) == 4
    expect(start).to_be_focused()

    # when
    sitting.cell(pupils[1], READING).click()
    sitting.cell(pupils[2], GPS1).click(modifiers=["Shift"])

    # then
    assert selected(sitting) == 2 * (sitting.columns.index(GPS1) - sitting.columns.index(READING) + 1)
    expect(sitting.cell(pupils[1], READING)).to_be_focused()


def test_delete_clears_the_range_and_undo_brings_it_back(sitting, school):
    # given
    pupils = sitting.pupils()[:4]
    before = [school.results()[pupil].get(READING) for pupil in pupils]
    sitting.select(pupils[0], READING)

    # when
    sitting.type("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Delete")

    # then
    sitting.saved()
    assert not any(READING in school.results()[pupil] for pupil in pupils)

    # when
    sitting.type("Control+z")

    # then
    sitting.saved()
    expect(sitting.cell(pupils[3], READING)).to_have_text(before[3])
    assert [school.results()[pupil].get(READING) for pupil in pupils] == before


def test_a_block_is_copied_and_cut_as_a_spreadsheet_takes_it(sitting, school):
    # given
    pupils = sitting.pupils()[:2]
    values = [[school.results()[pupil][column] for column in (GPS1, GPS2)] for pupil in pupils]
    sitting.select(pupils[0], GPS1)

    # when
    sitting.type("Shift+ArrowDown", "Shift+ArrowRight", "Control+c")

    # then
    assert sitting.clipboard() == "\n".join("\t".join(row) for row in values)

    # when
    sitting.type("Control+x")

    # then
    sitting.saved()
    assert not any(GPS1 in school.results()[pupil] for pupil in pupils)


def test_what_is_marked_is_copied_while_reading_too(standing_school, person):
    # given
    page = person(permissions=["clipboard-read", "clipboard-write"])
    page.goto(standing_school.address("assessments/ks2/grid?class=6%20Kestrel"))

    # when
    page.evaluate("""() => {
        const [row] = document.getElementById("grid").tBodies[0].rows;
        getSelection().setBaseAndExtent(row.cells[0], 0, row.cells[3], 1);
    }""")
    page.keyboard.press("Control+C")

    # then
    parts = page.evaluate("navigator.clipboard.readText()").split("\t")
    assert len(parts) == 4
    assert parts[0].startswith("Bailey, Florence")
    assert parts[1].isdigit()


def test_fill_down_takes_the_top_of_the_selection_or_the_cell_above(sitting, school):
    # given
    pupils = sitting.pupils()
    sitting.enter(pupils[0], READING, "31", "ArrowUp")

    # when
    sitting.type("Shift+ArrowDown", "Shift+ArrowDown", "Control+d")

    # then
    sitting.saved()
    assert [school.results()[pupil][READING] for pupil in pupils[:3]] == ["31"] * 3

    # when: a single cell
    sitting.select(pupils[3], READING)
    sitting.type("Control+d")

    # then
    sitting.saved()
    assert school.results()[pupils[3]][READING] == "31"


def test_one_value_fills_the_selection_or_every_empty_cell_of_the_column(sitting, school):
    # given
    pupils = sitting.pupils()
    sitting.clear(pupils[4], GPS1)
    sitting.clear(pupils[7], GPS1)
    for pupil in (pupils[4], pupils[7]):
        expect(sitting.cell(pupil, GPS1)).to_have_text("due")
    empty = [pupil for pupil in pupils if sitting.cell(pupil, GPS1).inner_text() == "due"]
    full = {pupil: school.results()[pupil].get(GPS1) for pupil in pupils if pupil not in empty}

    # when
    sitting.button(re.compile("^Fill$")).click()
    sitting.page.get_by_label("Value").fill("12")
    sitting.page.get_by_role("button", name="Every empty cell of the column").click()

    # then
    expect(sitting.cell(empty[0], GPS1)).to_have_text("12")
    sitting.saved()
    stored = school.results()
    assert {stored[pupil][GPS1] for pupil in empty} == {"12"}
    assert {pupil: stored[pupil].get(GPS1) for pupil in full} == full

    # when
    sitting.select(pupils[0], READING)
    sitting.type("Shift+ArrowDown")
    sitting.button(re.compile("^Fill$")).click()
    sitting.page.get_by_label("Value").fill("20")
    sitting.page.get_by_role("button", name="The selected cells").click()

    # then
    expect(sitting.cell(pupils[1], READING)).to_have_text("20")
    sitting.saved()
    assert [school.results()[pupil][READING] for pupil in pupils[:2]] == ["20", "20"]


def test_a_question_mark_shows_the_keys(sitting):
    # given
    sitting.select(sitting.pupils()[0], READING)

    # when
    sitting.type("?")

    # then
    dialog = sitting.page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Fill down")

    # when
    sitting.type("Escape")

    # then
    expect(dialog).to_be_hidden()
    expect(sitting.cell(sitting.pupils()[0], READING)).to_be_focused()


def test_the_headings_stay_in_sight_while_a_class_is_typed_down(grid):
    for width, height in [(1366, 900), (1920, 1080), (360, 740)]:
        # given
        sitting = grid(class_name="6 Kestrel")
        page = sitting.page
        page.set_viewport_size({"width": width, "height": height})
        pupils = page.locator("#grid tr[data-k]").evaluate_all("rows => rows.map(row => row.dataset.k)")
        assert len(pupils) > 25
        sitting.select(pupils[0], "reading.paper1")

        # when
        for pupil in pupils[1:]:
            page.keyboard.press("ArrowDown")
            expect(sitting.cell(pupil, "reading.paper1")).to_be_focused()

            # then
            head = page.locator("#grid thead tr").last.bounding_box()
            cell = sitting.cell(pupil, "reading.paper1").bounding_box()
            assert head["y"] >= 0, f"{width}: the headings are {-head['y']} above the window at {pupil}"
            assert cell["y"] >= head["y"] + head["height"] - 1 and cell["y"] + cell["height"] <= height + 1
        page.close()
