"""A browser tab that notes whatever a reader's console or network log would show."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

HARMLESS = ("data:", "blob:", "about:")


class Tab:
    """A page with its log; `base` is where the site's own addresses begin."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.base = base
        self.log: list[str] = []
        self.requests: list[str] = []
        self.expected: set[str] = set()
        self.page: Page = context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.log.append(f"script: {error}"))
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("warning", "error") and message.location.get("url") not in self.expected:
            self.log.append(f"console {message.type}: {message.text} ({message.location.get('url')})")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.base, *HARMLESS)):
            self.log.append(f"outside: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader left while it loaded
            self.log.append(f"failed: {request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.url not in self.expected:
            self.log.append(f"{response.status}: {response.url}")

    def open(self, path: str) -> Page:
        """Go to a path below the base (`/en/`, `/repo/about/`) and wait until the page is quiet."""
        self.page.goto(self.base + path, wait_until="load")
        return self.page

    def open_lost(self, path: str) -> Page:
        """Go to an address that does not exist."""
        self.expected.add(self.base + path)
        return self.open(path)

    @property
    def path(self) -> str:
        """Path and fragment of where the tab is."""
        parts = urlsplit(self.page.url)
        return unquote(parts.path) + (f"#{parts.fragment}" if parts.fragment else "")

    def asked(self, part: str) -> bool:
        """Tell whether a request contained that text."""
        return any(part in url for url in self.requests)


Open = Callable[..., Tab]
