"""A track of two sections, small enough to read, in the shape of the real one."""

from __future__ import annotations

from typing import Any

PAGE = """\
---
description: d
---
# Rope { #rope }

See [KV](name:kv), [other](name:far), [a book](ref:book), [paper](ref:far-paper) and [there](page:a/far#x).

/// correction | S1-a S2-b
Text.
///

/// references
    start: [book, far-paper]
///
"""


def registries() -> dict[str, Any]:
    def topic(ident: str, graph: str, *names: str) -> dict[str, Any]:
        found = [{"name": name, "id": name} for name in names]
        return {"id": ident, "graph": graph, "level": "intro", "zh": ident, "en": ident, "names": found}

    rope = {"id": "rope", "graph": "S1", "zh": "绳", "en": "Rope", "topics": [topic("knots", "S1.1", "kv")]}
    rope["mentions"] = ["far", "kv"]
    far = {"id": "far", "graph": "S2", "zh": "远", "en": "Far", "topics": [topic("away", "S2.1", "far")]}
    return {
        "roadmap": {"tracks": [{"id": "a", "zh": "甲", "en": "A", "sections": [rope, far]}]},
        "graph": {
            "topics": [
                {"graph": "S1.1", "hours": 2, "requires": ["P0.1"]},
                {"graph": "S2.1", "hours": 3, "requires": ["S1.1"], "helped_by": ["P0.1"]},
            ],
            "projects": {"S1": 1, "S2": 2},
        },
        "findings": [
            {"id": "S1-a", "place": "a/rope"},
            {"id": "S2-b", "place": "a/far"},
            {"id": "G1", "place": "about"},
        ],
        "references/a-rope": [
            {"id": "book", "section": "a/rope", "topics": ["a/rope/knots"], "replaced_by": "far-paper"}
        ],
        "references/a-far": [{"id": "far-paper", "section": "a/far", "topics": ["a/far/away", "a/rope/knots"]}],
        "systems/a-rope": [{"id": "kv"}, {"id": "helper", "home": "a/rope"}],
        "terms/a-far": [
            {"id": "far"},
            {"id": "kv", "never": [{"form": "x"}]},
            {"id": "extra", "taught_in": "a/far/away"},
        ],
    }
