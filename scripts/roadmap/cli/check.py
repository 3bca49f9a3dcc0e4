"""`check`: print what is wrong with the sources and the built site, or record that a page was looked at."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from frontdoor.problem import Problem

from roadmap.checks import accept as accept_page
from roadmap.checks import check_site, check_sources
from roadmap.facts import load_facts
from roadmap.finding import Finding, Findings

SOURCES = ("mkdocs.yml", "docs", "overrides", "scripts/hooks.py", "scripts/roadmap")


def check(root: Path, *, form: str, insist: bool) -> int:
    """Print every finding in the given form (`text`, `json` or `github`) and return 1 if there is one.

    The site is checked where it is newer than its sources or the user insists; raise `Problem` if it is missing then.
    """
    found = _findings(root, root / "site", insist=insist)
    if form == "json":
        print(json.dumps([finding.as_json() for finding in found], ensure_ascii=False, indent=1))
    for finding in found if form != "json" else ():
        print(finding if form == "text" else finding.as_annotation())
    print(f"check: {len(found) or 'no'} finding{'' if len(found) == 1 else 's'}", file=sys.stderr)
    return 1 if found else 0


def accept(root: Path, pages: list[str]) -> int:
    """Record that both halves of each page were looked at again, and say so."""
    for page in pages:
        print(accept_page(root, page))
    return 0


def _findings(root: Path, site: Path, *, insist: bool) -> list[Finding]:
    try:
        facts = load_facts(root)
        found = check_sources(root, facts)
    except Findings as error:
        return error.findings
    if _wanted(root, site, insist=insist):
        found = [*found, *check_site(root, site, facts)]
    return sorted(found)


def _wanted(root: Path, site: Path, *, insist: bool) -> bool:
    built = _newest(site / "index.html")
    if insist and not built:
        raise Problem("check: there is no site/ to check; run `build` first")
    fresh = built > max(_newest(root / source) for source in SOURCES)
    if not insist and not fresh:
        print("check: sources only: site/ is missing or older than they are (`build` writes it)", file=sys.stderr)
    return insist or fresh


def _newest(path: Path) -> float:
    """Return the time of the newest file at or below `path`, 0 where there is none."""
    files = [path] if path.is_file() else [f for f in path.rglob("*") if f.is_file() and "__pycache__" not in f.parts]
    return max((file.stat().st_mtime for file in files), default=0.0)
