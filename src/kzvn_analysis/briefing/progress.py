"""What a render tells while it runs."""

from __future__ import annotations


class Progress:
    """Told what a render is doing; this one keeps it to itself."""

    def step(self, text: str, of: float | None = None) -> None:
        """A new step begins; it has `of` pieces of work, where that is known."""

    def at(self, text: str, done: float | None = None) -> None:
        """Where within the step the work is, and how many of its pieces are done."""

    def note(self, text: str) -> None:
        """Something the reader should know, such as a clipping left out."""

    def detail(self, text: str) -> None:
        """How something was done, for who asks: what was used again, what was run, how long it took."""
