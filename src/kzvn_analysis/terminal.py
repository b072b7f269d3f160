"""What a long command shows while it works: a line a step, and on a terminal where within the step it is."""

from __future__ import annotations

import shutil
import sys
import time
from typing import TextIO

from .errors import printable


class Steps:
    """Writes progress to standard error, so that what a command makes can be piped on."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.live = self.stream.isatty()
        self.name, self.begun = "", 0.0

    def __enter__(self) -> Steps:
        return self

    def __exit__(self, kind: object, *_rest: object) -> None:
        if kind is None:
            self._finish()
        else:
            self._wipe()

    def step(self, text: str) -> None:
        """Close the step before and begin the next."""
        self._finish()
        self.name, self.begun = text, time.monotonic()
        self.at("")

    def at(self, text: str) -> None:
        """Show where within the step the work is, on a terminal only."""
        if self.live and self.name:
            line = f"{self.name}  {text}" if text else f"{self.name} ..."
            width = shutil.get_terminal_size().columns - 1
            self.stream.write(f"\r\x1b[2K{line[:width]}")
            self.stream.flush()

    def note(self, text: str) -> None:
        """Say something that stays on the screen."""
        self._wipe()
        self.stream.write(f"{printable(text)}\n")
        self.at("")

    def _finish(self) -> None:
        self._wipe()
        if self.name:
            self.stream.write(f"{self.name:<34}{time.monotonic() - self.begun:6.1f} s\n")
            self.stream.flush()
        self.name = ""

    def _wipe(self) -> None:
        if self.live:
            self.stream.write("\r\x1b[2K")
