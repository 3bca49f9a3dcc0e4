"""`build`: write the site."""

from __future__ import annotations

import time
from pathlib import Path

from roadmap import site


def build(site_dir: Path, *, flat: bool) -> int:
    """Write the site to `site_dir` and return 0; raise `Findings` or `Problem` and leave the folder as it was."""
    start = time.perf_counter()
    site.build(site_dir, directory_urls=not flat)
    print(f"build: {_pages(site_dir)} pages in {time.perf_counter() - start:.1f} s: {site_dir}")
    return 0


def _pages(site_dir: Path) -> int:
    return sum(1 for _ in site_dir.rglob("*.html"))
