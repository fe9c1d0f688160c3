"""The entry grid as a person works in it: cells found by pupil and column, real keys."""

import json
import re
from urllib.parse import urlencode

from playwright.sync_api import expect


class Grid:
    """A sitting in progress."""

    def __init__(
            self, page, school, class_name=None, subject=None, year=2026, date="2026-05-14", assessment="ks2", year_group=None):
        self.page = page
        self.school = school
        self.year = year
        query = {"year-group": year_group, "class": class_name, "subject": subject, "edit": 1, "date": date}
        page.goto(school.address(f"assessments/{assessment}/grid", year) + "?" + urlencode({k: v for k, v in query.items() if v}))
        expect(page.locator("#grid[role=grid]")).to_be_visible()
        self._read_columns()

    def _read_columns(self):
        columns = json.loads(self.page.locator("#grid-columns").text_content())["columns"]
        self.columns = [column["id"] for column in columns]

    def cell(self, pupil, column):
        """The cell of a UPN and a column such as `reading.paper1`."""
        place = self.columns.index(column) + 1
        return self.page.locator(f"#grid tr[data-k='{pupil}'] > td:nth-of-type({place})")

    def select(self, pupil, column):
        cell = self.cell(pupil, column)
        # A click on the selected cell opens it for typing, as F2 does; with Shift it only makes a range one cell again.
        is_selected = cell.evaluate("td => td === document.activeElement")
        cell.click(modifiers=["Shift"] if is_selected else [])
        expect(cell).to_be_focused()
        return cell

    def type(self, *keys):
        """Types as a person does: digits and letters one by one, other keys by their names."""
        for key in keys:
            if re.fullmatch(r"[A-Z][a-z]\w*|F\d+|.+\+.+", key):
                self.page.keyboard.press(key)
            else:
                self.page.keyboard.type(key)

    def enter(self, pupil, column, *keys):
        self.select(pupil, column)
        self.type(*keys)

    def clear(self, pupil, *columns):
        for column in columns:
            self.select(pupil, column)
            self.page.keyboard.press("Delete")
        self.saved()

    def saved(self):
        """Waits until the page says that everything is saved; it says so anew with the next frame."""
        self.painted()
        expect(self.page.locator("#grid-chip")).to_have_text("All changes saved")

    def painted(self):
        """Waits until the page shows what was done so far. A hidden page paints nothing."""
        self.page.evaluate(
            "() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); if (document.hidden) done(); })")

    def paste(self, text):
        """Pastes at the selected cell as Ctrl+V does, from the clipboard."""
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("Control+V")

    def clipboard(self):
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        return self.page.evaluate("navigator.clipboard.readText()")

    def column(self, column, pupils):
        """What the cells of a column show."""
        return [self.cell(pupil, column).inner_text() for pupil in pupils]

    def pupils(self):
        """The keys of the pupils, top to bottom."""
        return self.page.locator("#grid tbody tr[data-k]").evaluate_all("rows => rows.map(row => row.dataset.k)")

    def button(self, name):
        return self.page.get_by_role("group", name="Editing").get_by_role("button", name=name)

    def message(self, cell):
        """The message that a cell is described by."""
        expect(cell).to_have_attribute("aria-describedby", re.compile("grid-message"))
        ids = cell.get_attribute("aria-describedby").split()
        return self.page.locator(", ".join(f"#{id.replace('.', chr(92) + '.')}" for id in ids if id != "grid-note"))

    def progress(self):
        words = self.page.locator("#grid-progress").text_content().split()
        return int(words[0]), int(words[2])
