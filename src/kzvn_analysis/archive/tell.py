"""What an archive's run tells while it lasts, and in the end."""

from __future__ import annotations

import time

from ..errors import counted, message, printable
from ..tables import FACT_TABLES
from ..terminal import Steps
from .run import ParsedArchive, Progress


class Teller:
    """Shows on a terminal how many clippings are read in a second, and the time left."""

    def __init__(self, steps: Steps) -> None:
        self._steps, self._begun, self._reading = steps, 0.0, False
        steps.step(message("archive_looking"))

    def __call__(self, progress: Progress) -> None:
        if progress.together:
            self._steps.step(message("archive_together"))
            return
        if not self._reading:
            self._reading, self._begun = True, time.monotonic()
            self._steps.step(counted("step_read", progress.of), of=progress.of)
        rate = progress.fresh / max(time.monotonic() - self._begun, 0.001)
        stood = progress.done - progress.fresh  # these took no time, and say nothing of the time left
        self._steps.at(f"{rate:,.0f} clippings a second" if progress.fresh else "", progress.fresh, progress.of - stood)


def left_out(done: ParsedArchive) -> list[str]:
    """Why clippings yield no row, the most frequent reasons first."""
    lines = [
        f"left out {path}: {reason}" if count == 1 else f"left out {count}, the first of them {path}: {reason}"
        for reason, count, path in done.left_out
    ]
    more = done.unread - sum(count for _, count, _ in done.left_out)
    return [*lines, message("archive_more", count=more, path=done.out)] if more else lines


def summary(done: ParsedArchive) -> str:
    """A few lines for whoever called."""
    rows = dict(done.rows)
    lines = [
        f"clippings: {done.read} read, {done.unread} left out"
        + (f", {done.repeated} of them with an article_id used before" if done.repeated else "")
        + (f"; reprints of others: {done.reprints}" if done.reprints else ""),
        "rows: " + ", ".join(f"{name} {rows[name]}" for name in FACT_TABLES),
        f"partitions: {done.fresh} read, {done.partitions - done.fresh} kept from an earlier run",
        f"datasets in {printable(done.out)}",
    ]
    return "\n".join(lines)
