"""Fetch what the ``{{< embed NOTEBOOK#LABEL >}}`` lines of the document name.

As with Quarto, a cell is named by its label.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import KzvnError
from . import cells
from .project import Project
from .shortcodes import shortcodes


@dataclass(frozen=True, slots=True)
class Embed:
    """What one embed line stands for.

    Attributes
    ----------
    line : int
        Of the document, from 1.
    label : str
    kind : str
        ``fig``, ``tbl`` or ``text``, from the label as Quarto does.
    caption, alt : str
        From the cell's options; Markdown and plain text.
    outputs : tuple of (media type, text)
        Markdown or SVG.
    """

    line: int
    label: str
    kind: str
    caption: str
    alt: str
    outputs: tuple[tuple[str, str], ...]


def read_embeds(project: Project) -> tuple[list[str], dict[int, Embed]]:
    """The lines of the document and, by line number, what is embedded there.

    Raises
    ------
    KzvnError
        A notebook or label that isn't there, a label embedded twice, a cell that shows neither Markdown nor
        SVG, or a shortcode other than an embed alone on its line; names file and line.
    """
    source = project.shown(project.source)
    lines = project.source.read_text(encoding="utf-8").splitlines()
    notebooks: dict[Path, Mapping] = {}
    found: dict[int, Embed] = {}
    first: dict[str, int] = {}
    for number, line, match in shortcodes(lines):
        if not match:
            raise KzvnError("embed_form", path=source, line=number, text=line.strip())
        path, label = (project.source.parent / match["notebook"]).resolve(), match["label"]
        at = {"path": source, "line": number, "notebook": project.shown(path), "label": label}
        if label in first:
            raise KzvnError("embed_twice", **at, first=first[label])
        first[label] = number
        if path not in notebooks:
            notebooks[path] = _read(path, at)
        found[number] = _resolve(notebooks[path], number, label, at)
    return lines, found


def _read(path: Path, at: Mapping[str, object]) -> Mapping:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise KzvnError("embed_notebook", **at) from None
    except (OSError, ValueError) as error:
        raise KzvnError("notebook_unreadable", path=at["notebook"], why=error) from None


def _resolve(notebook: Mapping, line: int, label: str, at: Mapping[str, object]) -> Embed:
    labels = {}
    for cell in notebook["cells"]:
        cell = {**cell, "source": _joined(cell["source"])}
        name = cells.options(cell).get("label")
        if name and cell["cell_type"] == "code":
            labels[name] = cell
    if label not in labels:
        raise KzvnError("embed_label", **at, known=", ".join(labels) or "none")
    cell = labels[label]
    options, kind = cells.options(cell), _kind(label)
    outputs = []
    for media, text, _ in cells.shown(cell):
        if media not in ("text/markdown", "image/svg+xml"):
            raise KzvnError("embed_output", **at, media=media)
        outputs.append((media, text))
    if not outputs:
        raise KzvnError("embed_empty", **at)
    pictures = sum(media == "image/svg+xml" for media, _ in outputs)
    if pictures and (kind != "fig" or pictures > 1):
        raise KzvnError("embed_picture", **at)
    caption, alt = options.get(f"{kind}-cap", ""), options.get("fig-alt", "")
    if kind != "text" and not caption:
        raise KzvnError("embed_caption", **at, kind=kind)
    if pictures and not alt:
        raise KzvnError("embed_alt", **at)
    return Embed(line, label, kind, caption, alt, tuple(outputs))


def _joined(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)


def _kind(label: str) -> str:
    prefix = label.partition("-")[0]
    return prefix if prefix in ("fig", "tbl") else "text"
