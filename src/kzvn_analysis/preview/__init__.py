"""While working: watch the project, render what was touched, show it in a browser page that follows.

`preview` is the whole of it; the modules beside it each do one thing.
"""

from __future__ import annotations

from .session import preview

__all__ = ["preview"]
