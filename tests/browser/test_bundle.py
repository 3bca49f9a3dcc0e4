"""The offline site: unzipped somewhere, opened by double click, with the network cut."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from roadmap.bundle import pack

from tests.browser.searching import answers, lost
from tests.browser.site_pages import SitePage, chosen_pages
from tests.browser.tab import Tab
from tests.browser.test_scheme import paper, scheme, toggle
from tests.browser.test_switch import scroll_to, switch

PLACE = "我的 文档/100% read me #1"


@pytest.fixture(scope="session")
def unzipped(flat_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one folder in the zip file, in a place with spaces, Chinese letters and signs that addresses escape."""
    folder = tmp_path_factory.mktemp("bundle")
    pack(flat_site, folder / "a.zip", 1_790_000_000)
    with zipfile.ZipFile(folder / "a.zip") as archive:
        archive.extractall(folder / PLACE)
    (top,) = (folder / PLACE).iterdir()
    return top


@pytest.fixture
def offline(contexts: Callable[..., BrowserContext], unzipped: Path) -> Opener:
    return Opener(contexts, unzipped)


class Opener:
    """Opens tabs on the unzipped folder in contexts without network."""

    def __init__(self, contexts: Callable[..., BrowserContext], folder: Path) -> None:
        self.contexts, self.folder = contexts, folder

    def __call__(self, path: str = "/site/index.html", **options: object) -> Tab:
        context = self.contexts(**options)
        context.set_offline(True)
        context.route(re.compile("^(https?|wss?):"), lambda route: route.abort())
        tab = Tab(context, self.folder.as_uri())
        tab.open(path)
        return tab


@pytest.mark.parametrize(
    ("locale", "language"), [("zh-CN", "zh"), ("en-US", "en"), ("de-DE", "zh"), ("zh-TW", "zh"), ("en-GB", "en")]
)
def test_the_file_on_top_opens_the_home_page_in_the_readers_language(
    offline: Opener, locale: str, language: str
) -> None:
    tab = offline("/index.html", locale=locale)
    tab.page.wait_for_selector("article h1")
    assert tab.page.locator("html").get_attribute("lang") == language
    assert tab.path.endswith("/site/en/index.html" if language == "en" else "/site/index.html")
    assert tab.log == []


def test_without_script_the_file_on_top_opens_the_chinese_home_page(offline: Opener) -> None:
    tab = offline("/index.html", java_script_enabled=False)
    tab.page.wait_for_selector("article h1")
    assert tab.path.endswith("/site/index.html")
    assert tab.log == []


def test_only_the_file_to_open_and_one_folder_stand_on_top(unzipped: Path) -> None:
    assert sorted(entry.name for entry in unzipped.iterdir()) == ["index.html", "site"]


@pytest.mark.parametrize("page", chosen_pages(), ids=str)
def test_a_page_reads_well(offline: Opener, page: SitePage) -> None:
    tab = offline(f"/site/{page.flat}")
    assert tab.page.locator("html").get_attribute("lang") == page.language
    assert tab.page.locator("h1").count() == 1
    assert tab.log == []


@pytest.mark.parametrize(("language", "home"), [("zh", "index.html"), ("en", "en/index.html")])
def test_queries_land_in_their_own_language(offline: Opener, language: str, home: str) -> None:
    tab = offline(f"/site/{home}")
    assert lost(tab.page, language, f"{tab.base}/site/") == []
    assert tab.log == []


def test_an_answer_opens(offline: Opener) -> None:
    tab = offline("/site/en/scientist/architecture/index.html")
    assert answers(tab.page, "KV cache")
    tab.page.locator(".md-search-result__link").first.click()
    tab.page.wait_for_url("**/en/engineer/**")
    assert tab.log == []


def test_next_and_tabs_lead_on(offline: Opener) -> None:
    tab = offline("/site/en/scientist/architecture/index.html")
    tab.page.locator(".md-footer__link--next").click()
    tab.page.wait_for_url("**/en/scientist/instruction-datasets/index.html")
    tab.page.locator(".md-tabs__link").last.click()
    tab.page.wait_for_load_state("load")
    assert tab.page.locator("html").get_attribute("lang") == "en"
    assert tab.log == []


def test_the_switch_keeps_page_and_heading(offline: Opener) -> None:
    tab = offline("/site/scientist/architecture/index.html")
    scroll_to(tab.page, "attention")
    switch(tab.page, "en")
    assert tab.path.endswith("/site/en/scientist/architecture/index.html#attention")
    switch(tab.page, "zh")
    assert tab.path.endswith("/site/scientist/architecture/index.html#attention")
    assert tab.log == []


def test_the_scheme_changes_and_stays(offline: Opener) -> None:
    tab = offline()
    toggle(tab.page)
    toggle(tab.page)
    assert scheme(tab.page) == "slate"
    tab.open("/site/en/engineer/rag/index.html")
    assert scheme(tab.page) == "slate"
    assert paper(tab.page) < 382
    assert tab.log == []
