"""Wording: forms that the terms registry refuses, and how Chinese is set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from roadmap.checks.document import Document, Prose
from roadmap.checks.wordcount import HAN
from roadmap.facts import Facts
from roadmap.finding import Finding

_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|“[^”]*”|\"[^\"]*\"")
_YOU = re.compile("您")
_HALF_WIDTH = re.compile(
    rf"(?<=[{HAN}])(?P<a>[,;:?!])|(?P<b>[,;:?!])(?=\s?[{HAN}])|(?<=[{HAN}])(?P<c>\.)(?=\s|$)|(?P<d>\([^()]*\))"
)
_SPACE = re.compile(rf"[{HAN}](?=[A-Za-z0-9])|[A-Za-z0-9](?=[{HAN}])")
_HAN = re.compile(f"[{HAN}]")
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}


def wording(document: Document, facts: Facts) -> Iterator[Finding]:
    """Yield refused forms outside of code, quotations and corrections, and in Chinese what breaks its typography."""
    refused = _refused(
        tuple(
            (n.form, n.not_before or "", n.zh, n.en)
            for t in facts.terms.values()
            for n in t.never
            if n.scope == "always"
        )
    )
    for part in document.parts:
        for prose in part.prose:
            text = _text(prose)
            if not prose.corrections:
                yield from _never(document, prose, _QUOTED.sub(_blank, text), refused)
            if document.language == "zh":
                yield from _chinese(document, prose, text)


@lru_cache
def _refused(forms: tuple[tuple[str, str, str, str], ...]) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((_pattern(form, not_before), zh, en) for form, not_before, zh, en in forms)


def _pattern(form: str, not_before: str) -> re.Pattern[str]:
    edge = r"\b" if form.isascii() else ""
    tail = f"(?!{re.escape(not_before)})" if not_before else ""
    return re.compile(edge + re.escape(form) + edge + tail)


def _text(prose: Prose) -> str:
    """Return the text with a placeholder for each character of code, formula and HTML."""
    return "".join(span.text if span.mark == "text" else "\0" * len(span.text) for span in prose.spans)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", "\0", match[0])


def _place(document: Document, prose: Prose, text: str, at: int, shown: str) -> tuple[int, int]:
    line = prose.line + text.count("\n", 0, at)
    return line, document.column(line, shown)


def _never(
    document: Document, prose: Prose, text: str, refused: tuple[tuple[re.Pattern[str], str, str], ...]
) -> Iterator[Finding]:
    for pattern, zh, en in refused:
        for match in pattern.finditer(text):
            line, column = _place(document, prose, text, match.start(), match[0])
            yield document.find(line, "wording", f"`{match[0]}`", zh if document.language == "zh" else en, (), column)


def _chinese(document: Document, prose: Prose, text: str) -> Iterator[Finding]:
    for match in _YOU.finditer(text):
        line, column = _place(document, prose, text, match.start(), "您")
        yield document.find(line, "wording", "`您`", "`你`", (), column)
    for match in _HALF_WIDTH.finditer(text):
        yield from _half_width(document, prose, text, match)
    for match in _SPACE.finditer(text):
        pair = text[match.start() : match.end() + 1]
        line, column = _place(document, prose, text, match.start(), pair)
        around = text[max(0, match.start() - 5) : match.end() + 6].replace("\0", "").strip()
        yield document.find(line, "spacing", f"`{pair}` in `{around}`", f"`{pair[0]} {pair[1]}`", (), column)


def _half_width(document: Document, prose: Prose, text: str, match: re.Match[str]) -> Iterator[Finding]:
    found = match[0]
    around = text[max(0, match.start() - 1) : match.end() + 1]
    if match["d"] and not _HAN.search(around):
        return  # brackets within Latin text
    line, column = _place(document, prose, text, match.start(), found)
    expected = f"`（{found[1:-1]}）`" if match["d"] else f"`{_FULL[found]}`"
    yield document.find(
        line, "punctuation", f"half-width `{found}` in `{around.replace(chr(0), '').strip()}`", expected, (), column
    )
