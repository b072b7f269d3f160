"""From a folder of clippings to a release: the steps in their order, and nothing of how each is done."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import KzvnError, message, printable
from .project import NOTEBOOKS, Project, find_project

if TYPE_CHECKING:
    import pandas as pd

    from ..tables import Tables
    from .document import Document


class Progress:
    """Told what a render is doing; this one keeps it to itself."""

    def step(self, text: str, of: float | None = None) -> None:
        """A new step begins; it has `of` pieces of work, where that is known."""

    def at(self, text: str, done: float | None = None) -> None:
        """Where within the step the work is, and how many of its pieces are done."""

    def note(self, text: str) -> None:
        """Something the reader should know, such as a clipping left out."""

    def detail(self, text: str) -> None:
        """How something was done, for who asks: what was used again, what was run, how long it took."""


@dataclass(frozen=True, slots=True)
class Released:
    """What `render` made.

    Attributes
    ----------
    version : str
    folder : Path
        Holds ``briefing.html``, ``briefing.pdf``, ``tables``, ``notebooks`` and ``manifest.json``.
    latest : Path
        Points to it.
    kept : bool
        The release stood there already, made from the same inputs.
    """

    version: str
    folder: Path
    latest: Path
    kept: bool

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
    parameters: Iterable[str] = (),
    progress: Progress | None = None,
    project: Project | None = None,
) -> Released:
    """Make a release from the clippings in `seeds`.

    Parameters
    ----------
    seeds, out
        Folder of clippings; folder of releases.
    engine
        ``auto``, ``embedded`` or ``quarto``.
    parameters
        ``name=value`` strings for the notebooks.
    progress
        Told of each step.
    project
        The checkout; by default the one that the working folder lies in.

    Raises
    ------
    KzvnError
        Something in the input or on the way is wrong.  Earlier releases are untouched.
    """
    from ..exchange import describe_release
    from . import engines, release
    from .parameters import read_parameters
    from .version import make_manifest, manifest_bytes

    progress, project = progress or Progress(), project or find_project()
    given = read_parameters(project, parameters)
    chosen, remark = engines.choose(engine)
    if remark:
        progress.note(remark)
    with _building(project, progress):
        tables, everything = read_clippings(seeds, project, progress)
        as_of = _day(given, tables)
        manifest = make_manifest(project, seeds, as_of=as_of, parameters=given, engine=chosen)
        version = manifest["version"]
        folder = release.reuse(out, version, manifest_bytes(manifest))
        if folder:
            return Released(version, folder, out / release.LATEST, kept=True)
        run_all(project, {**given, "as_of": as_of, "version": version}, progress)
        files = _files(project, everything, manifest_bytes(manifest))
        set_document = _set_by_quarto if chosen["name"] == engines.QUARTO else _set_embedded
        files |= set_document(project, files, version, as_of, progress)
        files |= describe_release(files, everything, manifest)
        progress.step("release")
        folder = release.write_release(out, version, files)
    return Released(version, folder, out / release.LATEST, kept=False)


def prepare(seeds: Path, *, parameters: Iterable[str] = (), progress: Progress | None = None) -> None:
    """Make what the document embeds, tables and executed notebooks, and leave the setting to Quarto.

    What was made from the same inputs already stays.  While Quarto previews, an edit of the document or its style
    alone does not run the notebooks again.
    """
    from . import engines, quarto, ready
    from .parameters import read_parameters
    from .version import make_manifest, manifest_bytes, notebooks_digest

    progress, project = progress or Progress(), find_project()
    given = read_parameters(project, parameters)
    with _building(project, progress):
        quarto.sweep(project)
        tables, everything = read_clippings(seeds, project, progress)
        as_of = _day(given, tables)
        chosen, _ = engines.choose("auto")
        manifest = make_manifest(project, seeds, as_of=as_of, parameters=given, engine=chosen)
        version, made_from, there = manifest["version"], notebooks_digest(manifest), ready.release(project)
        if there.get("version") == version or quarto.previews() and there.get("made-from") == made_from:
            _read_whole(project)
            return
        run_all(project, {**given, "as_of": as_of, "version": version}, progress)
        _read_whole(project)
        files = _files(project, everything, manifest_bytes(manifest))
        ready.put_ready(
            project, version=version, as_of=as_of, attachments=_attachments(files), made_from=made_from
        )


def read_clippings(
    seeds: Path, project: Project, progress: Progress
) -> tuple[Tables, Mapping[str, pd.DataFrame]]:
    """Parse, reconcile and save: gives the tables, and all of them with the reconciled ones by name."""
    from ..reconcile import reconcile
    from ..seeds import read_seeds
    from ..tables import parse, save

    articles = read_seeds(seeds)
    progress.step(f"read {len(articles)} clippings", of=len(articles))
    begun = itertools.count()
    tables = parse(articles, progress=lambda article: progress.at(printable(article.path), next(begun)))
    for row in tables.unread.itertuples():
        progress.note(f"left out {printable(row.path)}: {printable(row.reason)}")
    if not _count_read(tables):
        raise KzvnError("seeds_all_unread", path=seeds, count=len(tables.unread))
    progress.at("reconcile", len(articles))
    everything = {**tables, **reconcile(tables)}
    save(everything, project.tables)
    return tables, everything


def run_all(project: Project, parameters: Mapping[str, object], progress: Progress) -> None:
    """Run every notebook, as many side by side as there are cores."""
    from .notebooks import run_notebooks

    shutil.rmtree(project.ready, ignore_errors=True)  # it goes with the notebooks run before
    progress.step(f"run {len(NOTEBOOKS)} notebooks", of=len(NOTEBOOKS))
    workers = min(len(NOTEBOOKS), len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
    done: dict[str, tuple[int, int]] = {}

    def at(name: str, cell: int, cells: int) -> None:
        done[name] = cell, cells
        now = sorted(done.items())  # taken at once: the notebooks report from several threads
        where = ", ".join(f"{n} {c}/{of}" for n, (c, of) in now if c < of)
        progress.at(where, sum(c / max(of, 1) for _, (c, of) in now))

    run_notebooks(project, NOTEBOOKS, parameters, progress=at, workers=workers)


def _day(given: Mapping[str, object], tables: Tables) -> str:
    """The as-of date: the one asked for, else the newest clipping's."""
    from ..analysis.dossier import newest

    day = given.get("as_of") or newest(tables)
    if day is None:
        raise KzvnError("as_of_unknown")
    return str(day)


