"""What a long command shows while it works: how far it is on a terminal, plain lines everywhere else."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, TextIO

from .errors import printable

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_NAME = 34  # columns for a step's name, so that the times stand under one another
_WIDE = 60  # columns from which on there is room to say where the work is
_GUESS = 0.15  # how much of a step must be done before the time left is told; the start is slow in most
_LONG = 20  # seconds after which it is told in any case


class Steps:
    """Tells on standard error what a command is doing, so that what it makes can be piped on.

    A step that is done leaves one line.  While it lasts, a terminal shows how far it is and the time left; a pipe,
    a log or a terminal that can't move its cursor (``TERM=dumb``) never gets a control character.

    Parameters
    ----------
    quiet
        Say nothing at all; errors are not this class's business.
    verbose
        Say also how each thing was done: what was used again, what was run, how long it took.
    passing
        Leave no line behind, for a command whose answer is all that matters.
    stream
        Where to write; by default standard error.
    """

    def __init__(
        self, *, quiet: bool = False, verbose: bool = False, passing: bool = False, stream: TextIO | None = None
    ) -> None:
        self.quiet, self.verbose, self.passing = quiet, verbose, passing
        self.stream = stream or sys.stderr
        self.live = not quiet and self.stream.isatty() and os.environ.get("TERM", "") not in ("dumb", "unknown")
        self.name, self.begun = "", 0.0
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Steps:
        return self

    def __exit__(self, kind: object, *_rest: object) -> None:
        if kind is None:
            self.finish()
        self.wipe()

    def step(self, text: str, of: float | None = None) -> None:
        """Close the step before and begin the next, which has `of` pieces of work where that is known."""
        self.finish()
        self.name, self.begun = printable(text), time.monotonic()
        if self.live:
            self._bar = self._bar or _started(self.stream)
            self._task = self._bar.add_task(self.name, total=of, at="")

    def at(self, text: str, done: float | None = None, of: float | None = None) -> None:
        """Show where within the step the work is and how many of its pieces are done, on a terminal only."""
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=done, total=of, at=printable(text))

    def note(self, text: str) -> None:
        """Say something that stays on the screen."""
        if not (self.quiet or self.passing):
            self._say(printable(text))

    def detail(self, text: str) -> None:
        """Say how something was done, to who asked for it."""
        if self.verbose:
            self._say(f"  {printable(text)}")

    def finish(self) -> None:
        """Close the step at work."""
        if self.name and not (self.quiet or self.passing):
            wide = min(_NAME, self._bar.console.width - len("9999.9 s")) if self._bar else _NAME
            self._say(f"{self.name:<{wide}}{time.monotonic() - self.begun:6.1f} s")
        if self._bar and self._task is not None:
            self._bar.remove_task(self._task)
        self.name, self._task = "", None

    def wipe(self) -> None:
        """Take away what is shown of the step at work; what comes next may write to the terminal itself."""
        if self._bar:
            self._bar.stop()
        self.name, self._bar, self._task = "", None, None

    def _say(self, line: str) -> None:
        if self._bar:
            self._bar.console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)
        else:
            self.stream.write(f"{line}\n")
            self.stream.flush()


def _started(stream: TextIO) -> Bar:
    """Rich's bar: the step, how far, the time left, and where the work is if the terminal is wide enough."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn
    from rich.table import Column
    from rich.text import Text

    class Time(ProgressColumn):
        """The time left, if the rest goes as the step went so far; the time gone where that can't be told yet."""

        def render(self, task: Task) -> Text:
            gone = task.elapsed or 0
            if not task.total or not task.completed or (task.completed < _GUESS * task.total and gone < _LONG):
                return Text(_clock(gone))
            return Text(f"{_clock(gone * (task.total - task.completed) / task.completed)} left")

    console = Console(file=stream)
    one_line = {"no_wrap": True, "overflow": "ellipsis"}
    where = TextColumn("{task.fields[at]}", style="dim", markup=False, table_column=Column(ratio=1, **one_line))
    bar = Progress(
        TextColumn("{task.description}", markup=False, table_column=Column(**one_line)),
        BarColumn(bar_width=16, complete_style="cyan", finished_style="cyan", pulse_style="cyan"),
        Time(table_column=Column(no_wrap=True)),
        *([where] if console.width >= _WIDE else []),
        console=console,
        refresh_per_second=5,
        transient=True,
        expand=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    bar.start()
    return bar


def _clock(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes}:{seconds:02}"
