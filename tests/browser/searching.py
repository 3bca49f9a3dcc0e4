"""What to type into the search, and how to read its answers."""

from __future__ import annotations

from playwright.sync_api import Page, expect

# What is typed in which language, and the section that has to be among the answers.
QUERIES = (
    ("zh", "注意力", "scientist/architecture"),
    ("zh", "注意力机制", "scientist/architecture"),
    ("zh", "KV cache", "engineer/inference-optimization"),
    ("zh", "few shot", "engineer/running-llms"),
    ("zh", "量化", "scientist/quantization"),
    ("zh", "检索增强生成", "engineer/rag"),
    ("en", "attention", "scientist/architecture"),
    ("en", "KV cache", "engineer/inference-optimization"),
    ("en", "few shot", "engineer/running-llms"),
    ("en", "检索增强生成", "engineer/rag"),
    ("en", "LoRA", "scientist/supervised-fine-tuning"),
)


def lost(page: Page, language: str, root: str) -> list[str]:
    """Type every query of that language, and tell which answers are in the other one or lack what was looked for.

    `root` is the address of the site, with the slash at its end.
    """
    wrong = []
    prefix = "en/" if language == "en" else ""
    for query, section in ((q, s) for ln, q, s in QUERIES if ln == language):
        found = [address.removeprefix(root) for address in answers(page, query)]
        wrong += [f"{query}: {a}" for a in found if a.startswith("en/") != (language == "en")]
        if not any(address.startswith(f"{prefix}{section}/") for address in found):
            wrong.append(f"{query}: nothing in {section}, but {found}")
    return wrong


def answers(page: Page, query: str) -> list[str]:
    """Type the query and return the addresses of the answers, as they are shown."""
    field = page.locator(".md-search__input")
    field.click()
    page.locator(".md-search-result__list").evaluate(
        "list => { list.textContent = ''; }"
    )  # of the last query: the theme answers a text once
    field.fill(query)
    field.press("End")  # the theme looks at the text when a key is released
    found = page.locator(".md-search-result__item a.md-search-result__link")
    expect(found.first).to_be_attached(timeout=20_000)
    addresses: list[str] = found.evaluate_all("links => links.map((link) => link.href)")
    return addresses
