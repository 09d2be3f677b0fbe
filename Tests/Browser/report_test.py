"""The report as its readers use it."""

import csv
import re
import shutil
import unittest

from browsing import LOOKS, BrowserTest, vetmatch

HOSTILE = [
    "<script>document.title='run'</script>",
    "\"><img src=x onerror=alert(1)>",
    "O'Neil & \"sons\" </td></table>",
    "\u202eright to left\u202e and on",
    "x" * 500,
    "ime " * 125,
]


class ReportTest(BrowserTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.round = cls.scratch / "round"
        vetmatch("generate", "--profile", "small", "--seed", "5", "-o", cls.round)
        with open(cls.round / "organisations.csv", "a") as file:
            file.write("in-kosovo,A school,XK,Prishtina,42.6629,21.1655\n")
        cls.page_url = cls.report(cls.round, "plain")

    @classmethod
    def report(cls, round, name, *more):
        """Plans a round and writes its page; where it is."""
        vetmatch("allocate", round, "-o", cls.scratch / f"{name}-plan", "-q")
        page = cls.scratch / f"{name}.html"
        plan = cls.scratch / f"{name}-plan" / "placements.csv"
        vetmatch("report", round, plan, "-o", page, *more)
        return page.as_uri()

    def test_it_opens_without_a_complaint_or_a_request(self):
        page = self.open(self.page_url)
        self.assert_sound(page)
        self.assertEqual(page.asked, [self.page_url])
        self.assertIn("Proven", page.inner_text(".verdict"))

    def test_rules_of_access_hold_at_every_width_in_light_and_dark(self):
        for width, dark in LOOKS:
            page = self.open(self.page_url, width, dark)
            self.assert_fits(page)
            page.click("[data-open=sessions]")
            self.assert_accessible(page)
            self.assert_fits(page)
            self.picture(page, f"report-{width}-{'dark' if dark else 'light'}")
            self.assert_sound(page)

    def test_searching_finds_words_in_any_order_and_without_marks(self):
        page = self.open(self.page_url)
        rows = page.locator("#unplaced-table tbody tr")
        everybody = rows.count()
        self.assertGreater(everybody, 3)
        cells = rows.first.locator("th, td").all_inner_texts()
        word = cells[0].split()[0]
        page.fill("#unplaced-table-search", word.upper())
        shown = page.locator("#unplaced-table tbody tr:visible").count()
        self.assertTrue(0 < shown < everybody)
        self.assertEqual(page.inner_text("#unplaced-table-shown b"), str(shown))
        page.fill("#unplaced-table-search", "no such word at all")
        self.assertEqual(page.locator("#unplaced-table tbody tr:visible").count(), 0)
        page.fill("#unplaced-table-search", "")
        self.assertEqual(page.locator("#unplaced-table tbody tr:visible").count(), everybody)

    def test_sorting_by_points_is_by_number(self):
        page = self.open(self.page_url)
        button = page.locator("#unplaced-table thead button", has_text="Points")
        column = button.evaluate("b => b.closest('th').cellIndex")
        for direction, is_reverse in (("ascending", False), ("descending", True)):
            button.click()
            self.assertEqual(button.evaluate("b => b.closest('th').ariaSort"), direction)
            points = page.locator(f"#unplaced-table tbody tr > :nth-child({column + 1})")
            found = [float(text.replace(" ", "")) for text in points.all_inner_texts()]
            self.assertEqual(found, sorted(found, reverse=is_reverse))

    def test_all_of_it_can_be_done_with_a_keyboard(self):
        page = self.open(self.page_url)
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
        page.keyboard.press("Enter")
        self.assertEqual(page.evaluate("document.activeElement.id"), "main")
        self.tab_to(page, "document.activeElement.closest('details.session')")
        page.keyboard.press("Enter")
        self.assertEqual(page.locator("details.session[open]").count(), 1)
        self.tab_to(page, "document.activeElement.id === 'unplaced-table-search'")
        page.keyboard.type("zzzz")
        self.assertEqual(page.locator("#unplaced-table tbody tr:visible").count(), 0)
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        self.tab_to(page, "document.activeElement.closest('#unplaced-table thead')")
        page.keyboard.press("Enter")
        self.assertEqual(page.locator("#unplaced-table [aria-sort=ascending]").count(), 1)

    def tab_to(self, page, condition):
        for _ in range(400):
            page.keyboard.press("Tab")
            if page.evaluate(f"Boolean({condition})"):
                return
        self.fail(f"no way by keyboard to where {condition}")

    def test_on_paper_everything_is_open_and_takes_few_pages(self):
        page = self.open(self.page_url)
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
        self.assertTrue(6 <= pages <= 9, pages)
        page.emulate_media(media="print")
        self.assertFalse(page.is_visible("nav"))
        self.assertFalse(page.is_visible(".tool >> nth=0"))

    def test_hostile_names_are_shown_and_not_run(self):
        round = self.scratch / "hostile"
        vetmatch("generate", "--profile", "small", "--seed", "6", "-o", round)
        self.rename(round / "participants.csv", "name")
        self.rename(round / "organisations.csv", "name")
        self.rename(round / "streams.csv", "title")
        page = self.open(self.report(round, "hostile"), 320)
        self.assert_sound(page)
        self.assertNotEqual(page.title(), "run")
        self.assertEqual(page.locator("img").count(), 0)
        page.click("[data-open=sessions]")
        self.assert_fits(page)
        shown = page.evaluate("[...document.querySelectorAll('bdi')].map(b => b.textContent)")
        for name in HOSTILE:
            self.assertIn(name.strip(), shown)
        self.assert_accessible(page)
        self.picture(page, "report-hostile-320")

    def rename(self, table, column):
        """Gives every row of a table one of the hostile names."""
        with open(table, newline="") as file:
            rows = list(csv.reader(file))
        place = rows[0].index(column)
        for number, row in enumerate(rows[1:]):
            row[place] = HOSTILE[number % len(HOSTILE)].strip()
        with open(table, "w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    def test_every_language_says_which_it_is_and_has_the_footnote(self):
        for code in ("en", "sr", "bs", "mk", "sq", "it"):
            page = self.open(self.report(self.round, code, "--lang", code), 320)
            self.assertTrue(page.get_attribute("html", "lang").startswith(code))
            self.assertIn("1244", page.inner_text("#kosovo"))
            self.assert_fits(page)
            self.assert_sound(page)

    def test_two_plans_stand_beside_each_other(self):
        other = self.scratch / "other"
        shutil.copytree(self.round, other)
        (other / "settings.csv").write_text("setting,value\nobjective,travel|draw\n")
        vetmatch("allocate", other, "-o", self.scratch / "other-plan", "-q")
        second = self.scratch / "other-plan" / "placements.csv"
        page = self.open(self.report(self.round, "compared", "--compare", second))
        self.assertGreater(page.locator("#moves-table tbody tr").count(), 3)
        self.assert_accessible(page)


if __name__ == "__main__":
    unittest.main()
