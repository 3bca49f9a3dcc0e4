"""How build time grows with the number of pages, and what the site weighs."""

from roadmap.bench.bench import main

__all__ = ["main"]
