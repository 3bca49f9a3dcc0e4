"""The search of each language finds that language only, by the words of either."""

from __future__ import annotations

import pytest

from tests.browser.searching import QUERIES, answers
from tests.browser.tab import Tab

HOMES = {"zh": "/", "en": "/en/"}


@pytest.mark.parametrize(("language", "query", "section"), QUERIES)
def test_a_query_lands_in_its_own_language(tab: Tab, language: str, query: str, section: str) -> None:
    page = tab.open(HOMES[language])
    found = [address.removeprefix(tab.base) for address in answers(page, query)]
    assert {address.startswith("/en/") for address in found} == {language == "en"}
    assert any(address.startswith(f"{HOMES[language]}{section}/") for address in found), found


def test_it_works_from_a_deep_page_and_an_answer_can_be_opened(tab: Tab) -> None:
    page = tab.open("/en/scientist/architecture/")
    assert answers(page, "KV cache")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/en/engineer/**")
    assert page.locator("h1").count() == 1
