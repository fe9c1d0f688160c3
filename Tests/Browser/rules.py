"""The rules of WCAG 2.2 AA as axe-core checks them on the page that is open."""

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}

CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}


def faults(page, options=RULES):
    """What axe-core finds, each rule with the first elements it concerns."""
    found = Axe().run(page, options=options).response["violations"]
    return [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found]


def check_in_light_and_dark(page):
    page.emulate_media(color_scheme="light")
    assert faults(page) == []
    # Only colours change in the dark.
    page.emulate_media(color_scheme="dark")
    assert faults(page, CONTRAST) == []
