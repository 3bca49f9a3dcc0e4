"""Which pages the tests open: each template, what has changed, or all of them with ROADMAP_ALL_PAGES=1."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from roadmap.facts import Facts, load_facts
from roadmap.languages import address_of, language_of

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ("", "scientist/", "engineer/", "scientist/architecture/", "engineer/rag/", "about/")
CHANGES = (("diff", "--name-only", "HEAD"), ("diff", "--name-only", "HEAD~1", "HEAD"))


@dataclass(frozen=True)
class SitePage:
    """A page of the site; `place` is its address without the language."""

    source: str
    language: str
    place: str

    @property
    def path(self) -> str:
        """Its address from the root, with directory addresses."""
        return f"/en/{self.place}" if self.language == "en" else f"/{self.place}"

    @property
    def flat(self) -> str:
        """Its file below the root without directory addresses."""
        return address_of(self.source, directory_urls=False)

    def __str__(self) -> str:
        return f"{self.language}:{self.place or 'home'}"


@cache
def facts() -> Facts:
    """Return the registries."""
    return load_facts(ROOT)


@cache
def every_page() -> tuple[SitePage, ...]:
    """Return all pages, in both languages."""
    docs = ROOT / "docs"
    sources = sorted(file.relative_to(docs).as_posix() for file in docs.rglob("*.md"))
    return tuple(SitePage(s, language_of(s), address_of(s, directory_urls=True).removeprefix("en/")) for s in sources)


def chosen_pages() -> list[SitePage]:
    """Return the pages to open."""
    if os.environ.get("ROADMAP_ALL_PAGES") == "1":
        return list(every_page())
    changed = set(_changed())
    return [page for page in every_page() if page.place in TEMPLATES or f"docs/{page.source}" in changed]


def template_pages() -> list[SitePage]:
    """Return one page of each template, in both languages."""
    return [page for page in every_page() if page.place in TEMPLATES]


def _changed() -> Iterator[str]:
    for command in CHANGES:
        done = subprocess.run(["git", *command], cwd=ROOT, capture_output=True, text=True)
        yield from done.stdout.splitlines() if done.returncode == 0 else ()
