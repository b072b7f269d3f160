"""The notebooks' parameters: which there are, and values for them from the command line."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import KzvnError, UsageError
from .project import NOTEBOOKS, Project

# The program sets these itself: where the tables lie and which release is being made.
RESERVED = ("tables_dir", "version")
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One variable of a notebook's parameters cell."""

    name: str
    default: object


def read_parameters(project: Project, given: Iterable[str]) -> dict[str, object]:
    """Turn ``name=value`` strings into values of the type that the notebooks declare.

    Raises
    ------
    UsageError
        A name that no notebook has, a value of another type, or a string without ``=``.
    """
    known: dict[str, Parameter] = {}
    for notebook in NOTEBOOKS:
        for name, parameter in declared(project.notebook(notebook)).items():
            known.setdefault(name, parameter)
    offered = ", ".join(sorted(set(known) - set(RESERVED)))
    values: dict[str, object] = {}
    for item in given:
        name, equals, text = item.partition("=")
        name = name.strip()
        if not equals:
            raise UsageError("parameter_form", item=item)
        if name in RESERVED:
            raise UsageError("parameter_reserved", name=name, known=offered)
        if name not in known:
            raise UsageError("parameter_unknown", name=name, known=offered)
        values[name] = _value(known[name], text.strip())
    return values


def declared(notebook: Path) -> dict[str, Parameter]:
    """The parameters that a notebook declares, by name, in order.

    Raises
    ------
    KzvnError
        The file is no notebook, or its parameters cell holds something other than plain values.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        tagged = [c for c in cells if "parameters" in c.get("metadata", {}).get("tags", ())]
        source = "".join(tagged[0]["source"]) if tagged else ""
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KzvnError("notebook_unreadable", path=notebook.name, why=error) from None
    found = {}
    try:
        for node in ast.parse(source).body:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            if isinstance(target, ast.Name) and node.value is not None:
                found[target.id] = Parameter(target.id, ast.literal_eval(node.value))
    except (SyntaxError, ValueError) as error:
        raise KzvnError("notebook_parameters", path=notebook.name, why=error) from None
    return found


def _value(parameter: Parameter, text: str) -> object:
    default = parameter.default
    try:
        if isinstance(default, bool):
            return {"true": True, "yes": True, "false": False, "no": False}[text.lower()]
        if isinstance(default, int):
            return int(text)
        if isinstance(default, float):
            return float(text)
        if isinstance(default, list | tuple):
            return _items(text)
        if isinstance(default, Mapping):
            return dict(json.loads(text))
    except (ValueError, KeyError, TypeError):
        raise UsageError(
            "parameter_type",
            name=parameter.name,
            value=text,
            kind=_KINDS.get(type(default), "value"),
            default=_written(default),
        ) from None
    if parameter.name == "as_of" and text and not _DAY.fullmatch(text):
        raise UsageError("parameter_type", name=parameter.name, value=text, kind="day", default="2026-02-18")
    return text


_KINDS = {
    bool: "yes or no",
    int: "whole number",
    float: "number",
    list: "list",
    tuple: "list",
    dict: "JSON object",
}


def _items(text: str) -> list:
    """A list, as JSON (``["a", "b"]``) or with commas (``a,b``)."""
    if text.startswith("["):
        return list(json.loads(text))
    return [item.strip() for item in text.split(",") if item.strip()]


def _written(default: object) -> str:
    return ",".join(map(str, default)) if isinstance(default, list | tuple) else str(default)
