"""Every page as a reader meets it: language, title, one H1, a quiet console, nothing outside, no sideways scrolling."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.site_pages import SitePage, chosen_pages, every_page
from tests.browser.tab import Tab

WIDTHS = (1280, 360, 320)
SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return null;
  const clips = (e) => getComputedStyle(e).overflowX !== "visible";
  const clipped = (e) => e && e !== document.body && (clips(e) || clipped(e.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter((e) =>
    e.getBoundingClientRect().right > width + 1 && !clipped(e.parentElement));
  const name = (e) => e.tagName + "." + e.className + ": " + e.textContent.trim().slice(0, 40);
  return document.scrollingElement.scrollWidth + " of " + width + ": " + wide.slice(0, 3).map(name).join(" | ");
}"""

WIDE_FORMULAS = """() => [...document.querySelectorAll(".katex-display")].filter((e) => {
  const hidden = e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === "visible";
  return hidden || e.getBoundingClientRect().right > innerWidth + 1;
}).map((e) => e.textContent.slice(0, 60))"""


@pytest.mark.parametrize("page", chosen_pages(), ids=str)
def test_a_page_reads_well(tab: Tab, page: SitePage) -> None:
    opened = tab.open(page.path)
    assert opened.locator("html").get_attribute("lang") == page.language
    assert opened.locator("h1").count() == 1
    assert opened.title().strip()
    assert opened.locator("meta[name=description]").count() == 1
    for width in WIDTHS:
        opened.set_viewport_size({"width": width, "height": 800})
        assert opened.evaluate(SIDEWAYS) is None, f"{page} scrolls sideways at {width} px"


def test_titles_differ_and_are_in_the_language_of_the_page(site: Path) -> None:
    titles: dict[str, str] = {}
    for page in every_page():
        html = (site / page.path.lstrip("/") / "index.html").read_text(encoding="utf-8")
        title = html.partition("<title>")[2].partition("</title>")[0]
        assert title not in titles, f"{page} and {titles.get(title)} have the title {title}"
        titles[title] = str(page)


def has_formula(site: Path, page: SitePage) -> bool:
    return 'class="katex' in (site / page.path.lstrip("/") / "index.html").read_text(encoding="utf-8")


def test_formulas_have_mathml_and_stay_in_their_column(tab: Tab, site: Path) -> None:
    page = next(p for p in every_page() if has_formula(site, p))
    opened = tab.open(page.path)
    assert tab.asked("katex.min.css")
    assert opened.locator(".katex").count() == opened.locator(".katex math").count()
    opened.set_viewport_size({"width": 360, "height": 800})
    outside = opened.evaluate(WIDE_FORMULAS)
    assert outside == []


def test_a_page_without_formulas_loads_nothing_for_them(tab: Tab, site: Path) -> None:
    page = next(p for p in every_page() if not has_formula(site, p))
    tab.open(page.path)
    assert not tab.asked("katex")


def test_a_heading_can_be_linked_to_and_is_not_hidden_by_the_header(tab: Tab) -> None:
    page = tab.open("/scientist/architecture/#attention")
    page.wait_for_function("scrollY > 0")
    top = page.locator("#attention").evaluate("e => e.getBoundingClientRect().top")
    header = page.locator(".md-header").evaluate("e => e.getBoundingClientRect().bottom")
    assert header - 2 <= top < 450
