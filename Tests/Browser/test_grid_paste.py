"""Pasting blocks: by position, by UPN and by name, with what is wrong kept on the screen, and taken back as one."""

from playwright.sync_api import expect

from leadline import DFE, roster

READING, GPS1, GPS2 = "reading.paper1", "gps.paper1", "gps.paper2"


def test_a_plain_block_fills_from_the_selected_cell_and_is_one_undo(grid, school):
    # given: marks and a code as a spreadsheet gives them, with the blanks that people leave; the fourth pupil has nothing yet
    sitting = grid(class_name="6 Kestrel")
    pupils = sitting.pupils()[:4]
    sitting.clear(pupils[3], GPS1, GPS2)
    before = {pupil: school.results()[pupil] for pupil in pupils}
    sitting.select(pupils[0], GPS1)

    # when
    sitting.paste("30\t\u00a011 \n 31\t12\n32.0\t13\na\t\n")

    # then
    expect(sitting.cell(pupils[3], GPS1)).to_have_text("A")
    sitting.saved()
    stored = school.results()
    pasted = [[stored[pupil].get(column) for column in (GPS1, GPS2)] for pupil in pupils]
    # The code in one paper is the code of the test.
    assert pasted == [["30", "11"], ["31", "12"], ["32", "13"], ["A", None]]

    # when
    sitting.type("Control+z")

    # then
    expect(sitting.cell(pupils[2], GPS1)).to_have_text(before[pupils[2]][GPS1])
    sitting.saved()
    assert {pupil: school.results()[pupil] for pupil in pupils} == before


