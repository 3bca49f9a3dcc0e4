"""The site's own machinery: facts, languages, blocks, pages, checks, bundle and bench (see DESIGN.md)."""
