"""Light and dark: by the system, by the toggle, and kept from page to page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.tab import Open, Tab


def scheme(page: Page) -> str:
    return page.locator("body").get_attribute("data-md-color-scheme") or ""


def paper(page: Page) -> int:
    """Return how light the background is, from 0 to 765."""
    color: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(int(float(part)) for part in color.partition("(")[2].rstrip(")").split(",")[:3])


def toggle(page: Page) -> None:
    page.locator("[data-md-component=palette] label:visible").click()


@pytest.mark.parametrize(("system", "expected"), [("light", "default"), ("dark", "slate")])
def test_it_follows_the_system_first(tab_on: Open, server: str, system: str, expected: str) -> None:
    page = tab_on(server, color_scheme=system).open("/")
    assert scheme(page) == expected
    assert (paper(page) > 382) == (system == "light")


def test_the_toggle_changes_it_and_the_choice_stays(tab: Tab) -> None:
    page = tab.open("/scientist/architecture/")
    toggle(page)
    assert scheme(page) == "default"
    toggle(page)
    assert scheme(page) == "slate"
    assert paper(page) < 382
    page.reload()
    assert scheme(page) == "slate"
    tab.open("/en/engineer/rag/")
    assert scheme(page) == "slate"
    toggle(page)
    assert scheme(page) == "default"
    assert paper(page) > 382


def test_the_toggle_says_what_it_does_in_the_language_of_the_page(tab: Tab) -> None:
    page = tab.open("/")
    chinese = page.locator("[data-md-component=palette] label:visible").get_attribute("title") or ""
    tab.open("/en/")
    english = page.locator("[data-md-component=palette] label:visible").get_attribute("title") or ""
    assert not chinese.isascii()
    assert english
    assert english.isascii()
