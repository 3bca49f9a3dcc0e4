"""What a reader has to load: the built site's pages, indexes, styles and scripts."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

KIB = 1024


def sizes(site: Path) -> list[tuple[str, ...]]:
    """Return the rows of the table: what it is, plain and compressed size."""
    pages = sorted(site.rglob("index.html"), key=lambda page: (page.stat().st_size, page))
    rows = [("what", "KiB", "gzip KiB"), *_pages(site, pages)]
    rows += [_row(name(site, f), f) for f in sorted(site.rglob("search_index.json"))]
    rows += [_row(name(site, f), f) for f in sorted(site.rglob("*")) if f.suffix in (".css", ".js") and _is_loaded(f)]
    return rows


def _pages(site: Path, pages: Sequence[Path]) -> Iterator[tuple[str, ...]]:
    if pages:
        plain = median(page.stat().st_size for page in pages)
        packed = median(_packed(page) for page in pages)
        yield (f"HTML, median of {len(pages)}", _kib(plain), _kib(packed))
        yield _row(f"HTML, largest: {name(site, pages[-1])}", pages[-1])


def name(site: Path, file: Path) -> str:
    """Return the file's path below the site."""
    return file.relative_to(site).as_posix()


def _is_loaded(file: Path) -> bool:
    """Tell whether a page may ask for the file; the theme brings search languages that no page of ours uses."""
    return "lunr" not in file.parts and file.name != "search_index.js"


def _row(what: str, file: Path) -> tuple[str, ...]:
    return (what, _kib(file.stat().st_size), _kib(_packed(file)))


def _packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def _kib(size: float) -> str:
    return f"{size / KIB:.1f}"
