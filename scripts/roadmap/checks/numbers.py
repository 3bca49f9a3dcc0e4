"""Numbers and dates in one form for both languages: `15T` and `15 万亿`, `March 2025` and `2025 年 3 月`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_MONTH = (
    r"(?:"
    + "|".join(
        (*map(str.capitalize, _MONTHS), "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept?", "Oct", "Nov", "Dec")
    )
    + r")\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_TO = r"\s*(?:[-–—~～]|to|and|until|through|至|到|和)\s*"
_LATIN = {"k": 3, "m": 6, "b": 9, "t": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_CHINESE = {
    "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11,
    "万亿": 12, "十万亿": 13, "百万亿": 14,
}  # fmt: skip
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９，．％", "0123456789,.%")

# Each pattern comes with what turns its match into one or more canonical forms; the first that fits takes the text.
_DATES = re.compile(
    rf"""
      (?P<iso>(?<!\d)(?P<iy>{_YEAR})-(?P<im>0[1-9]|1[0-2])(?:-(?P<id>[0-3]\d))?(?!\d|-\d))
    | (?P<zh2>(?P<y2>{_YEAR})\s*年\s*(?P<m2>\d{{1,2}})\s*月?{_TO}(?P<n2>\d{{1,2}})\s*月)
    | (?P<zh>(?P<zy>{_YEAR})\s*年\s*(?P<zm>\d{{1,2}})\s*月(?:\s*(?P<zd>\d{{1,2}})\s*[日号])?)
    | (?P<en>(?:(?P<ed>\d{{1,2}})\s+)?(?P<em0>{_MONTH}){_TO}(?P<em1>{_MONTH})\s*,?\s*(?P<ey1>{_YEAR})
        |(?:(?P<ed2>\d{{1,2}})\s+)?(?P<em2>{_MONTH})(?:\s+(?P<ed3>\d{{1,2}}),)?\s*,?\s*(?:of\s+)?(?P<ey2>{_YEAR}))
    | (?P<zmd>(?<!\d)(?P<zm3>\d{{1,2}})\s*月(?:\s*(?P<zd3>\d{{1,2}})\s*[日号])?)
    | (?P<emd>(?:(?P<ed4>\d{{1,2}})\s+(?P<em4>{_MONTH})|(?P<em5>{_MONTH})\s+(?P<ed5>\d{{1,2}})(?!\d)
        |(?:\b[Ii]n|\b[Ss]ince|\b[Uu]ntil|\b[Bb]y|[Ll]ate|[Ee]arly|[Mm]id-?)\s*(?P<em6>{_MONTH})
        |\((?P<em7>May|March)\b|\b(?P<em8>January|February|April|June|July|August|September|October|November|December)\b)
        (?!\s*,?\s*(?:of\s+)?{_YEAR}))
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(
    r"""
    (?P<sign>(?<![A-Za-z0-9)\]）])(?<![0-9)][ ])−|(?<![^\s(（\[「“])-)?
    (?: (?P<version>\d+(?:\.\d+){2,})
      | (?P<digits>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)
        (?:[eE](?P<exponent>[-−]?\d+)(?![\w]))?
        (?P<power>[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?
        (?: \s*(?P<chinese>百万亿|十万亿|万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![瓦克米字兆赫])|百(?!分))
          | (?P<letter>[KkMBbT])(?![A-Za-z0-9])
          | [\s-]?(?P<word>thousand|million|billion|trillion)(?![a-z]) )?
        (?P<percent>\s*%|\s+percent(?![a-z-]))? )
    """,
    re.VERBOSE,
)


class Number(NamedTuple):
    """A number or date: its one form, as it stands in the text, and its offset there."""

    value: str
    raw: str
    at: int


def numbers(text: str) -> Iterator[Number]:
    """Yield the numbers and dates of a text, in order."""
    text = text.translate(_FULL_WIDTH)
    start = 0
    for match in _DATES.finditer(text):
        yield from _plain(text, start, match.start())
        for value in _date(match):
            yield Number(value, match[0], match.start())
        start = match.end()
    yield from _plain(text, start, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[Number]:
    for match in _NUMBER.finditer(text, start, end):
        yield Number(_value(match), match[0].strip(), match.start())


def _value(match: re.Match[str]) -> str:
    if match["version"]:
        return match["version"]
    value = Decimal(match["digits"].replace(",", ""))
    if match["exponent"]:
        value = value.scaleb(int(match["exponent"].replace("−", "-")))
    scale = _CHINESE.get(match["chinese"] or "") or _LATIN.get((match["letter"] or match["word"] or "").lower())
    if scale:
        value = value.scaleb(scale)
    shown = ("-" if match["sign"] else "") + f"{value.normalize():f}"
    power = "^" + match["power"].translate(_SUPERSCRIPT) if match["power"] else ""
    return shown + power + ("%" if match["percent"] else "")


def _date(match: re.Match[str]) -> Iterator[str]:
    part = match.groupdict()
    if match["iso"]:
        yield _form(part["iy"], part["im"], part["id"])
    elif match["zh"]:
        yield _form(part["zy"], part["zm"], part["zd"])
    elif match["zh2"]:
        yield _form(part["y2"], part["m2"], None)
        yield _form(part["y2"], part["n2"], None)
    elif match["en"]:
        yield _form(part["ey1"] or part["ey2"], part["em0"] or part["em2"], part["ed"] or part["ed2"] or part["ed3"])
        if part["em1"]:
            yield _form(part["ey1"], part["em1"], None)
    elif match["zmd"]:
        yield _form(None, part["zm3"], part["zd3"])
    else:
        yield _form(None, next(part[f"em{n}"] for n in range(4, 9) if part[f"em{n}"]), part["ed4"] or part["ed5"])


def _form(year: str | None, month: str, day: str | None) -> str:
    number = int(month) if month.isdigit() else _SHORT[month.lower().rstrip(".")[:3]]
    return (f"{year}-" if year else "month ") + f"{number:02}" + (f"-{int(day):02}" if day else "")
