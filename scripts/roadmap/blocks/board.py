"""`/// board`: the systems of a section with what each is, its state and the month that is of."""

from __future__ import annotations

from html import escape

from roadmap.blocks.base import LeafBlock
from roadmap.blocks.context import PageContext
from roadmap.blocks.html import chip, name_mirror, outside
from roadmap.blocks.words import word
from roadmap.facts import Facts, Named

COLUMNS = ("name", "what", "state", "as_of")


class Board(LeafBlock):
    """The board of a section; on a page whose section has no systems it is a finding."""

    NAME = "board"

    def render(self) -> str:
        """Return the table of the systems that are at home in the section of this page."""
        systems = systems_of(self.facts, self.page.place)
        if not systems:
            self.report(
                "block", f"`/// board` on the page of `{self.page.place}`", "a section whose systems stand on the board"
            )
            return ""
        return board(self.facts, self.page, systems)


def systems_of(facts: Facts, place: str) -> list[Named]:
    """Return the systems on the board that are at home in the section: those not alive first, then in reading order."""
    if place not in facts.sections:
        return []
    order = (place, *facts.topics_of[place])
    found = [named for named in facts.names_of.get(place, ()) if named.system and named.system.board]
    return sorted(found, key=lambda n: (n.system is not None and n.system.status == "alive", order.index(n.home)))


def board(facts: Facts, page: PageContext, systems: list[Named]) -> str:
    """Return the board as HTML."""
    language = page.language
    label = escape(word("board", language, section=facts.places[page.place].title(language)))
    titles = [word(f"board.{column}", language) for column in COLUMNS]
    head = "".join(f'<th scope="col">{title}</th>' for title in titles)
    rows = "".join(_row(named, page, titles) for named in systems)
    return (
        f'<div class="llm-board" role="region" tabindex="0" aria-label="{label}"><table><caption>{label}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(named: Named, page: PageContext, titles: list[str]) -> str:
    system, language = named.system, page.language
    assert system
    what = system.what_zh if language == "zh" else system.what_en
    month = f'<time datetime="{system.as_of}">{system.as_of}</time>' if system.as_of else ""
    state = (
        chip(system.status or "alive", word(system.status or "alive", language)) + " " + escape(named.state(language))
    )
    cells = "".join(
        f'<td data-label="{title}">{text}</td>'
        for title, text in zip(titles[1:], (escape(what), state.strip(), month), strict=True)
    )
    return f'<tr><th scope="row" data-label="{titles[0]}">{_name(named, page)}</th>{cells}</tr>'


def _name(named: Named, page: PageContext) -> str:
    assert named.system
    text, href = named.system.name, page.href(named.home)
    if named.address:
        return outside(named.address, text) + name_mirror(named, page.language)
    return f'<a href="{escape(href)}">{escape(text)}</a>' if href else escape(text)
