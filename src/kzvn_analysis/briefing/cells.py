"""What a notebook's cell says about itself: its label and options, its tags, what it shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

_OPTION = re.compile(r"#\|\s*([\w-]+)\s*:\s*(.*?)\s*$")


def options(cell: Mapping) -> dict[str, str]:
    """The ``#| name: value`` comments at the top of a code cell, quotes removed."""
    found = {}
    for line in cell.get("source", "").splitlines():
        match = _OPTION.match(line)
        if not match:
            if line.strip():
                break
            continue
        found[match[1]] = _plain(match[2])
    return found


def set_option(cell: Mapping, name: str, value: str) -> None:
    """Write ``#| name: "value"`` below the cell's other options, in place of one of that name."""
    lines = cell["source"].splitlines()
    kept = [line for line in lines if not ((m := _OPTION.match(line)) and m[1] == name)]
    last = max((i for i, line in enumerate(kept) if _OPTION.match(line)), default=-1)
    kept.insert(last + 1, f"#| {name}: {json.dumps(value, ensure_ascii=False)}")
    cell["source"] = "\n".join(kept)


def name_of(cell: Mapping, index: int) -> str:
    """How a cell is named to the user: by its label, else by its place."""
    return options(cell).get("label") or f"cell {index + 1}"


def shown(cell: Mapping) -> Iterator[tuple[str, str, Mapping]]:
    """What a cell shows, as (media type, text, metadata): one per output, the richest we can set."""
    for output in cell.get("outputs", ()):
        if output["output_type"] not in ("display_data", "execute_result"):
            continue
        data = output["data"]
        for kind in ("image/svg+xml", "text/markdown"):
            if kind in data:
                text = data[kind]
                yield (
                    kind,
                    text if isinstance(text, str) else "".join(text),
                    output.get("metadata", {}).get(kind, {}),
                )
                break
        else:
            yield next(iter(data), "nothing"), "", {}


def _plain(value: str) -> str:
    """The value of a one-line YAML scalar: double quoted, single quoted or plain."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            return json.loads(value)
        except ValueError:
            return value[1:-1]
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value
