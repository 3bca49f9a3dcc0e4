"""A zip file whose bytes depend on nothing but its contents: sorted names, one time, one mode, one compression."""

from __future__ import annotations

import os
import tempfile
import time
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from frontdoor.problem import Problem

EARLIEST, LATEST = 315532800, 4354819198  # what the format can hold: from 1980 to 2107
REGULAR_FILE = 0o100644 << 16
UNIX = 3
LEVEL = 9


def write(target: Path, contents: Mapping[str, Path | bytes], seconds: int) -> None:
    """Write `target` in one piece: the old file stays as it was until the new one is whole.

    `contents` maps the names inside to files or bytes; every entry gets the time `seconds` (since 1970, UTC).
    Raise `Problem` where the disk is full or `target` cannot be written.
    """
    if target.is_dir():
        raise Problem(f"bundle: {target} is a folder; the zip file cannot take its place")
    temporary: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = _temporary(target)
        _fill(temporary, contents, _moment(seconds))
        temporary.replace(target)
    except OSError as error:
        raise Problem(f"bundle: cannot write {target}: {error.strerror or error}") from None
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _temporary(target: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    os.close(handle)
    Path(name).chmod(0o644)
    return Path(name)


def _fill(file: Path, contents: Mapping[str, Path | bytes], moment: tuple[int, int, int, int, int, int]) -> None:
    with file.open("wb") as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
            for name in sorted(contents):
                source = contents[name]
                data = source if isinstance(source, bytes) else source.read_bytes()
                archive.writestr(_entry(name, moment), data, zipfile.ZIP_DEFLATED, LEVEL)
        out.flush()
        os.fsync(out.fileno())


def _entry(name: str, moment: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, moment)
    entry.create_system = UNIX  # else it would name the system that wrote it
    entry.external_attr = REGULAR_FILE
    return entry


def _moment(seconds: int) -> tuple[int, int, int, int, int, int]:
    """Return the time as the format keeps it: in UTC, from 1980 on, in steps of two seconds."""
    t = time.gmtime(min(max(seconds, EARLIEST), LATEST))
    return (t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec // 2 * 2)
