"""What MkDocs calls during a build. Each event is a line or two into the package."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from roadmap.blocks import PageContext, RoadmapExtension
from roadmap.facts import Facts, load_facts
from roadmap.finding import Finding, Findings
from roadmap.languages import Addresses, language_of
from roadmap.languages.adapter import Adapter, set_addresses
from roadmap.languages.order import ORDER_FILE, order_findings
from roadmap.languages.page import Speaker
from roadmap.languages.theme import serve_files, set_alternates, speak, without_alternates
from roadmap.pages import BLOCKS, search

log = get_plugin_logger("roadmap")


@dataclass
class Build:
    """What one build knows; made anew for each, so that `serve` sees changed registries."""

    facts: Facts
    adapter: Adapter
    speaker: Speaker
    extension: RoadmapExtension
    addresses: Addresses
    content: str = ""


state: Build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the facts, mend mkdocs-i18n and add our Markdown extension."""
    global state
    root = Path(config.config_file_path or "mkdocs.yml").parent
    try:
        facts = load_facts(root)
    except Findings as error:
        _refuse(error.findings)
    addresses = Addresses(frozenset(), config.use_directory_urls)
    state = Build(
        facts, Adapter(config, facts), Speaker.of(config, facts, root), RoadmapExtension(facts, BLOCKS), addresses
    )
    config.markdown_extensions.append(state.extension)  # type: ignore[arg-type]  # MkDocs passes instances on to Markdown
    search.teach_words(facts)
    set_alternates(config)
    serve_files(config)
    speak(config, "zh")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give English pages their addresses; refuse pages without twin or place in the order."""
    sources = [file.src_uri for file in files.documentation_pages()]
    orders = {
        posixpath.dirname(f.src_uri): f.content_bytes.decode("utf-8", "replace") for f in files if f.name == ORDER_FILE
    }
    _refuse(order_findings(sources, orders))
    set_addresses(files, config.use_directory_urls)
    state.addresses = Addresses.over(sources, config.use_directory_urls)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Put each English page behind its twin."""
    return state.adapter.arrange(nav, files)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the extension and the permalinks which page comes."""
    source = page.file.src_uri
    speak(config, language_of(source))
    state.extension.page = PageContext(source, page.file.content_string, state.addresses)
    return markdown


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Refuse what the extension has found on all pages; give the templates their filter."""
    _refuse(state.extension.findings)
    env.filters["without_alternates"] = without_alternates
    speak(config, "zh")
    return env


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give sitemap and 404 page their contents."""
    sitemap, lost = state.speaker.sitemap(state.addresses), state.speaker.lost(state.addresses)
    return context | {"llm": {"sitemap": sitemap, "lost": lost}}


@event_priority(100)
def _before_search(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Let the search plugin see the page without tips and chips."""
    state.content = page.content or ""
    page.content = search.searchable(state.content)
    return context


@event_priority(-100)
def _after_plugins(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Show the page as it is, with all words around it in its language."""
    page.content = search.unmarked(state.content)
    language = language_of(page.file.src_uri)
    speak(config, language)
    nav.homepage = state.adapter.homepage(language)
    config.copyright = state.speaker.credits(page.file.src_uri)
    return context | {"llm": state.speaker.page(page)}


on_page_context = CombinedEvent(_before_search, _after_plugins)


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    """Write one search index a language."""
    names: dict[str, tuple[str, ...]] = {}
    for language in ("zh", "en"):
        names |= search.spellings(state.facts, state.addresses, language)
    search.write_indexes(Path(config.site_dir), names, javascript=not config.use_directory_urls)


def _refuse(findings: list[Finding]) -> None:
    """Stop the build with one line a finding, if there are any."""
    for finding in sorted(findings):
        log.error(str(finding))
    if findings:
        raise PluginError(f"{len(findings)} findings" if len(findings) > 1 else "1 finding")
