"""Small pieces of HTML that several blocks share. All text and every address that goes in is escaped here."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from roadmap.blocks.context import PageContext
from roadmap.blocks.words import word
from roadmap.facts import Facts, Language, Named
from roadmap.facts.registries import Mirror, Reference, System

LANG = {"zh": "zh-CN", "en": "en"}
# Hosts that mainland China cannot open: a name's own address there gets its mirror beside it.
BLOCKED = ("huggingface.co", "youtube.com", "youtu.be", "colab.research.google.com")


def chip(kind: str, text: str) -> str:
    """Return a chip: a short word whose look says its kind."""
    return f'<span class="llm-chip llm-chip--{escape(kind)}">{escape(text)}</span>'


def state_text(system: System, language: Language) -> str:
    """Return the word for a system's status and the month it is of."""
    return " · ".join(filter(None, [word(system.status or "alive", language), system.as_of]))


def outside(url: str, text: str, lang: str = "") -> str:
    """Return a link that leaves the site; `lang` where the text is in another language than the page."""
    tongue = f' lang="{lang}"' if lang else ""
    return f'<a class="llm-out" href="{escape(url)}"{tongue}>{escape(text)}</a>'


def mirror_link(mirror: Mirror, title: str, language: Language) -> str:
    """Return the link to an alternative that opens in mainland China."""
    label = escape(word("mirror.of", language, title=title))
    tongue = LANG[mirror.language]
    return (
        f'<a class="llm-mirror" href="{escape(mirror.url)}" hreflang="{tongue}" '
        f'aria-label="{label}">{escape(word("mirror", language))}</a>'
    )


def name_mirror(named: Named, language: Language) -> str:
    """Return the mirror of a name whose own address mainland China cannot open, with a space before it, or ''."""
    if not named.mirror or not is_blocked(named.address or ""):
        return ""
    return " " + mirror_link(named.mirror, named.label(language), language)


def is_blocked(url: str) -> bool:
    """Say whether mainland China cannot open the address."""
    host = urlsplit(url).hostname or ""
    return any(host == blocked or host.endswith("." + blocked) for blocked in BLOCKED)


def reference_link(ref: Reference, language: Language) -> str:
    """Return the link to a reference with its mirror beside it."""
    link = outside(ref.url, ref.title, LANG[ref.language] if ref.language != language else "")
    return f"{link} {mirror_link(ref.mirror, ref.title, language)}" if ref.mirror else link


def foundation_reference(facts: Facts, path: str, language: Language) -> Reference | None:
    """Return the introductory outside reference for a foundation, one in the page's language first."""
    fitting = [r for r in facts.references_of.get("foundations", ()) if path in r.topics]
    intro = [r for r in fitting if r.level == "intro"] or fitting
    return next((r for r in intro if r.language == language), intro[0] if intro else None)


def foundation_link(facts: Facts, page: PageContext, path: str) -> str:
    """Return a foundation's name in full: with the outside reference that stands in for its page."""
    title = escape(facts.places[path].title(page.language))
    ref = foundation_reference(facts, path, page.language)
    return title + (word("outside", page.language, link=reference_link(ref, page.language)) if ref else "")


def place_link(facts: Facts, page: PageContext, path: str) -> str:
    """Return a place's title: linked where it has a page; a foundation has none and leads to its outside reference."""
    title = escape(facts.places[path].title(page.language))
    ref = foundation_reference(facts, path, page.language) if path.startswith("foundations/") else None
    if ref:
        mirror = " " + mirror_link(ref.mirror, ref.title, page.language) if ref.mirror else ""
        return (
            f'<a class="llm-out" href="{escape(ref.url)}" aria-label="{title}: {escape(ref.title)}">{title}</a>{mirror}'
        )
    href = page.href(path)
    return f'<a href="{escape(href)}">{title}</a>' if href else title
