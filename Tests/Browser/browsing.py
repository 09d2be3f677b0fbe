"""What all tests in a browser share: the command, rounds to show, and a watched page."""

import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from axe_playwright_python import base as axe
from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
COMMAND = PROJECT / ".build" / "debug" / "vetmatch"
WIDTHS = (320, 768, 1920)
# Every width, in light or dark, and a common one in both.
LOOKS = ((320, False), (768, True), (1280, False), (1280, True), (1920, False))
AXE = (Path(axe.__file__).parent / "axe.min.js").read_text()
# Pictures for a person to look at are kept where this names a folder.
PICTURES = os.environ.get("PICTURES")


def vetmatch(*arguments, status=0):
    """Runs the command to its end."""
    run = subprocess.run(
        [COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=300
    )
    assert run.returncode == status, (arguments, run.returncode, run.stdout, run.stderr)
    return run.stdout


class BrowserTest(unittest.TestCase):
    """A browser and a scratch folder for a class of tests; a fresh page for each test."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.scratch = Path(cls.folder.name)
        cls.driver = sync_playwright().start()
        cls.browser = cls.driver.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.driver.stop()
        cls.folder.cleanup()

    def open(self, url, width=1280, dark=False):
        """Opens a page and watches what it says, asks for and pops up."""
        page = self.browser.new_page(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
        )
        self.addCleanup(page.close)
        page.complaints, page.asked = [], []
        page.on("console", lambda m: m.type in ("error", "warning") and page.complaints.append(m.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (page.complaints.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(url)
        return page

    def assert_sound(self, page):
        """The page has no complaint and asked nobody but where it comes from."""
        self.assertEqual(page.complaints, [])
        origin = re.match(r"^(file://|http://127\.0\.0\.1:\d+)", page.url).group(1)
        self.assertEqual([url for url in page.asked if not url.startswith(origin)], [])

    def assert_accessible(self, page):
        """No rule of axe is broken: contrast, names, roles, order of headings and more."""
        page.evaluate(AXE)
        found = page.evaluate(
            "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)"
        )
        told = [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found]
        self.assertEqual(told, [])

    def assert_fits(self, page):
        """Nothing but a frame of its own scrolls sideways."""
        wide, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        self.assertLessEqual(wide, room)

    def picture(self, page, name):
        if PICTURES:
            page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)
