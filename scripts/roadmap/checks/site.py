"""The rules over the built site: every inner address leads to a file and a fragment, nothing comes from outside."""

from __future__ import annotations

import os
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from roadmap.checks.site_page import SitePage, Target, css_addresses, read_page
from roadmap.checks.sources import files_of, pages_of
from roadmap.facts import Facts, Language
from roadmap.finding import Finding, nearest
from roadmap.languages import output_of

LOST = "404.html"  # one file for both languages, served at any address
MANY = 5  # the same finding on more pages than this is told once: it comes from a template
_INERT = ("mailto", "tel", "data", "javascript", "about", "blob")


@dataclass(frozen=True)
class Site:
    """A built site: its pages, all its files, where it will be served, and from which source each page is made."""

    pages: dict[str, SitePage]
    styles: dict[str, str]
    files: frozenset[str]
    public: str
    sources: dict[str, str]
    folder_addresses: bool

    @cached_property
    def base(self) -> str:
        """The path that the site is served under, with slashes around."""
        return (urlsplit(self.public).path.rstrip("/") or "") + "/"

    def finding(
        self, file: str, line: int, rule: str, found: str, expected: str = "", choices: tuple[str, ...] = ()
    ) -> Finding:
        """Return a finding about a page's source where it is known, or else about the built file."""
        source = self.sources.get(file)
        where = f"{found} ({file}:{line})" if source else found
        return Finding(
            f"docs/{source}" if source else f"site/{file}", 0 if source else line, rule, where, expected, choices
        )


def check_site(root: Path, site: Path, facts: Facts) -> list[Finding]:
    """Return what is wrong with the site built into the folder `site`, sorted. `SITE_URL` is its own address."""
    built = load_site(root, site, os.environ.get("SITE_URL", ""))
    found = [finding for file, page in built.pages.items() for finding in check_page(built, file, page)]
    for file, css in built.styles.items():
        for url, line in css_addresses(css):
            found += _target(built, file, Target("load", url, line, "style"))
    found += _titles(built)
    return sorted({*_gathered(found), *_sitemap(built, site)})


def load_site(root: Path, site: Path, public: str) -> Site:
    """Read the site in `site`, built from the sources of `root`, to be served at `public` ('' if not known)."""
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    pages = {name: read_page(_text(site / name)) for name in sorted(files) if name.endswith((".html", ".htm"))}
    styles = {name: _text(site / name) for name in sorted(files) if name.endswith(".css")}
    sources = pages_of(files_of(root))
    folders = not any(
        output_of(source, False) in files and output_of(source, False) != output_of(source, True) for source in sources
    )
    return Site(pages, styles, files, public, {output_of(s, folders): s for s in sources}, folders)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def language_at(file: str) -> Language:
    """Return the language that a file's address states."""
    return "en" if file.startswith("en/") else "zh"


# ------------------------------------------------------------------------------------------------------------- one page
def check_page(site: Site, file: str, page: SitePage) -> Iterator[Finding]:
    """Yield what is wrong with one page."""
    if file != LOST:
        yield from _head(site, file, page)
    seen: set[str] = set()
    for key, line in page.ids:
        if key in seen:
            yield site.finding(file, line, "site-id", f"the id `{key}` again", "each id once a page")
        seen.add(key)
    for target in page.targets:
        yield from _target(site, file, target)


def _head(site: Site, file: str, page: SitePage) -> Iterator[Finding]:
    language = language_at(file)
    if page.lang.split("-")[0].lower() != language:
        yield site.finding(file, 1, "site-lang", f'`<html lang="{page.lang}">`', f"`{language}`, as the address says")
    if page.h1 != 1:
        yield site.finding(file, 0, "site-h1", f"{page.h1} H1", "exactly one")
    if not page.title:
        yield site.finding(file, 0, "site-title", "an empty `<title>`", "a title")


def _titles(site: Site) -> Iterator[Finding]:
    by_title: dict[tuple[Language, str], list[str]] = defaultdict(list)
    for file, page in site.pages.items():
        if page.title and file != LOST:
            by_title[language_at(file), page.title].append(file)
    for (_, title), files in by_title.items():
        for file in files[1:]:
            yield site.finding(file, 0, "site-title", f"the title `{title}`", f"a title of its own ({files[0]} has it)")