def _count_read(tables: Tables) -> int:
    return int((~tables.articles["article_id"].isin(tables.unread["article_id"])).sum())


def _files(project: Project, tables: Mapping[str, pd.DataFrame], manifest: bytes) -> dict[str, bytes]:
    """The released files besides the document itself."""
    files = {"manifest.json": manifest}
    for name in tables:
        for suffix in ("csv", "parquet"):
            files[f"tables/{name}.{suffix}"] = (project.tables / f"{name}.{suffix}").read_bytes()
    for name in NOTEBOOKS:
        files[f"notebooks/{name}.ipynb"] = (project.executed / f"{name}.ipynb").read_bytes()
    return files


def _read_whole(project: Project) -> tuple[Document, dict[str, int]]:
    """The document with every embed in its place and every reference resolved; raises where one leads nowhere.

    Quarto does this by itself, but does not say in which line what is wrong, or only warns.
    """
    from . import crossref
    from .document import read_document

    document = read_document(project)
    return document, crossref.resolve(document, project.shown(project.source))


def _set_embedded(
    project: Project, files: Mapping[str, bytes], version: str, as_of: str, progress: Progress
) -> dict[str, bytes]:
    from .html import write_html
    from .pdf import write_pdf

    progress.step("set the document")
    progress.at("references")
    document, numbers = _read_whole(project)
    progress.at("HTML")
    html = write_html(project, document, numbers, version=version, as_of=as_of)
    progress.at("PDF")
    pdf = write_pdf(project, document, version=version, as_of=as_of, attachments=_attachments(files))
    return {"briefing.html": html.encode("utf-8"), "briefing.pdf": pdf}


def _set_by_quarto(
    project: Project, files: Mapping[str, bytes], version: str, as_of: str, progress: Progress
) -> dict[str, bytes]:
    from . import quarto, ready

    progress.step("set the document with Quarto")
    progress.at("references")
    _read_whole(project)
    progress.at("HTML and PDF")
    ready.put_ready(project, version=version, as_of=as_of, attachments=_attachments(files))
    html, pdf = quarto.render(project, version=version, as_of=as_of, note=progress.note)
    return {"briefing.html": html.encode("utf-8"), "briefing.pdf": pdf}


def _attachments(files: Mapping[str, bytes]) -> dict[str, tuple[bytes, str]]:
    """The released files that the PDF holds too, each with what it is."""
    return {name: (data, _about(name)) for name, data in files.items() if name.endswith((".csv", ".json"))}


def _about(name: str) -> str:
    """What an attached file holds, for whoever finds it in the PDF."""
    if name == "manifest.json":
        return message("attachment_manifest")
    return message("attachment_table", name=Path(name).stem)


@contextmanager
def _building(project: Project, progress: Progress):
    """Hold the folder ``_build`` alone: two renders at once would run into each other's files."""
    from .release import locked

    try:
        project.build.mkdir(exist_ok=True)
        with locked(project.build, waiting=lambda: progress.note(message("render_waits"))):
            yield
    except OSError as error:  # no room, no permission
        where = project.shown(Path(error.filename)) if error.filename else project.shown(project.build)
        raise KzvnError("render_io", path=where, why=error.strerror or error) from None
