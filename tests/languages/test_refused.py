"""What keeps a page out of its language or out of the navigation is named in one line, and stops the build."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from roadmap.languages.order import order_findings

from tests.languages.site import ORDERS, TITLES, build_tree, write_tree

PAGES = {stem + suffix for stem in TITLES for suffix in (".md", ".en.md")}
LISTS = {folder: "nav:\n" + "".join(f"  - {name}\n" for name in names) for folder, names in ORDERS.items()}


def said(pages: set[str], lists: dict[str, str]) -> list[str]:
    return [str(finding) for finding in order_findings(pages, lists)]


def test_a_whole_tree_has_nothing_to_say() -> None:
    assert said(PAGES, LISTS) == []


@pytest.mark.parametrize(
    ("missing", "left"), [("engineer/rag/index.en.md", "engineer/rag/index.md"), ("about.md", "about.en.md")]
)
def test_page_without_its_twin(missing: str, left: str) -> None:
    assert f"docs/{left}: twin: found a page without its twin; expected docs/{missing}" in said(
        PAGES - {missing}, LISTS
    )


ORDER_CASES = {
    "not listed": (
        "scientist",
        "nav:\n- index.md\n- architecture\n",
        "scientist/.pages: order: found no entry for `pretraining`",
    ),
    "unknown": (
        "engineer",
        "nav:\n- index.md\n- rga\n",
        "engineer/.pages:3: order: found `rga`; expected the name of a Chinese page or of a folder with pages; "
        "choices: rag",
    ),
    "no list": ("engineer/rag", "nav: index.md\n", "engineer/rag/.pages:1: order: found what cannot be read"),
    "no nav": ("engineer/rag", "title: x\n", "engineer/rag/.pages:1: order: found what cannot be read"),
    "empty": ("engineer/rag", "", "engineer/rag/.pages:1: order: found what cannot be read"),
    "broken": ("engineer/rag", "nav: [index.md\n", "engineer/rag/.pages:1: order: found what cannot be read"),
    "english listed": (
        "engineer/rag",
        "nav:\n- index.md\n- index.en.md\n",
        "engineer/rag/.pages:3: order: found `index.en.md`",
    ),
}


@pytest.mark.parametrize("case", ORDER_CASES)
def test_order(case: str) -> None:
    folder, text, expected = ORDER_CASES[case]
    assert any(line.startswith(f"docs/{expected}") for line in said(PAGES, LISTS | {folder: text}))


def test_folder_without_order() -> None:
    lists = {folder: text for folder, text in LISTS.items() if folder != "engineer/rag"}
    assert said(PAGES, lists) == [
        "docs/engineer/rag/.pages: order: found no such file; expected a list `nav:` of the folder's pages"
    ]


BUILDS: dict[str, tuple[dict[str, str | None], str]] = {
    "order": ({"about.en.md": None}, "docs/about.md: twin: found a page without its twin"),
    "extension": (
        {"about.md": "# 关于本站 { #top }\n\n[x](name:no-such-thing)\n\n## A { #a }\n"},
        "docs/about.md:3: known-id: found `name:no-such-thing`",
    ),
}


@pytest.mark.parametrize("case", BUILDS)
def test_findings_stop_the_build(case: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    changed, expected = BUILDS[case]
    with caplog.at_level(logging.ERROR, "mkdocs"), pytest.raises(Abort):
        build_tree(write_tree(tmp_path / "docs", changed), tmp_path / "site")
    lines = [record.getMessage() for record in caplog.records]
    assert any(expected in line for line in lines), lines
    assert not any("\n" in line for line in lines)


def test_broken_link_and_anchor_stop_the_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = "# 关于本站 { #top }\n\n[x](index.md#none) [y](nowhere.md)\n\n## A { #a }\n"
    with caplog.at_level(logging.WARNING, "mkdocs"), pytest.raises(Abort, match="strict mode"):
        build_tree(write_tree(tmp_path / "docs", {"about.md": text}), tmp_path / "site")
    lines = " ".join(record.getMessage() for record in caplog.records)
    assert "#none" in lines
    assert "nowhere.md" in lines
