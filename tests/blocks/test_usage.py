"""Blocks used wrongly, blocks of other rooms, and how source positions are found."""

from __future__ import annotations

import pytest
from roadmap.blocks import LeafBlock
from roadmap.blocks.reading import reading_minutes, units
from roadmap.blocks.source import prose
from roadmap.blocks.words import WORDS

from tests.blocks.conftest import ALPHA_ZH, Convert


class Where(LeafBlock):
    """A block of another room."""

    NAME = "where"
    ARGUMENT = None

    def render(self) -> str:
        if self.argument == "nowhere":
            self.report("block", "`nowhere`", "a place")
        return f'<div class="where">{self.page.place} {self.language} {len(self.facts.sections)}</div>'


@pytest.mark.parametrize(
    ("markdown", "line", "found", "choices"),
    [
        ("/// corection | A1-a\nx\n///", 1, "`/// corection`", ("correction",)),
        ("/// xyz\n///", 1, "`/// xyz`", ("board", "card", "correction", "references")),
        ("a\n\n/// correction | A1-a\nx\n\ny\n", 3, "`/// correction` that is never closed", ()),
        ("/// card\n\n/// board\n///\n", 1, "`/// card` that is never closed", ()),
        ("text\n\n///\n", 3, "`///` that closes nothing", ()),
        ("/// card\n////\n\n///\n", 2, "`////` that closes nothing", ()),
        ("/// correction A1-a\nx\n///", 1, "`/// correction A1-a`", ()),
        ("/// card | x\n///", 1, "`| x`", ()),
        ("/// card\nText.\n///", 2, "content in the block", ()),
        ("/// card\n    attrs: {class: x}\n///", 2, "the option `attrs`", ()),
        ("/// card\n    just text\n///", 2, "`just text`", ()),
    ],
)
def test_wrong_use_is_one_finding(
    convert: Convert, markdown: str, line: int, found: str, choices: tuple[str, ...]
) -> None:
    finding = convert(markdown).only()
    assert (finding.line, finding.found) == (line, found)
    assert finding.choices == choices


def test_every_wrong_block_of_a_page_is_reported(convert: Convert) -> None:
    corrections = "/// correction | A1-a\nok\n///\n\n/// correction | A1-zz\nno\n///"
    text = f"/// crd\n///\n\n{corrections}\n\n/// references\n    start: [x, y]\n///\n"
    assert [f.line for f in sorted(convert(text).findings)] == [1, 8, 13, 13, 13]


def test_blocks_in_code_are_code(convert: Convert) -> None:
    html = convert("```markdown\n/// card\n```\n\n`/// card` and `///`\n").clean()
    assert "llm-card" not in html


def test_blocks_of_other_rooms_know_facts_and_page(convert: Convert) -> None:
    html = convert("/// where\n///", ALPHA_ZH, extra=[Where]).clean()
    assert '<div class="where">scientist/alpha zh 2</div>' in html
    finding = convert("a\n\n/// where\n///\n\n/// where | nowhere\n///", extra=[Where]).only()
    assert (finding.line, finding.found) == (6, "`nowhere`")
    assert convert("/// wher\n///", extra=[Where]).only().choices == ("where",)


def test_findings_of_all_pages_are_collected(convert: Convert) -> None:
    extension = convert("[x](name:bad)").extension
    convert("[x](name:bad)", "about.en.md", extension=extension)
    assert [f.path for f in extension.findings] == ["docs/scientist/alpha/index.en.md", "docs/about.en.md"]


def test_a_page_has_to_be_set(convert: Convert) -> None:
    from markdown import Markdown

    extension = convert("").extension
    extension.page = None
    with pytest.raises(RuntimeError, match="page has to be set"):
        Markdown(extensions=[extension]).convert("x")


def test_code_is_blanked_and_lines_stay() -> None:
    text = "---\na: b\n---\nx `c` y\n\n```py\nz\n```\n\n<!-- n\nn --> ~~~\n\n~~~\nq\n"
    assert prose(text).split("\n") == [
        "   ",
        "    ",
        "   ",
        "x     y",
        "",
        "     ",
        " ",
        "   ",
        "",
        "      ",
        "      ~~~",
        "",
        "   ",
        " ",
        "",
    ]
    assert len(prose(text)) == len(text)


def test_reading_counts_what_is_read() -> None:
    page = (
        "---\ndescription: many words here\n---\n# A title { #a-title }\n\n/// references\n    start: [a, b, c]\n///\n"
        "\n[two words](name:some-id) $x^2$, well-known GPT-4.\n"
    )
    assert units(page, "en") == 7  # A title two words (x) well-known GPT-4
    assert units("大模型 uses KV cache，共 3 个", "zh") == 9
    assert reading_minutes("word " * 440, "en") == 2
    assert reading_minutes("字" * 401, "zh") == 2
    assert reading_minutes("", "zh") == 1


def test_every_word_stands_in_both_languages_with_the_same_fields() -> None:
    import string

    for key, pair in WORDS.items():
        fields = [{field for _, field, _, _ in string.Formatter().parse(text) if field} for text in pair]
        assert all(pair) and fields[0] == fields[1], key
