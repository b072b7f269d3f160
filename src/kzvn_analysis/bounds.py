"""Stop a piece of work that computes too long or takes too much memory."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator

MIB = 1024 * 1024
_AGAIN = 0.05  # seconds until a thread that goes on is told again


class Overtime(BaseException):
    """The work took too long.  No `Exception`, so that nothing in the work takes it for a failure of its own."""


@contextlib.contextmanager
def bounded(seconds: float | None, memory: float | None) -> Iterator[None]:
    """Let the work within take so many seconds of computing, and so many MiB more than are in use.

    Time is counted while the processor is at work for it, so a machine that is busy or asleep makes no difference.

    Raises
    ------
    Overtime
        The time is up.  Outside the main thread a regular expression is not broken off, only what comes after it.
    MemoryError
        More memory was asked for.  Only Linux knows this limit.
    """
    with _timed(seconds), _MEMORY.limited(memory):
        yield


def limit_memory(process: int, mebibytes: float | None) -> None:
    """Let a process, and those that it starts, have so many MiB of data; only Linux knows this limit."""
    if mebibytes is None or not sys.platform.startswith("linux"):
        return
    import resource

    most = int(mebibytes * MIB)
    with contextlib.suppress(OSError, ValueError):  # it has ended, or may not have as much anyway
        resource.prlimit(process, resource.RLIMIT_DATA, (most, most))


def _timed(seconds: float | None) -> contextlib.AbstractContextManager:
    if seconds is None:
        return contextlib.nullcontext()
    alone = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
    # Somebody else's timer is not taken away.
    if alone and signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0):
        return _by_signal(seconds)
    return _by_thread(seconds)


@contextlib.contextmanager
def _by_signal(seconds: float) -> Iterator[None]:
    def end(*_: object) -> None:
        raise Overtime

    before = signal.signal(signal.SIGVTALRM, end)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextlib.contextmanager
def _by_thread(seconds: float) -> Iterator[None]:
    """Another thread looks at this one's clock and has it raise between two steps."""
    mine, done, turn = threading.get_ident(), threading.Event(), threading.Lock()
    spent = _clock_of(mine)
    end = spent() + seconds

    def tell(exception: object) -> None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(mine), exception)

    def watch() -> None:
        left = seconds
        while not done.wait(max(left, _AGAIN)):
            with turn:
                if done.is_set():
                    return
                left = end - spent()
                if left <= 0:
                    tell(ctypes.py_object(Overtime))
                    return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with turn:
            done.set()
            tell(None)  # what was told too late for the work must not reach what comes after it


def _clock_of(thread: int) -> Callable[[], float]:
    """Tells what a thread has computed so far; where the system does not know that, the time that went by."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return time.monotonic
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)


class _Memory:
    """The process's limit of data, lowered while anything within `limited` is under way."""

    def __init__(self) -> None:
        self._turn, self._inside, self._before = threading.Lock(), 0, (0, 0)

    @contextlib.contextmanager
    def limited(self, mebibytes: float | None) -> Iterator[None]:
        used = _data() if mebibytes else None
        if used is None:
            yield
            return
        import resource

        with self._turn:
            self._inside += 1
            if self._inside == 1:
                self._before = soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
                most = used + int(mebibytes * MIB)
                if soft != resource.RLIM_INFINITY:
                    most = min(most, soft)
                resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
        try:
            yield
        finally:
            with self._turn:
                self._inside -= 1
                if not self._inside:
                    resource.setrlimit(resource.RLIMIT_DATA, self._before)


_MEMORY = _Memory()


def _data() -> int | None:
    """Bytes of data that this process has; ``None`` where the system does not tell."""
    try:
        file = os.open("/proc/self/statm", os.O_RDONLY)  # asked for each clipping: `open` takes longer than the answer
        try:
            return int(os.read(file, 200).split()[5]) * os.sysconf("SC_PAGE_SIZE")
        finally:
            os.close(file)
    except (OSError, ValueError, IndexError):
        return None
