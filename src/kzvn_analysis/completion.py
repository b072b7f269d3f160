"""What the shell offers on Tab: names of rows, versions of releases, the notebooks' parameters, folders.

Everything is looked up in files that are there already, and a name is offered without asking whether it is of any use:
Tab has to answer at once.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class, get_completion_class

from .errors import KzvnError, printable

_VERSION = re.compile(r"\d{4}-\d{2}-\d{2}-[0-9a-f]{8}")
_QUOTE = 60  # characters of a row's words that are shown beside its name


def script(shell: str) -> str:
    """The lines that make `shell` ask this program what to offer."""
    return get_completion_class(shell)(click.Command("kzvn"), {}, "kzvn", "_KZVN_COMPLETE").source()


def folders(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Folders; the shell knows them best."""
    return [CompletionItem(incomplete, type="dir")]


def rows(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Rows of the tables that were made last, with the first of their words."""
    root = _root()
    places = [root / "_build" / "tables", root / "briefings" / "latest" / "tables"] if root else []
    tables = next((found for place in places if (found := sorted(place.glob("*.csv")))), [])
    return [
        CompletionItem(name, help=quote)
        for table in tables
        for name, quote in _named_rows(table)
        if name.startswith(incomplete)
    ]


def versions(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Releases, the newest first; folders where none begins so."""
    root, out = _root(), context.params.get("out")
    folder = Path(out) if out else root / "briefings" if root else Path("briefings")
    names = sorted((path.name for path in _inside(folder) if _VERSION.fullmatch(path.name)), reverse=True)
    offered = [CompletionItem(name) for name in ["latest", *names] if names and name.startswith(incomplete)]
    return offered or folders(context, parameter, incomplete)


def parameters(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The notebooks' parameters, with what holds where nothing is said."""
    from .briefing.parameters import RESERVED, declared

    found = {}
    for notebook in sorted(_inside(_root() / "notebooks")) if _root() else []:
        with suppress(KzvnError):
            found |= declared(notebook) if notebook.suffix == ".ipynb" else {}
    return [
        CompletionItem(f"{name}=", help=printable(repr(parameter.default)))
        for name, parameter in sorted(found.items())
        if name not in RESERVED and f"{name}=".startswith(incomplete)
    ]


def _named_rows(table: Path) -> Iterator[tuple[str, str]]:
    """Names and first words of the rows of a table that has such."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    with suppress(OSError, ValueError, csv.Error), table.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file)
        if {"fact_id", "quote"} <= set(lines.fieldnames or ()):
            for line in lines:
                yield line["fact_id"], printable((line["quote"] or "")[:_QUOTE])


def _root() -> Path | None:
    """The project that the working folder lies in, whole or not."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "_quarto.yml").is_file()), None)


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


class Bash(BashComplete):
    """Bash takes ``=`` for the end of a word, and puts a space after all that it completes."""

    def source(self) -> str:
        nospace = "    [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace\n\n    return 0"
        return super().source().replace("    return 0", nospace, 1)

    def get_completion_args(self) -> tuple[list[str], str]:
        args, incomplete = super().get_completion_args()
        joined: list[str] = []
        for word in args:
            if joined and (word == "=" or joined[-1].endswith("=")):
                joined[-1] += word
            else:
                joined.append(word)
        if joined and joined[-1].startswith("--"):  # its value is what is being typed
            joined[-1] = joined[-1].removesuffix("=")
        return joined, incomplete


add_completion_class(Bash)
