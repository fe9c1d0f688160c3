"""One demo folder for the whole run; a copy of it, served by the program under test, for every test that changes anything."""

import os
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

from grid import Grid
from leadline import ADMIN, PASSWORD, ROLES, School, Template

expect.set_options(timeout=10_000)


def chromium_arguments():
    # Chromium's sandbox does not start for root, who runs containers.
    return ["--no-sandbox"] if os.geteuid() == 0 else []


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=path, args=chromium_arguments())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def template(browser, tmp_path_factory):
    """The demo, made once, with a session of every role kept in its data."""
    folder = tmp_path_factory.mktemp("template") / "data"
    school = School(folder, command="demo")
    try:
        sessions = {}
        for role in ROLES:
            context = browser.new_context()
            page = context.new_page()
            page.goto(f"{school.origin}/sign-in")
            page.get_by_label("Email address").fill(f"{role}@saltmarsh.example")
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").click()
            page.wait_for_url("**/schools/**")
            sessions[role] = context.storage_state()
            context.close()
    finally:
        school.stop()
    return Template(folder, sessions)


@pytest.fixture(scope="session")
def standing_school(template, tmp_path_factory):
    """A school that no test may change."""
    school = template.copy(tmp_path_factory.mktemp("standing") / "data")
    yield school
    school.stop()


@pytest.fixture
def school(template, tmp_path):
    """A school of the test's own."""
    school = template.copy(tmp_path / "data")
    yield school
    school.stop()


@pytest.fixture
def person(browser, template):
    """Makes a browser window of a signed-in person: `person(ADMIN)`; nobody is signed in with None."""
    contexts = []

    def open_window(role=ADMIN, **options):
        context = browser.new_context(
            storage_state=template.sessions[role] if role else None, locale="en-GB",
            viewport=options.pop("viewport", {"width": 1366, "height": 900}), **options)
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def grid(school, person):
    """Makes a sitting in the entry grid: `grid(class_name="6 Kestrel", subject="mathematics")`."""

    def open_grid(role=ADMIN, **what):
        return Grid(person(role), school, **what)

    return open_grid
