"""Two people in one grid, and one person with a bad line: nothing overwritten unseen, nothing lost."""

import json
import re

from playwright.sync_api import expect

from leadline import ADMIN, FULL_EDIT, READER

READING, SCORE = "reading.paper1", "reading.scaled"
BANNER = "#grid-offline"


def test_a_saved_change_appears_with_the_other_within_two_seconds(grid, school):
    # given
    mine, theirs = grid(ADMIN, class_name="6 Kestrel"), grid(FULL_EDIT, class_name="6 Kestrel")
    pupil = mine.pupils()[0]
    expect(mine.page.locator("#grid-people")).to_contain_text("Also here: A. Okafor")

    # when
    theirs.enter(pupil, READING, "33", "Enter")
    theirs.saved()

    # then: value, what comes of it, and by whom, in words and not in colour alone
    cell = mine.cell(pupil, READING)
    expect(cell).to_have_text("33", timeout=2000)
    expect(mine.cell(pupil, SCORE)).to_have_text(school.scaled("reading", 33))
    expect(cell).to_have_attribute("title", re.compile("Changed by A. Okafor"))
    expect(cell).to_have_attribute("data-who", "AO")
    expect(mine.page.locator("#grid-polite")).to_contain_text("A. Okafor changed")


def test_who_is_here_is_shown_and_goes_with_them(grid):
    # given
    mine, theirs = grid(ADMIN, class_name="6 Kestrel"), grid(FULL_EDIT, class_name="6 Kestrel")
    people = mine.page.locator("#grid-people")
    expect(people).to_contain_text("Also here: A. Okafor")

    # when
    theirs.page.get_by_role("link", name="Lock Assessment").click()

    # then
    expect(people).to_have_text("", timeout=20_000)


def test_a_cell_that_is_being_edited_is_not_overwritten_but_becomes_a_choice(grid, school):
    # given: I am typing
    mine, theirs = grid(ADMIN, class_name="6 Kestrel"), grid(FULL_EDIT, class_name="6 Kestrel")
    pupil = mine.pupils()[0]
    mine.enter(pupil, READING, "20")

    # when
    theirs.enter(pupil, READING, "40", "Enter")
    theirs.saved()
    expect(mine.cell(pupil, SCORE)).to_have_text(school.scaled("reading", 40))

    # then
    expect(mine.page.locator(".grid-input")).to_have_value("20")

    # when
    mine.type("Enter")

    # then
    message = mine.message(mine.cell(pupil, READING))
    expect(message).to_contain_text("“40”")
    expect(message).to_contain_text("“20”")
    assert school.results()[pupil][READING] == "40"

    # when
    message.get_by_role("button", name="Keep mine: 20").click()

    # then
    mine.saved()
    assert school.results()[pupil][READING] == "20"
    expect(theirs.cell(pupil, READING)).to_have_text("20", timeout=2000)


