"""The search indexes: what is in them, how Chinese is cut, and by which spellings a term is found."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from roadmap.facts import Facts, load_facts
from roadmap.languages import Addresses
from roadmap.pages import search

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ["index.md", "index.en.md", "engineer/rag/index.md", "engineer/rag/index.en.md"]
WHOLE = {
    "config": {"lang": ["en"], "separator": " ", "pipeline": ["stemmer"], "fields": {"title": {"boost": 1000.0}}},
    "docs": [
        {"location": "", "title": "首页", "text": "<p>你好</p>"},
        {"location": "en/", "title": "Home", "text": "<p>Hello</p>"},
        {"location": "engineer/rag/#a", "title": "甲", "text": ""},
        {"location": "en/engineer/rag/#a", "title": "A", "text": ""},
        {"location": "english/", "title": "英语", "text": ""},
    ],
}


@pytest.fixture(scope="module")
def facts() -> Facts:
    facts = load_facts(ROOT)
    search.teach_words(facts)
    return facts


def words(text: str) -> list[str]:
    return [word for word in search.segment(text).split(search.WORD_BREAK) if word.strip()]


# ---------------------------------------------------------------------------------------------------------- segmenting
def test_terms_of_the_glossary_stay_whole(facts: Facts) -> None:
    assert words("检索增强生成把检索到的资料放进提示") == [
        "检索增强生成",
        "把",
        "检索",
        "到",
        "的",
        "资料",
        "放进",
        "提示",
    ]


def test_most_terms_stay_whole(facts: Facts) -> None:
    """Not all can: a term inside a longer one is cut as the segmenter sees fit."""
    terms = {term.zh for term in facts.terms.values() if search.HAN.fullmatch(term.zh) and len(term.zh) > 1}
    cut = {term for term in terms if words(term) != [term]}
    assert not cut


def test_other_scripts_are_left_alone(facts: Facts) -> None:
    assert search.segment("LoRA and QLoRA, 3.1") == "LoRA and QLoRA, 3.1"
    assert words("用 LoRA 微调")[-1] == "微调"


# ------------------------------------------------------------------------------------------------- what is not searched
@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<p>a <span class="llm-tip" role="tooltip" id="t">b <span>c</span> d</span> e</p>', "<p>a  e</p>"),
        ('<p><span class="llm-chip llm-chip--archived">x</span>y</p>', "<p>y</p>"),
        ('<p class="llm-facts">1 h<br>2 h</p><p>y</p>', "<p>y</p>"),
        ('<span class="katex-html" aria-hidden="true"><span><span>d</span></span><br></span>z', "z"),
        ('<math><mi>d</mi><annotation encoding="application/x-tex">d_k</annotation></math>', "<math><mi>d</mi></math>"),
        ('<span class="katex" data-search-exclude><math><mi>d</mi></math></span>',) * 2,
        ('<p data-search-exclude="1">x</p>\n<p>y &amp; &lt;z&gt;</p>', "\n<p>y &amp; &lt;z&gt;</p>"),
        ('<span aria-hidden="true"><svg><path d="M0"/></svg></span>y', "y"),
        ('<img alt="x" aria-hidden="true">y', '<img alt="x" aria-hidden="true">y'),
        ("<p>plain\n中文</p>", "<p>plain\n中文</p>"),
    ],
)
def test_searchable(html: str, left: str) -> None:
    assert search.searchable(html) == left


def test_marks_for_the_plugin_leave_the_page() -> None:
    assert search.unmarked('<p data-search-exclude="">a</p><p data-search-exclude>b</p>') == "<p>a</p><p>b</p>"


# -------------------------------------------------------------------------------------------------------------- indexes
def test_split_keeps_each_language_to_itself() -> None:
    split = search.split(WHOLE, {})
    assert [doc["location"] for doc in split["zh"]["docs"]] == ["", "engineer/rag/#a", "english/"]
    assert [doc["location"] for doc in split["en"]["docs"]] == ["", "engineer/rag/#a"]


def test_spellings_are_a_field_that_is_not_shown() -> None:
    split = search.split(WHOLE, {"en/engineer/rag/#a": ("检索增强生成", "few-shot")})
    assert split["en"]["docs"][1]["names"].replace(search.WORD_BREAK, "") == "检索增强生成 · few-shot"
    assert split["en"]["docs"][1]["text"] == ""
    assert "names" not in split["zh"]["docs"][1]
    assert split["en"]["config"]["fields"]["names"]["boost"] > split["en"]["config"]["fields"]["title"]["boost"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_separator_divides_what_readers_type(language: str) -> None:
    separator = re.compile(search.CONFIG[language]["separator"])  # type: ignore[index]
    tokens = [token for token in separator.split("few-shot\u200b提示\u200b，Llama 3.1 (QLoRA). End.") if token]
    assert tokens == ["few", "shot", "提示", "Llama", "3.1", "QLoRA", "End"]
    assert "stemmer" not in search.CONFIG[language]["pipeline"]  # type: ignore[index]


def test_each_term_is_found_by_the_other_languages_words(facts: Facts) -> None:
    addresses = Addresses.over(SOURCES, True)
    assert {"RAG", "检索增强生成", "retrieval-augmented generation"} <= set(
        search.spellings(facts, addresses, "en")["en/engineer/rag/"]
    )
    assert "retriever" in search.spellings(facts, addresses, "zh")["engineer/rag/#retrievers"]


def test_names_without_a_page_are_left_out(facts: Facts) -> None:
    found = search.spellings(facts, Addresses.over(SOURCES, False), "en")
    assert found
    assert all(address.startswith("en/engineer/rag/index.html") for address in found)


@pytest.mark.parametrize("javascript", [True, False])
def test_files(tmp_path: Path, javascript: bool) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text(json.dumps(WHOLE), encoding="utf-8")
    search.write_indexes(tmp_path, {}, javascript=javascript)
    for root, title in (("", "首页"), ("en", "Home")):
        text = (tmp_path / root / "search/search_index.json").read_text(encoding="utf-8")
        assert json.loads(text)["docs"][0]["title"] == title
        script = tmp_path / root / "search/search_index.js"
        assert script.exists() == javascript
        assert not javascript or script.read_text(encoding="utf-8") == f"var __index = {text}"
