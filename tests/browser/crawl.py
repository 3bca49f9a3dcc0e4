"""Read pages over HTTP without a browser, where only their links matter."""

from __future__ import annotations

import urllib.error
import urllib.request
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.next = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        target = known.get("href") if tag in ("a", "link") else known.get("src")
        if target:
            self.found.append(target)
        if tag == "link" and known.get("rel") == "next":
            self.next = target or ""


def fetch(address: str) -> tuple[int, str]:
    """Return status and text (that of pages only)."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            is_page = "html" in (answer.headers.get("Content-Type") or "")
            return answer.status, answer.read().decode() if is_page else ""
    except urllib.error.HTTPError as error:
        return error.code, ""


def crawl(start: str) -> dict[str, int]:
    """Return the status of every address of that server that pages lead to, from `start` on."""
    host, queue = urlsplit(start).netloc, [start]
    seen: dict[str, int] = {}
    while queue:
        address = queue.pop()
        if address in seen:
            continue
        seen[address], text = fetch(address)
        reader = _Links()
        reader.feed(text)
        absolute = (urljoin(address, link).partition("#")[0] for link in reader.found)
        queue += [link for link in absolute if urlsplit(link).netloc == host]
    return seen


def walk(start: str) -> list[str]:
    """Return the addresses that `next` leads through, from `start` on."""
    seen = [start]
    while True:
        reader = _Links()
        reader.feed(fetch(seen[-1])[1])
        if not reader.next or urljoin(seen[-1], reader.next) in seen:
            return seen
        seen.append(urljoin(seen[-1], reader.next))
