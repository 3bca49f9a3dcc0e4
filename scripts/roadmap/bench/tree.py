"""A copy of the tree with so and so many times its pages, in a folder of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from roadmap.bench.data import Registries, multiplied, places, renaming
from roadmap.bench.plan import copies
from roadmap.bench.renaming import Renaming
from roadmap.checks.revisions import revision, save
from roadmap.facts.source import parse_yaml, read_text
from roadmap.languages import language_of, place_of

DATA = "docs/_data"
NEEDED = ("mkdocs.yml", "docs", "overrides", "scripts/hooks.py")
FREE_FORM = frozenset({"reviews", "revisions"})  # records about pages, which nothing requires for a copy
Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
ENTRY = re.compile(r"^(\s*- +)([^\s#]+)\s*$", re.MULTILINE)
MAP = re.compile(r"^/// map\n(?:.*\n)*?///\n", re.MULTILINE)


def multiply(root: Path, target: Path, times: int) -> int:
    """Copy the tree at `root` to `target` with `times` its pages, and return how many those are.

    Tracks are copied with their sections, under new ids, with all their entries of the registries, so that every
    check holds. The map is left out: its drawing is exact for the sections of two tracks and never grows with pages.
    """
    for name in NEEDED:
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy2
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        copy(root / name, target / name)
    data, docs = _read(target), target / "docs"
    plan = copies(places(data), count_pages(root), times)
    renamings = [renaming(data, number, chosen) for number, chosen in enumerate(plan, start=2)]
    _write(target, data, multiplied(data, renamings))
    for new in renamings:
        for track in sorted(place for place in new.places if "/" not in place):
            _copy_track(docs, track, new)
    _edit(docs / ".pages", lambda text: text.rstrip("\n") + "\n" + "".join(_listed(text, renamings)))
    for home in docs.glob("index*.md"):
        _edit(home, lambda text: MAP.sub("", text))
    _record(target)
    return count_pages(target)


def count_pages(root: Path) -> int:
    """Return the number of pages below `docs/`."""
    return sum(1 for _ in (root / "docs").rglob("*.md"))


def _edit(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def _copy_track(docs: Path, track: str, new: Renaming) -> None:
    copy = docs / new.path(track)
    shutil.copytree(docs / track, copy, ignore=lambda folder, names: _left_out(docs, Path(folder), names, new))
    for page in copy.rglob("*.md"):
        place = f"{track}/{page.parent.name}" if page.parent != copy else track
        _edit(page, partial(new.page, place=place))
    _edit(copy / ".pages", lambda text: ENTRY.sub(lambda m: m[0] if (copy / m[2]).exists() else "", text))


def _left_out(docs: Path, folder: Path, names: list[str], new: Renaming) -> set[str]:
    """Return the sections of a track that this copy does not hold."""
    if folder.parent != docs:
        return set()
    return {name for name in names if (folder / name).is_dir() and f"{folder.name}/{name}" not in new.places}


def _listed(text: str, renamings: list[Renaming]) -> Iterator[str]:
    """Yield the lines that list the copied tracks, in the order of the originals."""
    for new in renamings:
        for bullet, name in ENTRY.findall(text):
            if name in new.places:
                yield f"{bullet}{new.slug(name)}\n"


def _record(root: Path) -> None:
    """Record that both halves of every page have been looked at: what is measured is a tree in good order."""
    docs = root / "docs"
    records: dict[str, dict[str, str]] = {}
    for page in docs.rglob("*.md"):
        source = page.relative_to(docs).as_posix()
        text = read_text(page, root)
        records.setdefault(place_of(source), {})[language_of(source)] = revision(text)
    save(root, records)


# ------------------------------------------------------------------------------------------------------- registries
def _read(root: Path) -> Registries:
    return {name: parse_yaml(read_text(file, root), name) for name, file in _files(root) if name not in FREE_FORM}


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    base = root / DATA
    for file in sorted(base.rglob("*.yml")):
        yield file.relative_to(base).with_suffix("").as_posix(), file


def _write(root: Path, old: Registries, new: Registries) -> None:
    for name, content in new.items():
        if old.get(name) != content:
            text = yaml.dump(content, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1000)
            (root / DATA / f"{name}.yml").write_text(text, encoding="utf-8", newline="\n")
