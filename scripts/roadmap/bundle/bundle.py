"""Build the site for reading without a server and pack it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from frontdoor.problem import Problem

from roadmap import site
from roadmap.bundle.archive import EARLIEST, write
from roadmap.bundle.entry import entry_page

TARGET = "dist/llm-roadmap-offline.zip"
TOP = "llm-roadmap-offline"
PAGES = "site"  # in a folder of its own, so that the one file to open stands alone on top
EPOCH = "SOURCE_DATE_EPOCH"
# Only servers, search engines and developer tools ask for these; the search reads `search_index.js` instead.
LEFT_OUT = ("404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "search_index.json")


def make(root: Path) -> Path:
    """Write the offline site of the repository at `root` and return where the zip file is.

    `site/` stays alone; on failure so does the last good zip file. The same commit gives the same files, and the same
    bytes on one zlib. Raise `Findings` and `Problem` as `site.build` does, `Problem` where the file cannot be written.
    """
    target, seconds = root / TARGET, date_of(root)
    if target.is_dir():
        raise Problem(f"bundle: {target} is a folder; the zip file cannot take its place")
    try:
        with tempfile.TemporaryDirectory(prefix="llm-roadmap-") as folder, _epoch(seconds):
            built = Path(folder) / "site"
            site.build(built, directory_urls=False, root=root, site_url="")
            pack(built, target, seconds)
    except OSError as error:
        raise Problem(
            f"bundle: {error.strerror or error}" + (f": {error.filename}" if error.filename else "")
        ) from None
    return target


def pack(built: Path, target: Path, seconds: int) -> None:
    """Write the site in the folder `built` (with flat addresses) to the zip file `target`, dated `seconds`."""
    contents: dict[str, Path | bytes] = {f"{TOP}/{PAGES}/{name}": file for name, file in _files(built)}
    contents[f"{TOP}/index.html"] = entry_page(PAGES)
    write(target, contents, seconds)


def date_of(root: Path) -> int:
    """Return the date of what is built: that of the environment, else of the last commit, else a fixed one.

    Raise `Problem` where the environment's is no whole number.
    """
    given = os.environ.get(EPOCH)
    if given:
        if not given.isdecimal():
            raise Problem(f"bundle: {EPOCH} is {given!r}; expected seconds since 1970")
        return int(given)
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        said = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=10).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        said = ""
    return int(said) if said.isdecimal() else EARLIEST


def _files(built: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(built.rglob("*")):
        if file.is_file() and file.name not in LEFT_OUT and file.suffix != ".map":
            yield file.relative_to(built).as_posix(), file


@contextmanager
def _epoch(seconds: int) -> Iterator[None]:
    """Let MkDocs date its files like ours."""
    before = os.environ.get(EPOCH)
    os.environ[EPOCH] = str(seconds)
    try:
        yield
    finally:
        if before is None:
            del os.environ[EPOCH]
        else:
            os.environ[EPOCH] = before
