"""One search index a language: Chinese cut into words, and each term found by every spelling in either language."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jieba

from roadmap.facts import LANGUAGES, Facts, Language
from roadmap.languages import Addresses

PREFIX: dict[Language, str] = {"zh": "", "en": "en/"}
FILE = "search/search_index.json"
WORD_BREAK = "\u200b"  # put between Chinese words by the theme's plugin; a separator has to hold it
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
SEPARATOR = r"""[\s\u200b\u3000\-_/;:!?()\[\]{}<>"'`|·…—–“”‘’、。，．；：？！（）《》【】「」]+|[.,](?!\d)"""
# No stemmer: the theme searches by prefix, which passes the stemmer by: `attention` would no longer find `attent`.
# No trimmer: it takes Chinese characters for punctuation.
CONFIG: dict[Language, dict[str, Any]] = {
    "zh": {"lang": ["en"], "separator": SEPARATOR, "pipeline": []},
    "en": {"lang": ["en"], "separator": SEPARATOR, "pipeline": ["stopWordFilter"]},
}
NAMES_BOOST = 2e3  # above a title (1e3): the place that explains a term comes before one that has it in its title
LEFT_OUT = re.compile(r"\bllm-(?:tip|chip|facts|mirror)\b")
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)


# ---------------------------------------------------------------------------------------------------------- segmenting
def teach_words(facts: Facts) -> None:
    """Make the segmenter keep the glossary's Chinese terms whole, and be silent."""
    jieba.setLogLevel(logging.ERROR)
    for word in sorted({word for form in _forms(facts) for word in HAN.findall(form) if len(word) > 1}):
        jieba.add_word(word)


def _forms(facts: Facts) -> list[str]:
    return [form for named in facts.names.values() for form in named.spellings("zh")]


def segment(text: str) -> str:
    """Return the text with breaks around the words of its Chinese parts, as the theme's plugin does it."""
    return HAN.sub(lambda m: WORD_BREAK + WORD_BREAK.join(jieba.cut(m[0])) + WORD_BREAK, text).strip(WORD_BREAK)


# ------------------------------------------------------------------------------------------------- what is not searched
class _Cutter(HTMLParser):
    """Notes where the elements begin and end that search should not see."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html, self.kept, self.start = html, list[str](), 0
        self.depth = 0
        self.lines = [0, *(m.end() for m in re.finditer("\n", html))]
        self.feed(html)
        self.close()

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        if self.depth:
            self.depth += 1
        elif _unsearched(tag, dict(attrs)):
            self.kept.append(self.html[self.start : self._offset()])
            self.depth = 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in VOID:
            self.depth -= 1
            if not self.depth:
                self.start = self.html.index(">", self._offset()) + 1

    def result(self) -> str:
        return "".join(self.kept) + (self.html[self.start :] if not self.depth else "")


def _unsearched(tag: str, attributes: Mapping[str, str | None]) -> bool:
    kind = attributes.get("class") or ""
    if (
        kind == "katex"
    ):  # marked as a whole, since the plugin cannot take it apart; its MathML keeps the sentence readable
        return False
    return (
        tag == "annotation"
        or "data-search-exclude" in attributes
        or attributes.get("role") == "tooltip"
        or attributes.get("aria-hidden") == "true"
        or LEFT_OUT.search(kind) is not None
    )


def searchable(html: str) -> str:
    """Return a page's content without what would be found twice or out of place.

    That is what `data-search-exclude` marks (the theme's plugin ends such a part too early when it holds the same tag
    again), tips, chips, facts, and of formulas the drawn half and the TeX.
    """
    return _Cutter(html).result()


def unmarked(html: str) -> str:
    """Return a page's content without the marks that only the search plugin reads."""
    return re.sub(r'\sdata-search-exclude(?:="[^"]*")?', "", html)


# -------------------------------------------------------------------------------------------------------------- indexes
def spellings(facts: Facts, addresses: Addresses, language: Language) -> dict[str, tuple[str, ...]]:
    """Return for each address of that language every form of the names that are at home there."""
    found: dict[str, list[str]] = {}
    for named in facts.names.values():
        target = addresses.target(named.home, language)
        if target is not None:
            found.setdefault(target, []).extend(named.spellings("zh"))
    return {target: tuple(dict.fromkeys(forms)) for target, forms in found.items()}


def split(index: Mapping[str, Any], names: Mapping[str, tuple[str, ...]]) -> dict[Language, dict[str, Any]]:
    """Return one index a language from the index of the whole site.

    `names` gives the spellings by address; the entry there gets them as a field of its own, which is searched and never
    shown. Addresses become relative to the language's own root.
    """
    docs: dict[Language, list[dict[str, Any]]] = {language: [] for language in LANGUAGES}
    for doc in index["docs"]:
        language: Language = "en" if doc["location"].startswith(PREFIX["en"]) else "zh"
        entry = {**doc, "location": doc["location"].removeprefix(PREFIX[language])}
        if doc["location"] in names:
            entry["names"] = segment(" · ".join(names[doc["location"]]))
        docs[language].append(entry)
    fields = {**index["config"]["fields"], "names": {"boost": NAMES_BOOST}}
    return {ln: {"config": {**CONFIG[ln], "fields": fields}, "docs": docs[ln]} for ln in LANGUAGES}


def write_indexes(site_dir: Path, names: Mapping[str, tuple[str, ...]], *, javascript: bool) -> None:
    """Replace the site's index by one for each language; with `javascript` also as scripts, which file:// can load."""
    whole = json.loads((site_dir / FILE).read_text(encoding="utf-8"))
    for language, index in split(whole, names).items():
        file = site_dir / PREFIX[language] / FILE
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        file.write_text(text, encoding="utf-8", newline="\n")
        if javascript:
            file.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8", newline="\n")
