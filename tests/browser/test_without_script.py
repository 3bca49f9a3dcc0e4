"""Without JavaScript: the text, the ways on, folds and tips."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.site_pages import SitePage, facts, template_pages
from tests.browser.tab import Open, Tab


@pytest.fixture
def plain(tab_on: Open, server: str) -> Tab:
    return tab_on(server, java_script_enabled=False)


@pytest.mark.parametrize("page", template_pages(), ids=str)
def test_the_text_is_there(plain: Tab, page: SitePage) -> None:
    opened = plain.open(page.path)
    assert opened.locator("h1").is_visible()
    assert len(opened.locator("article").inner_text()) > 100


def test_folds_open(plain: Tab) -> None:
    page = plain.open("/scientist/architecture/")
    fold = page.locator("details.llm-fold").first
    inside = fold.locator("a").last
    assert not inside.is_visible()
    fold.locator("summary").click()
    assert inside.is_visible()


def test_previous_next_and_tabs_lead_on(plain: Tab) -> None:
    page = plain.open("/en/scientist/architecture/")
    assert page.locator(".md-tabs__link:visible").count() >= 2
    page.locator(".md-footer__link--next").click()
    page.wait_for_url("**/en/scientist/instruction-datasets/")


def test_the_language_switch_works(plain: Tab) -> None:
    page = plain.open("/scientist/architecture/")
    page.locator(".md-header .md-select").first.hover()
    page.locator('.md-select__link[hreflang="en"]').click()
    page.wait_for_url("**/en/scientist/architecture/")


def test_on_a_phone_the_drawer_opens(tab_on: Open, server: str) -> None:
    phone: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}
    page = tab_on(server, **phone).open("/en/scientist/architecture/")
    page.locator(".md-header label[for=__drawer]").first.click()
    link = page.locator(".md-nav--primary a", has_text=facts().places["scientist/pretraining"].en).first
    link.click()
    page.wait_for_url("**/en/scientist/pretraining/")


def test_a_definition_shows_on_focus(plain: Tab) -> None:
    page = plain.open("/scientist/architecture/")
    holder = page.locator(".llm-has-tip").first
    tip = holder.locator(".llm-tip")
    expect(tip).to_be_hidden()
    holder.locator("[aria-describedby]").focus()
    expect(tip).to_be_visible()
