"""The browser to open a page in, where there is a screen to show it on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable


def browser() -> Callable[[str], object] | None:
    """What opens an address; None where only a browser within the terminal would answer, which would take it over."""
    import webbrowser

    screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
    return webbrowser.open if screen or sys.platform in ("win32", "darwin") else None
