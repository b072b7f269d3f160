"""One render's work: tables, executed notebooks and the document, each from the cache where its inputs are the same."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..errors import KzvnError, UsageError, counted, message, printable
from ..files import write_files
from . import earlier, engines
from .annex import shorten_annex
from .clippings import TableFiles, make_tables
from .inputs import Inputs, read_inputs
from .notebooks import Task, find_executed, load_runner, plan, run_notebooks
from .parameters import is_day
from .progress import Progress
from .project import Project, check_settings
from .setting import find_set, keep_set, put_ready, read_whole, set_document
from .store import Store
from .version import make_manifest, manifest_bytes
from .warm import Kernels

# Notebooks are run before the version is known that depends on all of them; these letters stand for its digest.
_STAND_IN = "thisname"
_TOLD = 20  # clippings left out that are named while it runs


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a release, and which clippings and notebooks were read and run for them."""

    version: str
    files: dict[str, bytes]
    read: tuple[str, ...]
    ran: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One render: its inputs as they stood when it began, and what it is to do with them."""

    project: Project
    seeds: Path
    out: Path
    given: Mapping[str, object]
    inputs: Inputs
    engine: Mapping[str, str]
    store: Store
    limit: float | None
    progress: Progress

    @classmethod
    def begin(
        cls,
        project: Project,
        seeds: Path,
        out: Path,
        given: Mapping[str, object],
        engine: str,
        *,
        cache: bool,
        limit: float | None,
        progress: Progress,
    ) -> Job:
        store = Store(project.build / "cache" if cache else None)
        inputs = read_inputs(project, seeds, store)
        chosen, remark = engines.choose(engine, inputs.environment.tools, store)
        if remark:
            progress.note(remark)
        return cls(project, seeds, out, given, inputs, chosen, store, limit, progress)

    def own_manifest(self, tables: TableFiles) -> dict:
        """What the release is made from, but for the one that it is compared with."""
        return make_manifest(
            self.inputs,
            as_of=self.as_of(tables),
            parameters=self.given,
            engine=self.engine,
            given_up=tables.given_up,
        )

    def manifest(self, tables: TableFiles) -> dict:
        """What the release is made from, and its version."""
        own, code = self.own_manifest(tables), self.inputs.code()
        return earlier.compare_with(self.out, own, tables.files, code=code, store=self.store)

    def as_of(self, tables: TableFiles) -> str:
        """The briefing's day: the one asked for, else the newest clipping's."""
        day = self.given.get("as_of") or tables.newest
        if day is None:
            raise KzvnError("as_of_unknown")
        if not is_day(str(day)):  # a folder is named after it
            raise UsageError("as_of_form", value=day)
        return str(day)

    def unchanged(self) -> bool:
        """Whether the inputs are still what they were when this run began."""
        return read_inputs(self.project, self.seeds, self.store) == self.inputs

    def make(self, tables: TableFiles | None, *, setting: bool = True) -> Made | None:
        """All released files; ``None`` if the inputs changed meanwhile, and what came of them is worth nothing."""
        from .scratch import scratch, sweep

        sweep()
        check_settings(self.project)
        with scratch() as folder, _warm(folder) as kernels, ThreadPoolExecutor(max_workers=1) as aside:
            kernels.start()  # they warm up beside the reading of the clippings and the search for an earlier release
            if tables is None:
                tables = self._read()
            tell_left_out(tables, self.progress)
            if not tables.count:
                raise KzvnError("seeds_all_unread", path=self.seeds, count=len(tables.left_out))
            manifest = self.manifest(tables)
            shutil.rmtree(self.project.ready, ignore_errors=True)  # it goes with the notebooks run before
            write_files(self.project.tables, tables.files)
            described = _Aside(aside, partial(_describe, tables, manifest))
            executed, ran = self._run(tables, manifest, kernels, described)
            kernels.close()
            return self._finish(tables, manifest, executed, ran, described, setting=setting)

    def _finish(
        self,
        tables: TableFiles,
        manifest: Mapping,
        executed: Mapping[str, bytes],
        ran: tuple[str, ...],
        described: _Aside,
        *,
        setting: bool,
    ) -> Made | None:
        version = manifest["version"]
        digest = version.rpartition("-")[2].encode("ascii")
        executed = {name: data.replace(_STAND_IN.encode("ascii"), digest) for name, data in executed.items()}
        executed = shorten_annex(executed)
        write_files(self.project.executed, {f"{name}.ipynb": data for name, data in executed.items()})
        if not self.unchanged():
            return None
        files = {"manifest.json": manifest_bytes(manifest)}
        files |= {f"tables/{name}": data for name, data in tables.files.items()}
        files |= {f"notebooks/{name}.ipynb": data for name, data in executed.items()}
        if setting:
            files |= self._set(files, manifest, described)
            if not self.unchanged():
                return None
        else:
            read_whole(self.project)
            put_ready(self.project, manifest, files)
        return Made(version, files, tables.fresh, ran)

    def _read(self) -> TableFiles:
        count = len(self.inputs.clippings)
        self.progress.step(counted("step_read", count), of=count)
        tables = make_tables(
            self.seeds, self.inputs, self.store, at=self.progress.at, unchanged=self.unchanged
        )
        self.progress.detail(f"read: {', '.join(tables.fresh) or 'none'}; {count - len(tables.fresh)} from the cache")
        return tables

    def _run(
        self, tables: TableFiles, manifest: Mapping, kernels: Kernels, described: _Aside
    ) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """The executed notebooks by name, and which had to be run for that."""
        as_of = self.as_of(tables)
        parameters = {**self.given, "as_of": as_of, "version": f"{as_of}-{_STAND_IN}"}
        before = earlier.read_files(self.out, manifest)
        tasks = [plan(self.project, name, parameters, tables.files, before) for name in self.project.notebooks]
        code = self.inputs.code()
        found = {task.name: find_executed(task, code, self.store) for task in tasks}
        wanted = [task for task in tasks if found[task.name] is None]
        if not wanted:
            return found, ()
        self.progress.step(counted("step_run", len(wanted)), of=len(wanted))
        load_runner()  # before the other thread imports anything: both at once would get in each other's way
        described.start()
        done: dict[str, tuple[int, int]] = {}

        def at(name: str, cell: int, cells: int) -> None:
            done[name] = cell, cells
            now = sorted(done.items())  # taken at once: the notebooks report from several threads
            where = ", ".join(f"{n} {c}/{of}" for n, (c, of) in now if c < of)
            self.progress.at(where, sum(c / max(of, 1) for _, (c, of) in now))

        def keep(task: Task, executed: bytes) -> None:
            if self.unchanged():
                self.store.put("notebook", task.key(code), executed)

        made = run_notebooks(
            self.project,
            wanted,
            progress=at,
            done=keep,
            workers=min(len(wanted), _cores()),
            limit=self.limit,
            kernels=kernels,
        )
        kept = [task.name for task in tasks if task.name not in made]
        self.progress.detail(f"run: {', '.join(made)}; from the cache: {', '.join(kept) or 'none'}")
        return {**found, **made}, tuple(made)

    def _set(self, files: Mapping[str, bytes], manifest: Mapping, described: _Aside) -> dict[str, bytes]:
        """The document, and what tells other programs of the release."""
        from ..exchange import describe_release

        found = find_set(files, self.store)
        if found:
            self.progress.detail("the document: from the cache")
            return found
        described.start()
        made = set_document(self.project, files, manifest, self.progress)
        tables, more = described.result()
        made |= more
        made |= describe_release({**files, **made}, tables, manifest)
        if self.unchanged():
            keep_set(files, made, self.store)
        return made


class _Aside:
    """Work that is done beside something else, begun when `start` is called first."""

    def __init__(self, pool: ThreadPoolExecutor, work: Callable[[], object]) -> None:
        self._pool, self._work, self._future = pool, work, None

    def start(self) -> None:
        if self._future is None:
            self._future = self._pool.submit(self._work)

    def result(self) -> object:
        self.start()
        return self._future.result()


def _describe(tables: TableFiles, manifest: Mapping) -> tuple[dict[str, object], dict[str, bytes]]:
    """The tables as frames, and the files that tell other programs of them."""
    from ..exchange import describe_tables
    from ..tables import frames

    opened = frames(tables.files)
    files = {f"tables/{name}": data for name, data in tables.files.items()}
    return opened, describe_tables(files, opened, manifest)


@contextmanager
def _warm(folder: Path) -> Iterator[Kernels]:
    kernels = Kernels(folder)
    try:
        yield kernels
    finally:
        kernels.close()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def tell_left_out(tables: TableFiles, progress: Progress) -> None:
    """Name the clippings left out, and count those beyond the first twenty."""
    for path, reason in tables.left_out[:_TOLD]:
        progress.note(f"left out {printable(path)}: {printable(reason)}")
    if (more := len(tables.left_out) - _TOLD) > 0:
        progress.note(message("left_out_more", count=more))
