"""Which inputs change: clippings and what stands beside them, notebooks, report, the library's own code."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from ..briefing.project import PROJECT_FILE, Project
from ..errors import printable

_LIBRARY = Path(__file__).parent.parent
_LOOK = 1000  # milliseconds until folders that were moved, removed or put back are looked for


def changes(project: Project, seeds: Path, stop: threading.Event) -> Iterator[list[str]]:
    """Yield the names of inputs that changed, whenever some did, until `stop` is set.

    A folder that is not there may come; one that goes is waited for.
    """
    from watchfiles import watch

    folders = [seeds.absolute(), project.root / "notebooks", project.report, _LIBRARY]
    file = project.root / PROJECT_FILE

    def counts(_change: object, path: str) -> bool:
        return _counts(Path(path), project, seeds.absolute())

    before = _there(folders), _state(file)
    while not stop.is_set():
        there = [folder for folder in folders if folder.is_dir()]
        looks = {"rust_timeout": _LOOK, "yield_on_timeout": True, "raise_interrupt": False}
        for changed in watch(*there, watch_filter=counts, stop_event=stop, **looks):
            now = _there(folders), _state(file)
            names = {_named(Path(path), project, seeds) for _, path in changed}
            names |= {_named(f, project, seeds) for f, a, b in zip(folders, before[0], now[0], strict=True) if a != b}
            if before[1] != now[1]:
                names.add(PROJECT_FILE)
            moved, before = before[0] != now[0], now
            if names:
                yield sorted(names)
            if moved:
                break  # a watch stays with the folder it began with, wherever that is now


def _there(folders: list[Path]) -> list[object]:
    """Which folder stands at each place, if any."""
    return [(s.st_dev, s.st_ino) if (s := _stat(folder)) else None for folder in folders]


def _state(file: Path) -> object:
    return (s.st_ino, s.st_mtime_ns, s.st_size) if (s := _stat(file)) else None


def _stat(path: Path):
    try:
        return path.stat()
    except OSError:
        return None


def _counts(path: Path, project: Project, seeds: Path) -> bool:
    """Whether a file is an input, and nobody's own note about one or a product."""
    name = path.name
    if name.startswith((".", "#", "~")) or name.endswith("~") or path.suffix in (".pyc", ".pyo", ".swp", ".tmp"):
        return False
    if path.parent == seeds:
        return path != project.build
    if path.parent == project.root / "notebooks":
        return path.suffix == ".ipynb"
    for folder in (project.report, _LIBRARY):
        if path.is_relative_to(folder):
            inside = path.relative_to(folder).parts
            # While Quarto works, it puts files of its own beside its source.
            quarto = folder == project.report and path != project.source and inside[0].startswith(project.source.stem)
            return not quarto and not any(part.startswith((".", "__pycache__")) for part in inside)
    return False


def _named(path: Path, project: Project, seeds: Path) -> str:
    for folder, name in ((seeds.absolute(), str(seeds)), (_LIBRARY, _LIBRARY.name)):
        if path.is_relative_to(folder):
            return printable(Path(name) / path.relative_to(folder))
    return printable(project.shown(path))
