"""What each role's pages offer, and what a refusal says."""

import pytest
from playwright.sync_api import expect

from leadline import ADMIN, FULL_EDIT, GOVERNOR, OWNER, PARTIAL_EDIT, READER, ROLES

SECTIONS = {
    OWNER: ["Assessments", "Pupils", "Reports", "Analysis", "Files", "School"],
    ADMIN: ["Assessments", "Pupils", "Reports", "Analysis", "Files", "School"],
    # Files lists what they may take back: groups, judgements copied forward.
    FULL_EDIT: ["Assessments", "Pupils", "Reports", "Analysis", "Files", "School"],
    PARTIAL_EDIT: ["Assessments", "Pupils", "Reports", "Analysis", "Files", "School"],
    READER: ["Assessments", "Pupils", "Reports", "Analysis", "School"],
    GOVERNOR: ["Reports", "Analysis", "School"],
}
ENTERS = {OWNER, ADMIN, FULL_EDIT}
MANAGES = {OWNER, ADMIN}


@pytest.mark.parametrize("role", ROLES)
def test_the_rail_shows_what_the_role_can_open(standing_school, person, role):
    # given
    page = person(role)

    # when
    page.goto(standing_school.origin)

    # then
    links = page.get_by_role("navigation", name="Main").get_by_role("listitem")
    expect(links).to_have_text(SECTIONS[role])
    for link in links.get_by_role("link").all():
        assert page.request.get(standing_school.origin + link.get_attribute("href")).ok


@pytest.mark.parametrize("role", [role for role in ROLES if role != GOVERNOR])
def test_the_grid_offers_editing_to_those_who_may_and_says_why_to_others(standing_school, person, role):
    # given
    page = person(role)

    # when
    page.goto(standing_school.address("assessments/ks2/grid?class=6%20Kestrel"))

    # then
    expect(page.locator("#grid tbody tr")).to_have_count(30)
    edit = page.locator("summary", has_text="Edit Assessment")
    if role in ENTERS:
        expect(edit).to_be_visible()
    else:
        expect(edit).to_have_count(0)
        expect(page.locator(".grid-why")).to_contain_text("reads results and does not change them")

    # when: the address of a sitting is typed
    page.goto(standing_school.address("assessments/ks2/grid?class=6%20Kestrel&edit=1&date=2026-05-14"))

    # then
    expect(page.locator("#grid-lock")).to_have_count(1 if role in ENTERS else 0)


@pytest.mark.parametrize("role", ROLES)
def test_managing_is_offered_to_owner_and_admin_alone(standing_school, person, role):
    # given
    page = person(role)

    # when, then
    page.goto(standing_school.address("school"))
    expect(page.get_by_role("button", name="Save")).to_have_count(1 if role in MANAGES else 0)
    page.goto(standing_school.address("school/tables"))
    expect(page.get_by_role("button", name="Load the table")).to_have_count(1 if role in MANAGES else 0)
    if role != GOVERNOR:
        page.goto(standing_school.address("pupils"))
        expect(page.get_by_role("link", name="Import pupils")).to_have_count(1 if role in MANAGES else 0)
    assert page.goto(standing_school.address("school/users")).status == (200 if role in MANAGES else 403)
    answer = page.goto(standing_school.address("files"))
    assert answer.status == (403 if role in (READER, GOVERNOR) else 200)
    expect(page.get_by_role("button", name="Show the preview")).to_have_count(1 if role in MANAGES else 0)


@pytest.mark.parametrize("role", [FULL_EDIT, PARTIAL_EDIT, READER, GOVERNOR])
def test_a_refusal_says_the_role_who_may_and_what_to_do(standing_school, person, role):
    # given
    page = person(role)

    # when
    answer = page.goto(standing_school.address("school/users"))

    # then
    assert answer.status == 403
    expect(page.get_by_role("heading", level=1)).to_have_text("You cannot manage users")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Your role is")
    expect(main).to_contain_text("Account Owner and Account Admin may manage users")
    expect(main).to_contain_text("ask the Account Owner")
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()


def test_a_new_colleague_chooses_a_password_by_the_one_time_link(school, person):
    # given
    page = person(ADMIN)
    page.goto(school.address("school/users"))

    # when
    page.get_by_label("Email address").fill("t.finch@saltmarsh.example")
    page.get_by_role("combobox", name="Role").last.select_option(label="Full Edit")
    page.get_by_role("button", name="Add the user").click()

    # then
    link = page.locator(".notice .secret input").input_value()
    assert link.startswith("http")
    expect(page.get_by_role("row", name="t.finch@saltmarsh.example")).to_contain_text("no password yet")

    # when
    newcomer = person(None)
    newcomer.goto(link)
    fields = newcomer.locator("input[type=password]")
    for field in fields.all():
        field.fill("another-three-words")
    newcomer.get_by_role("main").get_by_role("button").click()

    # then
    expect(newcomer.get_by_role("heading", level=1)).to_have_text("Assessments")

    # when: the link is used again
    second = person(None)
    second.goto(link)

    # then
    expect(second.locator("input[type=password]")).to_have_count(0)


def test_an_admin_cannot_make_an_account_owner(standing_school, person):
    # given
    page = person(ADMIN)

    # when
    page.goto(standing_school.address("school/users"))

    # then
    options = page.locator("#field-role option").all_inner_texts()
    assert "Full Edit" in options
    assert "Account Owner" not in options
