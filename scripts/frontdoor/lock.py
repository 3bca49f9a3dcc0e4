"""A lock between processes that the system itself releases, so that none is ever left behind by a dead process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes], *, wait: bool) -> bool:
        while True:
            try:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
                return True
            except OSError:  # LK_LOCK itself gives up after ten seconds
                if not wait:
                    return False
else:
    import fcntl

    def _take(file: IO[bytes], *, wait: bool) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock at `path` for the block; say so and wait while another process holds it.

    The file stays behind and means nothing: the lock ends with the process that holds it, however that ends.
    """
    with path.open("ab") as file:
        if not _take(file, wait=False):
            print("dev.py: another start is setting up .venv; waiting for it.", file=sys.stderr, flush=True)
            _take(file, wait=True)
        yield
