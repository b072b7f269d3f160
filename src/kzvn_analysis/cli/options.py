"""Arguments and options that several commands share, and what stands where one is not given."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import KzvnError

if TYPE_CHECKING:
    from ..terminal import Steps


def in_project(name: str) -> Callable[[], Path]:
    """A default folder: that of the project the working folder lies in, else one of the working folder."""

    def folder() -> Path:
        from ..briefing.project import find_project

        try:
            return Path(os.path.relpath(find_project().root / name))
        except (KzvnError, OSError):
            return Path(name)

    return folder


def offered(kind: str) -> Callable:
    """What the shell offers for an argument or option on Tab; a function of `completion`."""

    def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list:
        from .. import completion

        return getattr(completion, kind)(context, parameter, incomplete)

    return complete


class Address(click.Path):
    """A path, or an address of a file system elsewhere, such as ``s3://…``."""

    def convert(self, value: object, parameter: click.Parameter | None, context: click.Context | None) -> str:
        from ..archive.place import is_address

        text = os.fspath(value)
        return text if is_address(text) else str(super().convert(text, parameter, context))


SEEDS = click.argument(
    "seeds",
    type=click.Path(path_type=Path, readable=False),
    default=in_project("seeds"),
    shell_complete=offered("folders"),
)
OUT = click.Path(path_type=Path, file_okay=False)
ENGINE = click.option(
    "--engine",
    type=click.Choice(["auto", "embedded", "quarto"]),
    default="auto",
    show_default=True,
    help="What typesets the document; auto takes Quarto if it is on the PATH.",
)
PARAMETERS = click.option(
    "-p",
    "--parameter",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=offered("parameters"),
    help="A parameter of the notebooks; may be given several times.",
)


def how_much(command: Callable) -> Callable:
    """The options ``--quiet`` and ``--verbose``; where both stand, the last one counts."""
    quiet = click.option("-q", "--quiet", "said", flag_value="quiet", help="Print errors only.")
    verbose = click.option(
        "-v",
        "--verbose",
        "said",
        flag_value="verbose",
        help="Also print what came from the cache, what was run and how long it took.",
    )
    return quiet(verbose(command))


def steps_for(said: str | None) -> Steps:
    """What tells the terminal how far the work is, as much of it as was asked for."""
    from ..terminal import Steps

    return Steps(quiet=said == "quiet", verbose=said == "verbose", passing=said == "passing")
