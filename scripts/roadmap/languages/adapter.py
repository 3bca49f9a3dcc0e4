"""Mends mkdocs-i18n, so that it pairs our files: languages by source, addresses, navigation, and linear cost.

The plugin goes on to set the theme's language, the alternates, the navigation and the titles of each page; what is
replaced here are four of its look-ups and one handler. DESIGN.md tells what each does when it is not mended.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from roadmap.facts import LANGUAGES, Facts, Language
from roadmap.languages.addresses import address_of, language_of, output_of, twin_of
from roadmap.languages.words import say

MENDED = ("_get_lang", "_get_page", "_get_pages_to_remove", "_remove_nav_items", "on_page_markdown")


class Adapter:
    """Stands between MkDocs and the plugin during one build."""

    def __init__(self, config: MkDocsConfig, facts: Facts) -> None:
        """Replace the plugin's look-ups; raise `PluginError` if it is missing or no longer has them."""
        self.pages: dict[str, Page] = {}
        self.shown: Language = "zh"
        plugin: Any = config.plugins.get("i18n")
        missing = [name for name in MENDED if not hasattr(plugin, name)]
        if missing:
            raise PluginError(f"the plugin i18n is not the mkdocs-i18n that the adapter knows: no {', '.join(missing)}")
        self._mend(plugin)
        plugin.config["translate_nav"] = {language: _titles(facts, language) for language in LANGUAGES}
        # It writes language links above the H1, which hides the title from MkDocs. Handlers are bound when a plugin
        # is loaded, so it is taken from the list.
        handlers = config.plugins.events["page_markdown"]
        handlers[:] = [handler for handler in handlers if getattr(handler, "__self__", None) is not plugin]

    def _mend(self, plugin: Any) -> None:
        plugin._get_lang = lambda page: language_of(page.file.src_uri)
        plugin._get_page = lambda page, language, pages: self.page(page.file.src_uri, language)
        plugin._get_pages_to_remove = self._keep_pages
        plugin._remove_nav_items = lambda items, removed: self._keep_items(items)

    def _keep_pages(self, pages: list[Page], language: Language) -> tuple[Page, ...]:
        """Leave one language's pages in the flat list; the plugin, which compares all with all, gets none to remove."""
        self.shown = language
        pages[:] = [page for page in pages if language_of(page.file.src_uri) == language]
        return ()

    def _keep_items(self, items: list[StructureItem]) -> None:
        """Leave one language's pages in the tree."""
        items[:] = [i for i in items if not isinstance(i, Page) or language_of(i.file.src_uri) == self.shown]
        for item in items:
            if isinstance(item, Section):
                self._keep_items(item.children)

    def page(self, source: str, language: Language) -> Page | None:
        """Return the page of `source` in that language."""
        return self.pages.get(source if language_of(source) == language else twin_of(source))

    def homepage(self, language: Language) -> Page | None:
        """Return the home page of that language."""
        return self.page("index.md", language)

    def arrange(self, nav: Navigation, files: Files) -> Navigation:
        """Return the navigation with each English page behind its twin, and sections named by their place.

        The plugin then shows each reader one of the two, and looks the section's title up by its place.
        """
        self.pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page}
        items = self._paired(nav.items, None)
        _name_sections(items)
        return Navigation(items, list(_pages_in(items)))

    def _paired(self, items: Iterable[StructureItem], parent: Section | None) -> list[StructureItem]:
        result: list[StructureItem] = []
        for item in items:
            if isinstance(item, Section):
                item.children = self._paired(item.children, item)
                result.append(item)
            elif not isinstance(item, Page):
                result.append(item)
            elif language_of(item.file.src_uri) == "zh":
                twin = self.page(item.file.src_uri, "en")
                result += [item, twin] if twin else [item]
        for item in result:
            item.parent = parent
        return result


def set_addresses(files: Files, directory_urls: bool) -> None:
    """Give each English page its name, file and address below `en/`, so that MkDocs knows `index.en.md` as an index."""
    for file in files.documentation_pages():
        if language_of(file.src_uri) == "en":
            file.name = posixpath.basename(file.src_uri).removesuffix(".en.md")
            file.dest_uri = output_of(file.src_uri, directory_urls)
            file.url = quote(address_of(file.src_uri, directory_urls))
            file.__dict__.pop("abs_dest_path", None)  # computed from dest_uri when first asked for


def _titles(facts: Facts, language: Language) -> dict[str, str]:
    """Return the titles in the navigation: sections by place, and the home page, whose own title is the site's name."""
    titles = {path: place.title(language) for path, place in facts.places.items() if place.kind != "page"}
    return {**titles, say("site", language): facts.places["home"].title(language)}


def _pages_in(items: Iterable[StructureItem]) -> Iterable[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, Section):
            yield from _pages_in(item.children)


def _name_sections(items: Iterable[StructureItem]) -> None:
    for item in items:
        if isinstance(item, Section):
            item.title = _folder(item)
            _name_sections(item.children)


def _folder(section: Section) -> str:
    """Return the folder, and so the place, that the section stands for: its pages' own, or that above a section's."""
    for child in section.children:
        if isinstance(child, Page):
            return posixpath.dirname(child.file.src_uri)
        if isinstance(child, Section):
            return posixpath.dirname(_folder(child))
    return ""
