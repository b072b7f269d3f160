"""The briefing: run the notebooks, set the document, release it.

`render` is the whole way; the modules beside it each do one step.
"""

from __future__ import annotations

from importlib import import_module

_HOME = {"Progress": "progress", "Released": "pipeline", "prepare": "pipeline", "render": "pipeline"}
__all__ = sorted(_HOME)


def __getattr__(name: str):
    """Import a name when it is first asked for: reading clippings takes the cache from here and nothing else."""
    if name in _HOME:
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
