"""The command line, read once before the environment exists and once inside it."""

from __future__ import annotations

import argparse
from typing import Literal

Set = Literal["site", "test"]
SETS: dict[str, Set] = {
    "serve": "site",
    "test": "test",
    "build": "site",
    "bundle": "site",
    "check": "site",
    "bench": "test",
}
EPILOG = "The first start makes the environment in .venv (once, about a minute). COMMAND --help tells more."


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; `bench` leaves what it does not know to the room itself."""
    top = argparse.ArgumentParser(prog="dev.py", description="Work on the roadmap: one command each.", epilog=EPILOG)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _serve(commands.add_parser("serve", help="build the site and serve it with live reload"))
    _test(commands.add_parser("test", help="lint, types, unit tests, strict builds, and the site in a browser"))
    _build(commands.add_parser("build", help="check every reference and inner link, then write site/"))
    commands.add_parser("bundle", help="write the offline site, dist/llm-roadmap-offline.zip")
    _check(commands.add_parser("check", help="check the sources and, where it is up to date, the built site"))
    _bench(commands.add_parser("bench", help="measure how build time grows with the number of pages"))
    return top


def _serve(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--port", type=_port, metavar="N", help="insist on this port (otherwise: 8000 or the next free one)"
    )


def _test(command: argparse.ArgumentParser) -> None:
    command.add_argument("--no-browser", action="store_true", help="leave the browser tests out")
    command.add_argument("--all", action="store_true", help="take every page, not each template and what changed")
    command.add_argument("-k", metavar="EXPR", help="run only the tests whose names match (as in pytest)")


def _build(command: argparse.ArgumentParser) -> None:
    command.add_argument("--site-dir", metavar="DIR", default="site", help="where to write (default: site)")
    command.add_argument("--flat", action="store_true", help="addresses that end in .html, as in the offline bundle")


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("--site", action="store_true", help="check site/ even if a source is newer")
    command.add_argument(
        "--format", choices=["text", "json", "github"], default="text", help="how to print (default: text)"
    )
    text = "record that both languages of PAGE (as in scientist/pretraining) were looked at again; repeatable"
    command.add_argument("--accept", action="append", default=[], metavar="PAGE", help=text)


def _bench(command: argparse.ArgumentParser) -> None:
    command.add_argument("--peers", action="store_true", help="measure mkdocs-static-i18n in the same run")


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {text!r}")
    return int(text)
