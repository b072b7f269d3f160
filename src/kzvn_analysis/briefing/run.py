"""Run one notebook in a kernel and say in one line what went wrong, if something did."""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import nbformat
import papermill
from jupyter_client.kernelspec import NoSuchKernel
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.validator import NotebookValidationError
from papermill.exceptions import PapermillException, PapermillExecutionError

from ..errors import KzvnError
from ..limits import cost
from . import cells
from .kernel import KERNEL, LOG, OwnKernelManager, register
from .scratch import scratch


class Runner:
    """Runs notebooks; `stop` ends whatever is under way at once.

    Parameters
    ----------
    kernels
        `warm.Kernels` to take kernels from, or ``None``.
    limit
        Seconds that a notebook may take; ``None`` for no end.
    progress
        Called with a notebook's name, the cells done and the cells there are.
    """

    def __init__(
        self, *, kernels: object = None, limit: float | None, progress: Callable[[str, int, int], None] | None = None
    ) -> None:
        self.kernels, self.limit, self.progress = kernels, limit, progress
        self._stopped = threading.Event()
        self._managers: list[OwnKernelManager] = []
        # Papermill tells of every unused parameter and every path; what matters is said by our own errors.
        logging.getLogger("papermill").setLevel(logging.ERROR)
        self._engine = register()

    def stop(self) -> None:
        """Kill the kernels that are at work."""
        self._stopped.set()
        for manager in list(self._managers):
            manager.kill_now()

    def run(self, task: object, folder: Path) -> bytes:
        """Run `task` (`notebooks.Task`), laid out in `folder`, and give its executed copy.

        Raises
        ------
        KzvnError
            A cell raised, took too long, or the kernel died.
        """
        with scratch() as own:
            executed = self._execute(task, folder, own)
        for cell in executed.cells:
            _note_alt_text(cell)
            _keep_markdown(cell)
        return (nbformat.writes(executed) + "\n").encode("utf-8")

    def _execute(self, task: object, folder: Path, own: Path) -> Mapping:
        at = {"cell": "its first cell", "end": None}
        count = len(task.notebook["cells"])

        def watch(index: int, cell: Mapping) -> None:
            if self._stopped.is_set():
                raise Stopped
            at["cell"] = cells.name_of(cell, index)
            if self.limit and at["end"] is None:
                at["end"] = time.monotonic() + self.limit
            self._tell(task.name, min(index, count), count)

        def failed(key: str, **facts: object) -> KzvnError:
            return KzvnError(key, path=task.shown, cell=at["cell"], **facts)

        manager = OwnKernelManager.within(own, self.kernels)
        self._managers.append(manager)
        try:
            executed = papermill.execute_notebook(
                # Papermill fills in braces in paths.
                str(folder / f"{task.name}.ipynb").replace("{", "{{").replace("}", "}}"),
                None,
                parameters=dict(task.parameters),
                engine_name=self._engine,
                kernel_name=KERNEL,
                language="python",
                progress_bar=False,
                folder=folder,
                scratch=own,
                manager=manager,
                watch=watch,
                left=lambda _cell: max(at["end"] - time.monotonic(), 0.01) if at["end"] else self.limit,
            )
        except PapermillExecutionError as error:
            if error.ename.endswith("MemoryError"):
                raise failed("notebook_memory", memory=f"{cost('notebook_memory') or 0:g}") from None
            raise failed("notebook_raised", error=error.ename, why=one_line(error.evalue).rstrip(".")) from None
        except CellTimeoutError:
            raise failed("notebook_hangs", seconds=f"{self.limit:g}") from None
        except DeadKernelError:
            raise failed("notebook_kernel_died", why=_last_line(own / LOG)) from None
        except (PapermillException, NotebookValidationError, NoSuchKernel, ValueError, RuntimeError) as error:
            raise failed("notebook_not_run", why=one_line(str(error)) or type(error).__name__) from None
        self._tell(task.name, count, count)
        return executed

    def _tell(self, name: str, done: int, count: int) -> None:
        if self.progress:
            self.progress(name, done, count)


class Stopped(Exception):
    """Ends a notebook that nobody waits for any more."""


def _last_line(path: Path) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.exists() else []
    return next((one_line(line) for line in reversed(lines) if line.strip()), "no message")


def _note_alt_text(cell: Mapping) -> None:
    """Copy the generated description of a picture to where Quarto and we look for it."""
    for kind, _, metadata in cells.shown(cell):
        if kind == "image/svg+xml" and metadata.get("alt"):
            cells.set_option(cell, "fig-alt", one_line(metadata["alt"]))


def _keep_markdown(cell: Mapping) -> None:
    """Drop the HTML beside Markdown: it is for JupyterLab, and Quarto would take it instead."""
    for output in cell.get("outputs", ()):
        data = output.get("data", {})
        if "text/markdown" in data:
            data.pop("text/html", None)


def one_line(text: str) -> str:
    """`text` without colours and line breaks."""
    return re.sub(r"\s+", " ", re.sub(r"\x1b\[[0-9;]*m", "", text)).strip()
