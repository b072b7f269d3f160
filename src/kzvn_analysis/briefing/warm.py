"""A process that has imported what notebooks import, and forks a kernel for each of them.

Four kernels that start by themselves spend most of their time on importing the same packages.  Here that is done once,
beside the reading of the clippings.  Each kernel is a Jupyter kernel like any other, in a process of its own, with its
own connection.  Only Linux forks safely after such imports; elsewhere kernels start by themselves.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from .surroundings import environment

_POLL = 0.02
_PR_SET_PDEATHSIG = 1
_IMPORTED = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "matplotlib_inline.backend_inline",
    "pyarrow.parquet",
    "pandera.pandas",
    "kzvn_analysis.analysis.dossier",
    "kzvn_analysis.plots",
)


class Kernels:
    """The warm process; begins to warm up with `start` and ends with `close` or with this process.

    Parameters
    ----------
    scratch
        Folder for its own files.
    """

    def __init__(self, scratch: Path) -> None:
        self._turn, self._scratch = threading.Lock(), scratch
        self._process: subprocess.Popen | None = None

    def start(self) -> None:
        """Begin to warm up, if that has not begun."""
        if self._process is not None or sys.platform != "linux":
            return
        with contextlib.suppress(OSError):
            self._process = subprocess.Popen(
                [sys.executable, "-m", f"{__package__}.warm"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._scratch,
                env=environment(self._scratch),
                start_new_session=True,
            )

    def fork(self, arguments: list[str], *, env: dict[str, str], folder: str, log: str) -> Forked | None:
        """Have a kernel started; ``None`` where that does not work."""
        order = {"arguments": arguments, "env": env, "folder": str(folder), "log": log}
        with self._turn:
            try:
                self._process.stdin.write(json.dumps(order).encode("ascii") + b"\n")
                self._process.stdin.flush()
                return Forked(int(self._process.stdout.readline()))
            except (AttributeError, OSError, ValueError):
                return None

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(OSError):
                    stream.close()


class Forked:
    """A kernel's process, told from afar; what Jupyter asks of a `subprocess.Popen`."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def poll(self) -> int | None:
        """``None`` while it lives.  The warm process clears away those that have ended."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self) -> int:
        """Wait for its end."""
        while self.poll() is None:
            time.sleep(_POLL)
        return 0

    def send_signal(self, number: int) -> None:
        """Send a signal, if it lives."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


def _serve() -> None:
    """Import what notebooks import, then fork a kernel for each order that comes in."""
    sys.path[:] = [folder for folder in sys.path if folder not in ("", os.getcwd())]
    for name in _IMPORTED:
        importlib.import_module(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system clears away kernels that have ended
    gc.collect()
    gc.freeze()
    for line in sys.stdin.buffer:
        order, parent = json.loads(line), os.getpid()
        child = os.fork()
        if not child:
            _become_kernel(parent, **order)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


def _end_with(parent: int) -> None:
    """Have the system end this process when the one that forked it ends, whatever it is doing then."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _become_kernel(parent: int, arguments: list[str], env: dict[str, str], folder: str, log: str) -> None:
    code = 1
    try:
        os.setsid()
        _end_with(parent)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(env)
        nothing, said = os.open(os.devnull, os.O_RDONLY), os.open(log, os.O_WRONLY | os.O_APPEND)
        for there, here in ((nothing, 0), (said, 1), (said, 2)):
            os.dup2(there, here)
        from ipykernel.kernelapp import launch_new_instance

        # It ends by itself when the warm process is no more, which ends with the program.
        launch_new_instance(argv=[*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"])
        code = 0
    except BaseException:
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    _serve()
