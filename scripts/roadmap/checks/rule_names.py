"""Names: each name of the contract is used in the running text of its place, in a sentence that says something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from roadmap.checks.document import Document, Link, Part, Prose
from roadmap.checks.wordcount import sentences, units, visible
from roadmap.facts import Facts, Language, Named, Place
from roadmap.finding import Finding

# What a sentence says besides its links: at least so much, and more for each further name, or it is a list of names.
OTHER_WORDS: dict[Language, tuple[int, int]] = {"en": (3, 2), "zh": (5, 4)}


@dataclass(frozen=True)
class Scope:
    """The part of a page that has to use the names of a place; `line` is that of its heading."""

    place: Place
    where: str
    line: int
    parts: tuple[Part, ...]


def names(document: Document, facts: Facts) -> Iterator[Finding]:
    """Yield every name that its place does not use, and every mention that it does not link."""
    for scope in scopes(document, facts):
        yield from unused_names(document, scope, facts.names)


def scopes(document: Document, facts: Facts) -> Iterator[Scope]:
    """Yield what a page has to explain: its own names (on an overview in the answer and `#why`) and each topic's."""
    place = facts.places.get(document.place)
    if not place:
        return
    if place.kind != "section":
        yield Scope(place, "on this page", 1, document.parts)
        return
    intro = tuple(part for part in document.parts if part.level < 2) + document.under("why")
    yield Scope(place, "in the answer or under `#why`", intro[0].line if intro else 1, intro)
    for path, topic in facts.places.items():
        if topic.kind == "topic" and path.startswith(document.place + "/"):
            parts = document.under(path.rpartition("/")[2])
            if parts:  # a missing heading is the outline's finding
                yield Scope(topic, f"under `#{parts[0].id}`", parts[0].line, parts)


def unused_names(document: Document, scope: Scope, known: Mapping[str, Named]) -> Iterator[Finding]:
    """Yield what one scope lacks."""
    running = [prose for part in scope.parts for prose in part.running]
    for name in scope.place.names:
        uses = [(prose, link) for prose in running for link in prose.links if link.target == f"name:{name.id}"]
        problem = (
            _judge(uses, known[name.id], document.language) if uses else f"no `name:{name.id}` link in running text"
        )
        if problem:
            line = uses[0][1].line if uses else scope.line
            column = uses[0][1].column if uses else 0
            expected = f"{name.name} used {scope.where} in a sentence that tells what it does"
            forms = known[name.id].spellings(document.language)
            yield document.find(
                line, "names", problem, expected, tuple(f"[{form}](name:{name.id})" for form in forms[:4]), column
            )
    linked = {link.target for part in scope.parts for link in part.links}
    for mention in scope.place.mentions:
        if f"name:{mention}" not in linked:
            yield document.find(
                scope.line,
                "mentions",
                f"no `name:{mention}` link {scope.where}",
                "a link to what the contract mentions here",
            )


def _judge(uses: Iterable[tuple[Prose, Link]], named: Named, language: Language) -> str:
    """Return '' if one of the uses will do, or else what is wrong with the first."""
    problems = [_problem(prose, link, named, language) for prose, link in uses]
    return "" if "" in problems else problems[0]


def _problem(prose: Prose, link: Link, named: Named, language: Language) -> str:
    if not any(_uses(link.text, form) for form in named.spellings(language)):
        return f"`[{link.text}](name:{named.id})`, whose text is no registered spelling"
    for sentence in sentences(prose, language):
        if any(span.link == link for span in sentence):
            others = units(visible(span for span in sentence if not span.link), language)
            linked = {span.link for span in sentence if span.link and span.link.scheme == "name"}
            least, more = OTHER_WORDS[language]
            needed = least + more * (len(linked) - 1)
            return (
                ""
                if others >= needed
                else f"`{link.text}` in a sentence with {others} words besides {len(linked)} names (at least {needed})"
            )
    return f"`{link.text}` outside of any sentence"


def _uses(text: str, form: str) -> bool:
    """Return whether the text has the form as whole words, whatever its case; a Latin one also with its plural."""
    text, form = " ".join(text.casefold().split()), form.casefold()
    at = text.find(form)
    while at >= 0:
        before, after = text[:at], re.sub(r"^e?s(?![a-z0-9])", "", text[at + len(form) :])
        if not (_joins(before[-1:], form[:1]) or _joins(form[-1:], after[:1])):
            return True
        at = text.find(form, at + 1)
    return False


def _joins(left: str, right: str) -> bool:
    """Return whether two characters belong to one Latin word or number."""
    return all(character.isascii() and character.isalnum() for character in (left, right))
