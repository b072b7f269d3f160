"""One session: a server, a watch, and a render after each change, until the user has had enough."""

from __future__ import annotations

import queue
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

import click

from ..briefing import release
from ..briefing.parameters import read_parameters
from ..briefing.project import Project, find_project
from ..errors import KzvnError, UsageError, mendable, message
from ..terminal import Steps
from .board import Board, read_files
from .renderer import Render
from .server import serving
from .watch import changes

FOLDER = "preview"  # beneath the build folder, so that the releases stay what was meant to be released
_NAMED = 3  # changed files that are named; the others are counted


def preview(
    seeds: Path,
    *,
    port: int | None = None,
    browse: Callable[[str], object] | None = None,
    engine: str = "auto",
    parameters: Iterable[str] = (),
    steps: Steps,
) -> None:
    """Show the briefing in a page on this machine and keep it up to date, until interrupted.

    Parameters
    ----------
    seeds
        Folder of clippings.
    port
        Where the page is; by default `server.PORT`, or any free one if that is taken.  0 is any free one.
    browse
        Opens a browser at an address.
    engine, parameters
        As `briefing.render` takes them.
    steps
        Shows what is being done.

    Raises
    ------
    KzvnError
        The call is wrong, or the port is taken.  What is wrong with an input is shown, and mending it is waited for.
    """
    project = find_project()
    if not seeds.is_dir():
        raise UsageError("seeds_missing", path=seeds)
    _check(project, parameters)
    request = {
        "seeds": str(seeds),
        "out": str(project.build / FOLDER),
        "engine": engine,
        "parameters": list(parameters),
    }
    board, events = Board(), queue.Queue()
    with _ended_by_signals(), serving(board, port) as address, _watching(project, seeds, events):
        _say(steps, "preview_at", address=address)
        if browse:
            browse(address)
        _Session(request, board, events, steps).run()
    _say(steps, "preview_ended")


class _Session:
    def __init__(self, request: dict, board: Board, events: queue.Queue, steps: Steps) -> None:
        self.request, self.board, self.events, self.steps = request, board, events, steps
        self.render: Render | None = None
        self.begun = 0.0

    def run(self) -> None:
        """Until interrupted."""
        try:
            self._begin()
            while True:
                source, told = self.events.get()
                if source is None:
                    self._changed(told)
                elif source is self.render:
                    self._told(told)
                # What a render says that was stopped meanwhile is of no interest any more.
        except KeyboardInterrupt:
            pass
        finally:
            self.steps.wipe()
            if self.render:
                self.render.stop()

    def _begin(self) -> None:
        self.begun = time.monotonic()
        self.board.set(phase="rendering", doing="", done=None)
        self.render = Render(self.request, self.events)

    def _changed(self, names: list[str]) -> None:
        """A change makes what is being rendered obsolete."""
        self.steps.wipe()
        if self.render:
            self.render.stop()
        shown = ", ".join(names[:_NAMED])
        key = "preview_changed" if len(names) <= _NAMED else "preview_changed_more"
        _say(self.steps, key, files=shown, count=len(names) - _NAMED)
        self._begin()

    def _told(self, told: dict) -> None:
        kind = told.pop("kind")
        if kind == "made":
            self._made(**told)
        elif kind == "failed":
            self._failed(told["text"])
        else:
            getattr(self.steps, kind)(**told)
            if kind == "step":
                self.board.set(doing=told["text"], of=told["of"], done=None)
            elif kind == "at" and told["done"] is not None:
                self.board.set(done=told["done"])

    def _made(self, version: str, folder: str) -> None:
        self.render = None
        self.steps.finish()
        self.steps.wipe()
        try:
            self.board.show(version, read_files(Path(folder)))
            _keep_only(Path(self.request["out"]), version)
        except OSError as error:
            self._failed(str(mendable(error)))
        else:
            _say(self.steps, "preview_shown", version=version, seconds=f"{time.monotonic() - self.begun:.1f}")

    def _failed(self, text: str) -> None:
        self.render = None
        self.steps.wipe()
        self.board.set(phase="failed", error=text)
        click.echo(f"kzvn: {text}", err=True)
        if self.board.state.version:
            _say(self.steps, "preview_stays", version=self.board.state.version)


def _say(steps: Steps, key: str, **facts: object) -> None:
    if not steps.quiet or key == "preview_at":
        click.echo(message(key, **facts))


def _check(project: Project, parameters: Iterable[str]) -> None:
    """A parameter that no notebook has is the call's fault; a notebook that can't be read may yet be mended."""
    try:
        read_parameters(project, parameters)
    except UsageError:
        raise
    except KzvnError:
        pass


def _keep_only(out: Path, version: str) -> None:
    """Remove the previews before; the page holds in memory what it shows."""
    with release.locked(out):
        for folder in out.iterdir():
            if folder.is_dir() and not folder.is_symlink() and folder.name != version:
                rmtree(folder, ignore_errors=True)


@contextmanager
def _watching(project: Project, seeds: Path, events: queue.Queue) -> Iterator[None]:
    stop = threading.Event()

    def watch() -> None:
        for names in changes(project, seeds, stop):
            events.put((None, names))

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=2)


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """A session that is told to end ends like one that is interrupted: with its render and its kernels."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), interrupt) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
