from playwright.sync_api import expect

from leadline import PASSWORD, READER


def sign_in(page, school, email, password):
    page.goto(f"{school.origin}/sign-in")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password").fill(password)
    page.keyboard.press("Enter")


def test_a_wrong_password_is_refused_and_the_right_one_opens_the_school(school, person):
    # given
    page = person(None)

    # when
    sign_in(page, school, "office@saltmarsh.example", "three-words-wrong")

    # then
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Email address")).to_have_value("office@saltmarsh.example")
    expect(page.get_by_label("Password")).to_have_value("")

    # when
    sign_in(page, school, "office@saltmarsh.example", PASSWORD)

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text("Assessments")
    expect(page.get_by_role("banner")).to_contain_text("Saltmarsh Primary School")


def test_nothing_tells_whether_an_address_is_known(school, person):
    # given
    page = person(None)
    messages = []

    # when
    for email in ("office@saltmarsh.example", "nobody@saltmarsh.example"):
        sign_in(page, school, email, "three-words-wrong")
        messages.append(page.get_by_role("alert").inner_text())

    # then
    assert messages[0] == messages[1]


def test_who_signs_out_sees_no_page_any_more(school, person):
    # given
    page = person(READER)
    page.goto(school.address("pupils"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Pupils")

    # when
    page.locator("summary", has_text="R. Haddad").click()
    page.get_by_role("button", name="Sign out").click()

    # then
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.goto(school.address("pupils"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    assert page.request.get(f"{school.origin}/api/v1/schools/8209991/results/2026/ks2").status == 401


def test_a_page_that_needs_signing_in_is_opened_afterwards(school, person):
    # given
    page = person(None)
    address = school.address("reports/ks2-outcomes?group=girls")

    # when
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_label("Email address").fill("reader@saltmarsh.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()

    # then
    expect(page.get_by_role("heading", level=1)).to_contain_text("End of Key Stage 2 Outcomes")
    assert page.url == address
