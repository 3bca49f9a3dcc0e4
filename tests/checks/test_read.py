"""The reader knows what is text, link, code, formula and block, and where it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from roadmap.checks.document import Document
from roadmap.checks.read import read
from roadmap.checks.wordcount import sentences, visible

PAGE = """---
description: A page.
---
# Title **bold** { #title .other }

Some [KV `cache`](name:kv-cache) and $a_1 * b_2$, code `[x](name:y)` then
a second [line](ref:there){ .wide }, \\$5 and ![alt](a.svg){ width=3 }.

<!-- [comment](name:comment) -->

/// card
    start: [a, b]

///

$$
x = \\frac{a}{b}
$$

text
/// correction | S1-e S1-f
Inside [about](page:about).
///

| a | b |
|---|---|
| [x](name:y) | 2 |

1. item

    ```python
    /// not a block
    [no](name:link)
    ```

## Second { #second }

### Third { #third }

## Fourth { #fourth }
"""


def document() -> Document:
    return read("x/index.en.md", PAGE)


def test_links_with_line_and_column() -> None:
    links = [(link.target, link.text, link.line, link.column, link.image) for link in document().links]
    assert links == [
        ("name:kv-cache", "KV cache", 6, 6, False),
        ("ref:there", "line", 7, 10, False),
        ("a.svg", "alt", 7, 46, True),
        ("page:about", "about", 22, 8, False),
        ("name:y", "x", 27, 3, False),
    ]


def test_parts() -> None:
    parts = document().parts
    assert [(p.level, p.id, p.title) for p in parts] == [
        (1, "title", "Title bold"), (2, "second", "Second"), (3, "third", "Third"), (2, "fourth", "Fourth"),
    ]  # fmt: skip
    assert [part.id for part in document().under("second")] == ["second", "third"]
    assert document().under("none") == ()


def test_blocks_tables_formulas_listings() -> None:
    first = document().parts[0]
    assert [(b.name, b.argument, b.options, b.line) for b in first.blocks] == [
        ("card", "", "start: [a, b]", 11), ("correction", "S1-e S1-f", "", 21),
    ]  # fmt: skip
    assert [(t.rows, t.columns, t.line) for t in first.tables] == [(2, 2, 25)]
    assert [(f.tex, f.display, f.line) for f in first.formulas] == [
        ("a_1 * b_2", False, 6),
        (r"x = \frac{a}{b}", True, 16),
    ]
    assert [(listing.info, listing.line) for listing in first.listings] == [("python", 31)]
    assert [p.corrections for p in first.prose if "Inside" in p.text] == [("S1-e", "S1-f")]


def test_visible_text_leaves_out_targets_attributes_and_comments() -> None:
    text = " ".join(visible(prose.spans) for prose in document().parts[0].prose)
    assert (
        "ref:" not in text
        and "name:kv" not in text
        and "width" not in text
        and "wide" not in text
        and "comment" not in text
    )
    assert "$5 and" in text


def test_sentences() -> None:
    def cut(text: str, source: str) -> list[str]:
        prose = read(source, text).parts[0].prose[0]
        return [
            visible(sentence).strip()
            for sentence in sentences(prose, read(source, text).language)
            if visible(sentence).strip()
        ]

    english = "One e.g. this [one. two](name:x) goes on. Two, version 2.5, vs. that? Three!"
    assert cut(english, "a.en.md") == ["One e.g. this one. two goes on.", "Two, version 2.5, vs. that?", "Three!"]
    assert cut("一句（两字）。二句？“三句！”四句", "a.md") == ["一句（两字）。", "二句？", "“三句！”", "四句"]


@given(st.text(alphabet="ab*_`[]()#|$/\\<>!{}: \n-1", max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = read("x/index.en.md", text)
    lines = text.count("\n") + 1
    assert all(1 <= link.line <= lines for link in found.links)
