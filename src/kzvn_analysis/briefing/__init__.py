"""The briefing: run the notebooks, set the document, release it.

`render` is the whole way; the modules beside it each do one step.
"""

from __future__ import annotations

from .pipeline import Released, prepare, render
from .progress import Progress

__all__ = ["Progress", "Released", "prepare", "render"]
