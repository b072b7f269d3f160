"""A Papermill engine whose executed notebooks are the same bytes every time.

Papermill's own engine writes start times, durations and file paths into the copy it makes, gives the
cell it injects a random id, and starts whatever kernel is registered as ``python3`` on the machine.
This one writes none of these down in the first place and starts the interpreter that runs this program.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning import LocalProvisioner
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine, NotebookExecutionManager, papermill_engines

from ..bounds import limit_memory
from ..limits import cost
from .surroundings import environment

if TYPE_CHECKING:
    from .warm import Kernels

ENGINE = "kzvn"
KERNEL = "python3"
LOG = "kernel.log"
_LONGEST_SOCKET_FOLDER = 80  # a socket's path may have about a hundred bytes
START = 300  # seconds a kernel may take to answer first; only a machine on its knees needs so long
_OPTIONS = 3  # where the kernel's own options begin: after interpreter, -m and module


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
        manager: OwnKernelManager,
        watch: Callable[[int, NotebookNode], None],
        left: Callable[[str], float],
        **_ignored: object,
    ) -> NotebookNode:
        """Run `nb` in `folder`.

        `watch` is called with each cell's index before it runs; `left` tells how many seconds a cell may take.
        """
        record = TimelessManager(nb, watch)
        record.notebook_start()
        client = PapermillNotebookClient(
            record,
            km=manager,
            kernel_name=KERNEL,
            resources={"metadata": {"path": str(folder)}},
            record_timing=False,
            timeout_func=left,
            startup_timeout=START,
            shutdown_kernel="immediate",
        )
        # What the kernel itself prints is no progress to show; it is kept for the case that it dies.
        with (scratch / LOG).open("wb") as log:
            client.execute(env=environment(scratch), stdout=log, stderr=log, cleanup_kc=True)
        record.notebook_complete()
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
            argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
            display_name="Python 3",
            language="python",
            name=KERNEL,
            metadata={"debugger": False},
        )


class OwnProvisioner(LocalProvisioner):
    """Has a kernel forked from one that is warm, where there is one; else starts it as Jupyter does."""

    kernels: Kernels | None = None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> dict[str, Any]:
        if self.kernels is not None:
            # Waiting for the warm process must not hold up this kernel's event loop.
            process = await asyncio.to_thread(
                self.kernels.fork, cmd[_OPTIONS:], env=kwargs["env"], folder=kwargs["cwd"], log=kwargs["stdout"].name
            )
            if process is not None:
                self.process, self.pid, self.pgid, self.cwd = process, process.pid, process.pid, kwargs["cwd"]
                limit_memory(self.pid, cost("notebook_memory"))
                return self.connection_info
        connection = await super().launch_kernel(cmd, **kwargs)
        limit_memory(self.pid, cost("notebook_memory"))
        return connection


class OwnKernelManager(AsyncKernelManager):
    """Starts this interpreter, whatever kernels are registered on the machine."""

    @classmethod
    def within(cls, scratch: Path, kernels: Kernels | None = None) -> OwnKernelManager:
        """A manager whose connection lives in `scratch`: on a socket file, which nobody else can reach."""
        manager = cls(kernel_name=KERNEL, connection_file=str(scratch / "kernel.json"))
        if os.name == "posix" and len(str(scratch)) <= _LONGEST_SOCKET_FOLDER:
            manager.transport = "ipc"
        manager.provisioner = OwnProvisioner(
            kernel_id=scratch.name, kernel_spec=manager.kernel_spec, parent=manager
        )
        manager.provisioner.kernels = kernels
        return manager

    def kill_now(self) -> None:
        """End the kernel from another thread than the one that waits for it."""
        process = self.provisioner and self.provisioner.process
        if process is not None:
            with contextlib.suppress(OSError):
                process.kill()

    def _kernel_spec_manager_default(self) -> KernelSpecManager:
        return OwnKernelSpecs(parent=self)
