"""A notebook as its author wrote it, without what JupyterLab leaves in it: what is run, and what decides a version."""

from __future__ import annotations

import json
from pathlib import Path

from ..errors import KzvnError, message
from .project import Project
from .store import digest_of


def read_bare(project: Project, name: str) -> dict:
    """The notebook `name` without outputs, counts, and metadata other than tags.

    Raises
    ------
    KzvnError
        It can't be read.
    """
    path = project.notebook(name)
    try:
        return bare(path.read_bytes())
    except (OSError, ValueError) as error:
        raise KzvnError("notebook_unreadable", path=project.shown(path), why=error) from None


def bare(data: bytes) -> dict:
    """The same of a notebook's bytes.

    Raises
    ------
    ValueError
        `data` is no notebook.
    """
    try:
        raw = json.loads(data)
    except RecursionError:
        raise ValueError(message("notebook_nested")) from None
    if not isinstance(raw, dict) or not isinstance(raw.get("cells"), list):
        raise ValueError(message("notebook_no_cells"))
    cells = []
    for number, cell in enumerate(raw["cells"]):
        try:
            cells.append(_bare_cell(cell, number))
        except (KeyError, TypeError, AttributeError, ValueError):
            raise ValueError(message("notebook_cell", number=number + 1)) from None
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def bare_digest(path: Path) -> str | None:
    """Digest of what a notebook says; ``None`` where it can't be read."""
    try:
        return digest_of(notebook=bare(path.read_bytes()))
    except (OSError, ValueError):
        return None


def _bare_cell(cell: dict, number: int) -> dict:
    source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
    source.encode("utf-8")  # half a letter can't be run
    if cell["cell_type"] not in ("code", "markdown", "raw"):
        raise ValueError(cell["cell_type"])
    tags = cell.get("metadata", {}).get("tags")
    kept = {
        "cell_type": cell["cell_type"],
        "id": str(cell.get("id", f"cell-{number}")),
        "metadata": {"tags": list(tags)} if tags else {},
        "source": source,
    }
    if cell["cell_type"] == "code":
        return {**kept, "execution_count": None, "outputs": []}
    return {**kept, **({"attachments": cell["attachments"]} if "attachments" in cell else {})}
