"""From a folder of clippings to a release: the steps in their order, each done again only where its inputs changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import KzvnError, message
from . import earlier, release
from .clippings import find_tables
from .job import Job, tell_left_out
from .parameters import read_parameters
from .progress import Progress
from .project import Project, find_project
from .setting import read_whole
from .version import manifest_bytes

_TRIES = 3  # a run begins again when its inputs change under it


@dataclass(frozen=True, slots=True)
class Released:
    """What `render` made.

    Attributes
    ----------
    version : str
    folder : Path
        Holds ``briefing.html``, ``briefing.pdf``, ``tables``, ``notebooks`` and ``manifest.json``.
    latest : Path
        The link to the newest release.
    kept : bool
        The release stood there already, made from the same inputs.
    is_latest : bool
        Whether `latest` leads to it.
    read, ran : tuple of str
        The clippings and notebooks that were read and run for this; the others came from the cache.
    """

    version: str
    folder: Path
    latest: Path
    kept: bool
    is_latest: bool = True
    read: tuple[str, ...] = ()
    ran: tuple[str, ...] = ()

    @property
    def html(self) -> Path:
        return self.folder / "briefing.html"

    @property
    def pdf(self) -> Path:
        return self.folder / "briefing.pdf"


def render(
    seeds: Path,
    out: Path,
    *,
    engine: str = "auto",
    parameters: Iterable[str] | Mapping[str, object] = (),
    progress: Progress | None = None,
    project: Project | None = None,
    latest: bool | None = None,
    limit: float | None = None,
    cache: bool = True,
) -> Released:
    """Make a release from the clippings in `seeds`.

    Parameters
    ----------
    seeds, out
        Folder of clippings; folder of releases.
    engine
        ``auto``, ``embedded`` or ``quarto``.
    parameters
        ``name=value`` strings for the notebooks, or values by name.
    progress
        Told of each step.
    project
        The checkout; by default the one that the working folder lies in.
    latest
        Whether ``latest`` is to lead to the release; by default only if no parameters are given, so that a trial
        does not take the place of the briefing.
    limit
        Seconds that a notebook may take; by default those of `limits`.
    cache
        Whether what earlier runs worked out is used and what this one works out is kept.

    Raises
    ------
    KzvnError
        Something in the input or on the way is wrong.  Earlier releases are untouched.
    """
    progress, project = progress or Progress(), project or find_project()
    given = read_parameters(project, parameters)
    point = not given if latest is None else latest
    for _ in range(_TRIES):
        job = Job.begin(project, seeds, out, given, engine, cache=cache, limit=limit, progress=progress)
        tables = find_tables(job.inputs, job.store)
        if tables and (folder := _reuse(out, job.own_manifest(tables), point=point)):
            tell_left_out(tables, progress)
            return Released(folder.name, folder, out / release.LATEST, True, release.leads_to(out, folder.name))
        with _building(project, progress):
            made = job.make(tables)
            if made is None:
                progress.note(message("render_changed"))
                continue
            progress.step("release")
            folder = release.write_release(out, made.version, made.files, point=point)
            job.store.sweep()
            if job.store.refused:
                cache = project.shown(job.store.folder)
                progress.note(message("cache_unwritable", path=cache, why=job.store.refused))
        is_latest = release.leads_to(out, made.version)
        return Released(
            made.version, folder, out / release.LATEST, False, is_latest, read=made.read, ran=made.ran
        )
    raise KzvnError("render_restless")


def prepare(seeds: Path, *, parameters: Iterable[str] = (), progress: Progress | None = None) -> None:
    """Make what the document embeds, tables and executed notebooks, and leave the setting to Quarto.

    What was made from the same inputs already stays.
    """
    from . import quarto, ready

    progress, project = progress or Progress(), find_project()
    given = read_parameters(project, parameters)
    with _building(project, progress):
        quarto.sweep(project)
        for _ in range(_TRIES):
            out = project.releases
            job = Job.begin(project, seeds, out, given, "auto", cache=True, limit=None, progress=progress)
            tables = find_tables(job.inputs, job.store)
            if tables and ready.version(project) == job.manifest(tables)["version"]:
                read_whole(project)
                return
            if job.make(tables, setting=False):
                return
    raise KzvnError("render_restless")


def _reuse(out: Path, manifest: Mapping, *, point: bool) -> Path | None:
    """The release that was made from the same inputs, if it stands whole."""
    made = earlier.made_before(out, manifest)
    return release.reuse(out, made["version"], manifest_bytes(made), point=point) if made else None


@contextmanager
def _building(project: Project, progress: Progress) -> Iterator[None]:
    """Hold the folder ``_build`` alone: two renders at once would run into each other's files."""
    try:
        project.build.mkdir(exist_ok=True)
        with release.locked(project.build, waiting=lambda: progress.note(message("render_waits"))):
            yield
    except OSError as error:  # no room, no permission
        where = project.shown(Path(error.filename)) if error.filename else project.shown(project.build)
        raise KzvnError("render_io", path=where, why=error.strerror or error) from None
