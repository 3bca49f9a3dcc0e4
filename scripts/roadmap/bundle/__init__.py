"""The offline site as one zip file."""

from roadmap.bundle.bundle import make, pack

__all__ = ["make", "pack"]
