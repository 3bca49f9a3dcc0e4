"""Revisions: both halves of a page as they were when somebody last looked at them together."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from roadmap.checks.document import Document
from roadmap.facts import LANGUAGES, Language
from roadmap.facts.source import line_of, parse_yaml, read_text
from roadmap.finding import Finding, Findings

FILE = "docs/_data/revisions.yml"
Record = dict[str, str]
_REVISION = re.compile(r"[0-9a-f]{12}")
_HEAD = """\
# For each page the content revisions of its two halves (the first 12 hex digits of the SHA-256 of the text, line ends
# and trailing blanks aside) as they were when somebody last looked at them together.
# `python3 scripts/dev.py check --accept PAGE` writes this file.
"""


def revision(text: str) -> str:
    """Return the content revision of a source."""
    lines = (line.rstrip() for line in text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"))
    return hashlib.sha256("\n".join(lines).rstrip("\n").encode()).hexdigest()[:12]


def revisions(documents: Iterable[Document], records: Mapping[str, Record], text: str) -> Iterator[Finding]:
    """Yield each page whose halves are not those of its record; `text` is that of the records' file, for lines."""
    pages: dict[str, dict[Language, Document]] = {}
    for document in documents:
        pages.setdefault(document.place, {})[document.language] = document
    for place, halves in pages.items():
        if len(halves) == len(LANGUAGES):
            yield from _page(place, halves, records.get(place))
    for place in sorted(set(records) - set(pages)):
        yield Finding(FILE, line_of(text, (place,)), "revisions", f"a record of `{place}`", "only pages that exist")


def _page(place: str, halves: Mapping[Language, Document], record: Record | None) -> Iterator[Finding]:
    now = {language: revision(halves[language].text) for language in LANGUAGES}
    expected = f"both halves looked at together, then `check --accept {place}`"
    if record is None:
        found = f"no record (zh {now['zh']}, en {now['en']})"
        yield halves["zh"].find(0, "revisions", found, expected)
    elif record != now:
        changed = [language for language in LANGUAGES if record[language] != now[language]]
        told = ", ".join(
            f"{language} {record[language]} → {now[language]}"
            if language in changed
            else f"{language} {now[language]} unchanged"
            for language in LANGUAGES
        )
        yield halves[changed[0]].find(0, "revisions", f"changed since last looked at together: {told}", expected)


def load_records(root: Path) -> tuple[dict[str, Record], str]:
    """Return the records and the text they stand in, empty without a file; raise `Findings` for another shape."""
    path = root / FILE
    if not path.exists():
        return {}, ""
    text = read_text(path, root)
    data = parse_yaml(text, FILE) or {}
    wrong = (
        [Finding(FILE, 1, "schema", type(data).__name__, "pages with their revisions")]
        if not isinstance(data, dict)
        else []
    )
    for place, record in data.items() if not wrong else ():
        fits = isinstance(record, dict) and set(record) == set(LANGUAGES)
        if not fits or not all(_REVISION.fullmatch(str(value)) and isinstance(value, str) for value in record.values()):
            expected = '`{zh: "12 hex digits", en: "12 hex digits"}`, in quotes'
            wrong.append(Finding(FILE, line_of(text, (str(place),)), "schema", f"`{place}: {record}`", expected))
    if wrong:
        raise Findings(wrong)
    return data, text


def save(root: Path, records: Mapping[str, Record]) -> None:
    """Write the records, sorted, all or nothing."""
    lines = [f'{place}: {{zh: "{record["zh"]}", en: "{record["en"]}"}}\n' for place, record in sorted(records.items())]
    text = _HEAD + ("".join(lines) or "{}\n")
    assert yaml.safe_load(text) == dict(records)
    handle, temporary = tempfile.mkstemp(prefix=".revisions-", suffix=".yml", dir=(root / FILE).parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(root / FILE)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
