#!/usr/bin/env python3
"""Times the entry grid in Chromium with the server on the same machine. Prints; asserts nothing.

Usage: LEADLINE_PROGRAM=... python Benchmarks/grid_browser.py   (in the environment of scripts/test-browser)
"""

import os
import pathlib
import shutil
import statistics
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/Browser"))

from playwright.sync_api import sync_playwright  # noqa: E402

from grid import Grid  # noqa: E402
from leadline import DFE, PASSWORD, School, roster  # noqa: E402

PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"

# From the stamp of a key's event to the end of the next frame: the first task after its style, layout and paint. That contains the wait
# for the frame, 8 ms on average at 60 a second; `waits` has the part until the frame begins, `handlers` the page's own work.
WATCH = """() => {
    Object.assign(window, { presses: [], waits: [], handlers: [] });
    const { port1, port2 } = new MessageChannel();
    let stamp;
    port1.onmessage = () => presses.push(performance.now() - stamp);
    addEventListener("keydown", ({ timeStamp }) => {
        requestAnimationFrame(() => {
            stamp = timeStamp;
            waits.push(performance.now() - timeStamp);
            port2.postMessage(0);
        });
    }, true);
    new PerformanceObserver((list) => {
        for (const { name, processingStart, processingEnd } of list.getEntries()) if (name === "keydown") handlers.push(processingEnd - processingStart);
    }).observe({ type: "event", durationThreshold: 0 });
}"""
# A quick typist: one key in 60 ms.
PAUSE = 60


def wait_for(page, expression):
    # The page's own policy forbids wait_for_function, which evaluates text in it.
    while not page.evaluate(expression):
        page.wait_for_timeout(20)


def median(values):
    return f"{statistics.median(values):.1f} ms (of {len(values)}, worst {max(values):.1f})"


def first_paint(page, school, query):
    times = []
    for _ in range(9):
        page.goto(school.address(f"assessments/ks2/grid?{query}"))
        wait_for(page, PAINT)
        times.append(page.evaluate(PAINT))
    return median(times)


def key_presses(page, school, class_name=None):
    sitting = Grid(page, school, class_name=class_name)
    page.evaluate(WATCH)
    pupils = sitting.pupils()
    sitting.select(pupils[0], "gps.paper1")
    for number in range(25):
        for key in [*str((number + len(pupils)) % 50), "Enter"]:
            page.keyboard.press(key)
            page.wait_for_timeout(PAUSE)
    sitting.saved()
    parts = ", ".join(f"{name} {statistics.median(page.evaluate(name)):.1f}" for name in ("waits", "handlers"))
    return len(pupils), f"{median(page.evaluate('presses'))}; of it {parts}"


def paste(page, school):
    """As many values as 120 pupils by six papers: the three papers of mathematics of 240 pupils, or nearly."""
    sitting = Grid(page, school, subject="mathematics")
    pupils = sitting.pupils()
    # Who is below the test takes no marks.
    papers = [place for place, column in enumerate(sitting.columns, start=1) if ".paper" in column]
    closed = page.locator("#grid tbody tr").evaluate_all(
        "(rows, papers) => rows.map(row => papers.some(place => !/^(due|[0-9]*)$/.test(row.cells[place].innerText)))", papers)
    times = []
    for round in range(5):
        rows = "\n".join(
            "\t".join("" if closed[place] else str((place + round + paper) % 36) for paper in range(3)) for place in range(len(pupils)))
        sitting.select(pupils[0], "mathematics.paper1")
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.evaluate("text => navigator.clipboard.writeText(text)", rows)
        page.evaluate("""() => {
            window.took = null;
            addEventListener("paste", ({ timeStamp }) => {
                const chip = document.getElementById("grid-chip");
                let isBusy = false;
                const look = () => {
                    if (chip.dataset.state === "saving") isBusy = true;
                    if (isBusy && chip.dataset.state !== "saving") window.took = [chip.dataset.state, performance.now() - timeStamp];
                    else requestAnimationFrame(look);
                };
                look();
            }, { capture: true, once: true });
        }""")
        page.keyboard.press("Control+V")
        wait_for(page, "window.took")
        state, took = page.evaluate("window.took")
        if state != "saved":
            raise SystemExit(f"the block was not saved: {page.locator('#grid-chip').inner_text()}")
        times.append(took)
    return f"{3 * closed.count(False)} values: {median(times)}"


def main():
    folder = pathlib.Path(tempfile.mkdtemp())
    school = School(folder / "data", command="demo")
    try:
        large = folder / "large.csv"
        with sync_playwright() as playwright:
            path = os.environ.get("CHROMIUM") or shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if os.geteuid() == 0 else [])
            page = browser.new_context(locale="en-GB", viewport={"width": 1366, "height": 900}).new_page()
            page.goto(f"{school.origin}/sign-in")
            page.get_by_label("Email address").fill("office@saltmarsh.example")
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").click()
            page.wait_for_url("**/schools/**")
            print("first paint, whole year group, reading:", first_paint(page, school, ""))
            print("first paint, whole year group, editing:", first_paint(page, school, "edit=1&date=2026-05-14"))
            print("key press to paint, %d pupils: %s" % key_presses(page, school))
            def add(part):
                names = [f"Pupil{part}{place:02}, Ada" for place in range(20)]
                large.write_text(roster(f"6 Heron {part}", names, establishment=9000 + part))
                school.run("import", large, "--school", DFE, "--year", 2026)

            for part in range(3):
                add(part)
            print("key press to paint, %d pupils: %s" % key_presses(page, school))
            for part in range(3, 9):
                add(part)
            print("paste,", paste(page, school))
            browser.close()
        scripts = sorted((ROOT / "Sources/Pages/Assets").glob("*.js"))
        print("JavaScript:", sum(script.stat().st_size for script in scripts), "bytes in", len(scripts), "files")
    finally:
        school.stop()
        shutil.rmtree(folder)


main()
