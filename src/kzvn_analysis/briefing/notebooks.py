"""Run the notebooks through Papermill, each in a kernel of its own, and keep the executed copies."""

from __future__ import annotations

import logging
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from ..errors import KzvnError
from ..tables import replace_file
from . import cells
from .parameters import declared
from .project import Project

TIMEOUT = 600  # seconds one cell may take
Progress = Callable[[str, int, int], None]


def run_notebooks(
    project: Project,
    names: Iterable[str],
    parameters: Mapping[str, object],
    *,
    progress: Progress | None = None,
    workers: int = 1,
    timeout: float = TIMEOUT,
) -> list[Path]:
    """Run notebooks with `parameters` and write the executed copies to ``_build/notebooks``.

    Parameters
    ----------
    project
        Where the notebooks lie; each runs with the project's root as working folder.
    names
        Notebooks by name, without ``.ipynb``.
    parameters
        Values by name; a notebook is given those that its parameters cell declares.
    progress
        Called with a notebook's name, the cells done and the cells there are.
    workers
        How many notebooks run side by side.
    timeout
        Seconds that one cell may take.

    Returns
    -------
    list of Path
        The executed copies, in the order of `names`.

    Raises
    ------
    KzvnError
        A cell raised, took too long, or the kernel died; names the notebook and the cell.
    """
    stop = Event()

    def at(name: str, done: int, cells: int) -> None:
        if stop.is_set():
            raise _Stopped
        if progress:
            progress(name, done, cells)

    with ThreadPoolExecutor(max_workers=workers) as pool:
        runs = [
            pool.submit(run_notebook, project, name, parameters, progress=at, timeout=timeout)
            for name in names
        ]
        try:
            return [run.result() for run in runs]
        except BaseException:
            # One has failed, or the user has had enough: the others end after the cell they are in.
            stop.set()
            for run in runs:
                run.cancel()
            raise


class _Stopped(Exception):
    """Ends a notebook that nobody waits for any more."""


def run_notebook(
    project: Project,
    name: str,
    parameters: Mapping[str, object],
    *,
    progress: Progress | None = None,
    timeout: float = TIMEOUT,
) -> Path:
    """Run one notebook and return the path of its executed copy."""
    import nbformat

    source = project.notebook(name)
    known = declared(source)
    executed = _execute(
        project, source, {key: value for key, value in parameters.items() if key in known}, progress, timeout
    )
    for cell in executed.cells:
        _note_alt_text(cell)
    path = project.executed / source.name
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, lambda file: nbformat.write(executed, file))
    return path


def _execute(
    project: Project,
    source: Path,
    parameters: Mapping[str, object],
    progress: Progress | None,
    timeout: float,
) -> Mapping:
    import papermill
    from jupyter_client.kernelspec import NoSuchKernel
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from nbformat.validator import NotebookValidationError
    from papermill.exceptions import PapermillException, PapermillExecutionError

    from .kernel import KERNEL, LOG, register

    engine, at = register(), {"cell": "its first cell"}
    # Papermill tells of every unused parameter and every path; what matters is said by our own errors.
    logging.getLogger("papermill").setLevel(logging.ERROR)

    def watch(index: int, cell: Mapping) -> None:
        at["cell"] = cells.name_of(cell, index)
        if progress:
            progress(source.stem, index, at["cells"])

    def failed(key: str, **facts: object) -> KzvnError:
        return KzvnError(key, path=project.shown(source), cell=at["cell"], **facts)

    at["cells"] = _count_cells(source)
    literal = str(source).replace("{", "{{").replace("}", "}}")  # Papermill fills in braces in paths
    with tempfile.TemporaryDirectory(prefix="kzvn-") as scratch:
        try:
            executed = papermill.execute_notebook(
                literal,
                None,
                parameters=dict(parameters),
                engine_name=engine,
                kernel_name=KERNEL,
                language="python",
                progress_bar=False,
                folder=project.root,
                scratch=Path(scratch),
                watch=watch,
                timeout=timeout,
            )
        except PapermillExecutionError as error:
            raise failed(
                "notebook_raised", error=error.ename, why=_one_line(error.evalue).rstrip(".")
            ) from None
        except CellTimeoutError:
            raise failed("notebook_hangs", seconds=round(timeout)) from None
        except DeadKernelError:
            said = _last_line(Path(scratch) / LOG)
            raise failed("notebook_kernel_died", why=said) from None
        except (PapermillException, NotebookValidationError, NoSuchKernel, ValueError, RuntimeError) as error:
            raise failed("notebook_not_run", why=_one_line(str(error)) or type(error).__name__) from None
    if progress:
        progress(source.stem, at["cells"], at["cells"])
    return executed


def _count_cells(source: Path) -> int:
    import nbformat

    return len(nbformat.read(source, as_version=4).cells)


def _last_line(path: Path) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.exists() else []
    return next((_one_line(line) for line in reversed(lines) if line.strip()), "no message")


def _note_alt_text(cell: Mapping) -> None:
    """Copy the generated description of a picture to where Quarto and we look for it."""
    for kind, _, metadata in cells.shown(cell):
        if kind == "image/svg+xml" and metadata.get("alt"):
            cells.set_option(cell, "fig-alt", _one_line(metadata["alt"]))


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\x1b\[[0-9;]*m", "", text)).strip()
