"""A small tree of pages with the real settings, facts and templates, and builds of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parents[2]
ORDERS = {
    "": ["index.md", "scientist", "engineer", "about.md"],
    "scientist": ["index.md", "architecture", "pretraining"],
    "scientist/architecture": ["index.md"],
    "scientist/pretraining": ["index.md"],
    "engineer": ["index.md", "rag"],
    "engineer/rag": ["index.md"],
}
TITLES = {
    "index": ("LLM 学习路线图", "LLM Career Roadmap"),
    "about": ("关于本站", "About this site"),
    "scientist/index": ("LLM 科学家", "The LLM Scientist"),
    "scientist/architecture/index": ("LLM 架构", "The LLM architecture"),
    "scientist/pretraining/index": ("预训练模型", "Pre-training models"),
    "engineer/index": ("LLM 工程师", "The LLM Engineer"),
    "engineer/rag/index": ("检索增强生成", "Retrieval-augmented generation"),
}
TEXTS = ("一段关于检索增强生成的话，公式 $d_k$。", "A paragraph about attention, and a formula $d_k$.")


def write_tree(docs: Path, changed: Mapping[str, str | None] | None = None) -> Path:
    """Write the tree to `docs`; `changed` replaces files by path, or leaves them out where it says None."""
    files = {f"{folder}/.pages".lstrip("/"): _order(names) for folder, names in ORDERS.items()}
    for stem, titles in TITLES.items():
        for suffix, title, text in zip((".md", ".en.md"), titles, TEXTS, strict=True):
            files[stem + suffix] = (
                f"---\ndescription: {title}!\n---\n# {title} {{ #top }}\n\n{text}\n\n## A {{ #a }}\n\nB\n"
            )
    for path, content in (files | dict(changed or {})).items():
        if content is not None:
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_text(content, encoding="utf-8")
    return docs


def _order(names: list[str]) -> str:
    return "nav:\n" + "".join(f"  - {name}\n" for name in names)


def build_tree(docs: Path, target: Path, *, directory_urls: bool = True, site_url: str = "") -> Path:
    """Build `docs` with the repository's settings into `target`, strictly."""
    config = load_config(
        str(ROOT / "mkdocs.yml"),
        docs_dir=str(docs),
        site_dir=str(target),
        use_directory_urls=directory_urls,
        site_url=site_url,
        strict=True,
    )
    build(config)
    return target


def part(html: str, pattern: str) -> str:
    """Return the only piece of the page that fits, whitespace folded."""
    (found,) = re.findall(pattern, html, re.DOTALL)
    return " ".join(found.split())
