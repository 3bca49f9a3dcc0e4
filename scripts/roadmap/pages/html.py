"""Small pieces of HTML that the front pages' blocks share. Text and addresses are escaped here."""

from __future__ import annotations

from html import escape

from roadmap.blocks import PageContext
from roadmap.facts import Facts, Language
from roadmap.pages.words import count, word


def linked(text: str, href: str | None) -> str:
    """Return the text as a link, or as it is where there is no page."""
    return f'<a href="{escape(href)}">{escape(text)}</a>' if href else escape(text)


def place_link(facts: Facts, page: PageContext, path: str) -> str:
    """Return the title of a place, linked where it has a page in the page's language."""
    return linked(facts.places[path].title(page.language), page.href(path))


def time(facts: Facts, path: str, language: Language) -> str:
    """Return study hours and project hours of a section or track."""
    parts = [count("study", facts.study_hours(path), language), count("project", facts.project_hours(path), language)]
    return word("plus", language).join(parts)
