"""The parts of the adapter without a build."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from roadmap.facts import Facts, load_facts
from roadmap.languages.adapter import Adapter, set_addresses
from roadmap.languages.theme import without_alternates
from roadmap.languages.words import WORDS

SOURCES = ["index.md", "index.en.md", "a/index.md", "a/index.en.md", "a/b.md", "a/b.en.md"]


class Plugin:
    """Has what the adapter mends."""

    def __init__(self) -> None:
        self.config: dict[str, object] = {}

    def _get_lang(self, page: Page) -> None: ...
    def _get_page(self, page: Page, lang: str, pages: list[Page]) -> None: ...
    def _get_pages_to_remove(self, pages: list[Page], lang: str) -> None: ...
    def _remove_nav_items(self, items: list[object], pages: list[Page]) -> None: ...
    def on_page_markdown(self, markdown: str) -> None: ...


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts(Path(__file__).resolve().parents[2])


@pytest.fixture
def config() -> MkDocsConfig:
    config = MkDocsConfig()
    config.load_dict({"site_name": "x"})
    config.validate()
    config.plugins.events["page_markdown"].clear()
    config.plugins["i18n"] = Plugin()  # type: ignore[assignment]
    return config


def files_of(sources: list[str], directory_urls: bool) -> Files:
    files = Files([File(source, "docs", "site", directory_urls) for source in sources])
    set_addresses(files, directory_urls)
    return files


@pytest.mark.parametrize(
    ("directory_urls", "addresses"),
    [
        (True, ["./", "en/", "a/", "en/a/", "a/b/", "en/a/b/"]),
        (False, ["index.html", "en/index.html", "a/index.html", "en/a/index.html", "a/b.html", "en/a/b.html"]),
    ],
)
def test_addresses(directory_urls: bool, addresses: list[str]) -> None:
    files = files_of(SOURCES, directory_urls)
    assert [file.url for file in files] == addresses
    assert [file.dest_uri for file in files] == [
        a.removeprefix("./") + "index.html" * a.endswith("/") for a in addresses
    ]
    assert [file.name for file in files] == ["index"] * 4 + ["b"] * 2
    assert all(Path(file.abs_dest_path).as_posix().endswith("site/" + file.dest_uri) for file in files)


def test_arrange_puts_twins_beside_each_other(config: MkDocsConfig, facts: Facts) -> None:
    files = files_of(SOURCES, True)
    pages = {file.src_uri: Page(None, file, config) for file in files}
    section = Section("whatever", [pages["a/index.md"], pages["a/b.en.md"], pages["a/b.md"]])
    adapter = Adapter(config, facts)
    nav = adapter.arrange(Navigation([pages["index.md"], section], []), files)
    assert [page.file.src_uri for page in nav.pages] == SOURCES
    assert section.title == "a"
    assert pages["a/b.en.md"].parent is section
    assert pages["index.en.md"].parent is None
    assert pages["a/index.en.md"].is_index
    assert adapter.homepage("en") is pages["index.en.md"]


def test_plugin_sees_one_language(config: MkDocsConfig, facts: Facts) -> None:
    files = files_of(SOURCES, True)
    pages = {file.src_uri: Page(None, file, config) for file in files}
    Adapter(config, facts).arrange(Navigation(list(pages.values()), []), files)
    plugin: object = config.plugins["i18n"]
    flat, tree = list(pages.values()), [Section("a", list(pages.values()))]
    assert list(plugin._get_pages_to_remove(flat, "en")) == []  # type: ignore[attr-defined]
    plugin._remove_nav_items(tree, ())  # type: ignore[attr-defined]
    assert [page.file.src_uri for page in flat] == SOURCES[1::2]
    assert tree[0].children == flat
    assert plugin._get_page(pages["a/b.md"], "en", []) is pages["a/b.en.md"]  # type: ignore[attr-defined]
    assert plugin._get_lang(pages["a/b.en.md"]) == "en"  # type: ignore[attr-defined]


def test_language_links_are_not_written_above_the_title(config: MkDocsConfig, facts: Facts) -> None:
    assert config.plugins.events["page_markdown"]
    Adapter(config, facts)
    assert not config.plugins.events["page_markdown"]


def test_another_plugin_is_refused(config: MkDocsConfig, facts: Facts) -> None:
    config.plugins["i18n"] = object()  # type: ignore[assignment]
    with pytest.raises(PluginError, match="no _get_lang"):
        Adapter(config, facts)


def test_only_language_links_leave_the_head() -> None:
    head = (
        '<link rel="canonical" href="x">\n  <link rel="alternate" href="en/" hreflang="en">\n'
        '<link rel="alternate" type="application/rss+xml" href="feed.xml">'
    )
    assert without_alternates(head) == (
        '<link rel="canonical" href="x">\n<link rel="alternate" type="application/rss+xml" href="feed.xml">'
    )


def test_every_word_stands_in_both_languages() -> None:
    for key, forms in WORDS.items():
        assert set(forms) == {"zh", "en"}, key
        assert all(forms.values()), key
