"""`serve`: the site with live reload; a change that breaks the build is told, and the last good site stays."""

from __future__ import annotations

import logging
import os
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from frontdoor.problem import Problem
from mkdocs.livereload import LiveReloadServer

from roadmap import site
from roadmap.finding import Findings

HOST = "127.0.0.1"
FIRST, TRIES = 8000, 100
WATCHED = ("mkdocs.yml", "docs", "overrides")


def serve(root: Path, wanted: int | None) -> int:
    """Build the site, serve it on a free port and build again after each change, until Ctrl-C.

    Raise `Problem` if the wanted port or all others are busy, `Problem` or `Findings` if the first build fails.
    """
    port = choose_port(wanted)
    address = f"http://{HOST}:{port}/"
    with tempfile.TemporaryDirectory(prefix="roadmap-") as folder:
        served = Path(folder) / "site"
        start = time.perf_counter()
        site.build(served, root=root, site_url=address)
        print(
            f"serve: built in {time.perf_counter() - start:.1f} s\n中文     {address}\nEnglish  {address}en/",
            flush=True,
        )
        _run(_server(root, served, port, rebuilder(root, served, address)))
    return 0


def choose_port(wanted: int | None) -> int:
    """Return the wanted port, or the first free one from 8000 on; raise `Problem` in one line if there is none."""
    if wanted is not None:
        if not is_free(wanted):
            raise Problem(f"serve: port {wanted} is busy; choose another one, or leave --port out")
        return wanted
    for port in range(FIRST, FIRST + TRIES):
        if is_free(port):
            if port != FIRST:
                print(f"serve: port {FIRST} is busy, taking {port}", flush=True)
            return port
    raise Problem(f"serve: all ports from {FIRST} to {FIRST + TRIES - 1} are busy; choose one with --port N")


def is_free(port: int) -> bool:
    """Return whether a server could listen on the port now."""
    with socket.socket() as probe:
        if sys.platform == "win32":  # there, reuse would let two servers share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        elif os.name == "posix":  # here, it only skips connections that linger after a server has ended
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def rebuilder(root: Path, served: Path, address: str) -> Callable[[], None]:
    """Return what builds the site again and tells in one line each what went wrong, whatever it was."""

    def rebuild() -> None:
        start = time.perf_counter()
        try:
            site.build(served, root=root, site_url=address)
            print(f"serve: built in {time.perf_counter() - start:.1f} s", flush=True)
        except (Findings, Problem) as error:
            print(f"{error}\nserve: the last good build stays", file=sys.stderr, flush=True)
        except Exception as error:  # a server that dies of one bad edit would be of no use
            print(f"serve: {type(error).__name__}: {error}; the last good build stays", file=sys.stderr, flush=True)

    return rebuild


def _server(root: Path, served: Path, port: int, rebuild: Callable[[], None]) -> LiveReloadServer:
    logging.getLogger("mkdocs.livereload").addHandler(logging.NullHandler())
    server = LiveReloadServer(builder=rebuild, host=HOST, port=port, root=str(served))

    def not_found(code: int) -> bytes | None:
        page = served / "404.html"
        return page.read_bytes() if code == 404 and page.is_file() else None

    server.error_handler = not_found
    for path in WATCHED:
        if (root / path).exists():
            server.watch(str(root / path))
    return server


def _run(server: LiveReloadServer) -> None:
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:  # another program was quicker to take the port
        raise Problem(f"serve: cannot listen on {server.url}: {error.strerror}") from None
    finally:
        server.shutdown()
