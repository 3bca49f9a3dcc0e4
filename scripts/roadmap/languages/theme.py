"""What of MkDocs' configuration depends on the page's language, set before each page is rendered."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from roadmap.facts import Language
from roadmap.languages.addresses import address_of
from roadmap.languages.words import say

IFRAME_WORKER = "assets/scripts/iframe-worker.js"
ALTERNATE = re.compile(r"\s*<link rel=\"alternate\"[^>]*\bhreflang=[^>]*>")


def speak(config: MkDocsConfig, language: Language) -> None:
    """Put the site's name, the palette's words and the permalinks' title into that language."""
    config.site_name = say("site", language)
    for entry in config.theme["palette"]:
        entry["toggle"]["name"] = say(f"palette.{_scheme(entry)}", language)
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = say("permalink", language)


def _scheme(entry: dict[str, Any]) -> str:
    return {"default": "light", "slate": "dark"}.get(entry.get("scheme", ""), "auto")


def set_alternates(config: MkDocsConfig) -> None:
    """Point the switch to the two home pages, for templates that are no page; mkdocs-i18n sets it for each page."""
    for entry in config.extra["alternate"]:
        source = "index.md" if entry["lang"] == "zh" else "index.en.md"
        entry["link"] = address_of(source, config.use_directory_urls) or "./"


def serve_files(config: MkDocsConfig) -> None:
    """Where pages are opened as files, let the search run without Worker."""
    if not config.use_directory_urls:
        config.extra["polyfills"] = [IFRAME_WORKER]


def without_alternates(head: str) -> str:
    """Return the head without its `hreflang` links.

    For each of them the theme's script asks for a `sitemap.xml` below the page and takes the switch over; the sitemap
    names the languages instead.
    """
    return ALTERNATE.sub("", head)