def test_every_invalid_value_stays_with_its_message_and_can_be_corrected(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupils = sitting.pupils()[:4]
    before = school.results()
    sitting.select(pupils[0], READING)

    # when
    sitting.paste("41\n51\nten\n42")

    # then
    expect(sitting.cell(pupils[3], READING)).to_have_text("42")
    expect(sitting.page.locator("#grid-chip")).to_have_text("2 not saved")
    for pupil, text in ((pupils[1], "51"), (pupils[2], "ten")):
        cell = sitting.cell(pupil, READING)
        expect(cell).to_have_text(text)
        expect(cell).to_have_attribute("aria-invalid", "true")
        expect(sitting.message(cell)).to_contain_text("0 to 50")
        assert school.results()[pupil] == before[pupil]
    expect(sitting.page.locator("#grid-assertive")).to_contain_text("2 values are not saved")

    # when
    sitting.enter(pupils[1], READING, "15", "Enter")
    sitting.enter(pupils[2], READING, "10", "Enter")

    # then
    sitting.saved()
    assert [school.results()[pupil][READING] for pupil in pupils] == ["41", "15", "10", "42"]


def test_a_block_with_upns_finds_its_pupils_and_is_shown_first(grid, school):
    # given: in another order, with one pupil of another school
    sitting = grid(class_name="6 Kestrel")
    first, second = sitting.pupils()[:2]
    before = school.results()
    sitting.select(sitting.pupils()[5], READING)
    text = f"UPN\tReading paper\n{second}\t22\nA123456789012\t40\n{first}\t21\n"

    # when
    sitting.paste(text)

    # then
    dialog = sitting.page.get_by_role("dialog", name="Before it is pasted")
    expect(dialog).to_contain_text("Bailey, Florence")
    expect(dialog.get_by_role("listitem").filter(has_text="A123456789012")).to_have_text(
        "Line 3, A123456789012: No pupil here has this UPN.")
    assert school.results() == before

    # when
    dialog.get_by_role("button", name="Paste").click()

    # then
    expect(sitting.cell(second, READING)).to_have_text("22")
    sitting.saved()
    assert [school.results()[pupil][READING] for pupil in (first, second)] == ["21", "22"]


def test_a_paste_that_is_not_wanted_changes_nothing(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    first = sitting.pupils()[0]
    before = school.results()
    sitting.select(first, READING)
    sitting.paste(f"UPN\tReading paper\n{first}\t22\n")
    dialog = sitting.page.get_by_role("dialog", name="Before it is pasted")
    expect(dialog).to_be_visible()

    # when
    dialog.get_by_role("button", name="Cancel").click()

    # then
    expect(dialog).to_be_hidden()
    expect(sitting.cell(first, READING)).to_be_focused()
    assert school.results() == before


def with_two_who_are_called_bailey_f(school, tmp_path):
    """Adds Frances beside Florence; answers the UPNs of both."""
    path = tmp_path / "frances.csv"
    path.write_text(roster("6 Kestrel", ["Bailey, Frances"]))
    school.run("import", path, "--school", DFE)
    pupils = school.pupils()
    return pupils["Bailey, Florence"], pupils["Bailey, Frances"]


def test_an_unclear_name_is_asked(grid, school, tmp_path):
    # given
    florence, frances = with_two_who_are_called_bailey_f(school, tmp_path)
    before = school.results()
    sitting = grid(class_name="6 Kestrel")
    sitting.select(sitting.pupils()[5], READING)

    # when
    sitting.paste("Pupil\tReading paper\nBailey, F\t23\n")

    # then
    dialog = sitting.page.get_by_role("dialog", name="Before it is pasted")
    question = dialog.get_by_role("combobox", name="Which pupil is “Bailey, F” on line 2?")
    expect(question.get_by_role("option")).to_have_text(
        ["Choose …", f"Bailey, Florence ({florence})", f"Bailey, Frances ({frances})", "Leave the line out"])

    # when: it goes on without an answer
    dialog.get_by_role("button", name="Go on").click()

    # then
    expect(question).to_be_focused()

    # when
    question.select_option(label=f"Bailey, Frances ({frances})")
    dialog.get_by_role("button", name="Go on").click()

    # then
    expect(question).to_have_count(0)
    expect(dialog).to_contain_text("Bailey, F: Bailey, Frances")

    # when
    dialog.get_by_role("button", name="Paste").click()

    # then
    expect(sitting.cell(frances, READING)).to_have_text("23")
    sitting.saved()
    after = school.results()
    assert after.pop(frances)[READING] == "23"
    before.pop(frances)
    assert after == before


def test_a_line_of_an_unclear_name_can_be_left_out(grid, school, tmp_path):
    # given
    with_two_who_are_called_bailey_f(school, tmp_path)
    before = school.results()
    sitting = grid(class_name="6 Kestrel")
    sitting.select(sitting.pupils()[0], READING)
    sitting.paste("Pupil\tReading paper\nBailey, F\t23\n")
    dialog = sitting.page.get_by_role("dialog", name="Before it is pasted")

    # when
    dialog.get_by_role("combobox").select_option(label="Leave the line out")
    dialog.get_by_role("button", name="Go on").click()

    # then
    expect(dialog).to_contain_text("Line 2 is left out: Left out, as you said.")
    expect(dialog.get_by_role("button", name="Paste")).to_be_disabled()

    # when
    dialog.get_by_role("button", name="Cancel").click()

    # then
    expect(dialog).to_be_hidden()
    assert school.results() == before


def test_who_cannot_press_control_v_pastes_into_a_dialog(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupils = sitting.pupils()[:2]
    sitting.select(pupils[0], READING)

    # when
    sitting.button("Paste from spreadsheet").click()
    sitting.page.get_by_label("Copied cells").fill("13\n14")
    sitting.page.get_by_role("dialog").get_by_role("button", name="Paste", exact=True).click()

    # then
    expect(sitting.cell(pupils[1], READING)).to_have_text("14")
    sitting.saved()
    assert [school.results()[pupil][READING] for pupil in pupils] == ["13", "14"]


def test_one_value_goes_into_all_of_the_selection(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupils = sitting.pupils()[:3]
    sitting.select(pupils[0], READING)
    sitting.type("Shift+ArrowDown", "Shift+ArrowDown")

    # when
    sitting.paste("19")

    # then
    expect(sitting.cell(pupils[2], READING)).to_have_text("19")
    sitting.saved()
    assert [school.results()[pupil][READING] for pupil in pupils] == ["19"] * 3


def test_offline_a_paste_says_that_it_did_not_happen(grid):
    # given
    sitting = grid(class_name="6 Kestrel")
    sitting.select(sitting.pupils()[0], READING)
    sitting.paste("")
    sitting.page.context.set_offline(True)

    # when
    sitting.paste("1\n2")

    # then
    expect(sitting.page.get_by_role("alert")).to_contain_text("Nothing was pasted")
    sitting.page.context.set_offline(False)
