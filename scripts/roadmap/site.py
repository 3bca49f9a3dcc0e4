"""Build the site as a whole: sources checked, MkDocs run strictly, output checked, and only then put in its place."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's advertisement; README tells what it is about

import yaml
from frontdoor.problem import Problem
from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from roadmap.checks import check_site, check_sources
from roadmap.facts import load_facts
from roadmap.finding import Finding, Findings

ROOT = Path(__file__).resolve().parents[2]
HOUR = 3600.0


def build(site_dir: Path, *, directory_urls: bool = True, root: Path = ROOT, site_url: str | None = None) -> None:
    """Write the site of the repository at `root` to `site_dir`: the whole new one, or the old one stays as it was.

    `directory_urls` chooses `topic/` over `topic.html` as addresses, `site_url` goes before the configuration.
    Raise `Findings` for what the checks find in sources or output, `Problem` for what MkDocs refuses. That a half of a
    page waits for a second look (`check --accept`) fails `check` and the tests, but hides no page from its writer.
    """
    facts = load_facts(root)
    _refuse([finding for finding in check_sources(root, facts) if finding.rule != "revisions"])
    with _workshop(site_dir) as workshop:
        new = workshop / "new"
        _run_mkdocs(root, new, directory_urls=directory_urls, site_url=site_url)
        _refuse(check_site(root, new, facts))
        _swap(new, site_dir, workshop / "old")


def _refuse(findings: list[Finding]) -> None:
    if findings:
        raise Findings(findings)


# ----------------------------------------------------------------------------------------------------------- MkDocs
def _run_mkdocs(root: Path, target: Path, *, directory_urls: bool, site_url: str | None) -> None:
    options: dict[str, Any] = {"strict": True, "site_dir": str(target), "use_directory_urls": directory_urls}
    if site_url is not None:
        options["site_url"] = site_url
    with _warnings() as said:
        try:
            _load_and_build(root / "mkdocs.yml", options)
        except (MkDocsException, TemplateError, yaml.YAMLError, UnicodeDecodeError) as error:
            raise Problem(*(said or [_one_line(str(error))])) from None


def _load_and_build(file: Path, options: dict[str, Any]) -> None:
    config = load_config(str(file), **options)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins warn of, one line each."""
    said: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(_one_line(record.getMessage()))

    handler, log = Collector(logging.WARNING), logging.getLogger("mkdocs")
    log.addHandler(handler)
    try:
        yield said
    finally:
        log.removeHandler(handler)


def _one_line(text: str) -> str:
    return " ".join(text.split())


# -------------------------------------------------------------------------------------------------- into its place
@contextmanager
def _workshop(site_dir: Path) -> Iterator[Path]:
    """Give a folder beside `site_dir`, on the same disk, gone afterwards; clear what killed builds have left."""
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    _recover(site_dir)
    workshop = Path(tempfile.mkdtemp(prefix=f".{site_dir.name}-", dir=site_dir.parent))
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _recover(site_dir: Path) -> None:
    """Put the last good site back if a build was killed between the renames; remove workshops after an hour."""
    for left in sorted(site_dir.parent.glob(f".{site_dir.name}-*")):
        if not site_dir.exists() and (left / "old").is_dir():
            (left / "old").rename(site_dir)
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > HOUR:
                shutil.rmtree(left, ignore_errors=True)


def _swap(new: Path, site_dir: Path, old: Path) -> None:
    """Put `new` in the place of `site_dir`, which goes to `old`; if that fails, the old site stands as before."""
    if not site_dir.exists():
        new.rename(site_dir)
        return
    site_dir.rename(old)
    try:
        new.rename(site_dir)
    except BaseException:
        old.rename(site_dir)
        raise
