"""The definition of a name at hand: hidden text that shows on hover and focus."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from roadmap.blocks.html import LANG
from roadmap.blocks.words import word
from roadmap.facts import LANGUAGES, Language, Named


def tip(named: Named, language: Language, key: str) -> Element:
    """Return the tooltip with id `key`: definition, the other language's form, and a system's state with its month."""
    element = Element("span", {"class": "llm-tip", "role": "tooltip", "id": key, "data-search-exclude": ""})
    element.text = named.definition(language)
    other = next(tongue for tongue in LANGUAGES if tongue != language)
    if named.label(other) != named.label(language):
        element.text += " · "
        term = SubElement(element, "span", {"class": "llm-tip__term", "lang": LANG[other]})
        term.text = named.label(other)
    state = state_sentence(named, language)
    if state:
        SubElement(element, "span", {"class": "llm-tip__state"}).text = " " + state
    return element


def state_sentence(named: Named, language: Language) -> str:
    """Return the sentence about a system's state with the month that it is of, or ''."""
    state = named.state(language)
    month = named.system.as_of if named.system else None
    return state + word("as_of", language, month=month) if state and month else state


def with_tip(wrapper: Element, link: Element, named: Named, language: Language, key: str) -> Element:
    """Fill the wrapper with the link and its tooltip, and return it."""
    wrapper.set("class", "llm-has-tip")
    link.set("aria-describedby", key)
    wrapper.append(link)
    wrapper.append(tip(named, language, key))
    return wrapper
