"""Which places are copied how often, so that a site has so and so many times its pages. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence

LANGUAGES = 2


def copies(places: Sequence[str], pages: int, times: int) -> list[tuple[str, ...]]:
    """Return the places of each copy, in order: all of them as often as they fit, then the first ones.

    `places` are the tracks, each before its sections, with two pages each; `pages` is how many the site has.
    """
    wanted = round(pages * (times - 1) / LANGUAGES)
    whole, rest = divmod(wanted, len(places))
    result = [tuple(places)] * whole
    return [*result, tuple(places[:rest])] if rest else result
