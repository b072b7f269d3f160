"""What the preview's pages are told: how the work stands, and the files of the last good briefing."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class State:
    """How the work stands.

    Attributes
    ----------
    number : int
        Grows with every change.
    phase : str
        ``rendering`` · ``shown`` · ``failed``.
    doing : str
        The step at work.
    done, of : float or None
        How much of the step is done, and of how much, where that is known.
    error : str
        What is wrong, as the terminal says it.
    version : str or None
        The last good briefing.
    """

    number: int = 0
    phase: str = "rendering"
    doing: str = ""
    done: float | None = None
    of: float | None = None
    error: str = ""
    version: str | None = None


class Board:
    """Where the session writes how it stands, and every open page reads it."""

    def __init__(self) -> None:
        self.state, self.files, self.closed = State(), dict[str, bytes](), False
        self._changed = threading.Condition()

    def set(self, **facts: object) -> None:
        """Change some of the state."""
        with self._changed:
            self.state = replace(self.state, **facts, number=self.state.number + 1)
            self._changed.notify_all()

    def show(self, version: str, files: Mapping[str, bytes]) -> None:
        """Show another briefing; nothing is wrong any more."""
        self.files = dict(files)
        self.set(phase="shown", version=version, error="", doing="", done=None, of=None)

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> dict | None:
        """The state after the one numbered `seen`; None if nothing happens for so long."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self.state.number > seen, seconds)
            return asdict(self.state) if self.state.number > seen and not self.closed else None


def read_files(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a release, by its path within; nothing that a link leads to."""
    found = {}
    for parent, _, names in os.walk(folder):  # which doesn't follow links to folders
        for path in (Path(parent, name) for name in names):
            if path.is_file() and not path.is_symlink():
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found
