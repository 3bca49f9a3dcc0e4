"""The search of each language finds that language only, by the words of either."""

from __future__ import annotations

import pytest

from tests.browser.searching import answers, lost
from tests.browser.tab import Tab

HOMES = {"zh": "/", "en": "/en/"}


@pytest.mark.parametrize("language", HOMES)
def test_queries_land_in_their_own_language(tab: Tab, language: str) -> None:
    page = tab.open(HOMES[language])
    assert lost(page, language, f"{tab.base}/") == []


def test_it_works_from_a_deep_page_and_an_answer_can_be_opened(tab: Tab) -> None:
    page = tab.open("/en/scientist/architecture/")
    assert answers(page, "KV cache")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/en/engineer/**")
    assert page.locator("h1").count() == 1
