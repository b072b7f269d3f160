"""Run the notebooks through Papermill, each in a kernel of its own, several side by side.

A notebook runs in a folder of its own that looks like the project and holds nothing but the tables it declares, so
that it can't come to depend on anything that nobody knows of.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from ..errors import KzvnError
from ..files import write_files
from ..limits import cost
from .bare import read_bare
from .parameters import EARLIER, READS, declared
from .project import PROJECT_FILE, Project
from .store import Store, digest_of, digests

_EARLIER = "_build/earlier"
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Task:
    """One notebook with all that it is given.

    Attributes
    ----------
    name, shown : str
        Its name, and its path as the user knows it.
    notebook : dict
        As its author wrote it.
    parameters : dict
        Values of those that it declares.
    files : dict
        What it can read, the tables that it declares among it: bytes by path within the folder that it runs in.
    """

    name: str
    shown: str
    notebook: dict
    parameters: dict[str, object]
    files: dict[str, bytes]

    def key(self, code: str) -> str:
        """Digest of everything that decides how it comes out, the library's `code` among it."""
        return digest_of(
            code=code, notebook=self.notebook, parameters=self.parameters, files=digests(self.files)
        )


def plan(
    project: Project,
    name: str,
    parameters: Mapping[str, object],
    tables: Mapping[str, bytes],
    earlier: Mapping[str, bytes] | None = None,
) -> Task:
    """Give the notebook `name` those of `parameters` and of the `tables`' files that it declares.

    One that declares ``earlier_dir`` is given the files of the `earlier` release too, where there is one.

    Raises
    ------
    KzvnError
        The notebook can't be read, or declares a table that there is none of.
    """
    source = project.notebook(name)
    known = declared(source)
    wanted = known[READS].default if READS in known else []
    there = {Path(file).stem for file in tables}
    if not isinstance(wanted, list) or not set(wanted) <= there:
        odd = next((table for table in wanted if table not in there), wanted)
        raise KzvnError("notebook_tables", path=project.shown(source), table=odd, known=", ".join(sorted(there)))
    files = {f"_build/tables/{file}": data for file, data in tables.items() if Path(file).stem in wanted}
    values = {key: value for key, value in parameters.items() if key in known}
    if EARLIER in known and earlier:
        values[EARLIER] = _EARLIER
        files |= {f"{_EARLIER}/{file}": data for file, data in earlier.items()}
    return Task(
        name=name,
        shown=project.shown(source),
        notebook=read_bare(project, name),
        parameters=values,
        files=files,
    )


def find_executed(task: Task, code: str, store: Store) -> bytes | None:
    """The executed copy as the cache holds it, if it does."""
    return store.get("notebook", task.key(code))


def run_notebooks(
    project: Project,
    tasks: Iterable[Task],
    *,
    progress: Progress | None = None,
    done: Callable[[Task, bytes], None] | None = None,
    workers: int = 1,
    limit: float | None = None,
    kernels: object = None,
) -> dict[str, bytes]:
    """Run notebooks and give their executed copies by name.

    Parameters
    ----------
    project
        The checkout; its ``_build`` holds the folders that they run in.
    tasks
        What to run.
    progress
        Called with a notebook's name, the cells done and the cells there are.
    done
        Called with each task and its executed copy when it has come to its end.
    workers
        How many run side by side.
    limit
        Seconds that a notebook may take; by default those of `limits`.
    kernels
        `warm.Kernels` that are under way; by default each kernel starts by itself.

    Raises
    ------
    KzvnError
        A cell raised, took too long, or the kernel died; names the notebook and the cell.
    """
    runner = load_runner()(kernels=kernels, limit=limit or cost("notebook_seconds"), progress=progress)

    def run(task: Task) -> bytes:
        folder = project.build / "run" / task.name
        _lay_out(folder, project, task)
        executed = runner.run(task, folder)
        if done:
            done(task, executed)
        return executed

    with ThreadPoolExecutor(max_workers=workers) as pool:
        runs = {task.name: pool.submit(run, task) for task in tasks}
        try:
            wait(runs.values(), return_when=FIRST_EXCEPTION)
            for future in runs.values():
                if future.done() and not future.cancelled() and future.exception():
                    raise future.exception()
            return {name: future.result() for name, future in runs.items()}
        except BaseException:
            # One has failed, or the user has had enough: nobody waits for the others any more.
            for future in runs.values():
                future.cancel()
            runner.stop()
            raise


def load_runner() -> type:
    """`run.Runner`, without what takes a second to import and plays no part in notebooks.

    Where JupyterLab is installed, jsonschema builds a grammar of internationalised addresses when it is imported.
    """
    unneeded = "rfc3987_syntax"
    absent = unneeded not in sys.modules
    if absent:
        sys.modules[unneeded] = None  # importing it fails, as where it is not installed
    try:
        from .run import Runner
    finally:
        if absent:
            del sys.modules[unneeded]
    return Runner


def _lay_out(folder: Path, project: Project, task: Task) -> None:
    """Make the folder that a notebook runs in: a project with its tables and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    files = dict(task.files)
    files[PROJECT_FILE] = (project.root / PROJECT_FILE).read_bytes()
    files[f"{task.name}.ipynb"] = json.dumps(task.notebook).encode("ascii")
    write_files(folder, files)

