"""Languages, addresses and the adapter that mends mkdocs-i18n."""

from roadmap.languages.addresses import (
    Addresses,
    address_of,
    language_of,
    output_of,
    place_of,
    relative,
    twin_of,
)

__all__ = ["Addresses", "address_of", "language_of", "output_of", "place_of", "relative", "twin_of"]
