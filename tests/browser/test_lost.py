"""The one 404 page speaks the language of the address that failed."""

from __future__ import annotations

import pytest

from tests.browser.tab import Open, Tab

CASES = (
    ("/nowhere/", "zh"),
    ("/scientist/nowhere/x/", "zh"),
    ("/en/nowhere/", "en"),
    ("/en/a/b/c.html", "en"),
    ("/english", "zh"),
)


@pytest.mark.parametrize(("path", "language"), CASES)
def test_it_speaks_the_language_of_the_address(tab: Tab, path: str, language: str) -> None:
    check(tab, path, language)


@pytest.mark.parametrize(("path", "language"), [("/repo/nowhere/", "zh"), ("/repo/en/a/b/", "en")])
def test_also_below_a_path_of_the_host(tab_on: Open, published_server: str, path: str, language: str) -> None:
    check(tab_on(published_server), path, language)


def check(tab: Tab, path: str, language: str) -> None:
    page = tab.open_lost(path)
    assert page.locator("html").get_attribute("lang") == language
    visible = page.locator("h1:visible")
    assert visible.count() == 1
    assert page.locator(f"[lang={language}] h1:visible").count() == 1
    assert page.title().strip() == visible.inner_text().strip()
    for link in page.locator("article a:visible").all():
        assert page.request.get(link.evaluate("a => a.href")).status == 200
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != "", "its style sheet is missing"
    page.locator("article a:visible").first.click()
    page.wait_for_load_state("load")
    assert page.locator("html").get_attribute("lang") == language


def test_without_script_it_shows_both(tab_on: Open, server: str) -> None:
    page = tab_on(server, java_script_enabled=False).open_lost("/en/nowhere/")
    assert page.locator("h1:visible").count() == 2
