"""How wide a text is, about, and where its lines break: a drawing has no one else to ask at build time."""

from __future__ import annotations

import re

# Widths in em of DejaVu Sans, the widest of the system fonts that a reader may have.
_NARROW, _WIDE, _UPPER, _OTHER, _FULL = 0.37, 0.97, 0.70, 0.62, 1.0
# What may not be torn apart: a Latin word up to its hyphen or one 汉字, with the brackets and marks that belong to it.
_PIECE = re.compile(r"\s+|[（(《「“]*(?:[\u3400-\u9fff]|[^\s\u3000-\uffef（()）-]+-?|-)?[，。、：；）)》」”]*")


def width(text: str, size: float) -> float:
    """Return the estimated width of the text at a font size, in the same unit."""
    return size * sum(_em(character) for character in text)


def _em(character: str) -> float:
    if ord(character) > 0x2E7F:
        return _FULL
    if character in "iljtfrI.,:;'’()|!- ·":
        return _NARROW
    if character in "mwMW@%":
        return _WIDE
    return _UPPER if character.isupper() else _OTHER


def wrap(text: str, size: float, room: float) -> list[str]:
    """Return the text in as few lines as fit into `room`, made as equal as that allows; a long word may stick out."""
    lines = _fill(text, size, room)
    tighter = room
    while tighter > room / 2:
        tighter -= size / 4
        attempt = _fill(text, size, tighter)
        if len(attempt) > len(lines) or any(width(line, size) > tighter for line in attempt):
            break
        lines = attempt
    return lines


def _fill(text: str, size: float, room: float) -> list[str]:
    lines = [""]
    for piece in _PIECE.findall(text):
        if not piece.strip() or width((lines[-1] + piece).strip(), size) <= room:
            lines[-1] += piece
        else:
            lines.append(piece.lstrip())
    return [line.strip() for line in lines if line.strip()]
