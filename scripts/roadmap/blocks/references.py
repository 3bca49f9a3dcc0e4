"""`/// references`: a section's references, three to start with, then the rest by topic; the original's with fate."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from roadmap.blocks.base import LeafBlock
from roadmap.blocks.context import PageContext
from roadmap.blocks.html import LANG, chip, reference_link
from roadmap.blocks.words import count, word
from roadmap.facts import Facts, Language
from roadmap.facts.registries import Reference
from roadmap.finding import nearest

START = 3


def _ids(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("a list of ids: `start: [id, id, id]`")
    return list(value)


class References(LeafBlock):
    """The reference list of a section overview. `start` names exactly three ids of the section's registry."""

    NAME = "references"
    OPTIONS = {"start": [[], _ids]}  # noqa: RUF012 - pymdownx reads it as it is

    def render(self) -> str:
        """Return the list; report a page without references and ids that do not fit."""
        own = {ref.id: ref for ref in self.facts.references_of.get(self.page.place, ())}
        if not own:
            self.report(
                "block", f"`/// references` on the page of `{self.page.place}`", "a section that has references"
            )
            return ""
        start = list(dict.fromkeys(self.options["start"]))
        self._check(self.options["start"], own)
        self.session.cited.update(own)
        return references(self.facts, self.page, [own[key] for key in start if key in own], list(own.values()))

    def _check(self, start: list[str], own: dict[str, Reference]) -> None:
        if len(start) != START:
            self.report("block", f"`start` with {len(start)} ids", f"exactly {START} ids", option="start")
        for key in sorted({key for key in start if start.count(key) > 1}):
            self.report("unique-id", f"`{key}` twice in `start`", "each id once", option="start")
        for key in sorted({*start} - {*own}):
            self.report(
                "known-id", f"`{key}`", f"an id of the references of `{self.page.place}`", nearest(key, own), "start"
            )


def references(facts: Facts, page: PageContext, start: list[Reference], every: list[Reference]) -> str:
    """Return the list as HTML: `start` first, the others of `every` folded below, by topic in the contract's order."""
    language = page.language
    label = escape(word("refs", language, section=facts.places[page.place].title(language)))
    rest = [ref for ref in every if ref not in start]
    groups = "".join(_group(facts, page, topic, refs) for topic, refs in by_topic(facts, page.place, rest))
    return (
        f'<section class="llm-refs" aria-label="{label}"><p class="llm-refs__start">{word("refs.start", language)}</p>'
        f"{_list(facts, start, language)}"
        f'<details class="llm-fold"><summary>{_summary(every, len(rest), language)}</summary>{groups}</details>'
        f"</section>"
    )


def by_topic(facts: Facts, section: str, refs: Iterable[Reference]) -> list[tuple[str, list[Reference]]]:
    """Return the references under their first topic here, in the contract's order; those without under the section."""
    groups: dict[str, list[Reference]] = {t: [] for t in facts.topics_of.get(section, ())}
    groups[section] = []
    for ref in refs:
        groups[next((topic for topic in ref.topics if topic in groups), section)].append(ref)
    return [(topic, found) for topic, found in groups.items() if found]


def _summary(every: list[Reference], rest: int, language: Language) -> str:
    chinese = sum(ref.language == "zh" for ref in every)
    original = sum(ref.origin.startswith("original") for ref in every)
    return word("refs.rest", language, n=rest, all=len(every), zh=chinese, original=original)


def _group(facts: Facts, page: PageContext, topic: str, refs: list[Reference]) -> str:
    place = facts.places[topic]
    title = word("refs.section", page.language) if place.kind == "section" else escape(place.title(page.language))
    return f'<p class="llm-refs__topic">{title}</p>{_list(facts, refs, page.language)}'


def _list(facts: Facts, refs: list[Reference], language: Language) -> str:
    return f'<ol class="llm-refs__list">{"".join(_entry(facts, ref, language) for ref in refs)}</ol>'


def _entry(facts: Facts, ref: Reference, language: Language) -> str:
    why = escape(ref.why_zh if language == "zh" else ref.why_en)
    title = reference_link(ref, language) if ref.fate not in ("replaced", "gone") else _unlinked(ref, language)
    original = ref.origin.startswith("original") and ref.fate
    fate = " " + chip(ref.fate or "", word(f"fate.{ref.fate}", language)) if original else ""
    lines = [("title", title + fate), ("meta", _meta(ref, language)), ("why", why)]
    lines += [("fate", _fate(facts, ref, language))] if original else []
    text = "".join(f'<p class="llm-ref__{name}">{line}</p>' for name, line in lines if line)
    return f'<li class="llm-ref">{text}</li>'


def _unlinked(ref: Reference, language: Language) -> str:
    tongue = f' lang="{LANG[ref.language]}"' if ref.language != language else ""
    return f"<span{tongue}>{escape(ref.title)}</span>"


def _meta(ref: Reference, language: Language) -> str:
    minutes = count("minutes", ref.minutes, language) if ref.minutes else ""
    year = str(ref.year) if ref.year else ""
    parts = [
        ref.authors,
        year,
        word(ref.kind, language),
        word(ref.language, language),
        word(ref.level, language),
        minutes,
    ]
    return " · ".join(escape(part) for part in parts if part)


def _fate(facts: Facts, ref: Reference, language: Language) -> str:
    old = ref.moved_from or (ref.url if ref.fate in ("replaced", "gone") else "")
    new = facts.references.get(ref.replaced_by or "")
    parts = [word("refs.old", language, address=f"<code>{escape(old)}</code>")] if old else []
    parts += [word("refs.by", language, link=reference_link(new, language))] if new else []
    return " ".join(parts)
