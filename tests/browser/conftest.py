"""The built site in a real browser: built once a session in each address style, or taken from the runner."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from frontdoor.problem import Problem
from playwright.sync_api import Browser, BrowserContext, Error, sync_playwright
from roadmap.cli.browser import Machine, installed, own

from tests.browser.server import serve
from tests.browser.site_pages import ROOT
from tests.browser.tab import Open, Tab

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
PUBLISHED = {"SITE_URL": "https://roadmap.example/repo/", "REPO_URL": "https://github.com/example/roadmap"}


# ------------------------------------------------------------------------------------------------------------- browser
@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        try:
            program = playwright.chromium.launch(
                executable_path=_executable(), args=[*QUIET, *(["--no-sandbox"] if is_root else [])]
            )
        except Error as error:
            pytest.exit(f"the browser does not start: {error.message.splitlines()[0]}", returncode=1)
        yield program
        program.close()


def _executable() -> str:
    given = os.environ.get("ROADMAP_BROWSER")
    try:
        found = Path(given) if given else installed(Machine()) or own()
    except Problem as problem:
        pytest.exit(str(problem), returncode=1)
    if not found:
        pytest.exit("no browser: install Chrome, Chromium or Edge, or name one in ROADMAP_BROWSER", returncode=1)
    return str(found)


# ---------------------------------------------------------------------------------------------------------------- sites
@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with directory addresses."""
    return _given("ROADMAP_SITE") or _built(tmp_path_factory.mktemp("site") / "site")


@pytest.fixture(scope="session")
def flat_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site for reading without a server."""
    return _given("ROADMAP_SITE_FLAT") or _built(tmp_path_factory.mktemp("flat") / "site", "--flat")


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is published: below a path of its host, with the repository's address."""
    given = _given("ROADMAP_SITE_PUBLISHED")
    return given or _built(tmp_path_factory.mktemp("published") / "site", env=PUBLISHED)


def _given(name: str) -> Path | None:
    return ROOT / os.environ[name] if os.environ.get(name) else None


def _built(target: Path, *options: str, env: dict[str, str] | None = None) -> Path:
    clean = {key: value for key, value in os.environ.items() if key not in PUBLISHED}
    command = [sys.executable, "-m", "roadmap.cli", "build", "--site-dir", str(target), *options]
    known = {**clean, "PYTHONPATH": str(ROOT / "scripts"), **(env or {})}
    done = subprocess.run(command, cwd=ROOT, env=known, capture_output=True, text=True)
    assert done.returncode == 0, f"the site cannot be built: {done.stderr}"
    return target


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The site at the root of a host, and the same site below `/repo/`."""
    with serve({"/": site, "/repo/": site}) as address:
        yield address


@pytest.fixture(scope="session")
def published_server(published_site: Path) -> Iterator[str]:
    with serve({"/repo/": published_site}) as address:
        yield address


# ----------------------------------------------------------------------------------------------------------------- tabs
@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make fresh contexts (storage, language, viewport) that are closed after the test."""
    made: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        settings = {"viewport": {"width": 1280, "height": 900}, "locale": "zh-CN", "color_scheme": "light"}
        made.append(browser.new_context(**{**settings, **options}))  # type: ignore[arg-type]
        made[-1].set_default_timeout(10_000)
        return made[-1]

    yield make
    for context in made:
        context.close()


@pytest.fixture
def tab_on(contexts: Callable[..., BrowserContext]) -> Iterator[Open]:
    """Open tabs on a server; after the test, nothing may stand in their logs."""
    tabs: list[Tab] = []

    def make(base: str, **options: object) -> Tab:
        tabs.append(Tab(contexts(**options), base))
        return tabs[-1]

    yield make
    assert [line for tab in tabs for line in tab.log] == []


@pytest.fixture
def tab(tab_on: Open, server: str) -> Tab:
    """A tab of a desktop reader on the site."""
    return tab_on(server)
