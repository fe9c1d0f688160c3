"""The blank and the filled grid on paper: A4 landscape, nothing cut, the codes with it."""

import pytest
from playwright.sync_api import expect

from leadline import ADMIN

# A4 landscape between margins of 10 mm, in CSS pixels.
WIDTH = 277 / 25.4 * 96


@pytest.mark.parametrize("query", ["", "&blank=1", "&subject=mathematics", "&subject=summary", "&blank=1&subject=summary"])
def test_nothing_is_cut_and_the_codes_are_printed(standing_school, person, query):
    # given
    page = person(ADMIN, viewport={"width": round(WIDTH), "height": 700})
    page.goto(standing_school.address(f"assessments/ks2/grid?class=6%20Kestrel{query}"))

    # when
    page.emulate_media(media="print")

    # then
    table = page.locator("#grid")
    assert table.evaluate("table => table.scrollWidth") <= WIDTH + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH + 1
    cut = table.locator("td, th").evaluate_all("cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 2).map(cell => cell.innerText)")
    assert cut == []
    expect(page.locator("#grid thead")).to_have_css("display", "table-header-group")
    expect(page.get_by_text("Working below the standard of the test").first).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()


def test_the_paper_lies_on_its_side(standing_school, person):
    # given
    page = person(ADMIN)
    page.goto(standing_school.address("assessments/ks2/grid?class=6%20Kestrel"))

    # when
    document = page.pdf(prefer_css_page_size=True)

    # then: 297 by 210 mm in points
    assert b"/MediaBox [0 0 842" in document or b"/MediaBox [0 0 841" in document
