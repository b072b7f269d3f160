"""A Papermill engine whose executed notebooks are the same bytes every time.

Papermill's own engine writes start times, durations and file paths into the copy it makes, gives the
cell it injects a random id, and starts whatever kernel is registered as ``python3`` on the machine.
This one writes none of these down in the first place and starts the interpreter that runs this program.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine, NotebookExecutionManager, papermill_engines

ENGINE = "kzvn"
KERNEL = "python3"
LOG = "kernel.log"
_LONGEST_SOCKET_FOLDER = 80  # a socket's path may have about a hundred bytes
# What a run may depend on is fixed here; everything else of the caller's environment passes through.
ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "PYTHONWARNINGS": "ignore",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "MPLBACKEND": "agg",
}


def register() -> str:
    """Make the engine known to Papermill and return its name."""
    papermill_engines.register(ENGINE, TimelessEngine)
    return ENGINE


class TimelessEngine(NBClientEngine):
    """Runs a notebook in a real Jupyter kernel without recording when or where."""

    @classmethod
    def execute_notebook(
        cls,
        nb: NotebookNode,
        kernel_name: str,
        *,
        folder: Path,
        scratch: Path,
        watch: Callable[[int, NotebookNode], None],
        timeout: float,
        start_timeout: int = 60,
        **_ignored: object,
    ) -> NotebookNode:
        """Run `nb` in `folder`; `watch` is called with each cell's index before it runs."""
        manager = TimelessManager(nb, watch)
        manager.notebook_start()
        client = PapermillNotebookClient(
            manager,
            km=OwnKernelManager.within(scratch),
            kernel_name=KERNEL,
            resources={"metadata": {"path": str(folder)}},
            record_timing=False,
            timeout=timeout,
            startup_timeout=start_timeout,
        )
        # A profile of the user's own could run anything before the first cell.
        environment = {**os.environ, **ENVIRONMENT, "IPYTHONDIR": str(scratch / "ipython")}
        # What the kernel itself prints is no progress to show; it is kept for the case that it dies.
        with (scratch / LOG).open("wb") as log:
            client.execute(env=environment, stdout=log, stderr=log, cleanup_kc=True)
        manager.notebook_complete()
        return nb


class TimelessManager(NotebookExecutionManager):
    """Keeps from Papermill's record only what is the same on every run."""

    def __init__(self, nb: NotebookNode, watch: Callable[[int, NotebookNode], None]) -> None:
        super().__init__(nb, output_path=None, progress_bar=False, autosave_cell_every=0)
        self.watch = watch

    def notebook_start(self, **_ignored: object) -> None:
        kept = self.nb.metadata.papermill
        self.nb.metadata["papermill"] = NotebookNode(
            parameters=kept.get("parameters", {}), version=kept.get("version"), exception=None
        )
        for cell in self.nb.cells:
            cell.metadata["papermill"] = NotebookNode(exception=None, status=self.PENDING)
            if "injected-parameters" in cell.metadata.get("tags", []):
                cell["id"] = "injected-parameters"
            if cell.cell_type == "code":
                cell.execution_count, cell.outputs = None, []

    def cell_start(self, cell: NotebookNode, cell_index: int | None = None, **_ignored: object) -> None:
        self.watch(cell_index, cell)
        cell.metadata["papermill"] = NotebookNode(exception=False, status=self.RUNNING)

    def cell_complete(self, cell: NotebookNode, cell_index: int | None = None, **_ignored: object) -> None:
        if cell.metadata.papermill["status"] != self.FAILED:
            cell.metadata.papermill["status"] = self.COMPLETED

    def notebook_complete(self, **_ignored: object) -> None:
        # The machine's own build of the interpreter is no part of the result.
        self.nb.metadata["kernelspec"] = NotebookNode(display_name="Python 3", language="python", name=KERNEL)


class OwnKernelSpecs(KernelSpecManager):
    """Knows one kernel: this interpreter."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(
            argv=[
                sys.executable,
                "-Xfrozen_modules=off",
                "-m",
                "ipykernel_launcher",
                "-f",
                "{connection_file}",
            ],
            display_name="Python 3",
            language="python",
            name=KERNEL,
            metadata={"debugger": False},
        )


class OwnKernelManager(AsyncKernelManager):
    """Starts this interpreter, whatever kernels are registered on the machine."""

    @classmethod
    def within(cls, scratch: Path) -> OwnKernelManager:
        """A manager whose connection lives in `scratch`: on a socket file, which nobody else can reach."""
        manager = cls(kernel_name=KERNEL, connection_file=str(scratch / "kernel.json"))
        if os.name == "posix" and len(str(scratch)) <= _LONGEST_SOCKET_FOLDER:
            manager.transport = "ipc"
        return manager

    def _kernel_spec_manager_default(self) -> KernelSpecManager:
        return OwnKernelSpecs(parent=self)
