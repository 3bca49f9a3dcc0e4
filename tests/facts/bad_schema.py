"""Entries that do not fit their schema, and YAML that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bad:
    """One edit of one file, and what must be said about it; `near` is text on the line that must be named."""

    what: str
    file: str
    old: str
    new: str
    rule: str
    near: str
    found: str
    expected: str = ""
    choices: tuple[str, ...] = ()


TERMS, SYSTEMS = "terms/scientist-tiny.yml", "systems/scientist-tiny.yml"
REFERENCES = "references/scientist-tiny.yml"
SCHEMA = [
    Bad(
        "an unknown field",
        TERMS,
        "  zh: 温度",
        "  zh: 温度\n  zh_alts: [x]",
        "schema",
        "zh_alts",
        "zh_alts",
        "known field",
        ("zh_alt",),
    ),
    Bad("a wrong type", TERMS, "zh_alt: [Token]", "zh_alt: Token", "schema", "zh_alt: Token", "zh_alt", "array"),
    Bad(
        "a wrong type deep down",
        TERMS,
        "scope: sense",
        "scope: never",
        "schema",
        "scope: never",
        "never",
        "",
        ("always", "sense"),
    ),
    Bad("a missing field", TERMS, "  en: temperature\n", "", "schema", "id: temperature", "temperature", "en"),
    Bad(
        "a value outside of its pattern",
        TERMS,
        "- id: temperature",
        "- id: Temperature!",
        "schema",
        "Temperature!",
        "Temperature!",
    ),
    Bad(
        "a value outside of its list",
        SYSTEMS,
        "kind: library",
        "kind: libary",
        "schema",
        "libary",
        "libary",
        "",
        ("library",),
    ),
    Bad("a day that is none", SYSTEMS, "checked: '2026-11-24'", "checked: 24.11.2026", "schema", "24.11", "24.11.2026"),
    Bad(
        "an address that is none",
        REFERENCES,
        "https://reference.example/3",
        "reference.example/3",
        "schema",
        "reference.example/3",
        "reference.example/3",
    ),
    Bad("a number too large", "graph.yml", "hours: 3", "hours: 300", "schema", "hours: 300", "300"),
    Bad("a number as text", "graph.yml", "hours: 3", "hours: three", "schema", "hours: three", "three", "int"),
    Bad(
        "an unknown field of the contract",
        "roadmap.yml",
        "accept: Says who",
        "acept: x, accept: Says who",
        "schema",
        "acept",
        "acept",
        "known field",
        ("accept",),
    ),
    Bad(
        "an id twice in a file",
        TERMS,
        "- id: temperature",
        "- id: token",
        "unique-id",
        "- id: token\n  en: temperature",
        "token",
        "one entry",
    ),
    Bad("a key twice in an entry", TERMS, "  zh: 温度", "  zh: 温度\n  zh: 热度", "yaml", "zh: 热度", "`zh` twice"),
    Bad("broken YAML", TERMS, "zh_alt: [Token]", "zh_alt: [Token", "yaml", "definition_en: The unit", "", "YAML"),
    Bad("a tab", TERMS, "  zh: 温度", "\tzh: 温度", "yaml", "zh: 温度", "", "YAML"),
    Bad("a list as key", TERMS, "  zh: 温度", "  zh: 温度\n  ? [a, b]\n  : c", "yaml", "? [a, b]", "", "YAML"),
    Bad("no list", "findings.yml", "- {id: S1-a", "a: 1\nb:\n- {id: S1-a", "schema", "a: 1", "dict", "a list"),
]
