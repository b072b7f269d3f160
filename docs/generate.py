"""Fills the reference pages from the program itself: help texts of the commands, columns of the tables.

A comment such as ``<!-- commands -->`` in a page is replaced when the guide is built, so that the guide can't
say anything else than the program does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files

import click
import pandas as pd

import kzvn_analysis as kz
from kzvn_analysis.cli import main
from kzvn_analysis.exchange.fields import about, fields
from kzvn_analysis.reconcile import reconcile


def on_page_markdown(markdown: str, **_: object) -> str:
    """Called by MkDocs with the text of each page."""
    for name, make in {"commands": _commands, "tables": _tables, "sizes": _sizes, "costs": _costs}.items():
        mark = f"<!-- {name} -->"
        if mark in markdown:
            markdown = markdown.replace(mark, make())
    return markdown


def _commands() -> str:
    context = click.Context(main, info_name="kzvn", max_content_width=100)
    parts = [_help("kzvn", main, context)]
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if not command.hidden:
            parts.append(_help(f"kzvn {name}", command, click.Context(command, info_name=name, parent=context)))
    return "\n".join(parts)


def _help(name: str, command: click.Command, context: click.Context) -> str:
    return f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"


def _sizes() -> str:
    return _limits("sizes", "| limit | | of |", lambda name: name)


def _costs() -> str:
    return _limits("costs", "| variable | | of |", lambda name: f"KZVN_{name.upper()}")


def _limits(part: str, head: str, called: Callable[[str], str]) -> str:
    """The lines of a part of ``limits.toml``, each with its comment."""
    text = files("kzvn_analysis").joinpath("limits.toml").read_text(encoding="utf-8").partition(f"[{part}]\n")[2]
    rows = re.findall(r"^(\w+) = ([\d_]+) +# (.+)$", text.partition("\n\n")[0], re.M)
    lines = [f"| `{called(name)}` | {value.replace('_', ' ')} | {about} |" for name, value, about in rows]
    return "\n".join([head, "| --- | --: | --- |", *lines])


def _tables() -> str:
    empty = kz.parse([])
    parts = []
    for name, frame in {**empty, **reconcile(empty)}.items():
        rows = [
            (f"`{field.name}`", field.meaning, field.unit, " · ".join(field.allowed)) for field in fields(name, frame)
        ]
        table = pd.DataFrame(rows, columns=["column", "holds", "unit", "values"])
        head = "| " + " | ".join(table.columns) + " |\n|" + " --- |" * len(table.columns)
        body = "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)
        parts.append(f"## {name}\n\n{about(name).capitalize()}.\n\n{head}\n{body}\n")
    return "\n".join(parts)
