"""What a worker process of this run begins with: Ctrl-C is the main process's affair, which ends its workers itself."""

from __future__ import annotations

import signal


def dask_setup(_worker: object) -> None:
    """Called by Dask as the worker starts; without it each worker would fill the terminal with a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
