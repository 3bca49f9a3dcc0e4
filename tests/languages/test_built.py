"""The pages of a small real build: everything around the text is in the page's own language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.languages.site import build_tree, part, write_tree

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tree(tmp_path_factory.mktemp("docs"))


@pytest.fixture(scope="module")
def folders(docs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tree(docs, tmp_path_factory.mktemp("folders"))


@pytest.fixture(scope="module")
def files(docs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tree(docs, tmp_path_factory.mktemp("files"), directory_urls=False)


@pytest.fixture(scope="module")
def public(docs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPO_URL", "https://code.example/owner/name/")
        return build_tree(docs, tmp_path_factory.mktemp("public"), site_url="https://site.example/repo/")


@pytest.fixture(params=["folders", "files"])
def site(request: pytest.FixtureRequest) -> Path:
    built: Path = request.getfixturevalue(request.param)
    return built


def read(site: Path, address: str) -> str:
    return (site / address).read_text(encoding="utf-8")


def without_switch(html: str) -> str:
    """The names of the languages in the switch, and the article's Chinese title in the footer, are meant."""
    html = re.sub(r'<ul class="md-select__list">.*?</ul>', "", html, flags=re.DOTALL)
    return re.sub(r'<cite lang="zh">.*?</cite>', "", html)


ENGLISH = [
    "en/index.html",
    "en/scientist/index.html",
    "en/scientist/architecture/index.html",
    "en/engineer/rag/index.html",
]


@pytest.mark.parametrize("address", ENGLISH)
def test_english_pages_have_no_chinese_around_them(site: Path, address: str) -> None:
    html = read(site, address)
    assert '<html lang="en"' in html
    assert not CHINESE.findall(without_switch(html))


@pytest.mark.parametrize("address", [a.removeprefix("en/") for a in ENGLISH])
def test_chinese_pages_have_no_english_titles_around_them(site: Path, address: str) -> None:
    html = without_switch(read(site, address))
    assert '<html lang="zh"' in html
    assert not re.findall(r"The LLM|Career Roadmap|About this site|Table of contents|Previous|Skip to|>\s*Search", html)


def test_titles(site: Path) -> None:
    assert "<title>LLM 学习路线图</title>" in read(site, "index.html")
    assert "<title>LLM Career Roadmap</title>" in read(site, "en/index.html")
    assert "<title>LLM 架构 · LLM 学习路线图</title>" in read(site, "scientist/architecture/index.html")
    assert "<title>The LLM architecture · LLM Career Roadmap</title>" in read(
        site, "en/scientist/architecture/index.html"
    )


def test_switch_leads_to_the_same_page(folders: Path, files: Path) -> None:
    pattern = r'<a href="([^"]*)" hreflang="{}" class="md-select__link" target="_self">'
    html = read(folders, "scientist/architecture/index.html")
    assert part(html, pattern.format("en")) == "../../en/scientist/architecture/"
    html = read(folders, "en/index.html")
    assert part(html, pattern.format("zh")) in ("..", "../")
    html = read(files, "en/about.html")
    assert part(html, pattern.format("zh")) == "../about.html"
    html = read(files, "about.html")
    assert part(html, pattern.format("en")) == "en/about.html"


