"""Registries and the contract as frozen, validated values."""

from roadmap.facts.facts import LANGUAGES, LEVELS, Facts, Language, Named, Place
from roadmap.facts.load import load_facts

__all__ = ["LANGUAGES", "LEVELS", "Facts", "Language", "Named", "Place", "load_facts"]
