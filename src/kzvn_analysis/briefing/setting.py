"""Set the document in both formats, by whichever engine was chosen; once for the same inputs."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import message
from .engines import QUARTO
from .project import Project
from .store import Store, digest_of, digests

if TYPE_CHECKING:
    from .document import Document
    from .progress import Progress

HTML, PDF = "briefing.html", "briefing.pdf"


def find_set(files: Mapping[str, bytes], store: Store) -> dict[str, bytes] | None:
    """What `keep_set` kept for these released `files`, if it did.

    The manifest among the files names everything else that has a part in it.
    """
    names = store.get_json("document", _key(files))
    try:
        found = {name: store.get("part", digest) for name, digest in names.items()}
    except (AttributeError, TypeError):
        return None
    return None if None in found.values() else found


def keep_set(files: Mapping[str, bytes], made: Mapping[str, bytes], store: Store) -> None:
    """Keep what was `made` of these released `files`."""
    for name, digest in digests(made).items():
        store.put("part", digest, made[name])
    store.put_json("document", _key(files), digests(made))


def set_document(
    project: Project, files: Mapping[str, bytes], manifest: Mapping, progress: Progress
) -> dict[str, bytes]:
    """Set page and PDF from the executed notebooks in ``_build``.

    Parameters
    ----------
    project
        Holds document, templates and executed notebooks.
    files
        The other released files by path; tables and manifest go into the PDF.
    manifest
        Tells version, day and engine.
    progress
        Told of each step.

    Raises
    ------
    KzvnError
        The document can't be set; the message names file and line where there are any.
    """
    by = _set_by_quarto if manifest["engine"]["name"] == QUARTO else _set_embedded
    return by(project, files, manifest, progress)


def put_ready(project: Project, manifest: Mapping, files: Mapping[str, bytes]) -> None:
    """Write what Quarto reads besides the notebooks."""
    from .ready import put_ready as put

    put(
        project,
        version=manifest["version"],
        as_of=manifest["as_of"],
        attachments=_attachments(files),
    )


def _key(files: Mapping[str, bytes]) -> str:
    return digest_of(files=digests(files))


def read_whole(project: Project) -> tuple[Document, dict[str, int]]:
    """The document with every embed in its place and every reference resolved; raises where one leads nowhere.

    Quarto does this by itself, but does not say in which line what is wrong, or only warns.
    """
    from . import crossref
    from .document import read_document

    document = read_document(project)
    return document, crossref.resolve(document, project.shown(project.source))


def _set_embedded(
    project: Project, files: Mapping[str, bytes], manifest: Mapping, progress: Progress
) -> dict[str, bytes]:
    from .html import write_html
    from .pdf import write_pdf

    progress.step("set the document")
    progress.at("references")
    document, numbers = read_whole(project)
    progress.at("HTML and PDF")
    about = {"version": manifest["version"], "as_of": manifest["as_of"]}
    with ThreadPoolExecutor(max_workers=2) as pool:  # Pandoc and Typst side by side
        html = pool.submit(write_html, project, document, numbers, **about)
        pdf = pool.submit(write_pdf, project, document, **about, attachments=_attachments(files))
        return {HTML: html.result().encode("utf-8"), PDF: pdf.result()}


def _set_by_quarto(
    project: Project, files: Mapping[str, bytes], manifest: Mapping, progress: Progress
) -> dict[str, bytes]:
    from . import quarto

    progress.step("set the document with Quarto")
    read_whole(project)
    put_ready(project, manifest, files)
    html, pdf = quarto.render(
        project, version=manifest["version"], as_of=manifest["as_of"], note=progress.note
    )
    return {HTML: html.encode("utf-8"), PDF: pdf}


def _attachments(files: Mapping[str, bytes]) -> dict[str, tuple[bytes, str]]:
    """The released files that the PDF holds too, each with what it is."""
    return {name: (data, _about(name)) for name, data in files.items() if name.endswith((".csv", ".json"))}


def _about(name: str) -> str:
    """What an attached file holds, for whoever finds it in the PDF."""
    if name == "manifest.json":
        return message("attachment_manifest")
    return message("attachment_table", name=Path(name).stem)
