"""The language switch leads to the same page and the same heading, and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site_pages import SitePage, template_pages
from tests.browser.tab import Tab

SCROLL = "e => scrollTo({ top: e.getBoundingClientRect().top + scrollY - 60, behavior: 'instant' })"


def point(page: Page, selector: str) -> tuple[float, float]:
    """Return the middle of an element, as a hand finds it: Playwright's own hover scrolls pages with sticky headers."""
    box = page.locator(selector).first.bounding_box()
    assert box, f"{selector} is not to be seen"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def switch(page: Page, language: str) -> None:
    link = f'.md-header .md-select__link[hreflang="{language}"]'
    page.mouse.move(*point(page, ".md-header .md-select"))
    expect(page.locator(link)).to_be_visible()
    page.wait_for_timeout(300)  # the list slides down
    page.mouse.click(*point(page, link))
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.wait_for_load_state("load")


def scroll_to(page: Page, heading: str) -> None:
    page.locator(f"#{heading}").evaluate(SCROLL)


@pytest.mark.parametrize("page", [page for page in template_pages() if page.language == "zh"], ids=str)
def test_it_leads_to_the_same_page_and_back(tab: Tab, page: SitePage) -> None:
    opened = tab.open(page.path)
    switch(opened, "en")
    assert tab.path == f"/en{page.path}"
    switch(opened, "zh")
    assert tab.path == page.path


@pytest.mark.parametrize("heading", ["why", "attention", "decide"])
def test_it_keeps_the_heading(tab: Tab, heading: str) -> None:
    page = tab.open("/scientist/architecture/")
    scroll_to(page, heading)
    switch(page, "en")
    assert tab.path == f"/en/scientist/architecture/#{heading}"
    page.wait_for_function("scrollY > 0")
    switch(page, "zh")
    assert tab.path == f"/scientist/architecture/#{heading}"


def test_at_the_start_of_a_page_it_adds_no_heading(tab: Tab) -> None:
    page = tab.open("/scientist/architecture/#attention")
    page.wait_for_function("scrollY > 0")
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    switch(page, "en")
    assert tab.path == "/en/scientist/architecture/"


def test_it_works_by_keyboard(tab: Tab) -> None:
    page = tab.open("/about/")
    page.locator(".md-header .md-select button").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hreflang") == "en"
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/about/")