def test_without_a_connection_input_goes_on_and_is_sent_later(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupils = sitting.pupils()[:3]
    before = school.results()
    sitting.page.context.set_offline(True)
    expect(sitting.page.locator(BANNER)).to_be_visible()
    expect(sitting.page.locator(BANNER)).to_contain_text("You can go on")

    # when
    sitting.select(pupils[0], READING)
    for mark in ("1", "2", "3"):
        sitting.type(mark, "Enter")

    # then
    expect(sitting.page.locator("#grid-chip")).to_have_text("3 not saved")
    assert sitting.column(READING, pupils) == ["1", "2", "3"]
    assert school.results() == before

    # when
    sitting.page.context.set_offline(False)

    # then
    sitting.saved()
    expect(sitting.page.locator(BANNER)).to_be_hidden()
    assert [school.results()[pupil][READING] for pupil in pupils] == ["1", "2", "3"]


def test_what_somebody_else_changed_while_the_line_was_down_is_a_choice(grid, school):
    # given
    mine, theirs = grid(ADMIN, class_name="6 Kestrel"), grid(FULL_EDIT, class_name="6 Kestrel")
    pupil = mine.pupils()[0]
    mine.page.context.set_offline(True)
    mine.enter(pupil, READING, "2", "Enter")
    theirs.enter(pupil, READING, "41", "Enter")
    theirs.saved()

    # when
    mine.page.context.set_offline(False)

    # then
    message = mine.message(mine.cell(pupil, READING))
    expect(message).to_contain_text("“41”")
    assert school.results()[pupil][READING] == "41"


def test_closing_the_tab_with_unsent_input_warns_and_the_input_is_there_next_time(grid, school):
    # given
    sitting = grid(class_name="6 Kestrel")
    pupil = sitting.pupils()[0]
    context, address = sitting.page.context, sitting.page.url
    sitting.page.route(re.compile(r".*/api/v1/.*"), lambda route: route.abort())
    sitting.enter(pupil, READING, "24", "Enter")
    expect(sitting.page.locator("#grid-chip")).to_have_text("1 not saved")
    asked = []
    sitting.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    # when
    sitting.page.close(run_before_unload=True)
    sitting.page.wait_for_event("close")
    sitting.page = context.new_page()
    sitting.page.goto(address)

    # then
    assert asked == ["beforeunload"]
    expect(sitting.cell(pupil, READING)).to_have_text("24")
    sitting.saved()
    assert school.results()[pupil][READING] == "24"


def test_input_of_another_day_is_shown_and_asked_about_before_it_is_sent(grid, school):
    # given: what was typed an hour ago and never sent
    sitting = grid(class_name="6 Kestrel")
    pupil = sitting.pupils()[0]
    before = school.results()
    sitting.page.route(re.compile(r".*/api/v1/.*"), lambda route: route.abort())
    sitting.enter(pupil, READING, "24", "Enter")
    expect(sitting.page.locator("#grid-chip")).to_have_text("1 not saved")
    sitting.page.on("dialog", lambda dialog: dialog.accept())
    sitting.page.evaluate("""() => {
        const name = Object.keys(localStorage).find((name) => name.startsWith("leadline-grid:"));
        const kept = JSON.parse(localStorage[name]);
        for (const draft of Object.values(kept)) draft.at -= 3_600_000;
        localStorage[name] = JSON.stringify(kept);
    }""")

    # when
    sitting.page.unroute(re.compile(r".*/api/v1/.*"))
    sitting.page.reload()

    # then
    alert = sitting.page.get_by_role("alert")
    expect(alert).to_contain_text("1 value of an earlier visit could not be saved")
    expect(sitting.cell(pupil, READING)).to_have_text("24")
    assert school.results() == before

    # when
    alert.get_by_role("button", name="Save now").click()

    # then
    sitting.saved()
    assert school.results()[pupil][READING] == "24"


def test_a_block_is_one_request(grid):
    # given
    sitting = grid(class_name="6 Kestrel")
    sent = []
    sitting.page.on("request", lambda request: sent.append(request) if request.method in ("POST", "PUT") else None)
    sitting.select(sitting.pupils()[0], READING)

    # when
    sitting.type("Control+a", "Delete")
    sitting.saved()

    # then
    assert len(sent) == 1
    assert len(json.loads(sent[0].post_data)["cells"]) > 20


def hide(page, is_hidden):
    """Lets the page believe that its tab is in the background, or shown again."""
    page.evaluate(
        """isHidden => {
            Object.defineProperty(document, "hidden", { configurable: true, value: isHidden });
            document.dispatchEvent(new Event("visibilitychange"));
        }""", is_hidden)


def reads(page, school, query="class=6%20Kestrel"):
    """The grid as it is only read, once it hears of changes."""
    with page.expect_request(re.compile("/events/")):
        page.goto(school.address(f"assessments/ks2/grid?{query}"))
    return page.locator("#grid tbody tr", has_text="Bailey, Florence").first


def test_a_grid_that_is_only_read_follows_within_two_seconds(grid, person, school):
    # given: somebody reads, with the focus on a pupil's name
    page = person(READER)
    row = reads(page, school)
    row.get_by_role("link").focus()
    due = page.locator("#grid-progress").inner_text()
    theirs = grid(FULL_EDIT, class_name="6 Kestrel")

    # when
    theirs.enter(school.pupils()["Bailey, Florence"], READING, "33", "Enter")

    # then
    expect(row.locator("td").first).to_have_text("33", timeout=2000)
    expect(row.get_by_text(school.scaled("reading", 33), exact=True).first).to_be_visible()
    expect(row.get_by_role("link")).to_be_focused()

    # when
    theirs.clear(school.pupils()["Bailey, Florence"], READING)

    # then
    expect(row.locator("td").first).to_have_text("due", timeout=2000)
    expect(page.locator("#grid-progress")).not_to_have_text(due)


def test_a_reader_sees_the_rows_in_their_new_order(grid, person, school):
    # given: the lowest mark first
    page = person(READER)
    reads(page, school, "class=6%20Kestrel&order=reading.paper1")
    first = page.locator("#grid tbody th").first
    name = page.locator("#grid tbody th").nth(1).inner_text()
    theirs = grid(FULL_EDIT, class_name="6 Kestrel")
    second = theirs.page.locator("#grid tbody tr", has_text=name).get_attribute("data-k")

    # when
    theirs.enter(second, READING, "0", "Enter")

    # then
    expect(first).to_have_text(name, timeout=3000)


def test_a_hidden_tab_holds_no_connection_and_catches_up_when_it_is_shown(grid, person, school):
    # given
    page = person(READER)
    row = reads(page, school)
    theirs = grid(FULL_EDIT, class_name="6 Kestrel")
    pupil = school.pupils()["Bailey, Florence"]
    before = row.locator("td").first.inner_text()

    # when
    with page.expect_event("requestfailed", lambda request: "/events/" in request.url):
        hide(page, True)
    theirs.enter(pupil, READING, "34", "Enter")
    theirs.saved()
    page.wait_for_timeout(1500)

    # then
    expect(row.locator("td").first).to_have_text(before)

    # when
    hide(page, False)

    # then
    expect(row.locator("td").first).to_have_text("34", timeout=2000)


def test_a_sitting_in_a_hidden_tab_catches_up_too(grid, school):
    # given
    mine, theirs = grid(ADMIN, class_name="6 Kestrel"), grid(FULL_EDIT, class_name="6 Kestrel")
    pupil = mine.pupils()[0]
    expect(mine.page.locator("#grid-people")).to_contain_text("A. Okafor")
    hide(mine.page, True)

    # when
    theirs.enter(pupil, READING, "36", "Enter")
    theirs.saved()
    hide(mine.page, False)

    # then
    expect(mine.cell(pupil, READING)).to_have_text("36", timeout=2000)
