"""What the templates say about a page in its own language: names, head, footer, the address to report a mistake."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from roadmap.facts import LANGUAGES, Facts, Language
from roadmap.languages.addresses import Addresses, address_of, language_of, place_of, relative
from roadmap.languages.words import say

SOURCES = {"article": "roadmap-article-2024", "course": "llm-course"}  # ids of references: what the site comes from
KATEX = "assets/vendor/katex/katex.min.css"


def other(language: Language) -> Language:
    """Return the other of the two languages."""
    return "en" if language == "zh" else "zh"


def version_of(root: Path) -> str:
    """Return the commit that the site is built from, in short, or the day of the build where there is no git."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=10, check=True)
    except (OSError, subprocess.SubprocessError):
        return get_build_date()
    return done.stdout.strip()


@dataclass(frozen=True)
class Speaker:
    """Knows the site as a whole and says what a page or a template needs.

    `repository` is the address of the repository, `site_url` that of the site; both may be ''.
    """

    facts: Facts
    site_url: str
    repository: str
    version: str
    directory_urls: bool

    @classmethod
    def of(cls, config: MkDocsConfig, facts: Facts, root: Path) -> Speaker:
        """Read the settings of one build."""
        repository = str(config.extra.get("repository") or "").rstrip("/")
        version = version_of(root) if repository else ""
        return cls(facts, config.site_url or "", repository, version, config.use_directory_urls)

    # -------------------------------------------------------------------------------------------------------- a page
    def page(self, page: Page) -> dict[str, Any]:
        """Return the variables of `main.html` for a page that has been rendered."""
        source = page.file.src_uri
        language, home = language_of(source), place_of(source) == "home"
        site = say("site", language)
        title = site if home else str(page.title)
        return {
            "language": language,
            "title": site if home else f"{title} · {site}",
            "card_title": title,
            "kind": "website" if home else "article",
            "site": site,
            "track": self._track(place_of(source)),
            "description": page.meta.get("description", ""),
            "locale": say("locale", language),
            "other_locale": say("locale", other(language)),
            "search_base": relative("" if language == "zh" else "en/", page.url),
            "style": KATEX if 'class="katex' in (page.content or "") else "",
            "report": self._report(page, title),
            "report_text": say("report", language),
        }

    def _track(self, place: str) -> str:
        """Return the track that a place belongs to, or ''."""
        track = place.partition("/")[0]
        return track if track in self.facts.tracks else ""

    def _report(self, page: Page, title: str) -> str:
        if not self.repository:
            return ""
        language = language_of(page.file.src_uri)
        address = page.canonical_url or address_of(page.file.src_uri, self.directory_urls) or "/"
        title = say("report.title", language, title=title)
        body = say("report.body", language, page=address, version=self.version)
        return f"{self.repository}/issues/new?{urlencode({'title': title, 'body': body})}"

    def credits(self, source: str) -> str:
        """Return the footer's line about the sources, with a link to the about page in the same language."""
        language = language_of(source)
        about = "about.md" if language == "zh" else "about.en.md"
        addresses = {key: self.facts.references[reference].url for key, reference in SOURCES.items()}
        return say("credits", language, about=self._link(about, source), **addresses)

    def _link(self, target: str, source: str) -> str:
        return relative(address_of(target, self.directory_urls), address_of(source, self.directory_urls))

    # ----------------------------------------------------------------------------------------------------- templates
    def sitemap(self, addresses: Addresses) -> list[dict[str, Any]]:
        """Return each page's address with those of its languages, for `sitemap.xml`; nothing without `site_url`."""
        if not self.site_url:
            return []
        places = sorted({place for place, _ in addresses.pages})
        return [entry for place in places for entry in self._entries(place, addresses)]

    def _entries(self, place: str, addresses: Addresses) -> list[dict[str, Any]]:
        there = [language for language in LANGUAGES if (place, language) in addresses.pages]
        found = {language: self.site_url + (addresses.target(place, language) or "") for language in there}
        return [{"address": address, "languages": found} for address in found.values()]

    def lost(self, addresses: Addresses) -> list[dict[str, Any]]:
        """Return what the 404 page says in each language; its links are relative to the site's root."""
        return [self._lost(language, addresses) for language in LANGUAGES]

    def _lost(self, language: Language, addresses: Addresses) -> dict[str, Any]:
        links = [(say("site", language), addresses.target("home", language))]
        links += [(track.title(language), addresses.target(track.path, language)) for track in self._tracks()]
        words = {key: say(f"lost.{key}", language) for key in ("title", "text", "places", "search")}
        return {"language": language, "links": [link for link in links if link[1] is not None], **words}

    def _tracks(self) -> list[Any]:
        return [self.facts.places[track] for track in self.facts.tracks]
