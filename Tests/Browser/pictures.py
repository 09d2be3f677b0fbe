"""Takes the pictures of docs/pictures from a round and its plan:

    .build/browser/bin/python Tests/Browser/pictures.py datasets/intervet out/placements.csv

`COMMAND` names another build of the command, such as a release build.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import browsing
from playwright.sync_api import sync_playwright

PICTURES = browsing.PROJECT / "docs" / "pictures"


def report(browser, round, plan, folder):
    """The head of the report, and its charts one by one."""
    page_file = folder / "report.html"
    command = os.environ.get("COMMAND", browsing.COMMAND)
    subprocess.run([command, "report", round, plan, "-o", page_file], check=True)
    page = browser.new_page(viewport={"width": 1280, "height": 960})
    page.goto(page_file.resolve().as_uri())
    page.screenshot(path=PICTURES / "report.png")
    page.locator(".host-time").first.screenshot(path=PICTURES / "report-timeline.png")
    page.locator("#flows .figure").first.screenshot(path=PICTURES / "report-flows.png")
    page.locator("#flows .figure").nth(1).screenshot(path=PICTURES / "report-map.png")
    page.close()


def planner(browser, round):
    """A small round on the planner's page, with a change and the answer about a session."""
    command = os.environ.get("COMMAND", browsing.COMMAND)
    server = subprocess.Popen([command, "serve", round], stdout=subprocess.PIPE, text=True)
    try:
        url = re.search(r"http://\S+", server.stdout.readline()).group()
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(url)
        page.wait_for_selector("#sessions details")
        page.locator("#sessions summary").nth(5).click()
        page.locator("#sessions details[open] [data-ask^=session]").click()
        page.wait_for_selector("#answer[open]")
        page.screenshot(path=PICTURES / "planner.png")
    finally:
        server.terminate()
        server.wait()


def main(round, plan):
    PICTURES.mkdir(exist_ok=True)
    folder = browsing.PROJECT / ".build"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        report(browser, round, plan, folder)
        small = folder / "pictures-round"
        browsing.vetmatch("generate", "--profile", "small", "--seed", "5", "-o", small)
        planner(browser, small)
        browser.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
