"""The executed notebooks with an annex that a reader can use, however many clippings there are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from ..prose.cited import PARTS, only_cited
from . import cells


def shorten_annex(executed: Mapping[str, bytes]) -> dict[str, bytes]:
    """Executed notebooks, their evidence, sources and conflicts cut to what is cited where they are very long."""
    notebooks = {name: json.loads(data) for name, data in executed.items()}
    parts: dict[str, tuple[str, dict]] = {}
    others: list[str] = []
    for name, notebook in notebooks.items():
        for label, data in _markdown(notebook):
            if label in PARTS:
                parts[label] = name, data
            else:
                others.append("".join(data["text/markdown"]))
    texts = {label: "".join(data["text/markdown"]) for label, (_, data) in parts.items()}
    shorter = only_cited(texts, "\n".join(others))
    for label, text in shorter.items():
        data = parts[label][1]
        data.clear()
        data["text/markdown"] = text.splitlines(keepends=True)
    changed = {parts[label][0] for label in shorter}
    return {name: _bytes(notebooks[name]) if name in changed else data for name, data in executed.items()}


def _markdown(notebook: Mapping) -> Iterator[tuple[str, dict]]:
    """Label and data of each output that is Markdown."""
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        label = cells.options({**cell, "source": "".join(cell["source"])}).get("label", "")
        for output in cell["outputs"]:
            if "text/markdown" in output.get("data", {}):
                yield label, output["data"]


def _bytes(notebook: Mapping) -> bytes:
    """As nbformat writes it."""
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True, separators=(",", ": "))
    return f"{text}\n".encode()
