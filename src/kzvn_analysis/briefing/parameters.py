"""The notebooks' parameters: which there are, and values for them from the command line.

What a value may be is said where it is declared, in the comment above it: ``One of: …`` or ``Any of: …`` with the
choices, ``Form: day`` or ``Form: period``.  So a value that a notebook would refuse is refused before anything runs.
"""

from __future__ import annotations

import ast
import datetime
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import KzvnError, UsageError
from ..sheets import is_period
from .bare import bare
from .project import Project

# The program sets these itself: where the tables lie, those of an earlier release too, which release is being made;
# or they belong to the notebook.
READS = "reads"  # which tables the notebook reads
EARLIER = "earlier_dir"
RESERVED = ("tables_dir", EARLIER, "version", READS)
_CHOICES = re.compile(r"(?:One|Any) of: ([\w-]+(?:, [\w-]+)*)")
_FORM = re.compile(r"Form: (day|period)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One variable of a notebook's parameters cell."""

    name: str
    default: object
    choices: tuple[str, ...] = ()
    form: str = ""


def read_parameters(project: Project, given: Iterable[str] | Mapping[str, object]) -> dict[str, object]:
    """Turn ``name=value`` strings into values of the type that the notebooks declare; values by name must be of it.

    Raises
    ------
    UsageError
        A name that no notebook has, a value of another type, or a string without ``=``.
    """
    if not given:
        return {}
    known: dict[str, Parameter] = {}
    for notebook in project.notebooks:
        for name, parameter in declared(project.notebook(notebook)).items():
            known.setdefault(name, parameter)
    offered = ", ".join(sorted(set(known) - set(RESERVED)))
    values: dict[str, object] = {}
    for name, value in given.items() if isinstance(given, Mapping) else map(_split, given):
        if name in RESERVED:
            raise UsageError("parameter_reserved", name=name, known=offered)
        if name not in known:
            raise UsageError("parameter_unknown", name=name, known=offered)
        values[name] = _value(known[name], value)
        _check(known[name], values[name])
    return values


def declared(notebook: Path) -> dict[str, Parameter]:
    """The parameters that a notebook declares, by name, in order.

    Raises
    ------
    KzvnError
        The file is no notebook, or its parameters cell holds something other than plain values.
    """
    try:
        tagged = [c for c in bare(notebook.read_bytes())["cells"] if "parameters" in c["metadata"].get("tags", ())]
        source = tagged[0]["source"] if tagged else ""
    except (OSError, ValueError) as error:
        raise KzvnError("notebook_unreadable", path=_shown(notebook), why=error) from None
    found = {}
    try:
        for node in ast.parse(source).body:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            if isinstance(target, ast.Name) and node.value is not None:
                about = _comment(source, node)
                choices, form = _CHOICES.search(about), _FORM.search(about)
                found[target.id] = Parameter(
                    target.id,
                    ast.literal_eval(node.value),
                    tuple(choices[1].split(", ")) if choices else (),
                    form[1] if form else "",
                )
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise KzvnError("notebook_parameters", path=_shown(notebook), why=error) from None
    return found


def _shown(notebook: Path) -> str:
    return f"{notebook.parent.name}/{notebook.name}"


def _split(item: str) -> tuple[str, str]:
    name, equals, text = item.partition("=")
    if not equals:
        raise UsageError("parameter_form", item=item)
    return name.strip(), text.strip()


def _value(parameter: Parameter, text: object) -> object:
    default = parameter.default
    try:
        if not isinstance(text, str):
            return _typed(default, text)
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
            kind=_KINDS.get(type(default), "text"),
            default=_written(default),
        ) from None
    return text


def _typed(default: object, value: object) -> object:
    """`value`, if it is of the type of `default`; a whole number is a number, and a tuple a list."""
    kind = list if isinstance(default, tuple) else type(default)
    value = list(value) if isinstance(value, tuple) else value
    if kind is float and type(value) is int or default is None or type(value) is kind:
        return value
    raise TypeError(type(value).__name__)


def _check(parameter: Parameter, value: object) -> None:
    """Refuse what the parameter's comment rules out; an empty value always means: the default."""
    odd = [v for v in (value if isinstance(value, list | tuple) else [value]) if v not in parameter.choices]
    if parameter.choices and odd and (odd != [""] or parameter.default != ""):
        known = ", ".join(parameter.choices)
        raise UsageError("parameter_choice", name=parameter.name, value=odd[0], known=known)
    if parameter.form and value and not _FORMS[parameter.form](str(value)):
        kind, example = parameter.form, "2026-02-18" if parameter.form == "day" else "2020/2025"
        raise UsageError("parameter_type", name=parameter.name, value=value, kind=kind, default=example)


def is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


_FORMS = {"day": is_day, "period": is_period}


def _comment(source: str, node: ast.stmt) -> str:
    """The comment lines directly above a statement, and what follows it on its line."""
    lines = source.splitlines()
    above = []
    for line in reversed(lines[: node.lineno - 1]):
        if not line.lstrip().startswith("#"):
            break
        above.append(line.strip(" #"))
    beside = lines[node.end_lineno - 1][node.end_col_offset :]
    return " ".join([*reversed(above), beside])


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
