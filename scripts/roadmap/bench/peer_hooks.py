"""Gives the other engine our Markdown extension, so that both render the same pages, and nothing else."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from roadmap.blocks import PageContext, RoadmapExtension
from roadmap.facts import load_facts
from roadmap.languages import Addresses
from roadmap.pages import BLOCKS


class _State:
    extension: RoadmapExtension
    addresses: Addresses


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the extension, once: the plugin runs MkDocs anew for each language with the same list."""
    if any(isinstance(known, RoadmapExtension) for known in config.markdown_extensions):
        return config
    facts = load_facts(Path(config.config_file_path or "").parent)
    _State.extension = RoadmapExtension(facts, BLOCKS)
    config.markdown_extensions.append(_State.extension)  # type: ignore[arg-type]  # instances are passed on to Markdown
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Note which pages there are, in both languages."""
    docs = Path(config.docs_dir)
    sources = (file.relative_to(docs).as_posix() for file in docs.rglob("*.md"))
    _State.addresses = Addresses.over(sources, config.use_directory_urls)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the extension which page comes."""
    _State.extension.page = PageContext(page.file.src_uri, page.file.content_string, _State.addresses)
    return markdown
