"""Whatever leads on stays in the reader's language and leads somewhere, also below a path of the host."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.crawl import crawl, walk
from tests.browser.searching import answers
from tests.browser.site_pages import SitePage, every_page, facts, template_pages
from tests.browser.tab import Open, Tab

LINKS = """() => [...document.querySelectorAll("a[href]")]
  .filter((a) => a.host === location.host && !a.matches(".md-select__link")).map((a) => a.pathname)"""


@pytest.mark.parametrize("page", template_pages(), ids=str)
def test_links_stay_in_the_language_of_the_page(tab: Tab, page: SitePage) -> None:
    links = tab.open(page.path).evaluate(LINKS)
    assert links
    assert [link for link in links if link.startswith("/en/") != (page.language == "en")] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_next_leads_through_all_pages_in_the_order_of_the_contract(server: str, language: str) -> None:
    start = "/en/" if language == "en" else "/"
    reached = [address.removeprefix(server + start).strip("/") for address in walk(server + start)]
    order = ["", *(p for t in facts().tracks for p in (t, *(s for s in facts().sections if s.startswith(f"{t}/"))))]
    assert reached[: len(order)] == order
    assert sorted(reached) == sorted(p.place.strip("/") for p in every_page() if p.language == language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tabs_and_breadcrumbs_speak_the_language_of_the_page(tab: Tab, language: str) -> None:
    start = "/en/" if language == "en" else "/"
    page = tab.open(f"{start}engineer/rag/")
    tracks = [track.zh if language == "zh" else track.en for track in facts().tracks.values()]
    tabs = [text.strip() for text in page.locator(".md-tabs__link").all_inner_texts()]
    assert [text for text in tabs if text in tracks] == tracks
    active = page.locator(".md-tabs__item--active").inner_text().strip()
    assert active == tracks[1]
    crumbs = [text.strip() for text in page.locator(".md-path__item").all_inner_texts()]
    assert tracks[1] in crumbs


def footer(page: Page) -> list[str]:
    return [t.strip() for t in page.locator(".md-footer__link .md-ellipsis").all_inner_texts()]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_previous_and_next_have_the_titles_of_their_pages(tab: Tab, language: str) -> None:
    start = "/en/" if language == "en" else "/"
    page = tab.open(f"{start}scientist/instruction-datasets/")
    neighbours = [facts().places[f"scientist/{name}"] for name in ("architecture", "pretraining")]
    assert footer(page) == [place.zh if language == "zh" else place.en for place in neighbours]
    page.locator(".md-footer__link--next").click()
    page.wait_for_url("**/scientist/pretraining/")
    assert page.locator("html").get_attribute("lang") == language


def test_the_logo_leads_home_in_the_same_language(tab: Tab) -> None:
    page = tab.open("/en/scientist/architecture/")
    page.locator(".md-header .md-logo").click()
    page.wait_for_url("**/en/")


def test_on_a_phone_the_drawer_shows_the_sections(tab_on: Open, server: str) -> None:
    tab = tab_on(server, viewport={"width": 360, "height": 740})
    page = tab.open("/en/scientist/architecture/")
    page.locator(".md-header label[for=__drawer]").first.click()
    link = page.locator(".md-nav--primary a", has_text=facts().places["scientist/pretraining"].en).first
    link.click()
    page.wait_for_url("**/en/scientist/pretraining/")


# ---------------------------------------------------------------------------------------------------------- sub-path
def test_below_a_path_every_link_resolves(server: str) -> None:
    reached = crawl(f"{server}/repo/")
    assert {address: status for address, status in reached.items() if status != 200} == {}
    assert [address for address in reached if not address.startswith(f"{server}/repo/")] == []
    assert {server + "/repo" + page.path for page in every_page()} <= set(reached)


def test_below_a_path_pages_and_search_work(tab: Tab) -> None:
    page = tab.open("/repo/en/engineer/rag/")
    found = answers(page, "KV cache")
    assert all(address.startswith(f"{tab.base}/repo/en/") for address in found)
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/repo/en/**")


# ----------------------------------------------------------------------------------------------------------- published
@pytest.mark.parametrize("path", ["/repo/", "/repo/en/scientist/architecture/"])
def test_with_the_address_of_the_repository_nothing_outside_is_asked(
    tab_on: Open, published_server: str, path: str
) -> None:
    page = tab_on(published_server).open(path)
    page.wait_for_timeout(300)
    assert page.locator("link[rel=canonical]").get_attribute("href") == f"https://roadmap.example{path}"
    assert page.locator('a[href^="https://github.com/example/roadmap/issues/new"]').count() >= 1


def test_the_sitemap_names_both_languages_of_every_page(published_site: Path) -> None:
    text = (published_site / "sitemap.xml").read_text(encoding="utf-8")
    for page in every_page():
        address = f"https://roadmap.example/repo{page.path}"
        assert f"<loc>{address}</loc>" in text
        assert text.count(f'hreflang="{page.language}" href="{address}"') == 2
