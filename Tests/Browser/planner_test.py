"""The planner's page as a planner uses it."""

import csv
import http.client
import json
import re
import shutil
import subprocess
import unittest
from pathlib import Path
from urllib.parse import urlsplit

from browsing import COMMAND, LOOKS, BrowserTest, vetmatch


class PlannerTest(BrowserTest):
    def setUp(self):
        self.round = self.scratch / self.id().rsplit(".", 1)[-1]
        vetmatch("generate", "--profile", "small", "--seed", "5", "-o", self.round)
        self.server = subprocess.Popen(
            [COMMAND, "serve", self.round], stdout=subprocess.PIPE, text=True
        )
        self.addCleanup(self.stop)
        self.url = re.search(r"http://\S+", self.server.stdout.readline()).group()

    def stop(self):
        self.server.terminate()
        self.assertEqual(self.server.wait(timeout=10), 0)
        self.server.stdout.close()

    def planner(self, width=1280, dark=False):
        page = self.open(self.url, width, dark)
        self.settle(page)
        return page

    def settle(self, page):
        """Waits until the plan is there and every part shows it."""
        for _ in range(400):
            news = page.evaluate("fetch('state').then(r => r.json())")
            shown = page.evaluate("document.body.dataset.shown")
            if news["state"] == "optimal" and shown == str(news["version"]):
                return
            page.wait_for_timeout(50)
        self.fail(f"no plan is shown: {news}")

    def tiers(self, page):
        return page.evaluate("fetch('state').then(r => r.json()).then(n => n.tiers)")

    def tiers_of(self, round):
        """What the command line finds for a round."""
        found = json.loads(vetmatch("allocate", round, "-o", f"{round}-plan", "--json"))
        return {tier["tier"]: tier["value"] for tier in found["tiers"]}

    def ask(self, page, session):
        page.locator(f"#session-{session} > summary").click()
        page.locator(f"[data-ask='session/{session}']").click()
        page.wait_for_selector("#answer[open]")

    def with_seats(self, session, seats, name):
        """A copy of the round with other seats, changed as in a spreadsheet."""
        copy = self.scratch / f"{self.round.name}-{name}"
        shutil.copytree(self.round, copy)
        with open(copy / "sessions.csv", newline="") as file:
            rows = list(csv.reader(file))
        row = next(row for row in rows if row[0] == session)
        row[rows[0].index("max_people")] = str(seats)
        with open(copy / "sessions.csv", "w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        return copy

    def test_it_opens_without_a_complaint_at_every_width_in_light_and_dark(self):
        for width, dark in LOOKS:
            page = self.planner(width, dark)
            self.assert_sound(page)
            self.assert_fits(page)
            self.assert_accessible(page)
            self.ask(page, "f6")
            self.assert_accessible(page)
            self.picture(page, f"planner-{width}-{'dark' if dark else 'light'}")

    def test_a_change_gives_the_plan_of_the_command_line_and_can_be_undone(self):
        page = self.planner()
        before = self.tiers(page)
        self.assertEqual(before, self.tiers_of(self.round))
        self.ask(page, "f6")
        page.locator("#answer [data-kind=seats] input").fill("4")
        page.locator("#answer [data-kind=seats] button").click()
        page.wait_for_selector("#changes li")
        self.settle(page)
        after = self.tiers(page)
        self.assertEqual(after, self.tiers_of(self.with_seats("f6", 4, "more")))
        self.assertNotEqual(after, before)
        self.assertGreater(page.locator("#moved tbody tr").count(), 0)
        page.click("#undo")
        page.wait_for_selector("#changes li.ahead")
        self.settle(page)
        self.assertEqual(self.tiers(page), before)
        page.click("#redo")
        page.wait_for_selector("#changes li:not(.ahead)")
        self.settle(page)
        self.assertEqual(self.tiers(page), after)
        self.assert_sound(page)

    def test_all_of_it_can_be_done_with_a_keyboard(self):
        page = self.planner()
        page.focus("#session-f6 > summary")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector("#answer[open]")
        page.locator("#answer [data-kind=seats] input").focus()
        page.keyboard.press("Control+A")
        page.keyboard.type("3")
        page.keyboard.press("Enter")
        page.wait_for_selector("#changes li")
        self.settle(page)
        self.assertEqual(self.tiers(page), self.tiers_of(self.with_seats("f6", 3, "three")))
        page.keyboard.press("Control+z")
        page.wait_for_selector("#changes li.ahead")

    def test_somebody_withdraws_and_another_change_is_refused_with_its_reason(self):
        page = self.planner()
        person = page.locator("#sessions [data-ask^='application/']").first
        person.evaluate("b => { b.closest('details').open = true }")
        application = person.get_attribute("data-ask").split("/")[1]
        person.click()
        page.wait_for_selector("#answer[open]")
        self.assertIn(application, page.inner_text("#answer pre"))
        page.click("#answer [data-kind=withdraw] button")
        page.wait_for_selector("#changes li")
        self.settle(page)
        self.assertIn(f"{application} withdraws", page.inner_text("#changes"))
        self.ask(page, "f6")
        page.locator("#answer [data-kind=dates] [name=until]").fill("2001-01-01")
        page.locator("#answer [data-kind=dates] button").click()
        page.wait_for_selector("#message:not([hidden])")
        self.assertIn("sessions.csv", page.inner_text("#message"))
        self.assertEqual(page.locator("#changes li").count(), 1)

    def test_nothing_is_written_before_it_is_saved_and_then_a_whole_round(self):
        before = self.listing()
        page = self.planner()
        self.ask(page, "f6")
        page.locator("#answer [data-kind=seats] input").fill("4")
        page.locator("#answer [data-kind=seats] button").click()
        page.wait_for_selector("#changes li")
        self.settle(page)
        self.assertEqual(self.listing(), before)
        for _ in range(2):
            page.fill("#save input", "more-seats")
            page.click("#save button")
            page.wait_for_selector("#message.good:not([hidden])")
        self.assertEqual(
            {path.name for path in (self.round / "scenarios").iterdir()}
            & {"more-seats"}, {"more-seats"})
        saved = self.round / "scenarios" / "more-seats"
        vetmatch("verify", saved, saved / "plan.csv")
        self.assertEqual(self.tiers_of(saved), self.tiers(page))
        page.evaluate("document.querySelector('#save input').removeAttribute('pattern')")
        page.fill("#save input", "../out")
        page.click("#save button")
        page.wait_for_selector("#message:not(.good):not([hidden])")
        self.assertFalse((self.round / "out").exists())

    def test_it_starts_from_a_plan_that_has_been_made(self):
        vetmatch("allocate", self.round, "-o", self.scratch / "made", "-q")
        server = subprocess.Popen(
            [COMMAND, "serve", self.round, "--plan", self.scratch / "made" / "placements.csv"],
            stdout=subprocess.PIPE, text=True)
        self.addCleanup(server.stdout.close)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        page = self.open(re.search(r"http://\S+", server.stdout.readline()).group())
        first = page.evaluate("fetch('state').then(r => r.json())")
        self.assertEqual((first["state"], first["version"]), ("optimal", 0))
        self.settle(page)
        self.assertEqual(self.tiers(page), self.tiers_of(self.round))

    def listing(self):
        return sorted((str(p), p.stat().st_mtime_ns) for p in Path(self.round).rglob("*"))

    def test_other_sites_and_strangers_are_refused(self):
        url = urlsplit(self.url)
        own = f"http://{url.netloc}"
        change = json.dumps({"kind": "seats", "id": "f6", "value": "9"})
        json_type = {"Content-Type": "application/json"}
        for expected, method, path, headers in [
            (200, "GET", url.path, {}),
            (404, "GET", "/", {}),
            (404, "GET", "/" + "0" * 32 + "/", {}),
            (403, "GET", url.path, {"Host": "evil.example"}),
            (403, "GET", url.path, {"Sec-Fetch-Site": "cross-site"}),
            (403, "POST", url.path + "change", json_type),
            (403, "POST", url.path + "change", json_type | {"Origin": "http://evil.example"}),
            (403, "POST", url.path + "change", {"Origin": own, "Content-Type": "text/plain"}),
            (404, "GET", url.path + "part/1/../../..", {}),
            (404, "GET", url.path + "part/1/%2e%2e", {}),
            (405, "DELETE", url.path, {}),
        ]:
            link = http.client.HTTPConnection(url.netloc, timeout=10)
            link.request(method, path, change if method == "POST" else None, headers)
            self.assertEqual(link.getresponse().status, expected, (method, path, headers))
            link.close()


if __name__ == "__main__":
    unittest.main()