def _target(site: Site, file: str, target: Target) -> Iterator[Finding]:
    own = _own(site, target.url)
    parts = urlsplit(own or target.url)
    if parts.scheme.lower() in _INERT or (not target.url and target.use == "link"):
        return
    if parts.scheme or parts.netloc:
        if target.use == "load":
            found = f"`<{target.tag}>` loads `{target.url}`"
            yield site.finding(
                file, target.line, "site-outside", found, "no resource from outside: a reader talks to nobody else"
            )
        return
    path = unquote(parts.path).lstrip("/") if own else _resolve(site, file, unquote(parts.path))
    if path is None:
        found = f"`{target.url}`, an address from the server's root"
        yield site.finding(
            file, target.line, "site-link", found, "a relative one, which works under a sub-path and from file://"
        )
        return
    yield from _reached(site, file, target, path, unquote(parts.fragment))


def _own(site: Site, url: str) -> str:
    """Return the site's own public address as a path from the site's root, with a slash before it; '' for any other."""
    public = site.public.rstrip("/")
    own = bool(public) and re.match(re.escape(public) + r"(?=[/?#]|$)", url)
    return "/" + url[len(public) :].lstrip("/") if own else ""


def _resolve(site: Site, file: str, path: str) -> str | None:
    """Return the path from the site's root, or None for an address that only some servers resolve."""
    if path.startswith("/"):
        return path.removeprefix(site.base).lstrip("/") if file == LOST else None
    if not path:
        return file
    joined = posixpath.normpath("/" + posixpath.join(posixpath.dirname(file), path)).lstrip("/")
    return joined + "/" if (joined and path.endswith(("/", "/.", "/.."))) or path in (".", "..") else joined


def _reached(site: Site, file: str, target: Target, path: str, fragment: str) -> Iterator[Finding]:
    folder = path in ("", "/", "./") or path.endswith("/")
    reached = posixpath.join(path.strip("/"), "index.html") if folder else path
    served = site.folder_addresses or file == LOST or bool(_own(site, target.url))  # a server finds the folder's page
    if reached not in site.files or (folder and not served):
        choices = nearest(reached, site.pages if reached.endswith(".html") else site.files)
        expected = "the address of a file" if reached in site.files else "an address that exists"
        yield site.finding(file, target.line, "site-link", f"`{target.url}` in `<{target.tag}>`", expected, choices)
        return
    page = site.pages.get(reached)
    if page is None:
        return
    if fragment and target.use == "link" and fragment not in page.anchors:
        found = f"`{target.url}`: no `#{fragment}` in {reached}"
        yield site.finding(
            file, target.line, "site-anchor", found, "an available fragment", nearest(fragment, page.anchors)
        )
    if LOST not in (file, reached) and language_at(file) != language_at(reached) and not target.switch:
        found = f"`{target.url}` leads to {reached}"
        yield site.finding(
            file,
            target.line,
            "site-language",
            found,
            "the same language; only the switch (with `hreflang`) leads to the other",
        )


# ------------------------------------------------------------------------------------------------------------ the whole
def _gathered(findings: list[Finding]) -> Iterator[Finding]:
    """Yield the findings, one for those that many pages share."""
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.rule, re.sub(r" \([^()]*:\d+\)$|(?:\.\./)+", "", finding.found)].append(finding)
    for group in groups.values():
        if len({finding.path for finding in group}) <= MANY:
            yield from group
        else:
            yield replace(group[0], found=f"{group[0].found}, and so on {len({f.path for f in group}) - 1} more pages")


def _sitemap(built: Site, folder: Path) -> Iterator[Finding]:
    """Yield addresses of the sitemap that lead to no page."""
    if "sitemap.xml" not in built.files or not built.public:
        return
    try:
        tree = ElementTree.fromstring(_text(folder / "sitemap.xml"))
    except ElementTree.ParseError as error:
        yield Finding("site/sitemap.xml", error.position[0], "site-sitemap", "broken XML", "well-formed XML")
        return
    for element in tree.iter():
        url = (element.text or "").strip() if element.tag.endswith("loc") else element.get("href", "")
        path = (_own(built, url) or url).lstrip("/")
        reached = posixpath.join(path, "index.html") if path == "" or path.endswith("/") else path
        if url and reached not in built.files:
            yield Finding(
                "site/sitemap.xml",
                0,
                "site-sitemap",
                f"`{url}`",
                "an address that exists",
                nearest(reached, built.pages),
            )
