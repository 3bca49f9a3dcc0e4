"""Words, units and sentences of running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from roadmap.checks.document import Part, Prose, Span
from roadmap.facts import Language

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(r"[^\W_]+(?:[-'’.,/_][^\W_]+)*")
_UNIT = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:[-'’.,/_][^\W_{HAN}]+)*")
# A full stop that ends no sentence.
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|vs|etc|et al|cf|approx|Fig|Eq|No|Dr|Mr|St|[A-Z]))\.$")
_END_ZH = re.compile(r"[。！？]+[”」』）]*|\n\n")
_END_EN = re.compile(r"[.!?]+[\"”’)]*(?=\s|$)")


def units(text: str, language: Language) -> int:
    """Return the words of English text; the 汉字 and Latin words of Chinese text."""
    return len((_UNIT if language == "zh" else _WORD).findall(text))


def visible(spans: Iterable[Span]) -> str:
    """Return what a reader reads: text and code; a formula counts as one word."""
    return "".join(" x " if span.mark == "formula" else span.text for span in spans if span.mark != "html")


def count(parts: Iterable[Part], language: Language) -> int:
    """Return the units of what the writer wrote in these parts; headings, listings, displayed formulas left out."""
    return sum(units(visible(p.spans), language) for part in parts for p in part.prose if p.kind != "heading")


def sentences(prose: Prose, language: Language) -> Iterator[tuple[Span, ...]]:
    """Yield the sentences of a paragraph as spans; a span that holds an end of a sentence is cut there."""
    sentence: list[Span] = []
    for index, span in enumerate(prose.spans):
        if span.mark != "text":
            sentence.append(span)
            continue
        following = "".join(s.text for s in prose.spans[index + 1 : index + 3])
        *done, rest = _cut(span.text, following, language)
        for piece in done:
            yield (*sentence, Span("text", piece, span.line, span.link))
            sentence = []
        sentence.append(Span("text", rest, span.line, span.link))
    if sentence:
        yield tuple(sentence)


def _cut(text: str, following: str, language: Language) -> list[str]:
    """Return the pieces of `text`: all but the last end a sentence."""
    pieces, start = [], 0
    for match in (_END_ZH if language == "zh" else _END_EN).finditer(text):
        after = (text[match.end() :] + following).lstrip()
        if language == "en" and (_ABBREVIATION.search(text[: match.end()]) or after[:1].islower()):
            continue
        pieces.append(text[start : match.end()])
        start = match.end()
    return [*pieces, text[start:]]