def test_no_page_has_alternate_links(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert 'rel="alternate"' not in page.read_text(encoding="utf-8"), page


def test_previous_and_next_stay_in_the_language(folders: Path) -> None:
    html = read(folders, "en/scientist/pretraining/index.html")
    assert part(html, r'<link rel="prev" href="([^"]*)"') == "../architecture/"
    assert part(html, r'<link rel="next" href="([^"]*)"') == "../../engineer/"
    html = read(folders, "en/index.html")
    assert 'rel="prev"' not in html
    html = read(folders, "index.html")
    assert part(html, r'<link rel="next" href="([^"]*)"') == "scientist/"


def test_navigation_order_and_titles(folders: Path) -> None:
    html = read(folders, "en/scientist/architecture/index.html")
    nav = part(html, r'(<nav class="md-nav md-nav--primary.*?)<div class="md-content')
    titles = re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', nav)
    assert list(dict.fromkeys(titles))[:6] == [
        "Home", "The LLM Scientist", "The LLM architecture", "A", "Pre-training models", "The LLM Engineer",
    ]  # fmt: skip


def test_breadcrumbs_and_logo(folders: Path) -> None:
    html = read(folders, "en/scientist/architecture/index.html")
    path = part(html, r'<nav class="md-path"(.*?)</nav>')
    assert re.findall(r'href="([^"]*)"', path) == ["../../", "../"]
    assert re.findall(r'<span class="md-ellipsis"> (.*?) </span>', path) == ["Home", "The LLM Scientist"]
    assert part(html, r'<a href="([^"]*)"[^>]*class="md-header__button md-logo"') == "../../"


def test_search_base_is_the_language_root(folders: Path, files: Path) -> None:
    assert '"base": "../../"' in read(folders, "en/scientist/architecture/index.html")
    assert '"base": "../"' in read(folders, "en/about/index.html")
    assert '"base": "./"' in read(files, "en/about.html")
    assert '"base": "./"' in read(folders, "index.html")


def test_one_index_a_language(site: Path) -> None:
    for root, own, others in (("", "一段", "A paragraph"), ("en/", "A paragraph", "一段")):
        text = read(site, f"{root}search/search_index.json").replace("\u200b", "")
        assert own in text
        assert others not in text
        assert not any(doc["location"].startswith("en/") for doc in json.loads(text)["docs"])


def test_scripts_of_the_index_only_for_files(folders: Path, files: Path) -> None:
    assert not list(folders.rglob("search_index.js"))
    assert read(files, "en/search/search_index.js").startswith("var __index = {")
    assert "iframe-worker.js" in read(files, "index.html")
    assert "iframe-worker.js" not in read(folders, "index.html")


def test_style_of_formulas_only_where_there_are_some(docs: Path, folders: Path) -> None:
    assert '<link rel="stylesheet" href="../assets/vendor/katex/katex.min.css">' in read(folders, "en/index.html")
    assert "katex" not in read(folders, "404.html")


def test_nothing_is_invented_without_addresses(folders: Path) -> None:
    html = read(folders, "en/engineer/rag/index.html")
    for word in ("canonical", "og:url", "llm-report", "issues/new"):
        assert word not in html
    assert not (folders / "sitemap.xml").exists()
    assert "Sitemap" not in read(folders, "robots.txt")


def test_addresses_when_they_are_known(public: Path) -> None:
    html = read(public, "en/engineer/rag/index.html")
    address = "https://site.example/repo/en/engineer/rag/"
    assert f'<link rel="canonical" href="{address}">' in html
    assert f'<meta property="og:url" content="{address}">' in html
    assert (
        "https://code.example/owner/name/issues/new?title=Mistake%3A+Retrieval-augmented+generation&amp;body=" in html
    )
    assert "https%3A%2F%2Fsite.example%2Frepo%2Fen%2Fengineer%2Frag%2F%0ALanguage%3A+English%0AVersion%3A+" in html
    assert read(public, "robots.txt").endswith("Sitemap: https://site.example/repo/sitemap.xml\n")


def test_the_theme_knows_no_repository(public: Path) -> None:
    """It would ask the host for stars from each reader's browser."""
    assert "md-source" not in read(public, "index.html")


def test_sitemap_pairs_the_languages(public: Path) -> None:
    text = read(public, "sitemap.xml")
    assert text.count("<loc>") == 14
    assert text.count('hreflang="x-default"') == 14
    assert (
        '<loc>https://site.example/repo/en/</loc>\n    <xhtml:link rel="alternate" hreflang="zh" '
        'href="https://site.example/repo/"/>\n    <xhtml:link rel="alternate" hreflang="en" '
        'href="https://site.example/repo/en/"/>'
    ) in text


def test_lost_page_holds_both_languages(folders: Path, public: Path) -> None:
    html = read(public, "404.html")
    assert html.count('<section class="llm-lost"') == 2
    for link in ("/repo/", "/repo/en/", "/repo/scientist/", "/repo/en/engineer/"):
        assert f'<a href="{link}">' in html
    assert '<a href="/en/">' in read(folders, "404.html")
    assert "md-nav" not in html


def test_credits_lead_to_the_about_page(folders: Path, files: Path) -> None:
    assert '<a href="../../../about/">Credits and licenses</a>' not in read(folders, "en/engineer/rag/index.html")
    assert '<a href="../../about/">Credits and licenses</a>' in read(folders, "en/engineer/rag/index.html")
    assert '<a href="about.html">致谢与许可</a>' in read(files, "index.html")
