"""Where the work is done, all of it by Dask: in this process, in a cluster on this machine, or in one that exists."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from ..errors import KzvnError, UsageError
from .version import rules

if TYPE_CHECKING:
    from distributed import Client

LITTLE = 2_000_000  # bytes of text up to which a cluster would take longer to start than the work takes
AHEAD = 200  # tasks that the scheduler is told of at once, and keeps in memory; some for each of a hundred workers
_RETRIES = 3  # how often Dask tries a task again that failed, besides those whose worker died
_ANSWER = 10  # seconds in which a scheduler must answer
_PATIENCE = 60  # seconds in which a first worker must join
# Keeps a worker's memory flat.  Its record of what it is busy with takes some hundred kilobytes for every second of a
# quarter of an hour; and Arrow's own way to get memory keeps what was once needed, where the system's gives it back.
# The scheduler's record of its last thousand steps takes some ten megabytes of the main process.
LEAN = {
    "distributed.admin.low-level-log-length": 20,
    "distributed.admin.log-length": 20,
    "distributed.worker.profile.enabled": False,
    "distributed.nanny.environ.ARROW_DEFAULT_MEMORY_POOL": "system",
}
_UNDISTURBED = {"distributed.worker.preload": ["kzvn_analysis.archive.undisturbed"]}
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Engine:
    """Runs tasks in this process, one after the other.

    Attributes
    ----------
    workers : int
        How many tasks run at once.
    """

    workers = 1

    def each(self, function: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
        """What `function` makes of every item, as it comes; both travel, and so does the result: keep them small."""
        from dask import delayed

        for item in items:
            yield delayed(partial(function, item), pure=False, traverse=False)().compute(scheduler="synchronous")

    def renew(self) -> None:
        """Let workers of this run's own begin anew, so that what earlier tasks left in them takes no memory."""


class Cluster(Engine):
    """Runs tasks on the workers of a Dask cluster, which tries them again where a worker dies.

    Parameters
    ----------
    client
        Leads to the cluster.
    own
        Whether the cluster is for this run only.
    """

    def __init__(self, client: Client, own: bool = False) -> None:
        self.client, self._own = client, own
        self.workers = max(1, sum(client.nthreads().values()))

    def each(self, function: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
        from distributed import KilledWorker, as_completed

        waiting, ask = iter(items), partial(self.client.map, partial(_told, function), pure=False, retries=_RETRIES)
        asked = as_completed(ask(list(islice(waiting, AHEAD))))
        try:
            for future in asked:
                asked.update(ask(list(islice(waiting, 1))))
                result = future.result()
                future.release()
                if isinstance(result, KzvnError):
                    raise result
                yield result
        except KilledWorker as error:
            raise KzvnError("archive_workers_died", why=error) from None

    def renew(self) -> None:
        if self._own:
            with suppress(TimeoutError):  # a worker that is late takes its tasks when it comes
                self.client.restart(timeout=_PATIENCE)


def _told(function: Callable[[_Item], _Result], item: _Item) -> _Result | KzvnError:
    """What `function` makes of `item`; what the user has to mend is no failure that trying again could help."""
    try:
        return function(item)
    except KzvnError as error:
        return error


@contextmanager
def open_engine(scheduler: str | None = None, workers: int | None = None, size: int = 0) -> Iterator[Engine]:
    """The engine for an archive.

    Parameters
    ----------
    scheduler
        Address of a cluster that exists, ``tcp://…``.
    workers
        Processes of a cluster of its own on this machine; 0 for none.  By default as many as there are cores where
        the archive is large.
    size
        Bytes of the archive.

    Raises
    ------
    UsageError
        No cluster that can do the work answers at `scheduler`, or none can be started.
    """
    if scheduler is None and (workers == 0 or (workers is None and size <= LITTLE)):
        yield Engine()
        return
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters to the user is raised
    with _joined(scheduler) if scheduler else _started(workers) as client:
        yield Cluster(client, own=scheduler is None)


@contextmanager
def _joined(scheduler: str) -> Iterator[Client]:
    from distributed import Client

    try:
        client = Client(scheduler, timeout=_ANSWER)
    except (OSError, TimeoutError, ValueError, RuntimeError) as error:
        raise UsageError("archive_scheduler", address=scheduler, why=error) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            raise UsageError("archive_no_workers", address=scheduler, seconds=_PATIENCE) from None
        try:
            client.run(rules)
        except Exception as error:  # whatever a worker without this library raises when it is asked for it
            raise UsageError("archive_worker_lacks", address=scheduler, why=error) from None
        yield client


@contextmanager
def _started(workers: int | None) -> Iterator[Client]:
    import dask
    from dask.system import CPU_COUNT
    from distributed import Client, LocalCluster

    with dask.config.set(LEAN | _UNDISTURBED):  # workers begin with it, also those that come for others that died
        try:
            cluster = LocalCluster(
                n_workers=workers or CPU_COUNT,
                threads_per_worker=1,  # reading is all Python
                dashboard_address=None,
                scheduler_kwargs={"dashboard_address": ":0"},  # whatever port is free, without a word about it
                silence_logs=logging.CRITICAL,
            )
        except RuntimeError as error:
            why = next(iter(str(error).strip().splitlines()), "").strip()
            raise UsageError("archive_cluster", why=why) from None
        with cluster, Client(cluster) as client:
            yield client
