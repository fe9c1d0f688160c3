"""Sheets for parents: the school's words, a class at once on paper, one pupil alone, and the draft."""

from playwright.sync_api import expect

from leadline import ADMIN, READER


def test_the_words_are_changed_and_stand_on_every_sheet_until_undone(school, person):
    # given
    page = person(ADMIN)
    page.goto(school.address("reports"))
    page.get_by_role("link", name="Open the sheets").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sheets for parents")
    page.wait_for_load_state()
    sheets = page.locator(".parents-sheet").count()
    assert sheets > 50

    # when
    page.locator("summary", has_text="The school’s heading and text").click()
    page.get_by_label("Heading").fill("Summer term")
    page.get_by_label("Text").fill("Dear parents,\n\nwell done.")
    page.get_by_role("button", name="Save").click()

    # then
    expect(page.locator(".notice")).to_contain_text("The school’s words were saved")
    page.wait_for_load_state()
    assert page.locator(".parents-sheet h3").all_inner_texts().count("Summer term") == sheets
    page.locator(".notice").get_by_role("button", name="Undo").click()
    expect(page.locator(".parents-sheet h3").first).to_have_text("End of Key Stage 2 results")


def test_a_class_is_printed_at_once_a_page_a_pupil(standing_school, person):
    # given
    page = person(READER)
    page.goto(standing_school.address("reports/parents"))

    # when
    page.get_by_label("Class").select_option("6 Kestrel")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator(".count")).to_contain_text("30 sheets")
    document = page.pdf(prefer_css_page_size=True)

    # then
    assert document.count(b"/Type /Page\n") == 30
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    expect(page.locator("form.filters")).to_be_hidden()
    wide = page.locator(".parents-sheet .table-box").evaluate_all(
        "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth + 1).length")
    assert wide == 0


def test_the_longest_words_leave_every_sheet_on_one_page_and_longer_ones_are_refused(school, person):
    # given
    page = person(ADMIN)
    paragraph = ("Your child’s class teacher is glad to talk about this with you. " * 5)[:198]

    def save(text):
        page.goto(school.address("reports/parents"))
        page.wait_for_load_state()
        page.locator("summary", has_text="The school’s heading and text").click()
        page.get_by_label("Heading").fill("How your child did at the end of Key Stage 2 " * 2 + "in the tests and by teachers")
        page.get_by_label("Text").fill(text)
        page.get_by_role("button", name="Save").click()

    # when
    save("\n\n".join([paragraph] * 5))

    # then
    expect(page.locator(".notice")).to_contain_text("The school’s words were saved")
    page.wait_for_load_state()
    sheets = page.locator(".parents-sheet").count()
    assert sheets > 50
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == sheets

    # when, then
    for text in ["x" * 1001, "\n\n".join("abcdef")]:
        save(text)
        expect(page.get_by_role("alert")).to_contain_text("The text must be 1,000 characters or fewer in 5 paragraphs or fewer")


def test_the_draft_leaves_every_test_out(standing_school, person):
    page = person(READER)
    page.goto(standing_school.address("reports/parents?class=6%20Kestrel"))
    scores = page.get_by_role("columnheader", name="Scaled score")
    expect(scores).to_have_count(30)
    page.get_by_label("Test results").select_option("Draft, without")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator(".count")).to_contain_text("draft")
    expect(page.locator(".parents-sheet").first).to_contain_text("Test results come in July")
    expect(scores).to_have_count(0)
