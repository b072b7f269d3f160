"""A notebook as its author wrote it, without what JupyterLab leaves in it: what is run, and what decides a version."""

from __future__ import annotations

import json
from pathlib import Path

from ..errors import KzvnError
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
        cells = [_bare_cell(cell, number) for number, cell in enumerate(json.loads(data)["cells"])]
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from None
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
